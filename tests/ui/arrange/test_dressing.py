"""A packet gets what a session needs in one step: a plan, questions, terms."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    Item,
    Packet,
    PassageItem,
    SectionHeading,
)
from studydesk.study.agenda import PLANS
from studydesk.study.session_template import set_up
from studydesk.ui.arrange.offering import SESSIONS
from studydesk.ui.offer_panel import OfferPanel

from .conftest import RICH, Desk


def test_a_packet_is_set_up_for_a_session_in_one_step(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    panel.open(SESSIONS)
    qtbot.waitUntil(lambda: panel.list.count() == len(PLANS) + 1, timeout=20_000)
    before = arranging.packet
    panel.take(1)
    assert arranging.packet.session.minutes == PLANS[0].minutes
    assert {Agenda, Action} <= {type(item) for item in arranging.packet.items}
    arranging.undo()
    assert arranging.packet == before


def test_questions_and_terms_are_put_on_in_one_step(
    arranging: Desk, panel: OfferPanel, qtbot: QtBot
) -> None:
    before = arranging.packet
    panel.open(SESSIONS)
    qtbot.waitUntil(lambda: panel.list.count() == len(PLANS) + 1, timeout=20_000)
    panel.take(0)
    qtbot.waitUntil(lambda: arranging.packet != before, timeout=20_000)
    assert len(arranging.packet.questions) > len(before.questions)
    assert arranging.packet.session.minutes == before.session.minutes
    arranging.undo()
    assert arranging.packet == before


def test_the_command_puts_them_on_too_and_says_how_many(arranging: Desk, qtbot: QtBot) -> None:
    before = arranging.packet
    offering = arranging.page.offering
    said: list[str] = []
    offering.message.connect(said.append)
    offering.dress()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    assert said[0].startswith("正在")
    assert said[1].startswith(f"已按 {before.session.minutes} 分钟配了 ")
    assert "道题" in said[1]
    assert len(arranging.packet.questions) > len(before.questions)
    arranging.current.edit("清空", replace(before, items=()))
    with qtbot.waitSignal(offering.message) as told:
        offering.dress()
    assert told.args[0].startswith("先到“选材”里摘选段")


def test_what_else_was_added_and_written_anew_is_named(arranging: Desk, qtbot: QtBot) -> None:
    planned = set_up(Packet("课", id=arranging.packet.id), PLANS[1])
    first = next(n for n, one in enumerate(planned.items) if isinstance(one, SectionHeading))
    cited = replace(RICH, citation=replace(RICH.citation, title="技能的事"))
    whole = edits.insert(planned, first + 1, PassageItem(cited, id="rich"))
    arranging.current.edit("排", whole)
    said: list[str] = []
    arranging.page.offering.message.connect(said.append)
    arranging.page.offering.dress()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    assert "，另添小标题，改写了议程、导读，可改可删" in said[1]


def dress(desk: Desk, *before: Item) -> None:
    """Ask for questions and terms on a packet with a passage that offers much."""
    items = (*before, PassageItem(RICH, id="rich"))
    desk.current.edit("添加选段", replace(desk.packet, items=items))
    desk.page.offering.dress()


def test_a_step_for_terms_without_any_is_told(
    arranging: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydesk.services.outfitting.explain", lambda *_: ())
    said: list[str] = []
    arranging.page.offering.message.connect(said.append)
    own = Agenda((AgendaStep("领读选段", 20), AgendaStep("关键词", 5), AgendaStep("讨论", 35)))
    dress(arranging, own)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    assert "名词没有找到现成的解释，议程里的“关键词”请自己写几条" in said[1]
    arranging.page.offering.dress()
    qtbot.waitUntil(lambda: len(said) == 4, timeout=20_000)
    assert said[3].startswith("题目够了；名词没有找到")


def test_an_agenda_that_is_added_has_no_step_for_terms_without_any(
    arranging: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydesk.services.outfitting.explain", lambda *_: ())
    said: list[str] = []
    arranging.page.offering.message.connect(said.append)
    dress(arranging)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    (agenda,) = arranging.packet.agendas
    assert "关键词" not in [step.activity for step in agenda.steps]
    assert "关键词" not in said[1]


def test_an_agenda_without_a_step_is_left_so_and_told(arranging: Desk, qtbot: QtBot) -> None:
    said: list[str] = []
    arranging.page.offering.message.connect(said.append)
    dress(arranging, Agenda(()))
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    assert "议程还空着" in said[1]
    arranging.page.offering.dress()
    qtbot.waitUntil(lambda: len(said) == 4, timeout=20_000)
    assert "议程还空着" in said[3]


def test_asked_for_twice_at_once_they_are_put_on_once(arranging: Desk, qtbot: QtBot) -> None:
    dress(arranging)
    arranging.page.offering.dress()
    qtbot.waitUntil(lambda: bool(arranging.packet.questions) and not arranging.page._jobs.busy)
    texts = [question.text for question in arranging.packet.questions]
    assert len(texts) == len(set(texts))


def test_they_are_not_put_on_a_packet_that_was_opened_meanwhile(
    arranging: Desk, qtbot: QtBot
) -> None:
    dress(arranging)
    arranging.current.flush()
    other = Packet("别的", id="other")
    arranging.library.save_packet(other)
    arranging.current.open(other)
    qtbot.waitUntil(lambda: not arranging.page._jobs.busy)
    assert arranging.packet == other


def test_what_was_written_meanwhile_is_not_put_on_again(arranging: Desk, qtbot: QtBot) -> None:
    dress(arranging)
    qtbot.waitUntil(lambda: bool(arranging.packet.questions) and not arranging.page._jobs.busy)
    dressed = arranging.packet
    arranging.undo()
    arranging.page.offering.dress()
    arranging.current.edit("写好", dressed)
    qtbot.waitUntil(lambda: not arranging.page._jobs.busy)
    assert arranging.packet == dressed

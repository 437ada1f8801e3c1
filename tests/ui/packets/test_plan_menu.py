"""从方案新建: the usual plans and those of the user's own."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.ui.current import open_packet

from studydesk.domain import edits
from studydesk.domain.own_plan import OwnPlan
from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    Packet,
    PassageItem,
    Question,
    SectionHeading,
    Session,
    Term,
)
from studydesk.errors import NotFound
from studydesk.library import Library
from studydesk.services.packs import save_pack
from studydesk.study.agenda import PLANS, Plan
from studydesk.study.session_template import SHORT
from studydesk.ui.desk import Desk
from studydesk.ui.fields import LineField
from studydesk.ui.main_window import MainWindow
from studydesk.ui.packets.packet_records import PacketRecords
from studydesk.ui.packets.plan_menu import PlanMenu
from studydesk.ui.pages.pick import PickPage


def menu_of(desk: Desk) -> PlanMenu:
    (records,) = desk.findChildren(PacketRecords)
    records.plans.fill()
    return records.plans


def choose(desk: Desk, name: str) -> None:
    action = next(a for a in menu_of(desk).actions() if a.text().startswith(name))
    action.trigger()


def pick_three(pick: PickPage) -> None:
    """Three stretches of the open article, each added by the key."""
    article = pick.article
    assert article is not None
    for start in (0, 200, 400):
        pick.reader.text.select(start, start + 60)
        pick.add_selection()


def test_a_packet_from_a_plan_and_three_passages_is_complete(desk: Desk, pick: PickPage) -> None:
    for plan in PLANS:
        choose(desk, plan.name)
        pick_three(pick)
        packet = open_packet(desk)
        assert sum(agenda.minutes for agenda in packet.agendas) == packet.session.minutes
        assert packet.session.minutes == plan.minutes
        kinds = [type(item) for item in packet.items]
        assert kinds.count(PassageItem) == 3
        assert kinds.index(PassageItem) < kinds.index(Action)


@pytest.mark.parametrize("plan", PLANS, ids=[plan.name for plan in PLANS])
@pytest.mark.parametrize("looked_at", [False, True])
def test_what_is_picked_and_asked_stands_under_the_headings_of_the_plan(
    desk: Desk, pick: PickPage, qtbot: QtBot, plan: Plan, looked_at: bool
) -> None:
    choose(desk, plan.name)
    if looked_at:
        desk.show_page("arrange")
        desk.show_page("pick")
    pick_three(pick)
    picked = open_packet(desk)
    desk.arrange.offering.dress()
    qtbot.waitUntil(lambda: open_packet(desk) != picked, timeout=20_000)
    sections: dict[str, set[type]] = {"": set()}
    for item in open_packet(desk).items:
        if isinstance(item, SectionHeading):
            sections[item.text] = set()
        else:
            sections[list(sections)[-1]].add(type(item))
    if plan.minutes <= SHORT:
        assert PassageItem in sections.pop("")
    else:
        assert PassageItem not in sections.pop("")
        assert sections.pop("学原文") == {PassageItem}
        assert list(sections)[-2:] == ["议一议", "定一件事"]
        assert sections.pop("议一议") == {Question}
    assert sections.pop("弄明白", {Term}) == {Term}
    assert sections.pop("定一件事", {Action}) == {Action}
    assert not sections


def test_a_packet_of_ten_minutes_is_a_card_and_one_undo_takes_it_away(
    window: MainWindow, desk: Desk
) -> None:
    before = open_packet(desk).id
    choose(desk, "班前十分钟")
    assert open_packet(desk).preset == "班前十分钟卡片"
    window.actions_by_id["undo"].trigger()
    assert open_packet(desk).id == before


def test_a_plan_of_ones_own_is_kept_and_begun_from(
    qtbot: QtBot, desk: Desk, pick: PickPage
) -> None:
    steps = (AgendaStep("领读", 15), AgendaStep("讨论", 25))
    packet = edits.append(open_packet(desk), Agenda(steps), Action("一件事", agreed="教会小李"))
    desk.current.edit("编", edits.set_session(packet, Session("一车间", minutes=40)))
    with qtbot.waitSignal(desk.shelf.message):
        menu_of(desk).keep()
    choose(desk, packet.title)
    pick_three(pick)
    made = open_packet(desk)
    assert made.id != packet.id
    assert [type(item) for item in made.items] == [Agenda, *(PassageItem,) * 3, Action]
    assert (made.agendas[0].steps, made.session.unit) == (steps, "一车间")


def test_a_plan_is_taken_out_and_put_back(desk: Desk) -> None:
    desk.current.edit("编", edits.append(open_packet(desk), Action("一件事")))
    menu_of(desk).keep()
    (plan,) = desk.library.plans()
    (out,) = menu_of(desk).findChildren(QMenu)
    out.actions()[0].trigger()
    assert desk.library.plans() == []
    desk.notice.undo_button.click()
    assert desk.library.plans() == [plan]


def test_a_new_packet_from_a_plan_asks_about_what_was_agreed_last(desk: Desk) -> None:
    day = date.today() - timedelta(days=7)  # noqa: DTZ011 - the user's own calendar
    packet = edits.append(open_packet(desk), Action("一件事", agreed="教会小李"))
    desk.current.edit("编", edits.set_session(packet, Session(held_on=day)))
    desk.current.flush()
    choose(desk, PLANS[0].name)
    (action,) = [item for item in open_packet(desk).items if isinstance(item, Action)]
    assert action.last == "教会小李"


@pytest.fixture
def typed(desk: Desk) -> Session:
    """Facts that somebody typed into the form of the packet."""
    desk.show_page("arrange")
    form = desk.arrange.packet_panel.session
    for name, value in (("unit", "第三车间工会"), ("place", "车间学习室"), ("host", "王敏")):
        form.open_field(name)
        field: LineField = getattr(form, name)
        field.selectAll()
        field.insert(value)
    return open_packet(desk).session


@pytest.mark.parametrize("plan", ["", PLANS[0].name])
def test_a_new_packet_has_the_unit_the_place_and_the_facilitator_that_were_typed_last(
    desk: Desk, typed: Session, plan: str
) -> None:
    assert (typed.unit, typed.place, typed.host) == ("第三车间工会", "车间学习室", "王敏")
    if plan:
        choose(desk, plan)
    else:
        desk.shelf.create()
    new = open_packet(desk).session
    assert (new.unit, new.place, new.host) == (typed.unit, typed.place, typed.host)
    assert new.held_on is None
    desk.undoing.undo()
    assert open_packet(desk).session == typed


@pytest.mark.usefixtures("typed")
def test_a_plan_of_ones_own_keeps_its_unit_and_is_told_only_what_it_does_not_say(
    desk: Desk,
) -> None:
    desk.shelf.create_from(OwnPlan("二车间的周五", Session("二车间", place="休息室", minutes=45)))
    new = open_packet(desk).session
    assert new == Session("二车间", None, "休息室", "王敏", 45)


def test_facts_that_were_taken_back_are_those_of_no_new_packet(desk: Desk) -> None:
    desk.show_page("arrange")
    form = desk.arrange.packet_panel.session
    before = open_packet(desk).session.unit
    form.open_field("unit")
    form.unit.selectAll()
    QTest.keyClicks(form.unit, "A3")
    while open_packet(desk).session.unit != before:
        desk.undoing.undo()
    desk.shelf.create()
    assert open_packet(desk).session.unit == ""


@pytest.mark.usefixtures("typed")
def test_the_packet_of_a_stranger_says_nothing_of_a_new_one(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    theirs = Packet("他们的", Session("别厂三车间", None, "别厂会议室", "老赵"), id="theirs")
    with Library.open(tmp_path / "别人") as other:
        other.save_packet(theirs)
        save_pack(other, "theirs", tmp_path / "他们的.studypack")
    with qtbot.waitSignal(desk.shelf.file_read, timeout=20_000):
        desk.take_files([tmp_path / "他们的.studypack"])
    assert open_packet(desk).session == theirs.session
    desk.shelf.create()
    assert open_packet(desk).session.unit == "第三车间工会"


def test_a_packet_is_begun_where_others_cannot_be_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_library: Library, packet_id: str) -> Packet:
        raise NotFound("packet", packet_id)

    before = open_packet(desk)
    desk.current.edit("编", edits.set_session(before, Session(held_on=date(2020, 1, 1))))
    desk.current.flush()
    monkeypatch.setattr(Library, "packet", fail)
    desk.shelf.create()
    begun = open_packet(desk)
    choose(desk, PLANS[0].name)
    assert len({before.id, begun.id, open_packet(desk).id}) == 3

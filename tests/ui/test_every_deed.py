"""Every deed of the window is taken back exactly, and done again exactly, one by one and in any
order.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.packet import ITEM_KINDS, Packet, Question, new_id
from studydesk.domain.parts import Part
from studydesk.services.terms import pin, term_lists
from studydesk.study.agenda import PLANS
from studydesk.ui.arrange.handout.presets_menu import PresetsMenu
from studydesk.ui.deed import in_form
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.packets.plan_menu import PlanMenu
from studydesk.ui.tidy.commands import COMMANDS


def kept(desk: Desk) -> dict[str, object]:
    """All that a user's deeds change in the library, as it is on the disk."""
    assert desk.flush()
    library = desk.library
    presets = desk.arrange.handout_panel.export_panel.presets
    articles = {article.id for article in library.articles()}
    return {
        "packets": {p.id: library.packet(p.id) for p in library.packets()},
        "articles": {i: (library.article(i), tuple(library.tags_of(i))) for i in articles},
        "sources": {source.id: library.source(source.id) for source in library.sources()},
        "tidied": {source.id: library.operations(source.id) for source in library.sources()},
        "plans": library.plans(),
        "presets": sorted(
            path.read_text("utf-8") for path in (library.folder / "版式").glob("*.toml")
        ),
        "offered": sorted(presets.presets),
        "rules": library.silenced_rules(),
        "bank": sorted((one.question.text, tuple(one.tags)) for one in library.banked()),
        "terms": (term_lists(library).pinned, term_lists(library).hidden),
    }


Deed = Callable[[Desk], None]


def _packet(desk: Desk) -> Packet:
    packet = desk.current.packet
    assert packet is not None
    return packet


def _presets(desk: Desk) -> PresetsMenu:
    return desk.arrange.handout_panel.export_panel.presets


# --- what is done in 选材 -----------------------------------------------------------------------


def _read(desk: Desk, number: int = 0) -> None:
    desk.show_page("pick")
    desk.pick.open_article(desk.library.articles()[number].id)


def pick_a_passage(desk: Desk) -> None:
    _read(desk, 1)
    taken = len(_packet(desk).passages)
    desk.pick.reader.text.select(30 * taken, 30 * taken + 25)
    desk.pick.add_selection()


def pick_and_ask(desk: Desk) -> None:
    _read(desk, 2)
    taken = len(_packet(desk).passages)
    desk.pick.reader.text.select(40 * taken, 40 * taken + 20)
    desk.pick.add_and_ask()


def tag(desk: Desk) -> None:
    _read(desk)
    name = f"标签{len(desk.pick.reader.tags.tags)}"
    desk.pick.reader.tags.field.setText(name)
    desk.pick.reader.tags.field.returnPressed.emit()


def fill_in_the_source(desk: Desk) -> None:
    _read(desk)
    assert desk.pick.article is not None
    source = desk.library.source(desk.pick.article.source_id)
    desk.pick.reader.source_saved.emit("工人日报", date(2026, 11, 27), f"{source.page}1")


def delete_an_article(desk: Desk) -> None:
    _read(desk, -1)
    desk.deleting.delete_article()


def delete_a_source(desk: Desk) -> None:
    _read(desk, -1)
    desk.deleting.delete_source()


# --- what is done in 编排 -----------------------------------------------------------------------


def insert(kind: str) -> Deed:
    def do(desk: Desk) -> None:
        desk.arrange.insert_item(kind)

    do.__name__ = f"insert_{kind}"
    return do


def _select_last(desk: Desk) -> None:
    if not _packet(desk).items:
        desk.arrange.insert_item("guide")
    desk.arrange.outline.select([_packet(desk).items[-1].id])


def delete_an_item(desk: Desk) -> None:
    desk.arrange.outline.select([_packet(desk).items[-1].id])
    desk.arrange.commands.delete()


def move_an_item(desk: Desk) -> None:
    desk.arrange.outline.select([_packet(desk).items[-1].id])
    desk.arrange.commands.move_up()


def double_an_item(desk: Desk) -> None:
    desk.arrange.outline.select([_packet(desk).items[0].id])
    desk.arrange.commands.duplicate()


def write_a_question(desk: Desk) -> None:
    question = next(item for item in _packet(desk).items if isinstance(item, Question))
    changed = replace(question, text=f"{question.text}为什么？")
    desk.arrange.item_panel.edited.emit(changed, new_id())


def rename(desk: Desk) -> None:
    title = edits.rename(_packet(desk), f"{_packet(desk).title}甲")
    desk.arrange.packet_panel.session.edited.emit("改题名", title, new_id())


def lengthen(desk: Desk) -> None:
    session = replace(_packet(desk).session, minutes=_packet(desk).session.minutes + 5)
    changed = edits.set_session(_packet(desk), session)
    desk.arrange.packet_panel.session.edited.emit("改时长", changed, new_id())


def choose_a_preset(desk: Desk) -> None:
    other = "大字版" if _packet(desk).preset != "大字版" else "普通讲义"
    desk.arrange.handout_panel.preview.preset_chosen.emit(other)


def choose_parts(desk: Desk) -> None:
    parts = {Part.SIGN_IN} if _packet(desk).parts is None else None
    changed = edits.set_parts(_packet(desk), parts)
    desk.arrange.handout_panel.export_panel.parts.chosen.emit(changed)


def copy_a_preset(desk: Desk) -> None:
    _presets(desk).copy.trigger()


def change_a_preset(desk: Desk) -> None:
    _presets(desk).change_preset()
    form = _presets(desk).editing.form
    assert form is not None
    form.page.footer.edited.emit(f"{form.page.footer.text()}页")
    form.flush()


def rename_a_preset(desk: Desk) -> None:
    _presets(desk).change_preset()
    form = _presets(desk).editing.form
    assert form is not None
    form.name.setText(f"{form.name.text()}改")
    form.name.editingFinished.emit()
    form.flush()


def delete_a_preset(desk: Desk) -> None:
    lengthen(desk)  # else all is as it was: the packet goes back to the usual preset
    if _packet(desk).preset not in _presets(desk)._found.own:
        copy_a_preset(desk)
    _presets(desk).change_preset()
    form = _presets(desk).editing.form
    assert form is not None
    form.deletion_wanted.emit()


def keep_a_plan(desk: Desk) -> None:
    plans = desk.window().findChild(PlanMenu)
    assert plans is not None
    lengthen(desk)
    plans.keep()


def delete_the_packet(desk: Desk) -> None:
    desk.shelf.delete(_packet(desk).id)


def make_a_packet(desk: Desk) -> None:
    desk.shelf.create()


def copy_the_packet(desk: Desk) -> None:
    desk.shelf.duplicate(_packet(desk).id)


def make_a_packet_by_a_plan(desk: Desk) -> None:
    desk.shelf.create_from(PLANS[0])


def bring_back_an_article(desk: Desk) -> None:
    (gone, *_) = desk.library.trashed()
    desk.show_restored(replace(gone, id=desk.library.restore(gone.kind, gone.id)), in_form())


def keep_a_question(desk: Desk) -> None:
    bank = desk.arrange.offering.bank
    bank.show_item(Question(f"第 {len(desk.library.banked())} 问怎么做？"))
    bank.keep()


def pin_a_term(desk: Desk) -> None:
    terms = desk.arrange.offering.terms
    terms._start("置顶“工匠”", pin, ("工匠",), "已置顶。")


MAKING: tuple[Deed, ...] = (make_a_packet, copy_the_packet, make_a_packet_by_a_plan)
KEEPING: tuple[Deed, ...] = (bring_back_an_article, keep_a_question, pin_a_term)
PICKING: tuple[Deed, ...] = (
    *(pick_a_passage, pick_and_ask, tag, fill_in_the_source, delete_an_article, delete_a_source),
)
INSERTING: tuple[Deed, ...] = tuple(insert(kind) for kind in ITEM_KINDS if kind != "passage")
ARRANGING: tuple[Deed, ...] = (
    *(delete_an_item, move_an_item, double_an_item, write_a_question, rename, lengthen),
    *(choose_a_preset, choose_parts, copy_a_preset, change_a_preset, rename_a_preset),
    *(delete_a_preset, keep_a_plan, delete_the_packet),
)


@pytest.fixture
def begun(desk: Desk) -> Desk:
    """The window with a few items in its packet."""
    gone = desk.library.articles()[3].id
    desk.library.delete_articles([gone])
    desk.pick.browser.refresh()
    pick_a_passage(desk)
    desk.arrange.insert_item("guide")
    desk.arrange.insert_item("question")
    _begin_anew(desk)
    return desk


def _begin_anew(desk: Desk) -> None:
    for history in desk.undoing._group.stacks():
        history.clear()


def _steps(window: MainWindow, command: str) -> int:
    """Press the keys of a command until it has nothing to do any more; how often that was."""
    action, times = window.actions_by_id[command], 0
    while action.isEnabled():
        action.trigger()
        QApplication.processEvents()  # one key after the other, and the window answers between
        times += 1
        assert times < 100
    return times


def _is_taken_back(window: MainWindow, desk: Desk, before: object, deed: str) -> None:
    """What was done goes, comes and goes again."""
    after = kept(desk)
    assert after != before, deed
    for command, state in (("undo", before), ("redo", after), ("undo", before)):
        _steps(window, command)
        assert kept(desk) == state, f"{command}: {deed}"


WALKS: dict[str, tuple[Deed, ...]] = {
    "picking": PICKING,
    "inserting": INSERTING,
    "arranging": ARRANGING,
    "keeping": (*MAKING, *KEEPING),
}
"""Deeds that are done in one window, each from where it began."""


@pytest.mark.parametrize("walk", WALKS)
def test_a_deed_is_taken_back_and_done_again(
    window: MainWindow, begun: Desk, qtbot: QtBot, walk: str
) -> None:
    before = kept(begun)
    for deed in WALKS[walk]:
        _begin_anew(begun)
        deed(begun)
        qtbot.waitUntil(window.actions_by_id["undo"].isEnabled)
        _is_taken_back(window, begun, before, deed.__name__)


@pytest.mark.unwatched("its steps follow one another without a turn of the event loop")
@pytest.mark.parametrize("seed", range(3))
def test_deeds_in_any_order_are_taken_back_step_by_step(
    window: MainWindow, begun: Desk, seed: int
) -> None:
    chance = random.Random(seed)
    undo, redo = window.actions_by_id["undo"], window.actions_by_id["redo"]
    stations = [kept(begun)]
    for deed in chance.choices([*PICKING, *INSERTING, *ARRANGING[:-1], *MAKING], k=12):
        if deed in (delete_an_item, move_an_item, double_an_item) and not _packet(begun).items:
            continue
        deed(begun)
        stations.append(kept(begun))
    begun.show_page("pick")  # where all of them are taken back
    passed = [stations[-1]]
    while undo.isEnabled():
        undo.trigger()
        passed.append(kept(begun))
    assert passed[-1] == stations[0]
    assert all(station in passed for station in stations)
    _steps(window, "redo")
    assert kept(begun) == stations[-1]
    assert not redo.isEnabled()


TIDYING = sorted(
    {command.id for command in COMMANDS}
    - {"cut", "choose_up", "choose_down", "previous_article", "next_article"}
    - {"correct", "revert", "supply"}  # which ask for words, or for words that were changed
)


@pytest.fixture
def tidied(window: MainWindow, desk: Desk, qtbot: QtBot) -> Desk:
    """The page 整理 in front, on a source of several articles, its caret in the second one."""
    several = next(
        source.id
        for source in desk.library.sources()
        if sum(len(a.blocks) > 6 for a in desk.library.articles_of(source.id)) > 2
    )
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_source(several)
    _go_into_second(desk)
    return desk


def _go_into_second(desk: Desk) -> None:
    rows = desk.tidy.articles.rows
    second = desk.tidy.current.page.recovery.articles[1].id if desk.tidy.current.page else ""
    places = [rows[n].places for n in rows.of_article(second)]
    desk.tidy.articles.go_to(next(place[5] for place in places[2:] if len(place) > 9))


def _tidy(desk: Desk, command: str) -> None:
    actions = desk.tidy.commands.actions
    if command.startswith("put"):
        actions["cut"].trigger()
        desk.tidy.articles.go_to_row(desk.tidy.articles.here() + 2)
    if command == "drop":  # one character is on the page twice
        at = desk.tidy.articles.chosen().start
        desk.tidy.articles.select(at, at + 1)
    actions[command].trigger()


def test_a_deed_of_tidying_is_taken_back_and_done_again(window: MainWindow, tidied: Desk) -> None:
    before = kept(tidied)
    for command in TIDYING:
        _begin_anew(tidied)
        _go_into_second(tidied)
        _tidy(tidied, command)
        _is_taken_back(window, tidied, before, command)


@pytest.mark.parametrize("seed", range(2))
def test_deeds_of_tidying_in_any_order_are_taken_back(
    window: MainWindow, tidied: Desk, seed: int
) -> None:
    chance, before = random.Random(seed), kept(tidied)
    for command in chance.choices(TIDYING, k=10):
        rows = tidied.tidy.articles.rows
        printed = [n for n, row in enumerate(rows) if row.is_printed and not row.is_furniture]
        place = rows[chance.choice(printed)].places
        tidied.tidy.articles.go_to(place[len(place) // 2])
        _tidy(tidied, command)
    for problem in tidied.tidy.strip.problems[:2]:
        tidied.tidy.strip.settled.emit(problem)
    _is_taken_back(window, tidied, before, "any order")

"""整理 among the other pages: what is asked for there, and what it must not take away."""

import time

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot
from tests.full_disk import disk_full

from studydesk.domain import edits
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.tidying import SetAside
from studydesk.errors import DiskFull
from studydesk.library import Library
from studydesk.ui import dialogs, notice
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow


def test_the_article_that_was_read_is_tidied_though_another_source_has_problems(
    desk: Desk, qtbot: QtBot
) -> None:
    summaries = desk.library.source_summaries()
    by_default = next(source.id for source in summaries if source.problems)
    wanted = next(source.id for source in reversed(summaries) if source.id != by_default)
    desk.pick.open_article(desk.library.articles_of(wanted)[0].id)
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_article()
        qtbot.waitUntil(lambda: desk.tidy.chooser.sources.rowCount() > 0)
    qtbot.waitUntil(lambda: not desk.tidy._jobs.busy, timeout=20_000)
    assert desk.tidy.current.source_id == wanted


def test_the_source_is_filled_in_on_the_page_that_is_tidied(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.pick.open_article(desk.library.articles()[0].id)
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_article()
    window.actions_by_id["source-facts"].trigger()
    assert desk.page_id == "tidy"
    assert desk.tidy.form.isVisible()


class Quoted:
    """A passage in the packet of the window, and the page that it is from, open in 整理."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self.qtbot, self.current = desk, qtbot, desk.tidy.current
        source = desk.library.sources()[0]
        of_source = desk.library.articles_of(source.id)
        self.article = next(each for each in of_source if len(each.body_blocks) > 4)
        words = self.article.body_blocks[3].text
        self.start = self.article.body.index(words)
        end = self.start + len(words)
        passage = Passage.pick(self.article, source, self.start, end)
        desk.current.edit("加入选段", edits.append(self.packet, PassageItem(passage)))
        assert desk.current.flush()
        desk.show_page("tidy")
        with qtbot.waitSignal(self.current.opened, timeout=20_000):
            desk.tidy.open_article(self.article.id, source.id)

    @property
    def packet(self) -> Packet:
        """The packet as the window has it."""
        assert self.desk.current.packet is not None
        return self.desk.current.packet

    @property
    def kept(self) -> Packet:
        """The packet as the library has it, once all is written."""
        assert self.desk.current.flush()
        return self.desk.library.packet(self.packet.id)

    def set_aside(self) -> None:
        """Take the first paragraph out of the article: the passage now stands further up."""
        assert self.current.do("移入零件", SetAside(self.article.body_blocks[0].spans[0][0]))

    def write(self) -> None:
        """Wait until the library has the page; what came of it is not told yet."""
        wanted, page = self.desk.library.operations, self.current.page
        assert page is not None
        ended = time.monotonic() + 20
        while wanted(page.source.id) != page.operations and time.monotonic() < ended:
            QThread.msleep(5)


@pytest.fixture
def quoted(desk: Desk, qtbot: QtBot) -> Quoted:
    return Quoted(desk, qtbot)


def test_an_edit_made_while_a_step_is_kept_stays_and_the_passage_follows(quoted: Quoted) -> None:
    quoted.set_aside()
    quoted.write()
    quoted.desk.current.edit("改名", edits.rename(quoted.packet, "刚改的题名"))
    quoted.qtbot.waitUntil(lambda: quoted.packet.passages[0].start < quoted.start)
    assert quoted.packet.title == "刚改的题名"
    assert quoted.kept == quoted.packet


def test_steps_of_a_packet_that_are_taken_back_leave_its_passages_where_they_are_now(
    quoted: Quoted,
) -> None:
    quoted.desk.current.edit("改名", edits.rename(quoted.packet, "新题名"))
    quoted.set_aside()
    quoted.qtbot.waitUntil(lambda: quoted.packet.passages[0].start < quoted.start)
    here, history = quoted.packet.passages[0], quoted.desk.current.history
    history.undo()
    assert (quoted.packet.title, quoted.packet.passages[0]) == ("周五班组学习", here)
    assert quoted.kept == quoted.packet
    history.undo()
    history.redo()
    assert quoted.packet.passages[0] == here


def test_a_step_that_could_not_be_kept_is_kept_when_the_window_closes(
    window: MainWindow, quoted: Quoted, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = quoted.desk.library

    def refuse(*_arguments: object) -> list[Packet]:
        raise DiskFull(library.folder)

    keep = library.tidy
    monkeypatch.setattr(library, "tidy", refuse)
    asked: list[str] = []

    def stay(_window: object, question: str, *_more: str) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(dialogs, "confirm", stay)
    with quoted.qtbot.waitSignal(quoted.current.save_failed):
        quoted.set_aside()
    assert not window.close()
    assert len(asked) == 1
    monkeypatch.setattr(library, "tidy", keep)
    packet_id, source_id = quoted.packet.id, quoted.current.source_id
    assert window.close()
    with Library.open(library.folder) as again:
        assert len(again.operations(source_id)) == 1
        assert again.packet(packet_id).passages[0].start < quoted.start


def test_the_line_at_the_bottom_says_that_a_step_is_not_kept_until_it_is(
    window: MainWindow, quoted: Quoted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice, "READ", 0)
    said, desk = window.status._saved, quoted.desk
    with disk_full(monkeypatch), quoted.qtbot.waitSignal(quoted.current.save_failed):
        quoted.set_aside()
    assert said.text() == "尚未保存"
    window.status.tell("又说了一句")
    quoted.qtbot.wait(20)
    assert desk.notice.is_told
    assert desk.flush()
    assert said.text().startswith("已保存")
    quoted.qtbot.waitUntil(lambda: not desk.notice.is_told)


def test_a_packet_that_is_kept_does_not_hide_that_a_step_is_not(
    window: MainWindow, quoted: Quoted, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = quoted.desk
    with disk_full(monkeypatch), quoted.qtbot.waitSignal(quoted.current.save_failed):
        quoted.set_aside()
    with quoted.qtbot.waitSignal(desk.current.saved):
        desk.current.edit("改名", edits.rename(quoted.packet, "刚改的题名"))
    assert window.status._saved.text() == "尚未保存"
    assert desk.notice.is_of_an_edit


def test_a_packet_edited_while_a_step_is_kept_follows_when_the_window_closes(
    window: MainWindow, quoted: Quoted
) -> None:
    folder, packet_id = quoted.desk.library.folder, quoted.packet.id
    quoted.set_aside()
    quoted.write()
    quoted.desk.current.edit("改名", edits.rename(quoted.packet, "最后一刻"))
    assert window.close()
    with Library.open(folder) as again:
        kept = again.packet(packet_id)
    assert kept.title == "最后一刻"
    assert kept.passages[0].start < quoted.start


def test_before_its_sources_are_listed_nothing_is_said_to_be_missing(
    desk: Desk, qtbot: QtBot
) -> None:
    assert "打开" in desk.tidy.empty.sentence
    desk.show_page("tidy")
    qtbot.waitUntil(lambda: desk.tidy.chooser.sources.rowCount() > 0, timeout=20_000)
    assert "打开" in desk.tidy.empty.sentence
    qtbot.waitUntil(lambda: desk.tidy.current.page is not None, timeout=20_000)


def test_the_page_of_the_article_that_was_opened_last_is_tidied_until_another_is_chosen(
    desk: Desk, qtbot: QtBot
) -> None:
    first, second, *_ = (source.id for source in desk.library.sources())
    for read in (second, first):
        desk.show_page("pick")
        desk.pick.open_article(desk.library.ids_of([read])[0])
        with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
            desk.show_page("tidy")
        assert desk.tidy.current.source_id == read
    desk.tidy.chooser.chosen.emit(second)
    qtbot.waitUntil(lambda: desk.tidy.current.source_id == second, timeout=20_000)
    desk.show_page("pick")
    desk.show_page("tidy")
    assert (desk.tidy.current.source_id, desk.tidy.current.opening) == (second, "")


def test_a_page_that_is_asked_for_last_stays_though_another_was_being_opened(
    desk: Desk, qtbot: QtBot
) -> None:
    shown, other, *_ = (source.id for source in desk.library.sources())
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_source(shown)
    desk.tidy.open_source(other)
    desk.tidy.open_source(shown)
    qtbot.waitUntil(lambda: not desk.tidy._jobs.busy, timeout=20_000)
    assert (desk.tidy.current.source_id, desk.tidy.current.opening) == (shown, "")

"""Articles are deleted one by one, several at once or by source; one Ctrl+Z brings them back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studydesk.domain.article import Article, Block, BlockKind, Recovery, Source, Span
from studydesk.domain.packet import Packet
from studydesk.domain.tidying import SplitArticle, replay
from studydesk.errors import DiskFull
from studydesk.library import ArticleFilter, Library
from studydesk.services.packs import save_pack
from studydesk.services.tidying import recovered
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import Job
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.pick.article_list import ArticleList

PAGE = """夜校办到家门口
作者：李明
第一段讲的是夜校怎样办到车间门口，老师傅和新学员坐在一起，把白天没有弄懂的事情说清楚。
第二段讲的是课后怎样把学到的本领用在岗位上，每个人都写下一件准备马上就做的事情。
"""

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def ids(library: Library, source_id: str = "") -> list[str]:
    """The articles that are left."""
    return [article.id for article in library.articles(ArticleFilter(source_id=source_id))]


@pytest.fixture
def several(desk: Desk) -> str:
    """A source with several articles; the first of them is being read."""
    counts = [(len(ids(desk.library, source.id)), source.id) for source in desk.library.sources()]
    source_id = max(counts)[1]
    desk.pick.open_article(ids(desk.library, source_id)[0])
    return source_id


@pytest.fixture
def listed(desk: Desk, several: str) -> ArticleList:
    """The list of articles with the keys."""
    desk.pick.browser.list.setFocus()
    return desk.pick.browser.list


def test_all_articles_of_a_source_go_at_once_and_come_back_at_once(
    window: MainWindow, desk: Desk, several: str
) -> None:
    before = ids(desk.library)
    window.actions_by_id["delete-source"].trigger()
    assert ids(desk.library, several) == []
    assert "回收站" in desk.notice.sentence
    window.actions_by_id["undo"].trigger()
    assert ids(desk.library) == before
    assert desk.library.trashed() == []


def test_a_deletion_is_told_as_saved_when_it_was(window: MainWindow, several: str) -> None:
    before = datetime.now().astimezone() - timedelta(hours=1)
    window.status.tell_saved(before)
    window.actions_by_id["delete-article"].trigger()
    assert window.status._saved.text() not in ("", f"已保存 {before:%H:%M}")


@pytest.mark.parametrize("page", ["arrange", "tidy"])
def test_no_article_is_deleted_where_none_is_seen(
    window: MainWindow, desk: Desk, several: str, page: str
) -> None:
    commands = [window.actions_by_id[one] for one in ("delete-article", "delete-source")]
    assert all(command.isEnabled() for command in commands)
    desk.show_page(page)
    assert not any(command.isEnabled() for command in commands)
    assert all("选材" in command.statusTip() for command in commands)


def test_the_articles_marked_in_the_list_go_at_once_and_come_back_at_once(
    window: MainWindow, desk: Desk, listed: ArticleList
) -> None:
    before = ids(desk.library)
    QTest.keyClick(listed, Qt.Key.Key_Down, SHIFT)
    marked = listed.marked_articles()
    assert len(marked) == 2
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert ids(desk.library) == [article for article in before if article not in marked]
    assert "2 篇" in desk.notice.sentence
    window.actions_by_id["undo"].trigger()
    assert ids(desk.library) == before


def test_an_article_that_is_gone_to_is_the_only_one_marked(
    desk: Desk, listed: ArticleList, qtbot: QtBot
) -> None:
    QTest.keyClick(listed, Qt.Key.Key_Down, SHIFT)
    other = ids(desk.library)[-1]
    desk.pick.open_article(other)
    assert listed.marked_articles() == [other]


def test_nothing_is_deleted_where_the_library_refuses(
    desk: Desk, several: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> list[Article]:
        raise DiskFull(desk.library.folder)

    before = ids(desk.library)
    monkeypatch.setattr(desk.library, "delete_articles", refuse)
    desk.deleting.delete_source()
    assert ids(desk.library) == before
    assert "磁盘已满" in desk.notice.sentence


def test_the_list_s_own_menu_deletes_what_is_marked(
    desk: Desk, pick: PickPage, listed: ArticleList
) -> None:
    before = len(ids(desk.library))
    action = next(a for a in listed.actions() if isinstance(a, QAction) and "删除" in a.text())
    action.trigger()
    assert len(ids(desk.library)) == before - 1


def test_the_badge_of_tidying_follows_what_comes_and_goes(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.tidy.doubts_counted):
        desk.pick.imported.emit([])
    desk.pick.open_article(ids(desk.library)[0])
    with qtbot.waitSignal(desk.tidy.doubts_counted):
        desk.deleting.delete_article()


def test_one_clock_tells_when_tidying_was_saved(window: MainWindow, desk: Desk) -> None:
    desk.tidy.kept.emit(datetime(2026, 11, 27, 9, 5, tzinfo=UTC))
    said = [label.text() for label in window.status.findChildren(QLabel)]
    assert "已保存 09:05" in said


def test_taking_back_an_import_leaves_what_was_there_before_it(
    window: MainWindow, desk: Desk, several: str, qtbot: QtBot
) -> None:
    raw, before = desk.library.source(several).raw, ids(desk.library, several)
    desk.library.delete_articles(before[1:])
    QGuiApplication.clipboard().setText(raw)
    with qtbot.waitSignal(desk.pick.imported, timeout=20_000):
        desk.import_clipboard()
    assert ids(desk.library, several) == before
    window.actions_by_id["undo"].trigger()
    assert ids(desk.library, several) == before[:1]


def test_taking_back_an_import_takes_what_tidying_made_of_it_too(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    before = ids(desk.library)
    QGuiApplication.clipboard().setText(PAGE)
    with qtbot.waitSignal(desk.pick.imported, timeout=20_000):
        desk.import_clipboard()
    (came,) = set(ids(desk.library)) - set(before)
    source = desk.library.source(desk.library.article(came).source_id)
    split = [SplitArticle(source.raw.index("第二段"))]
    recovery = replay(source, recovered(source), split).recovery
    desk.library.tidy(source.id, split, recovery)
    assert len(ids(desk.library, source.id)) == 2
    window.actions_by_id["undo"].trigger()
    assert ids(desk.library) == before
    window.actions_by_id["redo"].trigger()
    assert len(ids(desk.library, source.id)) == 2


def test_only_of_an_article_in_use_is_it_said_what_becomes_of_its_passages(
    desk: Desk, several: str
) -> None:
    unused, used = ids(desk.library, several)[:2]
    desk.deleting.delete([unused])
    assert "选段" not in desk.notice.sentence
    desk.pick.open_article(used)
    desk.pick.add_selection()
    assert desk.current.flush()
    desk.deleting.delete([used])
    assert "核对不到原文" in desk.notice.sentence


def test_quotations_are_checked_again_as_articles_go_and_come_back(
    window: MainWindow, desk: Desk, several: str, qtbot: QtBot
) -> None:
    findings = desk.arrange.handout_panel.findings
    used = desk.library.articles()[1].id
    desk.pick.open_article(used)
    desk.pick.add_selection()
    desk.show_page("arrange")

    def verbatim() -> int:
        return findings.checked.verbatim if findings.checked else -1

    qtbot.waitUntil(lambda: verbatim() == 1)
    desk.deleting.delete([used])
    qtbot.waitUntil(lambda: verbatim() == 0)
    desk.show_page("pick")
    window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: verbatim() == 1)


@pytest.fixture
def many(library: Library, desk: Desk) -> list[str]:
    """The articles of a page that has more of them than go in the time of a key press."""
    raw = "".join(f"第{number}篇\n" for number in range(60))
    blocks = [
        Block(BlockKind.PARAGRAPH, line, (Span(raw.index(line), raw.index(line) + len(line)),))
        for line in raw.split()
    ]
    source = Source("版面.txt", raw)
    page = [Article(f"{source.id}-{at}", source.id, (block,)) for at, block in enumerate(blocks, 1)]
    library.add(source, Recovery(tuple(page)))
    desk.pick.browser.refresh()
    return ids(library, source.id)


def test_many_articles_go_and_come_back_as_the_window_is_drawn(
    window: MainWindow, desk: Desk, many: list[str]
) -> None:
    started = []
    desk.pick.work_started.connect(lambda what, _job: started.append(what))
    desk.deleting.delete(many)
    assert started[-1] == "正在删除文章"
    assert set(many).isdisjoint(ids(desk.library))
    assert "60 篇" in desk.notice.sentence
    window.actions_by_id["undo"].trigger()
    assert started[-1] == "正在恢复文章"
    assert set(many) <= set(ids(desk.library))
    window.actions_by_id["redo"].trigger()
    assert set(many).isdisjoint(ids(desk.library))


def test_a_deletion_that_is_cancelled_takes_nothing(
    window: MainWindow, desk: Desk, many: list[str]
) -> None:
    desk.pick.work_started.connect(lambda _what, job: job.cancel())
    desk.deleting.delete(many)
    assert set(many) <= set(ids(desk.library))
    assert not desk.notice.isVisible()
    assert window.status.currentMessage() == "已取消，一篇也没有删除。"


Meanwhile = Callable[[Callable[[Job], object]], None]


@pytest.fixture
def meanwhile(desk: Desk) -> Meanwhile:
    """Does something, once, while everything waits for a job."""

    def at_next_wait(do: Callable[[Job], object]) -> None:
        def begun(_what: str, job: Job) -> None:
            desk.pick.work_started.disconnect(begun)
            QTimer.singleShot(0, desk, lambda: do(job))

        desk.pick.work_started.connect(begun)

    return at_next_wait


def test_looking_who_uses_articles_and_deleting_them_is_one_work_to_cancel(
    desk: Desk, many: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Job] = []
    desk.pick.work_started.connect(lambda _what, job: started.append(job))
    monkeypatch.setattr(desk.library, "picked", lambda _id: started[0].cancel())
    desk.deleting.delete(many)
    assert len(started) == 1
    assert set(many) <= set(ids(desk.library))


def test_no_command_is_done_while_everything_waits(
    window: MainWindow, desk: Desk, many: list[str], meanwhile: Meanwhile
) -> None:
    other = next(article for article in ids(desk.library) if article not in many)
    desk.pick.open_article(other)
    menus = window.menuBar().actions()
    seen: list[bool] = []

    def command(_job: Job) -> None:
        seen.extend(menu.isEnabled() for menu in menus)
        window.actions_by_id["delete-article"].trigger()

    meanwhile(command)
    desk.deleting.delete(many)
    assert not any(seen)
    assert all(menu.isEnabled() for menu in menus)
    assert other in ids(desk.library)
    assert set(many).isdisjoint(ids(desk.library))


def test_files_that_are_handed_over_wait_too(
    desk: Desk, many: list[str], meanwhile: Meanwhile, tmp_path: Path, qtbot: QtBot
) -> None:
    desk.library.save_packet(Packet("别的", id="other"))
    save_pack(desk.library, "other", tmp_path / "别的.studypack")
    started: list[str] = []
    desk.pick.work_started.connect(lambda what, _job: started.append(what))
    desk.shelf.work_started.connect(lambda what, _job: started.append(what))

    def hand(_job: Job) -> None:
        desk.take_files([tmp_path / "别的.studypack"])
        assert len(started) == 1

    meanwhile(hand)
    desk.deleting.delete(many)
    with qtbot.waitSignal(desk.shelf.file_read):
        pass
    assert started == ["正在删除文章", "正在打开 别的.studypack"]


def test_a_library_that_is_left_while_everything_waits_is_left(
    window: MainWindow, desk: Desk, many: list[str], meanwhile: Meanwhile, tmp_path: Path
) -> None:
    meanwhile(lambda _job: window.open_library(tmp_path / "别的资料库"))
    desk.deleting.delete(many)
    assert window.desk is None


def test_taking_back_that_is_cancelled_is_no_failure(
    window: MainWindow, desk: Desk, many: list[str]
) -> None:
    desk.deleting.delete(many)
    desk.notice.hide()
    desk.pick.work_started.connect(lambda _what, job: job.cancel())
    undo = window.actions_by_id["undo"]
    undo.trigger()
    assert window.status.currentMessage() == "已取消，没有撤消。"
    assert not desk.notice.isVisible()
    assert undo.text().startswith("撤消：删除")


def test_deleting_stays_in_its_page_though_a_date_of_another_cannot_be_read(
    window: MainWindow, desk: Desk, pick: PickPage, qtbot: QtBot
) -> None:
    source_id = desk.library.sources()[-1].id
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_source(source_id)
    desk.tidy.facts.ask([source_id])
    desk.tidy.form.newspaper.setText("某报")
    desk.tidy.form.published.setText("去年")
    desk.show_page("pick")
    count = len(desk.library.articles())
    window.actions_by_id["delete-article"].trigger()
    assert desk.page_id == "pick"
    assert len(desk.library.articles()) == count - 1
    assert desk.flush()
    assert desk.library.source(source_id).newspaper == "某报"

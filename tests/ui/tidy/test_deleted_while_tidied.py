"""A page whose articles are deleted, or whose import is taken back, is not tidied any more."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studydesk.domain.article import Article
from studydesk.domain.tidying import JoinArticles, MoveBlocks, SetAside, SplitArticle, Tidying
from studydesk.library import Library
from studydesk.ui.deed import LIBRARY
from studydesk.ui.desk import Desk
from studydesk.ui.tidy.menus import fill

PAGE = "\n\n".join(
    f"{title}\n本报记者 张三\n　　{title}的消息传来，大家都说好。\n　　会议昨天在京召开。"
    for title in ("春耕生产全面展开", "铁路新线今日通车", "科技下乡受到欢迎")
)


@pytest.fixture
def pasted(desk: Desk, qtbot: QtBot) -> str:
    """A page just pasted and open in 整理, by its id."""
    QApplication.clipboard().setText(PAGE)
    with qtbot.waitSignal(desk.pick.imported, timeout=20_000) as imported:
        desk.import_clipboard()
    [source_id] = imported.args[0]
    desk.show_page("tidy")
    desk.tidy.open_source(source_id)
    qtbot.waitUntil(lambda: desk.tidy.current.source_id == source_id, timeout=20_000)
    return str(source_id)


def test_a_page_is_left_as_its_import_is_taken_back_and_comes_back_with_it(
    desk: Desk, pasted: str, qtbot: QtBot
) -> None:
    before = desk.library.ids_of([pasted])
    assert desk.undoing.undo_in(LIBRARY)
    assert desk.tidy.current.page is None
    assert not desk.tidy.articles.isVisible()
    assert "回收站" in desk.tidy.empty.sentence
    QTest.keyClick(desk.tidy.articles, Qt.Key.Key_Return)
    assert desk.flush()
    assert desk.library.ids_of([pasted]) == []
    assert desk.undoing.redo_in(LIBRARY)
    qtbot.waitUntil(lambda: desk.tidy.current.source_id == pasted, timeout=20_000)
    assert desk.tidy.articles.isVisible()
    assert desk.library.ids_of([pasted]) == before


def test_what_was_done_to_a_page_is_kept_before_it_is_deleted(
    desk: Desk, pasted: str, qtbot: QtBot
) -> None:
    ids = desk.library.ids_of([pasted])
    desk.tidy.table.go_to_beginning()
    QTest.keyClick(desk.tidy.articles, Qt.Key.Key_Delete)
    done = desk.tidy.current.page
    desk.deleting.delete(ids)
    assert done is not None
    assert desk.library.operations(pasted) == done.operations != ()
    assert desk.flush()
    assert desk.undoing.undo_in(LIBRARY)
    qtbot.waitUntil(lambda: desk.tidy.current.source_id == pasted, timeout=20_000)
    page = desk.tidy.current.page
    assert page is not None
    assert (page.source, page.operations) == (done.source, done.operations)


def names(desk: Desk) -> list[str]:
    """What 整理 calls the articles of the page."""
    return [row.text for row in desk.tidy.articles.rows if row.is_name]


def test_an_article_in_the_trash_is_marked_and_stays_there_as_it_is_tidied(
    desk: Desk, pasted: str
) -> None:
    first, second = desk.library.ids_of([pasted])[:2]
    desk.deleting.delete([first])
    assert [name.endswith(" · 在回收站") for name in names(desk)[:2]] == [True, False]
    for article_id in (first, second):
        desk.tidy.table.go_to_article(article_id)
        assert desk.tidy.commands.actions["aside"].isEnabled()
        desk.tidy.commands.actions["aside"].trigger()
    assert desk.flush()
    assert first not in desk.library.ids_of([pasted])
    for _ in range(2):
        desk.tidy.current.history.undo()
    assert desk.flush()
    assert first not in desk.library.ids_of([pasted])
    assert names(desk)[0].endswith(" · 在回收站")
    assert desk.undoing.undo_in(LIBRARY)
    assert first in desk.library.ids_of([pasted])
    assert not names(desk)[0].endswith("在回收站")


def join(first: Article, second: Article) -> tuple[Tidying, ...]:
    """Join the second article with the first."""
    at, to = (article.blocks[0].spans[0].start for article in (second, first))
    return (JoinArticles(at, to),)


def move(first: Article, second: Article) -> tuple[Tidying, ...]:
    """Move the last paragraph of the second article into the first."""
    at, to = (article.blocks[-1].spans[0].start for article in (second, first))
    return (MoveBlocks((at,), to, after=True),)


def move_in(first: Article, second: Article) -> tuple[Tidying, ...]:
    """Move the last paragraph of the first article into the second."""
    return move(second, first)


def set_aside(_first: Article, second: Article) -> tuple[Tidying, ...]:
    """Set all of the second article aside."""
    return tuple(SetAside(block.spans[0].start) for block in second.blocks)


STEPS = pytest.mark.parametrize("step", [join, move, move_in, set_aside])
Step = Callable[[Article, Article], tuple[Tidying, ...]]


def do(desk: Desk, step: Step) -> None:
    """Do a step with the first two articles of the page."""
    page = desk.tidy.current.page
    assert page is not None
    first, second = page.recovery.articles[:2]
    assert desk.tidy.current.do("一步", *step(first, second))


def kept(desk: Desk, source_id: str) -> tuple[list[Article], list[Article]]:
    """The articles of a page in the library and those in the trash, once all is kept."""
    assert desk.flush()
    return desk.library.articles_of(source_id), desk.library.articles_in_trash(source_id)


@STEPS
@pytest.mark.parametrize("is_kept", [True, False], ids=["kept", "at once"])
def test_what_was_in_the_trash_before_a_step_is_there_once_it_is_taken_back(
    desk: Desk, pasted: str, step: Step, is_kept: bool
) -> None:
    desk.deleting.delete(desk.library.ids_of([pasted])[1:2])
    before = kept(desk, pasted)
    do(desk, step)
    if is_kept:
        done = kept(desk, pasted)
    desk.tidy.current.history.undo()
    assert kept(desk, pasted) == before
    desk.tidy.current.history.redo()
    assert not is_kept or kept(desk, pasted) == done


@STEPS
def test_what_was_in_the_trash_is_there_once_a_fresh_start_is_taken_back(
    desk: Desk, pasted: str, step: Step
) -> None:
    desk.deleting.delete(desk.library.ids_of([pasted])[1:2])
    do(desk, step)
    before = kept(desk, pasted)
    desk.tidy.current.start_afresh("从头整理")
    kept(desk, pasted)
    desk.tidy.current.history.undo()
    assert kept(desk, pasted) == before


def test_an_article_restored_since_a_step_stays_so_as_the_step_is_taken_back(
    desk: Desk, pasted: str
) -> None:
    before = kept(desk, pasted)
    desk.deleting.delete(desk.library.ids_of([pasted])[2:3])
    do(desk, join)
    assert desk.undoing.undo_in(LIBRARY)
    desk.tidy.current.history.undo()
    assert kept(desk, pasted) == before


def test_an_article_deleted_since_a_step_stays_so_as_the_step_is_taken_back(
    desk: Desk, pasted: str
) -> None:
    do(desk, join)
    kept(desk, pasted)
    gone = desk.library.ids_of([pasted])[1:2]
    desk.deleting.delete(gone)
    desk.tidy.current.history.undo()
    assert [article.id for article in kept(desk, pasted)[1]] == gone


def test_an_article_that_an_import_brings_back_stays_as_its_page_is_tidied(
    desk: Desk, pasted: str, qtbot: QtBot
) -> None:
    gone = desk.library.ids_of([pasted])[1]
    desk.deleting.delete([gone])
    with qtbot.waitSignal(desk.pick.imported, timeout=20_000):
        desk.import_clipboard()
    do(desk, move)
    assert gone in [article.id for article in kept(desk, pasted)[0]]


@pytest.mark.parametrize(
    ("step", "says"),
    [
        (
            join,
            ["文章“铁路新线今日通车”已并进“春耕生产全面展开 铁路新线今日通车”，不在回收站里了。"],
        ),
        (move, []),
        (move_in, ["文章“铁路新线今日通车”里有了别处的文字，已从回收站回到资料库。"]),
        (set_aside, ["文章“铁路新线今日通车”全都不属于正文了，不在回收站里了。"]),
    ],
)
def test_it_is_said_what_is_gone_from_the_trash_and_nothing_else(
    desk: Desk, pasted: str, step: Step, says: list[str]
) -> None:
    desk.deleting.delete(desk.library.ids_of([pasted])[1:2])
    told: list[str] = []
    desk.tidy.message.connect(told.append)
    do(desk, step)
    kept(desk, pasted)
    assert [sentence for sentence in told if "回收站" in sentence] == says


def test_another_page_can_be_tidied_from_where_one_was_left(
    desk: Desk, pasted: str, qtbot: QtBot
) -> None:
    assert desk.undoing.undo_in(LIBRARY)
    qtbot.waitUntil(lambda: not desk.tidy._jobs.busy, timeout=20_000)
    assert desk.tidy.current.page is None
    desk.tidy.empty.asked.emit()
    qtbot.waitUntil(lambda: desk.tidy.current.page is not None, timeout=20_000)
    assert desk.tidy.current.source_id != pasted


def test_a_library_with_nothing_left_says_so(
    desk: Desk, library: Library, pasted: str, qtbot: QtBot
) -> None:
    desk.deleting.delete(library.ids_of([source.id for source in library.sources()]))
    qtbot.waitUntil(lambda: not desk.tidy._jobs.busy, timeout=20_000)
    assert desk.tidy.current.page is None
    assert "回收站" in desk.tidy.empty.sentence


def test_the_head_counts_no_deleted_article_and_gives_it_back(desk: Desk, pasted: str) -> None:
    first = desk.library.ids_of([pasted])[0]
    head = desk.tidy.head
    assert (head.facts.text(), head.restore.isHidden()) == ("3 篇文章", True)
    desk.deleting.delete([first])
    assert (head.facts.text(), head.restore.isHidden()) == ("2 篇文章", False)
    assert [row.is_deleted for row in desk.tidy.articles.rows if row.article_id == first]
    assert all(row.is_deleted for row in desk.tidy.articles.rows if row.article_id == first)
    head.restore.setFocus()
    head.restore.click()
    assert not head.isAncestorOf(desk.tidy.focusWidget())
    assert first in desk.library.ids_of([pasted])
    assert (head.facts.text(), head.restore.isHidden()) == ("3 篇文章", True)
    assert not any(row.is_deleted for row in desk.tidy.articles.rows)


def test_the_menu_gives_a_deleted_article_back(desk: Desk, pasted: str) -> None:
    first, second = desk.library.ids_of([pasted])[:2]
    desk.deleting.delete([first, second])
    desk.tidy.table.go_to_article(second)
    menu = QMenu()
    fill(menu, desk.tidy.commands)
    restore = menu.actions()[0]
    assert restore.text() == "从回收站恢复这一篇"
    restore.trigger()
    here = desk.library.ids_of([pasted])
    assert (first in here, second in here) == (False, True)


@pytest.mark.parametrize("from_menu", [True, False])
def test_articles_given_back_in_a_page_are_what_is_taken_back_there_first(
    desk: Desk, pasted: str, from_menu: bool
) -> None:
    tidy, gone = desk.tidy, desk.library.ids_of([pasted])[0]
    do(desk, move)
    assert desk.flush()
    assert tidy.current.page is not None
    done = tidy.current.page.operations
    desk.deleting.delete([gone])
    if from_menu:
        tidy.table.go_to_article(gone)
        menu = QMenu()
        fill(menu, tidy.commands)
        menu.actions()[0].trigger()
    else:
        tidy.head.restore.click()
    assert gone in desk.library.ids_of([pasted])
    tidy.head.undo.click()
    assert gone not in desk.library.ids_of([pasted])
    assert tidy.current.page.operations == done
    tidy.head.redo.click()
    assert gone in desk.library.ids_of([pasted])
    assert tidy.current.page.operations == done


def test_what_was_given_back_in_a_page_and_is_deleted_again_elsewhere_is_passed_over_there(
    desk: Desk, pasted: str
) -> None:
    tidy, (gone, *_) = desk.tidy, desk.library.ids_of([pasted])
    told: list[str] = []
    desk.undoing.said.connect(told.append)
    desk.deleting.delete([gone])
    tidy.head.restore.click()
    desk.show_page("pick")
    desk.deleting.delete([gone])
    desk.show_page("tidy")
    assert not tidy.head.undo.isEnabled()
    desk.undoing.undo()
    assert (told, "⚠" in desk.notice.sentence) == ([], False)
    desk.show_page("pick")
    for is_there in (True, False, True):
        desk.undoing.undo()
        assert (gone in desk.library.ids_of([pasted])) is is_there
    for is_there in (False, True, False):
        desk.undoing.redo()
        assert (gone in desk.library.ids_of([pasted])) is is_there
    verbs = [sentence.partition("文章")[0] for sentence in told]
    back = ["已撤消：删除", "已撤消：恢复", "已撤消：删除"]
    assert verbs == [*back, "已重做：删除", "已重做：恢复", "已重做：删除"]


def test_what_was_given_back_in_a_page_and_joined_since_is_passed_over_until_it_is_itself_again(
    desk: Desk, pasted: str
) -> None:
    tidy, (_, joined, _) = desk.tidy, desk.library.ids_of([pasted])
    desk.deleting.delete([joined])
    tidy.head.restore.click()
    do(desk, join)
    assert desk.flush()
    desk.show_page("pick")
    assert desk.undoing.next_back[0].startswith("导入")
    desk.show_page("tidy")
    tidy.head.undo.click()
    assert desk.flush()
    assert joined in desk.library.ids_of([pasted])
    tidy.head.undo.click()
    assert joined not in desk.library.ids_of([pasted])
    tidy.head.redo.click()
    assert joined in desk.library.ids_of([pasted])


def test_what_went_back_into_several_articles_is_not_told_to_be_in_one(
    desk: Desk, pasted: str
) -> None:
    current, told = desk.tidy.current, list[str]()
    desk.tidy.message.connect(told.append)
    for number in (0, 2):  # the first article is two then
        assert current.page is not None
        last = current.page.recovery.articles[number].blocks[-1]
        assert current.do("拆开", SplitArticle(last.spans[0].start))
    assert desk.flush()
    assert current.page is not None
    articles = current.page.recovery.articles
    desk.deleting.delete([articles[1].id, articles[3].id])
    current.start_afresh("从头整理")
    assert desk.flush()
    [said] = [sentence for sentence in told if "回收站" in sentence]
    assert said.endswith("等 2 篇已并进各自的文章，不在回收站里了。")


def test_an_import_is_taken_back_though_what_it_brought_was_deleted_given_back_and_joined(
    desk: Desk, pasted: str
) -> None:
    tidy, (_, joined, _) = desk.tidy, desk.library.ids_of([pasted])
    desk.deleting.delete([joined])
    tidy.head.restore.click()
    do(desk, join)
    assert desk.flush()
    desk.show_page("pick")
    desk.undoing.undo()
    assert desk.library.ids_of([pasted]) == []
    assert "⚠" not in desk.notice.sentence
    desk.undoing.redo()
    assert len(desk.library.ids_of([pasted])) == 2


def test_an_import_is_passed_over_while_all_that_it_brought_is_deleted(
    desk: Desk, pasted: str
) -> None:
    was = desk.undoing.next_back
    desk.show_page("pick")
    assert desk.undoing.next_back[0].startswith("导入")
    desk.library.delete_articles(desk.library.ids_of([pasted]))
    desk.undoing.look_again()
    assert desk.undoing.next_back == was

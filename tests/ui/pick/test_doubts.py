"""What is doubtful in an article, and its tags: above the text, acted on where they are seen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydesk.domain.article import Problem, ProblemKind, Severity
from studydesk.library import ArticleFilter, Library
from studydesk.ui.pages.pick import PickPage


def problem(pick: PickPage, block: int, kind: ProblemKind = ProblemKind.END_MISSING) -> Problem:
    assert pick.article is not None
    span = pick.article.body_blocks[block].spans[0]
    return Problem(kind, Severity.AMBER, span, pick.article.id)


def test_a_click_on_a_doubt_goes_to_its_paragraph(pick: PickPage, qtbot: QtBot) -> None:
    assert pick.article is not None
    pick.reader.findings.tell([problem(pick, 3)])
    qtbot.mouseClick(pick.reader.findings.lines()[0], Qt.MouseButton.LeftButton)
    stretch = pick.reader.text.selection()
    assert stretch is not None
    assert pick.article.body[slice(*stretch)] == pick.article.body_blocks[3].text


@pytest.mark.parametrize(("count", "shown"), [(1, True), (2, True), (3, False)])
def test_more_than_two_doubts_are_one_line_at_first(
    pick: PickPage, count: int, shown: bool
) -> None:
    details = [replace(problem(pick, n, ProblemKind.REPEATED), detail=str(n)) for n in range(count)]
    pick.reader.findings.tell(details)
    assert all(line.isVisible() is shown for line in pick.reader.findings.lines())
    assert pick.reader.findings._fold.text() == f"{count} 处存疑 {'▴' if shown else '▾'}"


def test_tags_take_no_room_from_what_is_doubtful(pick: PickPage, qtbot: QtBot) -> None:
    pick.window().resize(1366, 728)
    pick.reader.tags.show_tags(("安全生产月", "全员学习", "产业工人队伍建设改革"), ())
    pick.reader.tags.begin()
    pick.reader.findings.tell([problem(pick, 0, ProblemKind.TITLE_MISSING)])
    (line,) = pick.reader.findings.lines()
    qtbot.waitUntil(lambda: line.text().removeprefix("⚠ ") == line.accessibleName())


def test_doubts_that_say_the_same_are_one_line_and_all_are_counted(pick: PickPage) -> None:
    pick.reader.findings.tell([problem(pick, 0), problem(pick, 1), problem(pick, 2)])
    assert len(pick.reader.findings.lines()) == 1
    assert "（3 处）" in pick.reader.findings.lines()[0].accessibleName()
    assert pick.reader.findings._fold.text().startswith("3 处存疑")


def test_an_article_in_order_has_no_line(pick: PickPage) -> None:
    pick.reader.findings.tell([])
    assert not pick.reader.findings.isVisible()


def tags(library: Library, tag: str) -> list[str]:
    return [article.id for article in library.articles(ArticleFilter(tag=tag))]


def test_a_tag_is_set_and_taken_back(pick: PickPage, library: Library, qtbot: QtBot) -> None:
    assert pick.article is not None
    pick.edit_tags()
    with qtbot.waitSignal(pick.undoable) as offered:
        pick.reader.tags.field.setText("安全")
        qtbot.keyClick(pick.reader.tags.field, Qt.Key.Key_Return)
    assert tags(library, "安全") == [pick.article.id]
    assert pick.reader.tags.tags == ("安全",)
    assert offered.args is not None
    offered.args[0].take_back()
    assert tags(library, "安全") == []
    assert not pick.reader.tags.tags


def test_a_tag_is_taken_off_by_its_button(pick: PickPage, library: Library) -> None:
    pick.reader.tags.changed.emit(("安全", "质量"), "")
    pick.reader.tags._remove("安全")
    assert pick.reader.tags.tags == ("质量",)
    assert tags(library, "安全") == []

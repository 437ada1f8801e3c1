"""整理: what is done about a doubt is done in sight of it, and what is said there fits."""

from dataclasses import replace
from functools import partial

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.tidy.conftest import Tidying

from studydesk.domain.article import BlockKind, Problem, ProblemKind, Severity, Source, Span
from studydesk.errors import LibraryLost
from studydesk.library import Library, SourceSummary
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Jobs
from studydesk.ui.pages.tidy import TidyPage
from studydesk.ui.theme import DARK, LIGHT, Appearance
from studydesk.ui.tidy.row_text import Chosen
from studydesk.ui.tidy.rows import Row


def test_f9_where_no_doubt_is_shown_says_so(tidying: Tidying) -> None:
    tidying.page.menu_actions()[2].trigger()
    assert "F8" in tidying.told[-1]


def test_from_a_page_without_doubts_the_key_leads_to_the_next_source_that_has_some(
    tidying: Tidying,
) -> None:
    clear, doubtful = (SourceSummary(name, name, name, 1, 0) for name in ("clear", "other"))
    wanted: list[str] = []
    shown = tidying.page.current.source_id
    which, strip = tidying.page.which, tidying.page.strip
    which.wanted.disconnect()
    which.wanted.connect(wanted.append)
    strip.show_problems(())
    which._list((replace(clear, id=shown), clear, replace(doubtful, problems=5)))
    assert strip.sentence.text().startswith("✓ 这个来源没有存疑之处；还有 5 处在别的来源")
    tidying.press("F8")
    assert wanted == ["other"]


def test_a_key_that_was_pressed_as_a_source_could_not_be_opened_leads_nowhere_later(
    tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tidying.page
    source_id = tidying.library.sources()[0].id
    page.current.close_page()
    page.which.left.emit()

    def lost(library: Library, _source_id: str) -> Source:
        raise LibraryLost(library.folder)

    with monkeypatch.context() as patch:
        patch.setattr(Library, "source", lost)
        with tidying.qtbot.waitSignal(page.current.failed):
            page.open_source(source_id)
            page.menu_actions()[0].trigger()
    with tidying.qtbot.waitSignal(page.current.opened):
        page.open_source(source_id)
    assert page.strip.problem is None


@pytest.mark.parametrize("is_shown", [False, True])
def test_a_key_that_is_pressed_while_a_source_is_being_opened_leads_to_its_first_doubt(
    tidying: Tidying,
    is_shown: bool,  # another one, meanwhile
) -> None:
    page = tidying.page
    if not is_shown:
        page.current.close_page()
        page.which.left.emit()
    with tidying.qtbot.waitSignal(page.current.opened):
        page.open_source(tidying.library.sources()[0].id)
        page.menu_actions()[0].trigger()
        assert "正在打开来源" in tidying.told[-1]
    assert page.strip.problem is not None
    assert page.strip.problem == page.strip.problems[0]
    assert page.articles.is_in_view(page.strip.problem.span.start)


def test_a_key_that_is_pressed_before_any_source_is_known_leads_to_a_doubt_once_one_is_shown(
    qtbot: QtBot, library: Library, jobs: Jobs, appearance: Appearance
) -> None:
    page = TidyPage(library, CurrentPacket(library), jobs)
    qtbot.addWidget(page)
    told: list[str] = []
    page.message.connect(told.append)
    with qtbot.waitSignal(page.current.opened):
        page.show()
        page.menu_actions()[0].trigger()
        assert "正在打开来源" in told[-1]
    assert page.strip.problem is not None


@pytest.mark.parametrize(("step", "first"), [(1, "a"), (-1, "b")])
def test_where_no_source_is_shown_the_key_leads_to_the_first_or_the_last_with_doubts(
    tidying: Tidying, step: int, first: str
) -> None:
    wanted: list[str] = []
    which = tidying.page.which
    which.wanted.disconnect()
    which.wanted.connect(wanted.append)
    which._list(tuple(replace(SourceSummary(name, name, name, 1, 0), problems=1) for name in "ab"))
    which.go_to_doubt(step)
    assert wanted == [first]


def test_where_no_source_has_doubts_there_is_none_to_go_to(tidying: Tidying) -> None:
    strip, shown = tidying.page.strip, tidying.page.current.source_id
    strip.show_problems(())
    tidying.page.which._list((SourceSummary(shown, "甲", "甲", 1, 0),))
    assert strip.sentence.text() == "✓ 没有存疑之处。"
    tidying.press("F8")
    assert tidying.told[-1] == "没有存疑之处。"
    assert strip._on.isHidden()


def test_every_doubt_is_in_sight_where_a_question_leaves_the_texts_little_room(
    tidying: Tidying,
) -> None:
    page = tidying.page
    page.resize(1280, page.height() - page.articles.viewport().height() + 110)
    tidying.qtbot.waitUntil(lambda: page.articles.viewport().height() <= 110)
    for _ in page.strip.problems:
        tidying.press("F8")
        assert page.strip.problem is not None
        at = page.strip.problem.span.start
        tidying.qtbot.waitUntil(partial(page.articles.is_in_view, at))
        assert page.raw.is_in_view(at)


@pytest.mark.parametrize("size", [16, 20])
def test_a_doubt_stays_marked_on_both_sides_in_other_colours_and_sizes(
    tidying: Tidying, appearance: Appearance, size: int
) -> None:
    page = tidying.page
    tidying.press("F8", "F8", "F8")
    assert page.strip.problem is not None
    words = "".join(tidying.raw[slice(*page.strip.problem.span)].split())
    for mode, scheme in (("dark", DARK), ("light", LIGHT)):
        appearance.set_mode(mode)
        page.set_reading_size(size)
        for side in (page.raw, page.articles):
            marked = {
                each.format.background().color().name(): each.cursor.selectedText()
                for each in side.extraSelections()
            }
            assert "".join(marked[scheme.hit].split()) == words


def test_a_lacking_title_is_asked_for_in_sight_of_its_article(tidying: Tidying) -> None:
    articles = tidying.page.articles
    rows = [row for row in tidying.rows() if row.is_printed and not row.is_furniture]
    last = rows[-1]
    problem = Problem(ProblemKind.TITLE_MISSING, Severity.AMBER, Span(last.at, last.at + 1))
    articles.go_to_row(0)
    tidying.page.strip.show_problems([problem])
    tidying.page.strip.step(1)
    articles.go_to_row(0)
    tidying.page.doubts.remedy(len(tidying.page.strip.remedies) - 1)
    assert articles.is_in_view(last.at)
    assert articles.rows.number_at(last.at) == articles.here()
    assert f"文章 {len(tidying.recovery.articles)} 的标题" in tidying.page.words.what.text()


@pytest.mark.parametrize("kind", BlockKind)
@pytest.mark.parametrize("level", [1, 2, 3])
def test_the_margin_has_room_for_every_label(kind: BlockKind, level: int) -> None:
    assert len(Row("a", "words", kind, level).label) <= 4


def test_the_next_step_goes_to_the_doubt_that_was_just_made_before_the_caret(
    tidying: Tidying,
) -> None:
    row = tidying.row("坚持党管审计")
    words = row.text[row.text.index("，") - 2 : row.text.index("，")]
    tidying.put_caret(words)
    tidying.press("Return")
    tidying.saved()
    tidying.press("F8")
    problem = tidying.page.strip.problem
    assert problem is not None
    assert problem.kind is ProblemKind.CHARACTER_MISSING
    assert problem.span.end <= tidying.row(words).places[0]


def test_from_the_row_below_a_doubt_that_was_looked_at_the_next_step_goes_on(
    tidying: Tidying,
) -> None:
    strip, articles = tidying.page.strip, tidying.page.articles
    below = 0
    for problem in strip.problems:
        tidying.step_to(problem.__eq__)
        row = articles.rows.number_at(problem.span.start) + 1
        if row < len(articles.rows) and articles.rows[row].is_printed:
            below += 1
            articles.go_to_row(row)
            tidying.press("F8")
            assert strip.problem != problem
    assert below > 3


def test_a_step_to_a_doubt_asks_once_what_is_selected(
    tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Chosen] = []
    chosen = tidying.page.articles.chosen

    def ask() -> Chosen:
        asked.append(chosen())
        return asked[-1]

    tidying.page.articles.selectAll()
    monkeypatch.setattr(tidying.page.articles, "chosen", ask)
    tidying.page.strip.shown.disconnect()  # what the caret's move asks is no part of it
    tidying.press("F8")
    assert tidying.page.strip.problem is not None
    assert len(asked) <= 1

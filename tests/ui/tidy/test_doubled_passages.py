"""整理: what the page has twice, and 去掉这一处."""

from tests.ui.tidy.conftest import Tidying

from studydesk.domain.article import ProblemKind


def test_dropping_a_doubled_passage_goes_on_to_the_next_doubt(tidying: Tidying) -> None:
    strip = tidying.page.strip
    while strip.problem is None or strip.problem.kind is not ProblemKind.REPEATED:
        tidying.press("F8")
    dropped, place = strip.problem, strip.settle.x()
    strip.remedy.setFocus()
    strip.remedy.click()
    assert strip.problem is not None
    assert strip.problem.span > dropped.span
    assert strip.isAncestorOf(tidying.page.focusWidget())
    tidying.saved()
    assert strip.problem.span > dropped.span
    assert strip.settle.x() == place


def test_dropping_a_doubled_passage_cuts_no_sentence(tidying: Tidying) -> None:
    ends = ("。", "！", "？", "”", "）", "…", "：", "；")
    cut = {row.text for row in tidying.rows() if row.label == "段落" and row.text[-1] not in ends}
    strip = tidying.page.strip
    while strip.problem is None or strip.problem.kind is not ProblemKind.REPEATED:
        tidying.press("F8")
    place = strip.problem.span.start
    strip.remedy.click()
    now = {row.text for row in tidying.rows() if row.label == "段落" and row.text[-1] not in ends}
    assert now <= cut
    assert "字整句，留下" in tidying.told[-1]
    tidying.saved()
    asked = [p.span.start for p in tidying.recovery.problems if p.kind is ProblemKind.REPEATED]
    assert place not in asked


def test_after_an_undo_no_doubt_is_offered_a_remedy_that_is_not_in_sight(tidying: Tidying) -> None:
    strip = tidying.page.strip
    while strip.problem is None or strip.problem.kind is not ProblemKind.REPEATED:
        tidying.press("F8")
    strip.remedy.click()
    tidying.press("F8")
    tidying.undo()
    assert strip.problem is None
    assert not strip.remedy.isVisible()

"""整理: the interleaved page is put right with what the machine offers, a key for each doubt."""

from tests.ui.tidy.conftest import Tidying

from studydesk.domain.article import Severity
from studydesk.domain.tidying import replay
from studydesk.library import codec
from studydesk.services.starting import StarterPage, starter_file
from studydesk.services.tidying import recovered

TAKEN = ("放到篇首", "放回原处", "移出", "接下一段，移出小标题", "去掉这一处")
"""What a user takes where it is offered first; all else on this page is as it should be."""


def bodies_by_hand(tidying: Tidying) -> list[str]:
    """The articles of the page as they are in the starter library."""
    pages = codec.load(tuple[StarterPage, ...], starter_file().read_bytes())
    page = next(each for each in pages if each.source_id == tidying.source.id)
    fresh = recovered(tidying.source)
    return [each.body for each in replay(tidying.source, fresh, page.operations).recovery.articles]


def start_raw(tidying: Tidying) -> None:
    """The page as it is recovered, in place of that of the starter library."""
    tidying.page.current.start_afresh("恢复自动识别")
    tidying.saved()
    tidying.page.articles.setFocus()
    tidying.page.table.go_to_beginning()


def press(tidying: Tidying, keys: str, pressed: list[str]) -> None:
    tidying.press(keys)
    tidying.saved()
    pressed.append(keys)


def offered(tidying: Tidying) -> str:
    remedies = tidying.page.strip.remedies
    return remedies[0].text if remedies else ""


def test_the_doubts_of_the_interleaved_page_take_a_key_each(tidying: Tidying) -> None:
    start_raw(tidying)
    fresh, pressed = tidying.recovery, list[str]()
    while tidying.page.strip.problems and len(pressed) < 60:
        problem = tidying.page.strip.problem
        if problem is None:
            press(tidying, "F8", pressed)
        elif offered(tidying) in TAKEN and problem.severity is not Severity.GREY:
            press(tidying, "Shift+F9", pressed)
            if tidying.page.articles.textCursor().hasSelection():
                press(tidying, "Ctrl+Del", pressed)  # the half sentence that is doubled, too
        else:
            press(tidying, "F9", pressed)
    assert [each.body for each in tidying.recovery.articles] == bodies_by_hand(tidying)
    assert len(pressed) <= 24
    assert tidying.is_whole()
    while tidying.page.current.history.index() > 1:
        tidying.undo()
        tidying.saved()
    assert tidying.recovery.articles == fresh.articles

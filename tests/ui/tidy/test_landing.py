"""Where rows land that are sent to an article."""

from studydesk.domain.article import BlockKind, Span
from studydesk.ui.tidy.landing import landing
from studydesk.ui.tidy.rows import Row

TITLE, TEXT, CLOSING = BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.AFFILIATION


def row(at: int, text: str = "一段文字。", kind: BlockKind = TEXT) -> Row:
    return Row("a", text, kind, spans=(Span(at, at + len(text)),))


def landed(there: list[Row], *moving: Row, last: int | None = None) -> list[int]:
    """The article by where its rows begin, once these were sent there."""
    anchor, after, _ = landing(there, moving, last)
    place = there.index(anchor) + after
    return [each.at for each in (*there[:place], *moving, *there[place:])]


HEAD = row(100, "题目", TITLE)
END = row(500, "（作者系某厂工人）", CLOSING)


def test_an_article_in_the_order_of_the_page_stays_in_it() -> None:
    there = [HEAD, row(200), row(400), END]
    assert landed(there, row(300)) == [100, 200, 300, 400, 500]
    assert landed(there, row(600)) == [100, 200, 400, 600, 500]


def test_what_is_printed_above_the_article_goes_to_its_end() -> None:
    assert landed([HEAD, row(200), END], row(50)) == [100, 200, 50, 500]


def test_what_comes_next_goes_behind_what_was_sent_last() -> None:
    there = [HEAD, row(200), row(50), row(60), END]
    assert landed(there, row(20), last=50) == [100, 200, 50, 20, 60, 500]
    assert landed(there, row(300), last=60) == [100, 200, 50, 60, 300, 500]


def test_a_numbered_part_goes_to_its_number() -> None:
    there = [HEAD, row(200, "一、甲"), row(210), row(300, "三、丙"), row(310)]
    assert landed(there, row(400, "二、乙"), row(410)) == [100, 200, 210, 400, 410, 300, 310]


def test_the_place_is_told() -> None:
    there = [HEAD, row(200, "甲段讲完了。"), row(400), END]
    assert landing(there, [row(600)], None).told == "末尾"
    assert landing(there, [row(300)], None).told == "“甲段讲完了。”之后"
    assert landing([row(200, "甲段讲完了。")], [row(100)], None).told == "末尾"

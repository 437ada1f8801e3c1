"""What the first row of a paragraph tells: set in, it begins there; not set in, it goes on."""

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, recovered

from studydesk.sources.recovery.lines import read_lines
from studydesk.sources.recovery.paragraphs import gather
from studydesk.sources.recovery.roles import Role

TYPED = "\u3000\u3000"
CUT = 33
# Another article, of which nothing is said in the day at work.
MARKET = "菜市场里的摊位一个挨着一个，番茄和黄瓜码得整整齐齐，摊主的吆喝声此起彼伏，好不热闹。"
STALLS = "卖豆腐的老夫妻守着摊位已有二十年，番茄涨价也罢，黄瓜落价也罢，豆腐始终是一块钱一方。"


def marks(raw: str) -> list[bool | None]:
    """Whether each paragraph of a page is set in."""
    units = gather(raw, read_lines(raw)[0])
    return [unit.set_in for unit in units if unit.role is Role.TEXT]


def rows(text: str, width: int = 17) -> list[str]:
    """A paragraph in rows, the first two characters narrower; stops hang at the end of a row."""
    at = 0
    cut: list[str] = []
    while at < len(text):
        end = at + width - 2 * (not cut)
        while end < len(text) and text[end] in "，。":
            end += 1
        cut.append(text[at:end])
        at = end
    return cut


def test_typed_spaces_tell_what_goes_on() -> None:
    day = [TYPED + text for text in (MORNING, WORK, NOON, EVENING, MARKET)]

    assert marks("\n".join([*day, STALLS])) == [True] * 5 + [False]
    assert marks("\n".join([*day, TYPED + STALLS[:CUT], STALLS[CUT:]])) == [True] * 6


def test_what_is_not_set_in_goes_on_with_the_sentence_that_broke_off() -> None:
    found = recovered(
        "夜校开到车间里",
        "王敏",
        TYPED + MORNING,
        TYPED + WORK,
        TYPED + NOON[:CUT],
        "赶一趟菜市场",
        "李伟",
        TYPED + MARKET,
        TYPED + STALLS,
        NOON[CUT:],
        TYPED + EVENING,
    )

    assert [article.body for article in found.articles] == [
        "\n".join((MORNING, WORK, NOON, EVENING)),
        "\n".join((MARKET, STALLS)),
    ]


def test_a_row_set_in_between_two_full_ones_begins_a_paragraph() -> None:
    begun = rows(MARKET)[:2]
    day = [row for text in (MORNING, WORK, NOON, EVENING) for row in rows(text)]
    raw = "\n".join([*day, *begun, *rows(STALLS)])
    texts = [unit.text for unit in gather(raw, read_lines(raw)[0]) if unit.role is Role.TEXT]

    assert texts[-2:] == ["".join(begun), STALLS]


@pytest.mark.parametrize("label", ["思辨录", "微论"])
def test_a_short_row_over_a_title_is_no_end_of_a_sentence(label: str) -> None:
    day = [row for text in (MORNING, WORK, NOON, EVENING) for row in rows(text)]
    head = (label, "赶一趟菜市场", "李伟")
    raw = "\n".join([*day, *rows(STALLS)[:2], *head, *rows(MARKET)])
    texts = [unit.text for unit in gather(raw, read_lines(raw)[0])]

    assert label in texts

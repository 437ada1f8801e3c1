"""Whether two lines over an article are one title: what speaks for it and against it, weighed.

The weights are log-odds, fitted to heads of several hundred articles and rounded; where grammar
leaves no doubt they are greater than what so few heads tell.
"""

import re
from collections.abc import Collection, Sequence

from studydesk.domain.article import BlockKind
from studydesk.domain.cleaning import clean
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.labels import is_office_over
from studydesk.sources.recovery.page import SURE_JOINT, Page
from studydesk.sources.recovery.rows import LINE_END
from studydesk.sources.recovery.units import Unit
from studydesk.sources.recovery.words import is_word, opens_quote, opens_with_verb, word_over

# Beyond these lengths two lines are too long for one title, or one of them too short for a half;
# halves are as short, and alike.
LONGEST_ON_TWO_LINES, SHORTEST_LINE, LONGEST_HALF, UNEVEN_HALVES = 20, 4, 9, 2
LONGEST_OPENING = 10
# A longer line below may be a title by itself.
LONG_ENOUGH = 10
# Rows of a title that is set as wide as its column differ by no more; others by no more than that.
MOST_EVEN, MOST_UNEVEN = 3, 10
# How much less likely a title has one line more than two.
SELDOM_LONGER = 0.7
# Which share of a line an article says that is nearly all about it.
ALL_SAID = 0.75
# So many pairs of characters tell what an article speaks of; what it says where none do.
ENOUGH_SAID, UNKNOWN, MORE_BESIDE = 300, 1.2, 2.4
# That a line over another one is its first half is less usual than that it is none.
USUALLY_NONE = 0.25
# In a title the first comma stands seldom so near to its beginning.
EARLY_COMMA = 5
# What series of articles are called, and no first half of a title is: 深化产改大家谈.
SERIES = re.compile("(?:大家谈|笔谈|风采录|群英谱)$")
# What boxes that explain something are called is no part of what they explain.
LABEL_OF_BOX = -8.0
# How what names an occasion or a column ends.
ENDS_KICKER = re.compile("(?:报告|行动|时代|见闻|综述)$")
# How a field of work ends, of which a kicker says that the article is from it.
ENDS_FIELD = re.compile("(?:建设|治理|保护|宣传|培养|改革|发展|服务|保障|管理|关爱|提升|协商)$")
# What short first halves begin with (让青年职工, 把安全责任), what they end in (集体协商怎样从,
# 在转型中), and what second halves begin with, but few titles (同样, 要, 如何).
OPENS_HALF = "把让为从在以当给使对将用向靠"
ENDS_HALF = "从在把将被让使以为向到是有成下中上着"
OPENS_SECOND = "也都却更还才就该要是到与和的及并而则如怎"


def count_over(
    page: Page, displays: Sequence[Unit], said: frozenset[str], labelled: Collection[int]
) -> int:
    """How many of the lines over an article are none of its title, of which the last is the last
    line; `said` are the article's pairs of characters, `labelled` the identities of lines under
    the name of a column, which a kicker seldom follows.
    """
    first = len(displays) - 1
    while first > 0:
        line, below = displays[first - 1 : first + 1]
        weight = 0.8 * (id(line) in labelled) - SELDOM_LONGER * (len(displays) - 1 - first)
        if weight + weigh_joint(page, line, below, said) <= 0:
            break
        first -= 1
    return first


def weigh_joint(page: Page, line: Unit, below: Unit, said: frozenset[str]) -> float:
    """What speaks for a title's going on from one line to the next, less what speaks against."""
    beside = not stand_apart(page, line, below)
    weight = 0.4 * (page.joint(line, below) >= SURE_JOINT) - page.is_set_off(below)
    weight -= USUALLY_NONE + 0.5 * has_two_halves(page.raw, below)
    weight += by_length(line.text, below.text) + by_words(line.text, below.text)
    weight += 4.0 * is_office_over(line, below) + by_article(line, below, said, beside=beside)
    built_alike = line.text[0] == below.text[0] and abs(len(line.text) - len(below.text)) <= 1
    weight -= 0.9 * (not built_alike and bool(line.pairs & below.pairs))
    return weight + by_name(line, below, beside=beside)


def is_whole_title(line: str, below: str) -> bool:
    """Whether the words and the lengths of two lines tell that the title ends with the first."""
    return by_length(line, below) + by_words(line, below) <= USUALLY_NONE


def by_length(line: str, below: str) -> float:
    """What the lengths of two lines say for their being one title."""
    first, second = len(line), len(below)
    uneven = abs(first - second)
    rate = 1.0 if uneven > MOST_EVEN else 0.2
    weight = -rate * max(0, first + second - LONGEST_ON_TWO_LINES) / 5
    weight -= 0.3 * min(uneven, MOST_UNEVEN) / 5 + 1.1 * (first <= SHORTEST_LINE)
    return weight + 0.5 * are_halves(line, below) - 0.2 * (second > LONG_ENOUGH)


def by_words(first: str, second: str) -> float:
    """What the words at the beginnings and ends of two lines say for it."""
    if opens_quote(first) or (len(second) <= SHORTEST_LINE and word_over(first, second)):
        return 4.0
    opens = first[0] in OPENS_HALF and not is_word(first[:2])
    short = len(first) <= LONGEST_OPENING
    leads = signs.LEADS_ON.search(first) and (short or first[0] != "让")
    weight = 2.5 * (first[-1] in signs.NO_TITLE_END or bool(leads)) + 1.7 * (opens and short)
    weight += 1.2 * (first[-1] in ENDS_HALF and not is_word(first[-2:]))
    weight += opens_with_verb(first)
    weight += 0.8 * (second[0] in OPENS_SECOND) + 1.2 * (0 < second.find("，") <= EARLY_COMMA)
    return weight + 0.5 * (second[-1] in "？?" and len(second) <= LONGEST_HALF)


def by_name(line: Unit, below: Unit, *, beside: bool) -> float:
    """What it says that a line is called as columns, boxes, series, occasions and fields of work
    are; the first half of a title beside the other ends in any word.
    """
    text = line.text
    if signs.ASIDE.fullmatch(text):
        return LABEL_OF_BOX
    weight = -1.7 * bool(ENDS_FIELD.search(text)) - 2.5 * bool(SERIES.search(text))
    column = signs.COLUMN_END.search(text) or ENDS_KICKER.search(text)
    weight -= 1.7 * (bool(column) and not beside)
    weight -= 1.3 * (bool(signs.OCCASION.fullmatch(text)) and not are_halves(text, below.text))
    return weight - 0.6 * ("·" in text)


def by_article(line: Unit, below: Unit, said: frozenset[str], *, beside: bool) -> float:
    """What it says that the article speaks of both lines, and not only of the one below; a few
    sentences say little, and then two lines are more often one title, above all side by side.
    """
    sure = min(1.0, len(said) / ENOUGH_SAID)
    own, other = share_said(line, said), share_said(below, said)
    weight = 2.5 * own + 1.2 * (own >= ALL_SAID) - 1.1 * (own == 0 < other) - 0.9 * other
    more = MORE_BESIDE * (beside and len(line.text) > SHORTEST_LINE)
    return sure * weight + (1 - sure) * (UNKNOWN + more)


def are_halves(line: str, below: str) -> bool:
    """Whether two lines are as short as no title by itself, and nearly as long as each other."""
    lengths = len(line), len(below)
    return max(lengths) <= LONGEST_HALF and max(lengths) - min(lengths) <= UNEVEN_HALVES


def stand_apart(page: Page, line: Unit, below: Unit) -> bool:
    """Whether two units stand on lines of their own, not on one line with a space between."""
    return bool(LINE_END.search(page.raw, line.spans[-1].end, below.spans[0].start)) or (
        line.spans[0].start > below.spans[0].start
    )


def share_said(unit: Unit, said: frozenset[str]) -> float:
    """Which share of the pairs of characters of a line the article has."""
    pairs = unit.pairs
    return len(pairs & said) / len(pairs) if pairs else 0.0


def has_two_halves(raw: str, unit: Unit) -> bool:
    """Whether a title line is two phrases with a space between."""
    return " " in clean(raw, unit.spans, BlockKind.TITLE)

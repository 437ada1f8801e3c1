"""What a page has again and again around its articles, or once for all of them: rows of buttons,
the running head of a journal, the list of the titles.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from studydesk.domain.article import Span
from studydesk.sources.recovery.bylines import is_byline
from studydesk.sources.recovery.sites import LINE, Row

# What every article has stands three times at least, over or under another row each time.
FEWEST = 3
LONGEST, LONGEST_WORD = 40, 12
# Buttons stand side by side, and words of one character are letterspaced.
FEWEST_BUTTONS, LONGEST_BUTTON = 3, 6
# The number of a journal, or its year: 工运研究 2025年6月号, 总第318期.
NUMBERED = re.compile("(?:19|20)\\d\\d年|第\\d+[期号版]")
LIST = re.compile(
    "[【\\[]?(?:(?:标题|文章|目录)导航|(?:本版|本期|本刊)(?:目录|要目|标题|导读|目次))[】\\]：:]?"
)
BULLET = re.compile("[·•●■◆▪>\\-*]+")
MOST_LISTED = 40


def recurring_rows(raw: str) -> list[Span]:
    """The rows that stand around several articles of a page and are of none, and the list of the
    titles that stand again over their texts.
    """
    rows = [
        Row(Span(*line.span()), "".join(line[0].split()))
        for line in LINE.finditer(raw)
        if not line[0].isspace()
    ]
    repeated = set(repeated_rows(raw, rows))
    found = repeated | set(rows_of_buttons(raw, rows)) | set(listed_titles(rows))
    return [rows[at].place for at in sorted(found)]


def repeated_rows(raw: str, rows: Sequence[Row]) -> Iterator[int]:
    """The short rows of several words, or with the number of a journal, that stand again and again
    beside different rows; no bylines, for one author may have written all articles.
    """
    places: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        if len(row.text) <= LONGEST and row.is_title:
            places.setdefault(row.text, []).append(at)
    for text, found in places.items():
        if len(found) < FEWEST or not parts_articles(rows, found):
            continue
        printed = raw[slice(*rows[found[0]].place)]
        words = printed.split()
        buttons = len(words) >= FEWEST_BUTTONS and 1 < max(map(len, words)) <= LONGEST_WORD
        if (buttons or NUMBERED.search(text)) and not is_byline(printed):
            yield from found


def parts_articles(rows: Sequence[Row], places: Sequence[int]) -> bool:
    """Whether rows that are alike stand beside others that are not, above or below each."""
    sides = (
        {rows[at + step].text for at in places if 0 <= at + step < len(rows)} for step in (-1, 1)
    )
    return all(len(side) >= FEWEST - 1 for side in sides)


def rows_of_buttons(raw: str, rows: Sequence[Row]) -> Iterator[int]:
    """The rows of short words of which most stand in several such rows: the first article of a site
    has no button for the one before it.
    """
    words_of = {at: words for at, row in enumerate(rows) if (words := buttons(raw, row))}
    times = Counter(word for words in words_of.values() for word in set(words))
    for at, words in words_of.items():
        if sum(times[word] >= FEWEST for word in words) >= FEWEST_BUTTONS:
            yield at


def buttons(raw: str, row: Row) -> list[str]:
    """The words of a row that could be buttons, or nothing."""
    if len(row.text) > LONGEST:
        return []
    printed = raw[slice(*row.place)]
    words = printed.split()
    short = all(1 < len(word) <= LONGEST_BUTTON and word.isalpha() for word in words)
    return words if len(words) >= FEWEST_BUTTONS and short and not is_byline(printed) else []


def listed_titles(rows: Sequence[Row]) -> Iterator[int]:
    """The rows under one that says that titles are listed, where two or more stand again below, up
    to the last of these or of those with the same bullet.
    """
    last = {BULLET.sub("", row.text, count=1): at for at, row in enumerate(rows)}
    for at, row in enumerate(rows):
        if not LIST.fullmatch(row.text):
            continue
        listed = []
        for place in range(at + 1, min(len(rows), at + MOST_LISTED)):
            again = last[BULLET.sub("", rows[place].text, count=1)] > place
            if not again and not has_bullet_of(rows[at + 1], rows[place]):
                break
            listed.append((place, again))
        if sum(again for _, again in listed) > 1:
            yield from (at, *(place for place, _ in listed))


def has_bullet_of(first: Row, row: Row) -> bool:
    """Whether a row could be a title and stands behind the bullet of the first of a list."""
    bullet = BULLET.match(first.text)
    return bullet is not None and row.is_title and row.text.startswith(bullet[0])

"""Heads of which all stands on one line: the label of the column, the title and who wrote it, with
spaces between.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.bylines import is_byline
from studydesk.sources.recovery.credits import is_credit
from studydesk.sources.recovery.names import is_name
from studydesk.sources.recovery.rows import Row
from studydesk.sources.recovery.words import is_word

# A page sets all its heads alike: one line of this kind tells nothing.
FEWEST = 2
SHORTEST_TITLE, LONGEST_LABEL, LONGEST_TITLE = 6, 6, 40
WORD = re.compile("\\S+")
NO_TITLE = re.compile("[。；]|^——")


def cuts_of_heads(raw: str, rows: Sequence[Row]) -> Mapping[int, list[int]]:
    """Where the parts begin of lines that are a head and stand over text, by where each line
    begins; nothing where only one line of the page could be one.
    """
    found = {
        row.start: cuts
        for row, below in pairwise(rows)
        if signs.CLAUSE.search(below.text) and (cuts := cuts_of(raw, row))
    }
    return found if len(found) >= FEWEST else {}


def cuts_of(raw: str, row: Row) -> list[int]:
    """Where the title and the names begin on a line that may be a head, or nothing."""
    words = [*WORD.finditer(row.printed)]
    names = 0
    while names < len(words) - 1 and is_whole_name(words[-1 - names][0]):
        names += 1
    title = words[: len(words) - names]
    labelled = len(title) > 1 and len(title[0][0]) <= LONGEST_LABEL
    label = labelled and len(title[1][0]) > len(title[0][0])
    told = "".join(word[0] for word in title[1 if label else 0 :])
    if not names or NO_TITLE.search(told) or is_byline(row.printed) or is_credit(row.printed):
        return []
    if not SHORTEST_TITLE <= len(told) <= LONGEST_TITLE:
        return []
    ahead = raw.index(row.printed, row.start)
    return [ahead + word.start() for word in (*title[1 : 1 + label], words[-names])]


def is_whole_name(word: str) -> bool:
    """Whether a word is a name and no other word."""
    return len(word) > 1 and is_name(word) and not is_word(word)

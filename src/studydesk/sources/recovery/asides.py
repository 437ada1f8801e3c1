"""Boxes that explain something beside an article: where one begins, and where the article goes on
behind it.
"""

from collections.abc import Sequence
from math import inf

from studydesk.domain.ordinals import ordinal_of
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.alike_headings import difference_of
from studydesk.sources.recovery.heads import is_over_text
from studydesk.sources.recovery.ordinals import last_numbers
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.units import Unit

# Headings of one article differ in length by no more characters.
MOST_UNLIKE = 3


def opens_aside(units: Sequence[Unit], at: int) -> bool:
    """Whether the label of a box that explains something stands over its title and text."""
    below = [unit.role for unit in units[at + 1 : at + 3]]
    return is_label_of_aside(units[at]) and below == [Role.DISPLAY, Role.TEXT]


def is_label_of_aside(unit: Unit) -> bool:
    """Whether a unit is the label of a box that explains something."""
    return bool(signs.ASIDE.fullmatch(unit.text))


def goes_on_behind_aside(
    article: Sequence[Unit], aside: Sequence[Unit], units: Sequence[Unit], at: int
) -> bool:
    """Whether a line is the next heading of the article that a box stands in, and none of the box:
    behind a whole sentence of that, over text, it counts on from the article's headings, or is
    built as they are, and not more like the title of the box or its headings. The units of both
    are given, those of the article without its head.
    """
    unit = units[at]
    if unit.role is not Role.DISPLAY or not is_over_text(units, at):
        return False
    texts = [place for place, other in enumerate(aside) if other.role is Role.TEXT]
    if not texts or texts[-1] < len(aside) - 1 or not signs.FULL_STOP.search(aside[-1].text):
        return False
    titles = [other.text for other in aside[1 : texts[0]]]
    own = [other.text for other in aside[texts[0] :] if other.role is Role.DISPLAY]
    if ordinal := ordinal_of(unit.text):
        reached = last_numbers(article).get(ordinal.series, 0)
        return reached + 1 == ordinal.number and not any(map(ordinal_of, own))
    headings = [other.text for other in article if other.role is Role.DISPLAY]
    unlike = difference_from(headings, unit.text)
    return unlike <= min(MOST_UNLIKE, difference_from(titles, unit.text)) and (
        unlike < difference_from(own, unit.text)
    )


def difference_from(lines: Sequence[str], heading: str) -> float:
    """How much longer or shorter than the one of some lines that is most like it a heading is."""
    found = (difference_of(line, heading) for line in lines)
    return min((each for each in found if each is not None), default=inf)

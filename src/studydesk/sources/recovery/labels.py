"""The lines over a title that are labels of columns which nobody has listed."""

import re
from collections.abc import Sequence

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.notices import OFFICE
from studydesk.sources.recovery.units import Unit

SERIES = re.compile(f"[{signs.HAN}“”]{{3,10}}·[{signs.HAN}]{{2,8}}")


def labels_over(titles: Sequence[Unit]) -> list[Unit]:
    """The lines at the beginning of a head that are labels that nobody has listed."""
    count = 0
    while count + 1 < len(titles) and (
        is_short_label(*titles[count : count + 2]) or is_series(*titles[count : count + 2])
    ):
        count += 1
    return list(titles[:count])


def is_short_label(line: Unit, below: Unit) -> bool:
    """Whether a line over a title is too short for a part of it, a column nobody has listed, or the
    label of a box that explains something.
    """
    if signs.ASIDE.fullmatch(line.text):
        return True
    return len(line.text) <= 6 and len(below.text) >= min(8, len(line.text) + 2)


def is_office_over(line: Unit, below: Unit) -> bool:
    """Whether the title of a document begins with the office whose it is: 江城市总工会 / 关于…."""
    return below.text.startswith("关于") and bool(OFFICE.fullmatch(line.text))


def is_series(line: Unit, below: Unit) -> bool:
    """Whether a line over a title names a series and a part of it: 班组故事·换岗记."""
    return bool(SERIES.fullmatch(line.text)) and "·" not in below.text

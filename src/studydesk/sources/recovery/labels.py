"""Labels of columns that stand with another article's, far from its own label."""

import re
from collections.abc import Sequence

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.articles import ARTICLES_NEARBY, Draft
from studydesk.sources.recovery.heads import is_label_over_two
from studydesk.sources.recovery.notices import OFFICE
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.units import Unit

SERIES = re.compile(f"[{signs.HAN}“”]{{3,10}}·[{signs.HAN}]{{2,8}}")


def share_labels(raw: str, drafts: Sequence[Draft]) -> None:
    """Gives the second label of an article to the one nearby that has a title, authors and no
    label, if there is only one such; two labels, one right above the other, stay together.
    """
    for at, draft in enumerate(drafts):
        labels = labels_of(draft)
        if len({unit.text for unit in labels}) < 2:
            continue
        own = own_label(draft, labels)
        nearby = drafts[max(0, at - ARTICLES_NEARBY) : at + ARTICLES_NEARBY + 1]
        wanting = [other for other in nearby if wants_label(other)]
        others = [unit for unit in labels if unit.text != own.text]
        if len(wanting) == len(others) == 1 and not is_right_above(raw, others[0], own):
            draft.head = [unit for unit in draft.head if unit is not others[0]]
            draft.moved = [unit for unit in draft.moved if unit is not others[0]]
            wanting[0].head.append(others[0])
            wanting[0].moved.append(others[0])


def is_right_above(raw: str, upper: Unit, lower: Unit) -> bool:
    """Whether nothing stands between two lines."""
    return raw[upper.spans[-1].end : lower.spans[0].start].isspace()


def labels_of(draft: Draft) -> list[Unit]:
    """The labels of columns in the head of an article."""
    displays = [unit for unit in draft.head if unit.role is Role.DISPLAY]
    short = labels_over(displays)
    labels = [unit for unit in draft.head if unit.role is Role.LABEL or unit in short]
    return [unit for unit in labels if not signs.BOX_LABEL.fullmatch(unit.text)]


def labels_over(titles: Sequence[Unit]) -> list[Unit]:
    """The lines at the beginning of a head that are labels that nobody has listed."""
    if is_label_over_two(titles) or is_over_broken_title(titles):
        return list(titles[:1])
    count = 0
    while count + 1 < len(titles) and (
        is_short_label(*titles[count : count + 2]) or is_series(*titles[count : count + 2])
    ):
        count += 1
    return list(titles[:count])


def is_short_label(line: Unit, below: Unit) -> bool:
    """Whether a line over a title is too short for a part of it: a column nobody has listed."""
    if signs.LEADS_ON.search(line.text) or is_office_over(line, below):
        return False
    return len(line.text) <= 6 and len(below.text) >= min(8, len(line.text) + 2)


def is_office_over(line: Unit, below: Unit) -> bool:
    """Whether the title of a document begins with the office whose it is: 江城市总工会 / 关于…."""
    return below.text.startswith("关于") and bool(OFFICE.fullmatch(line.text))


def is_series(line: Unit, below: Unit) -> bool:
    """Whether a line over a title names a series and a part of it: 班组故事·换岗记."""
    return bool(SERIES.fullmatch(line.text)) and "·" not in below.text


def is_over_broken_title(titles: Sequence[Unit]) -> bool:
    """Whether the first of three title lines is a short label, over a title that its first line
    begins so that it goes on (让…).
    """
    if len(titles) < 3 or not signs.LEADS_ON.search(titles[1].text):
        return False
    return 2 <= len(titles[0].text) <= 4 and titles[0].text.isalpha()


def own_label(draft: Draft, labels: Sequence[Unit]) -> Unit:
    """The label that stands nearest above the title, or the first."""
    titles = [
        unit.lines[0].start
        for unit in draft.head
        if unit.role is Role.DISPLAY and unit not in labels
    ]
    above = [unit for unit in labels if titles and unit.lines[0].start < min(titles)]
    return max(above or labels[:1], key=lambda unit: unit.lines[0].start)


def wants_label(draft: Draft) -> bool:
    """Whether an article has a title, a byline and no label; an item of news with names in brackets
    behind it has none.
    """
    byline = any(unit.role is Role.NAMES and unit.text[0] not in "（(" for unit in draft.head)
    return byline and draft.has(Role.DISPLAY) and not labels_of(draft)

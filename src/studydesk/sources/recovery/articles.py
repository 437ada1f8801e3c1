"""Units into articles: where one ends and the next begins, and whose each displaced part is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.asides import (
    goes_on_behind_aside,
    is_label_of_aside,
    opens_aside,
)
from studydesk.sources.recovery.heads import (
    head_end,
    is_near,
    is_over_text,
    marks_head,
    opens_box,
    split_heads,
    stands_under_heading,
)
from studydesk.sources.recovery.notices import DAY, is_number
from studydesk.sources.recovery.ordinals import goes_on, restarts
from studydesk.sources.recovery.page import Page
from studydesk.sources.recovery.roles import Role, is_numbered
from studydesk.sources.recovery.units import Unit

MOST_TITLE_LINES = 3
# The name of a series of boxes, over the title of one (数说), has no more characters.
LONGEST_SERIES = 3
# An item of news that names its source has no more paragraphs than this.
LONGEST_ITEM = 6
# A figure on a line of its own, as boxes have several: 860万人次, 94.7%.
FIGURE = re.compile(f"[超近约]?\\d[\\d.,]*[%％‰万亿多余]{{0,3}}[{signs.HAN}]{{0,4}}")
FEWEST_FIGURES, LONGEST_BOX = 2, 40
# What counts the parts of an article begins none.
PARTS = (*signs.ORDINALS, re.compile(r"\d{1,2}[.．、）)](?!\d)"))
# No page has more articles than this on either side of one.
ARTICLES_NEARBY = 12


@dataclass
class Draft:
    """An article being put together: its head, its body and what closes it, as units.

    `moved` are units that stood elsewhere on the page; `closed` means that its end was seen,
    `turned` that it goes on on another page, `continued` that it began on another one.
    """

    head: list[Unit] = field(default_factory=list)
    body: list[Unit] = field(default_factory=list)
    tail: list[Unit] = field(default_factory=list)
    moved: list[Unit] = field(default_factory=list)
    closed: bool = False
    turned: bool = False
    continued: bool = False

    def has(self, role: Role) -> bool:
        """Whether its head or tail has a unit of this role."""
        return any(unit.role is role for unit in (*self.head, *self.tail))

    @property
    def named(self) -> bool:
        """Whether it has its authors: a byline, or an opening that names who reports."""
        return self.has(Role.NAMES) or any(unit.reported for unit in self.body[:1])

    @property
    def texts(self) -> list[Unit]:
        """The paragraphs of its body."""
        return [unit for unit in self.body if unit.role is Role.TEXT]

    @property
    def length(self) -> int:
        """How many characters its body has."""
        return sum(len(unit.text) for unit in self.body)


def assemble(page: Page) -> tuple[list[Draft], list[Unit]]:
    """The articles of a page in the order they begin, and the units that belong to none."""
    drafts: list[Draft] = []
    furniture: list[Unit] = []
    units = [unit for unit in page.units if unit.role is not Role.FOLIO]
    furniture = [unit for unit in page.units if unit.role is Role.FOLIO]
    marks = [at for at, unit in enumerate(units) if marks_head(unit)]
    at = 0
    while at < len(units):
        page.ask()
        resumed = resume_host(drafts, units, at)
        current = drafts[-1] if drafts and not drafts[-1].closed else None
        over = current is not None and ends_before(current, units, at)
        fresh = current is None or over
        near = (
            fresh or is_near(marks, at) or opens_box(units, at) or stands_under_heading(units, at)
        )
        near = near and not (resumed or signs_off(drafts, units, at))
        end = head_end(units, at, fresh=fresh) if near else at
        if end > at:
            current = None if over else current
            for head in split_heads(units[at:end]):
                if current and belongs(page, current, head, units[end : end + 8]):
                    current.head.extend(head)
                    current.moved.extend(head)
                else:
                    current = None
                    drafts.append(begin(head, units[end : end + 1]))
            at = end
            continue
        unit = units[at]
        if drafts and signs_another(drafts[-1], unit):
            drafts.append(take_last(drafts[-1]))
        if signs_off(drafts, units, at):
            drafts[-1].head.append(unit)
            drafts[-1].closed = True
        elif unit.role is Role.TURN:
            turn(drafts, unit)
            furniture.append(unit)
        elif unit.role is Role.CREDIT and not drafts:
            furniture.append(unit)
        elif unit.role in (Role.AFFILIATION, Role.CREDIT):
            close(drafts, unit, units[at + 1 : at + 3])
        else:
            go_on(page, drafts, units, at)
        at += 1
    drafts.sort(key=place_of)
    doubt_asides(drafts)
    return drafts, furniture


def place_of(draft: Draft) -> int:
    """Where the first unit of a draft stands."""
    units = (*draft.head, *draft.body, *draft.tail)
    return min((unit.spans[0].start for unit in units), default=0)


def resume_host(drafts: list[Draft], units: Sequence[Unit], at: int) -> bool:
    """Makes the article that a box which explains something stands in the current one again, where
    it goes on with a unit: with its next heading, or with who its authors are.
    """
    host, aside = drafts[-2:] if len(drafts) > 1 else (Draft(), Draft())
    if not (is_aside(aside) and host.body) or host.closed or aside.closed:
        return False
    signs_host = units[at].role is Role.AFFILIATION and host.named and not aside.named
    box = (*aside.head, *aside.body)
    if signs_host or goes_on_behind_aside(host.body, box, units, at):
        drafts[-2:] = aside, host
        host.moved.append(units[at])
        return True
    return False


def is_aside(draft: Draft) -> bool:
    """Whether the label of a box that explains something stands over a draft."""
    return bool(draft.head) and is_label_of_aside(draft.head[0])


def doubt_asides(drafts: Sequence[Draft]) -> None:
    """Says that it is doubtful where a box that explains something ends, which has become longer
    than the article that it stands in: that may go on in it.
    """
    for host, aside in pairwise(drafts):
        if is_aside(aside) and not is_aside(host) and 0 < host.length < aside.length:
            aside.moved.extend(aside.texts[1:2])


def go_on(page: Page, drafts: list[Draft], units: list[Unit], at: int) -> None:
    """Gives a unit to the article before it, or begins one where that has ended: a report that
    says who reports is the text of the one whose byline stands right above.
    """
    unit = units[at]
    current = drafts[-1] if drafts and not drafts[-1].closed else None
    if current is None or (unit.reported and current.named and current.body):
        drafts.append(Draft(body=[unit], closed=unit.narrow or page.is_echo(unit)))
    else:
        current.body.append(unit)


def ends_before(current: Draft, units: list[Unit], at: int) -> bool:
    """Whether an article without a closing mark ends before a display line: behind the editors'
    last word, the last speaker of a round-up or the day under a notice, or before a box that
    explains something or an item of news that names its source; one that says who sent it stands
    below what has authors, too.
    """
    if not current.body or units[at].role is not Role.DISPLAY:
        return False
    last = current.body[-1]
    if last.role is Role.SPEAKER:
        roles = (units[place].role for place in range(at + 1, len(units)))
        mark = next((role for role in roles if role not in (Role.TEXT, Role.DISPLAY)), None)
        return mark is not Role.SPEAKER
    if last.role is Role.TEXT and signs.AFTERWORD.match(last.text):
        return True
    if not last.closed:
        return False
    if opens_aside(units, at) or is_day_of_notice(last) or opens_questions(current, units, at):
        return True
    if last.role is Role.TEXT and (opens_figures(units, at) or is_next_brief(current, units, at)):
        return True
    below = [unit.role for unit in units[at + 1 : at + 1 + LONGEST_ITEM]]
    lines = below.index(Role.CREDIT) if Role.CREDIT in below else 0
    source = units[at + 1 + lines].text if lines else ""
    signed = current.named and signs.SUPPLIED.fullmatch(source)
    titled = current.has(Role.DISPLAY) and signs.SOURCE_CREDIT.fullmatch(source)
    if not (signed or titled) or any(role is not Role.TEXT for role in below[:lines]):
        return False
    headings = [unit for unit in current.body if unit.role is Role.DISPLAY]
    apart = not headings or (bool(signed) and is_set_otherwise(units[at], headings))
    return apart and not is_numbered(units[at].text, PARTS)


def is_set_otherwise(unit: Unit, headings: Sequence[Unit]) -> bool:
    """Whether a line is set as none of the headings above it: under fewer #, behind more empty
    lines, or as several clauses that ask.
    """
    lines = [heading.lines[0] for heading in headings]
    return (
        0 < unit.level < min(line.level for line in lines)
        or unit.lines[0].gap > max(line.gap for line in lines)
        or (asks_at_length(unit) and not any(map(asks_at_length, headings)))
    )


def asks_at_length(unit: Unit) -> bool:
    """Whether a line asks in several clauses, as titles do."""
    return unit.asks and "，" in unit.text


def opens_questions(current: Draft, units: Sequence[Unit], at: int) -> bool:
    """Whether a line is the title of questions and answers (问：…) below an article without any."""
    below = units[at + 1 : at + 2]
    asked = any(signs.ASKS.match(unit.text) for unit in below) and not units[at].asks
    return asked and current.has(Role.DISPLAY) and not any(unit.asks for unit in current.body)


def is_day_of_notice(unit: Unit) -> bool:
    """Whether a unit is the day under the signature of a notice, with which that ends."""
    return unit.lines[0].row and bool(DAY.fullmatch(unit.text))


def is_next_brief(current: Draft, units: Sequence[Unit], at: int) -> bool:
    """Whether a line under a column of short news is the title of the next: over text, and behind
    a whole one without a heading.
    """
    above = (unit for unit in reversed(units[max(0, at - LONGEST_BOX) : at]))
    label = next((unit for unit in above if unit.role not in (Role.TEXT, Role.DISPLAY)), None)
    labelled = label and label.role is Role.LABEL and signs.BRIEFS.search(label.text)
    plain = current.has(Role.DISPLAY) and all(unit.role is Role.TEXT for unit in current.body)
    return bool(labelled) and plain and is_over_text(units, at)


def sign_at_end(draft: Draft) -> None:
    """Makes names behind the last sentence of an article that has a title and no authors its own:
    it is told apart from the one above only when all are known.
    """
    if not draft.body or draft.named or not draft.has(Role.DISPLAY):
        return
    *before, last = draft.body
    if last.role is Role.NAMES and before and before[-1].closed:
        draft.body.pop()
        draft.head.append(last)


def opens_figures(units: Sequence[Unit], at: int) -> bool:
    """Whether a box of figures begins: many lines without a sentence, several of them figures that
    more lines explain, and nobody's text below.
    """
    lines = list(takewhile(lambda unit: unit.role is Role.DISPLAY, units[at : at + LONGEST_BOX]))
    below = [unit.role for unit in units[at + len(lines) : at + len(lines) + 1]]
    figures = sum(bool(FIGURE.fullmatch(unit.text)) for unit in lines)
    return FEWEST_FIGURES <= figures <= len(lines) / 2 and below != [Role.TEXT]


def signs_off(drafts: Sequence[Draft], units: Sequence[Unit], at: int) -> bool:
    """Whether the names of authors stand behind the last sentence of an article that has a title
    and none: in brackets, or not over other names; behind its affiliation, or over one, not over
    text, either.
    """
    unit, last = units[at], drafts[-1] if drafts else None
    if last is None or unit.role is not Role.NAMES or last.named or not last.has(Role.DISPLAY):
        return False
    if not last.body or not last.body[-1].closed:
        return False
    below = [other.role for other in units[at + 1 : at + 3]]
    if last.closed and below[:1] in ([Role.TEXT], [Role.DISPLAY]):
        return False
    if unit.text[0] in "（(":
        return True
    if below[:1] == [Role.AFFILIATION]:
        return not last.closed and below[1:] != [Role.TEXT]
    return below[:1] != [Role.NAMES]


def signs_another(current: Draft, unit: Unit) -> bool:
    """Whether names in brackets close what stands behind a report that names its own reporter, so
    that another item has begun: under what looks like the last heading.
    """
    reported = any(other.reported for other in current.body[:1])
    if unit.role is not Role.NAMES or unit.text[0] not in "（(" or not reported:
        return False
    headings = [at for at, other in enumerate(current.body) if other.role is Role.DISPLAY]
    return bool(headings) and 0 < headings[-1] < len(current.body) - 1 and current.body[-1].closed


def take_last(current: Draft) -> Draft:
    """Takes the last heading of an article and what stands under it for an article."""
    at = max(at for at, unit in enumerate(current.body) if unit.role is Role.DISPLAY)
    current.body, rest = current.body[:at], current.body[at:]
    current.closed = True
    return Draft(head=rest[:1], body=rest[1:])


def begin(head: list[Unit], below: Sequence[Unit]) -> Draft:
    """A draft with this head; of a stub that is all display lines the first is the title."""
    stub = len(head) >= MOST_TITLE_LINES and all(unit.role is Role.DISPLAY for unit in head)
    reports = any(unit.reported or signs.DATELINE.match(unit.text) for unit in below)
    if reports:
        return Draft(head=head)
    if stub and not any(signs.SUBTITLE.match(unit.text) or is_number(unit.text) for unit in head):
        titles = 2 if len(head[0].text) <= LONGEST_SERIES else 1
        return Draft(head=head[:titles], body=head[titles:])
    return Draft(head=head)


def introduces(draft: Draft) -> bool:
    """Whether a draft is nothing but what the editors say before others do."""
    alone = bool(draft.body) and not (draft.named or draft.tail)
    return alone and all(
        signs.EDITORS.match(unit.text) and not signs.AFTERWORD.match(unit.text)
        for unit in draft.body
    )


def belongs(page: Page, current: Draft, head: list[Unit], following: list[Unit]) -> bool:
    """Whether a head inside an open article is its own, set in the wrong place.

    For: the article lacks what the head has, the sentence or the ordinals go on behind it.
    Against: it has a byline already, or the ordinals begin anew.
    """
    roles = {unit.role for unit in head}
    if Role.NAMES in roles and current.named:
        return False
    if any(unit.reported for unit in following[:1]):
        return False
    if Role.DISPLAY in roles and is_label_of_aside(head[0]):
        return False
    if Role.LABEL in roles and Role.DISPLAY not in roles and Role.NAMES not in roles:
        return True
    text = next((unit for unit in following if unit.role is Role.TEXT), None)
    if current.texts and current.body[-1].role is Role.DISPLAY and not current.has(Role.DISPLAY):
        return text is not None  # the heading above wants its paragraph, the article its title
    if current.body and text and not current.body[-1].closed:
        return page.joint(current.body[-1], text) >= 2
    if restarts(following):
        return False
    if Role.DISPLAY in roles and current.has(Role.DISPLAY) and Role.NAMES not in roles:
        return goes_on(current.body, following)
    return goes_on(current.body, following)


def turn(drafts: list[Draft], unit: Unit) -> None:
    """Ends the draft before a turn to another page, and begins one for what comes from there."""
    if drafts:
        drafts[-1].closed = True
    if "接" in unit.text:
        drafts.append(Draft(continued=True))
    elif drafts:
        drafts[-1].turned = True


def close(drafts: list[Draft], unit: Unit, following: list[Unit]) -> None:
    """Gives an affiliation or a credit to the article before it, which ends there.

    A credit for pictures may stand inside an article: it closes only where a head follows that is
    not marked as one below the title, or behind the last speaker of a round-up.
    """
    if not drafts:
        drafts.append(Draft())
    current = drafts[-1]
    current.tail.append(unit)
    spoken = bool(current.body) and current.body[-1].role is Role.SPEAKER
    below = next((other for other in following if other.role is not Role.CREDIT), None)
    ends = below is None or not goes_on_in(current, below)
    if unit.role is Role.AFFILIATION or spoken or ends:
        current.closed = True


def goes_on_in(current: Draft, unit: Unit) -> bool:
    """Whether a unit behind a credit is text, or a heading by its mark: ## below the title's #."""
    titles = [head.level for head in current.head if head.role is Role.DISPLAY and head.level]
    return unit.role is Role.TEXT or (bool(titles) and unit.level > min(titles))

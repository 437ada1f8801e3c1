"""Units into articles: where one ends and the next begins, and whose each displaced part is."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from studydesk.sources.recovery import signs
from studydesk.sources.recovery.ordinals import goes_on, restarts
from studydesk.sources.recovery.page import LONGEST_PULL_QUOTE, Page
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.units import Unit
from studydesk.sources.recovery.words import is_word

SURE_JOINT = 4
MOST_TITLE_LINES = 3
# A head with more parts than this is none.
LONGEST_HEAD = 12
# Nor has an item of news that names its source more paragraphs.
LONGEST_ITEM = 6
# A summary in front of an article is no longer than this.
LONGEST_SUMMARY = 400
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
        current = drafts[-1] if drafts and not drafts[-1].closed else None
        over = current is not None and ends_before(current, units, at)
        fresh = current is None or over
        near = (
            fresh or is_near(marks, at) or opens_box(units, at) or stands_under_heading(units, at)
        )
        near = near and not signs_off(drafts, units, at)
        end = head_end(units, at, fresh=fresh) if near else at
        if end > at:
            current = None if over else current
            for head in split_heads(units[at:end]):
                if current and belongs(page, current, head, units[end : end + 8]):
                    current.head.extend(head)
                    current.moved.extend(head)
                else:
                    current = None
                    drafts.append(begin(head))
            at = end
            continue
        unit = units[at]
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
    return drafts, furniture


def go_on(page: Page, drafts: list[Draft], units: list[Unit], at: int) -> None:
    """Gives a unit to the article before it, or begins one where that has ended; names that stand
    over no text stand alone.
    """
    unit = units[at]
    current = drafts[-1] if drafts and not drafts[-1].closed else None
    if current is None and unit.role is Role.NAMES and not could_be_word(unit):
        drafts.append(Draft(head=[unit], closed=True))
    elif current is None or (unit.reported and current.named):
        drafts.append(Draft(body=[unit], closed=page.is_echo(unit)))
    elif is_displaced_title(page, current, units, at):
        current.head.append(unit)
        current.moved.append(unit)
    else:
        current.body.append(unit)


def ends_before(current: Draft, units: list[Unit], at: int) -> bool:
    """Whether an article without a closing mark ends before a display line: behind the editors'
    last word or the last speaker of a round-up, or before an item of news that names its source.
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
    below = [unit.role for unit in units[at + 1 : at + 1 + LONGEST_ITEM]]
    lines = below.index(Role.CREDIT) if Role.CREDIT in below else 0
    return (
        lines > 0
        and all(role is Role.TEXT for role in below[:lines])
        and bool(signs.SOURCE_CREDIT.fullmatch(units[at + 1 + lines].text))
        and current.has(Role.DISPLAY)
        and not any(unit.role is Role.DISPLAY for unit in current.body)
    )


def signs_off(drafts: Sequence[Draft], units: Sequence[Unit], at: int) -> bool:
    """Whether the names of authors stand behind the last sentence of an article that has a title
    and none: in brackets, or not over other names; behind its affiliation not over text, either.
    """
    unit, last = units[at], drafts[-1] if drafts else None
    if last is None or unit.role is not Role.NAMES or last.named or not last.has(Role.DISPLAY):
        return False
    if not last.body or not last.body[-1].closed or could_be_word(unit):
        return False
    below = units[at + 1].role if at + 1 < len(units) else None
    if last.closed and below in (Role.TEXT, Role.DISPLAY):
        return False
    return unit.text[0] in "（(" or below not in (Role.NAMES, Role.AFFILIATION)


def could_be_word(unit: Unit) -> bool:
    """Whether what looks like a name may be the last word of a sentence as well (关系)."""
    line = unit.lines[0]
    return not line.icon and line.end - line.start == len(unit.text) and is_word(unit.text)


# --- heads -----------------------------------------------------------------------------------


def head_end(units: list[Unit], at: int, *, fresh: bool) -> int:
    """Where the head that begins at `at` ends, or `at` when no head begins there.

    A head has a byline or a column label, or the dateline of a report follows; directly after a
    closed article any line that could be a title is one.
    """
    if not fresh and (is_lesser_heading(units, at) or counts_part(units, at)):
        return at
    end, named, labelled, titled = at, False, False, False
    while end < min(len(units), at + LONGEST_HEAD):
        unit = units[end]
        if unit.role is Role.NAMES and not named and is_byline_here(units, end):
            named = True
        elif (unit.role is Role.NAMES and named and units[end - 1].role is Role.NAMES) or (
            unit.role is Role.AFFILIATION and end > at and units[end - 1].role is Role.NAMES
        ):
            pass
        elif unit.role is Role.LABEL and not (named and unit.text not in signs.BOX_LABELS):
            labelled = True
        elif unit.role is Role.DISPLAY and not named and could_be_title_line(units, at, end):
            titled = True
        elif not is_pull_quote_here(units, at, end, named=named):
            break
        end += 1
    opens = is_dated(units, end) or opens_box(units, at) or opens_round_up(units, at, end)
    if named or labelled or (titled and (fresh or opens)):
        return end
    return at


def is_lesser_heading(units: list[Unit], at: int) -> bool:
    """Whether a heading of Markdown stands over a greater one, and so ends what is above."""
    level = units[at].level
    below = units[at + 1].level if at + 1 < len(units) else 0
    return units[at].role is Role.DISPLAY and 0 < below < level


def counts_part(units: list[Unit], at: int) -> bool:
    """Whether a line that counts a part (一、 or （一）) stands over another one: it is the heading
    of what the other interrupts.
    """
    lines = units[at : at + 2]
    if not all(unit.role is Role.DISPLAY for unit in lines) or len(lines) < 2:
        return False
    first, second = (ordinals_at_start(unit.text) for unit in lines)
    return any(first) and first != second


def ordinals_at_start(text: str) -> list[bool]:
    """Which of the two coarse ordinals, 一、 and （一）, a text begins with."""
    return [bool(ordinal.match(text)) for ordinal in signs.ORDINALS[:2]]


def could_be_title_line(units: list[Unit], begin: int, at: int) -> bool:
    """Whether a display line can be a part of a head: not what somebody asks (问：), nor a
    question under another, of which the first is the title of a box.
    """
    if not units[at].asks:
        return True
    return not signs.ASKS.match(units[at].text) and not (at > begin and units[at - 1].asks)


def opens_box(units: list[Unit], at: int) -> bool:
    """Whether a box of questions begins: a question over another, after neither a question nor
    an open sentence, unless somebody asks (问：), which no sentence goes on with.
    """
    before, following = units[at - 1] if at else None, units[at + 1 : at + 2]
    if not units[at].asks or (before and before.asks):
        return False
    if before and not before.closed:
        return any(signs.ASKS.match(unit.text) for unit in following)
    return any(unit.asks for unit in following)


def is_dated(units: list[Unit], at: int) -> bool:
    """Whether a news report begins: 本报讯, 新华社北京11月3日电."""
    return at < len(units) and bool(signs.DATELINE.match(units[at].text))


def marks_head(unit: Unit) -> bool:
    """Whether a unit can make a head of the lines above it: a byline, a label, a dateline."""
    return unit.role in (Role.NAMES, Role.LABEL) or bool(signs.DATELINE.match(unit.text))


def opens_round_up(units: list[Unit], at: int, end: int) -> bool:
    """Whether a round-up begins: a title directly under a heading, and over two paragraphs of
    which the second is the first that a speaker closes.
    """
    if not stands_under_heading(units, at):
        return False
    below = [unit.role for unit in units[end : end + 4]]
    speaks = Role.SPEAKER in below[1:]
    return speaks and all(role is Role.TEXT for role in below[: below.index(Role.SPEAKER)])


def stands_under_heading(units: list[Unit], at: int) -> bool:
    """Whether two display lines stand over each other, the second here, of which none asks."""
    lines = units[at - 1 : at + 1] if at else []
    return len(lines) == 2 and all(unit.role is Role.DISPLAY and not unit.asks for unit in lines)


def is_near(marks: Sequence[int], at: int) -> bool:
    """Whether one of the ordered places is not farther behind a place than a head is long."""
    first = bisect_left(marks, at)
    return first < len(marks) and marks[first] <= at + LONGEST_HEAD


def is_byline_here(units: list[Unit], at: int) -> bool:
    """Whether names stand where a byline stands: over text, a heading, or an affiliation."""
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None:
        return False
    return after.role in (Role.NAMES, Role.AFFILIATION, Role.DISPLAY, Role.TEXT) or (
        after.text in signs.BOX_LABELS
    )


def is_pull_quote_here(units: list[Unit], begin: int, at: int, *, named: bool) -> bool:
    """Whether a paragraph inside a head is its pull quote: under a box label, or between other
    parts of the head and the byline.
    """
    unit = units[at]
    if unit.role is Role.TEXT and at > begin and is_labelled(unit):
        return True
    if unit.role is not Role.TEXT or at == begin or len(unit.text) > LONGEST_PULL_QUOTE:
        return False
    if not unit.closed or signs.STARTS_PARAGRAPH.match(unit.text):
        return False
    if units[at - 1].text in signs.BOX_LABELS or unit.lines[0].quoted:
        return True
    after = units[at + 1] if at + 1 < len(units) else None
    return (
        not named
        and after is not None
        and after.role is Role.NAMES
        and is_byline_here(units, at + 1)
        and units[at - 1].role in (Role.LABEL, Role.DISPLAY)
    )


def is_labelled(unit: Unit) -> bool:
    """Whether a paragraph says that it tells what the article is about: 【内容提要】…."""
    return len(unit.text) <= LONGEST_SUMMARY and bool(signs.LABELLED.match(unit.text))


def split_heads(head: list[Unit]) -> list[list[Unit]]:
    """A head apart from a stub before it: several display lines before the label of the next."""
    labels = [
        at
        for at, unit in enumerate(head)
        if unit.role is Role.LABEL and unit.text not in signs.BOX_LABELS
    ]
    if labels and labels[0] >= 2 and any(unit.role is Role.DISPLAY for unit in head[labels[-1] :]):
        return [head[: labels[0]], head[labels[0] :]]
    return [head]


def begin(head: list[Unit]) -> Draft:
    """A draft with this head; of a stub that is all display lines the first is the title."""
    stub = len(head) >= MOST_TITLE_LINES and all(unit.role is Role.DISPLAY for unit in head)
    if stub and not any(signs.SUBTITLE.match(unit.text) for unit in head):
        return Draft(head=head[:1], body=head[1:])
    return Draft(head=head)


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


def is_displaced_title(page: Page, current: Draft, units: list[Unit], at: int) -> bool:
    """Whether a display line stands in the middle of a sentence that goes on behind it."""
    unit = units[at]
    if unit.role is not Role.DISPLAY or not current.body or at + 1 >= len(units):
        return False
    before, after = current.body[-1], units[at + 1]
    if before.role is not Role.TEXT or after.role is not Role.TEXT or before.closed:
        return False
    if signs.STARTS_PARAGRAPH.match(after.text):
        return False
    through = max(page.joint(before, unit), page.joint(unit, after))
    needed = SURE_JOINT if current.has(Role.DISPLAY) else 0
    return page.joint(before, after) >= max(needed, through)


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

    A credit for pictures may stand inside an article: it closes only where a head follows, or
    behind the last speaker of a round-up.
    """
    if not drafts:
        drafts.append(Draft())
    current = drafts[-1]
    current.tail.append(unit)
    spoken = bool(current.body) and current.body[-1].role is Role.SPEAKER
    ends = not following or following[0].role is not Role.TEXT
    if unit.role is Role.AFFILIATION or spoken or ends:
        current.closed = True

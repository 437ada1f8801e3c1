"""Titles that stand far from their article, brought to it by what they speak of."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from studydesk.domain.ordinals import ordinal_of
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.articles import ARTICLES_NEARBY, MOST_TITLE_LINES, Draft
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.topics import Topics
from studydesk.sources.recovery.units import Unit

# Which share of a title an article says: at least; and where the title may be a heading, by how
# much more than the article around it.
LEAST_COVERAGE, SURE_COVERAGE, CLEARLY_MORE = 0.2, 0.5, 1.5
SHORTEST_TITLE = 6
SHORTEST_LONE_TITLE = 10
# Somebody asks or answers.
ASKED = re.compile("(?:问|答|记者|主持人)[：:]")


def give_titles(drafts: Sequence[Draft], topics: Topics) -> list[Draft]:
    """The drafts, those without a title given the display lines that stand astray: alone, or in
    the middle of a sentence of another article. `topics` tells what the drafts speak of.
    """
    for draft in drafts:
        take_lone_heading(draft)
    wanting = [at for at, draft in enumerate(drafts) if wants_title(draft)]
    strays = list(stray_titles(drafts, topics)) if wanting else []
    if not strays:
        return list(drafts)
    ranked = sorted(
        (
            (coverage, holder, at, units)
            for holder, units, sure in strays
            for at in wanting
            if abs(holder - at) <= ARTICLES_NEARBY
            and (coverage := topics.coverage(units, drafts[at].texts)) >= LEAST_COVERAGE
            and (sure or is_about(topics, units, drafts[holder], coverage))
        ),
        key=lambda row: -row[0],
    )
    given: set[int] = set()
    for _, holder, at, units in ranked:
        gone = set(map(id, units))
        if gone & given or not wants_title(drafts[at]):
            continue
        given |= gone
        drafts[holder].head = [other for other in drafts[holder].head if id(other) not in gone]
        drafts[holder].body = [other for other in drafts[holder].body if id(other) not in gone]
        drafts[at].head.extend(units)
        drafts[at].moved.extend(units)
    return [draft for draft in drafts if draft.head or draft.body or draft.tail]


def take_lone_heading(draft: Draft) -> None:
    """Makes the only heading of an article without a title that: no article has one heading."""
    runs = list(runs_of_lines(draft.body))
    if len(runs) != 1 or draft.continued or not wants_title(draft):
        return
    lines = draft.body[slice(*runs[0])]
    length = sum(len(line.text) for line in lines)
    if len(lines) > MOST_TITLE_LINES or length < SHORTEST_TITLE or ordinal_of(lines[0].text):
        return
    if any(ASKED.match(unit.text) for unit in draft.body):
        return
    draft.body = [unit for unit in draft.body if unit not in lines]
    draft.head.extend(lines)
    draft.moved.extend(lines)


def runs_of_lines(body: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Where display lines stand, those right below each other together."""
    for is_line, group in groupby(enumerate(body), lambda row: row[1].role is Role.DISPLAY):
        places = [at for at, _ in group]
        if is_line:
            yield places[0], places[-1] + 1


def wants_title(draft: Draft) -> bool:
    """Whether a draft has a byline, a label or an affiliation and text, but no title."""
    headed = any(draft.has(role) for role in (Role.LABEL, Role.AFFILIATION))
    return (headed or draft.named) and bool(draft.texts) and not draft.has(Role.DISPLAY)


def stray_titles(drafts: Sequence[Draft], topics: Topics) -> Iterator[tuple[int, list[Unit], bool]]:
    """The display lines that may be another article's title, alone or with its kicker, each with
    its draft's number, and whether it surely belongs to nothing around it.
    """
    for at, draft in enumerate(drafts):
        if not draft.body and all(unit.role is Role.DISPLAY for unit in draft.head):
            yield from ((at, [unit], True) for unit in draft.head)
        lines = [unit for unit in draft.head if unit.role is Role.DISPLAY]
        if at and len(lines) > 1 and lines[0] is draft.head[0] and wants_title(drafts[at - 1]):
            yield at, [lines[0], *lines_about(topics, lines[1:-1], drafts[at - 1], draft)], False
        if second := second_head(draft, lines):
            yield at, second, False
        wanting = wants_title(draft)
        for first, end in runs_of_lines(draft.body):
            run, after = draft.body[first:end], draft.body[end : end + 1]
            before = draft.body[first - 1] if first else None
            if before and after and breaks_sentence(before, run, after[0]):
                yield at, run, True
            elif before and could_be_title(run) and (draft.closed if not after else not wanting):
                yield at, run, not after


def lines_about(
    topics: Topics, lines: Sequence[Unit], draft: Draft, other: Draft
) -> Iterator[Unit]:
    """The first of some lines, each of which says more of one article than of another."""
    return takewhile(
        lambda line: topics.coverage([line], draft.texts) > topics.coverage([line], other.texts),
        lines,
    )


def second_head(draft: Draft, lines: Sequence[Unit]) -> list[Unit]:
    """The title lines of a draft that the page has behind its first text, where another title
    stands over that.
    """
    begin = draft.texts[0].spans[0] if draft.texts else None
    behind = [line for line in lines if begin and line.spans[0] > begin]
    over = (line.text for line in lines if line not in behind)
    return behind if not all(map(signs.OCCASION.fullmatch, over)) else []


def could_be_title(run: Sequence[Unit]) -> bool:
    """Whether display lines are long enough for a title, and neither numbered nor a question."""
    return (
        len(run) <= MOST_TITLE_LINES
        and sum(len(unit.text) for unit in run) >= SHORTEST_LONE_TITLE
        and not ordinal_of(run[0].text)
        and not run[-1].text.endswith(("？", "?"))
    )


def is_about(topics: Topics, units: Sequence[Unit], holder: Draft, coverage: float) -> bool:
    """Whether lines say what another article says, and not the one that they stand in."""
    own = topics.coverage(units, holder.texts)
    return coverage >= SURE_COVERAGE and coverage > CLEARLY_MORE * own


def breaks_sentence(before: Unit, run: Sequence[Unit], after: Unit) -> bool:
    """Whether display lines that could be a title stand where a sentence is still open."""
    return (
        len(run) <= MOST_TITLE_LINES
        and before.role is after.role is Role.TEXT
        and sum(len(unit.text) for unit in run) >= SHORTEST_TITLE
        and before.text[-1].isalnum()
        and not ordinal_of(run[0].text)
        and not signs.STARTS_PARAGRAPH.match(after.text)
    )

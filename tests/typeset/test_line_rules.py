"""What must hold for every text: nothing lost, nothing forbidden, nothing sticking out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studydesk import paths
from studydesk.typeset.cells import Look, Span
from studydesk.typeset.classes import HANGING, LONGEST_WORD, MARKS, Kind
from studydesk.typeset.compose import galley_of, justified, ragged
from studydesk.typeset.galley import Galley, Line
from studydesk.typeset.words import Words

NEVER_FIRST = set("，。、；：！？）》」』”’】〕〉·％℃")
NEVER_LAST = set("（《「『“‘【〔〈")
TOLERANCE = 1e-6

Way = Mapping[str, bool]

characters = st.sampled_from(list("的一是工会职学习贯彻精神劳动模范𬭎勠①"))
marks = st.sampled_from(list("，。、；：？！（《“‘）》”’〔〕·～％℃ \u3000"))
words = st.sampled_from(
    [
        *("2025", "12351", "AI", "3.14%", "C++", "GDP", "it’s", "Karl Marx", "international"),
        *("——", "……", "—", "（1）", "１２３", "https://a.example.org/b/c?d=e&f=12"),
    ]
)
texts = st.lists(
    st.one_of(characters, characters, characters, characters, marks, words), max_size=400
).map("".join)
wild_texts = st.text(max_size=400)
measures = st.floats(6, 45)
ways = st.fixed_dictionaries({"total_fit": st.booleans(), "hanging": st.booleans()})
"""Greedy or total-fit, marks at line ends half as wide or hanging: the rules are the same."""
GREEDY = {"total_fit": False, "hanging": False}
TOTAL_FIT = {"total_fit": True, "hanging": False}
indents = st.sampled_from([0, 2])


def broken(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """The end and the beginning of lines that follow one another in one paragraph."""
    for before, after in pairwise(lines):
        if before.text.strip() and after.text.strip():
            yield before.text.strip(), after.text.strip()


def had_a_choice(line: Line, look: Look) -> bool:
    """Whether a line could have ended elsewhere by the rules."""
    galley = galley_of([Span(line.text, look)], 1000)
    return any(galley.breakable[1 : len(galley)])


@given(wild_texts | texts, measures, indents, ways)
@example("（" * 2000, 6, 2, GREEDY)
@example("学" * 2000, 6, 0, GREEDY)
@example("x" * 500, 6, 2, GREEDY)
@example("— " * 300, 6, 2, GREEDY)
@example("（" * 2000, 6, 2, TOTAL_FIT)
@example("学，" * 1000, 6, 0, TOTAL_FIT)
@example("— " * 300, 6, 2, TOTAL_FIT)
def test_no_text_is_lost_or_invented(
    look: Look, text: str, measure: float, indent: int, way: Way
) -> None:
    lines = justified([Span(text, look)], measure, indent, **way)
    assert "".join(line.text for line in lines) == text.replace("\n", "")


@given(texts, measures, indents, ways)
def test_no_line_begins_or_ends_with_a_forbidden_mark(
    look: Look, text: str, measure: float, indent: int, way: Way
) -> None:
    lines = justified([Span(text, look)], measure, indent, **way)
    for (end, start), line in zip(broken(lines), lines, strict=False):
        if had_a_choice(line, look):
            assert start[0] not in NEVER_FIRST
            assert end[-1] not in NEVER_LAST


@given(texts, st.floats(15, 45), ways)
def test_words_figures_and_dashes_stay_whole(
    look: Look, text: str, measure: float, way: Way
) -> None:
    place = 0
    for line in justified([Span(text, look)], measure, **way):
        place = text.index(line.text, place)
        if place and had_a_choice(line, look):
            inside = re.fullmatch("[A-Za-z0-9]{2}", text[place - 1 : place + 1])
            assert not inside or long_word_at(text, place)
            assert text[place - 1 : place + 1] not in {"——", "……"}
        place += len(line.text)


def long_word_at(text: str, place: int) -> bool:
    """Whether a word of more characters than are kept together goes through this place."""
    words = re.finditer(r"[!-~’]+", text)
    return any(word.start() < place < word.end() and len(word[0]) > LONGEST_WORD for word in words)


@given(wild_texts | texts, measures, indents, ways)
def test_nothing_sticks_out_but_one_mark_that_hangs(
    look: Look, text: str, measure: float, indent: int, way: Way
) -> None:
    for line in justified([Span(text, look)], measure, indent, **way):
        hangs = way["hanging"] and line.text.rstrip()[-1:] in HANGING
        assert line.end - 0.5 * hangs <= measure + TOLERANCE or len(line.cells) == 1


@given(texts, measures, ways)
def test_the_ink_of_a_line_ends_where_it_says(
    look: Look, text: str, measure: float, way: Way
) -> None:
    for line in justified([Span(text, look)], measure, **way):
        places = zip(line.cells, line.positions(), strict=True)
        inked = [(cell, place) for cell, place in places if cell.shape.kind is not Kind.SPACE]
        if inked:
            cell, place = inked[-1]
            assert abs(place + cell.advance - cell.shape.after - line.end) < TOLERANCE


@given(
    st.lists(characters | marks, min_size=1, max_size=300).map("".join), st.integers(20, 45), ways
)
def test_all_lines_but_the_last_are_flush(look: Look, text: str, measure: int, way: Way) -> None:
    for line in justified([Span(text, look)], measure, **way)[:-1]:
        if had_a_choice(line, look) and "  " not in line.text:
            edge = measure + 0.5 * (line.end > measure + TOLERANCE)
            assert abs(line.end - edge) < TOLERANCE or is_out_of_reach(edge, line, look)


def is_out_of_reach(edge: float, line: Line, look: Look) -> bool:
    """Whether a line was left as it is, because gaps of more would have been needed."""
    joints = galley_of([Span(line.text.rstrip(), look)], 1000).joints[:-1]
    most = sum(joint.stretch + joint.loose / 3 for joint in joints)
    added = max((s - j.space for s, j in zip(line.spaces, joints, strict=False)), default=0.0)
    return added < TOLERANCE and edge - line.end > most - TOLERANCE


@given(texts, measures, indents)
def test_ragged_lines_obey_the_same_rules(
    look: Look, text: str, measure: float, indent: int
) -> None:
    lines = ragged([Span(text, look)], measure, indent)
    assert "".join(line.text for line in lines) == text.replace("\n", "")
    assert all(line.end <= measure + TOLERANCE or len(line.cells) == 1 for line in lines)
    for (_, start), line in zip(broken(lines), lines, strict=False):
        assert start[0] not in NEVER_FIRST or not had_a_choice(line, look)


@given(texts, st.lists(st.integers(0, 400), max_size=5), measures)
def test_a_change_of_look_changes_no_break(
    look: Look, text: str, cuts: list[int], measure: float
) -> None:
    """Bold and dotted runs are composed as one text, unless a word is cut between two looks."""
    places = sorted({0, len(text), *(min(cut, len(text)) for cut in cuts)})
    dotted = Look(look.face, dotted=True)
    spans = [
        Span(text[start:end], (look, dotted)[number % 2])
        for number, (start, end) in enumerate(pairwise(places))
    ]
    mixed = justified(spans, measure)
    assert "".join(line.text for line in mixed) == text
    assert all(line.end <= measure + TOLERANCE or len(line.cells) == 1 for line in mixed)


@pytest.fixture(scope="module")
def seed_paragraphs() -> list[str]:
    return [
        paragraph
        for page in sorted(paths.seeds().glob("*.txt"))
        for paragraph in page.read_text("utf-8").splitlines()
        if paragraph.strip()
    ]


@pytest.mark.parametrize("total_fit", [False, True])
def test_the_seeds_are_set_without_a_fault(
    look: Look, seed_paragraphs: list[str], total_fit: bool
) -> None:
    gaps: list[float] = []
    for paragraph in seed_paragraphs:
        lines = justified([Span(paragraph, look)], 28, 2, total_fit=total_fit)
        assert "".join(line.text for line in lines) == paragraph
        assert not [pair for pair in broken(lines) if pair[1][0] in NEVER_FIRST]
        assert not [pair for pair in broken(lines) if pair[0][-1] in NEVER_LAST]
        assert all(abs(line.end - 28) < TOLERANCE for line in lines[:-1])
        gaps += map(widest_han_gap, lines[:-1])
        assert not leaves_a_character_alone(lines)
    assert max(gaps) <= 0.05


@given(st.lists(st.text("的一是工会学习", min_size=1, max_size=6), max_size=30), st.floats(5, 45))
@example(["工", "工习", "的学会", "的是", "的是", "习"], 5)
def test_no_heading_ends_with_a_lone_character(
    look: Look, words: list[str], measure: float
) -> None:
    costs = Words(words, ()).costs
    assert not leaves_a_character_alone(ragged([Span("".join(words), look)], measure, 0, costs))


def leaves_a_character_alone(lines: Sequence[Line]) -> bool:
    """孤字成行: a last line with one 汉字 and perhaps marks."""
    last = [cell for cell in lines[-1].cells if cell.shape.kind not in MARKS]
    return len(lines) > 1 and len(last) == 1 and len(last[0].text) == 1


@pytest.mark.parametrize("measure", [13, 16, 22, 28, 36])
def test_lines_chosen_together_are_more_even(
    look: Look, seed_paragraphs: list[str], measure: int
) -> None:
    """By the sum of squares of what all gaps of the seeds are stretched by."""

    def unevenness(*, total_fit: bool) -> float:
        return sum(
            stretch_squared(line)
            for paragraph in seed_paragraphs
            for line in justified([Span(paragraph, look)], measure, 2, total_fit=total_fit)[:-1]
        )

    assert unevenness(total_fit=True) < 0.85 * unevenness(total_fit=False)


def stretch_squared(line: Line) -> float:
    natural = Galley(line.cells).spaces
    added = (space - own for space, own in zip(line.spaces, natural, strict=True))
    return sum(addition**2 for addition in added if addition > 0)


def widest_han_gap(line: Line) -> float:
    kinds = [cell.shape.kind for cell in line.cells]
    return max(
        (
            space
            for space, left, right in zip(line.spaces, kinds, kinds[1:], strict=False)
            if left is right is Kind.HAN
        ),
        default=0.0,
    )

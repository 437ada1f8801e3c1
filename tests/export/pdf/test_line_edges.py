"""Line starts and ends (W3C CLREQ, 行首行尾禁则) in every style of every preset, for any text."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studydesk.export.pdf.blocks import StripMaker
from studydesk.export.pdf.strips import PlacedLine, Strip
from studydesk.handout.model import Block, ContentsLine, Paragraph, Run, Table
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role

NEVER_FIRST = set("，。、；：！？）》」』”’】〕〉·％℃～／")
NEVER_LAST = set("（《「『“‘【〔〈")
EDGES = {Role.HEADER, Role.FOOTER}

words = st.text(st.sampled_from("的一是工会职学习贯彻精神劳动模范𬭎勠"), min_size=2, max_size=7)
figures = st.sampled_from(
    ["2025年", "3.14％", "12351", "AI", "36℃", "第3版", "Karl Marx", "（一）"]
)
closes = st.sampled_from(
    [
        "",
        "，",
        "。",
        "、",
        "；",
        "：",
        "！",
        "？",
        "”，",
        "。”",
        "》、",
        "）。",
        "》）；",
        "……",
        "——",
        "·",
        "～",
    ]
)
opens = st.sampled_from(["", "", "", "（", "《", "“", "“‘", "（《", "——“"])
pieces = st.tuples(opens, words | figures, closes).map("".join)
texts = st.lists(pieces, min_size=4, max_size=60).map("".join)


def rows(strips: Sequence[Strip]) -> Iterator[list[str]]:
    """The lines of every paragraph, cell and note; what stands side by side in one line is one."""
    lines = list(chain.from_iterable(strip.lines for strip in strips))
    for column in sorted({line.column for line in lines}):
        own = [line for line in lines if line.column == column and not is_number(line)]
        yield [line.line.text.strip() for line in own if line.line.text.strip()]
    for strip in strips:
        yield [line.line.text.strip() for note in strip.notes for line in note.lines]


def is_number(line: PlacedLine) -> bool:
    return line.is_label and line.line.text.isdecimal()


def check(blocks: Sequence[Block], preset: str) -> None:
    maker = StripMaker(PRESETS[preset])
    for _, strips in groupby(maker.strips(blocks), key=lambda strip: strip.number):
        for lines in rows(list(strips)):
            for before, after in pairwise(lines):
                assert after[0] not in NEVER_FIRST, (before, after)
                assert before[-1] not in NEVER_LAST, (before, after)


@pytest.mark.parametrize("preset", PRESETS)
@settings(max_examples=12)
@given(text=texts, number=st.integers(0, 12))
def test_no_line_of_any_style_begins_or_ends_with_a_forbidden_mark(
    preset: str, text: str, number: int
) -> None:
    check(
        [
            Paragraph(role, (Run(text),), number=number if role is Role.PASSAGE else 0)
            for role in Role
            if role not in EDGES
        ],
        preset,
    )


@pytest.mark.parametrize("preset", PRESETS)
@settings(max_examples=12)
@given(text=texts, other=texts)
def test_nor_does_one_in_a_table_a_list_a_note_or_contents(
    preset: str, text: str, other: str
) -> None:
    runs = Run(text), Run("①", raised=True)
    check(
        [
            Table((0.5, 0.5), (text, other), ((other, text), (text, other))),
            Paragraph(Role.REFERENCE, (Run(f"[1] {text}"),), label=4),
            Paragraph(Role.PASSAGE, runs, note=f"① {other}"),
            ContentsLine(text, 1, 7, 0),
            ContentsLine(other, 3, 12, 1),
        ],
        preset,
    )


@pytest.mark.parametrize("preset", PRESETS)
@settings(max_examples=12)
@given(first=texts, second=texts, third=texts)
def test_nor_where_the_look_changes_within_a_paragraph(
    preset: str, first: str, second: str, third: str
) -> None:
    runs = Run(first), Run(second, dotted=True), Run(third, bold=True)
    check([Paragraph(Role.PASSAGE, runs, number=3)], preset)

"""GB/T 9704-2012 measured from the finished PDF: paper, margins, lines, type, page numbers."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pytest

from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.model import AnswerLines, Block, HandoutDocument, Paragraph, Run, Table
from studydesk.handout.style import Face, Role

POINTS = 72 / 25.4
Handout = Callable[..., HandoutDocument]


@dataclass(frozen=True)
class Row:
    """A line of text as it stands on paper, in millimetres from the upper left corner: the left
    edge of its first character, its baseline, the size of the type and the number of characters.
    """

    left: float
    baseline: float
    size: float
    characters: int
    face: str

    @property
    def top(self) -> float:
        return self.baseline - 0.88 * self.size

    @property
    def foot(self) -> float:
        return self.baseline + 0.12 * self.size


def rows_of(data: bytes) -> Iterator[list[Row]]:
    """The lines of each page, read from its operators."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            height = float(page.MediaBox[3])
            rows: list[Row] = []
            x = y = size = 0.0
            face = ""
            for instruction in pikepdf.parse_content_stream(page):
                operands, operator = list(instruction.operands), instruction.operator
                match str(operator):
                    case "Tm":
                        x, y = float(operands[4]), float(operands[5])
                    case "Tf":
                        face, size = str(operands[0]), float(operands[1])
                    case "TJ":
                        parts = [bytes(part) for part in operands[0] if not is_number(part)]
                        count = sum(len(part) for part in parts) // 2
                        place = x / POINTS, (height - y) / POINTS
                        rows.append(Row(*place, size / POINTS, count, face))
            yield rows


def is_number(part: object) -> bool:
    return not isinstance(part, pikepdf.String)


@pytest.fixture(scope="module")
def pages(handout: Handout) -> list[list[Row]]:
    """Three pages full of 汉字, without an indent to start with."""
    text = "学习贯彻精神" * 28 * 11
    return list(rows_of(write_pdf(handout(Paragraph(Role.BODY, (Run(text),)))).data))


def test_the_paper_is_a4(handout: Handout) -> None:
    with pikepdf.open(BytesIO(write_pdf(handout()).data)) as pdf:
        paper = [float(side) / POINTS for side in pdf.pages[0].MediaBox]
    assert paper == pytest.approx([0, 0, 210, 297], abs=0.1)


def test_a_page_holds_22_lines_of_28_characters(pages: list[list[Row]]) -> None:
    *lines, _ = pages[1]
    assert len(lines) == 22
    assert {line.characters for line in lines} == {28}
    assert {line.size * POINTS for line in lines} == {15.75}


def test_the_margins_are_those_of_the_standard(pages: list[list[Row]]) -> None:
    *lines, _ = pages[1]
    assert lines[0].top == pytest.approx(37, abs=0.1)
    assert 297 - lines[-1].foot == pytest.approx(35, abs=0.1)
    assert all(line.left == pytest.approx(28, abs=0.1) for line in lines)
    assert 210 - lines[0].left - 28 * lines[0].size == pytest.approx(26, abs=1)


def test_lines_are_as_far_apart_as_a_character_and_seven_eighths(pages: list[list[Row]]) -> None:
    *lines, _ = pages[1]
    apart = (lines[-1].baseline - lines[0].baseline) / 21
    assert apart == pytest.approx(15 / 8 * 15.75 / POINTS, abs=0.1)


def test_page_numbers_stand_outside_a_character_in_and_seven_millimetres_below(
    pages: list[list[Row]],
) -> None:
    first, second = (page[-1] for page in pages[:2])
    assert second.left == pytest.approx(28 + second.size, abs=0.5)
    assert first.left > 150
    dash = first.baseline - 0.38 * first.size
    assert dash - (297 - 35) == pytest.approx(7, abs=1)
    assert first.size * POINTS == 14


@pytest.mark.parametrize(
    ("role", "size", "face"),
    [
        (Role.TITLE, 22, Face.SERIF_BOLD),  # 2 号小标宋体
        (Role.HEADING_1, 15.75, Face.SANS_BOLD),  # 一、黑体
        (Role.HEADING_2, 15.75, Face.KAI),  # （一）楷体
        (Role.BODY, 15.75, Face.SERIF),  # 仿宋体, for which the bundled 宋体 stands in
    ],
)
def test_levels_have_their_faces_and_sizes(
    handout: Handout, role: Role, size: float, face: Face
) -> None:
    (rows,) = rows_of(write_pdf(handout(Paragraph(role, (Run("学习"),)))).data)
    assert rows[0].size * POINTS == pytest.approx(size)
    assert face.value in rows[0].face


def test_body_text_is_indented_by_two_characters(handout: Handout) -> None:
    (rows,) = rows_of(write_pdf(handout(Paragraph(Role.BODY, (Run("学" * 40),)))).data)
    assert rows[0].left - rows[1].left == pytest.approx(2 * rows[0].size, abs=0.01)


def rules_of(data: bytes) -> Iterator[tuple[float, float]]:
    """The heights at which each page's highest and lowest rule stand, in millimetres."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            heights = [
                (float(page.MediaBox[3]) - float(instruction.operands[1])) / POINTS
                for instruction in pikepdf.parse_content_stream(page)
                if str(instruction.operator) in {"m", "l"}
            ]
            yield min(heights), max(heights)


@pytest.mark.parametrize("block", [Table((1,), (), (("",),) * 60), AnswerLines(60)])
def test_rules_stay_between_the_edges(handout: Handout, block: Block) -> None:
    for highest, lowest in rules_of(write_pdf(handout(block)).data):
        assert highest >= 37
        assert lowest <= 297 - 35


def test_a_page_that_begins_with_a_table_ends_at_the_edge(handout: Handout) -> None:
    table, text = Table((1,), (), (("",),) * 2), Paragraph(Role.BODY, (Run("学" * 900),))
    data = write_pdf(handout(table, text)).data
    highest, _ = next(rules_of(data))
    *rows, _ = next(rows_of(data))
    assert highest == pytest.approx(37, abs=0.1)
    assert rows[-1].foot <= 297 - 35 + 0.01


def test_small_type_at_the_head_of_a_page_stays_below_the_edge(handout: Handout) -> None:
    (rows,) = rows_of(write_pdf(handout(Paragraph(Role.FOOTNOTE, (Run("注"),)))).data)
    assert rows[0].top == pytest.approx(37, abs=0.1)


def test_lines_of_all_pages_register(pages: list[list[Row]]) -> None:
    """Both sides of a sheet meet (GB/T 9704, 8: within 2 mm): lines stand at the same heights."""
    places = Counter(round(line.baseline, 2) for page in pages[:2] for line in page[:-1])
    assert set(places.values()) == {2}

"""班组卡片: one file with a card for each group, made beside the participants' handout."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from studydesk.domain.packet import Packet
from studydesk.errors import Cancelled
from studydesk.handout.model import Edition
from studydesk.services.handouts import STEPS_OF_A_FILE, export, has_cards

CARD = "班前十分钟卡片"
BOTH = (Edition.PARTICIPANT, Edition.FACILITATOR)


def pages_of(path: Path) -> list[str]:
    with PdfDocument(path) as file:
        return ["".join(page.get_textpage().get_text_range().split()) for page in file]


def test_each_group_has_half_a_sheet_with_its_name_and_the_date(
    packet: Packet, tmp_path: Path
) -> None:
    short = replace(packet, items=packet.items[:1])
    made = export(short, tmp_path, BOTH, ("docx", "pdf"), CARD, groups=("甲班", "乙班", "丙班"))
    assert made[-1].name == "2025-11-07_工匠精神学习_班组卡片.pdf"
    assert [has_cards(path) for path in made] == [False] * 4 + [True]
    first, second = pages_of(made[-1])
    assert first.startswith("甲班")
    assert "乙班" in first
    assert "丙班" in second
    assert first.count("2025年11月7日") == 2 == 2 * second.count("2025年11月7日")
    with PdfDocument(made[-1]) as file:
        assert [round(length) for length in file[0].get_size()] == [842, 595]


@pytest.mark.parametrize(
    ("editions", "formats", "preset"),
    [
        (BOTH, ("pdf",), "普通讲义"),
        (BOTH, ("pdf",), "口袋本 A5"),
        (BOTH, ("docx",), CARD),
        (BOTH[1:], ("pdf",), CARD),
    ],
)
def test_there_are_no_cards_where_none_can_be(
    packet: Packet,
    tmp_path: Path,
    editions: tuple[Edition, ...],
    formats: tuple[str, ...],
    preset: str,
) -> None:
    made = export(packet, tmp_path, editions, formats, preset, groups=("甲班", "乙班"))
    assert not any(map(has_cards, made))


def test_progress_counts_the_cards_and_may_be_cancelled(packet: Packet, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2 * STEPS_OF_A_FILE:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(packet, tmp_path, BOTH[:1], ("pdf",), CARD, progress, groups=("甲", "乙", "丙"))
    assert told[0] == (0, 4 * STEPS_OF_A_FILE)
    assert [done for done, _ in told if done > STEPS_OF_A_FILE] == [2 * STEPS_OF_A_FILE]
    assert list(tmp_path.iterdir()) == []

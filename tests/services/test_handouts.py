import errno
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from studydesk.domain.edits import set_tightness
from studydesk.domain.packet import Guide, Packet, Session
from studydesk.errors import Cancelled, DiskFull, FileUnwritable
from studydesk.files import write_new_file
from studydesk.handout.model import Edition
from studydesk.services.handouts import (
    STEPS_OF_A_FILE,
    export,
    file_stem,
    number_beside,
    preview,
    steps_to_fit,
)

BOTH = (Edition.PARTICIPANT, Edition.FACILITATOR)
PRESET = "普通讲义"


def test_every_edition_comes_in_every_format_under_a_telling_name(
    packet: Packet, tmp_path: Path
) -> None:
    made = export(packet, tmp_path / "新" / "夹", BOTH, ("docx", "pdf"), PRESET)
    assert [path.name for path in made] == [
        "2025-11-07_工匠精神学习_学员版.docx",
        "2025-11-07_工匠精神学习_学员版.pdf",
        "2025-11-07_工匠精神学习_主持人版.docx",
        "2025-11-07_工匠精神学习_主持人版.pdf",
    ]
    assert {path.read_bytes()[:4] for path in made} == {b"PK\x03\x04", b"%PDF"}
    assert sorted(made) == sorted((tmp_path / "新" / "夹").iterdir())


def test_a_file_that_is_there_is_never_replaced(packet: Packet, tmp_path: Path) -> None:
    others = (replace(packet, items=packet.items[:count]) for count in (2, 3, 4))
    paths = [export(other, tmp_path, BOTH[:1], ("pdf",), PRESET)[0] for other in others]
    stem = "2025-11-07_工匠精神学习_学员版"
    assert [path.stem for path in paths] == [stem, f"{stem}（2）", f"{stem}（3）"]
    assert [number_beside(path) for path in paths] == ["", "（2）", "（3）"]


def test_what_is_there_as_it_would_be_written_is_not_written_again(
    packet: Packet, tmp_path: Path
) -> None:
    first, again = (export(packet, tmp_path, BOTH, ("docx", "pdf"), PRESET) for _ in range(2))
    assert again == first
    assert sorted(tmp_path.iterdir()) == sorted(first)


def test_what_an_export_left_that_was_cut_off_goes_with_the_next(
    packet: Packet, tmp_path: Path
) -> None:
    below = tmp_path / "别的"
    below.mkdir()
    for folder in (tmp_path, below):
        leftover = folder / ".0123456789ab.tmp"
        leftover.write_bytes(b"half")
        os.utime(leftover, (0, 0))
    made = export(packet, tmp_path, BOTH[:1], ("pdf",), PRESET)
    assert sorted(tmp_path.iterdir()) == sorted([*made, below])
    assert list(below.iterdir()) == [leftover]


def test_files_of_one_export_have_one_number(packet: Packet, tmp_path: Path) -> None:
    export(packet, tmp_path, BOTH, ("docx", "pdf"), PRESET)
    shorter = replace(packet, items=packet.items[:2])
    export(shorter, tmp_path, BOTH[:1], ("pdf",), PRESET)
    made = export(replace(packet, items=packet.items[:3]), tmp_path, BOTH, ("docx", "pdf"), PRESET)
    assert [number_beside(path) for path in made] == ["（3）"] * 4
    assert len(list(tmp_path.iterdir())) == 9


def test_a_cancelled_export_leaves_nothing(packet: Packet, tmp_path: Path) -> None:
    def cancel(done: int, total: int) -> None:
        assert total == 4 * STEPS_OF_A_FILE
        if done >= 3 * STEPS_OF_A_FILE:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(packet, tmp_path, BOTH, ("docx", "pdf"), PRESET, cancel)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_a_file_is_cancelled_while_it_is_made(packet: Packet, tmp_path: Path, suffix: str) -> None:
    told: list[int] = []

    def cancel(done: int, _total: int) -> None:
        told.append(done)
        if done > STEPS_OF_A_FILE // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(packet, tmp_path, BOTH, (suffix,), PRESET, cancel)
    assert STEPS_OF_A_FILE // 2 < told[-1] < STEPS_OF_A_FILE
    assert list(tmp_path.iterdir()) == []
    assert len(export(packet, tmp_path, BOTH, (suffix,), PRESET)) == 2


def test_progress_counts_the_files(packet: Packet, tmp_path: Path) -> None:
    told: list[int] = []
    export(packet, tmp_path, BOTH, ("pdf",), PRESET, lambda done, _total: told.append(done))
    assert told == sorted(told)
    assert {0, 1 * STEPS_OF_A_FILE, 2 * STEPS_OF_A_FILE} <= set(told)
    assert len(set(told)) > 10  # also within a file


def test_a_disk_that_fills_up_leaves_no_file_and_takes_none(
    packet: Packet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (old,) = export(packet, tmp_path, BOTH[:1], ("pdf",), PRESET)
    before = old.read_bytes()
    calls = iter(range(9))

    def write_until_full(path: Path, data: bytes) -> bool:
        if next(calls) == 1:
            raise DiskFull(path)
        return write_new_file(path, data)

    monkeypatch.setattr("studydesk.services.handouts.write_new_file", write_until_full)
    with pytest.raises(DiskFull):
        export(packet, tmp_path, BOTH, ("docx",), PRESET)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [before]


def test_a_folder_without_room_for_a_name_is_told_as_a_full_disk(
    packet: Packet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.link", no_room)
    monkeypatch.setattr(Path, "touch", no_room)
    with pytest.raises(DiskFull):
        export(packet, tmp_path, BOTH, ("docx",), PRESET)


def test_a_folder_that_is_a_file_is_refused_and_left(packet: Packet, tmp_path: Path) -> None:
    (tmp_path / "夹").write_text("原有", "utf-8")
    with pytest.raises(FileUnwritable):
        export(packet, tmp_path / "夹", BOTH, ("pdf",), PRESET)
    assert (tmp_path / "夹").read_text("utf-8") == "原有"


def test_a_packet_outlives_its_preset_and_has_the_first_then(
    packet: Packet, tmp_path: Path
) -> None:
    paths = export(packet, tmp_path, BOTH[:1], ("pdf",), "没有的版式")
    paths += export(packet, tmp_path, BOTH[:1], ("pdf",), "普通讲义")
    with PdfDocument(paths[0]) as one, PdfDocument(paths[1]) as other:
        assert one[0].get_textpage().get_text_range() == other[0].get_textpage().get_text_range()


def test_the_preview_is_the_pdf_that_is_exported(packet: Packet, tmp_path: Path) -> None:
    shown = preview(packet, Edition.PARTICIPANT, PRESET)
    (path,) = export(packet, tmp_path, BOTH[:1], ("pdf",), PRESET)
    with PdfDocument(shown.data) as seen, PdfDocument(path) as exported:
        assert len(seen) == len(exported) == shown.page_count
        for one, other in zip(seen, exported, strict=True):
            assert bytes(one.render().buffer) == bytes(other.render().buffer)
    assert set(shown.item_pages) <= {item.id for item in packet.items}


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("一/二\\三:四", "一 二 三 四"),
        ('问"答"<甲>|?*', "问 答 甲"),
        ("标题 .", "标题"),
        ("..", "学习包"),
        ("两\n行\t题", "两 行 题"),
        ("长" * 99, "长" * 60),
        ("\ud800代理", "代理"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, stem: str) -> None:
    packet = Packet(title, Session(held_on=date(2025, 11, 7)))
    assert file_stem(packet, Edition.RECORD) == f"2025-11-07_{stem}_记录册"


def test_a_title_of_rare_characters_makes_files_that_systems_take(
    packet: Packet, tmp_path: Path
) -> None:
    long = replace(packet, title="𠀀" * 60)
    made = export(long, tmp_path, BOTH, ("docx",), PRESET)
    assert all(len(path.name.encode()) <= 255 for path in made)
    assert "𠀀" * 40 in made[0].stem


@given(st.text(min_size=1, max_size=120))
def test_no_title_leaves_its_folder(title: str) -> None:
    stem = file_stem(Packet(title, Session(held_on=date(2025, 11, 7))), Edition.RECORD)
    assert Path(stem).name == stem
    assert not set(stem) & set('<>:"/\\|?*\n\r\t\0')
    assert len(f"{stem}（9999）.docx".encode()) <= 255


def test_a_packet_without_a_date_is_named_after_today(packet: Packet) -> None:
    undated = replace(packet, session=Session())
    assert date.fromisoformat(file_stem(undated, Edition.RECORD).split("_")[0])


def test_a_booklet_lies_beside_the_plain_pdf_of_what_many_read(
    packet: Packet, tmp_path: Path
) -> None:
    made = export(
        packet, tmp_path, (*BOTH[:1], Edition.RECORD), ("docx", "pdf"), PRESET, booklet=True
    )
    assert [path.name.removeprefix("2025-11-07_工匠精神学习_") for path in made] == [
        "学员版.docx",
        "学员版.pdf",
        "学员版_小册子.pdf",
        "记录册.docx",
        "记录册.pdf",
    ]


def test_no_booklet_without_a_pdf(packet: Packet, tmp_path: Path) -> None:
    made = export(packet, tmp_path, BOTH, ("docx",), PRESET, booklet=True)
    assert {path.suffix for path in made} == {".docx"}


def test_a_packet_is_drawn_in_as_little_as_saves_a_page() -> None:
    items = tuple(Guide("读" * 30) for _ in range(32))
    packet = Packet("学习", items=items)
    steps = steps_to_fit(packet, Edition.PARTICIPANT, PRESET)
    pages = [
        preview(set_tightness(packet, step), Edition.PARTICIPANT, PRESET).page_count
        for step in (0, steps - 1, steps)
    ]
    assert pages == [2, 2, 1]


def test_what_cannot_be_drawn_in_stays_as_it_is() -> None:
    packet = Packet("学习", items=tuple(Guide("读" * 300) for _ in range(5)))
    assert steps_to_fit(packet, Edition.PARTICIPANT, PRESET) == 0

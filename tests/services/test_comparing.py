from dataclasses import replace
from pathlib import Path

import pytest

from studydesk.domain import edits
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Omission
from studydesk.errors import FileUnwritable
from studydesk.handout.redline import redline
from studydesk.services.comparing import gone_back, write_comparison


def passage_of(packet: Packet) -> PassageItem:
    return next(item for item in packet.items if isinstance(item, PassageItem))


@pytest.mark.parametrize(("suffix", "start"), [(".docx", b"PK"), (".HTML", b"<!DOCTYPE")])
def test_a_comparison_is_written_in_the_format_of_its_name(
    packet: Packet, tmp_path: Path, suffix: str, start: bytes
) -> None:
    path = tmp_path / f"花脸稿{suffix}"
    write_comparison(redline(packet, edits.rename(packet, "新题"), "前", "后"), path)
    assert path.read_bytes().startswith(start)


def test_a_comparison_that_cannot_be_written_is_told(packet: Packet, tmp_path: Path) -> None:
    with pytest.raises(FileUnwritable):
        write_comparison(redline(packet, packet, "", ""), tmp_path / "没有" / "a.docx")


def test_going_back_gives_the_earlier_state(packet: Packet) -> None:
    now = edits.rename(edits.remove(packet, {packet.items[0].id}), "新题")
    assert gone_back(now, packet) == packet


def test_a_passage_that_was_found_elsewhere_meanwhile_stays_there(packet: Packet) -> None:
    item = passage_of(packet)
    earlier = edits.change(
        packet, replace(item, passage=item.passage.with_operation(Omission(0, 2)))
    )
    moved = replace(item, passage=replace(item.passage, article_id="新-2", start=7, end=40))
    back = passage_of(gone_back(edits.change(packet, moved), earlier)).passage
    assert (back.article_id, back.start, back.operations) == ("新-2", 7, (Omission(0, 2),))


def test_a_passage_whose_text_was_another_is_as_it_was(packet: Packet) -> None:
    item = passage_of(packet)
    other = replace(item, passage=replace(item.passage, text="别的文字", article_id="新-2"))
    assert gone_back(edits.change(packet, other), packet) == packet

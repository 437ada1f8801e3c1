"""Folders and files whose names have spaces, emoji and very many Chinese characters."""

import sys
from datetime import date
from pathlib import Path

import pytest

from studydesk import paths
from studydesk.cli import main
from studydesk.domain.packet import Packet, PassageItem, Session
from studydesk.domain.passage import Passage
from studydesk.library import Library
from studydesk.services import packs
from studydesk.services.importing import import_files

EMOJI = "📚 学习 🛠️"
LONG = "深入学习贯彻工匠精神提升产业工人队伍技能素质" * 2

pytestmark = pytest.mark.skipif(
    sys.platform == "win32",
    reason="Windows may have to be told to allow paths of more than 260 characters",
)


def below(folder: Path, characters: int) -> Path:
    """A new folder so many Chinese characters further down, in spaces and emoji."""
    folder /= EMOJI
    while characters > 0:
        folder /= f"{LONG[:characters]} 😀"
        characters -= len(LONG)
    folder.mkdir(parents=True)
    return folder


def write_page(folder: Path) -> Path:
    page = folder / f"{EMOJI} {LONG}.txt"
    page.write_bytes(min(paths.seeds().glob("*.txt")).read_bytes())
    return page


def fill(library: Library) -> Packet:
    """Put a packet with a very long title into a library that has articles; the packet."""
    article = library.article(library.articles()[0].id)
    passage = Passage.pick(article, library.source(article.source_id), 0, 40)
    session = Session(held_on=date(2026, 11, 27))
    packet = Packet(f"{EMOJI}{'长题名' * 70}", session=session, items=(PassageItem(passage),))
    library.save_packet(packet)
    library.back_up()
    return packet


def test_a_library_with_a_long_name_is_worked_in(tmp_path: Path) -> None:
    folder = below(tmp_path, 90)
    assert main(["import", str(write_page(folder)), "--library", str(folder / "库 😀")]) == 0
    with Library.open(folder / "库 😀") as library:
        packet = fill(library)
    with Library.open(folder / "库 😀") as library:
        assert library.packet(packet.id) == packet


def test_files_come_from_and_go_to_a_folder_with_two_hundred_chinese_characters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    far = below(tmp_path, 200)
    pack, out = far / f"{LONG} 😀.studypack", far / "讲义 🖨️"
    with Library.open(tmp_path / "库") as library:
        import_files(library, [write_page(far)])
        packet = fill(library)
        packs.save_pack(library, packet.id, pack)
    assert main(["export", str(pack), "--out", str(out), "--edition", "学员版"]) == 0, (
        capsys.readouterr().err
    )
    written = sorted(out.iterdir())
    assert [path.suffix for path in written] == [".docx", ".pdf"]
    assert all(path.name.startswith("2026-11-27_") for path in written)
    with Library.open(tmp_path / "另一个 库") as other:
        assert packs.open_pack(other, pack).title == packet.title


def test_a_library_too_far_down_is_told_in_chinese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    far = below(tmp_path, 200)
    assert main(["import", str(write_page(far)), "--library", str(far / "库")]) == 1
    told = capsys.readouterr().err
    assert "太长" in told
    assert "换一个位置" in told

from dataclasses import replace
from pathlib import Path

import pytest

from studydesk.domain import edits
from studydesk.domain.article import Recovery
from studydesk.domain.packet import Packet, PassageItem
from studydesk.errors import NotFound, StudypackDamaged, StudypackTooNew
from studydesk.library import Library, studypack
from studydesk.services.checking import check
from studydesk.services.packs import open_pack, save_pack


@pytest.fixture
def pack(library: Library, saved: Packet, tmp_path: Path) -> Path:
    path = tmp_path / "学习.studypack"
    save_pack(library, saved.id, path)
    return path


@pytest.fixture
def other(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "另一个")


def test_a_packet_arrives_in_another_library_with_its_articles(
    other: Library, saved: Packet, pack: Path
) -> None:
    with other:
        assert open_pack(other, pack) == saved
        assert other.packet(saved.id) == saved
        assert check(saved, other.article, other.source).verbatim == 1
        assert other.sources()[0].newspaper == "工人日报"


def test_opening_a_file_twice_keeps_one_packet(library: Library, saved: Packet, pack: Path) -> None:
    assert open_pack(library, pack) == saved
    assert len(library.packets()) == len(library.articles()) == 1


def test_a_packet_that_was_edited_meanwhile_is_not_overwritten(
    library: Library, saved: Packet, pack: Path
) -> None:
    edited = edits.rename(saved, "改过的")
    library.save_packet(edited)
    opened = open_pack(library, pack)
    assert library.packet(saved.id) == edited
    assert (opened.id != saved.id, opened.items) == (True, saved.items)
    assert library.packet(opened.id).title == "工匠精神学习（另一份）"
    assert open_pack(library, pack) == opened
    assert len(library.packets()) == 2


def test_a_source_that_was_edited_meanwhile_is_not_overwritten(
    library: Library, pack: Path
) -> None:
    source = library.sources()[0]
    library.update_source(source.id, "人民日报", None, "")
    open_pack(library, pack)
    assert library.source(source.id).newspaper == "人民日报"


def test_a_packet_whose_article_is_gone_still_travels(
    library: Library, saved: Packet, tmp_path: Path
) -> None:
    item = next(item for item in saved.items if isinstance(item, PassageItem))
    lost = replace(item, passage=replace(item.passage, article_id="nowhere-1"))
    library.save_packet(edits.change(saved, lost))
    save_pack(library, saved.id, tmp_path / "a.studypack")
    assert studypack.read_studypack(tmp_path / "a.studypack").articles == ()


def test_a_packet_that_is_not_there_makes_no_file(library: Library, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        save_pack(library, "nowhere", tmp_path / "a.studypack")
    assert not (tmp_path / "a.studypack").exists()


def test_nothing_of_a_damaged_file_is_kept(other: Library, pack: Path) -> None:
    pack.write_bytes(pack.read_bytes()[:-200])
    with other:
        with pytest.raises(StudypackDamaged):
            open_pack(other, pack)
        assert (other.sources(), other.packets()) == ([], [])


def test_nothing_of_a_newer_file_is_kept(
    other: Library, library: Library, saved: Packet, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(studypack, "VERSION", studypack.VERSION + 1)
        save_pack(library, saved.id, pack)
    with other:
        with pytest.raises(StudypackTooNew):
            open_pack(other, pack)
        assert (other.sources(), other.packets()) == ([], [])


def test_the_missing_article_of_a_known_page_is_added(
    library: Library, other: Library, saved: Packet, pack: Path
) -> None:
    source = library.sources()[0]
    with other:
        other.add(source, Recovery(()))
        open_pack(other, pack)
        assert check(saved, other.article, other.source).verbatim == 1

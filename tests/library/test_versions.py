"""What a packet was before is kept by itself, in small number, and outlives kill and migration."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.older_libraries import make_older

from studydesk.domain import edits
from studydesk.domain.packet import Guide, Packet
from studydesk.errors import LibraryDamaged, NotFound
from studydesk.library import Library, Reason, TrashKind, schema, versions
from studydesk.library.database import FILE_NAME

FRIDAY = Packet("周五学习", items=(Guide("先读这一段。", id="guide"),), id="friday")


@pytest.fixture
def rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every state has rested long enough as soon as it is there."""
    monkeypatch.setattr(versions, "REST", timedelta(0))


def titled(number: int) -> Packet:
    return edits.rename(FRIDAY, f"第{number}稿")


def titles(library: Library) -> list[str]:
    return [version.title for version in library.versions("friday")]


def test_a_new_packet_has_no_history(library: Library) -> None:
    library.save_packet(FRIDAY)
    assert library.versions("friday") == []


def test_the_state_that_a_packet_began_with_is_kept(library: Library) -> None:
    library.save_packet(FRIDAY)
    for number in range(5):
        library.save_packet(titled(number))
    (version,) = library.versions("friday")
    assert library.version(version.number) == FRIDAY
    assert (version.title, version.reason) == ("周五学习", Reason.RESTED)


@pytest.mark.usefixtures("rest")
def test_a_state_that_rested_is_kept_when_it_is_edited(library: Library) -> None:
    for number in range(4):
        library.save_packet(titled(number))
    assert titles(library) == ["第2稿", "第1稿", "第0稿"]


@pytest.mark.usefixtures("rest")
def test_saving_the_same_again_makes_no_second_version(library: Library) -> None:
    for _ in range(4):
        library.save_packet(FRIDAY)
    assert titles(library) == ["周五学习"]


def test_long_work_without_a_rest_leaves_a_state_each_half_hour(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "LONGEST_WORK", timedelta(0))
    for number in range(4):
        library.save_packet(titled(number))
    assert titles(library) == ["第2稿", "第1稿", "第0稿"]


def test_what_was_exported_is_kept_once(library: Library) -> None:
    library.save_packet(FRIDAY)
    library.keep_version("friday", Reason.EXPORTED)
    library.keep_version("friday", Reason.EXPORTED)
    assert [version.reason for version in library.versions("friday")] == [Reason.EXPORTED]


def test_what_was_exported_stays_so_when_it_is_kept_again(library: Library) -> None:
    library.save_packet(FRIDAY)
    library.keep_version("friday", Reason.EXPORTED)
    library.keep_version("friday", Reason.REPLACED)
    assert [version.reason for version in library.versions("friday")] == [Reason.EXPORTED]


def test_a_version_says_since_when_the_packet_was_so(library: Library) -> None:
    before = datetime.now(UTC)
    library.save_packet(FRIDAY)
    library.keep_version("friday", Reason.REPLACED)
    (version,) = library.versions("friday")
    assert version.made_at == library.packets()[0].changed_at
    assert before <= version.made_at <= datetime.now(UTC)


@pytest.mark.usefixtures("rest")
@pytest.mark.parametrize("reason", [Reason.EXPORTED, Reason.SIGNED])
def test_the_oldest_states_go_and_those_that_went_out_or_were_signed_last(
    library: Library, reason: Reason
) -> None:
    library.save_packet(titled(0))
    library.keep_version("friday", reason)
    for number in range(1, 100):
        library.save_packet(titled(number))
    kept = titles(library)
    assert len(kept) == versions.KEPT + 1
    assert (kept[0], kept[-2:]) == ("第98稿", ["第69稿", "第0稿"])


@pytest.mark.usefixtures("rest")
def test_a_history_is_small(library: Library) -> None:
    guides = tuple(Guide("每一道工序都做到位，一年一年练出手艺。" * 20) for _ in range(40))
    for number in range(100):
        library.save_packet(replace(titled(number), items=guides))
    with closing(sqlite3.connect(library.folder / FILE_NAME)) as connection:
        query = "SELECT sum(length(content)), (SELECT length(content) FROM packet) FROM version"
        history, packet = connection.execute(query).fetchone()
    assert history < packet * 3


@pytest.mark.usefixtures("rest")
def test_a_packet_out_of_the_trash_has_its_history(library: Library) -> None:
    library.save_packet(FRIDAY)
    library.save_packet(titled(1))
    library.delete_packet("friday")
    assert titles(library) == ["周五学习"]
    library.restore(TrashKind.PACKET, "friday")
    assert titles(library) == ["周五学习"]


@pytest.mark.usefixtures("rest")
def test_the_history_goes_with_what_is_deleted_for_good(library: Library) -> None:
    for packet in (FRIDAY, titled(1), replace(FRIDAY, id="monday"), replace(FRIDAY, id="monday")):
        library.save_packet(packet)
    library.delete_packet("friday")
    library.empty_trash(datetime.now(UTC) + timedelta(seconds=1))
    assert titles(library) == []
    assert len(library.versions("monday")) == 1


def test_a_version_that_is_not_there_is_told(library: Library) -> None:
    library.keep_version("nobody", Reason.EXPORTED)
    assert library.versions("nobody") == []
    with pytest.raises(NotFound):
        library.version(1)


@pytest.mark.parametrize("content", [b"nothing", b""])
def test_a_damaged_version_is_told_and_the_packet_is_safe(library: Library, content: bytes) -> None:
    library.save_packet(FRIDAY)
    library.keep_version("friday", Reason.EXPORTED)
    with closing(sqlite3.connect(library.folder / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE version SET content = ?", (content,))
    (version,) = library.versions("friday")
    with pytest.raises(LibraryDamaged):
        library.version(version.number)
    assert library.packet("friday") == FRIDAY


@pytest.mark.parametrize("version", range(1, schema.current_version()))
def test_a_library_of_every_earlier_version_gets_a_history(folder: Path, version: int) -> None:
    with Library.open(folder) as library:
        library.save_packet(FRIDAY)
    make_older(folder, version)
    with Library.open(folder) as library:
        assert (library.packet("friday"), library.versions("friday")) == (FRIDAY, [])
        library.save_packet(titled(1))
        assert titles(library) == ["周五学习"]
        assert library.plans() == []


def test_a_packet_that_was_edited_since_is_kept_as_it_was(library: Library) -> None:
    was = Packet("那时", id="friday")
    library.save_packet(was)
    library.save_packet(Packet("现在", id="friday"))
    library.keep_version(was, Reason.EXPORTED)
    library.keep_version(was, Reason.EXPORTED)
    (version,) = (v for v in library.versions("friday") if v.reason is Reason.EXPORTED)
    assert version.title == "那时"
    assert library.version(version.number) == was

"""A library that an earlier version of StudyDesk wrote opens with all that is in it.

`tests/data/libraries` holds one file of each version of the tables, written by the program as it
was then and never made anew: a page with three articles, of which one was deleted, the packet
周五学习 with an item of every kind that there was, and whatever else could be kept. A change of
the tables adds a file that the program before it wrote.
"""

import lzma
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studydesk.domain.edits import rename
from studydesk.domain.packet import ITEM_KINDS
from studydesk.handout.model import Edition
from studydesk.library import Library, TrashKind, schema
from studydesk.library.database import FILE_NAME
from studydesk.proof.quotation import QuotationStatus
from studydesk.services.checking import check_against
from studydesk.services.handouts import export
from studydesk.services.tidying import tidied_page

FROZEN = Path(__file__).parent.parent / "data" / "libraries"
VERSIONS = range(1, schema.current_version())
OPENING = (
    "新质生产力要靠一线职工来创造。各级工会要把服务送到车间，"
    "把培训办到班组，让每个职工都能学到本领。"
)

Rows = dict[str, set[tuple[object, ...]]]


def thaw(folder: Path, version: int) -> Path:
    """A folder with the library that this version wrote."""
    folder.mkdir()
    frozen = (FROZEN / f"{version}.db.xz").read_bytes()
    (folder / FILE_NAME).write_bytes(lzma.decompress(frozen))
    return folder


def columns(folder: Path) -> dict[str, list[str]]:
    """The tables of a library, but the index that is made of them, and their columns."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        tables = file.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%'")
        return {
            name: [row[1] for row in file.execute(f"PRAGMA table_info ({name})")]
            for (name,) in tables.fetchall()
            if not name.startswith(("article_index", "normal_form"))
        }


def rows(folder: Path, wanted: dict[str, list[str]]) -> Rows:
    """What stands in these columns."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as file:
        return {
            table: set(file.execute(f"SELECT {', '.join(names)} FROM {table}"))
            for table, names in wanted.items()
        }


@pytest.fixture(params=VERSIONS)
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    """The library that each version wrote, opened by the program of today."""
    with Library.open(thaw(tmp_path / "旧", request.param)) as library:
        yield library


@pytest.mark.parametrize("version", VERSIONS)
def test_no_row_is_lost_or_changed(tmp_path: Path, version: int) -> None:
    folder = thaw(tmp_path / "旧", version)
    known = columns(folder)
    before = rows(folder, known)
    Library.open(folder).close()
    assert rows(folder, known) == before
    assert "周五学习" in {row[1] for row in before["packet"]}


def test_every_quotation_of_its_packet_is_found_verbatim(earlier: Library) -> None:
    packet = earlier.packet("friday")
    checked = check_against(earlier, packet)
    assert {result.status for result in checked.quotations} == {QuotationStatus.VERBATIM}
    assert packet.passages[0].text == OPENING
    assert len(packet.passages[0].operations) == 5


def test_its_packet_has_every_kind_of_item_and_is_kept_as_it_was(earlier: Library) -> None:
    packet = earlier.packet("friday")
    missing = set(ITEM_KINDS) - {
        name for name, kind in ITEM_KINDS.items() for item in packet.items if type(item) is kind
    }
    assert missing <= {"goals", "further-reading"}  # which came with version 5
    earlier.save_packet(rename(packet, "周六学习"))
    assert rename(earlier.packet("friday"), "周五学习") == packet
    assert [version.title for version in earlier.versions("friday")][:1] == ["周五学习"]


def test_its_articles_are_found_by_every_length_of_words(earlier: Library) -> None:
    for words in ("职工", "新质生产力", "八万人 班组", OPENING[:20]):
        (hit,) = earlier.search(words).hits
        assert hit.article.title == "让职工之家更有温度"
    assert earlier.articles()[0].tags == ("已读", "班组")


def test_its_page_can_be_tidied_further(earlier: Library) -> None:
    (source,) = earlier.sources()
    page = tidied_page(earlier, source.id)
    assert page.operations == earlier.operations(source.id)
    assert not page.skipped


def test_its_packet_is_printed(earlier: Library, tmp_path: Path) -> None:
    packet = earlier.packet("friday")
    (made,) = export(packet, tmp_path, [Edition.PARTICIPANT], ["docx"], packet.preset)
    assert made.stat().st_size


@pytest.mark.parametrize("earlier", VERSIONS[2:], indirect=True)
def test_what_was_deleted_comes_back(earlier: Library) -> None:
    things = [thing for thing in earlier.trashed() if thing.kind is not TrashKind.PASSAGE]
    assert {thing.title for thing in things} == {"丢掉的学习包", "夜校的灯"}
    earlier.restore(TrashKind.PACKET, "thrown")
    assert earlier.packet("thrown").title == "丢掉的学习包"


@pytest.mark.parametrize("earlier", VERSIONS[4:], indirect=True)
def test_its_history_its_plans_and_its_questions_are_read(earlier: Library) -> None:
    newest, *_ = earlier.versions("friday")
    assert earlier.version(newest.number) == earlier.packet("friday")
    assert [plan.name for plan in earlier.plans()] == ["一小时"]
    (kept,) = earlier.banked()
    assert (kept.question.text, kept.tags) == ("您的班组怎样学本领？", ("班组",))


@pytest.mark.parametrize("earlier", VERSIONS[7:], indirect=True)
def test_a_passage_that_was_taken_out_is_in_the_trash(earlier: Library) -> None:
    (taken,) = [thing for thing in earlier.trashed() if thing.kind is TrashKind.PASSAGE]
    assert taken.title == OPENING

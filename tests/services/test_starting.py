import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from studydesk import paths
from studydesk.domain.article import Article, BlockKind, Recovery, Source, spans_text
from studydesk.errors import (
    DiskFull,
    FileUnreadable,
    LibraryGone,
    LibraryInUse,
    LibraryMissing,
    LibraryNowhere,
)
from studydesk.library import ArticleFilter, Library, Stop, is_gone
from studydesk.services import tidying
from studydesk.services.checking import check
from studydesk.services.starting import (
    open_existing,
    open_known,
    open_library,
    open_or_make,
    others_in,
    refuse_nowhere,
    usual_besides,
)
from studydesk.services.tidying import tidied_page, tidy
from studydesk.sources.recovery.recover import recover
from studydesk.ui.words.messages import sentence


def test_a_new_library_has_the_five_pages_and_the_sample_packet(tmp_path: Path) -> None:
    with open_library(tmp_path / "新") as library:
        assert library.is_new
        assert len(library.sources()) == 5
        (summary,) = library.packets()
        checked = check(library.packet(summary.id), library.article, library.source)
        assert checked.verbatim == summary.passages >= 3


def test_the_sample_has_no_mark_before_what_it_leaves_out(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        packet = library.packet(library.packets()[0].id)
    printed = "".join(passage.printed for passage in packet.passages)
    assert "自主技术创新……让一线职工" in printed


def test_every_passage_of_the_sample_packet_is_from_a_starter_page(tmp_path: Path) -> None:
    with open_library(tmp_path / "新") as library:
        starter = {path.name for path in paths.seeds().glob("*.txt")}
        assert {source.name for source in library.sources()} == starter


def test_the_starter_pages_are_tidied_with_operations_that_can_be_undone(tmp_path: Path) -> None:
    with open_library(tmp_path / "新") as library:
        for source in library.sources():
            page = tidied_page(library, source.id)
            assert page.operations
            assert page.skipped == ()
            assert tidy(library, source.id, []).page.recovery == recover(source)


def article_by(library: Library, author: str) -> Article:
    (summary,) = library.articles(ArticleFilter(author=author))
    return library.article(summary.id)


def test_the_interleaved_page_reads_as_three_articles(tmp_path: Path) -> None:
    with open_library(tmp_path / "新") as library:
        headings = {
            author: [text[:2] for text in article_by(library, author).texts(BlockKind.HEADING)]
            for author in ("马璞", "钟洪江", "蔡安辉")
        }
        assert headings == {
            "马璞": ["一、", "二、", "三、", "四、", "五、", "六、", "七、"],
            "钟洪江": ["一、", "二、", "三、"],
            "蔡安辉": ["一、", "二、"],
        }
        assert "坚定不移走中国特色社会主义工会发展道路" in article_by(library, "钟洪江").body
        assert "强调要坚持党中央对审计工作的集中统一领导" in article_by(library, "蔡安辉").body
        assert "加快推进智慧经审平台建设。坚持科技强审" in article_by(library, "蔡安辉").body
        assert article_by(library, "蔡安辉").body.startswith("党的二十届四中全会是我们党")


def test_nothing_on_a_starter_page_is_lost_by_tidying(tmp_path: Path) -> None:
    with open_library(tmp_path / "新") as library:
        for source in library.sources():
            recovery = tidied_page(library, source.id).recovery
            blocks = [block for article in recovery.articles for block in article.blocks]
            spans = [*recovery.furniture, *(span for block in blocks for span in block.spans)]
            kept = spans_text(source.raw, sorted(spans))
            assert "".join(kept.split()) == "".join(source.raw.split())


def test_starter_pages_without_what_was_done_to_them_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(FileUnreadable) as missing:
        open_library(tmp_path / "新")
    assert missing.value.path == tmp_path / "starter.json"


def test_a_disk_that_fills_up_while_the_starter_pages_come_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise DiskFull(tmp_path)

    monkeypatch.setattr(Library, "add", full)
    with pytest.raises(DiskFull):
        open_library(tmp_path / "新")


def test_opening_again_changes_nothing_that_the_user_did(tmp_path: Path) -> None:
    with open_library(tmp_path / "新") as library:
        library.delete_packet(library.packets()[0].id)
    with open_library(tmp_path / "新") as library:
        assert not library.is_new
        assert library.packets() == []


def test_a_first_start_that_was_cut_short_is_made_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(paths, "resources", lambda: tmp_path / "nowhere")
        with pytest.raises(FileUnreadable):
            open_library(tmp_path / "新")
    with open_library(tmp_path / "新") as library:
        assert (len(library.sources()), len(library.packets())) == (5, 1)


def test_a_first_start_that_died_as_soon_as_the_library_was_there_is_made_good(
    tmp_path: Path,
) -> None:
    died = subprocess.run([sys.executable, "-c", _DIE_AT_ONCE, tmp_path / "新"], check=False)
    assert died.returncode == 9
    with open_library(tmp_path / "新") as library:
        assert (len(library.sources()), len(library.packets())) == (5, 1)


_DIE_AT_ONCE = """
import os, sys
from pathlib import Path
from studydesk.library import Library
from studydesk.services.starting import open_library

real = Library.open
Library.open = lambda *given, **named: (real(*given, **named), os._exit(9))
open_library(Path(sys.argv[1]))
"""


def test_a_library_made_by_an_import_stays_without_starter_content(tmp_path: Path) -> None:
    Library.open(tmp_path / "导入").close()
    with open_library(tmp_path / "导入") as library:
        assert library.sources() == []


def test_a_library_that_is_open_elsewhere_is_refused(tmp_path: Path) -> None:
    with Library.open(tmp_path / "库"), pytest.raises(LibraryInUse):
        open_library(tmp_path / "库")


def test_no_library_is_made_where_one_is_expected(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        open_existing(tmp_path / "库")
    assert not (tmp_path / "库").exists()


def test_each_starter_page_is_recovered_once_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    told: list[tuple[int, int]] = []

    def count(source: Source, _ask: Callable[[], object]) -> Recovery:
        names.append(source.name)
        return recover(source)

    monkeypatch.setattr("studydesk.sources.recovery.recover.recover", count)
    tidying._recovered.cache_clear()
    with open_library(tmp_path / "新", lambda *far: told.append(far)):
        assert sorted(names) == sorted(path.name for path in paths.seeds().glob("*.txt"))
    assert list(dict.fromkeys(told)) == [(done, 10) for done in range(10)]
    tidying._recovered.cache_clear()


def test_a_lost_library_is_told_as_that_where_its_backups_are(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.back_up()
    (tmp_path / "library.db").unlink()
    with pytest.raises(LibraryGone):
        open_existing(tmp_path)
    with pytest.raises(LibraryGone):
        open_known(tmp_path, lambda _done, _total: None, Stop())
    with pytest.raises(LibraryGone):
        open_library(tmp_path)
    assert others_in(tmp_path) == 0


def test_the_root_of_a_drive_is_a_folder_like_others(tmp_path: Path) -> None:
    refuse_nowhere(Path(tmp_path.anchor))


@pytest.mark.parametrize("opening", [open_or_make, open_library])
def test_a_folder_that_lies_in_none_is_told_as_that_and_not_made(
    tmp_path: Path, opening: Callable[[Path], Library]
) -> None:
    with pytest.raises(LibraryNowhere) as refused:
        opening(tmp_path / "新" / "资料库")
    assert "上一级文件夹" in sentence(refused.value)
    assert "原来的地方" not in sentence(refused.value)
    assert not (tmp_path / "新").exists()


def test_a_library_that_may_not_be_looked_for_is_there_for_all_who_ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, exists = tmp_path / "学习台", Path.exists

    def refused(path: Path) -> bool:
        if path.name == paths.LIBRARY_FILE:
            raise PermissionError
        return exists(path)

    monkeypatch.setattr(Path, "exists", refused)
    monkeypatch.setattr(paths, "default_library", lambda: usual)
    assert paths.has_library(usual)
    assert usual_besides(tmp_path) == usual
    assert not is_gone(usual)
    assert others_in(usual) == 0

import re
from pathlib import Path

import pytest

from studydesk.errors import (
    Cancelled,
    FileUnreadable,
    SourceBinary,
    SourceEmpty,
    SourceFormatUnknown,
    SourceTooLarge,
    SourceUndecodable,
)
from studydesk.library import Library
from studydesk.services.importing import Outcome, import_files, import_paste, readable_suffixes


def test_every_seed_page_is_added_with_its_articles(
    library: Library, seed_paths: tuple[Path, ...]
) -> None:
    before = len(library.articles())
    results = import_files(library, seed_paths)
    assert [result.outcome for result in results] == [Outcome.ADDED] * 5
    assert len(library.articles()) - before == sum(result.articles for result in results) > 15


def test_a_page_that_is_there_already_changes_nothing(
    library: Library, seed_paths: tuple[Path, ...]
) -> None:
    import_files(library, seed_paths[:1])
    before = library.articles()
    (again,) = import_files(library, seed_paths[:1])
    assert (again.outcome, again.articles) == (Outcome.ALREADY_THERE, 0)
    assert library.articles() == before


def test_the_same_page_twice_in_one_import_is_added_once(
    library: Library, seed_paths: tuple[Path, ...]
) -> None:
    results = import_files(library, [seed_paths[0], seed_paths[0]])
    assert [result.outcome for result in results] == [Outcome.ADDED, Outcome.ALREADY_THERE]


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("空.txt", b" \n\n", SourceEmpty),
        ("图.txt", b"\x89PNG\r\n\x1a\n\x00\x00", SourceBinary),
        ("表.xlsx", b"PK", SourceFormatUnknown),
        (
            "乱码.txt",
            "工会".encode() * 300 + b"\xff\xfe" + "职工".encode() * 300,
            SourceUndecodable,
        ),
        ("大.txt", b"a" * (50 << 20), SourceTooLarge),
    ],
)
def test_a_file_that_is_no_page_is_refused_and_the_others_go_on(
    library: Library,
    tmp_path: Path,
    seed_paths: tuple[Path, ...],
    name: str,
    data: bytes,
    error: type[Exception],
) -> None:
    bad = tmp_path / name
    bad.write_bytes(data)
    refused, added = import_files(library, [bad, seed_paths[0]])
    assert (refused.name, refused.outcome) == (name, Outcome.REFUSED)
    assert type(refused.error) is error
    assert added.outcome is Outcome.ADDED
    assert len(library.sources()) == 2


@pytest.mark.parametrize("name", ["没有.txt", "."])
def test_a_missing_file_or_a_folder_is_refused(library: Library, tmp_path: Path, name: str) -> None:
    (result,) = import_files(library, [tmp_path / name])
    assert isinstance(result.error, FileUnreadable)


def test_nothing_is_kept_of_a_cancelled_import(
    library: Library, seed_paths: tuple[Path, ...]
) -> None:
    before = library.sources()

    def cancel(done: int, total: int) -> None:
        assert total == 5
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_files(library, seed_paths, cancel)
    assert library.sources() == before


def test_progress_counts_the_files(library: Library, seed_paths: tuple[Path, ...]) -> None:
    told: list[tuple[int, int]] = []
    import_files(library, seed_paths[:2], lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_paste_is_kept_under_the_minute_it_was_pasted_in(library: Library) -> None:
    result = import_paste(library, "弘扬工匠精神\n\n王敏\n\n工匠精神是时代精神，要从岗位做起。")
    assert (result.outcome, result.articles) == (Outcome.ADDED, 1)
    assert re.fullmatch(r"粘贴 \d{4}-\d\d-\d\d \d\d:\d\d", library.source(result.source_id).name)


def test_an_empty_paste_is_refused(library: Library) -> None:
    assert import_paste(library, " \n").outcome is Outcome.REFUSED


def test_a_rich_paste_keeps_its_headings(library: Library) -> None:
    html = "<h1>弘扬工匠精神</h1><p>王敏</p><p>工匠精神是时代精神，要从岗位做起。</p>"
    result = import_paste(library, "弘扬工匠精神\n王敏\n工匠精神是时代精神，要从岗位做起。", html)
    assert library.source(result.source_id).raw.startswith("# 弘扬工匠精神")


def test_every_format_can_be_chosen() -> None:
    assert {".txt", ".md", ".docx", ".pdf", ".html", ".mht", ".doc"} <= set(readable_suffixes())


def test_files_of_other_formats_are_added_or_refused(library: Library, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("页.html", "旧.doc", "坏.pdf")]
    files[0].write_text("<h1>网页上的题目</h1><p>网页上的正文，一字不差。</p>", "utf-8")
    files[1].write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    files[2].write_bytes(b"%PDF-1.7")
    outcomes = [result.outcome for result in import_files(library, files)]
    assert outcomes == [Outcome.ADDED, Outcome.REFUSED, Outcome.REFUSED]

import errno
import os
import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from studydesk.domain.article import Article, Block, BlockKind, ProblemKind, Recovery, Source, Span
from studydesk.domain.tidying import SetAside, Tidying
from studydesk.errors import (
    Cancelled,
    FileUnreadable,
    SourceBinary,
    SourceEmpty,
    SourceFormatUnknown,
    SourceRefused,
    SourceTooLarge,
    SourceTooLong,
    SourceUndecodable,
)
from studydesk.library import Library
from studydesk.services import importable_files, importing
from studydesk.services.importable_files import readable_suffixes
from studydesk.services.importing import Outcome, import_files, import_paste
from studydesk.services.tidying import tidied_page, tidy
from studydesk.sources import reading
from studydesk.sources.recovery.recover import recover
from studydesk.ui.words.outcomes import import_sentence

ADDED = Outcome.ADDED


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


def test_a_file_name_fills_what_is_not_known_of_a_page_that_is_there(
    library: Library, seed_paths: tuple[Path, ...], tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("a.txt", "工人日报 2025-11-03 7版.txt", "劳动报.txt")]
    for file in files:
        file.write_bytes(seed_paths[0].read_bytes())
    first, second, third = (import_files(library, [file])[0] for file in files)
    source = library.source(first.source_id)
    facts = (source.newspaper, str(source.published), source.page)
    assert facts == ("工人日报", "2025-11-03", "7")
    assert second.filled == ("newspaper", "published", "page")
    assert import_sentence(second).endswith("没有重复导入。已补上报名、日期、版次。")
    assert third.filled == ()


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
            "工会".encode() * 300 + b"\xff\xfe" * 20 + "职工".encode() * 300,
            SourceUndecodable,
        ),
        ("大.txt", b"a" * (50 << 20), SourceTooLarge),
        ("长.txt", "夜校办到家门口。\n".encode() * (reading.LONGEST // 8), SourceTooLong),
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


def test_a_folder_stands_for_what_can_be_read_in_it_and_below_in_order(
    library: Library, tmp_path: Path
) -> None:
    for name in ("二.txt", "内/一.TXT", "图.png", ".隐藏.txt", ".git/甲.txt", "~$锁.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}\n讲的是班组学习，写得清楚，字字有据。\n" * 9, "utf-8")
    told: list[tuple[int, int]] = []
    results = import_files(library, [tmp_path], lambda *step: told.append(step))
    assert [result.name for result in results] == ["二.txt", "图.png", "一.TXT"]
    assert [result.outcome for result in results] == [ADDED, Outcome.REFUSED, ADDED]
    assert told[-1][1] == 6


def test_what_systems_keep_in_folders_is_passed_over(library: Library, tmp_path: Path) -> None:
    for name in ("Thumbs.db", "desktop.ini", "表.xlsx"):
        (tmp_path / name).touch()
    (refused,) = import_files(library, [tmp_path])
    assert (refused.name, type(refused.error)) == ("表.xlsx", SourceFormatUnknown)


@pytest.mark.parametrize("first", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("second", ["\n", "\r\n", "\r"])
def test_a_page_with_other_line_ends_is_the_same_page(
    library: Library, tmp_path: Path, seed_paths: tuple[Path, ...], first: str, second: str
) -> None:
    lines = seed_paths[0].read_text("utf-8").splitlines()
    for name, end in (("一.txt", first), ("二.txt", second)):
        (tmp_path / name).write_bytes(end.join(lines).encode())
    added, again = import_files(library, [tmp_path / "一.txt", tmp_path / "二.txt"])
    assert (added.outcome, again.outcome) == (ADDED, Outcome.ALREADY_THERE)
    assert again.source_id == added.source_id


def test_a_wrong_byte_is_a_problem_at_its_place(library: Library, tmp_path: Path) -> None:
    text = "夜校开到车间里\n王敏\n" + "讲的是班组学习，写得清楚，字字有据。" * 9
    (tmp_path / "页.txt").write_bytes(text.encode().replace("据".encode(), b"\xff\xff", 1))
    (result,) = import_files(library, [tmp_path / "页.txt"])
    page = tidied_page(library, result.source_id)
    places = [
        problem.span for problem in page.recovery.problems if problem.kind is ProblemKind.ILLEGIBLE
    ]
    assert [page.source.raw[slice(*place)] for place in places] == ["\ufffd\ufffd"]


def test_a_folder_without_anything_to_read_is_told(library: Library, tmp_path: Path) -> None:
    (result,) = import_files(library, [tmp_path])
    assert "这个文件夹里没有能读的文件" in import_sentence(result)


def test_a_folder_that_is_closed_is_told_beside_what_could_be_read(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "锁着").mkdir()
    (tmp_path / "一.txt").write_text("讲的是班组学习，写得清楚，字字有据。\n" * 9, "utf-8")
    look = os.scandir

    def refuse(folder: str) -> object:
        if Path(folder).name == "锁着":
            raise PermissionError(errno.EACCES, "Permission denied", folder)
        return look(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    added, refused = import_files(library, [tmp_path])
    assert added.outcome is Outcome.ADDED
    assert import_sentence(refused).startswith("读不了“锁着”：没有权限")


def test_a_folder_that_leads_back_into_itself_is_read_once(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "一.txt").write_text("讲的是班组学习，写得清楚，字字有据。\n" * 9, "utf-8")
    (tmp_path / "回去").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "自己.txt").symlink_to(tmp_path / "自己.txt")
    added, refused = import_files(library, [tmp_path])
    assert added.outcome is Outcome.ADDED
    assert "绕回了自己" in import_sentence(refused)


def test_of_a_folder_with_too_many_files_none_is_taken(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importable_files, "MOST_OF_A_FOLDER", 2)
    for number in range(3):
        (tmp_path / f"{number}.txt").touch()
    (refused,) = import_files(library, [tmp_path])
    assert "分几次导入" in import_sentence(refused)


def test_files_of_other_kinds_are_told_one_by_one_only_so_far(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importable_files, "MOST_OF_OTHER_KINDS", 2)
    for number in range(4):
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}" / f"{number}.jpg").touch()
    (tmp_path / "9.txt").write_text("讲的是班组学习，写得清楚，字字有据。\n" * 9, "utf-8")
    results = import_files(library, [tmp_path])
    assert [result.name for result in results] == ["9.txt", "0.jpg", "1.jpg", tmp_path.name]
    assert "没有逐个列出" in import_sentence(results[-1])


@pytest.mark.parametrize("dropped", [".", "..", "../link"])
def test_what_the_library_keeps_is_not_imported(
    library: Library, tmp_path: Path, dropped: str
) -> None:
    (library.folder.parent / "link").symlink_to(library.folder.parent, target_is_directory=True)
    (result,) = import_files(library, [Path(os.path.normpath(library.folder / dropped))])
    assert "这个文件夹里没有能读的文件" in import_sentence(result)


@pytest.mark.parametrize("broken", ["recover", "invents"])
def test_a_fault_of_ours_on_one_file_is_logged_and_the_others_go_on(
    library: Library,
    seed_paths: tuple[Path, ...],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    broken: str,
) -> None:
    def fail_on_the_first(source: Source, _ask: Callable[[], object]) -> Recovery:
        if source.name != seed_paths[0].name:
            return recover(source)
        if broken == "recover":
            raise IndexError("a fault")
        words = Block(BlockKind.PARAGRAPH, "话。", (Span(0, 2),))
        return Recovery((Article(f"{source.id}-1", source.id, (words,)),))

    monkeypatch.setattr(importing, "recovered", fail_on_the_first)
    refused, added = import_files(library, seed_paths[:2])
    assert (refused.outcome, type(refused.error)) == (Outcome.REFUSED, SourceRefused)
    assert added.outcome is Outcome.ADDED
    (line,) = caplog.records
    assert line.exc_info


def test_a_fault_of_ours_in_keeping_one_file_loses_no_other(
    library: Library,
    seed_paths: tuple[Path, ...],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def operations(source_id: str) -> tuple[Tidying, ...]:
        if caplog.records:
            return ()
        raise IndexError(source_id)

    monkeypatch.setattr(library, "operations", operations)
    refused, added = import_files(library, seed_paths[:2])
    assert (refused.outcome, type(refused.error)) == (Outcome.REFUSED, SourceRefused)
    assert added.outcome is Outcome.ADDED
    assert len(caplog.records) == 1


def test_progress_counts_each_file_as_read_and_as_kept(
    library: Library, seed_paths: tuple[Path, ...]
) -> None:
    told: list[tuple[int, int]] = []
    import_files(library, seed_paths[:2], lambda done, total: told.append((done, total)))
    assert list(dict.fromkeys(told)) == [(0, 4), (1, 4), (2, 4), (3, 4)]


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


def test_an_article_that_another_page_had_already_is_told(library: Library, tmp_path: Path) -> None:
    body = "党的创新理论是做好工会工作的根本遵循，各级工会要结合实际认真学习，学以致用。\n" * 6
    first, reprint = tmp_path / "原报.txt", tmp_path / "转载.txt"
    first.write_text(f"在学懂弄通做实上下功夫\n王敏\n{body}", "utf-8")
    reprint.write_text(f"转载来的文章要认真读\n王敏\n{body}完。\n", "utf-8")
    results = import_files(library, [first, reprint])
    assert [len(result.alike) for result in results] == [0, 1]
    assert results[1].alike[0].other_source == "原报.txt"
    assert results[1].alike[0].share > 0.9


def test_pages_of_a_file_that_are_scans_are_told(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source("扫描.pdf", "题目\n" + "这是读得出来的正文。\n" * 9)
    monkeypatch.setattr(reading, "read_pages", lambda _path: reading.ReadFile(source, (2, 5)))
    (result,) = import_files(library, [tmp_path / "扫描.pdf"])
    assert (result.outcome, result.pictures) == (Outcome.ADDED, (2, 5))


def test_what_is_inside_a_file_and_was_not_read_is_told(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source("嵌入.docx", "题目\n" + "这是读得出来的正文。\n" * 9)
    read = reading.ReadFile(source, (), ("表.xlsx", "公式"))
    monkeypatch.setattr(reading, "read_pages", lambda _path: read)
    (result,) = import_files(library, [tmp_path / "嵌入.docx"])
    assert "文件里嵌入的“表.xlsx、公式”读不出来" in import_sentence(result)


@pytest.mark.parametrize("step", [0, 1])
def test_a_paste_that_is_cancelled_is_not_kept(library: Library, step: int) -> None:
    def progress(done: int, _total: int) -> None:
        if done == step:
            raise Cancelled

    before = library.sources()
    with pytest.raises(Cancelled):
        import_paste(library, "题名\n\n一段正文，说的是手艺。", progress=progress)
    assert library.sources() == before


def test_a_page_that_is_there_in_part_gets_back_what_is_in_the_trash(
    library: Library, seed_paths: tuple[Path, ...]
) -> None:
    (first,) = import_files(library, seed_paths[:1])
    gone = library.ids_of([first.source_id])[1:]
    library.delete_articles(gone)
    (again,) = import_files(library, seed_paths[:1])
    assert (again.outcome, again.was_there, again.by_hand) == (Outcome.ADDED, True, False)
    assert set(again.came) == set(gone)
    assert again.articles == len(gone)


def test_a_page_that_was_tidied_is_told_to_stay_so(
    library: Library, seed_paths: tuple[Path, ...]
) -> None:
    (first,) = import_files(library, seed_paths[:1])
    block = library.articles_of(first.source_id)[0].body_blocks[1]
    tidy(library, first.source_id, [SetAside(block.spans[0].start)])
    tidied = library.articles_of(first.source_id)
    (there,) = import_files(library, seed_paths[:1])
    assert (there.outcome, there.by_hand) == (Outcome.ALREADY_THERE, True)
    assert "恢复自动识别" in import_sentence(there)
    library.delete_articles([article.id for article in tidied])
    (back,) = import_files(library, seed_paths[:1])
    assert (back.outcome, back.articles, back.by_hand) == (Outcome.ADDED, len(tidied), True)
    assert f"放回 {len(tidied)} 篇" in import_sentence(back)
    assert "整理过的样子" in import_sentence(back)
    assert library.articles_of(first.source_id) == tidied


def cancel_after(last: int) -> importing.Progress:
    """Raises Cancelled as it is asked once more than so many times."""
    moments = count()

    def progress(_done: int, _total: int) -> None:
        if next(moments) == last:
            raise Cancelled

    return progress


def test_a_long_paste_can_be_cancelled_at_any_moment_and_leaves_nothing(
    library: Library, seed_paths: tuple[Path, ...]
) -> None:
    page = seed_paths[0].read_text(encoding="utf-8")
    asked: list[tuple[int, int]] = []
    result = import_paste(library, page, progress=lambda *far: asked.append(far))
    assert asked.count((0, 2)) > result.articles
    assert asked.count((1, 2)) > 3 * result.articles
    before = library.articles(), library.sources()
    for last in range(0, len(asked), 7):
        with pytest.raises(Cancelled):
            import_paste(library, f"{page}{last}", progress=cancel_after(last))
        assert (library.articles(), library.sources()) == before

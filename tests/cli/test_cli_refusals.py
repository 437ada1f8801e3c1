from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from studydesk.library import Library, schema, studypack
from studydesk.library.studypack import read_studypack, write_studypack

Run = Callable[..., SimpleNamespace]


BAD_PAGES = {
    "空.txt": b"",
    "二进制.txt": bytes(range(256)) * 20,
    "大.txt": "工会".encode() * (50 << 20 >> 2),
    "乱码.txt": "工会".encode() * 300 + b"\xff\xfe" * 9 + "职工".encode() * 300,
    "表.xlsx": b"PK",
}


@pytest.mark.parametrize("command", ["recover", "import"])
@pytest.mark.parametrize("name", [*BAD_PAGES, "没有.txt", "夹.txt"])
def test_a_bad_page_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, command: str, name: str
) -> None:
    if name in BAD_PAGES:
        (tmp_path / name).write_bytes(BAD_PAGES[name])
    (tmp_path / "夹.txt").mkdir()
    library = ("--library", tmp_path / "库") if command == "import" else ()
    ran = run(command, tmp_path / name, *library)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert f"“{name}”" in ran.err
    assert ran.err.endswith("。\n")


def test_nothing_of_a_bad_page_is_in_the_library(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "乱码.txt").write_bytes(BAD_PAGES["乱码.txt"])
    run("import", tmp_path / "乱码.txt", "--library", library)
    with Library.open(library) as opened:
        assert len(opened.sources()) == 2


@pytest.mark.parametrize("command", ["export", "check"])
@pytest.mark.parametrize("damage", ["empty", "text", "cut", "newer", "missing", "folder"])
def test_a_bad_packet_file_is_refused_in_one_sentence(
    run: Run,
    pack: Path,
    tmp_path: Path,
    command: str,
    damage: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = pack.read_bytes()
    match damage:
        case "newer":
            content = read_studypack(pack)
            with monkeypatch.context() as later:
                later.setattr(studypack, "least_version", lambda _: studypack.VERSION + 1)
                write_studypack(pack, content.packet, content.articles)
        case "missing" | "folder":
            pack.unlink()
            if damage == "folder":
                pack.mkdir()
        case _:
            pack.write_bytes({"empty": b"", "text": "学习".encode(), "cut": whole[:-99]}[damage])
    out = ("--out", tmp_path / "出") if command == "export" else ()
    ran = run(command, pack, *out)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert ran.err.endswith("。\n")
    assert not (tmp_path / "出").exists()


def test_a_library_that_is_open_elsewhere_is_refused(
    run: Run, library: Path, seed_paths: tuple[Path, ...]
) -> None:
    with Library.open(library):
        ran = run("import", seed_paths[0], "--library", library)
    assert ran.code == 1
    assert "正被另一个学习台使用" in ran.err


def test_a_newer_library_is_refused_and_left_as_it_is(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "current_version", lambda: 0)
    ran = run("search", "工会", "--library", library)
    assert ran.code == 1
    assert "新版学习台建的" in ran.err


def test_a_damaged_library_is_refused_and_left_as_it_is(run: Run, library: Path) -> None:
    (library / "library.db").write_bytes("学习".encode() * 999)
    ran = run("search", "工会", "--library", library)
    assert ran.code == 1
    assert "打不开" in ran.err
    assert (library / "library.db").read_bytes() == "学习".encode() * 999


def test_a_folder_without_a_library_is_told_and_left_empty(run: Run, tmp_path: Path) -> None:
    ran = run("search", "工会", "--library", tmp_path)
    assert (ran.code, list(tmp_path.iterdir())) == (1, [])
    assert "没有资料库" in ran.err


def test_no_library_is_made_on_a_drive_that_is_not_there(
    run: Run, tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    ran = run("import", seed_paths[0], "--library", tmp_path / "没插的盘" / "库")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "没有接上" in ran.err
    assert not (tmp_path / "没插的盘").exists()


def test_a_library_that_cannot_be_written_is_refused(
    run: Run, tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    (tmp_path / "库").write_text("一个文件", "utf-8")
    ran = run("import", seed_paths[0], "--library", tmp_path / "库")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert (tmp_path / "库").read_text("utf-8") == "一个文件"

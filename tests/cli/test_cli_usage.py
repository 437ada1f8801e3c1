import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from studydesk import __version__, cli

Run = Callable[..., SimpleNamespace]


# --- usage ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nope"], "'nope'"),
        (["recover"], "还缺 FILE"),
        (["import", "a.txt"], "还缺 --library"),
        (["search", "x", "--library", "d", "--limit", "0"], "--limit 不能是 '0'"),
        (["export", "a", "--out", "b", "--edition", "草稿"], "--edition 不能是 '草稿'"),
        (["demo", "--out"], "--out 后面要有一个值"),
        (["self-check", "--more"], "不认识 --more"),
    ],
)
def test_wrong_usage_is_told_in_chinese_with_2(run: Run, arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.startswith("用法：")


def test_the_help_names_every_command_in_chinese(run: Run) -> None:
    ran = run("--help")
    commands = ("demo", "recover", "import", "search", "export", "check", "self-check")
    assert ran.code == 0
    assert all(f"    {command} " in ran.out for command in commands)
    assert "usage" not in ran.out


def test_the_version_is_the_package_version(run: Run) -> None:
    assert run("--version").out == f"StudyDesk {__version__}\n"


def test_without_a_command_the_window_opens(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    window = ModuleType("studydesk.app")
    opened: list[list[str]] = []

    def main(arguments: list[str]) -> int:
        opened.append(arguments)
        return 0

    vars(window)["main"] = main
    monkeypatch.setitem(sys.modules, "studydesk.app", window)
    monkeypatch.setattr("studydesk.app", window, raising=False)
    assert (run().code, run("--library", "库").code) == (0, 0)
    assert opened == [[], ["--library", "库"]]


# --- as the system runs it -----------------------------------------------------------------


def start(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "studydesk", *map(str, arguments)]
    surroundings = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, check=False, env=surroundings)


def test_output_is_utf8_whatever_the_code_page(seed_paths: tuple[Path, ...]) -> None:
    ran = start("recover", seed_paths[0], PYTHONIOENCODING="gbk")
    assert "苏文帅" in ran.stdout.decode("utf-8")
    assert ran.stderr == b""


def test_a_refusal_shows_no_trace() -> None:
    ran = start("recover", "没有.txt", PYTHONIOENCODING="ascii")
    assert ran.returncode == 1
    assert ran.stderr.decode("utf-8") == "读不了“没有.txt”：找不到它。请检查文件后再试。\n"


def test_no_command_loads_qt(tmp_path: Path, pack: Path, library: Path) -> None:
    program = (
        "import sys\n"
        "sys.modules['PySide6'] = None\n"  # importing it now fails
        "from studydesk.cli import main\n"
        f"out = {str(tmp_path / '出')!r}\n"
        f"assert main(['export', {str(pack)!r}, '--out', out]) == 0\n"
        f"assert main(['check', {str(pack)!r}]) == 0\n"
        f"assert main(['search', '工会', '--library', {str(library)!r}]) == 0\n"
        "assert main(['self-check']) == 0\n"
        "assert main(['demo', '--out', out]) == 0\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_reader_that_has_seen_enough_is_no_fault(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "studydesk", "search", "工", "--library", str(library)]
    with os.fdopen(writing, "wb") as output:
        ran = subprocess.run(command, stdout=output, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_an_interrupted_command_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("studydesk.services.self_check.self_check", interrupt)
    ran = run("self-check")
    assert (ran.code, ran.err) == (130, "已停下，没有做完。做完的都在，没做完的不会留下半截。\n")


def test_output_that_is_no_text_stream_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    with pytest.raises(SystemExit) as stopped:
        cli.main(["--version"])
    assert stopped.value.code == 0


@pytest.mark.parametrize("command", [("import", "page.txt"), ("search", "工匠")])
def test_a_file_in_place_of_the_library_is_told_as_that(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "库.txt").write_text("不是资料库", "utf-8")
    ran = run(*command, "--library", str(tmp_path / "库.txt"))
    assert (ran.code, ran.out) == (1, "")
    assert "不是文件夹。资料库是一个文件夹" in ran.err

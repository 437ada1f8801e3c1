"""The two commands of the README: what they ask of a machine, and how they recover."""

import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PINS = (ROOT / "constraints.txt").read_text("utf-8")
BINARY = Path(sys.executable)


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """dev.py as a module, with a checkout of its own in `tmp_path` that needs no download."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, place in {"ROOT": "", "VENV": "v", "STAMP": "v/set-up", "UNDER_WAY": "v/way"}.items():
        monkeypatch.setattr(module, name, tmp_path / place)
    monkeypatch.setattr(module, "REPORT", tmp_path / "tests.xml")
    monkeypatch.setattr(module, "PYTHON", tmp_path / "v/python")
    for name in ("constraints.txt", "pyproject.toml"):
        (tmp_path / name).write_text(name, "utf-8")
    return module


@pytest.fixture
def calls(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What setting up runs, in place of running it; making .venv works."""
    made: list[str] = []

    def must(*command: object) -> None:
        made.append(" ".join(str(part) for part in command))
        version = ".".join(str(part) for part in sys.version_info[:3])
        (dev.VENV / "pyvenv.cfg").write_text(f"version = {version}\n", "utf-8")
        dev.PYTHON.touch()

    monkeypatch.setattr(dev, "must", must)
    return made


# --- the command line ----------------------------------------------------------------------


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["dance"], 2), (["--help"], 0)])
def test_whoever_does_not_know_the_commands_is_told_them(arguments: list[str], status: int) -> None:
    command = [sys.executable, str(ROOT / "dev.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert "python3 dev.py run" in done.stdout


def test_an_old_python_is_told_which_ones_are_needed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit, match=r"needs Python 3\.11, 3\.12 or 3\.13"):
        dev.use_a_fitting_python()


def test_the_pythons_are_those_that_the_project_names(dev: ModuleType) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    low, high = min(dev.PYTHONS), max(dev.PYTHONS)
    assert project["requires-python"] == f">=3.{low[1]},<3.{high[1] + 1}"


def test_the_numbers_of_a_run_are_read_from_its_report(dev: ModuleType) -> None:
    numbers = '<testsuite tests="9" failures="1" errors="1" skipped="2"/>'
    dev.REPORT.write_text(f"<testsuites>{numbers}</testsuites>", "utf-8")
    assert dev.counts() == "5 tests passed, 2 failed, 2 left out"


def test_a_run_that_broke_off_has_no_numbers(dev: ModuleType) -> None:
    assert dev.counts() == "no test was run"


# --- setting up ----------------------------------------------------------------------------


def test_a_second_set_up_does_nothing(dev: ModuleType, calls: list[str]) -> None:
    dev.set_up()
    assert len(calls) == 4
    dev.set_up()
    assert len(calls) == 4


def test_other_pins_are_installed_into_the_same_environment(
    dev: ModuleType, calls: list[str]
) -> None:
    dev.set_up()
    (dev.ROOT / "constraints.txt").write_text("others", "utf-8")
    dev.set_up()
    assert [" -m venv " in call for call in calls] == [True, *[False] * 6]


def test_an_interrupted_set_up_is_begun_anew(dev: ModuleType, calls: list[str]) -> None:
    dev.VENV.mkdir()
    dev.UNDER_WAY.touch()
    (dev.VENV / "half a package").touch()
    dev.set_up()
    assert not (dev.VENV / "half a package").exists()
    assert not dev.UNDER_WAY.exists()


def test_a_failed_set_up_is_not_taken_for_a_finished_one(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "call", lambda *_, **__: 1)
    with pytest.raises(SystemExit, match="Setting up stopped"):
        dev.set_up()
    assert dev.UNDER_WAY.exists()
    assert not dev.STAMP.exists()


def test_an_environment_of_another_python_is_made_anew(dev: ModuleType, calls: list[str]) -> None:
    dev.set_up()
    (dev.VENV / "pyvenv.cfg").write_text("version = 3.8.1\n", "utf-8")
    dev.STAMP.write_text("of then", "utf-8")
    dev.set_up()
    assert len([call for call in calls if " -m venv " in call]) == 2


# --- the system ----------------------------------------------------------------------------


def test_what_is_missing_is_named_with_the_line_that_installs_it(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "apt_install", lambda _packages: False)
    missing = dev.provide({"no-such-program": "some-package", BINARY.anchor: "other"})
    assert "no-such-program" in missing
    assert "sudo apt-get install -y other some-package" in capsys.readouterr().out


def test_what_is_there_is_not_asked_for(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(BINARY.parent))
    assert dev.provide({BINARY.name: "python"}) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="shared libraries are asked for on Linux only")
def test_a_shared_library_is_there_when_it_can_be_loaded(dev: ModuleType) -> None:
    assert dev.present("libc.so.6")
    assert not dev.present("libnowhere.so.1")


@pytest.fixture
def statuses(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """What the programs that bring the validator shall end with, one after another."""
    shutil.copytree(ROOT / "tests/validators", dev.ROOT / "tests/validators")
    dev.VENV.mkdir()
    ends: list[int] = []
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev.platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(dev.platform, "libc_ver", lambda: ("glibc", "2.36"))
    monkeypatch.setattr(dev, "call", lambda *_, **__: ends.pop(0))
    return ends


def test_the_validator_is_brought_once(dev: ModuleType, statuses: list[int]) -> None:
    statuses += [0, 0]
    dev.bring_validator()
    dev.bring_validator()
    assert (dev.VENV / "validators/brought").exists()


@pytest.mark.parametrize("ends", [[1], [0, 1]], ids=["no npm", "no validator"])
def test_a_validator_that_did_not_come_is_told_of_and_asked_for_again(
    dev: ModuleType, statuses: list[int], ends: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    statuses += [*ends, 0, 0]
    dev.bring_validator()
    assert "its tests are left out" in capsys.readouterr().out
    assert not (dev.VENV / "validators/brought").exists()
    dev.bring_validator()
    assert (dev.VENV / "validators/brought").exists()


def test_bringing_the_validator_asks_once_and_leaves_nothing_at_home(
    dev: ModuleType, statuses: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[list[str], dict[str, str]]] = []

    def call(*command: object, cwd: Path | None = None, told: dict[str, str] | None = None) -> int:
        made.append(([str(part) for part in command], told or {}))
        return len(statuses)

    monkeypatch.setattr(dev, "call", call)
    dev.bring_validator()
    (pip, _), (npm, told) = made
    assert "--retries 0 --timeout 10" in " ".join(pip)
    assert "--fetch-retries=0" in npm
    assert told["npm_config_cache"].startswith(told["PYTHONPATH"])


def test_no_validator_is_asked_for_where_there_is_none(
    dev: ModuleType, statuses: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.platform, "libc_ver", lambda: ("", ""))
    dev.bring_validator()  # whatever it ran would find no status to end with
    assert not statuses
    assert not (dev.VENV / "validators").exists()


# --- the pins ------------------------------------------------------------------------------


def test_every_pin_has_a_hash() -> None:
    pins = re.split(r"(?m)^(?=[a-z])", PINS)[1:]
    assert len(pins) > 30
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []


def test_the_pins_name_no_address_and_no_folder() -> None:
    assert re.findall(r"://|file:|@ |--index|--find-links|/\w+/", PINS) == []


def test_every_dependency_of_the_project_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {re.match(r"[\w-]+", line)[0].lower() for line in wanted}  # type: ignore[index]
    assert names <= set(re.findall(r"(?m)^([a-z0-9-]+)==", PINS))

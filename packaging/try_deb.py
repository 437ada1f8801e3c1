"""Install a .deb on a clean machine, use it, remove it: python packaging/try_deb.py DEB.

The machine is a folder with a minimal Debian, made by debootstrap from the packages that this
one is set up to use. Wants root, debootstrap, Xvfb and xdotool.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "resources" / "sample.studypack"
PROGRAMS = ("debootstrap", "Xvfb", "xdotool")
SECONDS = 180
"""A window is waited for as long as this."""

USER = "reader"
FURTHER = ("fonts-wqy-microhei", "desktop-file-utils", "shared-mime-info")
"""What every Chinese desktop has: a face, and what keeps the lists of programs and file types."""
HANDOUTS = {
    f"{edition}.{kind}" for edition in ("学员版", "主持人版", "记录册") for kind in ("docx", "pdf")
}
"""How the names of the files end that `demo` makes."""


class Machine:
    """A minimal Debian in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home = root / "home" / USER

    def make(self) -> None:
        """Install Debian as this machine has it, and a user."""
        told = _ask("apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)")
        mirror, suite = told.splitlines()[0].split()
        self.root.chmod(0o755)  # for other users than the one who made it
        _run("debootstrap", "--variant=minbase", suite, self.root, mirror)
        self.run("useradd", "--create-home", USER)

    def run(self, *command: object) -> None:
        """Run a command as root."""
        environment = ("env", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive")
        _run("chroot", self.root, *environment, *command)

    def command(self, *command: object) -> list[str]:
        """What runs a command as the user."""
        return [
            *("chroot", f"--userspec={USER}", str(self.root)),
            *("env", f"HOME=/home/{USER}", "LC_ALL=C.UTF-8"),
            *map(str, command),
        ]

    @contextmanager
    def running(self) -> Iterator[None]:
        """With /proc, which programs look themselves up in."""
        _run("mount", "-t", "proc", "proc", self.root / "proc")
        try:
            yield
        finally:
            _run("umount", "--lazy", self.root / "proc")


def try_package(package: Path, root: Path, display: str) -> None:
    """Do all that is told above. Raises AssertionError or CalledProcessError where it fails."""
    machine = Machine(root)
    with timed("a clean machine"):
        machine.make()
    with machine.running():
        with timed("installed"):
            install(machine, package)
        before = machine.home / "Documents" / "学习台"
        with timed("checked itself"):
            _run(*machine.command("env", "QT_QPA_PLATFORM=offscreen", "studydesk", "self-check"))
        with timed("made the handouts of the sample packet"):
            _run(*machine.command("studydesk", "demo", "--out", f"/home/{USER}/讲义"))
        see_handouts(machine.home / "讲义")
        with screen(display):
            use(machine, display)
        kept = fingerprints(before)
        assert kept, "no library"
        with timed("removed"):
            machine.run("apt-get", "remove", "-qq", "-y", "studydesk")
        left = [path for top in ("opt", "usr") for path in (root / top).rglob("*studydesk*")]
        assert not left, f"left behind: {left}"
        assert fingerprints(before) == kept, "the library has changed"


def install(machine: Machine, package: Path) -> None:
    """Let apt install the package with what it depends on, and see that desktops know of it."""
    shutil.copy(package, machine.root / "studydesk.deb")
    machine.run("apt-get", "update", "-qq")
    options = ("-qq", "-y", "--no-install-recommends")
    machine.run("apt-get", "install", *options, "/studydesk.deb", *FURTHER)
    (machine.root / "studydesk.deb").unlink()
    share = machine.root / "usr/share"
    assert "application/x-studypack:*.studypack" in (share / "mime/globs2").read_text("utf-8")
    programs = (share / "applications/mimeinfo.cache").read_text("utf-8")
    assert "application/x-studypack=studydesk.desktop;" in programs
    assert "zz-studydesk-import.desktop;" in programs


def use(machine: Machine, display: str) -> None:
    """Open a packet by a double click, another while the window is there, and close the window."""
    packs = [machine.home / f"第 {number} 期.studypack" for number in (1, 2)]
    for pack in packs:
        shutil.copy(SAMPLE, pack)
        pack.chmod(0o644)
    inside = ["/" + str(pack.relative_to(machine.root)) for pack in packs]
    show = ("env", f"DISPLAY={display}", "studydesk")
    with subprocess.Popen(machine.command(*show, inside[0])) as first:
        try:
            with timed("the window with a packet"):
                window = wait_for_window(display, " · 学习台", first)
            with timed("another handed over"):
                _run(*machine.command(*show, inside[1]), timeout=SECONDS)
            assert first.poll() is None, "the window has gone"
            _run("xdotool", "windowfocus", "--sync", window, "key", "ctrl+q", display=display)
            assert first.wait(SECONDS) == 0
        finally:
            first.kill()


def wait_for_window(display: str, title: str, program: "subprocess.Popen[bytes]") -> str:
    """The number of the window with this in its title, while its program runs."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and program.poll() is None:
        search = ["xdotool", "search", "--onlyvisible", "--name", title]
        found = subprocess.run(
            search, env={"DISPLAY": display}, capture_output=True, text=True, check=False
        ).stdout.split()
        if found:
            return found[0]
        time.sleep(0.1)
    raise AssertionError(f"no window {title}")


@contextmanager
def screen(display: str) -> Iterator[None]:
    """With a screen for windows to be on."""
    command = ["Xvfb", display, "-ac", "-screen", "0", "1366x768x24"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            time.sleep(1)
            yield
        finally:
            server.terminate()


def see_handouts(folder: Path) -> None:
    """See that each edition was written in each format."""
    written = {path.name.rpartition("_")[2] for path in folder.iterdir() if path.stat().st_size}
    assert written == HANDOUTS, f"written: {written}"


def fingerprints(folder: Path) -> dict[str, str]:
    """The files of a folder and what is in them."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print how long the block took."""
    begun = time.monotonic()
    yield
    print(f"{what}: {time.monotonic() - begun:.1f} s", flush=True)


def _run(*command: object, display: str = "", timeout: float | None = None) -> None:
    environment = {"DISPLAY": display, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    done = subprocess.run(
        list(map(str, command)),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
    if done.returncode:
        print(done.stdout[-3000:], file=sys.stderr)
        done.check_returncode()


def _ask(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the package that the arguments name; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("--display", default=":95", help="a number that no screen has")
    asked = parser.parse_args(arguments)
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        print(f"missing: {', '.join(missing)}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="studydesk-machine-") as folder:
        try_package(asked.package, Path(folder), asked.display)
    print("installed, used and removed; the library was kept")
    return 0


if __name__ == "__main__":
    sys.exit(main())

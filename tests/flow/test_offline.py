"""No socket is opened, nothing imported is run, and nothing is written but where it was asked for.

The program runs in a process of its own, where the interpreter reports every socket, every file
that is opened for writing, every process that is started and every piece of code that is run.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.sources.readers.word_documents import package, paragraph, part, relationships

from studydesk import paths

WATCH = """
import os, sys
from pathlib import Path
ALLOWED = tuple(os.path.realpath(place) for place in sys.argv[1].split(os.pathsep))
PAGES = os.path.realpath(sys.argv[2])
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.chmod"}

def refuse(event, told):
    sys.stderr.write(f"FORBIDDEN {event} {told}\\n")
    raise RuntimeError(event)

def inside(path, places):
    return os.path.realpath(os.fsdecode(path)).startswith(places)

def watch(event, told):
    if event.startswith("socket."):
        refuse(event, told)
    if event == "open" and isinstance(told[0], (str, bytes)) and told[2] & WRITING:
        if told[0] != os.devnull and not inside(told[0], ALLOWED):
            refuse(event, told)
    if event in CHANGES and not inside(told[0], ALLOWED):
        refuse(event, told)
    if event in {"os.system", "os.startfile", "os.exec", "webbrowser.open"}:
        refuse(event, told)
    if event == "subprocess.Popen" and os.fsdecode(told[0]) != sys.executable:
        refuse(event, told)
    if event == "exec" and inside(told[0].co_filename, (PAGES,)):
        refuse(event, told[0].co_filename)

def must_be_refused(event, act):
    try:
        act()
    except RuntimeError as error:
        assert str(error) == event
    else:
        raise SystemExit(f"{event} was not noticed")

sys.addaudithook(watch)
import socket
must_be_refused("socket.__new__", socket.socket)
must_be_refused("open", lambda: open(sys.argv[2] + "/elsewhere", "w"))
sys.stderr.write("WATCHED\\n")

def hold_no_socket():  # not even one that Qt has opened, of which the interpreter knows nothing
    if sys.platform == "linux":
        held = [os.path.realpath(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd")]
        assert not [place for place in held if "socket:" in place], held
"""

COMMANDS = """
from studydesk.cli import main
here = Path(sys.argv[1].split(os.pathsep)[0])
pages = sorted(map(str, Path(PAGES).glob("*.*")))
main(["import", *pages, "--library", str(here / "库")])
assert main(["search", "工匠", "--library", str(here / "库")]) == 0
assert main(["demo", "--out", str(here / "讲义")]) == 0
assert main(["check", str(Path(PAGES) / "包.studypack")]) == 0
assert main(["recover", *pages, "--json"]) in {0, 1}
hold_no_socket()
"""

WINDOW = """
from studydesk.app import keep_log, make_application
from studydesk.ui.main_window import MainWindow
from studydesk.ui.settings import Settings
from studydesk.ui.theme import Appearance
here = Path(sys.argv[1].split(os.pathsep)[0])
application = make_application()
window = MainWindow(Settings(here / "window.json"), Appearance(application))
keep_log(window)
window.show()
window.open_library(here / "库")

def wait(for_what):
    while not for_what():
        application.processEvents()

wait(lambda: window.desk is not None)
desk = window.desk
wait(lambda: desk.arrange.handout_panel.preview.file is not None)
desk.take_files([path for path in Path(PAGES).iterdir()])
wait(lambda: not window.jobs.busy)
desk.search()
hold_no_socket()
window.close()
assert "PySide6.QtNetwork" not in sys.modules
"""

PAGE = """<html><body onload="alert(1)"><script src="http://example.org/a.js">fetch('/')</script>
<img src="http://example.org/a.png"><link rel="stylesheet" href="http://example.org/a.css">
<iframe src="http://example.org"></iframe><object data="file:///etc/passwd"></object>
<h1>工匠精神</h1><p>手艺是练出来的，也是传下来的。一代一代的工匠把每一道工序都做到位。</p></body></html>
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Pages that ask for a network, for code to be run and for files elsewhere, and a good one."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "网页.html").write_text(PAGE, "utf-8")
    (folder / "代码.md").write_text("```python\nimport os; os.system('id')\n```\n工匠", "utf-8")
    links = relationships(("image", "http://example.org/a.png"), ("attachedTemplate", "a.dotm"))
    word = package(
        {
            "word/document.xml": part("document", paragraph("学习工匠精神。")),
            "word/_rels/document.xml.rels": links,
            "../../elsewhere.txt": "written",
        }
    )
    (folder / "文档.docx").write_bytes(word)
    (folder / "版面.txt").write_bytes(next(paths.seeds().glob("*.txt")).read_bytes())
    (folder / "包.studypack").write_bytes((paths.resources() / "sample.studypack").read_bytes())
    return folder


@pytest.mark.parametrize("work", [COMMANDS, WINDOW], ids=["commands", "window"])
def test_the_program_is_offline_and_keeps_to_its_folders(
    tmp_path: Path, home: Path, pages: Path, work: str
) -> None:
    here, temporary = tmp_path / "here", tmp_path / "tmp"
    here.mkdir()
    temporary.mkdir()
    before = sorted(tmp_path.rglob("pages/**/*"))
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(temporary),
    }
    allowed = os.pathsep.join(map(str, (here, temporary, home)))
    ran = subprocess.run(
        [sys.executable, "-c", WATCH + work, allowed, str(pages)],
        env=environment,
        cwd=here,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )
    told = ran.stderr.partition("WATCHED")[2]
    assert "FORBIDDEN" not in told, told
    assert ran.returncode == 0, told
    assert sorted(tmp_path.rglob("pages/**/*")) == before
    assert {path.name for path in tmp_path.iterdir()} == {"here", "tmp", "pages"}

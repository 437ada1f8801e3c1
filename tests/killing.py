"""Rounds of kill -9: a process at work on a library is killed at a random moment, and what it
left is looked at. Used by a test with a few rounds and a measurement with a thousand.
"""

import random
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from itertools import count
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pypdfium2
from tests.older_libraries import make_older

from studydesk import paths
from studydesk.domain.packet import Guide, Packet
from studydesk.handout.model import Edition
from studydesk.library import Library, schema, versions
from studydesk.library.database import FILE_NAME
from studydesk.library.studypack import read_studypack
from studydesk.services.handouts import export
from studydesk.services.importing import import_paste

if sys.platform == "win32":
    from multiprocessing.context import SpawnProcess as Worker
else:  # a server that has everything loaded and forks: a round costs no start of Python
    from multiprocessing import set_forkserver_preload
    from multiprocessing.context import ForkServerProcess as Worker

    set_forkserver_preload([__name__])

PACKET = Packet("第 0 次", id="edited")
LONGEST = {"edit": 0.1, "import": 0.4, "export": 1.5, "migrate": 0.25}
"""Seconds after the steps that are awaited, to the latest moment at which the work is killed."""
AWAITED = {"edit": 30, "import": 3, "export": 4, "migrate": 0}
"""Steps that may be done before. The first takes longest: what it needs is loaded with it, and a
process killed meanwhile has written nothing.
"""

Acknowledge = Callable[[object], None]
"""Called by the work when something is done and kept."""


# --- what is being done when the process dies ------------------------------------------------


def edit(folder: Path, acknowledge: Acknowledge) -> None:
    """Save one packet again and again, each time with more in it; each state becomes a version."""
    versions.REST = timedelta(0)
    with Library.open(folder) as library:
        first = int(library.packet(PACKET.id).title.split()[1])
        for number in count(first + 1):
            guides = tuple(Guide(f"第 {number} 次的导读。" * 20) for _ in range(number % 50))
            library.save_packet(replace(PACKET, title=f"第 {number} 次", items=guides))
            acknowledge(number)


def bring_in(folder: Path, acknowledge: Acknowledge) -> None:
    """Import pages with articles that no page had before."""
    with Library.open(folder) as library:
        for number in count(len(library.sources())):
            text = "\n".join(_article(number * 3 + part) for part in range(3))
            acknowledge((number, import_paste(library, text).source_id))


def _article(number: int) -> str:
    paragraph = f"编号{number:08d}的班组把每一道工序都做到位，一年一年练出手艺。" * 6
    return f"第{number:08d}号班组的手艺\n□ 王敏\n\n　　{paragraph}\n　　{paragraph}\n"


def hand_out(folder: Path, acknowledge: Acknowledge) -> None:
    """Export the sample packet, both editions in both formats."""
    packet = read_studypack(paths.resources() / "sample.studypack").packet
    editions = (Edition.PARTICIPANT, Edition.FACILITATOR)
    while True:
        for path in export(packet, folder / "讲义", editions, ("docx", "pdf"), packet.preset):
            acknowledge(path.name)


def migrate(folder: Path, acknowledge: Acknowledge) -> None:
    """Open a library of an earlier version."""
    Library.open(folder).close()
    acknowledge("migrated")


WORK: Mapping[str, Callable[[Path, Acknowledge], None]] = {
    "edit": edit,
    "import": bring_in,
    "export": hand_out,
    "migrate": migrate,
}


# --- one round -------------------------------------------------------------------------------


def kill_once(kind: str, folder: Path, chance: random.Random) -> int:
    """Start one kind of work on a library, kill it, and look at what is left; how many things
    it had acknowledged. Fails by AssertionError, or by what a user would meet.
    """
    if kind == "migrate":
        make_older(folder, chance.randrange(1, schema.current_version()))
    ours, theirs = Pipe(duplex=False)
    process = Worker(target=_work, args=(kind, folder, theirs), daemon=True)
    process.start()
    theirs.close()
    acknowledged = []
    for _ in range(1 + chance.randint(0, AWAITED[kind])):
        assert ours.poll(60)
        acknowledged.append(ours.recv())
    process.join(chance.uniform(0, LONGEST[kind]))
    assert process.exitcode in {None, 0}  # it did not fail by itself
    process.kill()
    process.join()
    while True:
        try:
            acknowledged.append(ours.recv())
        except (EOFError, OSError):
            break
    ours.close()
    LOOK[kind](folder, acknowledged[1:])
    return len(acknowledged) - 1


def _work(kind: str, folder: Path, told: Connection) -> None:
    told.send("begun")
    WORK[kind](folder, told.send)


# --- what must hold afterwards ---------------------------------------------------------------


def look_at_edits(folder: Path, acknowledged: list[Any]) -> None:
    """The packet is as it was acknowledged last, or one step on."""
    with Library.open(folder) as library:
        packet = library.packet(PACKET.id)
        number = int(packet.title.split()[1])
        last = acknowledged[-1] if acknowledged else number
        assert number in {last, last + 1}
        assert len(packet.items) in {0, number % 50}
        kept = [library.version(one.number) for one in library.versions(PACKET.id)]
        numbers = [int(earlier.title.split()[1]) for earlier in kept]
        assert numbers == list(range(number - 1, number - 1 - len(kept), -1))
        assert len(kept) == min(number, versions.KEPT)
    _is_sound(folder)


def look_at_imports(folder: Path, acknowledged: list[Any]) -> None:
    """Every page is there with all its articles, and is found."""
    with Library.open(folder) as library:
        for source in library.sources():
            assert len(library.articles_of(source.id)) == 3
        for number, source_id in acknowledged:
            assert library.source(source_id).raw
            assert library.search(f"编号{number * 3:08d}").total == 1
    _is_sound(folder)


def look_at_handouts(folder: Path, acknowledged: list[Any]) -> None:
    """Every file under its own name is whole."""
    files = {path.name: path for path in (folder / "讲义").glob("[!.]*")}
    assert files.keys() >= set(acknowledged)
    for path in files.values():
        if path.suffix == ".pdf":
            with closing(pypdfium2.PdfDocument(path)) as document:
                assert len(document) > 0
        else:
            with zipfile.ZipFile(path) as package:
                assert package.testzip() is None
        path.unlink()
    for unfinished in (folder / "讲义").glob(".*"):
        unfinished.unlink()


def look_at_migration(folder: Path, _acknowledged: list[Any]) -> None:
    """The library opens, of today's version, with its packets."""
    with Library.open(folder) as library:
        assert library.packet(PACKET.id).title.startswith("第 ")
    _is_sound(folder)


def _is_sound(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.current_version(),)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


LOOK: Mapping[str, Callable[[Path, list[Any]], None]] = {
    "edit": look_at_edits,
    "import": look_at_imports,
    "export": look_at_handouts,
    "migrate": look_at_migration,
}


def prepare(folder: Path) -> None:
    """A library with the packet that is edited."""
    with Library.open(folder) as library:
        library.save_packet(PACKET)

"""Hostile files are recovered or refused in seconds, in little memory, and touch nothing else.

Each is read in a process of its own, which the system ends if it takes more than that.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.sources.readers.hostile_files import HOSTILE

SECONDS = 40  # a busy machine's; alone none of them takes five
LIMITED = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (500 << 20, 500 << 20))
from studydesk.errors import SourceRefused
from studydesk.sources.readers import pdf
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover
pdf.SECONDS = 2
try:
    source = read_file(Path(sys.argv[1]))
except SourceRefused as error:
    print("refused", type(error).__name__)
else:
    recover(source)
    print("read", len(source.raw), "root:" in source.raw)
"""

OUTCOMES = {
    "bomb.docx": "refused SourceTooLarge",
    "lie.docx": "refused SourceTooLarge",
    "laugh.docx": "refused SourceDamaged",
    "foreign.docx": "refused SourceDamaged",
    "swarm.docx": "refused SourceTooComplex",
    "deep.docx": "refused SourceDamaged",
    "entries.docx": "refused SourceTooComplex",
    "fields.docx": "refused SourceTooComplex",
    "instruction.docx": "read 60002 False",
    "parts.docx": "refused SourceTooComplex",
    "bomb.pdf": "refused SourceTooComplex",
    "forms.pdf": "refused SourceTooComplex",
    "scattered.pdf": "refused SourceTooComplex",
    "grid.pdf": "read ",
    "swarm.html": "refused SourceTooComplex",
    "labels.docx": "refused SourceTooComplex",
    "counts.docx": "refused SourceTooLong",
    "references.docx": "refused SourceTooManyLines",
    "notes.docx": "read 120002 False",
    "styles.docx": "refused SourceTooComplex",
    "attributes.html": "refused SourceTooComplex",
    "marks.html": "refused SourceTooComplex",
    "words.html": "refused SourceTooComplex",
    "quotes.html": "refused SourceTooComplex",
    "few.html": "refused SourceTooComplex",
    "lines.txt": "refused SourceTooManyLines",
    "front.md": "refused SourceTooManyLines",
    "runs.docx": "read 250000 False",
}


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limits")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    command = [sys.executable, "-c", LIMITED, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.stderr == ""
    assert done.stdout.startswith(OUTCOMES.get(name, ("refused ", "read ")))
    assert "True" not in done.stdout
    assert sorted(tmp_path.iterdir()) == [path]

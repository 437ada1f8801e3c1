"""StudyDesk beside other engines: the same text as a PDF, and what that takes.

    PYTHONPATH=src:. python tests/bench/composition/bench_composition.py [--with PYTHON] [--runs 3]

typst and WeasyPrint are measured where PYTHON (another interpreter than this one, if you like) can
import them, LibreOffice where `soffice` is installed; the rest is said to be missing. Each engine
runs in a process of its own, with one run of each after the other; the least of all runs counts.
Seconds are those of the processor: all of the process, and the writing alone without interpreter
and imports. Seconds depend on the machine and ratios less, so compare rows of one table only.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from tests.bench.composition.engines import ENGINES, FACE, handout

from studydesk.export.docx.writer import write_docx
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.model import HandoutDocument, Paragraph, Run
from studydesk.handout.style import Role

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""


@dataclass(frozen=True)
class Measured:
    """Processor seconds of a process and of the writing in it (0 where unknown), the most memory
    it held in megabytes, and what came out.
    """

    process: float
    writing: float
    memory: float
    pages: int
    size: int


class Engines:
    """What can be measured on this machine, and how it is started."""

    def __init__(self, others: str, folder: Path) -> None:
        self._folder = folder
        script = str(Path(__file__).with_name("engines.py"))
        self.commands: dict[str, list[str]] = {}
        for name in ENGINES:
            python = others if name in {"typst", "weasyprint"} else sys.executable
            if name not in {"typst", "weasyprint"} or can_import(python, name):
                self.commands[name] = [python, script, name, str(self.target(name))]
        if soffice := shutil.which("soffice"):
            self.commands["libreoffice"] = list(self._libreoffice(soffice))
        self.missing = {*ENGINES, "libreoffice"} - {*self.commands}

    def target(self, name: str) -> Path:
        """The PDF that an engine writes."""
        return self._folder / f"{name}.pdf"

    def _libreoffice(self, soffice: str) -> Iterator[str]:
        """Converts our DOCX of the text, with our face as a font of the system."""
        document = self._folder / "libreoffice.docx"
        document.write_bytes(write_docx(handout(family="StudyDesk Serif")))
        yield from (soffice, f"-env:UserInstallation={(self._folder / 'profile').as_uri()}")
        yield from ("--headless", "--convert-to", "pdf", "--outdir", str(self._folder))
        yield str(document)

    def environment(self) -> Mapping[str, str]:
        """That of the engines: no fonts but ours, and bytecode kept from the first run on, as it is
        where a program is installed.
        """
        configuration = self._folder / "fonts.conf"
        cache = self._folder / "fonts"
        configuration.write_text(FONTS.format(fonts=FACE.parent, cache=cache), "utf-8")
        bytecode = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(self._folder / "pyc")}
        return {**os.environ, **bytecode, "FONTCONFIG_FILE": str(configuration)}

    def measure(self, name: str) -> Measured:
        """Run an engine once."""
        process = subprocess.Popen(
            self.commands[name],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.environment(),
            encoding="utf-8",
        )
        told = process.stdout.read() if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{name} failed with status {process.returncode}")
        data = self.target(name).read_bytes()
        with pypdfium2.PdfDocument(data) as pdf:
            pages = len(pdf)
        is_ours = re.fullmatch(r"([\d.e-]+) (\d+)\s*", told)
        writing, memory = map(float, is_ours.groups()) if is_ours else (0.0, used.ru_maxrss)
        seconds = used.ru_utime + used.ru_stime
        return Measured(seconds, writing, memory / 1024, pages, len(data))


def can_import(python: str, module: str) -> bool:
    """Whether an interpreter has a module."""
    command = [python, "-c", f"import {module}"]
    return not subprocess.run(command, capture_output=True, check=False).returncode


def least(runs: Sequence[Measured]) -> Measured:
    """The least of everything: what else the machine does only adds."""
    first = runs[0]
    return Measured(
        min(run.process for run in runs),
        min(run.writing for run in runs),
        min(run.memory for run in runs),
        first.pages,
        first.size,
    )


def table(measured: Mapping[str, Measured]) -> Iterator[str]:
    """The results as lines of Markdown, each engine beside reportlab's Paragraph."""
    plain = measured["reportlab"]
    yield "| engine | process s | × | writing s | × | memory MB | × | pages | KB |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for name, run in measured.items():
        writing = f"{run.writing:.2f} | {run.writing / plain.writing:.2f}"
        yield (
            f"| {name} | {run.process:.2f} | {run.process / plain.process:.2f} "
            f"| {writing if run.writing else '– | –'} "
            f"| {run.memory:.0f} | {run.memory / plain.memory:.2f} "
            f"| {run.pages} | {run.size // 1024} |"
        )


def follow_edits(edits: int = 20) -> Iterator[str]:
    """How long the same packet takes in one process, again and again, with one item edited."""
    document = handout()
    for name, place in (("first page", 3), ("middle", 470), ("last page", 930)):
        write_pdf(document)
        took = []
        for edit in range(edits):
            changed = edited(document, place, "改" * (edit % 3 + 1))
            start = time.perf_counter()
            write_pdf(changed)
            took.append(time.perf_counter() - start)
        took.sort()
        yield f"| {name} | {1000 * took[edits // 2]:.0f} | {1000 * took[-1]:.0f} |"


def edited(document: HandoutDocument, place: int, added: str) -> HandoutDocument:
    """The document with a few characters more in one paragraph."""
    blocks = list(document.blocks)
    block = blocks[place]
    text = block.text if isinstance(block, Paragraph) else ""
    blocks[place] = Paragraph(Role.PASSAGE, (Run(text + added),))
    return HandoutDocument(document.title, document.edition, document.preset, tuple(blocks))


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--with", dest="others", default=sys.executable, metavar="PYTHON")
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        engines = Engines(chosen.others, Path(folder))
        runs: dict[str, list[Measured]] = {name: [] for name in engines.commands}
        for _ in range(chosen.runs):
            for name in engines.commands:
                runs[name].append(engines.measure(name))
    print("\n".join(table({name: least(measured) for name, measured in runs.items()})))
    if engines.missing:
        print(f"\nNot installed here: {', '.join(sorted(engines.missing))}")
    print("\n| one edit of 100 pages, on the | median ms | worst ms |\n|---|---|---|")
    print("\n".join(follow_edits()))


if __name__ == "__main__":
    main()

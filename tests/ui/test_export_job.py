"""What an export does off the interface thread, and where it may be stopped."""

import logging
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from studydesk import paths
from studydesk.domain.packet import Guide, Item
from studydesk.errors import Cancelled
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS
from studydesk.library.studypack import read_studypack
from studydesk.services.originals import PackedOriginals
from studydesk.sources.readers import pdf
from studydesk.ui.arrange.handout.export_job import Exported, export
from studydesk.ui.jobs import Progress
from studydesk.ui.words.outcomes import fitting_sentence


def exported(
    folder: Path,
    progress: Progress,
    *,
    embed_fonts: bool = False,
    items: Sequence[Item] = (),
    editions: tuple[Edition, ...] = (Edition.PARTICIPANT,),
) -> Exported:
    pack = read_studypack(paths.resources() / "sample.studypack")
    return export(
        progress,
        replace(pack.packet, items=tuple(items)) if items else pack.packet,
        folder,
        editions,
        ("docx", "pdf"),
        booklet=False,
        originals=PackedOriginals(pack.articles),
        names=(),
        groups=(),
        presets=PRESETS,
        embed_fonts=embed_fonts,
    )


def test_progress_goes_on_from_the_check_to_the_reading_back(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    made = exported(tmp_path, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert {total for _, total in told} == {1000}
    assert len(set(told)) > 50
    assert (len(made.paths), made.read.files) == (2, 2)


@pytest.mark.parametrize("stop", [0, 150, 350, 599])
def test_an_export_that_is_stopped_while_it_writes_leaves_nothing(
    tmp_path: Path, stop: int
) -> None:
    def progress(done: int, _total: int) -> None:
        if done >= stop:
            raise Cancelled

    with pytest.raises(Cancelled):
        exported(tmp_path, progress)
    assert list(tmp_path.iterdir()) == []


def test_files_that_are_written_stay_when_the_reading_back_is_stopped(tmp_path: Path) -> None:
    def progress(done: int, _total: int) -> None:
        if done > 600:
            raise Cancelled

    made = exported(tmp_path, progress)
    assert sorted(made.read.unread) == sorted(made.paths) == sorted(tmp_path.iterdir())


KILLED = (sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")


@pytest.mark.skipif(sys.platform == "win32", reason="processes there end without signals")
@pytest.mark.parametrize(
    "reader",
    [KILLED, ("/nowhere/studydesk", "read-pdf"), (sys.executable, "-c", "raise MemoryError")],
    ids=["killed", "gone", "without-memory"],
)
def test_files_stay_where_the_process_that_reads_them_back_dies(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    reader: Sequence[str],
) -> None:
    caplog.set_level(logging.ERROR)
    monkeypatch.setattr(pdf, "reader_command", lambda: [*reader])
    made = exported(tmp_path, lambda _done, _total: None)
    assert sorted(made.paths) == sorted(tmp_path.iterdir())
    assert made.read.unread == tuple(path for path in made.paths if path.suffix == ".pdf")


def test_fonts_are_told_and_may_be_put_in(tmp_path: Path) -> None:
    made = exported(tmp_path, lambda _done, _total: None, embed_fonts=True)
    assert made.embedded
    assert made.fonts is not None
    assert made.fonts.same_everywhere
    assert b"odttf" in made.paths[0].read_bytes()


def test_each_edition_that_could_have_a_page_less_is_told(tmp_path: Path) -> None:
    guides = [Guide("读" * 30) for _ in range(32)]
    both = (Edition.PARTICIPANT, Edition.FACILITATOR)
    made = exported(tmp_path, lambda _done, _total: None, items=guides, editions=both)
    assert made.loose == ((Edition.PARTICIPANT, 1), (Edition.FACILITATOR, 1))
    assert fitting_sentence(*made.loose[1]).startswith("主持人版末页")

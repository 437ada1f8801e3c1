"""Runs commands in this process, on a library and a packet file of the test's own."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from studydesk import cli
from studydesk.domain.packet import Packet, PassageItem, Question
from studydesk.domain.passage import Passage
from studydesk.library import Library
from studydesk.library.studypack import write_studypack
from studydesk.services.importing import import_files


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., SimpleNamespace]:
    """Runs a command; what comes back has its exit `code`, and what it said in `out` and `err`."""

    def run(*arguments: object) -> SimpleNamespace:
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        out, err = capsys.readouterr()
        return SimpleNamespace(code=code, out=out, err=err)

    return run


@pytest.fixture(scope="session")
def two_pages(tmp_path_factory: pytest.TempPathFactory, seed_paths: tuple[Path, ...]) -> Path:
    """A closed library with two pages, to be copied: recovering them takes its time."""
    folder = tmp_path_factory.mktemp("two") / "资料库"
    with Library.open(folder) as library:
        import_files(library, seed_paths[1:3])
    return folder


@pytest.fixture
def library(tmp_path: Path, two_pages: Path) -> Path:
    """The test's own library with two pages, closed."""
    folder = tmp_path / "资料库"
    shutil.copytree(two_pages, folder)
    return folder


@pytest.fixture
def pack(tmp_path: Path, library: Path) -> Path:
    """A packet file with one passage, made in that library."""
    path = tmp_path / "周五.studypack"
    with Library.open(library) as opened:
        titled = next(summary for summary in opened.articles() if summary.title)
        article = opened.article(titled.id)
        source = opened.source(article.source_id)
        passage = Passage.pick(article, source, 0, article.body.index("。", 100) + 1)
    question = Question("文中说的办法，在我们班组从哪道工序做起？")
    packet = Packet("周五学习", items=(PassageItem(passage, id="passage"), question))
    write_studypack(path, packet, [(article, source)])
    return path

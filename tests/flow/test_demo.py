"""The demo as a newcomer runs it: one command, six files, with the sample packet in them."""

import subprocess
import sys
from pathlib import Path

import pytest

from studydesk import paths
from studydesk.domain.packet import Action, Agenda, Guide, Packet, Term
from studydesk.library.studypack import read_studypack
from studydesk.services.checking import check


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "studydesk", "demo", "--out", str(folder)]
    ran = subprocess.run(command, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    return sorted(folder.iterdir())


@pytest.fixture
def sample() -> Packet:
    return read_studypack(paths.resources() / "sample.studypack").packet


def test_it_makes_every_edition_in_both_formats(made: list[Path]) -> None:
    endings = sorted(path.name.rsplit("_", 1)[1] for path in made)
    editions = ("主持人版", "学员版", "记录册")
    assert endings == sorted(f"{name}.{suffix}" for name in editions for suffix in ("docx", "pdf"))


@pytest.mark.needs("pdffonts")
def test_every_font_of_its_pdfs_is_embedded_and_subset(made: list[Path]) -> None:
    for path in made:
        if path.suffix == ".pdf":
            fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, check=True).stdout
            rows = fonts.decode("utf-8").splitlines()[2:]
            assert rows
            assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


@pytest.mark.needs("qpdf")
def test_its_pdfs_are_sound(made: list[Path]) -> None:
    pdfs = [path for path in made if path.suffix == ".pdf"]
    for path in pdfs:
        subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=True)
    assert len(pdfs) == 3


def test_the_sample_is_a_session_that_a_trainer_could_hold_on_friday(sample: Packet) -> None:
    items = {type(item) for item in sample.items}
    (agenda,) = (item for item in sample.items if isinstance(item, Agenda))
    assert agenda.minutes == sample.session.minutes == 60
    assert 3 <= len(sample.passages) <= 5
    assert len(sample.questions) == 5
    assert len({question.kind for question in sample.questions}) >= 3
    assert {Guide, Term, Action} <= items


def test_the_sample_lacks_nothing_but_what_its_pages_do_not_say(sample: Packet) -> None:
    pages = read_studypack(paths.resources() / "sample.studypack").articles
    articles = {article.id: article for article, _ in pages}
    sources = {source.id: source for _, source in pages}
    checked = check(sample, articles.get, sources.get)
    assert not checked.must_be_settled
    assert {finding.rule for finding in checked.findings} <= {"C01", "C06"}

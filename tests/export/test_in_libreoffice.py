"""Every preset as another program sets it, as it is and drawn in: as many pages as the PDF, and
none empty.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument
from tests.reading_back import bare

from studydesk import paths
from studydesk.domain.edits import set_tightness
from studydesk.domain.packet import Packet
from studydesk.export.docx.writer import write_docx
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.compose import compose
from studydesk.handout.model import HANDOUTS, HandoutDocument
from studydesk.handout.presets import PRESETS
from studydesk.handout.tightening import STEPS
from studydesk.library.studypack import read_studypack

pytestmark = pytest.mark.needs("soffice")

_FOOTER = re.compile(r"(?:主持人版)?(?:第\d+页共\d+页|[—－]\d+[—－])$")
_ROOM_FOR_OTHERS = 0.1
"""Of the files, how many may have a page more or less: versions of LibreOffice differ."""
MADE = [
    f"{preset}-{edition.value}-{steps}"
    for preset in PRESETS
    for edition in HANDOUTS
    for steps in (0, STEPS)
]


def document(made: str, packet: Packet) -> HandoutDocument:
    """The document of a preset, an edition, and steps by which it is drawn in."""
    preset, name, steps = made.split("-")
    edition = next(edition for edition in HANDOUTS if edition.value == name)
    embedded = replace(
        PRESETS[preset], embed_fonts=True
    )  # else it has other faces in place of ours
    return compose(set_tightness(packet, int(steps)), edition, embedded)


@pytest.fixture(scope="module")
def packet() -> Packet:
    return read_studypack(paths.resources() / "sample.studypack").packet


@pytest.fixture(scope="module")
def pages(packet: Packet, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """The text of the pages that LibreOffice makes of each DOCX; it is started once, and has the
    bundled fonts only: what a machine has besides would change how many lines there are.
    """
    folder = tmp_path_factory.mktemp("讲义")
    for made in MADE:
        (folder / f"{made}.docx").write_bytes(write_docx(document(made, packet)))
    configuration = folder / "fonts.conf"
    configuration.write_text(
        f"<fontconfig><dir>{paths.resources() / 'fonts'}</dir><cachedir>{folder}</cachedir>"
        "</fontconfig>"
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to_pdf = ("--headless", "--convert-to", "pdf", "--outdir", str(folder))
    subprocess.run(
        ["soffice", profile, *to_pdf, *sorted(folder.glob("*.docx"))],
        check=True,
        capture_output=True,
        env={**os.environ, "FONTCONFIG_FILE": str(configuration)},
    )
    found = {}
    for path in folder.glob("*.pdf"):
        with PdfDocument(path) as file:
            found[path.stem] = [bare(page.get_textpage().get_text_range()) for page in file]
    return found


def test_libreoffice_needs_as_many_pages(packet: Packet, pages: Mapping[str, list[str]]) -> None:
    counts = {made: write_pdf(document(made, packet), to_look_at=True).page_count for made in MADE}
    others = {made: (len(pages[made]), counts[made]) for made in MADE}
    others = {made: (there, here) for made, (there, here) in others.items() if there != here}
    assert len(others) <= _ROOM_FOR_OTHERS * len(MADE), others
    far = [
        made for made, (there, here) in others.items() if abs(there - here) > max(1, 0.03 * here)
    ]
    assert not far, others


@pytest.mark.parametrize("made", MADE)
def test_no_page_in_libreoffice_is_empty(made: str, pages: Mapping[str, list[str]]) -> None:
    assert all(len(page) > 12 for page in pages[made])


@pytest.mark.parametrize("made", MADE)
def test_no_heading_stands_alone_at_the_foot_of_a_page_in_libreoffice(
    made: str, packet: Packet, pages: Mapping[str, list[str]]
) -> None:
    headings = [bare(each.text) for each in document(made, packet).headings()]
    above = [_FOOTER.sub("", page) for page in pages[made]]
    assert not [page[-20:] for page in above if page.endswith(tuple(headings))]

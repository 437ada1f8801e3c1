"""Every preset as another program sets it: as many pages as the PDF, or one more or less, and none
empty.
"""

import os
import re
import subprocess
from collections.abc import Mapping

import pytest
from pypdfium2 import PdfDocument
from tests.reading_back import bare

from studydesk import paths
from studydesk.domain.packet import Packet
from studydesk.export.docx.writer import write_docx
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.compose import compose
from studydesk.handout.model import HANDOUTS
from studydesk.handout.presets import PRESETS
from studydesk.library.studypack import read_studypack

pytestmark = pytest.mark.needs("soffice")

_FOOTER = re.compile(r"(?:主持人版)?(?:第\d+页共\d+页|[—－]\d+[—－])$")
MADE = [f"{preset}-{edition.value}" for preset in PRESETS for edition in HANDOUTS]


@pytest.fixture(scope="module")
def packet() -> Packet:
    return read_studypack(paths.resources() / "sample.studypack").packet


@pytest.fixture(scope="module")
def pages(packet: Packet, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """The text of the pages that LibreOffice makes of each DOCX; it is started once, and has the
    bundled fonts only: what a machine has besides would change how many lines there are.
    """
    folder = tmp_path_factory.mktemp("讲义")
    for preset in PRESETS:
        for edition in HANDOUTS:
            data = write_docx(compose(packet, edition, PRESETS[preset]))
            (folder / f"{preset}-{edition.value}.docx").write_bytes(data)
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


@pytest.mark.parametrize("made", MADE)
def test_libreoffice_needs_as_many_pages(
    made: str, packet: Packet, pages: Mapping[str, list[str]]
) -> None:
    preset, _, name = made.partition("-")
    edition = next(edition for edition in HANDOUTS if edition.value == name)
    count = write_pdf(compose(packet, edition, PRESETS[preset]), to_look_at=True).page_count
    assert abs(len(pages[made]) - count) <= max(1, 0.03 * count)


@pytest.mark.parametrize("made", MADE)
def test_no_page_in_libreoffice_is_empty(made: str, pages: Mapping[str, list[str]]) -> None:
    assert all(len(page) > 12 for page in pages[made])


@pytest.mark.parametrize("made", MADE)
def test_no_heading_stands_alone_at_the_foot_of_a_page_in_libreoffice(
    made: str, packet: Packet, pages: Mapping[str, list[str]]
) -> None:
    preset, _, name = made.partition("-")
    edition = next(edition for edition in HANDOUTS if edition.value == name)
    headings = [bare(each.text) for each in compose(packet, edition, PRESETS[preset]).headings()]
    above = [_FOOTER.sub("", page) for page in pages[made]]
    assert not [page[-20:] for page in above if page.endswith(tuple(headings))]

import io

import pikepdf
import pypdfium2
import pytest

from studydesk import paths
from studydesk.export.pdf.page_choice import with_pages
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS
from studydesk.library.studypack import read_studypack


@pytest.fixture
def data() -> bytes:
    sample = read_studypack(paths.resources() / "sample.studypack").packet
    return write_pdf(compose(sample, Edition.PARTICIPANT, PRESETS["口袋本 A5"])).data


def texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


def test_all_pages_in_order_are_the_file_as_it_is(data: bytes) -> None:
    assert with_pages(data, range(len(texts(data)))) == data


@pytest.mark.parametrize("order", [[1], [1, 0], [0, 0, 1, 1], [0, 1, 0, 1]])
def test_pages_come_in_the_order_asked_for_with_their_text(data: bytes, order: list[int]) -> None:
    before = texts(data)
    assert texts(with_pages(data, order)) == [before[number] for number in order]


def test_pages_that_nobody_asked_for_do_not_come_along(data: bytes) -> None:
    one = with_pages(data, [1])
    assert len(one) < len(data)
    with pikepdf.Pdf.open(io.BytesIO(one)) as file:
        assert sum(o.get("/Type") == "/Page" for o in file.objects if hasattr(o, "keys")) == 1

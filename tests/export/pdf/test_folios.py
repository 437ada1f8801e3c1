"""Page numbers and heads: in the middle or outside, on the first page or not, odd and even."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator

from studydesk.export.docx.writer import write_docx
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.model import Edition, HandoutDocument, PageBreak, Paragraph, Run
from studydesk.handout.paper import Folio
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import MILLIMETRE, Preset, Role


def handout(preset: Preset, *, pages: int = 3, cover: bool = False) -> HandoutDocument:
    text = Paragraph(Role.BODY, (Run("学习"),))
    blocks = [block for _ in range(pages) for block in (text, PageBreak())][:-1]
    return HandoutDocument("讲义", Edition.PARTICIPANT, preset, tuple(blocks), cover=cover)


def designed(folio: Folio, *, folio_on_first: bool = True) -> Preset:
    return replace(PRESETS["普通讲义"], folio=folio, folio_on_first=folio_on_first)


def feet(document: HandoutDocument) -> list[tuple[str, float]]:
    """What stands below the text of each page, and its middle, in shares of the paper's width."""
    found = []
    with pypdfium2.PdfDocument(write_pdf(document).data) as file:
        for page in file:
            words = page.get_textpage()
            foot = document.preset.page.bottom * MILLIMETRE
            boxes = [
                (words.get_text_range(at, 1), words.get_charbox(at))
                for at in range(words.count_chars())
            ]
            below = [(text, box) for text, box in boxes if box[3] < foot and not text.isspace()]
            text = "".join(text for text, _ in below).replace("\ufffe", "-")
            middle = (below[0][1][0] + below[-1][1][2]) / 2 / page.get_width() if below else 0.0
            found.append((text, middle))
    return found


@pytest.mark.parametrize(
    ("folio", "told"),
    [
        (Folio.CENTRED_OF_TOTAL, ["第1页共3页", "第2页共3页", "第3页共3页"]),
        (Folio.CENTRED_DASHES, ["—1—", "—2—", "—3—"]),
        (Folio.CENTRED, ["1", "2", "3"]),
        (Folio.OUTER_OF_TOTAL, ["第1页共3页", "第2页共3页", "第3页共3页"]),
        (Folio.OUTER_DASHES, ["—1—", "—2—", "—3—"]),
        (Folio.OUTER, ["1", "2", "3"]),
        (Folio.NONE, ["", "", ""]),
    ],
)
def test_pages_are_numbered_where_and_how_the_preset_says(folio: Folio, told: list[str]) -> None:
    found = feet(handout(designed(folio)))
    assert [text for text, _ in found] == told
    sides = [(middle > 0.55) - (middle < 0.45) for _, middle in found if middle]
    assert sides == ([1, -1, 1] if folio.is_outside else [0, 0, 0])[: len(sides)]


@pytest.mark.parametrize("folio", Folio)
def test_the_first_page_may_have_no_number(folio: Folio) -> None:
    preset = designed(folio, folio_on_first=False)
    first, *others = [text for text, _ in feet(handout(preset))]
    assert first == ""
    assert all(others) == (folio is not Folio.NONE)


@pytest.mark.parametrize("folio", Folio)
@pytest.mark.parametrize("on_first", [True, False])
@pytest.mark.parametrize("even", ["", "双数页"])
def test_a_docx_has_the_same_feet_and_is_valid(
    folio: Folio, on_first: bool, even: str, tmp_path: Path
) -> None:
    preset = designed(folio, folio_on_first=on_first)
    document = replace(handout(preset), header="单数页", header_even=even)
    path = tmp_path / "讲义.docx"
    path.write_bytes(write_docx(document))
    assert OpenXmlValidator().validate(path).errors == []
    file = docx.Document(str(path))
    (section,) = file.sections
    fields = [text for text in ("PAGE", "NUMPAGES") if f" {text} " in section.footer._element.xml]
    assert ("PAGE" in fields) == (folio is not Folio.NONE)
    assert ("NUMPAGES" in fields) == ("{total}" in folio.pattern)
    differs = not on_first and folio is not Folio.NONE
    assert section.different_first_page_header_footer == differs
    if differs:
        assert " PAGE " not in section.first_page_footer._element.xml
        assert section.first_page_header.paragraphs[0].text == "单数页"
    two_sided = folio.is_outside or bool(even)
    assert file.settings.odd_and_even_pages_header_footer == two_sided
    if two_sided:
        assert section.even_page_header.paragraphs[0].text == (even or "单数页")


def test_even_pages_may_have_a_header_of_their_own() -> None:
    document = replace(handout(designed(Folio.CENTRED)), header="单位", header_even="题名")
    assert [document.header_on(number) for number in (1, 2, 3)] == ["单位", "题名", "单位"]
    with pypdfium2.PdfDocument(write_pdf(document).data) as file:
        heads = [page.get_textpage().get_text_range()[:2] for page in file]
    assert heads == ["单位", "题名", "单位"]


def test_a_page_alone_is_not_counted() -> None:
    assert feet(handout(designed(Folio.OUTER_OF_TOTAL), pages=1)) == [("", 0.0)]
    assert feet(handout(designed(Folio.CENTRED_DASHES), pages=1))[0][0] == "—1—"
    alone = docx.Document(BytesIO(write_docx(handout(designed(Folio.OUTER_OF_TOTAL), pages=1))))
    assert "PAGE" not in alone.sections[0].footer._element.xml


def test_a_cover_has_no_number() -> None:
    first, second, _ = feet(handout(designed(Folio.CENTRED), cover=True))
    assert (first[0], second[0]) == ("", "2")

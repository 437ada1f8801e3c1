"""Fonts of the computer: found, refused with a reason, embedded, and stood in for."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from studydesk import paths
from studydesk.export import installed_fonts
from studydesk.export.docx.writer import write_docx
from studydesk.export.fonts import Substitution, installed_face, missing_characters
from studydesk.export.pdf.writer import PdfFile, write_pdf
from studydesk.handout.model import Edition, HandoutDocument, Paragraph, Run
from studydesk.handout.notices import FontFault, FontOffer
from studydesk.handout.preset_file import read_preset
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Face, Role

TEXT = "学习工匠精神，2026"
"""What the fonts of make_font have, unless told otherwise."""

MakeFont = Callable[..., Path]


def handout(family: str, text: str = TEXT, use: str = "正文") -> HandoutDocument:
    file = f'name = "我们的"\nbased_on = "普通讲义"\n[fonts]\n"{use}" = "{family}"\n'
    blocks = (
        Paragraph(Role.TITLE, (Run("题目"),)),
        Paragraph(Role.BODY, (Run(text), Run(text, bold=True))),
    )
    return HandoutDocument("讲义", Edition.PARTICIPANT, read_preset(file, PRESETS), blocks)


def fonts_of(file: PdfFile, folder: Path) -> str:
    path = folder / "讲义.pdf"
    path.write_bytes(file.data)
    return subprocess.run(
        ["pdffonts", path], check=True, capture_output=True, encoding="utf-8"
    ).stdout


@pytest.mark.needs("pdffonts")
def test_a_font_of_the_computer_is_embedded_and_cut_down(
    make_font: MakeFont, tmp_path: Path
) -> None:
    make_font("甲体")
    file = write_pdf(handout("甲体"))
    assert file.unusable_fonts == ()
    told = fonts_of(file, tmp_path)
    assert re.search(r"\+Same-Name-\w{8} .* yes yes yes ", told)
    assert write_pdf(handout("甲体")).data == file.data


def test_a_character_that_a_font_of_the_computer_has_is_not_missing(make_font: MakeFont) -> None:
    path = make_font("甲体")
    with TTFont(path) as font:
        for table in font["cmap"].tables:
            table.cmap[ord("龘")] = table.cmap[ord("学")]
        font.save(path)
    installed_fonts.families.cache_clear()
    plain = PRESETS["普通讲义"].style(Role.PASSAGE).typeface
    chosen = replace(plain, installed="甲体")
    assert missing_characters("学龘靐") == missing_characters("学龘靐", [plain]) == "龘靐"
    assert missing_characters("学龘靐", [chosen]) == "靐"
    assert missing_characters("学龘靐", [chosen, plain]) == "龘靐"


@pytest.mark.needs("pdftotext")
def test_text_in_a_font_of_the_computer_is_found_again(make_font: MakeFont, tmp_path: Path) -> None:
    make_font("乙体")
    path = tmp_path / "讲义.pdf"
    path.write_bytes(write_pdf(handout("乙体")).data)
    told = subprocess.run(
        ["pdftotext", path, "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    assert TEXT * 2 in "".join(told.split())


def test_a_docx_names_the_font_for_its_use_only(make_font: MakeFont) -> None:
    make_font("丙体")
    styles = docx.Document(BytesIO(write_docx(handout("丙体", use="标题")))).styles.element
    families = {
        style.get(qn("w:styleId")): style.find(".//" + qn("w:rFonts")).get(qn("w:eastAsia"))
        for style in styles.iter(qn("w:style"))
        if style.find(".//" + qn("w:rFonts")) is not None
    }
    assert families["Heading1"] == "丙体"
    assert (families["Title"], families["BodyText"]) == ("黑体", "宋体")


def test_what_the_font_lacks_is_lent_by_the_face_it_stands_for(make_font: MakeFont) -> None:
    make_font("丁体", characters="学习")
    file = write_pdf(handout("丁体", "学习勠力\U00020000"))
    lent = {s.character: (s.wanted, s.used) for s in file.substitutions}
    assert lent["勠"] == ("丁体", Face.SERIF)
    assert Substitution("\U00020000", "丁体", None) in file.substitutions


def test_bold_is_the_bold_of_the_family_where_it_has_one(make_font: MakeFont) -> None:
    make_font("戊体")
    assert installed_face("戊体", bold=True) is FontFault.NOT_INSTALLED
    make_font("戊体", bold=True)
    installed_fonts.families.cache_clear()
    bold = installed_face("戊体", bold=True)
    assert bold != installed_face("戊体", bold=False)
    assert not isinstance(bold, FontFault)


@pytest.mark.parametrize(
    ("allowed", "fault"),
    [
        (0, None),
        (4, None),
        (8, None),
        (2 | 4, None),  # the least restrictive counts
        (2, FontFault.FORBIDDEN),
        (0x100 | 8, FontFault.FORBIDDEN),
        (0x200, FontFault.FORBIDDEN),
    ],
)
def test_a_font_is_embedded_as_its_licence_allows(
    make_font: MakeFont, allowed: int, fault: FontFault | None
) -> None:
    make_font("己体", allowed=allowed)
    assert installed_fonts.offers() == (FontOffer("己体", fault),)


@pytest.mark.parametrize(
    ("table", "fault"), [("glyf", FontFault.NOT_TRUETYPE), ("fvar", FontFault.VARIABLE)]
)
def test_a_font_of_another_kind_is_told(make_font: MakeFont, table: str, fault: FontFault) -> None:
    path = make_font("庚体")
    font = TTFont(path)
    if table in font:
        del font[table]
        del font["loca"]
    else:
        font[table] = added = DefaultTable(table)
        added.data = b"none"
    font.save(path)
    file = write_pdf(handout("庚体"))
    assert file.unusable_fonts == (FontOffer("庚体", fault),)


@pytest.mark.needs("pdffonts")
def test_for_a_font_that_is_not_there_the_bundled_one_stands_in(
    make_font: MakeFont, tmp_path: Path
) -> None:
    make_font("辛体", allowed=2)
    for family, fault in (("没有这种", FontFault.NOT_INSTALLED), ("辛体", FontFault.FORBIDDEN)):
        file = write_pdf(handout(family))
        assert file.unusable_fonts == (FontOffer(family, fault),)
        assert "StudyDeskSerif" in fonts_of(file, tmp_path)
        assert "Same-Name" not in fonts_of(file, tmp_path)
        assert file.data == write_pdf(handout("")).data


@pytest.mark.parametrize(
    "broken",
    [b"", b"\0\1\0\0" + b"\xff" * 90, b"ttcf" + b"\0" * 8, b"ttcf\0\1\0\0\xff\xff\0\0"],
    ids=["empty", "table directory", "version", "offsets"],
)
def test_a_broken_file_among_the_fonts_is_passed_over(
    make_font: MakeFont, tmp_path: Path, broken: bytes
) -> None:
    make_font("壬体")
    (tmp_path / "a.ttf").write_bytes(broken)
    (tmp_path / "b.ttc").write_bytes(broken)
    assert [offer.family for offer in installed_fonts.offers()] == ["壬体"]


def test_a_font_that_breaks_off_is_told(make_font: MakeFont) -> None:
    path = make_font("癸体")
    font = TTFont(path)
    del font["post"]
    font.save(path)
    assert installed_face("癸体", bold=False) is FontFault.DAMAGED


def test_without_a_choice_every_computer_makes_the_same_file() -> None:
    preset = PRESETS["普通讲义"]
    assert preset.fonts == {}
    assert all(not preset.style(role).typeface.installed for role in Role)
    assert replace(handout("").preset, name="") == replace(preset, name="", purpose="")


def test_fonts_are_looked_for_in_folders_of_the_user_and_of_the_computer() -> None:
    folders = paths.font_folders()
    assert len(folders) >= 2
    assert all(folder.is_absolute() for folder in folders)

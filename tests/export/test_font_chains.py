"""用本机字体: each design in the first family of it that a computer has, else in a bundled face."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from studydesk.export.docx.writer import write_docx
from studydesk.export.fonts import Substitution
from studydesk.export.pdf.writer import PdfFile, write_pdf
from studydesk.handout.designs import DESIGNS
from studydesk.handout.model import Edition, HandoutDocument, Paragraph, Run
from studydesk.handout.notices import FontUsed
from studydesk.handout.preset_file import read_preset
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Face, Preset, Role

MakeFont = Callable[..., Path]


def preset(base: str = "公文式讲义", more: str = "", *, installed: bool = True) -> Preset:
    told = str(installed).lower()
    file = f'name = "我们的"\nbased_on = "{base}"\ninstalled_fonts = {told}\n{more}'
    return read_preset(file, PRESETS)


def written(text: str, of: Preset, role: Role = Role.BODY, *, bold: bool = False) -> PdfFile:
    blocks = (Paragraph(role, (Run(text, bold=bold),)),)
    return write_pdf(HandoutDocument("讲义", Edition.PARTICIPANT, of, blocks))


def test_a_design_is_set_in_the_font_that_this_computer_has_of_it(make_font: MakeFont) -> None:
    make_font("FangSong", characters="仿宋一")
    assert FontUsed("仿宋", "FangSong", is_bundled=False) in written("仿宋一", preset()).fonts


def test_of_several_fonts_of_a_design_the_nearest_one_is_taken(make_font: MakeFont) -> None:
    make_font("STFangsong", characters="仿宋二")
    make_font("仿宋_GB2312", characters="仿宋二")
    assert FontUsed("仿宋", "仿宋_GB2312", is_bundled=False) in written("仿宋二", preset()).fonts


def test_a_font_that_may_not_be_embedded_gives_way_to_the_next(make_font: MakeFont) -> None:
    make_font("楷体", characters="楷体三", allowed=2)
    make_font("STKaiti", characters="楷体三")
    used = written("楷体三", preset(), Role.HEADING_2).fonts
    assert FontUsed("楷体", "STKaiti", is_bundled=False) in used


def test_a_design_that_the_computer_lacks_is_set_in_the_bundled_face(make_font: MakeFont) -> None:
    make_font("楷体")
    assert (
        FontUsed("仿宋", Face.SERIF, is_bundled=True, stands_in=True)
        in written("仿宋四", preset()).fonts
    )


def test_a_character_is_lent_by_the_next_font_of_the_design(make_font: MakeFont) -> None:
    make_font("仿宋_GB2312", characters="仿宋五")
    make_font("华文仿宋", characters="勠")
    file = written("仿宋五勠㐂", preset())
    assert Substitution("勠", "仿宋_GB2312", "华文仿宋") in file.substitutions
    assert FontUsed("仿宋", "华文仿宋", is_bundled=False) not in file.fonts


def test_what_is_bold_already_is_not_looked_for_in_a_bolder_style(make_font: MakeFont) -> None:
    make_font("SimHei", characters="黑体六")
    (used,) = (
        font
        for font in written("黑体六", preset(), Role.HEADING_1, bold=True).fonts
        if font.meant == "黑体"
    )
    assert used.used == "SimHei"


def test_bold_in_a_font_without_a_bold_style_is_the_bundled_bold(make_font: MakeFont) -> None:
    make_font("SimSun", characters="宋体七")
    of = preset("普通讲义")
    assert (
        FontUsed("宋体", Face.SERIF_BOLD, is_bundled=True, stands_in=True)
        in written("宋体七", of, bold=True).fonts
    )


def test_a_font_that_was_chosen_for_a_use_comes_before_its_design(make_font: MakeFont) -> None:
    make_font("仿宋", characters="仿宋八")
    make_font("甲体", characters="仿宋八")
    of = preset(more='[fonts]\n"正文" = "甲体"\n')
    assert [font.used for font in written("仿宋八", of).fonts if font.meant == "甲体"] == ["甲体"]


def test_every_computer_makes_the_same_file_unless_its_own_fonts_are_wanted(
    make_font: MakeFont,
) -> None:
    without = written("仿宋九", preset(installed=False))
    make_font("仿宋", characters="仿宋九")
    assert written("仿宋九", preset(installed=False)).data == without.data
    assert all(font.is_bundled for font in without.fonts)


def test_a_docx_names_the_usual_family_whatever_this_computer_calls_its_own(
    make_font: MakeFont,
) -> None:
    make_font("仿宋_GB2312")
    blocks = (Paragraph(Role.BODY, (Run("仿宋"),)),)
    document = HandoutDocument("讲义", Edition.PARTICIPANT, preset(), blocks)
    styles = docx.Document(BytesIO(write_docx(document))).styles.element
    named = {fonts.get(qn("w:eastAsia")) for fonts in styles.iter(qn("w:rFonts"))}
    assert "仿宋" in named
    assert "仿宋_GB2312" not in named


@pytest.mark.parametrize("name", PRESETS)
def test_every_family_that_a_preset_names_has_a_design(name: str) -> None:
    assert {typeface.family for typeface in PRESETS[name].typefaces.values()} <= set(DESIGNS)


def test_no_shipped_preset_depends_on_the_computer() -> None:
    assert not any(preset.installed_fonts for preset in PRESETS.values())
    assert not any(
        preset.style(role).typeface.wanted for preset in PRESETS.values() for role in Role
    )

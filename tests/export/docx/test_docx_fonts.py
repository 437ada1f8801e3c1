"""Fonts of a DOCX: names that other computers know them by, or the bundled faces within it."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from fontTools.ttLib import TTFont
from openxml_audit import OpenXmlValidator

from studydesk import paths
from studydesk.export.docx.fonts import hidden
from studydesk.export.docx.writer import write_docx
from studydesk.handout.compose import compose
from studydesk.handout.designs import DESIGNS, with_fonts_embedded
from studydesk.handout.model import Edition, HandoutDocument, Paragraph, Run, Table
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Face, Preset, Role
from studydesk.library.studypack import read_studypack

BLOCKS = (
    Paragraph(Role.TITLE, (Run("题"),)),
    Paragraph(Role.HEADING_1, (Run("一、层次"),)),
    Paragraph(Role.BODY, (Run("正文"), Run("重点", bold=True), Run("䶮"))),
    Paragraph(Role.GUIDE, (Run("导读"), Run("粗", bold=True))),
    Table((1.0,), ("表头",), (("格子",),)),
)

every_preset = pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)


def handout(preset: Preset, *, embedded: bool = True) -> HandoutDocument:
    preset = with_fonts_embedded(preset) if embedded else preset
    return HandoutDocument("讲义", Edition.PARTICIPANT, preset, BLOCKS, footer="某工会")


def table_of(data: bytes) -> dict[str, BaseOxmlElement]:
    root = parse_xml(ZipFile(BytesIO(data)).read("word/fontTable.xml"))
    return {font.get(qn("w:name")): font for font in root}


def fonts_in(data: bytes) -> dict[str, TTFont]:
    """The fonts of a file, taken out as a word processor does, by family and style."""
    archive = ZipFile(BytesIO(data))
    relations = parse_xml(archive.read("word/_rels/fontTable.xml.rels"))
    targets = {each.get("Id"): each.get("Target") for each in relations}
    found = {}
    for name, entry in table_of(data).items():
        for part in entry.iter(qn("w:embedRegular"), qn("w:embedBold")):
            mixed = archive.read(f"word/{targets[part.get(qn('r:id'))]}")
            key = UUID(part.get(qn("w:fontKey")))
            style = part.tag.removeprefix(qn("w:embed"))
            found[f"{name.rpartition(' ')[0]} {style}"] = TTFont(BytesIO(hidden(mixed, key)))
    return found


def characters(font: TTFont) -> set[str]:
    return set(map(chr, font.getBestCmap() or {}))


@every_preset
def test_every_family_goes_by_its_names_on_other_computers(preset: Preset) -> None:
    table = table_of(write_docx(handout(preset, embedded=False)))
    for role in Role:
        family = preset.style(role).typeface.named
        others = table[family].find(qn("w:altName")).get(qn("w:val")).split(",")
        assert {family, *others} == set(DESIGNS[family].families)
        assert table[family].find(qn("w:charset")).get(qn("w:val")) == "86"
        assert preset.style(role).typeface.latin in table


def test_a_file_carries_the_characters_of_each_family_and_those_typed_first() -> None:
    fonts = fonts_in(write_docx(handout(PRESETS["普通讲义"])))
    assert set("正文格子䶮，。A1") <= characters(fonts["StudyDesk Song Regular"])
    assert not set("题层导读") & characters(fonts["StudyDesk Song Regular"])
    assert set("重点") <= characters(fonts["StudyDesk Song Bold"])
    assert set("题层次表头") <= characters(fonts["StudyDesk Hei Regular"])
    assert set("导读") <= characters(fonts["StudyDesk Kai Regular"])
    assert set("粗") <= characters(fonts["StudyDesk Kai Bold"])


def test_an_embedded_font_bears_the_name_that_the_file_calls_it_by() -> None:
    data = write_docx(handout(PRESETS["公文式讲义"]))
    for font in fonts_in(data).values():
        names = {record.nameID: str(record) for record in font["name"].names}
        assert names[1] in table_of(data)
        assert (names[2] == "Bold") == bool(vars(font["head"])["macStyle"] & 1)
        assert vars(font["OS/2"])["fsType"] == 0
        assert "Open Font License" in names[13]
        assert "Copyright" in names[0] or "(c)" in names[0]


def test_two_files_that_are_open_together_keep_their_own_fonts() -> None:
    first, second = (write_docx(handout(PRESETS[name])) for name in ("普通讲义", "大字版"))
    assert not set(table_of(first)) & set(table_of(second))


@pytest.mark.parametrize("family", ["某某体", "华文宋体"])
def test_a_font_of_the_computer_is_named_and_not_given_away(family: str) -> None:
    style = PRESETS["普通讲义"].style(Role.BODY)
    chosen = replace(style, typeface=replace(style.typeface, installed=family))
    preset = replace(PRESETS["普通讲义"], styles={**PRESETS["普通讲义"].styles, Role.BODY: chosen})
    entry = table_of(write_docx(handout(preset)))[family]
    assert entry.find(qn("w:embedRegular")) is None
    others = entry.find(qn("w:altName"))
    assert (others is not None) == (family == "华文宋体")


@every_preset
def test_a_file_with_fonts_is_valid_and_always_the_same(preset: Preset, tmp_path: Path) -> None:
    document = handout(preset)
    path = tmp_path / "讲义.docx"
    path.write_bytes(write_docx(document))
    assert OpenXmlValidator().validate(path).errors == []
    assert write_docx(document) == path.read_bytes()


def test_the_fonts_of_the_sample_packet_take_less_than_a_megabyte() -> None:
    packet = read_studypack(paths.resources() / "sample.studypack").packet
    for preset in PRESETS.values():
        document = compose(packet, Edition.FACILITATOR, with_fonts_embedded(preset))
        assert len(write_docx(document)) < 1_000_000


@pytest.mark.needs("soffice", "pdffonts", "fc-match")
def test_libreoffice_without_any_chinese_font_sets_it_in_the_fonts_of_the_file(
    tmp_path: Path,
) -> None:
    (tmp_path / "fonts").mkdir()
    shutil.copy(latin_font(), tmp_path / "fonts")
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(
        f"<fontconfig><dir>{tmp_path / 'fonts'}</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    path = tmp_path / "讲义.docx"
    path.write_bytes(write_docx(handout(PRESETS["公文式讲义"])))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "FONTCONFIG_FILE": str(configuration)},
    )
    told = subprocess.run(
        ["pdffonts", tmp_path / "讲义.pdf"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    used = [line.split()[0] for line in told.splitlines()[2:]]
    assert used
    assert all("StudyDesk" in name for name in used)


def latin_font() -> str:
    """LibreOffice does not start where there is no font at all."""
    asked = ["fc-match", "-f", "%{file}", "DejaVu Sans"]
    return subprocess.run(asked, check=True, capture_output=True, encoding="utf-8").stdout


def test_two_faces_of_one_family_are_both_embedded() -> None:
    preset = PRESETS["普通讲义"]
    style = preset.style(Role.GUIDE)
    bold = replace(preset.style(Role.BODY).typeface, face=Face.SERIF_BOLD, bold=Face.SERIF_BOLD)
    styles = {**preset.styles, Role.GUIDE: replace(style, typeface=bold)}
    table = table_of(write_docx(handout(replace(preset, styles=styles))))
    assert sum(name.startswith("StudyDesk Song ") for name in table) == 2

import pytest

from studydesk.errors import PresetDamaged
from studydesk.handout.paper import Folio
from studydesk.handout.preset_file import read_preset
from studydesk.handout.presets import PRESETS, preset_files
from studydesk.handout.style import Alignment, Face, FontUse, Numbering, Role

BASED = 'name = "我们的"\nbased_on = "普通讲义"\n'
FACE = 'face = "StudyDeskSerif-Regular"'


def test_every_file_that_is_shipped_is_read() -> None:
    assert list(preset_files()) == [
        *("普通讲义", "公文式讲义", "大字版", "两栏资料", "口袋本 A5", "班前十分钟卡片")
    ]
    assert all(preset.purpose for preset in PRESETS.values())


def test_what_is_not_listed_is_that_of_the_base() -> None:
    preset = read_preset(BASED, PRESETS)
    assert preset.styles == PRESETS["普通讲义"].styles
    assert preset.parts == PRESETS["普通讲义"].parts


def test_what_is_listed_is_changed_and_nothing_else() -> None:
    text = BASED + '[styles]\n"Title" = { size = 24, alignment = "left" }\n[page]\nleft = 30\n'
    title = read_preset(text, PRESETS).style(Role.TITLE)
    assert (title.size, title.leading, title.alignment) == (24, 31.5, Alignment.LEFT)


def test_numbers_heads_and_first_pages_are_read() -> None:
    text = BASED + 'folio = "1 outside"\nfolio_on_first = false\nheader_even = "{单位}"\n'
    preset = read_preset(text + 'numbering = "1. 1.1"\n', PRESETS)
    assert (preset.folio, preset.folio_on_first) == (Folio.OUTER, False)
    assert (preset.header_even, preset.numbering) == ("{单位}", Numbering.ARABIC)
    with pytest.raises(PresetDamaged, match=r"page\.header_gap"):
        read_preset(text + "[page]\ntop = 10\nheader_gap = 9\n", PRESETS)


def test_a_file_from_before_there_was_a_style_for_subheadings_is_read() -> None:
    lines = preset_files()["普通讲义"].splitlines()
    old = "\n".join(line for line in lines if not line.startswith('"Passage Heading"'))
    preset = read_preset(old, {})
    assert preset.style(Role.PASSAGE_HEADING).size == preset.style(Role.PASSAGE).size
    assert preset.style(Role.PASSAGE_HEADING).keep_with_next


def test_another_typeface_takes_the_place_of_the_old_everywhere() -> None:
    text = BASED + '[typefaces]\nsong = { family = "仿宋", face = "StudyDeskKai-Regular" }\n'
    preset = read_preset(text, PRESETS)
    assert preset.style(Role.PASSAGE).typeface.family == "仿宋"
    assert preset.style(Role.QUESTION).typeface.face is Face.KAI
    assert preset.style(Role.TITLE).typeface.family == "黑体"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name = 3", "name"),
        ('based_on = "没有"', "based_on"),
        (BASED + "pages = 2", "pages"),
        (BASED + 'folio = "Ⅳ"', "folio"),
        (BASED + 'parts = ["附录"]', "parts"),
        (BASED + "[page]\nleft = -1", "page.left"),
        (BASED + "[page]\nleft = 200", "page"),
        (BASED + "[page]\ncolumns = 1.5", "page.columns"),
        (BASED + '[page]\nwidth = "A4"', "page.width"),
        (BASED + '[styles]\n"Titel" = { size = 20 }', "styles.Titel"),
        (BASED + '[styles]\n"Title" = { size = 0 }', "styles.Title.size"),
        (BASED + '[styles]\n"Title" = { size = true }', "styles.Title.size"),
        (BASED + '[styles]\n"Title" = { size = 40 }', "styles.Title"),
        (BASED + '[styles]\n"Title" = { colour = 1 }', "styles.Title.colour"),
        (BASED + '[styles]\n"Title" = { typeface = "hand" }', "styles.Title.typeface"),
        (BASED + '[styles]\n"Title" = { keep_with_next = 1 }', "styles.Title.keep_with_next"),
        (BASED + '[typefaces]\nsong = { family = "宋体", face = "Arial" }', "typefaces.song.face"),
        ('name = "x"\nfolio = "— 1 — outside"', "styles.Label"),
        ('name = "x"\nbased_on = ["a"]', "based_on"),
        (BASED + "[forms]", "forms"),
        (BASED + '[styles]\n"Title" = { typeface = 3 }', "styles.Title.typeface"),
        (BASED + "folio = 0x" + "f" * 5000, "folio"),
        (BASED + "tightest = nan", "tightest"),
        (BASED + '[typefaces]\nsong = { family = "宋\\u0001体" }', "typefaces.song.face"),
        (BASED + f"[typefaces]\nsong = {{ family = '', {FACE} }}", "typefaces.song.family"),
        (BASED + f'[typefaces]\nsong = {{ family = "\\u0001", {FACE} }}', "typefaces.song.family"),
        (BASED + '[styles]\n"Passage" = { left_indent = 2000 }', "styles.Passage.left_indent"),
        (BASED + '[styles]\n"Passage" = { left_indent = 40 }', "styles.Passage"),
        (BASED + '[styles]\n"Passage" = { leading = 300 }', "styles.Passage"),
        (BASED + '[styles]\n"Passage" = { first_indent = -1 }', "styles.Passage"),
        (BASED + "[page]\naction_row = 2000", "page.action_row"),
        (BASED + "[page]\nfooter_gap = 22", "page.footer_gap"),
        (BASED + 'header = "页眉"\n[page]\ntop = 10', "page.header_gap"),
        (BASED + f'header = "{"长" * 61}"', "header"),
        (BASED + '[fonts]\n"正纹" = "宋体"', "fonts.正纹"),
        (BASED + '[fonts]\n"正文" = 3', "fonts.正文"),
        (BASED + '[logo]\nfile = "../a.png"', "logo.file"),
        (BASED + '[logo]\nfile = "C:a.png"', "logo.file"),
        (BASED + '[logo]\nfile = "a.png"\nheight = 100', "logo.height"),
        (BASED + '[logo]\nfile = "a.png"\npicture = "x"', "logo.picture"),
        (BASED + "logo = 3", "logo"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_by_its_place(text: str, place: str) -> None:
    with pytest.raises(PresetDamaged) as refused:
        read_preset(text, PRESETS)
    assert refused.value.place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a = " + "9" * 5000, "TOML"),
        ("a = " + "[" * 100_000, "TOML"),
        ("a = 1\nb = 1999-99-99", "line 2"),
        ("a = 1\na = 2\n", "line 2"),
    ],
)
def test_what_cannot_be_parsed_is_told_with_its_line(text: str, place: str) -> None:
    with pytest.raises(PresetDamaged) as refused:
        read_preset(text, PRESETS)
    assert refused.value.place == place


def test_a_file_of_an_earlier_version_is_read() -> None:
    text = preset_files()["普通讲义"]
    older = "".join(
        line
        for line in text.splitlines(keepends=True)
        if not line.startswith(('"Header"', "header"))
    )
    preset = read_preset(older, {})
    assert preset.style(Role.HEADER) == preset.style(Role.FOOTER)


def test_fonts_of_the_computer_are_named_use_by_use() -> None:
    preset = read_preset(BASED + '[fonts]\n"选段" = "华文楷体"\n"正文" = ""\n', PRESETS)
    assert preset.style(Role.PASSAGE).typeface.named == "华文楷体"
    assert preset.style(Role.BODY).typeface.named == "宋体"
    assert preset.fonts == {FontUse.PASSAGE: "华文楷体"}


def test_every_style_belongs_to_one_use_of_fonts() -> None:
    roles = [role for use in FontUse for role in use.roles]
    assert sorted(roles) == sorted(Role)


def test_a_logo_is_named_with_its_height() -> None:
    logo = read_preset(BASED + '[logo]\nfile = "标志.png"\nheight = 15\n', PRESETS).logo
    assert logo is not None
    assert (logo.file, logo.height, logo.picture) == ("标志.png", 15, b"")
    assert read_preset(BASED + '[logo]\nfile = ""\n', PRESETS).logo is None

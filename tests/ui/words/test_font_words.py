"""What users read about the fonts of a handout."""

from pathlib import Path

import pytest

from studydesk.export.fonts import Substitution
from studydesk.handout.notices import FontFault, FontOffer, FontUsed
from studydesk.handout.style import Face
from studydesk.services.typefaces import FontReport
from studydesk.ui.words.font_words import (
    borrowed_sentence,
    docx_sentence,
    export_sentences,
    font_sentence,
    font_sentences,
)

BUNDLED = FontUsed("宋体", Face.SERIF, is_bundled=True)


STOOD_IN = (
    "仿宋的粗体由随附粗宋体代替",
    "方正小标宋简体由随附粗宋体代替",
    "宋体由随附宋体、随附粗宋体代替",
)


def told(*used: FontUsed, borrowed: tuple[Substitution, ...] = ()) -> list[str]:
    return list(font_sentences(FontReport(used, borrowed, ())))


@pytest.mark.parametrize("fault", [None, *FontFault])
def test_every_reason_not_to_use_a_font_has_a_sentence(fault: FontFault | None) -> None:
    sentence = font_sentence(FontOffer("华文宋体", fault))
    assert sentence.startswith("“华文宋体”")
    assert sentence.endswith("。")


def test_characters_that_another_face_prints_are_named_with_both() -> None:
    found = (
        Substitution("勠", "甲体", Face.SERIF),
        Substitution("骙", "甲体", Face.SERIF),
        Substitution("□", Face.KAI, Face.SANS_BOLD),
        Substitution("\U00020000", "甲体", None),
    )
    sentence = borrowed_sentence(found)
    assert sentence == "“甲体”里没有“勠骙”，由随附宋体代印；随附楷体里没有“□”，由随附黑体代印"


def test_of_many_characters_the_first_ones_are_named() -> None:
    found = (Substitution(chr(0x4E00 + number), "甲体", Face.SERIF) for number in range(40))
    assert borrowed_sentence(found).count("一丁丂七丄丅丆万丈三上下”等，由随附宋体代印") == 1


def test_bundled_faces_are_the_same_everywhere() -> None:
    assert told(BUNDLED) == ["PDF 用的是随附字体，每台电脑都一样。"]


def test_fonts_of_the_computer_are_named_and_so_is_what_stands_in() -> None:
    assert told(
        FontUsed("仿宋", "仿宋", is_bundled=False),
        FontUsed("楷体", "STKaiti", is_bundled=False),
        FontUsed("仿宋", Face.SERIF_BOLD, is_bundled=True, stands_in=True),
        FontUsed("方正小标宋简体", Face.SERIF_BOLD, is_bundled=True, stands_in=True),
        FontUsed("宋体", Face.SERIF, is_bundled=True, stands_in=True),
        FontUsed("宋体", Face.SERIF_BOLD, is_bundled=True, stands_in=True),
    ) == [
        "PDF 用了这台电脑的仿宋、楷体（STKaiti）。",
        f"这台电脑没有的：{'，'.join(STOOD_IN)}。",
    ]


def test_characters_from_elsewhere_are_told_with_the_fonts() -> None:
    lent = (Substitution("勠", "仿宋_GB2312", "仿宋"),)
    assert told(BUNDLED, borrowed=lent)[1:] == ["“仿宋_GB2312”里没有“勠”，由“仿宋”代印。"]


def test_a_docx_says_what_it_names_or_that_it_has_its_fonts() -> None:
    report = FontReport((BUNDLED,), (), ())
    assert "宋体" in docx_sentence(report, 12_345, embedded=False)
    assert "（225 KB）" in docx_sentence(report, 225_900, embedded=True)
    assert "（1.2 MB）" in docx_sentence(report, 1_234_567, embedded=True)


def test_only_the_formats_that_were_written_are_told() -> None:
    report, path = FontReport((BUNDLED,), (), ()), Path("讲义.docx")
    (only,) = export_sentences(report, [path], 12_345, embedded=False)
    assert only.startswith("DOCX")

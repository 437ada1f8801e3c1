"""The bundled faces, and what happens to characters they lack."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from studydesk import paths
from studydesk.export.embedding import code, plane, to_unicode_map
from studydesk.export.fonts import (
    MISSING_BOX,
    RaisedFace,
    SpanMaker,
    Substitution,
    bundled_face,
    missing_characters,
    printable,
)
from studydesk.handout.model import Run
from studydesk.handout.style import Face, Typeface

SONG = Typeface("宋体", Face.SERIF, Face.SERIF_BOLD)


def font_file(face: Face) -> Path:
    return paths.resources() / "fonts" / f"{face}.ttf"


@pytest.mark.parametrize("face", Face)
def test_a_face_has_outlines_that_a_pdf_can_embed(face: Face) -> None:
    with TTFont(font_file(face), lazy=True) as font:
        assert "glyf" in font
        assert "CFF " not in font
        assert vars(font["OS/2"])["fsType"] == 0


@pytest.mark.parametrize("face", Face)
def test_a_face_bears_a_name_of_our_own(face: Face) -> None:
    with TTFont(font_file(face), lazy=True) as font:
        names = {record.nameID: str(record) for record in font["name"].names}
    assert names[1].startswith("StudyDesk ")
    assert names[6] == face.value
    ours = " ".join(names[number] for number in (1, 3, 4, 6))
    assert not any(reserved in ours for reserved in ("Source", "LXGW", "霞鹜", "Noto"))


@pytest.mark.parametrize("face", Face)
def test_a_face_comes_with_its_licence(face: Face) -> None:
    licence = paths.resources() / "fonts" / f"{face.value.partition('-')[0]}-OFL.txt"
    text = licence.read_text("utf-8")
    assert "Copyright" in text
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


@pytest.mark.parametrize("face", Face)
def test_a_face_covers_the_general_standard_characters(
    face: Face, general_standard_characters: str
) -> None:
    assert len(general_standard_characters) == 8105
    assert bundled_face(face).characters.issuperset(general_standard_characters)


@pytest.mark.parametrize("face", Face)
def test_a_face_covers_gb_2312(face: Face) -> None:
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    hanzi = "".join(code.decode("gb2312", errors="ignore") for code in rows)
    assert len(hanzi) == 6763
    assert bundled_face(face).characters.issuperset(hanzi)


@pytest.mark.parametrize("face", Face)
def test_a_face_has_the_marks_that_handouts_use(face: Face) -> None:
    marks = "，。、；：？！“”‘’（）《》〈〉【】〔〕—…·～％℃□○●★①②③⑩§№￥×÷≥≤→"
    assert set(marks) <= bundled_face(face).characters


def test_ink_is_measured_from_the_outline() -> None:
    left, right = bundled_face(Face.SERIF).ink("，")
    assert 0 < left < right < 0.5
    assert bundled_face(Face.SERIF).ink(" ") == (0, 0)


def test_text_that_a_face_covers_stays_one_span() -> None:
    maker = SpanMaker()
    assert [span.text for span in maker.spans([Run("学习2025，\n“好”")], SONG)] == [
        "学习2025，\n“好”"
    ]
    assert maker.substitutions == ()


def test_bold_runs_use_the_bold_face() -> None:
    (span,) = SpanMaker().spans([Run("学习", bold=True)], SONG)
    assert span.look.face is bundled_face(Face.SERIF_BOLD)


def test_a_character_that_no_face_has_stays_in_the_text_and_is_told() -> None:
    maker = SpanMaker()
    spans = maker.spans([Run("缺\U00020000字")], SONG)
    assert "".join(span.text for span in spans) == "缺\U00020000字"
    assert maker.substitutions == (Substitution("\U00020000", Face.SERIF, None),)


def test_a_character_that_no_face_has_is_as_wide_as_its_box() -> None:
    face = bundled_face(Face.SERIF)
    assert face.advance("\U00020000") == face.advance(MISSING_BOX)
    assert face.ink("\U00020000") == face.ink(MISSING_BOX)


def test_a_character_that_one_face_lacks_is_lent_by_another() -> None:
    wanted, other = bundled_face(Face.KAI), bundled_face(Face.SERIF)
    lent = min(other.characters - wanted.characters)
    maker = SpanMaker()
    spans = maker.spans([Run(f"楷{lent}体")], Typeface("楷体", Face.KAI, Face.KAI))
    assert [span.look.face for span in spans] == [wanted, other, wanted]
    assert maker.substitutions == (Substitution(lent, Face.KAI, Face.SERIF),)


@pytest.mark.parametrize(("index", "rises"), [("⁵", True), ("⁻", True), ("₂", False), ("ₓ", False)])
def test_an_index_that_a_face_lacks_is_drawn_small_from_its_own_digits(
    index: str, rises: bool
) -> None:
    song, maker = bundled_face(Face.SERIF), SpanMaker()
    before, small, after = maker.spans([Run(f"H{index}好")], SONG)
    assert isinstance(small.look.face, RaisedFace)
    assert {before.look.face, small.look.face.base, after.look.face} == {song}
    assert (small.look.face.rise > 0) is rises
    assert maker.substitutions == ()
    assert missing_characters(index) == ""


def test_what_no_face_has_is_missing_once_and_in_order() -> None:
    assert missing_characters("龘学\U00020000习\n龘\u200b\ufe0f") == "龘\U00020000"
    assert missing_characters("工会，“好”①é") == ""


def test_what_leaves_no_ink_is_not_missed() -> None:
    assert "".join(printable("a\u200bb\ufeffc\ufe0fd\te\u2003f\x00")) == "abcd e f"


def test_half_a_character_is_shown_as_none() -> None:
    assert "".join(printable("一\ud800二")) == "一\ufffd二"


def test_the_way_back_to_text_leads_row_by_row() -> None:
    assert "<5B00> <5BFF> <5B00>" in to_unicode_map([ord("学")])


def test_the_way_back_to_text_holds_beyond_the_first_plane() -> None:
    written = to_unicode_map([0x2C6CE, 0x2C6CF])
    assert written.count("<C600> <C6FF> <D871DE00>") == 1


def test_the_way_back_to_text_is_written_in_blocks_of_a_hundred() -> None:
    written = to_unicode_map(range(0, 0xD800, 0xD8))
    blocks = [line for line in written.splitlines() if line.endswith("beginbfrange")]
    assert [line.split()[0] for line in blocks] == ["100", "100", "16"]


def test_all_faces_together_keep_their_codes_in_every_document() -> None:
    assert (code("学"), plane("学")) == ("5B66", 0)
    assert (code("\U0002c6ce"), plane("\U0002c6ce")) == ("C6CE", 2)

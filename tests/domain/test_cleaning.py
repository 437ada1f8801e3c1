"""Whether a block says what its source does."""

from dataclasses import replace

import pytest

from studydesk.domain.article import Article, Block, BlockKind, Correction, Span
from studydesk.domain.cleaning import clean, faithful_body, is_faithful

RAW = "工 匠 精 神 是\n时代精神。别的。"
BLOCK = Block(BlockKind.PARAGRAPH, "工匠精神是时代精神。", (Span(0, 15),))
FIX = Correction(Span(2, 3), "匠", "人", 1)
CORRECTED = replace(BLOCK, text="工人精神是时代精神。", corrections=(FIX,))


def test_white_space_may_differ_and_nothing_else() -> None:
    assert is_faithful(RAW, BLOCK)
    assert is_faithful(RAW, replace(BLOCK, text="工匠 精神是时代精神。"))
    assert not is_faithful(RAW, replace(BLOCK, text="工匠精神是时代精神"))


def test_what_the_user_put_right_is_taken_back_first() -> None:
    assert is_faithful(RAW, CORRECTED)
    assert not is_faithful(RAW, replace(CORRECTED, corrections=()))


@pytest.mark.parametrize(
    "lie",
    [
        replace(FIX, original="师"),
        replace(FIX, span=Span(4, 5)),
        replace(FIX, span=Span(15, 17)),
        replace(FIX, start=-9),
        Correction(Span(1, 2), "", "人", 1),
    ],
)
def test_a_correction_of_what_is_not_printed_is_none(lie: Correction) -> None:
    assert not is_faithful(RAW, replace(CORRECTED, corrections=(lie,)))


def test_the_user_may_supply_a_title_and_no_paragraph() -> None:
    assert is_faithful(RAW, Block(BlockKind.TITLE, "题", ()))
    assert not is_faithful(RAW, Block(BlockKind.PARAGRAPH, "话。", ()))


def test_an_unfaithful_block_reads_as_its_source_does() -> None:
    forged = replace(BLOCK, text="工匠精神过时了。")
    invented = Block(BlockKind.PARAGRAPH, "话。", ())
    assert faithful_body(RAW, Article("a", "s", (forged, CORRECTED, invented))) == (
        "工匠精神是时代精神。\n工人精神是时代精神。\n"
    )


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("本报讯 近日，区总工会\n为职工体检。", "本报讯 近日，区总工会为职工体检。"),
        ("　　本报讯　近日，体检。", "本报讯 近日，体检。"),
        ("新华社北京5月3日电 近日，体检。", "新华社北京5月3日电 近日，体检。"),
        ("江城讯（记者 罗敏）五月的江城。", "江城讯（记者 罗敏）五月的江城。"),
        ("职工称便。（通讯员 王　敏 李伟）", "职工称便。（通讯员 王敏 李伟）"),
        ("工 匠 精 神 是 时代精神。", "工匠精神是时代精神。"),
        ("类型\t人数\t占比", "类型 人数 占比"),
    ],
)
def test_a_space_behind_a_dateline_and_before_a_reporter_stays(printed: str, text: str) -> None:
    assert clean(printed, [Span(0, len(printed))], BlockKind.PARAGRAPH) == text


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("本版编辑：祝 遥 见习编辑：孔笙", "本版编辑：祝遥 见习编辑：孔笙"),
        ("责编：祝遥\n校对：孔笙", "责编：祝遥 校对：孔笙"),
        ("（本报记者 王 敏 摄）", "（本报记者 王敏 摄）"),
        ("绘图：王 敏", "绘图：王敏"),
    ],
)
def test_a_space_before_each_who_did_something_else_stays(printed: str, text: str) -> None:
    assert clean(printed, [Span(0, len(printed))], BlockKind.CREDIT) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("这是 of the\nworld 的事。", "这是of the world的事。"),
        ("United\nNations", "United Nations"),
        ("in peace,\nthey", "in peace, they"),
        ("inter-\nnational", "inter-national"),
        ("GDP\nAI", "GDPAI"),
        ("中国\nof", "中国of"),
    ],
)
def test_two_latin_words_over_the_end_of_a_line_stay_two(raw: str, text: str) -> None:
    assert clean(raw, (Span(0, len(raw)),), BlockKind.PARAGRAPH) == text

"""Round-ups in which each speaker is named, with a post, above what he says."""

import pytest
from tests.sources.recovery.test_recovery_rules import page

from studydesk.domain.article import BlockKind

EDITORS = "日前，江城市总工会请来几位同志座谈技能培训，现将发言摘登如下。"
SPEECHES = (
    "培训要跟着岗位走。工人白天上班，课就放在晚上；工人在哪条线上，老师就到哪条线上去。",
    "培训的钱要花在刀刃上。去年我们算过一笔账，一半的课没有人听，另一半的课坐不下。",
    "培训完了还要有人用。学了新手艺的人回到班组，先从带一个徒弟做起，手艺才能传下去。",
)


@pytest.mark.parametrize(
    "names",
    [
        ("王敏（江城大学教授）", "李伟（江城机械厂工会主席）", "张强（江城技师学院院长）"),
        ("江城大学教授 王敏", "江城机械厂工会主席 李伟", "江城技师学院院长 张强"),
        ("王敏（江城大学教授）", "祝融川（江城机械厂工会主席）", "张强（江城技师学院院长）"),
    ],
)
def test_who_is_named_over_each_speech_speaks_and_signs_no_article(names: tuple[str, ...]) -> None:
    speeches = [line for pair in zip(names, SPEECHES, strict=True) for line in pair]
    (article,) = page("让技能培训热起来", EDITORS, *speeches).articles
    assert article.title == "让技能培训热起来"
    assert article.authors == ()
    spoken = [block.text for block in article.blocks if block.kind is BlockKind.SPEAKER]
    assert ["".join(text.split()) for text in spoken] == ["".join(name.split()) for name in names]


def test_two_articles_that_are_signed_over_their_texts_stay_two() -> None:
    found = page(
        *("让技能培训热起来", "王敏（江城大学教授）", *SPEECHES[:2]),
        *("把好手艺传下去", "李伟（江城机械厂工会主席）", *SPEECHES[1:]),
    )
    assert [article.authors for article in found.articles] == [("王敏",), ("李伟",)]


def test_one_name_over_text_signs_what_stands_below() -> None:
    found = page("让技能培训热起来", "张强", SPEECHES[0], "王敏（江城大学教授）", SPEECHES[1])
    assert [article.authors for article in found.articles] == [("张强",), ("王敏",)]


def test_lines_that_break_off_are_a_stub_and_no_part_of_the_head_below() -> None:
    found = page(
        "互助保障又升级了... 扩大保障范围... 简化申领手续...", "把好手艺传下去", "王敏", *SPEECHES
    )
    assert [article.title for article in found.articles] == [
        "互助保障又升级了...",
        "把好手艺传下去",
    ]
    assert found.articles[1].authors == ("王敏",)

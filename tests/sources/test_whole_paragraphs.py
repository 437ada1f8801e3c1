"""Nothing is taken out of a sentence for the words it has, and no sentence is called a note."""

import pytest
from tests.sources.test_recovery_rules import BODY, MORE, PROSE, only, page

from studydesk.domain.article import BlockKind

ALBUM = """工友的相册
□本报记者 王小明
　　车间的荣誉墙上挂着三十多张照片，每
一张都有一段故事。最早的一张老照片上，
老班长站在第一台机床旁边，身后那些老
照片由他的徒弟们三十年来一张一张拍摄
整理，记录了这个班组从手工到数控的路。
职工们说，看到照片就想起当年一起奋战
的日子，心里暖和，干活也更有劲头了。
"""


def test_a_row_about_pictures_stays_in_its_sentence() -> None:
    article = only(page(ALBUM))
    assert "那些老照片由他的徒弟们三十年来一张一张拍摄整理，" in article.body


def test_a_sentence_about_the_pictures_of_a_page_is_a_credit_where_it_stands_alone() -> None:
    article = only(page("题目在此", "王敏", BODY, "本版图片均由厂工会宣传部提供", BODY))
    assert article.texts(BlockKind.CREDIT) == ("本版图片均由厂工会宣传部提供",)


@pytest.mark.parametrize("opening", ["编者按照惯例", "编者按时间先后", "编者按来稿的次序"])
def test_an_editor_who_does_something_by_some_rule_writes_no_note(opening: str) -> None:
    text = opening + "请他写下三点体会，第一点是勤学，第二点是苦练，第三点是多问。"
    assert only(page("题目在此", "王敏", BODY, text)).texts(BlockKind.PARAGRAPH) == (BODY, text)


def test_an_editors_note_is_one_with_a_space_behind_its_label() -> None:
    article = only(page("题目在此", "王敏", f"编者按　{BODY}", BODY))
    assert len(article.texts(BlockKind.NOTE)) == 1


@pytest.mark.parametrize(
    "line", ["责编 赵强", "责编　赵　强", "责编赵强", "本版责编 赵强", "编辑 赵强"]
)
@pytest.mark.parametrize("above", [True, False])
def test_an_editor_is_no_author(line: str, above: bool) -> None:
    rows = ("题目在此", line, BODY, BODY) if above else ("题目在此", "王敏", BODY, BODY, line)
    article = only(page(*rows))
    assert article.authors == (() if above else ("王敏",))
    assert article.body == f"{BODY}\n{BODY}"


@pytest.mark.parametrize(
    "sentence",
    [
        "职工可以拨打维权热线：12351，也可以到服务站当面谈一谈。",
        "他在班组里的电话：010-12345678一直有人接听，从不误事。",
        "他读过《平凡的世界》（作者为路遥），还写下了三万字的读书笔记。",
        "技能比武已经办了十届。（据统计，去年有三百多名职工参加）大家越比越有劲头。",
    ],
)
@pytest.mark.parametrize("width", range(12, 30))
def test_no_row_of_a_paragraph_is_taken_for_the_imprint(sentence: str, width: int) -> None:
    text = PROSE + sentence + BODY + MORE
    rows = [text[at : at + width] for at in range(0, len(text), width)]
    article = only(page("\n".join(["题目在此", "王敏", *rows])))
    assert article.body.replace("\n", "") == text

"""Nothing is taken out of a sentence for the words it has, and no sentence is called a note."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.recovery.test_recovery_rules import BODY, MORE, PROSE, only, page

from studydesk.domain.article import BlockKind, Source
from studydesk.sources.recovery.recover import recover

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

SENTENCES = [
    "车间的荣誉墙上挂着三十多张照片，每一张都有一段故事。",
    "最早的一张老照片由他的徒弟们三十年来一张一张拍摄整理，如今送进了工会的陈列室。",
    "他请责编赵强帮忙校对稿件，并把责编提出的意见一条条写在本子上。",
    "来稿很多，编者按照时间顺序排好，再送给主持人。",
    "这篇本报讯稿写得短而实，登在头版最显眼的位置。",
    "报纸的第二版和第七版都刊登了他的来稿。",
    "图书室里的插图由青年职工手工绘制，图中的人物都是身边的劳模。",
    "写导语要开门见山，一句话说清楚是谁、在哪里、做了什么。",
    "点开网页上的链接，可以看到本版图片均由职工提供的说明。",
    "他说，摄影要等光，摄像要稳手，图表由统计员制作才算准。",
    "参加比武的有王敏、李伟、张建国、赵强、孙丽华等二十位同志。",
    "大家拨打维权热线，电话一直有人接听，邮箱里的来信也当天就回。",
]


def wrapped(text: str, width: int, *, indented: bool) -> list[str]:
    """The rows of a paragraph; stops hang at the end of a row rather than begin one."""
    rest, rows = "\u3000\u3000" * indented + text, []
    while rest:
        end = width
        while rest[end : end + 1] in tuple("，。、"):
            end += 1
        rows.append(rest[:end])
        rest = rest[end:]
    return rows


def test_a_row_about_pictures_stays_in_its_sentence() -> None:
    article = only(page(ALBUM))
    assert "那些老照片由他的徒弟们三十年来一张一张拍摄整理，" in article.body


def test_a_first_row_that_typed_spaces_set_in_is_no_heading() -> None:
    assert len(only(page(ALBUM)).texts(BlockKind.PARAGRAPH)) == 1
    assert not only(page(ALBUM)).texts(BlockKind.HEADING)


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


@given(st.permutations(SENTENCES), st.integers(12, 34), st.booleans())
def test_of_wrapped_paragraphs_nothing_is_taken_out_whatever_they_tell_of(
    order: list[str], width: int, indented: bool
) -> None:
    texts = "".join(order[:6]), "".join(order[6:])
    rows = [row for text in texts for row in wrapped(text, width, indented=indented)]
    found = recover(Source("page", "\n".join(["题目在此", "王敏", *rows])))
    assert not found.furniture
    assert only(found).body.replace("\n", "") == "".join(texts)


def test_short_paragraphs_are_whole_where_all_columns_of_the_page_are_as_wide() -> None:
    lines = [
        *("让老把式成为新师傅", "蓝天野"),
        *("在一些老工业基地，技术好的老师傅陆续", "退休，他们的绝活往往随人而去。如何把"),
        *("这些看不见的本领留下来，是很多企业正", "在思考的课题。"),
        *("经验之所以难传，是因为说不清。说不清", "的背后，是没有人去量、去记、去比。集"),
        *("团把老师傅的手感换算成压力、角度和时", "间，一招一式都有了尺度。"),
        *("（作者单位：临泽机械集团）", "食堂里的“小账本”", "花海棠"),
        *("食堂的账，看起来是小账，其实是人心账。", "菜价涨了几毛，肉片薄了几分，职工嘴上"),
        *("不说，心里都记着。", "（作者单位：临泽机械集团后勤处）"),
    ]
    found = page(*lines)
    assert found.articles[-1].body == "".join(lines[-4:-1])

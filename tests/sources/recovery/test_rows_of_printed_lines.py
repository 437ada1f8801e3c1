"""Where every printed line is a line: who wrote it at the end, pictures, quotations and titles
that stand between the rows of a paragraph.
"""

from itertools import pairwise

import pytest
from tests.sources.recovery.day_at_work import (
    EVENING,
    MORNING,
    only_article,
    recovered,
    text_of,
)

WIDTH = 18
SAID = (
    "设备的每一次异响都有来历，老班长听得出是哪个轴承缺了油，新来的徒弟却只听见一片轰鸣。"
    "要把这样的耳朵传下去，光靠一本手册是不够的，得让徒弟跟着走完四季，把冷热干湿都听一遍。"
)
THEN = (
    "厂里为此改了排班，让师徒两个人总在同一个班上，遇到难题当场拆开来看，看完再一起装回去。"
    "半年下来，徒弟能在交接本上写出三种声音的区别，写得比说明书还要清楚，老班长看了直点头。"
)
LATER = (
    "去年入冬，水泵房半夜停了一回，值班的徒弟没有等师傅，自己趴在地上听了十分钟，找到了毛病。"
    "第二天早会上他把经过讲了一遍，大家给他鼓了掌，师傅坐在后排没有说话，眼圈却悄悄地红了。"
)
WRITER = "作者简介：王敏，江城大学教授，江城市劳动关系学会副会长，主要研究方向为技能形成。"


def rows(text: str, first: int = WIDTH - 2) -> list[str]:
    """A paragraph as rows, the first set in by its width."""
    cuts = [0, *range(first, len(text), WIDTH), len(text)]
    return [text[a:b] for a, b in pairwise(cuts)]


def page(*inside: str, behind: tuple[str, ...] = ()) -> list[str]:
    """An article whose last paragraph has something between two full rows."""
    cut = rows(LATER)
    head = ("把耳朵也传给徒弟", "王敏", *rows(SAID), *rows(THEN))
    return [*head, *cut[:2], *inside, *cut[2:], *behind]


@pytest.mark.parametrize(
    "who",
    [tuple(rows(WRITER, WIDTH)), ("作者简介：王敏，江城大学教授",), (f"【作者简介】{WRITER[5:]}",)],
)
def test_who_the_author_is_ends_an_article_on_as_many_rows_as_it_takes(
    who: tuple[str, ...],
) -> None:
    first, second = recovered(*page(behind=who), "夜校开到车间里", "李伟", MORNING).articles

    assert first.affiliation.endswith("".join(who)[6:])
    assert second.title == "夜校开到车间里"


def test_who_the_author_is_may_be_glued_to_the_last_sentence() -> None:
    article = only_article("把耳朵也传给徒弟", "王敏", SAID, THEN + WRITER)

    assert article.affiliation == WRITER
    assert text_of(article) == [SAID, THEN]


def test_what_a_picture_shows_and_who_took_it_are_no_row_of_a_sentence() -> None:
    article = only_article(*page("图为师徒二人在检修水泵。", "李伟 摄"))

    assert text_of(article) == [SAID, THEN, LATER]


def test_who_made_the_page_is_no_row_of_a_sentence() -> None:
    article = only_article(*page("本版编辑：李伟 见习编辑：赵强"))

    assert text_of(article) == [SAID, THEN, LATER]


def test_a_quotation_set_narrower_between_paragraphs_is_no_part_of_the_text() -> None:
    quote = ("把耳朵传给徒弟，得", "让他跟着师傅走完四", "季，把冷热干湿都听", "一遍。")
    head = ("把耳朵也传给徒弟", "王敏", *rows(SAID), *rows(THEN))
    article = only_article(*head, *quote, "排班里的学问", *rows(LATER))

    assert "".join(quote) not in "".join(text_of(article))
    assert "排班里的学问" in text_of(article)


@pytest.mark.parametrize("title", ["“工间操”回归值得点赞", "夜校开到车间门口"])
def test_a_title_between_two_full_rows_is_that_of_the_article_that_lacks_one(title: str) -> None:
    lone = "车间门口的夜校开了课，工间操也回归了，值得点赞的是职工在夜校里自己讲课。"
    found = recovered(
        *page(title, behind=("（作者单位：江城大学）",)), "● 纵横谈", "李伟", *rows(lone)
    )
    first, second = found.articles

    assert (first.title, second.title) == ("把耳朵也传给徒弟", title)
    assert text_of(first) == [SAID, THEN, LATER]


def test_behind_the_last_who_speaks_in_a_round_up_nothing_goes_on() -> None:
    spoken = [(SAID, "——江城大学教授 赵强"), (THEN, "——江城机械厂技师 周杰")]
    round_up = ("● 专家声音", "怎样把手艺传下去", *(line for pair in spoken for line in pair))
    found = recovered(*round_up, "● 产业观察", *page("新来的徒弟会听音"), "（作者单位：江城大学）")

    assert [block.text for block in found.articles[0].body_blocks][-1] == spoken[-1][1]


@pytest.mark.parametrize("opening", ["同时也要看到，", "应当看到，", "下一步，"])
def test_a_row_that_opens_as_sentences_do_is_no_heading(opening: str) -> None:
    row, rest = f"{opening}手艺的高低最", "终取决于每一个人的用心，" + LATER
    article = only_article("把耳朵也传给徒弟", "", "王敏", "", SAID, "", THEN, "", row, "", rest)

    assert text_of(article) == [SAID, THEN, row + rest]


def test_a_paragraph_between_a_caption_and_a_credit_stays_text() -> None:
    article = only_article(*page("图为夜校学员正在上课", EVENING, "李伟 摄"))
    assert EVENING in article.body


@pytest.mark.parametrize(
    "told", ["作者介绍：这本书写了三年，走访了四十个车间。", "作者简介：书里只有一行，印在封底。"]
)
def test_a_sentence_that_names_nobody_is_no_biography(told: str) -> None:
    assert told in only_article(*page(told)).body

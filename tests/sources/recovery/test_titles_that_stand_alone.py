"""Titles and quotations that came to stand where their article does not need them."""

import pytest

from studydesk.domain.article import BlockKind, Source
from studydesk.sources.recovery.recover import recover

TEXT = (
    "滩上的管线改造工地热火朝天，移动支部的党旗迎风招展。\n"
    "荒滩上的移动支部\n"
    "工地离最近的镇子很远，移动支部把组织生活办到了荒滩的帐篷里。\n"
    "工友们说，有了移动支部，荒滩上的日子不再冷清。\n"
)
NEXT = "职工评论\n会议短一点现场多一点\n康庄\n会议是布置工作的手段，现场才是解决问题的地方。\n"


def test_the_only_heading_of_an_article_without_a_title_is_its_title() -> None:
    articles = recover(Source("page", f"本报通讯员 汤晓宁\n{TEXT}{NEXT}")).articles
    assert articles[0].title == "荒滩上的移动支部"
    assert not articles[0].texts(BlockKind("heading"))


@pytest.mark.parametrize(
    "lines",
    [("荒滩上为什么要有移动支部？",), ("荒滩上的", "移动支部"), ("荒滩这么远", "谁来建支部？")],
)
def test_the_only_heading_may_ask_and_stand_on_two_lines(lines: tuple[str, ...]) -> None:
    text = TEXT.replace("荒滩上的移动支部\n", "\n".join(lines) + "\n")
    article = recover(Source("page", f"本报通讯员 汤晓宁\n{text}{NEXT}")).articles[0]

    assert "".join((article.title or "").split()) == "".join(lines)
    assert not article.texts(BlockKind.HEADING)


ROWS = (
    "\u3000\u3000调查研究的价值在于把情况摸清，更在\n"
    "于把问题解决。只顾往前赶而不肯回头看一\n"
    "看，调研就会变成走过场，回头看，看的是\n"
)
BELOW = (
    "群众满意不满意。看似多跑了一趟路，其实\n"
    "是给决策加了一道保险。\n"
    "\u3000\u3000回头看也是检验作风的一把尺子，敢不\n"
    "敢回到提出问题的人面前，最能看出一个干\n"
    "部有没有担当，有的县建立了销号的制度，\n"
    "半年一回访。\n"
    "\u3000\u3000当然，回头看不是简单地重走一遍老路\n"
    "，更不是给基层再添一轮迎来送往。\n"
)


def test_a_quotation_set_into_an_open_sentence_is_no_row_of_it() -> None:
    inset = "村落的生命力不在墙上的\n标语，而在灶台的烟火。\n留住人，才能留住村落的\n魂。\n"
    page = f"调研要回头看\n方进\n{ROWS}{inset}{BELOW}"
    article = recover(Source("page", page)).articles[0]
    paragraphs = ["".join(text.split()) for text in article.texts(BlockKind("paragraph"))]
    assert any("看的是群众满意不满意" in text for text in paragraphs)
    assert not article.texts(BlockKind("heading"))


HOLDER = (
    "让算法取中成为平台用工的硬约束\n厉思雨\n"
    "不久前，多家外卖平台宣布逐步取消超时扣款，改以正向激励的方式引导骑手提升服务质量，引发舆论热议。\n"
    "算法是否取中，不能由平台自说自话。可由行业主管部门会同行业协会，组织劳动\n{}"
    "者代表、技术专家开展路测，测算合理的配送时长区间，作为平台设定时限的参照。\n（作者为海东大学副教授）\n"
)
UNTITLED = (
    "鄢东平\n近年来，各地在推进小三级工会建设方面作了积极探索，有的以商圈为单元建立联合工会，取得了初步成效。\n"
    "推动小三级工会由建起来向转起来、活起来迈进，要统筹划分工会网格，做到服务不断档。\n（作者单位：华中学院）\n"
)


def test_a_second_head_in_a_sentence_goes_to_the_article_without_one_with_its_kicker() -> None:
    kicker, title = "加强新就业形态劳动者权益保障", "以小三级工会建设织密服务群体的组织网络"
    page = UNTITLED + HOLDER.format(f"{kicker}\n{title}\n")
    first, second = recover(Source("page", page)).articles
    assert (first.texts(BlockKind.KICKER), first.title) == ((kicker,), title)
    assert second.title == "让算法取中成为平台用工的硬约束"


def test_a_head_on_one_line_leaves_the_kicker_over_it_where_both_are_at_home() -> None:
    page = "学习贯彻全会精神\n" + HOLDER.format("") + UNTITLED
    first, second = recover(Source("page", page)).articles
    assert first.texts(BlockKind.KICKER) == ("学习贯彻全会精神",)
    assert not second.title

from dataclasses import replace
from datetime import date

import pytest

from studydesk.domain.passage import Citation, Emphasis, EmphasisMark, Insertion, Passage
from studydesk.handout.citation import prose, reference, source_line

DAY = date(2025, 11, 3)


def test_a_complete_source_in_prose(citation: Citation) -> None:
    assert prose(citation) == "苏文帅《让技能跟上设备》，《工人日报》2025年11月3日第7版"


def test_a_complete_source_by_the_standard(citation: Citation) -> None:
    assert reference(citation) == "苏文帅. 让技能跟上设备[N]. 工人日报, 2025-11-03(7)."


@pytest.mark.parametrize(
    ("citation", "printed"),
    [
        (Citation(), ""),
        (Citation(title="甲"), "《甲》"),
        (Citation(authors=("甲", "乙")), "甲、乙的文章"),
        (Citation(newspaper="工人日报"), "《工人日报》"),
        (Citation(title="甲", published=DAY), "《甲》，2025年11月3日"),
        (Citation(title="甲", page="要闻版"), "《甲》，要闻版"),
        (Citation(newspaper="《工人日报》", page="第四版"), "《工人日报》第四版"),
        (Citation(title="《中国工人》发刊词"), "《〈中国工人〉发刊词》"),
        (Citation("题", ("甲", "乙", "丙", "丁")), "甲、乙、丙等《题》"),
        (Citation(title=" ", authors=(" ",), newspaper=" ", page=" "), ""),
    ],
)
def test_only_what_is_known_is_printed_in_prose(citation: Citation, printed: str) -> None:
    assert prose(citation) == printed


@pytest.mark.parametrize(
    ("citation", "printed"),
    [
        (Citation(), ""),
        (Citation(title="甲"), "甲."),
        (Citation(authors=("甲", "乙"), published=DAY), ""),
        (Citation("题", ("甲", "乙", "丙", "丁")), "甲, 乙, 丙, 等. 题."),
        (Citation(newspaper="工人日报", published=DAY), "工人日报, 2025-11-03."),
        (Citation(title="甲", newspaper="工人日报", page="第7版"), "甲[N]. 工人日报(7)."),
        (Citation("怎么办？", ("甲",)), "甲. 怎么办？"),
        (Citation("怎么办？", ("甲",), published=DAY), "甲. 怎么办？ 2025-11-03."),
        (Citation("怎么办？", ("甲",), "工人日报"), "甲. 怎么办？[N]. 工人日报."),
        (Citation("学起来！"), "学起来！"),
        (Citation("夜班之后……"), "夜班之后……"),
        (Citation("学起来。", newspaper="工人日报"), "学起来[N]. 工人日报."),
        (Citation("学起来。"), "学起来."),
        (Citation("题", ("Smith J.",)), "Smith J. 题."),
    ],
)
def test_only_what_is_known_is_printed_by_the_standard(citation: Citation, printed: str) -> None:
    assert reference(citation) == printed


def test_the_source_line_stands_in_brackets(passage: Passage) -> None:
    assert source_line(passage).startswith("（摘自苏文帅《")
    assert source_line(passage).endswith("第7版）")


def test_the_editors_marks_are_owned_up_to_once(passage: Passage) -> None:
    marked = (
        passage.with_operation(Emphasis(0, 2))
        .with_operation(Emphasis(3, 4))
        .with_operation(Emphasis(5, 6, EmphasisMark.BOLD))
        .with_operation(Insertion(8, "注"))
    )
    assert source_line(marked).endswith("；着重号、加粗、〔〕内文字为编者所加）")


def test_marks_are_owned_up_to_without_a_source(passage: Passage) -> None:
    unknown = replace(passage, citation=Citation())
    assert source_line(unknown) == ""
    assert source_line(unknown.with_operation(Emphasis(0, 2))) == "（着重号为编者所加）"


def test_a_code_ends_the_source_line_where_one_is_wanted(citation: Citation) -> None:
    passage = Passage("a-1", 0, 2, "原文", citation=citation)
    assert source_line(passage, "7F3K2Q").endswith("第7版；编号7F3K2Q）")
    assert source_line(Passage("a-1", 0, 2, "原文"), "7F3K2Q") == "（编号7F3K2Q）"

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.article import SourceKind
from studydesk.domain.passage import (
    Citation,
    Emphasis,
    EmphasisMark,
    Insertion,
    Omission,
    Passage,
)
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
        (Citation(newspaper="工人日报", page="第1版、第4版"), "《工人日报》第1、4版"),
        (Citation(newspaper="工人日报", page="5版"), "《工人日报》第5版"),
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
        (Citation(newspaper="工人日报", page="第1版、第4版"), "工人日报(1, 4)."),
        (Citation(newspaper="工人日报", page="第1—4版"), "工人日报(1—4)."),
        (Citation(newspaper="工人日报", page="5版"), "工人日报(5)."),
        (Citation(newspaper="工人日报", page="要闻版、4版"), "工人日报(要闻版, 4版)."),
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


def test_what_is_left_out_is_owned_up_to(passage: Passage) -> None:
    assert source_line(passage.with_operation(Omission(2, 4))).endswith("第7版，有删节）")


def test_marks_are_owned_up_to_without_a_source(passage: Passage) -> None:
    unknown = replace(passage, citation=Citation())
    assert source_line(unknown) == ""
    assert source_line(unknown.with_operation(Emphasis(0, 2))) == "（着重号为编者所加）"
    assert source_line(unknown.with_operation(Omission(0, 2))) == "（有删节）"


def test_a_code_ends_the_source_line_where_one_is_wanted(citation: Citation) -> None:
    passage = Passage("a-1", 0, 2, "原文", citation=citation)
    assert source_line(passage, "7F3K2Q").endswith("第7版；编号7F3K2Q）")
    assert source_line(Passage("a-1", 0, 2, "原文"), "7F3K2Q") == "（编号7F3K2Q）"


@pytest.mark.parametrize(
    ("citation", "listed", "told"),
    [
        (
            Citation(
                "某项意见",
                ("中共中央", "国务院"),
                published=date(2024, 10, 12),
                kind=SourceKind.DOCUMENT,
            ),
            "中共中央, 国务院. 某项意见[Z]. 2024-10-12.",
            "中共中央、国务院《某项意见》，2024年10月12日",
        ),
        (
            Citation("办法", ("某工会",), "某工〔2025〕3号", kind=SourceKind.DOCUMENT),
            "某工会. 办法: 某工〔2025〕3号[Z].",
            "某工会《办法》，某工〔2025〕3号",
        ),
        (
            Citation(
                "题名",
                ("王敏",),
                "新华网",
                date(2025, 11, 16),
                "https://www.example.cn/1.htm",
                SourceKind.ONLINE,
                date(2026, 1, 5),
            ),
            "王敏. 题名[EB/OL]. (2025-11-16)[2026-01-05]. https://www.example.cn/1.htm.",
            "王敏《题名》，新华网2025年11月16日",
        ),
        (
            Citation("书名", ("张三",), "北京：某出版社", date(2024, 1, 1), "7", SourceKind.BOOK),
            "张三. 书名[M]. 北京: 某出版社, 2024: 7.",
            "张三《书名》，北京：某出版社2024年版，第7页",
        ),
        (
            Citation(
                *("题名", ("何某", "王敏"), "《中国工运》", date(2025, 3, 1), "3：12-15"),
                kind=SourceKind.JOURNAL,
            ),
            "何某, 王敏. 题名[J]. 中国工运, 2025(3): 12-15.",
            "何某、王敏《题名》，《中国工运》2025年第3期，第12—15页",
        ),
        (
            Citation("题名", (), "中国工运", date(2025, 3, 1), "第3期", SourceKind.JOURNAL),
            "题名[J]. 中国工运, 2025(3).",
            "《题名》，《中国工运》2025年第3期",
        ),
        (Citation("书名", kind=SourceKind.BOOK), "书名[M].", "《书名》"),
    ],
    ids=["document", "numbered", "online", "book", "journal", "issue", "bare"],
)
def test_other_sources_than_newspapers_have_forms_of_their_own(
    citation: Citation, listed: str, told: str
) -> None:
    assert reference(citation) == listed
    assert prose(citation) == told


@pytest.mark.parametrize(
    ("page", "told", "listed"),
    [
        ("3", "2025年第3期", "2025(3)"),
        ("3/4", "2025年第3/4期", "2025(3/4)"),
        ("3：12-15", "2025年第3期，第12—15页", "2025(3): 12-15"),
        ("2025(3): 12-15", "2025年第3期，第12—15页", "2025(3): 12-15"),
        ("3-4：12-15", "2025年第3-4期，第12—15页", "2025(3-4): 12-15"),
        ("3（上）：12", "2025年第3（上）期，第12页", "2025(3（上）): 12"),
        ("3: 12", "2025年第3期，第12页", "2025(3): 12"),
        ("第3期", "2025年第3期", "2025(3)"),
        ("3期", "2025年第3期", "2025(3)"),
        ("第3-4期", "2025年第3-4期", "2025(3-4)"),
        ("第3期第12-15页", "2025年第3期，第12—15页", "2025(3): 12-15"),
        ("第 3 期 第 12 页", "2025年第3期，第12页", "2025(3): 12"),
        ("第3期，12—15", "2025年第3期，第12—15页", "2025(3): 12-15"),
        ("第3期，第12页、第15页", "2025年第3期，第12、15页", "2025(3): 12, 15"),
        ("第3期（总第200期）", "2025年第3期（总第200期）", "2025(3)"),
        ("第3期(总第200期)：12", "2025年第3期（总第200期），第12页", "2025(3): 12"),
        ("2025年第3期", "2025年第3期", "2025(3)"),
        ("2024年第12期，第5页", "2024年第12期，第5页", "2024(12): 5"),
        ("第3卷第2期", "2025年第3卷第2期", "2025, 3(2)"),
        ("45(3): 12-15", "2025年第45卷第3期，第12—15页", "2025, 45(3): 12-15"),
        ("第12—15页", "2025年，第12—15页", "2025: 12-15"),
        ("12-15页", "2025年，第12—15页", "2025: 12-15"),
        ("总第200期", "2025年，总第200期", "2025, 总第200期"),
        ("增刊1：5", "2025年，增刊1：5", "2025, 增刊1：5"),
        ("上半月刊第3期", "2025年，上半月刊第3期", "2025, 上半月刊第3期"),
        ("12-15", "2025年，12-15", "2025, 12-15"),
        ("第三期", "2025年，第三期", "2025, 第三期"),
    ],
)
def test_the_issue_and_pages_of_a_journal_are_taken_apart_where_they_fit(
    page: str, told: str, listed: str
) -> None:
    citation = Citation("题名", (), "中国工运", date(2025, 3, 1), page, SourceKind.JOURNAL)
    assert prose(citation) == f"《题名》，《中国工运》{told}"
    assert reference(citation) == f"题名[J]. 中国工运, {listed}."


def test_an_issue_needs_no_date_nor_name() -> None:
    citation = Citation("题名", page="2024年第3期", kind=SourceKind.JOURNAL)
    assert prose(citation) == "《题名》，2024年第3期"
    assert reference(citation) == "题名[J]. 2024(3)."


@given(st.text("第期卷页年总（）():：，,、- 　3至增", max_size=30))
def test_any_issue_is_printed_with_all_its_digits(page: str) -> None:
    told = prose(Citation(page=page, kind=SourceKind.JOURNAL))
    assert told.count("3") == page.count("3")
    assert "第第" not in told.removeprefix(" ".join(page.split()))

"""Whatever finds words in a text: none is cut out of it that a question cannot quote."""

import pytest

from studydesk.domain.article import Article
from studydesk.study.edges import whole
from studydesk.study.find import Find
from studydesk.study.sentences import sentences
from studydesk.study.structures import find_structures

from .conftest import passage, passages_of


def is_whole(text: str, structure: str = "outcome") -> bool:
    """Whether the words between the upright strokes of a text can be quoted."""
    before, words, behind = text.split("|")
    plain = before + words + behind
    start, (sentence, *_) = len(before), sentences(passage(plain))
    return whole(Find(structure, start, start + len(words), words, sentence), plain)


@pytest.mark.parametrize(
    "text",
    [
        "|填表的时间从9小时压缩到3小时|。",
        "第一，|班组自己先查|，再请师傅看。",
        "车间|把图纸挂到机台边上|。",
        "班长问：|“谁来带徒弟？”|。",
        "|虽然人手紧，但活不能糙|。",
        "|难题摆上桌面|。",
    ],
)
def test_a_clause_with_its_own_head_is_quoted(text: str) -> None:
    assert is_whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "一名班长每周填表9小时，|清理后压缩到3小时|。",
        "看不懂报表，|就难以|提意见。",
        "看不懂报表，|难以提出有分量的意见|。",
        "|规定连续三年评为四星|的，可以报名。",
        "|压实责任固然重要|，仅靠一家不够。",
        "|范律师建议|，先看清条款。",
        "及时发现|问题、及时调岗的|，一共八个人。",
        "|办比武，为的是什么|？",
        "|把“听一听写进了交接单|。",
        "他没来，|而徒弟都来了|。",
        "工序重排了，|下调的三道|，单子上写着。",
        "去年测了一回，|三项数据上升到八成|。",
        "人多了一成，|返工率却由四成降到一成|。",
        "单子和图纸，|把三者连起来的办法|有了。",
    ],
)
def test_what_lacks_its_other_half_is_not(text: str) -> None:
    assert not is_whole(text)


def test_a_row_is_not_led_up_to_by_a_bare_count() -> None:
    assert not is_whole("公司不服。|理由有三|：没有签字。", "row")
    assert is_whole("|夜校做了三处调整|：一是改时间。", "row")


def test_what_goes_by_a_name_is_quoted_from_the_middle_of_its_clause() -> None:
    assert is_whole("车间设了“|听一听|”制度。", "named")
    assert is_whole("凡|停机超过半小时|的，当班要写清楚。", "case")
    assert not is_whole("凡|规定停机半小时|的，当班要写清楚。", "case")


def test_no_finder_gets_past_it(seed_articles: tuple[Article, ...]) -> None:
    for each in passages_of(seed_articles):
        for find in find_structures(each.text, sentences(each)):
            assert whole(find, each.text)


def test_what_a_paper_says_of_its_own_pages_is_not_asked_about() -> None:
    said = "技能不是背出来的，而是练出来的。师傅带徒弟，先练三年手。职工都说好。"
    assert find_structures(said, sentences(passage(said)))
    for told in (f"编者按：{said}", f"{said}现将大家的发言摘要刊发如下。"):
        assert not find_structures(told, sentences(passage(told)))

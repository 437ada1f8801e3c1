"""Whose own a whole text is: a leader's is read, and nothing in it weighed or shortened."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from studydesk.domain.article import BlockKind
from studydesk.domain.packet import QuestionKind
from studydesk.domain.passage import Citation
from studydesk.study.authorship import by_a_leader
from studydesk.study.guards import weighed
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import Suggestion, lead_on, suggest

from .conftest import RULED, article, passage

WRITTEN = (
    "手艺不是教出来的，而是练出来的。夜校把课堂搬到机台旁，师傅当面教，徒弟当场练，谁也不用请假。\n"
    "要做三件事。一是师傅讲慢一点，二是徒弟问细一点，三是班组记全一点。职工都这样说。\n"
    f"{RULED}"
)
TITLE, SUBTITLE, KICKER = BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.KICKER
AUTHOR, AFFILIATION, COLUMN = BlockKind.AUTHOR, BlockKind.AFFILIATION, BlockKind.COLUMN
Over = Sequence[tuple[BlockKind, str]]


def asked(*over: tuple[BlockKind, str]) -> Sequence[Suggestion]:
    return suggest(passage(WRITTEN), article=article(WRITTEN, *over))


@pytest.mark.parametrize(
    "over",
    [
        *(
            [(AFFILIATION, f"（作者{told}）")]
            for told in (
                *("为青河市总工会主席", "系省总工会党组书记、副主席", "系青河市副市长"),
                *("为省生态环境厅厅长", "系市委宣传部部长", "系民盟市委主任委员"),
                *("分别为市总工会副主席、师范学院讲师", "为师范学院党委书记、教授"),
                *("为开发区管委会副主任", "为市人大常委会副主任", "为铸造公司工会主席"),
            )
        ),
        [(AUTHOR, "市总工会主席 何静川")],
        [(COLUMN, "主席论坛")],
        [(TITLE, "在职工夜校现场会上的讲话")],
        [(TITLE, "何静川在劳动模范表彰大会上的讲话（摘要）")],
        [(TITLE, "新年致辞")],
        [(TITLE, "把夜校办好"), (SUBTITLE, "——在工会代表大会上的报告")],
        [(KICKER, "市总工会主席何静川在现场会上的发言"), (TITLE, "把夜校办好")],
    ],
    ids=lambda over: over[-1][1],
)
def test_of_a_leaders_own_text_whole_sentences_are_retold_and_nothing_is_weighed(
    over: Over,
) -> None:
    whole = article(WRITTEN, *over)
    assert by_a_leader(passage(WRITTEN), whole)
    assert weighed(passage(WRITTEN), whole)
    parts = {part.text.rstrip("。") for part in sentences(passage(WRITTEN))}
    found = asked(*over)
    assert found
    assert {one.question.kind for one in found} == {QuestionKind.UNDERSTAND}
    assert {one.words for one in found} <= parts
    assert not lead_on(passage(WRITTEN), QuestionKind.CONNECT, (), whole)


@pytest.mark.parametrize(
    "over",
    [
        *(
            [(AFFILIATION, f"（作者{told}）")]
            for told in (
                *("为中国劳动关系学院副教授", "系工会学院院长、教授", "为中国工运研究所所长"),
                *("系劳动经济研究中心主任", "系社会法教研室主任", "系文艺家协会副主席"),
                *("为市总工会干部", "单位：青河市总工会", "系本报编辑部主任", "为律师"),
                *("为铸造公司焊工", "系省社会科学院研究员", "系市委党校讲师"),
            )
        ),
        [(AUTHOR, "本报记者 何静川")],
        [(TITLE, "一次没有讲话稿的班前会")],
        [(TITLE, "学习在工会代表大会上的讲话 提高本领")],
        [(TITLE, "一名老焊工在班组会上的发言")],
        [(TITLE, "在劳动模范表彰大会上的发言"), (AFFILIATION, "（作者为焊工）")],
    ],
    ids=lambda over: over[-1][1],
)
def test_a_scholars_or_a_workmates_own_text_is_asked_about_as_any(over: Over) -> None:
    assert [one.question.text for one in asked(*over)] == [one.question.text for one in asked()]


def test_a_passage_whose_article_is_gone_is_whose_its_citation_and_its_own_lines_say() -> None:
    own = passage(WRITTEN)
    assert not by_a_leader(own, None)
    assert by_a_leader(replace(own, citation=Citation("在现场会上的讲话")), None)
    assert by_a_leader(replace(own, citation=Citation(authors=("市长何静川",))), None)
    assert by_a_leader(passage(f"{WRITTEN}\n（作者为市总工会主席）"), None)

"""Two sides of one thing are asked for, both."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.study.balances import balances, formers
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

TOLD = "车间里老师傅和青年工人各占一半，说起手艺来各有各的长处，谁也离不开谁，大家都点头。"


def found(text: str) -> list[str]:
    return [find.words for find in balances(text, sentences(passage(text)))]


def test_a_balance_is_quoted_whole() -> None:
    words = "既要看干了多久，也要看会干什么"
    text = f"{words}，才公道。{TOLD}"
    assert found(text) == [words]
    assert any(words in one.question.text for one in suggest(passage(text)))


@pytest.mark.parametrize(
    "said", ["既然看干了多久，也要看会干什么。", "既要贯彻党的主张，也要看会干什么。"]
)
def test_what_only_looks_like_a_balance_is_none(said: str) -> None:
    assert found(f"{said}{TOLD}") == []


@pytest.mark.parametrize(("what", "near"), [("工序", True), ("企业的收入", False)])
def test_a_workshop_weighs_only_what_it_has_in_hand(what: str, near: bool) -> None:
    text = f"既要看{what}快不快，也要看活细不细。{TOLD}"
    found_ = suggest(passage(text), kinds=(QuestionKind.CONNECT,))
    assert any(one.structure == "balance" for one in found_) is near


@pytest.mark.parametrize(
    "said",
    [
        "这样做，既是民生课题，也是治理课题。",
        "评委里既有车间主任，也有班组长。",
        "既看成色好不好，也看账目清不清。",
    ],
)
def test_a_balance_of_which_the_text_tells_one_side_at_most_is_none(said: str) -> None:
    assert found(f"{TOLD}{said}") == []


def test_a_balance_is_one_where_the_text_tells_of_both_sides() -> None:
    said = "既有技能上的断层，也有心理上的落差"
    assert found(f"{said}。技能要靠补课，心理要靠陪伴。{TOLD}") == [said]


def test_whose_two_sides_they_are_is_quoted_with_them() -> None:
    words = "技能队伍既要有高峰，也要有高原"
    assert found(f"{words}。{TOLD}") == [words]


def test_former_and_latter_are_asked_for_where_both_are_named_before() -> None:
    named = "一种是不问手艺的平均发，一种是按手艺分档发，工友们为此争了一个晚上，各有各的一番道理。"
    said = "前者是和稀泥，后者是看本事"
    (find,) = formers("", sentences(passage(f"{named}{said}。")))
    assert find.words == said
    assert f"“{said}”，前者、后者各指什么？从文中找出来。" in [
        one.question.text for one in suggest(passage(f"{named}{said}。{TOLD}"))
    ]
    assert list(formers("", sentences(passage(f"{said}。{TOLD}")))) == []

"""Two things in one breath: a balance, a change, a way and its end, the shares of a whole."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.study.find import Find
from studydesk.study.pairs import balances, means, shares, shifts
from studydesk.study.sentences import Sentence, sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

TOLD = "车间里老师傅和青年工人各占一半，说起手艺来各有各的长处，谁也离不开谁，大家都点头。"
Finder = Callable[[str, Sequence[Sentence]], Iterator[Find]]


def found(finder: Finder, text: str) -> list[str]:
    return [find.words for find in finder(text, sentences(passage(text)))]


@pytest.mark.parametrize(
    ("finder", "said", "words"),
    [
        (balances, "既要看干了多久，也要看会干什么，才公道。", "既要看干了多久，也要看会干什么"),
        (shifts, "手艺从“代替仪器”转向“解释仪器”。", "手艺从“代替仪器”转向“解释仪器”"),
        (shifts, "书屋由藏书为主向用书为主转变。", "书屋由藏书为主向用书为主转变"),
        (means, "通过师徒结对，缩短了上岗的日子。", "通过师徒结对，缩短了上岗的日子"),
        (shares, "来的人里，其中司机占四成，装卸工占三成半。", "司机占四成"),
    ],
)
def test_a_pair_is_quoted_whole(finder: Finder, said: str, words: str) -> None:
    text = f"{said}{TOLD}"
    assert found(finder, text) == [words]
    inner = words.translate(str.maketrans("“”", "‘’"))
    assert any(inner in one.question.text for one in suggest(passage(text)))


@pytest.mark.parametrize(
    ("finder", "said"),
    [
        (balances, "既然看干了多久，也要看会干什么。"),
        (balances, "既要贯彻党的主张，也要看会干什么。"),
        (shifts, "每环从40分钟变为12分钟。"),
        (shifts, "他从这里走向那里。"),
        (means, "通过他的师徒结对，缩短了上岗的日子。"),
        (shares, "图纸占了半张桌子。"),
        (shares, "来的人里，其中装卸工占三成半。"),
    ],
)
def test_what_only_looks_like_a_pair_is_none(finder: Finder, said: str) -> None:
    assert found(finder, f"{said}{TOLD}") == []


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
    assert found(balances, f"{TOLD}{said}") == []


def test_a_balance_is_one_where_the_text_tells_of_both_sides() -> None:
    said = "既有技能上的断层，也有心理上的落差"
    assert found(balances, f"{said}。技能要靠补课，心理要靠陪伴。{TOLD}") == [said]


@pytest.mark.parametrize(
    "said",
    [f"{TOLD}书屋由藏书为主转向用书为主。", f"账算清了，节约就会从口号变成习惯。{TOLD}"],
)
def test_a_change_that_ends_a_paragraph_or_is_only_hoped_for_is_none(said: str) -> None:
    assert found(shifts, said) == []

"""What stands side by side without numbers."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.parallels import paragraphs
from studydesk.study.sentences import sentences

TOLD = "师傅每周来两个下午，专门替大家理单子，一张一张对过去，理了三年。"


def found(text: str) -> list[Find]:
    return list(paragraphs(text, sentences(Passage("a-1", 0, len(text), text))))


@pytest.mark.parametrize(
    "heads",
    [
        ("一张图谱摸清底数", "一所学院贯通培养", "一套标准打通评价"),
        ("治差不多，要靠制度", "治差不多，要靠较真", "治差不多，要靠盯劲"),
        ("通道要打开来", "企业要动起来", "数据要用起来"),
    ],
)
def test_paragraphs_that_begin_alike_are_asked_about_from_the_first_to_the_last(
    heads: tuple[str, ...],
) -> None:
    (one,) = found("\n".join(f"{head}。{TOLD}" for head in heads))
    assert (one.words, one.more["last"], one.more["count"]) == (heads[0], heads[-1], "三")


@pytest.mark.parametrize(
    "text",
    [
        f"一张图谱摸清底数。{TOLD}",
        f"一张图谱摸清底数。{TOLD}\n学院办起来了，不容易。{TOLD}",
        "一张图谱摸清底数。\n一所学院贯通培养。",
        f"首先，摸清底数。{TOLD}\n其次，贯通培养。{TOLD}",
        f"他摸清底数。{TOLD}\n他贯通培养。{TOLD}",
        f"钱立（铸造公司）：{TOLD}\n孙燕（服装公司）：{TOLD}",
        f"坚持党的领导。{TOLD}\n坚持党的建设。{TOLD}",
    ],
    ids=["one", "unlike", "nothing told", "steps", "of somebody", "speakers", "political"],
)
def test_what_is_unlike_or_not_unfolded_is_not_side_by_side(text: str) -> None:
    assert found(text) == []


def test_only_three_paragraphs_or_more_go_from_one_to_another() -> None:
    heads = ("通道要打开来", "企业要动起来", "数据要用起来")
    two, three = ("\n".join(f"{head}。{TOLD}" for head in heads[:count]) for count in (2, 3))
    (pair,), (row,) = found(two), found(three)
    assert ("pair" in pair.more, "row" in row.more) == (True, True)

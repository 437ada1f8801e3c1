"""What a text offers leads on by what it is, the best first."""

import pytest

from studydesk.study.find import Find
from studydesk.study.frames import frames
from studydesk.study.leads import leading, rank
from studydesk.study.sentences import Sentence

SENTENCE = Sentence(0, 4, "手艺好。", 1, 1)


def led(structure: str, words: str = "办好夜校") -> list[str]:
    return list(leading(Find(structure, 0, len(words), words, SENTENCE)))


@pytest.mark.parametrize(
    ("structure", "words", "deeds"),
    [
        ("list", "办好夜校", True),
        ("list", "推行一次入会", True),
        ("item", "变“单向传授”为“双向互学”", True),
        ("item", "以创造为主线", False),
        ("item", "组织链条长", False),
        ("list", "手艺好", False),
        ("named", "协商课堂", True),
        ("claim", "办好夜校", False),
    ],
)
def test_only_what_can_be_done_leads_to_a_deed_beside_it(
    structure: str, words: str, *, deeds: bool
) -> None:
    assert ("any-deeds" in led(structure, words)) is deeds


def test_one_measure_of_a_list_is_enough() -> None:
    several = {"keys": "算清产出账；手艺好"}
    find = Find("list", 0, 5, "算清产出账", SENTENCE, several)
    assert "any-deeds" in leading(find)


def test_what_a_leader_says_leads_to_nothing() -> None:
    assert led("leader") == []
    assert led("demand") == []


def test_the_best_comes_first() -> None:
    for structure in ("list", "named", "claim"):
        ranks = [rank(one) for one in led(structure)]
        assert ranks == sorted(ranks)
    assert rank(led("list")[0]) < rank(led("claim")[0])


def test_every_way_of_leading_on_has_a_wording() -> None:
    worded = {frame.structure for frame in frames()}
    structures = ("list", "row", "named", "provision", "item", "claim")
    assert {one for name in structures for one in led(name)} <= worded

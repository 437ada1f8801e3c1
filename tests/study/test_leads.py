"""What a text offers leads on by what it is, the best first."""

import pytest

from studydesk.study.find import Find
from studydesk.study.frames import frames
from studydesk.study.leads import leading, rank
from studydesk.study.sentences import Sentence

SENTENCE = Sentence(0, 4, "手艺好。", 1, 1)


def led(structure: str) -> list[str]:
    return list(leading(Find(structure, 0, 3, "手艺好", SENTENCE)))


@pytest.mark.parametrize(
    ("structure", "deeds"),
    [
        ("list", True),
        ("named", True),
        ("claim", False),
    ],
)
def test_only_what_tells_of_deeds_leads_to_one_beside_it(structure: str, *, deeds: bool) -> None:
    assert ("any-deeds" in led(structure)) is deeds


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

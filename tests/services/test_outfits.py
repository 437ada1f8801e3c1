"""What a packet is given goes to its place, and says of its passages what is sure."""

from dataclasses import replace

import pytest

from studydesk.domain.packet import Guide, Packet, PassageItem
from studydesk.domain.passage import Citation, Passage
from studydesk.services.outfits import Outfit, put_on
from studydesk.study.agenda import PLANS, Plan

HOUR = PLANS[1]


@pytest.fixture
def packet() -> Packet:
    """Three passages, each with its title."""
    text = "院子里有一棵树，树下有一口井。"
    titles = ("工匠上讲台", "师傅带徒弟", "班组里的夜校")
    passages = (Passage("a", 0, len(text), text, citation=Citation(title=one)) for one in titles)
    return Packet("学习", items=tuple(map(PassageItem, passages)))


def test_a_guide_that_somebody_wrote_stays(packet: Packet) -> None:
    own = replace(packet, items=(Guide("〔一句话〕，我自己写。"), *packet.items))
    assert own.items[0] in put_on(own, Outfit(HOUR)).items


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_the_guide_says_what_the_passages_are_from_and_nothing_that_is_not_sure(
    packet: Packet, plan: Plan
) -> None:
    (guide,) = (i for i in put_on(packet, Outfit(plan)).items if isinstance(i, Guide))
    assert all(f"《{passage.citation.title}》" in guide.text for passage in packet.passages)
    assert "〔" not in guide.text
    assert "说的是" not in guide.text


def test_a_guide_names_three_titles_at_most_and_says_that_there_are_more(packet: Packet) -> None:
    passages = [replace(packet.passages[0], citation=Citation(title=each)) for each in TITLES]
    for titled, named in ((passages[:3], "《甲》《乙》《丙》。"), (passages, "《丙》等。")):
        items = tuple(PassageItem(one) for one in titled)
        (guide,) = (
            i for i in put_on(Packet("", items=items), Outfit(HOUR)).items if isinstance(i, Guide)
        )
        assert named in guide.text
    unknown = PassageItem(replace(passages[0], citation=Citation()))
    both = Packet("", items=(PassageItem(passages[0]), unknown))
    (guide,) = (i for i in put_on(both, Outfit(HOUR)).items if isinstance(i, Guide))
    assert "选自《甲》等。" in guide.text


TITLES = "甲乙丙丁"

"""What a finding says is so on paper."""

import pytest

from studydesk.domain.article import Severity
from studydesk.domain.packet import Guide, Item, Packet
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.presets import preset_for
from studydesk.proof.completeness import empty_fields
from studydesk.proof.finding import Finding
from studydesk.ui.words.finding_words import finding_sentence
from studydesk.ui.words.item_kinds import KINDS

BEGUN = [kind.make() for kind in KINDS.values() if kind.make]
EMPTY = [item for item in BEGUN if any(empty_fields(Packet("学习", items=(item,))))]


@pytest.mark.parametrize("item", EMPTY, ids=lambda item: type(item).__name__)
@pytest.mark.parametrize("edition", [Edition.PARTICIPANT, Edition.FACILITATOR])
def test_what_is_said_not_to_be_printed_is_not(item: Item, edition: Edition) -> None:
    said = finding_sentence(Finding("E01", Severity.AMBER, item.id, "text", 0, 0, ""))
    assert said == "这里还空着，不会印出来。"
    guide, preset = Guide("先读。"), preset_for("")
    with_it, without = (
        compose(Packet("学习", items=items, id="p"), edition, preset).blocks
        for items in ((guide, item), (guide,))
    )
    assert with_it == without

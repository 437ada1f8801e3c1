"""Every kind of item goes through composition and through every writer."""

from io import BytesIO

import pytest
from docx import Document

from studydesk.domain.packet import ITEM_KINDS, Item, Packet, PageBreak
from studydesk.export.writers import WRITERS
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, HandoutDocument
from studydesk.handout.presets import PRESETS


def document(item: Item) -> HandoutDocument:
    packet = Packet("题", items=(item,))
    return compose(packet, Edition.FACILITATOR, PRESETS[packet.preset])


@pytest.fixture
def item(items: tuple[Item, ...], request: pytest.FixtureRequest) -> Item:
    return next(item for item in items if type(item) is ITEM_KINDS[request.param])


every_kind = pytest.mark.parametrize("item", ITEM_KINDS, indirect=True)


@every_kind
def test_every_kind_is_composed(item: Item) -> None:
    blocks = [block for block in document(item).blocks if block.item_id == item.id]
    assert blocks or isinstance(item, PageBreak)  # a break with nothing after it is left out


@every_kind
@pytest.mark.parametrize("writer", WRITERS)
def test_every_kind_is_written(item: Item, writer: str) -> None:
    assert WRITERS[writer](document(item))


@every_kind
def test_every_kind_is_read_back(item: Item) -> None:
    composed = document(item)
    body = Document(BytesIO(WRITERS["docx"](composed))).element.body
    written = "".join(node.text for node in body.iter("{*}t"))
    assert written == "".join(composed.texts())

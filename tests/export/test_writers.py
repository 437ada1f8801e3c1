"""Whatever a packet holds, every writer gives the same bytes for it."""

import pytest

from studydesk.domain.packet import Guide, Packet, Question
from studydesk.export.writers import WRITERS
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS


@pytest.mark.parametrize("ending", WRITERS)
def test_every_writer_gives_the_same_bytes_twice(ending: str) -> None:
    packet = Packet("讲义", items=(Guide("新设备来了。"), Question("问？")))
    document = compose(packet, Edition.PARTICIPANT, PRESETS["普通讲义"])
    assert WRITERS[ending](document) == WRITERS[ending](document)

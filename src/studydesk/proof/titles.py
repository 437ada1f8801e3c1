"""What the title of a packet must not look like, and what stands with it over a handout."""

import re
from collections.abc import Iterator

from studydesk.domain.packet import Packet

_PERIODICAL = re.compile(
    "(?:晚报|早报|晨报|小报|学报|画报|导报|月刊|周刊|季刊|双月刊|半月刊|会刊|校刊|厂刊|期刊|杂志|(?<!工人)(?<!人民)日报)$"
)

_COPY = re.compile("（副本）(?:（\\d+）)?$")


def like_a_copy(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A packet that still has the name its copy was given, which would be printed over it."""
    match = _COPY.search(packet.title.strip())
    if match:
        yield "", "title", match[0]


def like_a_periodical(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A packet that is named as if it were a newspaper or a journal, which needs a licence."""
    match = _PERIODICAL.search(packet.title.strip())
    if match:
        yield "", "title", match[0]


def without_a_unit(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A packet for a certain day that does not say which unit it is of."""
    if packet.session.held_on and not packet.session.unit.strip():
        yield "", "session", "unit"

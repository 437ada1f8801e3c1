"""The texts of the articles that passages are from, where the library still has them."""

from collections.abc import Mapping
from types import MappingProxyType

from studydesk.domain.packet import Packet
from studydesk.domain.passage import Passage
from studydesk.errors import NotFound
from studydesk.library import Library

NO_TEXTS: Mapping[str, str] = MappingProxyType({})


def article_text(library: Library, passage: Passage) -> str:
    """The text of a passage's article; empty where it is gone, as the passage stands by itself."""
    try:
        return library.article(passage.article_id).body
    except NotFound:
        return ""


def article_texts(library: Library, packet: Packet) -> Mapping[str, str]:
    """The texts of all articles of a packet, by id."""
    return {each.article_id: article_text(library, each) for each in packet.passages}

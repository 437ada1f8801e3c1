"""The articles that passages are from, where the library still has them."""

from collections.abc import Mapping
from types import MappingProxyType

from studydesk.domain.article import Article
from studydesk.domain.packet import Packet
from studydesk.domain.passage import Passage
from studydesk.errors import NotFound
from studydesk.library import Library

NO_ARTICLES: Mapping[str, Article] = MappingProxyType({})


def origin(library: Library, passage: Passage) -> Article | None:
    """A passage's article; None where it is gone, as the passage stands by itself."""
    try:
        return library.article(passage.article_id)
    except NotFound:
        return None


def origins(library: Library, packet: Packet) -> Mapping[str, Article]:
    """All articles of a packet that are there, by id."""
    found = (origin(library, each) for each in packet.passages)
    return {article.id: article for article in found if article}

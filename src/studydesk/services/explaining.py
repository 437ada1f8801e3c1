"""名词解释: the key terms of a passage's article, and what the library's own texts say of them."""

from dataclasses import dataclass

from studydesk.domain.packet import Packet, Term
from studydesk.domain.passage import Citation, Passage
from studydesk.errors import NotFound
from studydesk.handout.citation import prose
from studydesk.library import Library
from studydesk.study.definitions import Definition, definitions, known_terms, openings

_LOOKED_AT = 8
"""Articles that are read for one wording of one term."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A term ready for the packet; its definition is empty where no text explains it."""

    term: Term
    in_passage: bool

    @property
    def known(self) -> bool:
        """Whether the library has a definition."""
        return bool(self.term.definition)


def explain(library: Library, passage: Passage, packet: Packet) -> tuple[Explained, ...]:
    """The terms worth explaining beside a passage: those that it has first, among them those
    with a definition, none that the packet explains already. The first call takes a
    second, while a dictionary is loaded: call it off the interface thread.
    """
    from studydesk.study.keywords import field_terms, key_terms  # only when asked for

    try:
        keys = key_terms(library.article(passage.article_id))
    except NotFound:
        keys = ()
    there = known_terms(passage.text, field_terms() | set(keys))
    had = {term.term for term in packet.items if isinstance(term, Term)}
    wanted = [term for term in dict.fromkeys((*there, *keys)) if len(term) > 2 and term not in had]
    found = [Explained(_term(library, term), term in passage.text) for term in wanted]
    known = [one for one in found if one.known]
    unknown = [one for one in found if not one.known and one.term.term not in _EVERYDAY]
    return tuple(sorted((*known, *unknown[:_UNKNOWN]), key=lambda one: not one.in_passage))


_UNKNOWN = 8
"""Terms without a definition that are named at all."""
_EVERYDAY = frozenset(
    (
        "职工群众",
        "工会组织",
        "工会工作",
        "党中央",
        "新时代",
        "新征程",
        "工会干部",
        "劳动者",
        "基层工会",
        "各级工会",
    )
)
"""Terms that nobody in a union's study group needs explained."""


def _term(library: Library, term: str) -> Term:
    best: tuple[float, str, str] = (0.0, "", "")
    for query in openings(term):
        for hit in library.search(query, limit=_LOOKED_AT).hits:
            article = library.article(hit.article.id)
            for definition in definitions(term, article.body):
                best = max(best, _told(library, definition, hit.article.id))
        if best[0] >= _PLAIN:
            break
    return Term(term, best[1], best[2])


_PLAIN = 2.0
"""Worth of a definition that needs no better one."""


def _told(library: Library, definition: Definition, article_id: str) -> tuple[float, str, str]:
    article = library.article(article_id)
    citation = Citation.of(article, library.source(article.source_id))
    return definition.worth, definition.text, prose(citation)

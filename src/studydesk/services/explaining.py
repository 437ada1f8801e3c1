"""名词解释: the key terms of a passage's article, and what the library's own texts say of them."""

from dataclasses import dataclass

from studydesk.domain.article import Article
from studydesk.domain.packet import Packet, Term
from studydesk.domain.passage import Citation, Passage
from studydesk.errors import NotFound
from studydesk.handout.citation import prose
from studydesk.library import Library
from studydesk.services.terms import term_lists
from studydesk.study.definitions import Definition, definitions, known_terms, openings

_LOOKED_AT = 8
"""Articles that are read for one wording of one term."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A term ready for the packet; its definition is empty where no text explains it."""

    term: Term
    in_passage: bool
    pinned: bool = False

    @property
    def known(self) -> bool:
        """Whether the library has a definition."""
        return bool(self.term.definition)


def explain(library: Library, passage: Passage, packet: Packet) -> tuple[Explained, ...]:
    """The terms worth explaining beside a passage: those that it has first, among them those
    that the library's lists pin and those with a definition; none that they hide or the packet
    explains already. The first call takes a second, while a dictionary is loaded: call it off
    the interface thread.
    """
    from studydesk.study.keywords import field_terms, key_terms  # only when asked for

    lists = term_lists(library)
    try:
        keys = key_terms(library.article(passage.article_id))
    except NotFound:
        keys = ()
    terms = (field_terms() | {*keys, *lists.offered, *lists.pinned}) - set(lists.hidden)
    there = known_terms(passage.text, terms)
    pinned = [term for term in lists.pinned if term in passage.text]
    had = {term.term for term in packet.items if isinstance(term, Term)}.union(lists.hidden)
    named = dict.fromkeys((*pinned, *there, *keys))
    wanted = [term for term in named if term in pinned or len(term) > 2]
    found = [
        Explained(_term(library, term), term in passage.text, term in lists.pinned)
        for term in wanted
        if term not in had
    ]
    known = [one for one in found if one.known or one.pinned]
    unknown = [one for one in found if one not in known and one.term.term not in _EVERYDAY]
    return tuple(
        sorted((*known, *unknown[:_UNKNOWN]), key=lambda one: (not one.in_passage, not one.pinned))
    )


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
        for article in library.articles_with(query, _LOOKED_AT):
            for definition in definitions(term, article.body):
                best = max(best, _told(library, definition, article))
        if best[0] >= _PLAIN:
            break
    return Term(term, best[1], best[2])


_PLAIN = 2.0
"""Worth of a definition that needs no better one."""


def _told(library: Library, definition: Definition, article: Article) -> tuple[float, str, str]:
    citation = Citation.of(article, library.source(article.source_id))
    return definition.worth, definition.text, prose(citation)

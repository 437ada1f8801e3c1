"""名词解释: the key terms of a passage's article, and what the bank of set wording or else the
library's own texts say of them, word for word.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studydesk.domain.article import Article
from studydesk.domain.packet import Packet, Term
from studydesk.domain.passage import Citation, Passage
from studydesk.errors import NotFound
from studydesk.handout.citation import prose
from studydesk.handout.wording import chinese_date
from studydesk.library import Library
from studydesk.services.phrase_bank import Phrase, phrases
from studydesk.services.terms import term_lists
from studydesk.study.definitions import (
    Definition,
    defined_terms,
    definitions,
    known_terms,
    openings,
)

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
    from studydesk.study.keywords import everyday_terms, field_terms, key_terms  # when asked for

    lists = term_lists(library)
    set_words = {name: one for one in _defining(library) for name in reversed(one.names)}
    keys: tuple[str, ...] = ()
    try:
        article = library.article(passage.article_id)
    except NotFound:
        pass  # what the passage says is enough
    else:
        keys = (*defined_terms(article.body), *key_terms(article))
    more = {*keys, *lists.offered, *lists.pinned, *set_words}
    terms = (field_terms() | more) - set(lists.hidden)
    there = known_terms(passage.text, terms)
    pinned = [term for term in lists.pinned if term in passage.text]
    had = {term.term for term in packet.items if isinstance(term, Term)}.union(lists.hidden)
    named = dict.fromkeys((*pinned, *there, *keys))
    wanted = [t for t in named if t in pinned or t in set_words or len(t) > 2]
    found = [
        Explained(
            _set_term(term, set_words[term]) if term in set_words else _term(library, term),
            term in passage.text,
            term in lists.pinned,
        )
        for term in wanted
        if term not in had
    ]
    known = [one for one in _once(found) if one.known or one.pinned]
    unknown = [one for one in found if one not in known and one.term.term not in everyday_terms()]
    return tuple(
        sorted((*known, *unknown[:_UNKNOWN]), key=lambda one: (not one.in_passage, not one.pinned))
    )


def _once(found: Iterable[Explained]) -> Iterator[Explained]:
    """Each definition once: a term and its short form have the same."""
    told: set[str] = set()
    for one in found:
        if one.term.definition not in told or one.pinned:
            yield one
        told.update(filter(None, (one.term.definition,)))


_UNKNOWN = 8
"""Terms without a definition that are named at all."""


def _defining(library: Library) -> list[Phrase]:
    """The entries of the bank that say what something means."""
    return [phrase for phrase in phrases(library) if phrase.definition and phrase.is_on]


def _set_term(term: str, phrase: Phrase) -> Term:
    day = f"，{chinese_date(phrase.dated)}" if phrase.dated else ""  # stands in brackets itself
    return Term(term, phrase.definition, f"{phrase.source}{day}")


def _term(library: Library, term: str) -> Term:
    best: tuple[Definition, Article] | None = None
    for query in openings(term):
        for article in library.articles_with(query, _LOOKED_AT):
            for definition in definitions(term, article.body):
                if best is None or definition.worth > best[0].worth:
                    best = definition, article
        if best and best[0].worth >= _PLAIN:
            break
    if best is None:
        return Term(term, "")
    definition, article = best
    citation = Citation.of(article, library.source(article.source_id))
    return Term(term, definition.text, prose(citation))


_PLAIN = 2.0
"""Worth of a definition that needs no better one."""

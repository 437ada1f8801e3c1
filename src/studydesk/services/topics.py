"""主题: what an article is about, and what a library is about, in whole terms."""

from collections.abc import Callable

from studydesk.domain.article import Article
from studydesk.library import ArticleFilter, Facet, Library
from studydesk.services.phrase_bank import phrases
from studydesk.services.terms import term_lists

MOST = 40
"""Topics of a library that are named."""
_SHORTEST = 3
"""Characters of a topic; shorter ones say too little, but for those that users pin."""


def topics_of(library: Library, article: Article) -> tuple[str, ...]:
    """What an article is about, the most telling first."""
    from studydesk.study.topics import topics  # only where an article is read

    return topics(article, _terms(library))


def library_topics(
    library: Library, progress: Callable[[int, int], None] = lambda _done, _total: None
) -> tuple[Facet, ...]:
    """The terms that most articles of a library have, with how many have them. Some milliseconds
    a term: not for the interface thread.
    """
    terms = _terms(library)
    counted: list[Facet] = []
    for term in terms:
        progress(len(counted), len(terms))
        counted.append(Facet(term, term, library.count(term, ArticleFilter())))
    there = [facet for facet in counted if facet.count]
    return tuple(sorted(there, key=lambda facet: (-facet.count, facet.name))[:MOST])


def _terms(library: Library) -> tuple[str, ...]:
    """What may be a topic: terms of the field and of the bank, pinned and discovered ones; none
    that is hidden or in everybody's mouth.
    """
    from studydesk.study.keywords import everyday_terms, field_terms  # see above

    lists = term_lists(library)
    defined = {name for one in phrases(library) if one.definition for name in one.names}
    known = {*field_terms(), *defined, *lists.discovered}
    fitting = {term for term in known - everyday_terms() if len(term) >= _SHORTEST}
    return tuple(sorted((fitting | {*lists.pinned}) - {*lists.hidden}))

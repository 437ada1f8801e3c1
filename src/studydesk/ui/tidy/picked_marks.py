"""Where on a page that is being tidied the passages of packets stand."""

from collections.abc import Iterable, Iterator

from studydesk.domain.article import Span
from studydesk.domain.cleaning import body_places
from studydesk.domain.passage import Passage
from studydesk.services.tidying import TidiedPage


def picked_spans(page: TidiedPage, passages: Iterable[Passage]) -> Iterator[Span]:
    """The printed stretches of those passages that stand on the page as they are."""
    articles = {article.id: article for article in page.recovery.articles}
    for passage in passages:
        article = articles.get(passage.article_id)
        if article is None or article.body[passage.start : passage.end] != passage.text:
            continue
        places = body_places(page.source.raw, article)[passage.start : passage.end]
        yield from _stretches(places)


def _stretches(places: Iterable[int]) -> Iterator[Span]:
    """Places that follow one another, as stretches."""
    found: Span | None = None
    for at in places:
        if found is not None and found.start <= at <= found.end:
            found = Span(found.start, max(found.end, at + 1))
            continue
        if found is not None:
            yield found
        found = Span(at, at + 1)
    if found is not None:
        yield found

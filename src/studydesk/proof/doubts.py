"""Passages whose text recovery was not sure of, and nobody has looked at since."""

from collections.abc import Callable, Iterator, Sequence

from studydesk.domain.article import Article, BlockKind, Problem, ProblemKind, Severity, Source
from studydesk.domain.cleaning import body_places
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.proof.finding import Finding

_OF_TEXT = {
    *(ProblemKind.COLUMNS_MIXED, ProblemKind.REPEATED, ProblemKind.CHARACTER_MISSING),
    *(ProblemKind.END_MISSING, ProblemKind.ILLEGIBLE),
}
"""What throws doubt on the characters where it stands; others are about what is not there."""

_SHOWN = 12
"""Characters by which a doubtful place is named."""


def in_doubt(
    packet: Packet,
    article_of: Callable[[str], Article | None],
    source_of: Callable[[str], Source | None],
    problems_of: Callable[[str], Sequence[Problem]],
) -> Iterator[Finding]:
    """The first place of each passage that recovery found doubtful, and once the title that it is
    cited by. A passage is held against the recovered text, which may not be the printed one there.
    """
    cited: set[str] = set()
    for item in packet.items:
        if not isinstance(item, PassageItem):
            continue
        told = problems_of(item.passage.article_id)
        doubts = [one for one in told if one.severity is not Severity.GREY]
        article = article_of(item.passage.article_id) if doubts else None
        source = source_of(article.source_id) if article else None
        if article is None or source is None:
            continue
        if words := _doubtful_words(item.passage, article, source.raw, doubts):
            yield Finding("Q16", Severity.AMBER, item.id, "passage", 0, 0, words)
        if article.id not in cited and _title_in_doubt(article, doubts):
            cited.add(article.id)
            title = item.passage.citation.title
            yield Finding("Q16", Severity.AMBER, item.id, "citation", 0, 0, title)


def _title_in_doubt(article: Article, doubts: Sequence[Problem]) -> bool:
    titles = [block for block in article.blocks if block.kind is BlockKind.TITLE]
    spans = [span for block in titles for span in block.spans]
    mixed = [one.span for one in doubts if one.kind is ProblemKind.COLUMNS_MIXED]
    return any(one.kind is ProblemKind.TITLE_UNCERTAIN for one in doubts) or any(
        span.start < doubt.end and doubt.start < span.end for span in spans for doubt in mixed
    )


def _doubtful_words(passage: Passage, article: Article, raw: str, doubts: Sequence[Problem]) -> str:
    """The words of a passage from the first doubtful place on; none where there is no doubt, or
    the article has other words there by now.
    """
    spans = [one.span for one in doubts if one.kind in _OF_TEXT]
    if article.body[passage.start : passage.end] != passage.text:
        return ""
    places = body_places(raw, article)[passage.start : passage.end]
    for at, place in enumerate(places):
        if any(span.start <= place < span.end for span in spans):
            return passage.text[at : at + _SHOWN].partition("\n")[0]
    return ""

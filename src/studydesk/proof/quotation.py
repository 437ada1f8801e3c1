"""The quotation check: every passage character by character against the raw text it came from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from studydesk.domain.article import Article, Correction, Source
from studydesk.domain.cleaning import faithful_body
from studydesk.domain.comparison import common_start
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.signing import digest
from studydesk.proof.finding import Progress, unheard

SHOWN = 12
"""Characters shown from the first difference on."""


class QuotationStatus(StrEnum):
    """What the check found."""

    VERBATIM = "verbatim"
    DIFFERS = "differs"
    SOURCE_MISSING = "source-missing"


@dataclass(frozen=True, slots=True)
class QuotationResult:
    """The check of one passage. Where it differs, `offset` counts characters of the passage
    before the first difference; `expected` is how the source goes on there, `found` how the
    passage does. `moved`: verbatim, but at another place of the article than it was picked from.
    `corrections` are what the user put right in the printed text that the passage has. Where the
    source is missing or another, `digest` says in short which passage was looked at; `is_printed`
    tells that the page has the words of one that differs, though the article made of it has not;
    `is_deleted`, that the article which is missing can be taken out of the trash.
    """

    item_id: str
    status: QuotationStatus
    offset: int = 0
    expected: str = ""
    found: str = ""
    moved: bool = False
    corrections: tuple[Correction, ...] = ()
    digest: str = ""
    is_printed: bool = False
    is_deleted: bool = False


def check_quotations(
    packet: Packet,
    article_of: Callable[[str], Article | None],
    source_of: Callable[[str], Source | None],
    progress: Progress = unheard,
) -> tuple[QuotationResult, ...]:
    """One result for every passage of a packet, in order; articles and sources are found by
    their ids, or None where they are gone. What an article says counts only as far as the raw
    text of its source says it too, corrections by the user apart.
    """
    items = [item for item in packet.items if isinstance(item, PassageItem)]

    def result_of(done: int, item: PassageItem) -> QuotationResult:
        progress(done, len(items))
        article = article_of(item.passage.article_id)
        source = source_of(article.source_id) if article else None
        if article is None or source is None:
            return QuotationResult(item.id, QuotationStatus.SOURCE_MISSING, digest=digest(item))
        body = faithful_body(source.raw, article)
        result = _check(item.id, item.passage, body)
        if result.status is not QuotationStatus.VERBATIM:
            is_printed = _is_printed(item.passage, source.raw)
            return replace(result, digest=digest(item), is_printed=is_printed)
        return replace(result, corrections=tuple(_corrections(item.passage, article, body)))

    return tuple(result_of(done, item) for done, item in enumerate(items))


def _corrections(passage: Passage, article: Article, body: str) -> Iterator[Correction]:
    """The corrections inside a passage that stands in the body of an article."""
    text, start = passage.text, passage.start
    first = start if body.startswith(text, start) else body.find(text)
    done = 0
    for block in article.body_blocks:
        for fix in block.corrections:
            at = done + fix.start
            if at < first + len(text) and first < at + max(1, len(fix.text)):
                yield fix
        done += len(block.text) + 1


def _check(item_id: str, passage: Passage, body: str) -> QuotationResult:
    text = passage.text
    stands_for = "".join(run.original for run in passage.runs())
    if stands_for != text:  # operations that overlap or reach outside: a file made by hand
        return _difference(item_id, text, stands_for)
    if text and body.startswith(text, passage.start):
        return QuotationResult(item_id, QuotationStatus.VERBATIM)
    if text and text in body:
        return QuotationResult(item_id, QuotationStatus.VERBATIM, moved=True)
    source = max(
        (body[place:] for place in _places(passage, body)), key=lambda s: common_start(s, text)
    )
    return _difference(item_id, source, text)


def _is_printed(passage: Passage, raw: str) -> bool:
    """Whether a page has these very characters in this order, wherever its lines end."""
    stands_for = "".join(run.original for run in passage.runs())
    text = "".join(passage.text.split())
    return stands_for == passage.text and bool(text) and text in "".join(raw.split())


def _places(passage: Passage, body: str) -> Iterator[int]:
    """Where in the article the passage may have come from."""
    yield min(max(0, passage.start), len(body))
    after_context = body.find(passage.before)
    if passage.before and after_context >= 0:
        yield after_context + len(passage.before)
    opening = body.find(passage.text[:SHOWN])
    if opening >= 0:
        yield opening


def _difference(item_id: str, source: str, text: str) -> QuotationResult:
    offset = common_start(source, text)
    return QuotationResult(
        item_id,
        QuotationStatus.DIFFERS,
        offset,
        source[offset : offset + SHOWN],
        text[offset : offset + SHOWN],
    )

"""Passages of which recovery was not sure are told until somebody has looked."""

from collections.abc import Sequence

import pytest

from studydesk.domain.article import (
    Article,
    Block,
    BlockKind,
    Problem,
    ProblemKind,
    Severity,
    Source,
    Span,
)
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.proof.doubts import in_doubt
from studydesk.proof.finding import Finding

RAW = "工会强起来\n班组是企业的细胞。\n每条街区都有一名叫得以小切口做好出名字的干部。\n"
SOURCE = Source("一版", RAW)
ARTICLE = Article(
    f"{SOURCE.id}-1",
    SOURCE.id,
    tuple(
        Block(kind, text, (Span(RAW.index(text), RAW.index(text) + len(text)),))
        for kind, text in zip(
            (BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH),
            RAW.splitlines(),
            strict=True,
        )
    ),
)
MIXED = RAW.index("以小切口")


def told(start: int, end: int, problems: Sequence[Problem]) -> list[Finding]:
    """What is in doubt of these characters of the body."""
    packet = Packet("学习", items=(PassageItem(Passage.pick(ARTICLE, SOURCE, start, end)),))
    return list(in_doubt(packet, lambda _: ARTICLE, lambda _: SOURCE, lambda _: problems))


def doubt(
    kind: ProblemKind = ProblemKind.COLUMNS_MIXED, severity: Severity = Severity.AMBER
) -> Problem:
    return Problem(kind, severity, Span(MIXED, MIXED + 7), ARTICLE.id)


def test_a_passage_over_a_doubtful_place_is_told_by_its_words() -> None:
    (finding,) = told(0, len(ARTICLE.body), [doubt()])
    assert (finding.rule, finding.field) == ("Q16", "passage")
    assert finding.found == "以小切口做好出名字的干部"


@pytest.mark.parametrize("problems", [[], [doubt(severity=Severity.GREY)]])
def test_a_passage_without_doubts_is_not(problems: list[Problem]) -> None:
    assert not told(0, len(ARTICLE.body), problems)


def test_a_passage_beside_a_doubtful_place_is_not() -> None:
    assert not told(0, ARTICLE.body.index("\n"), [doubt()])


def test_a_doubtful_title_is_told_of_the_citation() -> None:
    (finding,) = told(0, ARTICLE.body.index("\n"), [doubt(ProblemKind.TITLE_UNCERTAIN)])
    assert (finding.field, finding.found) == ("citation", "工会强起来")


def test_a_title_that_is_missing_throws_no_doubt_on_the_text() -> None:
    assert not told(0, len(ARTICLE.body), [doubt(ProblemKind.TITLE_MISSING)])


def test_a_title_that_stood_elsewhere_is_told_once_for_all_passages() -> None:
    moved = Problem(ProblemKind.COLUMNS_MIXED, Severity.AMBER, Span(0, 5), ARTICLE.id)
    first, second = (Passage.pick(ARTICLE, SOURCE, start, start + 3) for start in (0, 10))
    packet = Packet("学习", items=(PassageItem(first), PassageItem(second)))
    findings = in_doubt(packet, lambda _: ARTICLE, lambda _: SOURCE, lambda _: [moved])
    assert [finding.item_id for finding in findings] == [packet.items[0].id]

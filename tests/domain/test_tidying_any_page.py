"""What holds for every list of operations on every page: nothing is lost, all can be undone."""

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading_back import bare, owners

from studydesk.domain.article import (
    Article,
    Block,
    BlockKind,
    Problem,
    ProblemKind,
    Recovery,
    Severity,
    Source,
    Span,
    spans_text,
)
from studydesk.domain.cleaning import clean, is_faithful, places
from studydesk.domain.tidying import (
    ChangeKind,
    Correct,
    DropRepeat,
    JoinArticles,
    JoinBlocks,
    MoveArticle,
    MoveBlocks,
    SetAside,
    Settle,
    SplitArticle,
    SplitBlock,
    Supply,
    Tidying,
    apply,
    replay,
)
from studydesk.errors import EditRefused

pieces = st.lists(
    st.tuples(
        st.text("工匠精神 、。\n\u3000ab1", min_size=1, max_size=12).filter(str.strip),
        st.sampled_from([None, *BlockKind]),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=10,
)


@st.composite
def pages(draw: st.DrawFn) -> tuple[Source, Recovery]:
    """A page whose pieces fall to three articles or to furniture, every one of them in places."""
    parts = draw(pieces)
    raw = "".join(text for text, _, _ in parts)
    ends = list(accumulate(len(text) for text, _, _ in parts))
    source = Source("page", raw)
    blocks: list[list[Block]] = [[], [], []]
    furniture = []
    for (text, kind, number), end in zip(parts, ends, strict=True):
        span = Span(end - len(text), end)
        if kind is None:
            furniture.append(span)
        else:
            blocks[number].append(Block(kind, clean(raw, [span], kind), (span,)))
    problems = (Problem(ProblemKind.COLUMNS_MIXED, Severity.AMBER, Span(0, 1)),)
    articles = tuple(
        Article(f"{source.id}-{number}", source.id, tuple(own))
        for number, own in enumerate(blocks, 1)
        if own
    )
    return source, Recovery(articles, tuple(furniture), problems)


offsets = st.integers(-2, 100)
operations = st.one_of(
    st.builds(SplitBlock, offsets),
    st.builds(JoinBlocks, offsets),
    st.builds(
        MoveBlocks,
        st.lists(offsets, max_size=3).map(tuple),
        st.none() | offsets,
        st.booleans(),
    ),
    st.builds(SplitArticle, offsets),
    st.builds(JoinArticles, offsets, offsets),
    st.builds(MoveArticle, offsets, offsets, st.booleans()),
    st.builds(ChangeKind, offsets, st.sampled_from(BlockKind), st.integers(-1, 5)),
    st.builds(SetAside, offsets),
    st.builds(DropRepeat, offsets, offsets),
    st.builds(Correct, offsets, offsets, st.text("工会 \n", max_size=4)),
    st.builds(Supply, offsets, st.sampled_from(BlockKind), st.text("题 名", max_size=4)),
    st.builds(Settle, offsets, st.sampled_from(ProblemKind)),
)


def check(source: Source, recovery: Recovery) -> None:
    held = owners(recovery)
    for at, character in enumerate(source.raw):
        assert held[at] == 1 or character.isspace(), f"{character!r} at {at}: {held[at]} owners"
    assert set(recovery.repeats) <= set(recovery.furniture)
    ids = [article.id for article in recovery.articles]
    assert len(set(ids)) == len(ids)
    for article in recovery.articles:
        assert any(not block.supplied for block in article.blocks)
        for block in article.blocks:
            check_block(source.raw, block)


def check_block(raw: str, block: Block) -> None:
    assert block.text
    assert is_faithful(raw, block)
    assert block.original == block.original.strip()
    if block.supplied:
        assert not block.corrections
        return
    assert bare(block.original) == bare(spans_text(raw, block.spans))
    assert len(places(raw, block)) == len(block.text)
    for fix in block.corrections:
        assert block.text.startswith(fix.text, fix.start)
        assert bare(fix.original) == bare(raw[fix.span.start : fix.span.end])
        assert fix.text != fix.original
    shown = {
        raw[at]: character
        for at, character in zip(places(raw, block), block.text, strict=True)
        if not character.isspace()
    }
    if not block.corrections:
        assert all(printed == character for printed, character in shown.items())


@given(pages(), st.lists(operations, max_size=25))
@settings(max_examples=300)
def test_no_operations_lose_or_double_a_character(
    page: tuple[Source, Recovery], wanted: list[Tidying]
) -> None:
    source, recovery = page
    check(source, recovery)
    for operation in wanted:
        done = replay(source, recovery, [operation])
        recovery = done.recovery
        check(source, recovery)
        if not done.skipped:
            ids = {article.id for article in recovery.articles}
            assert {problem.article_id for problem in recovery.problems} <= ids


@given(pages(), st.lists(operations, max_size=15), operations)
def test_to_leave_the_last_operation_out_is_to_undo_it(
    page: tuple[Source, Recovery], earlier: list[Tidying], last: Tidying
) -> None:
    source, fresh = page
    before = replay(source, fresh, earlier)
    replay(source, fresh, [*earlier, last])
    assert replay(source, fresh, earlier) == before


@given(pages(), operations)
def test_an_operation_fits_or_is_refused_and_skipped(
    page: tuple[Source, Recovery], operation: Tidying
) -> None:
    source, fresh = page
    done = replay(source, fresh, [operation])
    if done.skipped:
        with pytest.raises(EditRefused, match=done.skipped[0].reason):
            apply(source, fresh, operation)
    else:
        assert apply(source, fresh, operation) == done.recovery


@given(pages(), st.lists(operations, max_size=15))
def test_a_page_without_its_skipped_operations_is_the_same(
    page: tuple[Source, Recovery], wanted: list[Tidying]
) -> None:
    source, fresh = page
    done = replay(source, fresh, wanted)
    fitting = [op for op in wanted if op not in [skipped.operation for skipped in done.skipped]]
    if len(fitting) + len(done.skipped) == len(wanted):  # none both fitted and was skipped
        assert replay(source, fresh, fitting) == (done.recovery, ())


@pytest.mark.parametrize("kind", BlockKind)
def test_every_kind_can_be_given(kind: BlockKind) -> None:
    source = Source("page", "甲\n乙\n")
    block = Block(
        BlockKind.NOTE if kind is not BlockKind.NOTE else BlockKind.TITLE, "甲", (Span(0, 1),)
    )
    recovery = Recovery((Article("a-1", source.id, (block,)),), (Span(2, 3),))
    for at in (0, 2):
        changed = apply(source, recovery, ChangeKind(at, kind))
        assert kind in {found.kind for found in changed.articles[0].blocks}
        check(source, changed)

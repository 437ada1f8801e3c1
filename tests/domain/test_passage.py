from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.article import Article, Block, BlockKind, Source, SourceKind, Span
from studydesk.domain.passage import (
    CONTEXT,
    Blank,
    Citation,
    Emphasis,
    EmphasisMark,
    Insertion,
    Omission,
    Operation,
    Passage,
    Subheading,
)
from studydesk.errors import EditRefused

TEXT = "班组是企业的细胞。"


@pytest.fixture
def passage() -> Passage:
    return Passage("s-1", 0, len(TEXT), TEXT)


def operations(length: int) -> st.SearchStrategy[Operation]:
    """Every kind of operation, also ones that reach outside a text of this length."""
    place = st.integers(-1, length + 1)
    return st.one_of(
        st.builds(Omission, place, place),
        st.builds(Insertion, place, st.text(max_size=4)),
        st.builds(Emphasis, place, place, st.sampled_from(EmphasisMark)),
        st.builds(Blank, place, place),
    )


@st.composite
def marked_passages(draw: st.DrawFn) -> Passage:
    """A passage after any operations that it did not refuse."""
    text = draw(st.text(min_size=1, max_size=20))
    marked = Passage("s-1", 0, len(text), text)
    for operation in draw(st.lists(operations(len(text)), max_size=8)):
        try:
            marked = marked.with_operation(operation)
        except EditRefused:
            continue
    return marked


# --- what holds for every text and all operations ------------------------------------------


@given(marked_passages())
def test_the_originals_of_all_runs_are_the_text(passage: Passage) -> None:
    assert "".join(run.original for run in passage.runs()) == passage.text


@given(marked_passages())
def test_no_run_is_empty(passage: Passage) -> None:
    assert all(run.printed for run in passage.runs())


@given(marked_passages())
def test_operations_stand_in_the_order_of_the_text(passage: Passage) -> None:
    places = [getattr(done, "start", getattr(done, "at", 0)) for done in passage.operations]
    assert places == sorted(places)


@given(marked_passages(), st.randoms(use_true_random=False))
def test_operations_taken_back_in_any_order_leave_the_text(
    passage: Passage, random: Random
) -> None:
    for operation in random.sample(passage.operations, len(passage.operations)):
        passage = passage.without_operation(operation)
    assert passage.printed == passage.text


@given(marked_passages(), st.randoms(use_true_random=False))
def test_the_order_in_which_operations_were_done_does_not_matter(
    passage: Passage, random: Random
) -> None:
    again = replace(passage, operations=())
    for operation in random.sample(passage.operations, len(passage.operations)):
        again = again.with_operation(operation)
    assert again.runs() == passage.runs()


def refusal(passage: Passage, operation: Operation) -> str:
    """Why the passage does not take an operation; empty where it does."""
    try:
        passage.with_operation(operation)
    except EditRefused as refused:
        return refused.reason
    return ""


def covered(operation: Operation) -> set[float]:
    """Where an operation stands: whole numbers are characters, halves the gaps before them."""
    if isinstance(operation, Insertion):
        return {operation.at - 0.5}
    characters = range(operation.start, operation.end)
    return {*characters, *(place - 0.5 for place in characters[1:])}


@given(marked_passages(), st.data())
def test_operations_are_refused_exactly_where_they_share_a_place(
    passage: Passage, data: st.DataObject
) -> None:
    operation = data.draw(operations(len(passage.text)))
    shared = any(covered(operation) & covered(other) for other in passage.operations)
    reason = refusal(passage, operation)
    assert reason in {"", "operations-overlap"} or reason == refusal(
        replace(passage, operations=()), operation
    )
    assert shared or reason != "operations-overlap"
    assert not shared or reason


# --- how each operation is printed ---------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "kind", "is_odd"),
    [
        *((page, SourceKind.NEWSPAPER, False) for page in ("5", "A3", "要闻", "副刊", "IV")),
        *((page, SourceKind.JOURNAL, False) for page in ("2025：3", "冬季号", "增刊", "")),
        *((page, SourceKind.NEWSPAPER, True) for page in ("工人日报", "中工网", "2026-04-27")),
        ("中国工运", SourceKind.JOURNAL, True),
        ("中国工运", SourceKind.BOOK, False),
    ],
)
def test_a_page_is_odd_that_is_the_name_or_the_date_of_a_newspaper(
    page: str, kind: SourceKind, is_odd: bool
) -> None:
    assert Citation(newspaper="中国工运", page=page, kind=kind).has_odd_page == is_odd


def test_an_omission_is_printed_as_dots(passage: Passage) -> None:
    assert passage.with_operation(Omission(2, 6)).printed == "班组……细胞。"


def test_an_insertion_is_printed_in_tortoise_shell_brackets(passage: Passage) -> None:
    assert passage.with_operation(Insertion(0, "我们的")).printed == "〔我们的〕班组是企业的细胞。"


def test_an_insertion_may_stand_at_the_end(passage: Passage) -> None:
    assert passage.with_operation(Insertion(len(TEXT), "完")).printed == TEXT + "〔完〕"


def test_emphasis_changes_no_character_and_carries_its_mark(passage: Passage) -> None:
    runs = passage.with_operation(Emphasis(6, 8, EmphasisMark.BOLD)).runs()
    assert [run.printed for run in runs if run.mark is EmphasisMark.BOLD] == ["细胞"]
    assert "".join(run.printed for run in runs) == TEXT


def test_a_blank_hides_what_stood_there(passage: Passage) -> None:
    printed = passage.with_operation(Blank(6, 8)).printed
    assert printed == "班组是企业的＿＿＿。"


def test_an_insertion_may_stand_before_and_after_an_omission(passage: Passage) -> None:
    marked = passage.with_operation(Omission(2, 6))
    marked = marked.with_operation(Insertion(2, "前")).with_operation(Insertion(6, "后"))
    assert marked.printed == "班组〔前〕……〔后〕细胞。"


# --- what is refused -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operation", "reason"),
    [
        (Omission(-1, 2), "operation-outside-passage"),
        (Omission(0, len(TEXT) + 1), "operation-outside-passage"),
        (Blank(4, 2), "operation-outside-passage"),
        (Insertion(len(TEXT) + 1, "后"), "operation-outside-passage"),
        (Insertion(0, " \n"), "empty-insertion"),
        (Emphasis(3, 3), "empty-operation"),
    ],
)
def test_an_operation_without_sense_is_refused(
    passage: Passage, operation: Operation, reason: str
) -> None:
    with pytest.raises(EditRefused) as refused:
        passage.with_operation(operation)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "other", [Omission(2, 6), Blank(0, 3), Emphasis(5, 9), Omission(3, 4), Insertion(4, "插")]
)
def test_an_operation_that_cuts_into_another_is_refused(passage: Passage, other: Operation) -> None:
    with pytest.raises(EditRefused, match="operations-overlap"):
        passage.with_operation(Omission(2, 6)).with_operation(other)


@pytest.mark.parametrize("other", [Blank(0, 2), Emphasis(6, 8), Insertion(2, "插"), Omission(6, 7)])
def test_operations_may_touch(passage: Passage, other: Operation) -> None:
    assert len(passage.with_operation(Omission(2, 6)).with_operation(other).operations) == 2


def test_two_insertions_at_one_place_are_refused(passage: Passage) -> None:
    with pytest.raises(EditRefused, match="operations-overlap"):
        passage.with_operation(Insertion(2, "一")).with_operation(Insertion(2, "二"))


# --- picking a passage ---------------------------------------------------------------------


def test_a_picked_passage_is_a_copy_of_its_place(article: Article, source: Source) -> None:
    passage = Passage.pick(article, source, 8, 17)
    assert passage.text == article.body[passage.start : passage.end] == TEXT


def test_white_space_around_a_selection_is_left_out(article: Article, source: Source) -> None:
    assert Passage.pick(article, source, 17, len(article.body)).text == "人人都是主角。"


def test_a_selection_beyond_the_body_is_cut_to_it(article: Article, source: Source) -> None:
    assert Passage.pick(article, source, -5, 999).text == article.body


@pytest.mark.parametrize(("start", "end"), [(3, 3), (7, 8), (5, 2), (999, 1000)])
def test_a_selection_without_text_is_refused(
    article: Article, source: Source, start: int, end: int
) -> None:
    with pytest.raises(EditRefused, match="empty-passage"):
        Passage.pick(article, source, start, end)


@given(start=st.integers(-2, 40), end=st.integers(-2, 40))
def test_a_passage_and_its_context_stand_together_in_the_body(start: int, end: int) -> None:
    text = "班组学习\n一、开场\n　　人人发言，人人有份，一个也不能少，一件也不能落下。"
    block = Block(BlockKind.PARAGRAPH, text, (Span(0, len(text)),))
    article = Article("s-1", "s", (block,))
    try:
        passage = Passage.pick(article, Source("", text), start, end)
    except EditRefused:
        assert not article.body[max(0, start) : max(0, end)].strip()
        return
    assert passage.before + passage.text + passage.after in article.body
    assert len(passage.before) <= CONTEXT >= len(passage.after)


@pytest.fixture
def parted() -> Article:
    """Two paragraphs, each under a subheading."""
    texts = ("一、传", "老师傅讲。", "（一）带", "徒弟学。")
    levels = (1, 0, 2, 0)
    kinds = (BlockKind.HEADING if level else BlockKind.PARAGRAPH for level in levels)
    return Article(
        "s-1",
        "s",
        tuple(
            Block(kind, text, (), level)
            for kind, text, level in zip(kinds, texts, levels, strict=True)
        ),
    )


def test_a_picked_passage_knows_its_subheadings(parted: Article, source: Source) -> None:
    passage = Passage.pick(parted, source, 2, len(parted.body))
    assert passage.subheadings == (Subheading(0, 1, 1), Subheading(8, 12, 2))
    assert Passage.pick(parted, source, 4, 9).subheadings == ()


def test_no_run_is_partly_in_a_subheading(parted: Article, source: Source) -> None:
    whole = Passage.pick(parted, source, 0, len(parted.body))
    passage = whole.with_operation(Emphasis(1, 6)).with_operation(Omission(11, 16))
    told = [(run.printed, run.is_subheading) for run in passage.runs()]
    assert told == [
        *(("一", True), ("、传", True), ("\n老师", False), ("傅讲。\n", False)),
        *(("（", True), ("……", False), ("弟学。", False)),
    ]
    assert "".join(run.original for run in passage.runs()) == passage.text


# --- where it was published ----------------------------------------------------------------


def test_a_passage_knows_where_it_was_printed(article: Article, source: Source) -> None:
    citation = Passage.pick(article, source, 8, 17).citation
    assert citation.newspaper == "工人日报"
    assert citation.authors == ("王敏", "李强")
    assert citation.complete


@pytest.mark.parametrize("part", ["title", "newspaper", "published", "page"])
def test_a_citation_that_lacks_a_part_is_not_complete(
    article: Article, source: Source, part: str
) -> None:
    whole = Citation.of(article, source)
    empty = getattr(Citation(), part)
    assert not replace(whole, **{part: empty}).complete


def test_a_citation_needs_no_author(article: Article, source: Source) -> None:
    whole = Citation.of(article, source)
    assert replace(whole, authors=()).complete


@pytest.mark.parametrize("title", ["", " "])
def test_a_citation_lacks_a_title_that_is_blank(title: str) -> None:
    known = Citation("题名", newspaper="工人日报", published=date(2025, 11, 21), page="5")
    untitled = replace(known, title=title, page="")
    assert (known.lacking, known.complete) == ((), True)
    assert (untitled.lacking, untitled.complete) == (("title", "page"), False)

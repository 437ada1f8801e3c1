"""What is offered against a doubt: other guesses that fit, and lose nothing."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.test_tidying_any_page import check, operations, pages

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
)
from studydesk.domain.doubtful_page import Way
from studydesk.domain.second_guesses import second_guesses
from studydesk.domain.tidying import Tidying, replay

HEADING, PARAGRAPH, CLOSING = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.AFFILIATION


Piece = tuple[BlockKind, tuple[str, ...]]
"""A block: its kind, and the words it is joined from."""


class Written:
    """A page that is written piece by piece; a piece has its place by its words."""

    def __init__(self, raw: str, *articles: list[Piece]) -> None:
        self.source = Source("page", raw)
        made = (
            Article(f"a-{number}", self.source.id, tuple(self._block(*each) for each in blocks))
            for number, blocks in enumerate(articles)
        )
        self.recovery = Recovery(tuple(made))

    def _block(self, kind: BlockKind, words: tuple[str, ...]) -> Block:
        return Block(kind, "".join(words), tuple(map(self.span, words)))

    def span(self, words: str) -> Span:
        start = self.source.raw.index(words)
        return Span(start, start + len(words))

    def doubt(self, kind: ProblemKind, *words: str) -> None:
        """Let these places be in doubt."""
        found = tuple(Problem(kind, Severity.AMBER, self.span(each)) for each in words)
        self.recovery = Recovery(self.recovery.articles, (), (*self.recovery.problems, *found))

    def after(self, number: int = 0) -> tuple[Way, list[list[str]]]:
        """A guess about the first doubt, and the articles as they are with it."""
        problem = self.recovery.problems[0]
        guess = second_guesses(self.source, self.recovery, problem)[number]
        after = replay(self.source, self.recovery, guess.operations).recovery
        return guess.way, [[block.text for block in each.blocks] for each in after.articles]

    def ways(self) -> list[Way]:
        """All guesses about the first doubt."""
        guesses = second_guesses(self.source, self.recovery, self.recovery.problems[0])
        return [guess.way for guess in guesses]


def test_an_introduction_in_the_middle_of_an_article_goes_to_its_beginning() -> None:
    page = Written(
        "头文。\n尾段。\n开头。\n一、首题\n首段。\n",
        [(PARAGRAPH, ("头文。",))],
        [(PARAGRAPH, ("尾段。",)), (PARAGRAPH, ("开头。",)), (HEADING, ("一、首题",))],
    )
    page.doubt(ProblemKind.COLUMNS_MIXED, "开头。")
    assert page.after() == (Way.FIRST, [["头文。"], ["开头。", "一、首题", "尾段。"]])


def test_what_was_joined_goes_back_behind_what_it_follows_in_print() -> None:
    page = Written(
        "甲段\n乙段\n丙段",
        [(PARAGRAPH, ("甲段",)), (PARAGRAPH, ("丙段", "乙段"))],
    )
    page.doubt(ProblemKind.COLUMNS_MIXED, "乙段")
    assert page.after() == (Way.BACK, [["甲段", "乙段", "丙段"]])
    assert page.after(1) == (Way.APART, [["甲段", "丙段", "乙段"]])


def test_nothing_goes_back_behind_what_is_printed_before_it_in_its_own_paragraph() -> None:
    page = Written(
        "甲段\n乙段前\n乙段后", [(PARAGRAPH, ("甲段",)), (PARAGRAPH, ("乙段前\n乙段后",))]
    )
    page.doubt(ProblemKind.COLUMNS_MIXED, "乙段后")
    assert page.ways() == [Way.APART]


def test_nothing_goes_back_behind_a_paragraph_that_goes_on_elsewhere() -> None:
    page = Written(
        "甲段前\n乙段\n甲段后\n丙段",
        [(PARAGRAPH, ("甲段前", "甲段后"))],
        [(PARAGRAPH, ("丙段",)), (PARAGRAPH, ("乙段",))],
    )
    page.doubt(ProblemKind.COLUMNS_MIXED, "乙段")
    assert page.ways() == []


@pytest.mark.parametrize("opening", ["下一步，", "三、题"])
def test_an_article_does_not_begin_with_a_plain_paragraph_or_its_third_part(opening: str) -> None:
    kind = PARAGRAPH if opening.endswith("，") else HEADING
    page = Written("乙段。\n甲段。\n" + opening, [(PARAGRAPH, ("甲段。",)), (kind, (opening,))])
    page.doubt(ProblemKind.COLUMNS_MIXED, opening)
    assert page.ways() == []


def test_nothing_goes_back_behind_the_end_of_an_article() -> None:
    page = Written(
        "（作者系某）\n乙段\n丙段",
        [(CLOSING, ("（作者系某）",))],
        [(PARAGRAPH, ("丙段", "乙段"))],
    )
    page.doubt(ProblemKind.COLUMNS_MIXED, "乙段")
    assert page.ways() == [Way.APART]


def test_a_title_has_no_other_place() -> None:
    page = Written("正文。\n题目", [(BlockKind.TITLE, ("题目",)), (PARAGRAPH, ("正文。",))])
    page.doubt(ProblemKind.COLUMNS_MIXED, "题目")
    assert page.ways() == []


RAW = "一、题\n一是甲。\n二是乙。\n丁。\n开头。\n丙。"


def test_a_series_of_ordinals_goes_along_whole() -> None:
    page = Written(
        RAW,
        [
            (PARAGRAPH, ("开头。",)),
            (HEADING, ("一、题",)),
            (PARAGRAPH, ("一是甲。", "丙。")),
            (PARAGRAPH, ("二是乙。",)),
            (PARAGRAPH, ("丁。",)),
        ],
    )
    page.doubt(ProblemKind.COLUMNS_MIXED, "一、题")
    assert page.after() == (
        Way.FIRST,
        [["一、题", "一是甲。丙。", "二是乙。", "开头。", "丁。"]],
    )
    (guess,) = second_guesses(page.source, page.recovery, page.recovery.problems[0])
    assert len(guess.moving) == 3
    assert guess.left_behind == ()


def test_ordinals_that_stay_behind_without_the_one_before_them_are_told() -> None:
    words = ("一是甲。", "二是乙。", "丙。")
    page = Written("二是乙。\n一是甲。\n丙。", [(PARAGRAPH, (each,)) for each in words])
    page.doubt(ProblemKind.COLUMNS_MIXED, "一是甲。")
    (guess,) = second_guesses(page.source, page.recovery, page.recovery.problems[0])
    assert page.after() == (Way.BACK, [["二是乙。", "一是甲。", "丙。"]])
    assert guess.left_behind == ("二是",)


def test_a_number_that_comes_again_goes_aside_with_what_another_article_has() -> None:
    page = Written(
        "重复。\n一、先\n甲。\n一、后\n重复。|",
        [(PARAGRAPH, ("重复。",))],
        [(HEADING, ("一、先",)), (PARAGRAPH, ("甲。",)), (HEADING, ("一、后",))],
    )
    second = Block(PARAGRAPH, "重复。", (Span(15, 18),))
    assert page.source.raw[15:18] == "重复。"
    first, other = page.recovery.articles
    doubled = Article(other.id, other.source_id, (*other.blocks, second))
    page.recovery = Recovery((first, doubled))
    page.doubt(ProblemKind.COLUMNS_MIXED, "一、后")
    assert page.after() == (Way.ASIDE, [["重复。"], ["一、先", "甲。"]])


def test_a_number_that_comes_again_over_a_text_of_its_own_does_not_go_aside() -> None:
    blocks: list[Piece] = [(HEADING, ("一、先",)), (PARAGRAPH, ("甲。",)), (HEADING, ("一、后",))]
    page = Written("一、先\n甲。\n一、后\n乙。", [*blocks, (PARAGRAPH, ("乙。",))])
    page.doubt(ProblemKind.COLUMNS_MIXED, "一、后")
    assert Way.ASIDE not in page.ways()
    titled = Written(
        "推进后事\n一、先\n甲。\n一、后事\n乙。",
        [(BlockKind.TITLE, ("推进后事",)), *blocks[:2], (HEADING, ("一、后事",))],
    )
    titled.doubt(ProblemKind.COLUMNS_MIXED, "一、后事")
    assert titled.ways()[0] is Way.ASIDE


def test_a_paragraph_that_is_cut_goes_on_in_the_next_one_or_over_a_doubtful_heading() -> None:
    blocks: list[Piece] = [(PARAGRAPH, ("甲要",)), (HEADING, ("一、题",)), (PARAGRAPH, ("做好。",))]
    page = Written("甲要\n一、题\n做好。", blocks)
    page.doubt(ProblemKind.CHARACTER_MISSING, "要")
    assert page.ways() == []
    page.doubt(ProblemKind.COLUMNS_MIXED, "一、题")
    assert page.after() == (Way.ONE_OVER_HEADING, [["甲要做好。"]])
    plain = Written("甲要\n广告\n做好。", [blocks[0], blocks[2]])
    plain.doubt(ProblemKind.CHARACTER_MISSING, "要")
    assert plain.after() == (Way.ONE_WITH_NEXT, [["甲要做好。"]])


def test_a_paragraph_is_not_joined_to_one_whose_place_is_in_doubt() -> None:
    page = Written("甲要\n乙段。", [(PARAGRAPH, ("甲要",)), (PARAGRAPH, ("乙段。",))])
    page.doubt(ProblemKind.CHARACTER_MISSING, "要")
    page.doubt(ProblemKind.COLUMNS_MIXED, "乙段。")
    assert page.ways() == []


def test_a_paragraph_that_begins_in_the_middle_goes_with_the_one_before() -> None:
    page = Written("，乙段。\n甲段", [(PARAGRAPH, ("甲段",)), (PARAGRAPH, ("，乙段。",))])
    page.doubt(ProblemKind.CHARACTER_MISSING, "，乙段。")
    assert page.after() == (Way.ONE_WITH_LAST, [["甲段，乙段。"]])


def test_a_paragraph_does_not_go_with_one_before_it_that_is_complete() -> None:
    page = Written("，乙段。\n甲段。", [(PARAGRAPH, ("甲段。",)), (PARAGRAPH, ("，乙段。",))])
    page.doubt(ProblemKind.CHARACTER_MISSING, "，乙段。")
    assert page.ways() == []


@pytest.mark.parametrize("doubtful", ["及时", "拓进取。"])
def test_nothing_is_joined_to_what_is_printed_right_behind_it_and_recovery_did_not_join(
    doubtful: str,
) -> None:
    page = Written("甲、及时\n拓进取。", [(PARAGRAPH, ("甲、及时",)), (PARAGRAPH, ("拓进取。",))])
    page.doubt(ProblemKind.CHARACTER_MISSING, doubtful)
    assert page.ways() == []


def test_a_short_first_sentence_may_be_the_title() -> None:
    text = "新政策解读。为了保障，出台办法。"
    page = Written(text, [(PARAGRAPH, (text,))])
    page.doubt(ProblemKind.TITLE_MISSING, text)
    assert page.after() == (Way.TITLE, [["新政策解读", "为了保障，出台办法。"]])
    alone = Written("只有一句。", [(PARAGRAPH, ("只有一句。",))])
    alone.doubt(ProblemKind.TITLE_MISSING, "只有一句。")
    assert alone.ways() == []
    stop = Written("。为了保障。", [(PARAGRAPH, ("。为了保障。",))])
    stop.doubt(ProblemKind.TITLE_MISSING, "。为了保障。")
    assert stop.ways() == []


def test_a_page_of_hundreds_of_articles_and_doubts_keeps_nobody_waiting() -> None:
    words = [f"{number:04}段。" for number in range(8000)]
    page = Written("")
    page.source = Source("page", "\n".join(words))
    spans = [Span(7 * number, 7 * number + 6) for number in range(8000)]
    blocks = [Block(PARAGRAPH, each, (span,)) for each, span in zip(words, spans, strict=True)]
    page.recovery = Recovery(
        tuple(
            Article(f"a-{n}", "page", tuple(blocks[n : n + 10][::-1])) for n in range(0, 8000, 10)
        ),
        (),
        tuple(Problem(ProblemKind.COLUMNS_MIXED, Severity.AMBER, span) for span in spans[10::10]),
    )
    started = process_time()
    assert page.ways() == [Way.BACK]
    assert process_time() - started < 0.5


@given(pages(), st.lists(operations, max_size=8), st.integers(0, 60), st.sampled_from(ProblemKind))
@settings(max_examples=300)
def test_every_guess_fits_and_loses_nothing(
    page: tuple[Source, Recovery], earlier: list[Tidying], at: int, kind: ProblemKind
) -> None:
    source, fresh = page
    recovery = replay(source, fresh, earlier).recovery
    starts = [span for a in recovery.articles for block in a.blocks for span in block.spans]
    if not starts:
        return
    problem = Problem(kind, Severity.AMBER, starts[at % len(starts)])
    for guess in second_guesses(source, recovery, problem):
        done = replay(source, recovery, guess.operations)
        assert not done.skipped
        check(source, done.recovery)


def test_a_part_goes_to_the_only_other_article_that_lacks_its_ordinal() -> None:
    page = Written(
        "一、首题\n首段。\n二、次题\n次段。\n残句。\n三、末题\n末段。\n再一段。\n",
        [
            *((HEADING, ("一、首题",)), (PARAGRAPH, ("首段。",))),
            *((HEADING, ("二、次题",)), (PARAGRAPH, ("次段。",)), (CLOSING, ("再一段。",))),
        ],
        [(PARAGRAPH, ("残句。",)), (HEADING, ("三、末题",)), (PARAGRAPH, ("末段。",))],
    )
    page.doubt(ProblemKind.ORDINAL_MISSING, "三、末题")
    way, (whole,) = page.after()
    assert way is Way.OTHER
    assert whole[3:] == ["次段。", "残句。", "三、末题", "末段。", "再一段。"]


def test_a_part_that_fits_where_it_is_or_in_several_articles_stays() -> None:
    two: list[Piece] = [(HEADING, ("一、甲",)), (PARAGRAPH, ("甲段。",))]
    other: list[Piece] = [(HEADING, ("一、乙",)), (PARAGRAPH, ("乙段。",))]
    third: list[Piece] = [(HEADING, ("二、丙",)), (PARAGRAPH, ("丙段。",))]
    raw = "一、甲\n甲段。\n一、乙\n乙段。\n二、丙\n丙段。"
    for articles in ([[*two, *third], other], [two, other, third]):
        page = Written(raw, *articles)
        page.doubt(ProblemKind.COLUMNS_MIXED, "二、丙")
        assert Way.OTHER not in page.ways()


def test_a_first_part_from_which_its_article_goes_on_stays() -> None:
    page = Written(
        "三、末题\n二、别题\n别段。\n一、首题\n首段。\n二、次题",
        [
            *((HEADING, ("一、首题",)), (PARAGRAPH, ("首段。",))),
            *((HEADING, ("二、次题",)), (HEADING, ("三、末题",))),
        ],
        [(HEADING, ("二、别题",)), (PARAGRAPH, ("别段。",))],
    )
    page.doubt(ProblemKind.COLUMNS_MIXED, "一、首题")
    assert Way.OTHER not in page.ways()


def test_text_that_was_joined_wrongly_goes_on_where_another_sentence_is_cut() -> None:
    page = Written(
        "水泥是材料。\n要用好水\n甲文的线\n索很多。\n泥和钢材。",
        [(PARAGRAPH, ("水泥是材料。",)), (PARAGRAPH, ("要用好水",))],
        [(PARAGRAPH, ("甲文的线", "泥和钢材。"))],
    )
    page.doubt(ProblemKind.COLUMNS_MIXED, "泥和钢材。")
    assert page.after() == (Way.OTHER, [["水泥是材料。", "要用好水泥和钢材。"], ["甲文的线"]])

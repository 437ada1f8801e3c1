"""Each operation on a small page of two articles, and what is refused."""

from dataclasses import replace

import pytest

from studydesk.domain.article import (
    Article,
    Block,
    BlockKind,
    Correction,
    Problem,
    ProblemKind,
    Recovery,
    Severity,
    Source,
    Span,
)
from studydesk.domain.cleaning import body_places, clean, places
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

RAW = "观点\n匠心 筑梦\n王 敏\n班组是细胞。人人\n是主角。\n求 木 之 长\n数字工匠\n新质生产力。\n"
SOURCE = Source("一版", RAW)
ONE, TWO = f"{SOURCE.id}-1", f"{SOURCE.id}-2"


def at(words: str) -> int:
    return RAW.index(words)


def block(kind: BlockKind, printed: str) -> Block:
    span = Span(at(printed), at(printed) + len(printed))
    return Block(kind, clean(RAW, [span], kind), (span,))


PAGE = Recovery(
    (
        Article(
            ONE,
            SOURCE.id,
            (
                block(BlockKind.TITLE, "匠心 筑梦"),
                block(BlockKind.AUTHOR, "王 敏"),
                block(BlockKind.PARAGRAPH, "班组是细胞。人人\n是主角。"),
                block(BlockKind.PARAGRAPH, "求 木 之 长"),
            ),
        ),
        Article(
            TWO,
            SOURCE.id,
            (block(BlockKind.TITLE, "数字工匠"), block(BlockKind.PARAGRAPH, "新质生产力。")),
        ),
    ),
    (Span(0, 2),),
    (Problem(ProblemKind.COLUMNS_MIXED, Severity.AMBER, Span(at("求"), at("求") + 1), ONE),),
)


def after(*operations: Tidying) -> Recovery:
    replayed = replay(SOURCE, PAGE, operations)
    assert replayed.skipped == ()
    return replayed.recovery


def texts(recovery: Recovery) -> list[list[str]]:
    return [[block.text for block in article.blocks] for article in recovery.articles]


def test_a_block_is_split_where_the_user_says() -> None:
    assert texts(after(SplitBlock(at("人人"))))[0][2:] == [
        "班组是细胞。",
        "人人是主角。",
        "求木之长",
    ]


def test_a_block_becomes_the_end_of_the_one_before_it() -> None:
    assert texts(after(JoinBlocks(at("求"))))[0][2:] == ["班组是细胞。人人是主角。求木之长"]


def test_what_was_split_and_joined_is_as_it_was() -> None:
    assert after(SplitBlock(at("人人")), JoinBlocks(at("人人"))) == PAGE


@pytest.mark.parametrize(
    ("kind", "text", "joined"),
    [
        (BlockKind.PARAGRAPH, "要把每一道工序做到位。" * 4, BlockKind.PARAGRAPH),
        (BlockKind.PARAGRAPH, "要做到位", BlockKind.HEADING),
        (BlockKind.HEADING, "要把每一道工序做到位" * 4, BlockKind.HEADING),
    ],
)
def test_a_text_joined_to_a_heading_makes_no_long_heading(
    kind: BlockKind, text: str, joined: BlockKind
) -> None:
    source = Source("页", f"练技能\n{text}")
    heading = Block(BlockKind.HEADING, "练技能", (Span(0, 3),), 2)
    page = Recovery((Article("a", "s", (heading, Block(kind, text, (Span(4, 4 + len(text)),)))),))
    (block,) = apply(source, page, JoinBlocks(4)).articles[0].blocks
    assert (block.kind, block.level) == (joined, 2 if joined is BlockKind.HEADING else 0)


def test_blocks_move_to_another_article_in_their_order() -> None:
    moved = after(MoveBlocks((at("求"), at("班组")), at("新质")))
    assert texts(moved) == [
        ["匠心 筑梦", "王敏"],
        ["数字工匠", "班组是细胞。人人是主角。", "求木之长", "新质生产力。"],
    ]


def test_a_block_moves_behind_another() -> None:
    assert texts(after(MoveBlocks((at("王"),), at("求"), after=True)))[0][-1] == "王敏"


def test_a_problem_of_place_is_settled_by_moving_the_block() -> None:
    assert after(MoveBlocks((at("求"),), at("王"))).problems == ()
    assert after(MoveBlocks((at("王"),), at("求"))).problems == PAGE.problems


def test_a_problem_of_a_joint_is_settled_by_splitting_the_block_there() -> None:
    here, other = at("人人"), at("细胞")
    doubt = replace(PAGE.problems[0], span=Span(here, here + 2))
    page = replace(PAGE, problems=(doubt,))
    assert apply(SOURCE, page, SplitBlock(here)).problems == ()
    assert apply(SOURCE, page, SplitBlock(other)).problems == (doubt,)


def test_a_problem_goes_with_its_text() -> None:
    (problem,) = after(JoinArticles(at("求"), at("数字"))).problems
    assert problem.article_id == TWO
    assert after(SetAside(at("求"))).problems == ()


def test_a_problem_stays_on_what_is_left_of_its_text() -> None:
    whole = Span(at("求"), at("长") + 1)
    doubt = replace(PAGE.problems[0], span=whole)
    page = replace(PAGE, problems=(doubt,))
    (problem,) = apply(SOURCE, page, DropRepeat(at("求"), at("之"))).problems
    assert problem.span == Span(at("之"), whole.end)
    assert apply(SOURCE, page, DropRepeat(*whole)).problems == ()


def test_blocks_can_become_an_article_of_their_own() -> None:
    recovery = after(MoveBlocks((at("班组"),), None))
    assert [article.id for article in recovery.articles] == [
        ONE,
        f"{SOURCE.id}-at{at('班组')}",
        TWO,
    ]


def test_a_new_article_begins_where_the_user_says() -> None:
    assert texts(after(SplitArticle(at("班组"))))[:2] == [
        ["匠心 筑梦", "王敏"],
        ["班组是细胞。人人是主角。", "求木之长"],
    ]


def test_ids_do_not_depend_on_what_else_is_done() -> None:
    alone = after(SplitArticle(at("求")))
    (number,) = {article.id for article in alone.articles} - {ONE, TWO}
    both = after(SplitArticle(at("班组")), SplitArticle(at("求")))
    assert next(a for a in both.articles if a.id == number).blocks == alone.articles[1].blocks


def test_an_article_joined_to_another_keeps_the_others_id() -> None:
    (whole,) = after(JoinArticles(at("数字"), at("求"))).articles
    assert whole.id == ONE
    assert whole.title == "匠心 筑梦 数字工匠"


@pytest.mark.parametrize(
    ("operation", "ids"),
    [
        (MoveArticle(at("数字"), at("求")), [TWO, ONE]),
        (MoveArticle(at("求"), at("数字"), after=True), [TWO, ONE]),
    ],
)
def test_an_article_moves_with_all_its_blocks(operation: MoveArticle, ids: list[str]) -> None:
    moved = after(operation)
    assert [article.id for article in moved.articles] == ids
    assert sorted(moved.articles, key=lambda a: a.id) == sorted(PAGE.articles, key=lambda a: a.id)


def test_a_space_in_a_title_is_read_again_when_a_block_becomes_one() -> None:
    as_text = after(ChangeKind(at("匠心"), BlockKind.PARAGRAPH))
    assert texts(as_text)[0][0] == "匠心筑梦"
    back = apply(SOURCE, as_text, ChangeKind(at("匠心"), BlockKind.TITLE))
    assert back == PAGE


@pytest.mark.parametrize(("level", "given"), [(-1, 1), (2, 2), (9, 3)])
def test_only_headings_have_a_level_from_1_to_3(level: int, given: int) -> None:
    heading = after(ChangeKind(at("求"), BlockKind.HEADING, level)).articles[0].blocks[-1]
    assert heading.level == given
    assert after(ChangeKind(at("求"), BlockKind.NOTE, level)).articles[0].blocks[-1].level == 0


def test_furniture_becomes_a_block_beside_the_text_it_stood_by() -> None:
    recovery = after(ChangeKind(0, BlockKind.COLUMN))
    assert recovery.furniture == ()
    assert recovery.articles[0].column == "观点"


def test_what_is_set_aside_can_be_brought_back() -> None:
    recovery = after(SetAside(at("求")), ChangeKind(at("求"), BlockKind.PARAGRAPH))
    assert texts(recovery) == texts(PAGE)
    assert recovery.furniture == PAGE.furniture


def test_an_article_with_nothing_left_is_none() -> None:
    recovery = after(SetAside(at("数字")), SetAside(at("新质")))
    assert [article.id for article in recovery.articles] == [ONE]


def test_a_repeat_is_dropped_out_of_its_block_and_remembered() -> None:
    recovery = after(DropRepeat(at("人人"), at("主角")))
    assert texts(recovery)[0][2] == "班组是细胞。主角。"
    assert recovery.repeats == (Span(at("人人"), at("主角")),)
    assert set(recovery.repeats) <= set(recovery.furniture)


def test_a_repeat_that_is_brought_back_is_none_any_more() -> None:
    start, end = at("人人"), at("主角")
    assert after(DropRepeat(start, end), ChangeKind(start, BlockKind.NOTE)).repeats == ()


# --- corrections ---------------------------------------------------------------------------


def corrected(*operations: Tidying) -> Block:
    return after(*operations).articles[0].blocks[2]


def test_a_correction_shows_and_remembers_what_is_printed() -> None:
    found = corrected(Correct(at("细胞"), at("细胞") + 2, "基本细胞"))
    assert found.text == "班组是基本细胞。人人是主角。"
    assert found.original == "班组是细胞。人人是主角。"
    span = Span(at("细胞"), at("细胞") + 2)
    assert found.corrections == (Correction(span, "细胞", "基本细胞", 3),)


def test_the_text_as_printed_takes_a_correction_back() -> None:
    start, end = at("细胞"), at("细胞") + 2
    assert after(Correct(start, end, "单元"), Correct(start, end, "细胞")) == PAGE


def test_a_wider_correction_takes_the_place_of_those_inside_it() -> None:
    inner, outer = Correct(at("细"), at("细") + 1, "粗"), Correct(at("是细"), at("。人"), "很好")
    (found,) = corrected(inner, outer).corrections
    assert (found.original, found.text) == ("是细胞", "很好")


def test_a_correction_over_a_line_end_is_of_the_characters_only() -> None:
    (found,) = corrected(Correct(at("人人"), at("主角"), "都是")).corrections
    assert found.original == "人人是"


def test_corrections_stay_when_blocks_are_split_joined_and_moved() -> None:
    start = at("主角")
    recovery = after(
        Correct(start, start + 2, "主人"),
        SplitBlock(at("人人")),
        MoveBlocks((at("人人"),), at("新质"), after=True),
        JoinBlocks(at("人人")),
    )
    assert texts(recovery)[1][-1] == "新质生产力。人人是主人。"
    assert recovery.articles[1].blocks[-1].original == "新质生产力。人人是主角。"


# --- what the page lacks -------------------------------------------------------------------


def test_words_that_the_page_lacks_are_seen_to_be_the_users() -> None:
    recovery = after(Supply(at("新质"), BlockKind.AUTHOR, " 李强、杜宇 "))
    article = recovery.articles[1]
    assert article.authors == ("李强", "杜宇")
    assert [block.supplied for block in article.blocks] == [False, True, False]


def test_supplied_words_can_be_changed_and_taken_back() -> None:
    first = Supply(at("新质"), BlockKind.SUBTITLE, "甲")
    again = Supply(at("新质"), BlockKind.SUBTITLE, "乙")
    assert after(first, again).articles[1].texts(BlockKind.SUBTITLE) == ("乙",)
    assert after(first, Supply(at("新质"), BlockKind.SUBTITLE, "")) == PAGE


def test_a_problem_is_settled_by_hand() -> None:
    assert after(Settle(at("求"), ProblemKind.COLUMNS_MIXED)).problems == ()
    assert after(Settle(at("求"), ProblemKind.REPEATED)).problems == PAGE.problems


# --- what is refused -----------------------------------------------------------------------

START = at("主角")
REFUSED: list[tuple[Tidying, str]] = [
    (SplitBlock(at("匠心")), "nothing-to-split"),
    (SplitBlock(0), "nothing-to-split"),
    (SplitBlock(2), "no-such-block"),
    (JoinBlocks(at("匠心")), "no-block-before"),
    (MoveBlocks((at("求"),), at("求")), "block-before-itself"),
    (MoveBlocks((), None), "no-such-block"),
    (SplitArticle(at("匠心")), "nothing-to-split"),
    (JoinArticles(at("求"), at("王")), "nothing-changed"),
    (MoveArticle(at("求"), at("数字")), "nothing-changed"),
    (MoveArticle(at("求"), at("求")), "nothing-changed"),
    (ChangeKind(at("求"), BlockKind.PARAGRAPH), "nothing-changed"),
    (SetAside(0), "no-such-block"),
    (DropRepeat(0, 2), "no-such-block"),
    (Correct(2, 3, "字"), "nothing-to-correct"),
    (Correct(0, 1, "字"), "no-such-block"),
    (Correct(START, at("木"), "字"), "correction-outside-block"),
    (Correct(START, START + 2, " 主角\n"), "nothing-changed"),
    (Correct(at("求"), at("数字"), ""), "empty-block"),
    (Supply(at("求"), BlockKind.PARAGRAPH, "字"), "body-not-supplied"),
    (Supply(at("求"), BlockKind.TITLE, "题"), "field-on-page"),
    (Supply(at("求"), BlockKind.SUBTITLE, " "), "nothing-changed"),
]


@pytest.mark.parametrize(("operation", "reason"), REFUSED)
def test_what_does_not_fit_is_refused(operation: Tidying, reason: str) -> None:
    with pytest.raises(EditRefused) as refused:
        apply(SOURCE, PAGE, operation)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "operation",
    [
        SplitBlock(START + 1),
        DropRepeat(START + 1, at("求")),
        Correct(START + 1, START + 3, "字"),
    ],
)
def test_a_correction_is_never_cut(operation: Tidying) -> None:
    page = after(Correct(START, START + 2, "主人"))
    with pytest.raises(EditRefused) as refused:
        apply(SOURCE, page, operation)
    assert refused.value.reason == "cuts-correction"


# --- from text to place --------------------------------------------------------------------


def test_every_character_has_its_place_in_the_raw_text() -> None:
    shown = corrected(Correct(at("细胞"), at("细胞") + 2, "基本细胞"))
    found = "".join(RAW[place] for place in places(RAW, shown))
    assert found == "班组是细胞胞胞。人人是主角。"


def test_supplied_words_have_no_place() -> None:
    assert places(RAW, Block(BlockKind.TITLE, "题", ())) == ()


def test_places_of_a_body_count_like_the_body() -> None:
    article = PAGE.articles[0]
    found = body_places(RAW, article)
    assert len(found) == len(article.body)
    assert RAW[found[article.body.index("木")]] == "木"


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("王 敏", "王敏"),
        ("王敏 李强", "王敏 李强"),
        ("余 茜 马春媛", "余茜 马春媛"),
        ("欧 阳 修", "欧阳修"),
        ("王 敏\n李 强", "王敏 李强"),
    ],
)
def test_a_byline_keeps_its_names_apart(printed: str, names: str) -> None:
    assert clean(printed, [Span(0, len(printed))], BlockKind.AUTHOR) == names

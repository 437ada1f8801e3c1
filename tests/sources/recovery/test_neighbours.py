"""What is doubtful about an article beside the others of its page."""

from studydesk.domain.article import (
    Article,
    Block,
    BlockKind,
    Problem,
    ProblemKind,
    Recovery,
    Source,
    Span,
)
from studydesk.domain.doubtful_page import Way
from studydesk.domain.second_guesses import second_guesses
from studydesk.domain.tidying import replay
from studydesk.sources.recovery.neighbours import neighbour_problems

TITLE, AUTHOR, TEXT, PLACE = (
    BlockKind.TITLE,
    BlockKind.AUTHOR,
    BlockKind.PARAGRAPH,
    BlockKind.AFFILIATION,
)
Piece = tuple[BlockKind, str]


def page(raw: str, *articles: tuple[Piece, ...]) -> list[Article]:
    """Articles whose blocks have the places of their words on the page."""

    def block(kind: BlockKind, text: str) -> Block:
        return Block(
            kind, "".join(text.split()), (Span(raw.index(text), raw.index(text) + len(text)),)
        )

    return [
        Article(f"a-{number}", "page", tuple(block(*piece) for piece in pieces))
        for number, pieces in enumerate(articles)
    ]


def told(raw: str, articles: list[Article]) -> list[tuple[ProblemKind, str]]:
    return [(each.kind, raw[slice(*each.span)]) for each in neighbour_problems(raw, articles)]


RAW = "甲题\n王敏\n甲文。\n乙题\n李伟\n乙文。\n（作者系某厂工人）\n（作者系某校教师）"
FIRST = ((TITLE, "甲题"), (AUTHOR, "王敏"), (TEXT, "甲文。"))
SECOND = ((TITLE, "乙题"), (AUTHOR, "李伟"), (TEXT, "乙文。"))


def test_who_the_authors_are_is_doubtful_where_it_stands_behind_another_article() -> None:
    own, others = (PLACE, "（作者系某厂工人）"), (PLACE, "（作者系某校教师）")
    articles = page(RAW, (*FIRST, others), (*SECOND, own))
    assert told(RAW, articles) == [(ProblemKind.COLUMNS_MIXED, "（作者系某校教师）")]


def test_it_is_not_where_it_stands_behind_its_own_article_or_beside_its_head() -> None:
    raw = "甲题\n（作者系某厂工人）\n甲文。\n乙文。\n（作者系某校教师）\n"
    first = ((TITLE, "甲题"), (PLACE, "（作者系某厂工人）"), (TEXT, "甲文。"))
    assert told(raw, page(raw, first, ((TEXT, "乙文。"), (PLACE, "（作者系某校教师）")))) == []


def test_a_title_of_several_lines_without_an_author_is_doubtful_among_signed_articles() -> None:
    raw = "甲题\n王敏\n甲文。\n乙题上\n乙题下\n乙文。"
    unsigned = ((TITLE, "乙题上"), (TITLE, "乙题下"), (TEXT, "乙文。"))
    assert told(raw, page(raw, FIRST, unsigned)) == [(ProblemKind.AUTHOR_UNKNOWN, "乙题上")]
    assert told(raw, page(raw, FIRST[:1] + FIRST[2:], unsigned)) == []


EDITED = "让操的形式更丰\n本版编辑：祝遥 见习编辑：孔笙\n富，让身子更暖。"


def edited() -> tuple[list[Article], Problem]:
    articles = page(EDITED, ((TEXT, EDITED),))
    (problem,) = neighbour_problems(EDITED, articles)
    return articles, problem


def test_those_who_made_the_page_are_doubtful_in_the_middle_of_a_text() -> None:
    _, problem = edited()
    assert (problem.kind, problem.detail) == (
        ProblemKind.AUTHOR_UNKNOWN,
        "本版编辑：祝遥 见习编辑：孔笙",
    )


def test_they_go_aside_and_the_text_goes_on_around_them() -> None:
    articles, problem = edited()
    source, recovery = Source("page", EDITED), Recovery(tuple(articles), (), (problem,))
    (guess,) = second_guesses(source, recovery, problem)
    after = replay(source, recovery, guess.operations).recovery
    assert guess.way is Way.ASIDE
    assert after.articles[0].body == "让操的形式更丰富，让身子更暖。"
    assert after.furniture == (problem.span,)


def test_a_sentence_about_editors_is_none_of_them() -> None:
    raw = "责任编辑要把好关，\n校对也是一样。"
    assert told(raw, page(raw, ((TEXT, raw),))) == []

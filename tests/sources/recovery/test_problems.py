"""What comes twice is told where it stands, and nowhere else."""

from studydesk.domain.article import Article, Block, BlockKind, ProblemKind, Span
from studydesk.sources.recovery.problems import order_problems, ordinal_problems, repeat_problems

ONE = "各级工会要认真对标对表，站在党和国家事业全局的高度，认识和把握目标任务，建设工人大军。"
TWO = "新就业形态劳动者的权益保护面临新的问题，需要创新维权服务的方式，提升服务的精准性，办好实事。"
RAW = f"{ONE}\n{TWO}\n{ONE}{TWO}\n"


def article(number: int, *texts: tuple[int, str]) -> Article:
    """An article of paragraphs that stand at these places of the page."""
    blocks = (Block(BlockKind.PARAGRAPH, t, (Span(at, at + len(t)),)) for at, t in texts)
    return Article(str(number), "page", tuple(blocks))


def told(*articles: Article) -> list[str]:
    return [RAW[slice(*problem.span)] for problem in repeat_problems(RAW, articles)]


def test_a_repeat_in_one_article_is_told_as_one() -> None:
    whole = article(1, (0, ONE), (len(ONE) + 1, TWO), (RAW.index(ONE + TWO), ONE + TWO))
    assert told(whole) == [f"{ONE}\n{TWO}", ONE + TWO]


def test_a_repeat_does_not_go_on_from_one_article_into_the_next() -> None:
    first, second = article(1, (0, ONE)), article(2, (len(ONE) + 1, TWO))
    third = article(3, (RAW.index(ONE + TWO), ONE + TWO))
    assert told(first, second, third) == [ONE, ONE, TWO, TWO]


def test_a_repeat_does_not_go_on_over_the_text_of_another_article() -> None:
    copy = RAW.index(ONE + TWO)
    moved = article(1, (0, ONE), (copy + len(ONE), TWO))
    other = article(2, (copy, ONE), (len(ONE) + 1, TWO))
    assert told(moved, other) == [ONE, ONE, TWO, TWO]


def test_a_repeat_leaves_the_stop_before_it_to_the_sentence_that_it_ends() -> None:
    raw = f"前一段讲明白。{TWO}\n另起一段。{ONE}\n又一段也说完了。{TWO}\n"
    cut = raw.index(TWO) + len(TWO) + 1
    whole = article(1, (0, raw[: cut - 1]), (cut, raw[cut:-1]))
    found = [raw[slice(*problem.span)] for problem in repeat_problems(raw, [whole])]
    assert found == [TWO, TWO]


def test_of_a_copy_right_behind_what_it_copies_one_whole_sentence_stays() -> None:
    raw = f"前一段说完了。{TWO}{TWO}"
    (_, copy) = repeat_problems(raw, [article(1, (0, raw))])
    assert raw[: copy.span.start] + raw[copy.span.end :] == f"前一段说完了。{TWO}"


def test_a_part_out_of_order_on_both_sides_is_told_once() -> None:
    (problem,) = order_problems([Span(3, 9), Span(3, 9)])
    assert problem.span == Span(3, 9)


def test_a_heading_with_the_number_one_again_is_doubtful_and_says_so() -> None:
    texts = ("一、深入学习贯彻精神", "一、坚持党的全面领导", "二、聚焦主责主业")
    blocks = [
        Block(BlockKind.HEADING, text, (Span(20 * n, 20 * n + len(text)),), 1)
        for n, text in enumerate(texts)
    ]
    told = [(problem.kind, problem.span, problem.detail) for problem in ordinal_problems(blocks)]
    assert told == [(ProblemKind.COLUMNS_MIXED, blocks[1].spans[0], "一")]

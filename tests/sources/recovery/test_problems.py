"""What comes twice is told where it stands, and nowhere else."""

from studydesk.domain.article import Article, Block, BlockKind, Span
from studydesk.sources.recovery.problems import repeat_problems

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

"""What the tests of this room share: passages, and the articles of the seeds, made once."""

from collections.abc import Iterator

import pytest

from studydesk import paths
from studydesk.domain.article import Article, Block, BlockKind
from studydesk.domain.passage import Passage
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover

RULED = (
    "厂工会专门立了一条规矩。每个新来的徒弟先跟师傅站三天，不摸机器，只看只问，问出三个问题才上手。"
    "手练得越勤，活干得越顺。职工都这样说，班组长也点头。"
)
LEADER = (
    "习近平总书记强调，工会要协同各个方面为劳动模范、大国工匠发挥作用搭建平台、提供舞台，"
    "培养造就更多劳动模范、大国工匠。工会组织要开展技能竞赛，让更多工匠脱颖而出。"
    "推广师带徒，把绝活传下去。组织工匠进班组，当面教手艺。"
)


def passage(text: str) -> Passage:
    return Passage("a-1", 0, len(text), text)


def article(body: str, *over: tuple[BlockKind, str]) -> Article:
    """An article with a body, a block for each line, and other blocks over it."""
    lines = ((BlockKind.PARAGRAPH, line) for line in body.split("\n"))
    return Article("a-1", "a", tuple(Block(kind, text, ()) for kind, text in (*over, *lines)))


def passages_of(articles: tuple[Article, ...]) -> Iterator[Passage]:
    """Every paragraph of every article, and every article as a whole."""
    for article in articles:
        yield passage(article.body)
        yield from (passage(line) for line in article.body.split("\n") if line.strip())


@pytest.fixture(scope="session")
def seed_articles() -> tuple[Article, ...]:
    """The articles of the starter pages, as they are recovered."""
    files = sorted(paths.seeds().glob("*.txt"))
    return tuple(article for file in files for article in recover(read_file(file)).articles)

"""A library of the test's own, and pages to put into it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from studydesk.domain.article import Article, Block, BlockKind, Recovery, Source, Span
from studydesk.domain.packet import Packet
from studydesk.library import Library

Written = tuple[str, str]
"""An article as a test writes it: its title and its body, paragraphs on lines of their own."""
Page = tuple[Source, Recovery]
MakePage = Callable[..., Page]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that no library is in yet."""
    return tmp_path / "学习台"


@pytest.fixture
def library(folder: Path) -> Iterator[Library]:
    """An empty library."""
    with Library.open(folder) as opened:
        yield opened


@pytest.fixture(scope="session")
def make_page() -> MakePage:
    """Makes a source and its recovery; every block stands in the raw text as it is written."""
    return _written_page


@pytest.fixture
def page() -> Page:
    """A page of two articles, in the column 理论, by 王敏 and 杜宇."""
    return _written_page(("工会服务生态圈", "新质生产力。\n职工之家"), ("工匠精神", "数字工匠"))


def _written_page(*articles: Written, name: str = "一版.txt") -> Page:
    raw, made = "", []
    for title, body in articles:
        blocks = []
        lines = [
            (BlockKind.COLUMN, "理论"),
            (BlockKind.TITLE, title),
            (BlockKind.AUTHOR, "王敏 杜宇"),
        ]
        lines += [(BlockKind.PARAGRAPH, line) for line in body.split("\n")]
        for kind, text in lines:
            blocks.append(Block(kind, text, (Span(len(raw), len(raw) + len(text) + 1),)))
            raw += text + "\n"
        made.append(tuple(blocks))
    source = Source(name, raw, "工人日报", date(2025, 11, 3), "7")
    return source, Recovery(
        tuple(
            Article(f"{source.id}-{number}", source.id, blocks)
            for number, blocks in enumerate(made, 1)
        )
    )


@pytest.fixture
def backup(folder: Path, page: Page) -> Path:
    """A copy with two articles and the packet 周五; the library has 周六 instead by now."""
    with Library.open(folder) as library:
        library.add(*page)
        library.save_packet(Packet("周五", id="friday"))
        copy = library.back_up()
        library.delete_packet("friday")
        library.save_packet(Packet("周六", id="saturday"))
    return copy

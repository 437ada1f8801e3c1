"""An article with a few blocks, and where it was printed."""

from datetime import date

import pytest

from studydesk.domain.article import Article, Block, BlockKind, Source, Span


def _block(kind: BlockKind, text: str, start: int) -> Block:
    return Block(kind, text, (Span(start, start + len(text)),))


@pytest.fixture
def source() -> Source:
    return Source("四版.txt", "原文", "工人日报", date(2026, 10, 9), "第四版")


@pytest.fixture
def article(source: Source) -> Article:
    texts = [
        (BlockKind.COLUMN, "前沿观察"),
        (BlockKind.TITLE, "匠心筑梦"),
        (BlockKind.TITLE, "技能报国"),
        (BlockKind.AUTHOR, "王敏 李强"),
        (BlockKind.AFFILIATION, "（作者单位：市总工会）"),
        (BlockKind.HEADING, "一、班组是细胞"),
        (BlockKind.PARAGRAPH, "班组是企业的细胞。"),
        (BlockKind.PARAGRAPH, "　　人人都是主角。"),
        (BlockKind.CREDIT, "责任编辑 张三"),
    ]
    blocks = tuple(_block(kind, text, 20 * n) for n, (kind, text) in enumerate(texts))
    return Article(f"{source.id}-1", source.id, blocks)

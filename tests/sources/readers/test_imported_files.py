"""Whole files of other programs, from their bytes to articles."""

from pathlib import Path

import pytest

from studydesk.domain.article import BlockKind, spans_text
from studydesk.errors import SourceOldWord
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover

FILES = Path(__file__).parents[2] / "data" / "imports"
READABLE = sorted(path for path in FILES.iterdir() if path.suffix != ".doc")


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.name)
def test_every_character_is_in_one_block_or_in_the_furniture(path: Path) -> None:
    source = read_file(path)
    recovery = recover(source)
    blocks = [block for article in recovery.articles for block in article.blocks]
    spans = [*recovery.furniture, *(span for block in blocks for span in block.spans)]
    kept = spans_text(source.raw, sorted(spans))
    assert "".join(kept.split()) == "".join(source.raw.split())


@pytest.mark.parametrize("name", ["libreoffice.docx", "libreoffice.pdf"])
def test_an_article_is_whole_after_its_way_through_a_document(name: str) -> None:
    (article,) = recover(read_file(FILES / name)).articles
    assert article.title.endswith("把手艺传下去")
    assert article.authors == ("王敏",)
    assert article.affiliation == "作者单位：某机床厂工会"
    assert article.texts(BlockKind.HEADING) == tuple(
        f"{ordinal}、第{number}个小标题" for number, ordinal in enumerate("一二三四", 1)
    )
    assert len(article.texts(BlockKind.PARAGRAPH)) == 8


def test_an_old_document_says_what_to_do() -> None:
    with pytest.raises(SourceOldWord):
        read_file(FILES / "libreoffice.doc")

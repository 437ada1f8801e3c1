from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.article import (
    Article,
    Block,
    BlockKind,
    Source,
    Span,
    count_characters,
    source_id_of,
    spans_text,
)


def test_the_same_text_is_the_same_source_whatever_it_is_called() -> None:
    assert Source("甲.txt", "正文").id == Source("乙.txt", "正文", "工人日报").id


def test_another_text_is_another_source() -> None:
    assert Source("甲.txt", "正文").id != Source("甲.txt", "正文。").id


@given(st.text(st.characters()))
def test_every_text_has_an_id_of_sixteen_digits(raw: str) -> None:
    assert len(Source("", raw).id) == 16
    assert int(Source("", raw).id, 16) >= 0


@pytest.mark.parametrize("ending", ["1", "at19", "at19-2", "3-2-2"])
def test_every_article_of_a_page_tells_which_page_it_is_of(ending: str) -> None:
    page = Source("甲.txt", "正文").id
    assert source_id_of(f"{page}-{ending}") == page


def test_a_title_in_two_blocks_is_one_line(article: Article) -> None:
    assert article.title == "匠心筑梦 技能报国"


def test_an_article_without_a_title_has_an_empty_one(article: Article) -> None:
    assert replace(article, blocks=article.body_blocks).title == ""


def test_a_byline_names_its_authors_one_by_one(article: Article) -> None:
    assert article.authors == ("王敏", "李强")


def test_an_affiliation_loses_its_brackets(article: Article) -> None:
    assert article.affiliation == "作者单位：市总工会"


def test_several_affiliations_stand_together_with_nothing_that_is_not_printed() -> None:
    blocks = (
        Block(BlockKind.AFFILIATION, "西州油田公司", (Span(0, 6),)),
        Block(BlockKind.AFFILIATION, "（西州石油大学）", (Span(7, 15),)),
    )
    assert Article("1", "1", blocks).affiliation == "西州油田公司 西州石油大学"


def test_the_column_is_told_apart_from_the_title(article: Article) -> None:
    assert article.column == "前沿观察"


def test_the_body_is_what_a_reader_reads(article: Article) -> None:
    assert article.body == "一、班组是细胞\n班组是企业的细胞。\n　　人人都是主角。"


def test_the_length_counts_the_body_without_white_space(article: Article) -> None:
    assert article.length == 7 + 9 + 7


@pytest.mark.parametrize("space", [" ", "\n", "\t", "\u3000", "\u00a0"])
def test_no_kind_of_white_space_counts_as_a_character(space: str) -> None:
    assert count_characters(f"学{space}习") == 2


@given(st.text(), st.text())
def test_characters_of_two_texts_add_up(one: str, other: str) -> None:
    assert count_characters(one + other) == count_characters(one) + count_characters(other)


def test_spans_give_the_raw_text_in_their_order() -> None:
    assert spans_text("班组学习", [Span(2, 4), Span(0, 2)]) == "学习班组"


@given(st.lists(st.sampled_from(BlockKind)))
def test_every_kind_of_block_can_be_asked_for(kinds: list[BlockKind]) -> None:
    blocks = tuple(Block(kind, f"第{n}", (Span(n, n + 1),)) for n, kind in enumerate(kinds))
    article = Article("s-1", "s", blocks)
    found = [text for kind in BlockKind for text in article.texts(kind)]
    assert sorted(found) == sorted(block.text for block in blocks)

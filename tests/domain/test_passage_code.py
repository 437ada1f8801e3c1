"""A short code leads from paper back to the passage."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.article import Article, Block, BlockKind, Source, Span
from studydesk.domain.passage import Passage
from studydesk.domain.passage_code import code_of, fits, places_of, read_code

TEXT = "工匠精神是敬畏与热爱。" * 900
ARTICLE = Article("页-1", "页", (Block(BlockKind.PARAGRAPH, TEXT, (Span(0, len(TEXT)),)),))
SOURCE = Source("页", TEXT)


def passage(start: int) -> Passage:
    return Passage.pick(ARTICLE, SOURCE, start, start + 20)


@given(st.integers(0, len(TEXT) - 20))
def test_a_code_leads_back_to_the_first_sentence_of_its_passage(start: int) -> None:
    places = places_of(code_of(passage(start)), ARTICLE)
    assert [at for at, _ in places] == [*range(start % 8192, len(TEXT), 8192)]
    (end,) = (end for at, end in places if at == start)
    assert TEXT[start:end] == TEXT[start : TEXT.index("。", start + 1) + 1]


@given(st.text(min_size=1), st.integers(0, 10**6))
def test_a_code_is_typed_in_any_way(article_id: str, start: int) -> None:
    code = code_of(replace(passage(0), article_id=article_id, start=start))
    assert len(code) == 6
    assert code == read_code(code) == read_code(f" {code[:3].lower()}-{code[3:]} ")
    assert fits(code, article_id)


def test_letters_that_are_read_for_digits_are_taken_for_these() -> None:
    assert read_code("o1lI0k") == "01110K"


@pytest.mark.parametrize("text", ["工匠精神文化", "ABC12", "ABC1234", "ABU123", "１２３４５６", ""])
def test_what_is_no_code_is_none(text: str) -> None:
    assert read_code(text) == ""


def test_a_code_of_another_article_leads_nowhere_in_this_one() -> None:
    code = code_of(replace(passage(7), article_id="页-2"))
    assert places_of(code, ARTICLE) == ()


def test_hardly_any_two_passages_of_a_library_share_a_code() -> None:
    codes = {
        code_of(replace(passage(0), article_id=f"页-{article}", start=start))
        for article in range(400)
        for start in range(0, 2000, 40)
    }
    assert len(codes) > 0.999 * 400 * 50

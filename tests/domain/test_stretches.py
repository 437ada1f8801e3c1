"""Stretches made whole: by sentences, and with the text below a subheading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.article import Article, Block, BlockKind, Span
from studydesk.domain.passage import Insertion, Omission, Passage
from studydesk.domain.stretches import (
    made_whole,
    sentences_within,
    whole_sentences,
    with_what_follows,
)

BODY = "第一，坚持主业。他说：“质量是生命。”大家都同意！\n第二段只有一句……还有半句"


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("坚持主业", "第一，坚持主业。"),
        ("第一，坚持主业。", "第一，坚持主业。"),
        ("质量是生命。", "他说：“质量是生命。”"),
        ("同意！\n第二", "大家都同意！\n第二段只有一句……"),
        ("半句", "还有半句"),
        ("\n第二段只有一句……", "第二段只有一句……"),
    ],
)
def test_a_cut_sentence_is_made_whole(cut: str, whole: str) -> None:
    start = BODY.index(cut)
    first, last = whole_sentences(BODY, start, start + len(cut))
    assert BODY[first:last] == whole


@given(st.text("字。”\n ", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_making_whole_reaches_all_of_it_and_is_done_at_once(body: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(body)), min(two, len(body))))
    first, last = whole_sentences(body, start, end)
    assert body[start:end].strip() in body[first:last]
    assert whole_sentences(body, first, last) == (first, last)


def article(*blocks: tuple[BlockKind, str]) -> Article:
    return Article("a-1", "a", tuple(Block(kind, text, (Span(0, 1),)) for kind, text in blocks))


def test_a_subheading_takes_the_paragraph_below_along() -> None:
    heading, text = (BlockKind.HEADING, "一、主业"), (BlockKind.PARAGRAPH, "坚持主业。")
    page = article(text, heading, text, text)
    start = page.body.index("一、主业")
    first, last = with_what_follows(page, start, start + 4) or (0, 0)
    assert page.body[first:last] == "一、主业\n坚持主业。"


def test_a_stretch_with_text_in_it_stays() -> None:
    page = article((BlockKind.PARAGRAPH, "坚持主业。"), (BlockKind.HEADING, "二、创新"))
    assert with_what_follows(page, 0, len(page.body)) == (0, len(page.body))


def test_a_subheading_over_nothing_is_no_passage() -> None:
    page = article((BlockKind.PARAGRAPH, "坚持主业。"), (BlockKind.HEADING, "二、创新"))
    assert with_what_follows(page, 6, 10) is None


# --- whole sentences within ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("学以致用，要天天练。师傅讲。我们听。", "，要天天练。师傅讲。", "师傅讲。"),
        ("班前会开好。师傅讲。大家都来听。", "师傅讲。大家都", "师傅讲。"),
        ("班前会开好。师傅讲。大家听。", "师傅讲。", "师傅讲。"),
        ("师傅讲，大家听，都记下", "讲，大家", "讲，大家"),
        ("“师傅讲。”大家听。", "大家听。", "大家听。"),
        ("先讲安全。后讲技术。", "先讲安全。后讲技术。", "先讲安全。后讲技术。"),
    ],
)
def test_a_stretch_is_drawn_in_to_the_whole_sentences_it_holds(
    text: str, cut: str, whole: str
) -> None:
    start = text.index(cut)
    first, last = sentences_within(text, start, start + len(cut))
    assert text[first:last] == whole


def test_a_passage_made_whole_keeps_what_was_done_to_it_on_the_same_words() -> None:
    page = article((BlockKind.PARAGRAPH, "练手艺。要把工序做到位，天天练。再说。"))
    text = "工序做到位，天天练"
    cut = Passage("a-1", 6, 6 + len(text), text, operations=(Insertion(0, "每道"), Omission(5, 9)))
    whole = made_whole(cut, page)
    assert (whole.text, whole.before, whole.after) == (
        "要把工序做到位，天天练。",
        "练手艺。",
        "再说。",
    )
    assert whole.operations == (Insertion(2, "每道"), Omission(7, 11))
    assert made_whole(whole, page) == whole


def test_a_passage_is_left_alone_where_its_article_says_something_else() -> None:
    cut = Passage("a-1", 0, 2, "别的")
    assert made_whole(cut, article((BlockKind.PARAGRAPH, "练手艺。"))) == cut

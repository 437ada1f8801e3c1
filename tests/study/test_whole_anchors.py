"""What a suggestion quotes stands in its text, in whole clauses, whatever the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.article import Article
from studydesk.domain.passage import Blank, Omission
from studydesk.study.suggestions import LONGEST, suggest

from .conftest import RULED, passage, passages_of


def test_every_suggestion_of_the_seeds_is_about_exact_words(
    seed_articles: tuple[Article, ...],
) -> None:
    for each in passages_of(seed_articles):
        for one in suggest(each):
            assert each.text[one.start : one.end] == one.words
            if one.structure not in ("leader", "speakers"):
                assert one.words.replace("“", "‘").replace("”", "’") in one.question.text


@pytest.mark.parametrize("operation", [Omission, Blank])
def test_words_that_are_left_out_or_blanked_are_not_asked_about(
    operation: type[Omission | Blank],
) -> None:
    start = RULED.index("厂工会")
    end = RULED.index("手练得")
    cut = passage(RULED).with_operation(operation(start, end))
    assert not [one for one in suggest(cut) if start < one.end and one.start < end]


PIECES = st.sampled_from(
    [
        "一是",
        "二是",
        "第一，",
        "第二，",
        "“",
        "”",
        "。",
        "，",
        "；",
        "\n",
        "技能",
        "职工",
        "开展",
        "培训",
        "从",
        "转向",
        "不足",
        "是",
        "既要",
        "又要",
        "党中央",
        "强调，",
        "《意见》提出",
        "例如，",
        "12万人",
        "工会",
        "《",
        "不是目的，而是",
        "与其",
        "不如",
        "往往",
        "越",
        "却",
        "这",
        "所以，",
        "班组",
        "手艺",
        "由",
        "改为",
        "当班",
        "降到了",
        "三成",
        "应当",
        "要求",
        "更加",
        "可以",
        "能够",
        "“甲组”",
        "转为",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_gets_short_anchored_questions(text: str) -> None:
    for one in suggest(passage(text)):
        assert text[one.start : one.end] == one.words
        assert len(one.question.text) <= LONGEST


_STOP = "，。；：！？、—“”‘’（）《》\n "
_JOINED = re.compile(
    "(?:第?[一二三四五六七八九十]+[是要，、]|其[一二三四五六]，|（[一二三四五六]）|首先|其次|再次|最后|先|再|所以|因此|可见|但是?|然而|其实"
    "|同时|工会(?:组织|干部)?(?:要|应[当该]?|需要?|可以?)?|应[当该]|需要|[还也就更需应要是它]|进一步|充分|主动|积极|着力|不断|切实|在于)$"
)
"""What joins a clause to those before it, and is not quoted with it."""


_WORD = re.compile("应当|应该|要求|要素|能够|可以|可能|更加|也许|还是|就是|需要|需求|必须")


def assert_whole_clauses(text: str) -> None:
    """Every anchor stands in the text, and begins and ends where a clause does."""
    for one in suggest(passage(text)):
        assert text[one.start : one.end] == one.words
        before, behind = text[: one.start], text[one.end :]
        assert not before or before[-1] in _STOP or _JOINED.search(before)
        assert not behind or behind[0] in _STOP or one.words[-1] in _STOP
        assert not _WORD.fullmatch(before[-1:] + one.words[:1])
        assert not _WORD.fullmatch(one.words[-1:] + behind[:1])


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_anchor_is_made_of_whole_clauses(text: str) -> None:
    assert_whole_clauses(text)


def test_every_anchor_of_the_seeds_is_made_of_whole_clauses(
    seed_articles: tuple[Article, ...],
) -> None:
    for each in passages_of(seed_articles):
        assert_whole_clauses(each.text)

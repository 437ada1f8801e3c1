"""No question has a word that the handout leaves out or blanks, wherever that stands."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.article import Article
from studydesk.domain.packet import QuestionKind
from studydesk.domain.passage import Blank, Omission, Passage
from studydesk.study.sentences import HIDDEN, on_paper, sentences
from studydesk.study.suggestions import Suggestion, lead_on, suggest

from .conftest import LEADER, RULED, passage, passages_of

ASPECTS = "工会有事可做。入会方式上，扫码就行；协商层级上，先谈站点；服务内容上，送课上门。"
FOR_WHOM = "协议人人都签。对企业来说，签一纸协议成本很低；对劳动者来说，两年不能干本行。"
SIDES = "车间方主张先看成色，合格了再记；班组方认为，不先记账，谁也说不清成色。"
ROUNDUP = (
    "班组的事班组议。师傅们把难处摆到桌上，一条一条讲清楚，讲完了大家举手，定下来就写在墙上。\n"
    "——机修车间钳工 李明\n"
    "手艺要一遍一遍练。新来的徒弟先看三天，再上手摸机器，摸熟了才准动刀，谁也不能例外。\n"
    "——装配车间焊工 张强"
)
LISTED = (
    "想办成三件事：一是把课排进班次。机器停了就讲。二是把师傅请上台。讲自己的难处。"
    "三是把难处记下来。下回先答它。职工都说好。"
)
TEXTS = [ASPECTS, FOR_WHOM, SIDES, ROUNDUP, LISTED, RULED, LEADER]
WORDS = re.compile("[一-龥]{3,}")


def offered(text: Passage) -> list[Suggestion]:
    return [*suggest(text), *(one for kind in QuestionKind for one in lead_on(text, kind, ()))]


def assert_nothing_hidden_is_asked(text: Passage) -> None:
    seen = on_paper(text)
    for one in offered(text):
        assert HIDDEN not in seen[one.start : one.end]
        asked = one.naming("选段二")
        for words in (
            *(each.text for each in (one.question, asked)),
            *(each.expected for each in (one.question, asked)),
            one.question.follow_ups,
        ):
            assert HIDDEN not in words
            told = [run for run in WORDS.findall(words) if run in text.text]
            assert all(run in seen for run in told), (words, seen)


def hiding(draw: st.DrawFn, text: Passage) -> Passage:
    """A passage with something left out or blanked, mostly near what can be asked about."""
    near = draw(st.sampled_from([0, *(one.start for one in suggest(text))]))
    limits = draw(st.lists(st.integers(-9, 60), min_size=2, max_size=6, unique=True))
    limits = sorted({min(max(0, near + at), len(text.text)) for at in limits})
    for start, end in zip(limits[::2], limits[1::2], strict=False):
        left_out = draw(st.booleans())
        text = text.with_operation(Omission(start, end) if left_out else Blank(start, end))
    return text


@pytest.fixture(scope="module")
def corpus(seed_articles: tuple[Article, ...]) -> Sequence[Passage]:
    return [*passages_of(seed_articles)]


@given(data=st.data())
def test_no_question_has_a_word_that_is_left_out_or_blanked(
    corpus: Sequence[Passage], data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(TEXTS).map(passage) | st.sampled_from(corpus))
    assert_nothing_hidden_is_asked(data.draw(st.composite(hiding)(text)))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("operation", [Omission, Blank])
def test_words_hidden_one_after_the_other_are_in_no_question(
    text: str, operation: type[Omission | Blank]
) -> None:
    for start in range(len(text) - 2):
        assert_nothing_hidden_is_asked(passage(text).with_operation(operation(start, start + 3)))


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_not_hidden_is_asked(text: str) -> None:
    assert suggest(passage(text))


def test_a_leaders_words_stay_a_leaders_where_who_says_them_is_left_out() -> None:
    led = "习近平总书记强调：“班组越懂手艺，活干得越好。”职工都知道。班组长也知道。"
    cut = passage(led).with_operation(Omission(0, led.index("班组")))
    assert next(part.protected for part in sentences(cut))
    assert not [one for one in suggest(cut) if "班组越懂手艺" in one.question.text]

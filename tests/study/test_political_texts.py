"""What leaders say, what is political and what is private is left alone."""

import re
from dataclasses import replace

import pytest

from studydesk.domain.article import Article
from studydesk.domain.packet import QuestionKind
from studydesk.domain.passage import Citation
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import LEADER, RULED, passage, passages_of

POLITICAL = (
    "一是坚定维护党中央权威和集中统一领导，始终在政治上同党中央保持高度一致。"
    "二是牢记“国之大者”，找准工会工作与党的中心任务的结合点。要坚持全心全意依靠工人阶级的根本方针。"
)


UNSAFE = re.compile(
    "党中央|习近平|总书记|全会|国之大者|两个维护|两个确立|四个意识|政治|根本方针|主义"
)
DOUBTS = re.compile("没坚持|做得还不够|除了文中|先卡在|接得上|没想通|分两栏|互相牵着")


def test_political_words_of_the_seeds_are_never_weighed_or_doubted(
    seed_articles: tuple[Article, ...],
) -> None:
    for each in passages_of(seed_articles):
        for one in suggest(each):
            if UNSAFE.search(one.words):
                assert one.question.kind in (QuestionKind.UNDERSTAND, QuestionKind.ANALYSE)
                assert not DOUBTS.search(one.question.text)


def test_a_leaders_sentence_is_never_quoted_in_part(seed_articles: tuple[Article, ...]) -> None:
    for each in passages_of(seed_articles):
        protected = [part for part in sentences(each) if part.protected]
        for one in suggest(each):
            for part in protected:
                if one.start < part.end and part.start < one.end:
                    assert (one.start, one.end) == (part.start, part.end)


def test_a_leaders_words_are_followed_into_the_authors_text() -> None:
    (found,) = (one for one in suggest(passage(LEADER)) if one.structure == "leader")
    assert found.words == LEADER.partition("。")[0] + "。"
    assert "具体做法" in found.question.text


def test_political_text_offers_nothing() -> None:
    assert suggest(passage(POLITICAL)) == ()


@pytest.mark.parametrize(
    "said",
    ["两国元首会谈时提出，", "他提出4点建议。", "因严重违纪，有关部门作出处理。", "外交部门表示，"],
)
def test_what_only_the_state_does_is_not_asked_about(said: str) -> None:
    assert suggest(passage(RULED)) != ()
    assert suggest(passage(said + RULED)) == ()


@pytest.mark.parametrize(
    "said",
    [
        "厂方向职工作了说明。",
        "工会同行政协商了三回。",
        "外方专家不让中方工人看。",
        "工人大声说好。",
    ],
)
def test_words_that_only_look_like_the_states_silence_nothing(said: str) -> None:
    assert suggest(passage(said + RULED)) != ()


@pytest.mark.parametrize("said", ["受中央政治局委托，张某向全会作了说明。", "政协委员都来了。"])
def test_what_deputies_and_a_plenum_do_is_still_the_states(said: str) -> None:
    assert suggest(passage(said + RULED)) == ()


def test_a_leaders_own_text_is_not_asked_about() -> None:
    cited = replace(passage(RULED), citation=Citation("在座谈会上的讲话", ("习近平",)))
    assert suggest(cited) == ()


def test_a_text_that_is_mostly_political_is_only_asked_about_as_a_text() -> None:
    text = f"{RULED}{'要坚持党的领导。' * 7}"
    kinds = {one.question.kind for one in suggest(passage(text))}
    assert kinds
    assert kinds <= {QuestionKind.UNDERSTAND, QuestionKind.ANALYSE}


@pytest.mark.parametrize(
    "text",
    [
        "造成职工生活困难的原因主要有：家庭收入低，供养人口多，教育、购房、购车负担重。工会要开展帮扶。",
        "基层工会上门走访，筛查出疑似困难职工，了解职工家庭成员患重病的情况。",
    ],
)
def test_private_matters_are_never_asked_about(text: str) -> None:
    assert not [one for one in suggest(passage(text)) if re.search("困难|家庭|购房|病", one.words)]

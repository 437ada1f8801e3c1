"""What a question asks about, no suggestion asks about again."""

import re

from studydesk.domain.article import Article
from studydesk.study.anchors import about_the_same
from studydesk.study.frames import stem
from studydesk.study.suggestions import suggest

from .conftest import RULED, passage, passages_of

CLAIM = (
    "先想清楚，班组里反映最多的是什么，哪道工序最卡壳。带着问题下去，才能带着答案回来。"
    "倘若只挑光鲜的点位看，只找会说的人谈，听到的自然是顺耳话，看到的自然是盆景。职工都这样说。"
)


def quoted(text: str) -> set[str]:
    return set(re.findall("“([^”]+)”", text))


def test_what_one_question_asks_about_no_later_one_does(
    seed_articles: tuple[Article, ...],
) -> None:
    texts = [*passages_of(seed_articles), *map(passage, (CLAIM, RULED))]
    for each in texts:
        for number in range(len(suggest(each))):
            asked = [suggest(each)[number].question.text]
            while offers := suggest(each, asked):
                text = offers[0].question.text
                assert not any(quoted(text) & quoted(one) for one in asked)
                asked.append(text)
            assert len(set(map(stem, asked))) == len(asked)


def test_of_one_list_no_two_are_of_the_same_kind(seed_articles: tuple[Article, ...]) -> None:
    for each in [*passages_of(seed_articles), passage(CLAIM)]:
        kinds = [one.question.kind for one in suggest(each)]
        assert len(set(kinds)) == len(kinds)


def test_a_name_that_is_asked_about_leaves_the_sentences_that_have_it() -> None:
    claim = max((one.words for one in suggest(passage(CLAIM))), key=len)
    assert claim in {one.words for one in suggest(passage(CLAIM), [f"“{claim[:3]}”是谁？"])}
    half = claim[: len(claim) // 2 + 1]
    assert claim not in {one.words for one in suggest(passage(CLAIM), [f"“{half}”对吗？"])}


def test_words_are_the_same_as_they_stand_within_a_quotation() -> None:
    assert about_the_same("“他说‘手要勤’”是什么意思？", ["为什么说“他说‘手要勤’，活才顺”？"])
    assert not about_the_same("“手要勤”是什么意思？", ["手要勤，为什么？", "“活要顺”呢？"])

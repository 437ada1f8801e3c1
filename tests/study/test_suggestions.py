"""Questions suggested for passages: anchored, safe, in order, never twice the same."""

import re

import pytest

from studydesk import paths
from studydesk.domain.article import Article
from studydesk.domain.packet import Guide, Packet, PassageItem, Question, QuestionKind
from studydesk.domain.placing import place_for
from studydesk.study.find import Find
from studydesk.study.frames import frames, stem
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import LONGEST, suggest

from .conftest import LEADER, RULED, passage, passages_of


def test_one_passage_is_asked_about_in_several_kinds() -> None:
    kinds = {one.question.kind for one in suggest(passage(RULED))}
    assert kinds & {QuestionKind.UNDERSTAND, QuestionKind.ANALYSE}
    assert kinds & {QuestionKind.CONNECT, QuestionKind.ACT}


def test_of_one_anchor_one_question_is_from_the_text_and_one_leads_beyond() -> None:
    found = suggest(passage(RULED.partition("手练")[0]))
    assert [one.question.kind for one in found] == [QuestionKind.UNDERSTAND, QuestionKind.ACT]


def test_every_kind_can_be_asked_for() -> None:
    assert {frame.kind for frame in frames()} == set(QuestionKind)


def test_of_one_sentence_one_question_is_from_the_text_and_one_leads_beyond(
    seed_articles: tuple[Article, ...],
) -> None:
    read = {QuestionKind.UNDERSTAND, QuestionKind.ANALYSE}
    for text in passages_of(seed_articles):
        starts = [part.start for part in sentences(text)]
        halves = [
            (max(start for start in starts if start <= one.start), one.question.kind in read)
            for one in suggest(text)
        ]
        assert len(halves) == len(set(halves))


def test_a_sentence_that_a_question_quotes_is_not_asked_about_in_other_words() -> None:
    told = suggest(passage(RULED))
    own = f"“{told[0].words}”，你怎么看？"
    rest = suggest(passage(RULED), [own, "“问出三个问题才上手”，难在哪里？"])
    assert not {one.start for one in rest} & {told[0].start}
    assert not [one for one in rest if "不摸机器" in one.words]


def test_suggestions_come_in_the_order_of_their_kinds() -> None:
    kinds = [list(QuestionKind).index(one.question.kind) for one in suggest(passage(RULED))]
    assert kinds == sorted(kinds)


def test_every_facilitator_field_is_filled() -> None:
    for one in suggest(passage(RULED)):
        question = one.question
        assert question.intent
        assert question.follow_ups
        assert "选段第" in question.expected
        assert question.minutes > 0


def test_no_suggestion_of_the_seeds_is_long_or_asked_twice(
    seed_articles: tuple[Article, ...],
) -> None:
    for each in passages_of(seed_articles):
        texts = [one.question.text for one in suggest(each)]
        assert all(len(text) <= LONGEST for text in texts)
        assert len({stem(text) for text in texts}) == len(texts)


@pytest.mark.parametrize(
    "text", ["", "你好。", "　", "今年雨水多。去年雨水少。", "党的领导是根本保证。"]
)
def test_a_text_that_offers_nothing_gets_nothing(text: str) -> None:
    assert suggest(passage(text)) == ()


def test_stems_that_are_in_use_are_not_offered_again() -> None:
    first = {stem(one.question.text) for one in suggest(passage(RULED))}
    again = suggest(passage(RULED), [f"“别的话”，{wording}" for wording in first])
    assert not first & {stem(one.question.text) for one in again}


def test_two_questions_that_differ_in_quoted_words_only_have_one_stem() -> None:
    assert stem("文中说的“甲”，在哪道工序？") == stem("文中说的“乙和丙”，在哪道工序？")
    assert stem("文中说的“甲”，在哪道工序？") != stem("文中说的“甲”，在哪台设备？")


def test_a_question_goes_behind_those_of_earlier_kinds() -> None:
    item = PassageItem(passage(RULED))
    last = PassageItem(passage(LEADER))
    first = Question("甲", QuestionKind.UNDERSTAND)
    third = Question("丙", QuestionKind.ACT)
    packet = Packet("学习", items=(Guide("导读"), item, first, third, last))
    assert place_for(packet, item.id, QuestionKind.ANALYSE) == 3
    assert place_for(packet, item.id, QuestionKind.REFLECT) == 4
    assert place_for(packet, last.id, QuestionKind.UNDERSTAND) == 5


def test_every_frame_names_slots_that_exist() -> None:
    text = (paths.resources() / "questions" / "frames.toml").read_text("utf-8")
    asking = re.sub("^(?:#|topic|unless|needs).*", "", text, flags=re.MULTILINE)
    slots = set(re.findall(r"{(\w+)}", asking))
    assert slots <= {
        "words",
        "first",
        "last",
        "count",
        "counted",
        "keys",
        "points",
        "contents",
        "place",
        "which",
        "one",
        "part",
        "document",
        "here",
        "inside",
        "who",
        "asker",
        "told",
        "lead",
        "head",
        "aspects",
        "rule",
        "verb",
        "noun",
        "near",
        "mate",
    }


def test_passages_that_offer_the_same_are_not_all_asked_the_same() -> None:
    told = "组的手练得越勤，活干得越顺。职工都这样说，因为自己试过。班组长也点头。"
    texts = (n + told for n in "甲乙丙丁戊己庚辛")
    asked = {stem(one.question.text) for text in texts for one in suggest(passage(text))}
    assert len(asked) >= 4


_WAYS = 14
"""Wordings that the passages of the seeds are asked in, at least."""


def test_the_seeds_are_asked_in_many_ways(seed_articles: tuple[Article, ...]) -> None:
    lines = [line for one in seed_articles for line in one.body.split("\n") if len(line) >= 100]
    stemmed = [stem(one.question.text) for line in lines for one in suggest(passage(line))]
    assert len(set(stemmed)) >= _WAYS


@pytest.mark.parametrize(("words", "fits"), [("办好未来工匠课堂", True), ("未办好工匠课堂", False)])
def test_what_is_yet_to_come_can_be_done_and_what_is_not_done_gives_nothing_to_do(
    words: str, fits: bool
) -> None:
    (sentence,) = sentences(passage(f"{words}。"))
    find = Find("title-demand", 0, len(words), words, sentence, {"part": "这一段"}, lived=True)
    acts = [f for f in frames() if f.kind is QuestionKind.ACT and f.structure == find.structure]
    assert any(frame.fits(find) for frame in acts) == fits


def test_no_wording_repeats_a_long_list_of_words() -> None:
    lines = (paths.resources() / "questions" / "frames.toml").read_text("utf-8").splitlines()
    lists = [line for line in lines if line.startswith(("topic", "unless")) and len(line) > 90]
    assert len(lists) == len(set(lists))
    assert not any(re.search("<[a-z_]+>", frame.topic + frame.unless) for frame in frames())


def test_two_who_say_different_things_are_not_asked_about_in_the_same_words() -> None:
    told = "大家听了，把这句话抄在了黑板上，班组里每天下班都要练半个小时，徒弟们说练得值。"
    lines = (
        "手艺练不到家，活就没有底气",
        "图纸看不明白，手就没有准头",
        "工具收不整齐，人就没有精神",
    )
    asked: list[str] = []
    for mate, line in zip(("老师傅", "小孙", "焊工李明"), lines, strict=True):
        text = f"车间里的夜校办了半年，来的人一天比一天多。{mate}说：“{line}。”{told}"
        asked += [one.question.text for one in suggest(passage(text), asked)]
    stems = [stem(text) for text in asked]
    assert len(stems) >= 3
    assert len(set(stems)) == len(stems)
    assert stem("老师傅为什么说“甲”？从文中找缘由。") == stem(
        "小孙为什么说“乙”？从选段二里找缘由。"
    )


@pytest.mark.parametrize(
    "beside", ["他还欠着债主的钱。", "去年塌方，只上来六个人。", "他到现在还单身。"]
)
def test_what_is_nobodys_business_leads_nobody_to_the_own_work(beside: str) -> None:
    told = "班组的手练得越勤，活干得越顺。职工都这样说，因为自己试过。班组长也点头。"
    onward = (QuestionKind.CONNECT, QuestionKind.ACT, QuestionKind.REFLECT)
    assert suggest(passage(told), kinds=onward)
    assert not suggest(passage(f"{told}{beside}"), kinds=onward)

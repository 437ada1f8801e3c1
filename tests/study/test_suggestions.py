"""Questions suggested for passages: anchored, safe, in order, never twice the same."""

import re
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk import paths
from studydesk.domain.article import Article
from studydesk.domain.packet import Guide, Packet, PassageItem, Question, QuestionKind
from studydesk.domain.passage import Blank, Citation, Omission
from studydesk.domain.passage_names import doubtful, names
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import LONGEST, _Frame, _frames, place_for, stem, suggest

from .conftest import RULED, passage, passages_of

LEADER = (
    "习近平总书记强调，工会要协同各个方面为劳动模范、大国工匠发挥作用搭建平台、提供舞台，"
    "培养造就更多劳动模范、大国工匠。工会组织要开展技能竞赛，让更多工匠脱颖而出。"
    "推广师带徒，把绝活传下去。组织工匠进班组，当面教手艺。"
)
POLITICAL = (
    "一是坚定维护党中央权威和集中统一领导，始终在政治上同党中央保持高度一致。"
    "二是牢记“国之大者”，找准工会工作与党的中心任务的结合点。要坚持全心全意依靠工人阶级的根本方针。"
)


def test_one_passage_is_asked_about_in_several_kinds() -> None:
    kinds = {one.question.kind for one in suggest(passage(RULED))}
    assert kinds & {QuestionKind.UNDERSTAND, QuestionKind.ANALYSE}
    assert kinds & {QuestionKind.CONNECT, QuestionKind.ACT}


def test_of_one_anchor_one_question_is_from_the_text_and_one_leads_beyond() -> None:
    found = suggest(passage(RULED.partition("手练")[0]))
    assert [one.question.kind for one in found] == [QuestionKind.UNDERSTAND, QuestionKind.ACT]


def test_every_kind_can_be_asked_for() -> None:
    assert {frame.kind for frame in _frames()} == set(QuestionKind)


@pytest.mark.parametrize("word", ["条文中", "公文中", "论文中", "文中", "选段里"])
def test_naming_a_passage_changes_no_quoted_word(word: str) -> None:
    found = suggest(
        passage(f"只有把权利在{word}写清，才能让职工用得上。去年有人白跑一趟。今年没有。")
    )
    assert any(word in one.words for one in found)
    for one in found:
        named = one.naming("选段二")
        quoted = [re.findall("“[^”]*”", each.text) for each in (one.question, named)]
        assert quoted[0] == quoted[1]
        assert named.expected == one.question.expected.replace("选段第", "选段二第")


def test_a_named_passage_is_named_wherever_the_question_speaks_of_it() -> None:
    for one in suggest(passage(RULED)):
        bare = re.sub("“[^”]*”", "", one.question.text)
        named = re.sub("“[^”]*”", "", one.naming("选段二").text)
        assert named.count("选段二") == max(1, len(re.findall("文中|选段里", bare)))
        assert re.sub("选段二里?", "", named) == re.sub("文中|选段里", "", bare)


@pytest.mark.parametrize("number", ["一", "三", "十"])
def test_a_suggestion_names_its_passage_beyond_doubt(
    number: str, seed_articles: tuple[Article, ...]
) -> None:
    for one in (one for text in passages_of(seed_articles) for one in suggest(text)):
        named = one.naming(f"选段{number}")
        for words in (named.text, named.expected, named.follow_ups):
            assert not list(doubtful(words))
            assert {name.written for name in names(words)} <= {number}


@pytest.mark.parametrize("frame", _frames(), ids=lambda frame: frame.ask)
def test_no_wording_leaves_in_doubt_which_passage_it_names(frame: _Frame) -> None:
    places = {"here": "选段一里", "inside": "选段一里", "place": "选段一第2句"}
    slots = defaultdict(lambda: "练手", places)
    for words in (frame.ask, frame.expected, frame.follow_ups):
        assert not list(doubtful(words.format_map(slots)))


def test_a_question_that_its_passages_name_would_make_long_keeps_its_words() -> None:
    (one,) = (one for one in suggest(passage(LEADER)) if one.structure == "leader")
    long = one.naming("选段" + "二" * LONGEST)
    assert long.text == one.question.text
    assert "二二" in long.expected


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


def test_every_suggestion_of_the_seeds_is_about_exact_words(
    seed_articles: tuple[Article, ...],
) -> None:
    for each in passages_of(seed_articles):
        for one in suggest(each):
            assert each.text[one.start : one.end] == one.words
            if one.structure != "leader":
                assert one.words.replace("“", "‘").replace("”", "’") in one.question.text


def test_no_suggestion_of_the_seeds_is_long_or_asked_twice(
    seed_articles: tuple[Article, ...],
) -> None:
    for each in passages_of(seed_articles):
        texts = [one.question.text for one in suggest(each)]
        assert all(len(text) <= LONGEST for text in texts)
        assert len({stem(text) for text in texts}) == len(texts)


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
    "text", ["", "你好。", "　", "今年雨水多。去年雨水少。", "党的领导是根本保证。"]
)
def test_a_text_that_offers_nothing_gets_nothing(text: str) -> None:
    assert suggest(passage(text)) == ()


@pytest.mark.parametrize(
    "said",
    ["两国元首会谈时提出，", "他提出4点建议。", "因严重违纪，有关部门作出处理。", "外交部门表示，"],
)
def test_what_only_the_state_does_is_not_asked_about(said: str) -> None:
    assert suggest(passage(RULED)) != ()
    assert suggest(passage(said + RULED)) == ()


def test_a_leaders_own_text_is_not_asked_about() -> None:
    cited = replace(passage(RULED), citation=Citation("在座谈会上的讲话", ("习近平",)))
    assert suggest(cited) == ()


def test_a_text_that_is_mostly_political_is_only_asked_about_as_a_text() -> None:
    text = f"{RULED}{'要坚持党的领导。' * 7}"
    kinds = {one.question.kind for one in suggest(passage(text))}
    assert kinds
    assert kinds <= {QuestionKind.UNDERSTAND, QuestionKind.ANALYSE}


def test_stems_that_are_in_use_are_not_offered_again() -> None:
    first = {stem(one.question.text) for one in suggest(passage(RULED))}
    again = suggest(passage(RULED), [f"“别的话”，{wording}" for wording in first])
    assert not first & {stem(one.question.text) for one in again}


def test_two_questions_that_differ_in_quoted_words_only_have_one_stem() -> None:
    assert stem("文中说的“甲”，在哪道工序？") == stem("文中说的“乙和丙”，在哪道工序？")
    assert stem("文中说的“甲”，在哪道工序？") != stem("文中说的“甲”，在哪台设备？")


@pytest.mark.parametrize("operation", [Omission, Blank])
def test_words_that_are_left_out_or_blanked_are_not_asked_about(
    operation: type[Omission | Blank],
) -> None:
    start = RULED.index("厂工会")
    end = RULED.index("手练得")
    cut = passage(RULED).with_operation(operation(start, end))
    assert not [one for one in suggest(cut) if start < one.end and one.start < end]


def test_a_question_goes_behind_those_of_earlier_kinds() -> None:
    item = PassageItem(passage(RULED))
    last = PassageItem(passage(LEADER))
    first = Question("甲", QuestionKind.UNDERSTAND)
    third = Question("丙", QuestionKind.ACT)
    packet = Packet("学习", items=(Guide("导读"), item, first, third, last))
    assert place_for(packet, item.id, QuestionKind.ANALYSE) == 3
    assert place_for(packet, item.id, QuestionKind.REFLECT) == 4
    assert place_for(packet, last.id, QuestionKind.UNDERSTAND) == 5


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
    }


@pytest.mark.parametrize(
    "text",
    [
        "造成职工生活困难的原因主要有：家庭收入低，供养人口多，教育、购房、购车负担重。工会要开展帮扶。",
        "基层工会上门走访，筛查出疑似困难职工，了解职工家庭成员患重病的情况。",
    ],
)
def test_private_matters_are_never_asked_about(text: str) -> None:
    assert not [one for one in suggest(passage(text)) if re.search("困难|家庭|购房|病", one.words)]


def test_passages_that_offer_the_same_are_not_all_asked_the_same() -> None:
    told = "组的手练得越勤，活干得越顺。职工都这样说。班组长也点头。"
    texts = (n + told for n in "甲乙丙丁戊己庚辛")
    asked = {stem(one.question.text) for text in texts for one in suggest(passage(text))}
    assert len(asked) >= 4


_WAYS = 15
"""Wordings that the passages of the seeds are asked in, at least."""


def test_the_seeds_are_asked_in_many_ways(seed_articles: tuple[Article, ...]) -> None:
    lines = [line for one in seed_articles for line in one.body.split("\n") if len(line) >= 100]
    stemmed = [stem(one.question.text) for line in lines for one in suggest(passage(line))]
    assert len(set(stemmed)) >= _WAYS


@pytest.mark.parametrize(
    ("over", "place"),
    [
        ("主要做法：\n", "选段第2段（小标题不算）第1句"),
        ("——王敏\n", "选段第2段（破折号开头的行不算）第1句"),
        ("——王敏\n主要做法：\n", "选段第2段（小标题和破折号开头的行不算）第1句"),
        ("", "选段第2段第1句"),
    ],
)
def test_where_words_stand_is_counted_as_it_is_said_to_be(over: str, place: str) -> None:
    text = f"职工都来看。\n{over}图纸可以改，尺寸不能改。师傅量了三回。徒弟也量了三回。"
    asked = [one.question.expected for one in suggest(passage(text))]
    assert asked
    assert all(place in expected for expected in asked)

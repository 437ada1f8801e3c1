"""What names a passage by its number goes on to name it, whatever becomes of the others."""

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studydesk.domain import edits, passage_names
from studydesk.domain.naming import pointing_nowhere
from studydesk.domain.packet import Agenda, AgendaStep, Guide, Packet, PassageItem, Question
from studydesk.domain.passage import Passage
from studydesk.domain.passage_names import chinese_number, doubtful, names

NAMES = "甲乙丙"


def picked(name: str) -> PassageItem:
    return PassageItem(Passage("a", 0, 1, name), id=name)


def packet(text: str) -> Packet:
    """Three passages with a question behind them."""
    return Packet("课", items=(*map(picked, NAMES), Question(text, id="q")))


def asked(packet: Packet) -> str:
    return packet.questions[0].text


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")],
)
def test_numbers_of_headings_are_chinese(number: int, words: str) -> None:
    assert chinese_number(number) == words


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("选段一说了什么？", "选段三说了什么？"),
        ("选段 2 和选段3", "选段 1 和选段2"),
        ("选段一、二", "选段三、一"),
        ("选段二至三", "选段一至二"),
        ("再和选段二比一比", "再和选段一比一比"),
        ("选段二和选段一有什么不同？", "选段一和选段三有什么不同？"),
        ("选段一不是说过吗？", "选段三不是说过吗？"),
        ("选段一概括了什么？", "选段三概括了什么？"),
        ("选段一生动在哪里？", "选段三生动在哪里？"),
        ("选段一道出了谁的心声？", "选段三道出了谁的心声？"),
        ("选段一发现了什么？", "选段三发现了什么？"),
        ("选段二分为几层？", "选段一分为几层？"),
        ("选段四呢？", "选段四呢？"),
        ("选段一定要读，选段十分要紧", "选段一定要读，选段十分要紧"),
        ("选段一层意思，选段2026年", "选段一层意思，选段2026年"),
    ],
)
def test_a_number_follows_the_passage_that_moves(text: str, then: str) -> None:
    assert asked(edits.move(packet(text), {"甲"}, 3)) == then


_ORDINARY = """
一并 一同 一口气 一齐 一概 一半 一些 一定 一般 一旦 一路 一线 一汽 一经 一发 一一 一个 一段
二线 二手 二维码 二人 三线 三楼 三产业 三中全会 三里屯 三人 四季 四川 五一 五金 五小
六一 七夕 八级工 八小时 九折 十分 十足 十字 10:30 2小时 3分钟 2026年 5% 1.5倍
"""
ORDINARY = _ORDINARY.split()
"""Words that begin like a number; none of them names a passage."""


@given(
    st.text("请把这个读完讨论，。 ", max_size=4),
    st.sampled_from(["", " ", "一至", "1-"]),
    st.sampled_from(ORDINARY),
    st.text("请把读完讨论工，。", max_size=4),
)
def test_a_number_that_a_word_goes_on_with_names_nothing(
    head: str, chain: str, word: str, tail: str
) -> None:
    text = f"{head}选段{chain}{word}{tail}"
    for after in (edits.move(packet(text), {"甲"}, 3), edits.remove(packet(text), {"甲"})):
        assert asked(after) == text
    assert not list(pointing_nowhere(packet(text)))


HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)


@given(st.sampled_from("二三"), st.text(HAN | st.sampled_from("，？ 、12"), max_size=4))
def test_whatever_stands_behind_a_name_it_follows_or_is_told(number: str, tail: str) -> None:
    text = f"选段{number}{tail}"
    followed = asked(edits.move(packet(text), {"甲"}, 3)) != text
    word = re.compile(passage_names._WORD).match(text, len("选段二"))
    assert followed or word or list(doubtful(text)) or tail[:1] == "十"  # 二十 is another number


NINE = "甲乙丙丁戊己庚辛壬"
_PIECES = "选段一 选段二 选段三 选段十 选段3 选段一至三 选段二、三 和 、 比 同 一起读 ， 的 体现"
PIECES = st.sampled_from([*_PIECES.split(), "选段 2", *ORDINARY]) | st.text(HAN, max_size=3)
TEXTS = st.lists(PIECES, max_size=6).map("".join)
BEHIND = st.sampled_from(["，", "的短", "短在哪", "再讲", "起笔"])
SENTENCES = st.lists(st.tuples(st.sampled_from("一二三"), BEHIND), min_size=2, max_size=3)


def in_nine(text: str) -> Packet:
    return Packet("课", items=(*map(picked, NINE), Question(text, id="q")))


@given(TEXTS, st.integers(0, 8), st.integers(0, 8))
@example("选段一选段一至三", 0, 2)
def test_a_passage_moved_and_moved_back_leaves_every_text_as_it_was(
    text: str, at: int, to: int
) -> None:
    moved = edits.move(before := in_nine(text), {NINE[at]}, to + (to > at))
    assert edits.move(moved, {NINE[at]}, at + (at > to)) == before


@given(SENTENCES, st.integers(0, 3), st.sampled_from(["丁", *NAMES]))
def test_no_two_numbers_of_a_text_become_one(
    said: list[tuple[str, str]], to: int, name: str
) -> None:
    before = packet("".join(f"选段{number}{behind}" for number, behind in said))
    is_new = name not in NAMES
    after = edits.insert(before, to, picked(name)) if is_new else edits.move(before, {name}, to)
    numbers = [number for number, _ in said]
    pairs = set(zip(numbers, re.findall("(?<=选段).", asked(after)), strict=True))
    assert len({was for was, _ in pairs}) == len({now for _, now in pairs}) == len(pairs)


@pytest.mark.parametrize("word", ["比选段二短在哪里", "再和选段二比", "和选段二人物"])
def test_all_names_of_a_text_follow_or_none_where_one_is_doubtful(word: str) -> None:
    text = f"选段一{word}？"
    for after in (edits.move(packet(text), {"甲"}, 2), edits.remove(packet(text), {"甲"})):
        assert asked(after) == text
    assert list(doubtful(text))


_EVERYDAY = """
选段一比选段三的例子多。|以选段一为例说说。|照选段一说说|选段一对我们班组有什么用？|学习选段一后，你怎么做？|选段一可以读两遍。
选段一写道：“……”。它与选段三有何不同？|选段三呼吁大家做什么？选段一呢？|选段一读后，说说选段三。|选段一如何开头？
选段一学完后，看选段三。|选段三学习后，怎么做？|选段一关心的是谁？|从选段一看来，难在哪里？|找出选段三原句。
选段一体现了什么？|选段一的观点，选段二所说的做法|选段一有句话|选段一重点讲了什么？|选段一倒数第二句|选段一通过什么说明？
"""


@pytest.mark.parametrize("text", _EVERYDAY.replace("\n", "|").strip("|").split("|"))
def test_a_name_in_an_everyday_sentence_follows(text: str) -> None:
    swapped = edits.move(edits.move(packet(text), {"甲"}, 3), {"丙"}, 0)
    assert asked(swapped) == re.sub("(?<=选段)[一三]", lambda one: "一三"[one[0] == "一"], text)


def test_a_name_of_a_passage_that_is_still_to_come_goes_on_to_be_another() -> None:
    after = edits.insert(packet("选段三和选段四"), 0, picked("丁"))
    assert asked(after) == "选段四和选段五"


_IDIOMS = """
一看就懂 一读再读 一学就会 一问一答 一举两得 一针见血 一反常态 一不小心 一分为二 一下子 一回
一看完就懂 七嘴八舌 四平八稳 七上八下 十全十美 三令五申 三番五次 三言两语 三心二意
五花八门 四面八方 三不伤害
"""


@pytest.mark.parametrize("idiom", _IDIOMS.split())
def test_an_idiom_stays_whatever_moves(idiom: str) -> None:
    for number in range(10):
        ten = Packet("课", items=(*map(picked, "甲乙丙丁戊己庚辛壬癸"), Question(f"念选段{idiom}")))
        assert asked(edits.move(ten, {"甲乙丙丁戊己庚辛壬癸"[number]}, 0)) == f"念选段{idiom}"


_DOUBTED = """
一中学到了什么 一中专家怎么说 一中央企业 三线索有几条 三农民的话 二手法 一概念 二层次分明
一看来人就懂 一学完就忘
二人物 二家乡 一起笔 一再现了 一致力于 一刻画了 二小组读 一读再读 一学就会 一反常态 一不小心
"""


@pytest.mark.parametrize("words", _DOUBTED.split())
def test_what_may_not_be_a_name_stays_and_is_told(words: str) -> None:
    text = f"选段{words}"
    assert asked(edits.move(packet(text), {"甲"}, 3)) == text
    assert [text[start:end] for start, end in doubtful(text)][:1] == [f"选段{words[:2]}"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("选段一再强调", "选段一再"),
        ("选段一起读", "选段一起"),
        ("选段三拼图", "选段三拼"),
        ("选段二人物", "选段二人"),
        ("选段一、二线工人", "选段一、"),
        ("选段一是短，二是精", "选段一是"),
    ],
)
def test_what_may_be_a_name_or_another_word_is_told(text: str, told: str) -> None:
    assert [text[start:end] for start, end in doubtful(text)] == [told]


@pytest.mark.parametrize("text", ["选段一至三", "选段二和三，", "选段一、二说了什么", "选段一些"])
def test_a_clear_name_and_a_clear_word_are_not_doubted(text: str) -> None:
    assert not list(doubtful(text))


@given(st.sampled_from("和与及"), st.sampled_from(ORDINARY))
def test_a_word_joined_to_a_name_is_none(joint: str, word: str) -> None:
    text = f"选段二{joint}{word}"
    after = asked(edits.move(packet(text), {"甲"}, 3))
    assert after == (text if list(doubtful(text)) else f"选段一{joint}{word}")


TAILS = " |，想一想|”|的难点|说了什么|里|第3句|讲了谁|是什么|要读|分析|为什么|和选段三|一起读|之后"


@pytest.mark.parametrize("tail", TAILS.split("|"))
def test_a_sentence_goes_on_behind_a_name(tail: str) -> None:
    assert asked(edits.move(packet(f"选段二{tail}"), {"丙"}, 0)).startswith("选段三")


@pytest.mark.parametrize("edit", [edits.remove, lambda packet, ids: edits.move(packet, ids, 3)])
def test_words_quoted_from_a_passage_stay_as_they_are(
    edit: Callable[[Packet, set[str]], Packet],
) -> None:
    text = "“选段一要读‘三遍’”，这是选段三的话？"
    said = PassageItem(Passage("a", 0, 14, "老师说，选段一要读“三遍”。"), id="said")
    quoting = Packet("课", items=(*map(picked, "甲乙"), said, Question(text, id="q")))
    assert asked(edit(quoting, {"甲"})) == text.replace("选段三", "选段二")


def test_words_quoted_from_a_passage_do_not_point_nowhere() -> None:
    said = PassageItem(Passage("a", 0, 6, "选段九要读。"), id="said")
    quoting = Packet("课", items=(said, Question("“选段九要读”指什么？选段八呢？")))
    assert [name for _, _, name in pointing_nowhere(quoting)] == ["选段八"]


def test_a_name_beside_one_that_is_gone_goes_on() -> None:
    gone = edits.remove(packet("选段一、二、三"), {"乙"})
    assert asked(edits.move(gone, {"甲"}, 2)) == "选段二、〔已删〕、一"


def test_a_passage_put_in_before_moves_the_numbers_on() -> None:
    assert asked(edits.insert(packet("选段一和选段3"), 0, picked("丁"))) == "选段二和选段4"


def test_what_names_a_passage_that_is_gone_says_so() -> None:
    assert asked(edits.remove(packet("选段一、二、三"), {"乙"})) == "选段一、〔已删〕、二"


def test_a_last_passage_that_goes_leaves_no_number_behind() -> None:
    assert asked(edits.remove(packet("选段三"), {"丙"})) == "选段〔已删〕"


def test_all_that_the_user_wrote_follows() -> None:
    agenda = Agenda((AgendaStep("领读选段一", 3, "选段一慢读"),), id="agenda")
    before = edits.insert(packet("选段一"), 0, agenda, Guide("看选段一", id="guide"))
    after = edits.move(before, {"甲"}, 4)
    (step,) = after.agendas[0].steps
    assert (step.activity, step.note) == ("领读选段二", "选段二慢读")
    assert after.items[1] == Guide("看选段二", id="guide")


def test_what_comes_with_a_passage_keeps_its_words() -> None:
    after = edits.insert(packet(""), 0, picked("丁"), Question("选段一？", id="new"))
    assert after.questions[0].text == "选段一？"


@given(st.permutations([*NAMES, "q"]), st.sampled_from(NAMES), st.booleans())
def test_a_name_is_right_in_any_order(order: list[str], meant: str, figures: bool) -> None:
    number = NAMES.index(meant) + 1
    after = packet(f"选段{number if figures else chinese_number(number)}？")
    for item_id in order:
        after = edits.move(after, {item_id}, len(after.items))
    (name,) = names(asked(after))
    passages = [item.id for item in after.items if item.id in NAMES]
    assert (passages[name.number - 1], name.written.isdecimal()) == (meant, figures)

"""Hints for questions: every rule with a question it must and one it must not speak of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.packet import Packet, PassageItem, Question, QuestionKind
from studydesk.domain.passage import Passage
from studydesk.proof.asking import hints
from studydesk.proof.rules import proofread

PASSAGE = "许多工人的技能仍停留在传统机械操作层面，部分岗位出现技能断层现象。"
CONNECT = QuestionKind.CONNECT


def rules(text: str, kind: QuestionKind = CONNECT, *, repeated: bool = False) -> set[str]:
    return {hint.rule for hint in hints(text, kind, [PASSAGE], repeated=repeated)}


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        ("yes-or-no", "文中说的技能断层，我们班组有吗？", "文中说的技能断层，在哪道工序？"),
        ("yes-or-no", "文中的做法是否可靠？", "“是否可靠”这一点，用自己的话说一遍。"),
        ("yes-or-no", "文中的做法是否应当推广？", "文中的做法，先在哪个班组试？"),
        ("yes-or-no", "文中的做法好不好？", "文中的做法，好在哪一处？"),
        ("yes-or-no", "文中的做法，你有没有用过？", "文中的做法，你用过哪一样？"),
        ("yes-or-no", "文中的机器，停不停？", "文中的机器时不时停一停，说说怎样应付。"),
        ("yes-or-no", "文中的办法，动不动得了？", "文中的机器动不动就停，说说怎样应付。"),
        ("slogan", "文中的做法对我们有什么启示？", "文中的做法，哪一步明天就能试？"),
        ("slogan", "如何贯彻落实文中的要求？", "文中的要求，落到哪道工序？"),
        ("slogan", "读了选段谈认识。", "读了选段，哪一句想再读一遍？"),
        ("private", "原文之外，你有没有孩子要带？", "原文之外，夜班谁来接？"),
        ("private", "“技能断层”之外，你家里收入够用吗？", "“怀孕女职工”，原文说怎么办？"),
        ("blames", "原文说的难处，车间主任做得怎么样？", "原文说的难处，车间里哪一处最像？"),
        ("two-asks", "文中说了什么？我们怎么做？", "文中说的，我们先做哪一步？写下谁做。"),
        ("two-asks", "分析文中的原因并提出对策。", "文中的原因，最要紧的是哪一条？"),
        ("too-long", "文中" + "说" * 60, "文中" + "说" * 58),
        ("slogan", "谈谈你的学习体会。", "文中哪一句改变了我的看法？"),
        ("slogan", "如何进一步提升职工素质？", "文中哪一样本事最该先学？"),
        ("slogan", "弘扬工匠精神有何重大意义？", "文中的工匠精神，看得见的是哪个动作？"),
        ("no-anchor", "我们班组缺哪样技能？", "“技能断层”在我们班组是哪道工序？"),
        ("quotes-nothing", "“技术鸿沟”在哪道工序？", "“技能断层”在哪道工序？"),
        ("private", "原文之外，您每月工资是多少？", "原文之外，上月最难的一件活是哪件？"),
        ("blames", "原文说的毛病，谁最差？", "原文说的毛病，哪道工序最常见？"),
        ("out-of-reach", "原文的问题，国家应怎样解决？", "原文的问题，我们先改哪一处？"),
    ],
)
def test_each_rule_speaks_of_the_wrong_question_only(rule: str, wrong: str, right: str) -> None:
    assert rule in rules(wrong)
    assert rule not in rules(right)


def test_a_question_that_is_asked_twice_says_so() -> None:
    assert "same-stem" in rules("“技能断层”在哪道工序？", repeated=True)
    assert "same-stem" not in rules("“技能断层”在哪道工序？")


def test_deeds_and_reflections_need_no_words_of_the_passage() -> None:
    assert not rules("下周班组先做成哪件小事？写下谁牵头、哪天做完。", QuestionKind.ACT)
    assert not rules("上个月哪件事开了头却没坚持下来？", QuestionKind.REFLECT)


TITLE = "产业工人技能形成的三重矛盾"
POINTING = """
选段二说的是哪件事？|选段一和选段二的说法差在哪里？|“技能断层”在哪道工序最明显？|‘技能断层现象’在我们班组是哪道工序？|技能断层在哪道工序？
原文哪一句让你想到自己？|文中的做法，先在哪个班组试？|作者为什么这样说？|这段话里最难懂的词是哪个？|第三句讲的是谁？|第2段说的难处，咱们有哪几样？
这句话换成大白话怎么说？|两段话放在一起读，哪里不同？|哪一句要念两遍才明白？|划线的那句，和哪道工序对得上？|加点的词，去掉一个会怎样？|标题里的哪个词最要紧？
《产业工人技能形成的三重矛盾》里说的哪一条，我们这里最常见？|停留在传统机械操作层面的，是哪几个岗位？|报道里的师傅做了哪几件事？|记者写了哪个细节？
材料里的三个例子，哪个最像我们车间？|结尾那句话是对谁说的？|开头提的问题，后来怎么解决的？|上述做法里，哪一样明天就能试？|全文的意思，用一句话怎么说？
听到的几段里，哪一段最像咱们车间？|传统机械操作，还剩哪几道工序？|小标题为什么这样写？|读过的这几段，哪句要带回去讲？
"""


@pytest.mark.parametrize("text", POINTING.strip().replace("\n", "|").split("|"))
def test_a_question_that_points_to_a_passage_is_told_nothing(text: str) -> None:
    assert hints(text, CONNECT, [PASSAGE], titles=[TITLE]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "文中讲了哪些矛盾、原因是什么、我们怎么办？",
        "文中说了什么？为什么这样说？我们怎么做？",
        "文中的矛盾是什么，为什么会有，班组怎么解决？",
    ],
)
def test_three_questions_in_one_are_told_once(text: str) -> None:
    assert rules(text) == {"three-asks"}


@pytest.mark.parametrize(
    "text",
    [
        "文中说的，哪道工序、哪台设备、哪个岗位最像？",
        "文中哪些人、哪些事、哪些话让你记住？",
        "文中那个师傅是怎么教、怎么带、怎么考徒弟的？",
        "文中哪件事先做？写下谁牵头、哪天做完、请谁帮忙。",
    ],
)
def test_one_question_with_several_parts_is_one(text: str) -> None:
    assert "three-asks" not in rules(text)


def test_words_that_differ_from_the_passage_are_told_as_proofreading_tells_them() -> None:
    (hint,) = hints("“许多工人的技能仍停在传统机械操作层面”，是哪道工序？", CONNECT, [PASSAGE])
    assert hint.rule == "quotes-otherwise"
    assert "停留在传统机械操作" in hint.better
    both = "“技能断层”和“许多工人的技能仍停在传统机械操作层面”，差在哪里？"
    assert rules(both) == {"quotes-otherwise"}


def test_a_stop_at_the_end_is_the_question_s_own() -> None:
    assert not rules("“部分岗位出现技能断层现象。”在哪道工序？")


def test_a_question_without_words_has_no_hints() -> None:
    assert hints("  ", CONNECT, [PASSAGE]) == ()


def test_what_is_quoted_may_hold_questions_of_its_own() -> None:
    assert hints("文中“谁来教？怎么教？”指哪两件事？", QuestionKind.UNDERSTAND, []) == ()


@pytest.mark.parametrize(
    ("wrong", "better"),
    [
        ("技能断层是不是在我们这里？", "技能断层在我们这里，看得见的是哪一件事？"),
        ("文中的原因是什么，并提出对策。", "文中的原因是什么？"),
    ],
)
def test_a_better_question_is_made_of_the_same_words(wrong: str, better: str) -> None:
    assert better in {hint.better for hint in hints(wrong, CONNECT, [PASSAGE])}


@given(st.text(max_size=90), st.sampled_from(QuestionKind))
def test_any_text_gets_hints_without_a_fault(text: str, kind: QuestionKind) -> None:
    found = [hint.rule for hint in hints(text, kind, [PASSAGE])]
    assert len(found) == len(set(found))


QUOTING_NOTHING = "“技术鸿沟”在哪道工序？"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (QUOTING_NOTHING, ["“技术鸿沟”"]),
        ("“技能断层”在哪道工序？", []),
        ("“技能断层”和“技术鸿沟”差在哪里？", []),
        ("“〔技术鸿沟〕”在哪道工序？", []),
        ("“许多工人的技能仍停留在手工操作层面”，为什么？", []),
        ("哪道工序最难？", []),
    ],
    ids=["nothing", "all", "one of two", "a blank", "looked up", "no words"],
)
def test_proofreading_tells_of_a_question_that_quotes_nothing_of_its_passages(
    text: str, told: list[str]
) -> None:
    item = PassageItem(Passage("a-1", 0, len(PASSAGE), PASSAGE))
    packet = Packet("学习", items=(item, Question(text, CONNECT)))
    found = [one for one in proofread(packet) if one.rule == "W04"]
    assert [f"“{one.found}”" for one in found] == told

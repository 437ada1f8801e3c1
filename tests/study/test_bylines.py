"""Whose words a paragraph is, by who is named above it or below it."""

import pytest

from studydesk.study.whose_words import whose_words

WORDS = "大家天天练。手艺是练出来的。"
"""Two sentences."""


def protected(text: str) -> str:
    """A sign for each sentence: whether somebody else than a workmate says it."""
    return "".join("他" if one.protected else "，" for one in whose_words(text))


@pytest.mark.parametrize(
    ("label", "another"),
    [
        ("市长：", True),
        ("李明：", True),
        ("【李明】", True),
        ("【市长】", True),
        ("李明　　", True),
        ("焊工王海：", False),
        ("老师傅：", False),
        ("【焊工王海】", False),
        ("【安全生产】", False),
    ],
)
def test_a_label_on_the_line_says_who_speaks(label: str, *, another: bool) -> None:
    assert protected(f"{label}{WORDS}") == ("他他" if another else "，，")


@pytest.mark.parametrize(
    ("label", "another"),
    [
        ("李明 市总工会副主席", True),
        ("□何平（市总工会）", True),
        ("□何平（某大学教授）", True),
        ("【李明】", True),
        ("市长讲话", True),
        ("□小周（装配钳工）", False),
        ("王海 装配钳工", False),
        ("本报记者 邹晓禾 通讯员 丁立峰", False),
        ("文/李明 图/王刚", False),
        ("王海 摄", False),
        ("本报记者 李明 市总工会主席 王海", True),
        ("李明", True),
        ("王　海", True),
        ("市长致辞", True),
        ("练手艺", False),
        ("让工人来发言的夜校", False),
        ("【老师傅】", False),
        ("车间里的夜校", False),
    ],
)
def test_a_line_above_says_who_speaks_up_to_the_next_who_does(label: str, *, another: bool) -> None:
    own = f"{label}\n{WORDS}\n{WORDS}\n一、练手艺\n{WORDS}\n王海 摄\n{WORDS}"
    told = protected(f"{WORDS}\n{own}\n焊工 孙德顺\n{WORDS}\n{label}\n编后\n{WORDS}")
    assert told[:2] == "，，"
    for of_his in (told[3:7], told[8:10], told[11:13]):
        assert set(of_his) == ({"他"} if another else {"，"})
    assert told[14:16] == told[-2:] == "，，"


def test_a_bare_name_of_whom_the_text_tells_as_a_workmate_stands_over_his_own_words() -> None:
    assert protected(f"焊工李明来了。\n李明\n{WORDS}") == "，，，，"


@pytest.mark.parametrize(
    ("signature", "another"),
    [
        ("——市总工会主席 王海", True),
        ("——王海", True),
        ("（市总工会主席 王海）", True),
        ("王海（市总工会主席）", True),
        ("（摘自市长讲话）", True),
        ("（摘自王海的日记）", True),
        ("——焊工 王海", False),
        ("（焊工王海）", False),
        ("王海（装配钳工）", False),
        ("（摘自《工人日报》）", False),
    ],
)
@pytest.mark.parametrize("between", ["", "\n"], ids=["on the line", "on its own"])
def test_a_signature_is_for_what_stands_above_up_to_the_next_line(
    between: str, signature: str, *, another: bool
) -> None:
    told = protected(f"{WORDS}\n练手艺\n{WORDS}{between}{signature}")
    assert told[:2] == "，，"
    assert told[3:5] == ("他他" if another else "，，")


def test_a_signature_at_the_end_of_a_paragraph_is_for_no_other() -> None:
    told = protected(f"{WORDS}\n{WORDS}——市总工会主席 王海\n{WORDS}")
    assert (told[:2], told[2:4], told[-2:]) == ("，，", "他他", "，，")


def test_each_signature_ends_what_the_one_below_is_for() -> None:
    text = f"{WORDS}\n——造船厂钳工 郑海\n{WORDS}\n——市总工会主席 何静"
    assert protected(text)[:2] == "，，"
    assert protected(text)[3:5] == "他他"


@pytest.mark.parametrize("head", ["有四条经验：", "职工有三盼：", "老杨总结出四条：", "三个办法："])
def test_what_counts_before_a_colon_is_nobody_who_speaks(head: str) -> None:
    assert protected(f"{head}{WORDS}") == "，，"


def test_an_answer_is_whose_it_is_up_to_the_next_question() -> None:
    told = protected(f"问：怎么练？\n答：{WORDS}\n练手艺\n{WORDS}\n问：还有呢？练多久？")
    assert told[1:3] == told[4:6] == "他他"
    assert told[-1] == "，"

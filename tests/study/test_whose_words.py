"""Whose words a sentence is, however the text tells: nothing is asked of an office's as if it were
a workmate's.
"""

import re
import time

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import whose_words

from .conftest import article, passage

BEFORE = "车间里的夜校办了半年，来的人一天比一天多。"
SAID = "手艺练不到家，活就没有底气"
TOLD = "大家听了，把这句话抄在了黑板上，班组里每天下班都要练半个小时，徒弟们说练得值。"
CLAIM = "手艺不是教出来的，而是练出来的"
GOES_ON = (
    "班组里天天练，徒弟们手上才有准头，机器也听使唤。"
    "师傅每天多讲一遍，隐患就少一处，这是老师傅们传下来的规矩。"
)


def asks_about(text: str, words: str, whole: str = "") -> bool:
    asked = (one.question.text for one in suggest(passage(text), article=article(whole or text)))
    return any(words in question for question in asked)


@pytest.mark.parametrize(
    "lead",
    [
        "市长大声说",
        "局长大步走过来说",
        "部长大笑着说",
        "县长远道赶来，说",
        "镇长期待地说",
        "处长大声说",
        "厂长大声说",
        "校长大声说",
        "书记得知后说",
        "书记下车间时说",
        "李明书记说",
        "所长说",
        "理事长说",
        "检察长说",
        "调研员说",
        "王局说",
        "孙处笑着说",
        "近平同志说",
        "恩来同志说",
        "习 近 平说",
        "毛主席说",
        *("市长大胆提出", "市长大会上说", "局长大清早就说", "县长年轻，说", "大谈说"),
        *("团长说", "军长说", "庭长说", "检察官说", "台长说", "李总说"),
        *(
            "蔡奇特别说",
            "韩正在座谈会上强调",
            "陈毅指出",
            "王海",
            "王海说",
            "他说",
            "专家说",
            "王教授说",
        ),
        *(
            "副主席阿依古丽来到车间。阿依古丽说",
            "阿依古丽对工人说",
            "王海握着老工人的手说",
            "大家听王海说",
        ),
        *("副主席李明和张强来了。张强说", "师傅们围上来，王海说"),
    ],
)
def test_whoever_speaks_is_no_workmate_unless_the_text_says_so(lead: str) -> None:
    assert asks_about(f"{BEFORE}老师傅说：“{SAID}。”{TOLD}", SAID)
    assert not asks_about(f"{BEFORE}{lead}：“{SAID}。”{TOLD}", SAID)


@pytest.mark.parametrize(
    "lead",
    [
        *(
            "老师傅说",
            "小孙笑着说",
            "王师傅擦了擦手，说",
            "焊工王海说",
            "大家都说",
            "有人说",
            "一位摇头说",
        ),
        *("焊工王海来了。王海说", "装配车间的质检员王海说", "车间主任老梁说", "工友们对记者说"),
    ],
)
def test_a_workmate_is_one_by_what_stands_with_the_saying(lead: str) -> None:
    assert asks_about(f"{BEFORE}{lead}：“{SAID}。”{TOLD}", SAID)


def test_who_has_an_office_anywhere_in_the_text_is_no_workmate() -> None:
    told = f"{BEFORE}焊工王海说：“{SAID}。”{TOLD}"
    assert asks_about(told, SAID)
    assert not asks_about(told, SAID, f"{told}\n王海后来是市总工会主席。")
    assert asks_about(told, SAID, f"{told}\n市总工会主席来看望焊工王海。")


@pytest.mark.parametrize(
    ("words", "leader"),
    [
        ("小韩正在检修", False),
        ("老陈毅然上前", False),
        ("小蔡奇怪地问", False),
        ("钳工陈毅", False),
        ("国务院副总理何立峰", True),
    ],
)
def test_a_leaders_name_is_no_part_of_other_words(words: str, *, leader: bool) -> None:
    assert bool(re.search(any_of("speaker"), words)) is leader


@pytest.mark.parametrize(
    "text",
    [
        f"习近平总书记在座谈会上说：\n{CLAIM}。{GOES_ON}",
        f"习近平总书记在座谈会上说：“要学手艺。\n“{CLAIM}。{GOES_ON}”",
        f"习近平总书记在座谈会上说：“要学手艺。”\n“{CLAIM}。{GOES_ON}”",
        f"市总工会主席杜长河：要学手艺。\n{CLAIM}。{GOES_ON}",
        f"{CLAIM}。{GOES_ON}\n——习近平总书记在座谈会上的讲话",
        f"{CLAIM}。{GOES_ON}\n——市总工会主席 王海",
        f"{CLAIM}。这是习近平总书记在座谈会上说的。{GOES_ON}",
        f"{CLAIM}。{GOES_ON}\n（摘自习近平总书记2025年讲话）",
        f"{CLAIM}。{GOES_ON}\n王海（市总工会主席）",
        f"副市长王海这样写道。\n“{CLAIM}。{GOES_ON}”",
        f"王海：要学手艺。\n{CLAIM}。{GOES_ON}",
        f"副市长王海写道——\n{CLAIM}。{GOES_ON}",
        f"{CLAIM}。{GOES_ON}大家没想到，这话是市长说的。",
        f"{CLAIM}。{GOES_ON}副市长李明这样勉励大家。",
    ],
    ids=[
        *("announced", "open", "taken up", "label", "signed", "signed by an office", "said of it"),
        *(
            "taken from",
            "in brackets",
            "written",
            "a bare name",
            "a dash",
            "after all",
            "like this",
        ),
    ],
)
def test_whoever_speaks_does_so_over_the_ends_of_paragraphs(text: str) -> None:
    assert asks_about(f"{CLAIM}。{GOES_ON}", CLAIM)
    assert not asks_about(text, CLAIM)


def test_another_who_speaks_in_turn_ends_what_an_official_says() -> None:
    text = f"市总工会主席杜长河：要学手艺。\n老师傅：{CLAIM}。{GOES_ON}"
    assert not sentences(passage(text))[-1].protected


def test_a_passage_from_the_middle_is_whose_the_article_says() -> None:
    own = f"{CLAIM}。{GOES_ON}"
    for led in ("习近平总书记在座谈会上说：", "市总工会主席杜长河：要学手艺。"):
        assert not asks_about(own, CLAIM, f"{led}\n{own}")
    assert asks_about(own, CLAIM, f"车间里办起了夜校。\n{own}")


@pytest.mark.parametrize(
    "telling",
    [
        "王建国副市长来到车间。王建国说",
        "王海局长来过。王海说",
        "来的是市长（王海）。王海说",
        "副主席李明、张强都来了。张强说",
        "来的是国务委员王毅。王毅说",
        "市长来到车间。他看了一遍。他摸了摸机床，说",
    ],
)
def test_an_office_around_a_name_is_that_names(telling: str) -> None:
    assert not asks_about(f"{BEFORE}{telling}：“{SAID}。”{TOLD}", SAID)


@pytest.mark.parametrize(
    "line",
    [
        "有人说，一国两制走样了。其实，这种看法不对。",
        "一国两制不是权宜之计，而是长久之策。",
        "工会要做到五个坚持：坚持公开、坚持公平、坚持公正、坚持听话、坚持常来。",
    ],
)
def test_what_the_state_stands_by_is_not_ranked_or_doubted(line: str) -> None:
    text = f"{line}{GOES_ON}职工都这样说，因为自己试过。"
    for one in suggest(passage(text)):
        assert "一国两制" not in one.question.text or one.structure == "contrast"
        assert not any(words in one.question.text for words in ("最要紧", "和你原来想的", "没想到"))


def test_a_quotation_in_corner_marks_is_not_cut_open() -> None:
    text = f"老师傅说过「{CLAIM}。活就有了底气」。{GOES_ON}"
    for one in suggest(passage(text)):
        assert one.question.text.count("「") == one.question.text.count("」")


def test_half_a_sign_is_no_fault() -> None:
    suggest(passage(f"{CLAIM}\ud83d。{GOES_ON}"))


@pytest.mark.parametrize(
    "item", ["坚持两个毫不动摇", "为了共同富裕", "为了乡村振兴", "坚持公开、坚持公平"]
)
def test_of_a_row_that_has_what_the_state_stands_by_nothing_is_ranked_or_done(item: str) -> None:
    row = "班组试了三个办法：{}，图纸挂上墙；师傅轮流讲，一周一回；徒弟互相考，一月一次。{}"
    kinds = [
        {one.question.kind for one in suggest(passage(row.format(words, GOES_ON)))}
        for words in ("天天练手", item)
    ]
    assert len(kinds[0]) > 1
    assert kinds[1] <= {QuestionKind.UNDERSTAND}


@pytest.mark.parametrize("loss", ["他的手被绞进了皮带。", "他再也没有醒来。", "从此他坐上了轮椅。"])
def test_beside_a_loss_nothing_leads_to_the_own_work(loss: str) -> None:
    told = "班组的手练得越勤，活干得越顺。职工都这样说，因为自己试过。班组长也点头。"
    onward = (QuestionKind.CONNECT, QuestionKind.ACT, QuestionKind.REFLECT)
    assert suggest(passage(told), kinds=onward)
    assert not suggest(passage(f"{told}{loss}"), kinds=onward)


@pytest.mark.parametrize(
    "end", ["局长大步长年", "主席阿·", "。", "王建国副市长说：“练。”", "有人说，远。其实，近。"]
)
def test_who_speaks_is_read_in_time_that_grows_with_the_text_only(end: str) -> None:
    def seconds(size: int) -> float:
        text = end * (size // len(end))
        begun = time.process_time()
        sentences(passage(text[:2_000]), article(text))
        return time.process_time() - begun

    assert seconds(80_000) < 8 * seconds(20_000) + 0.5


SPEECH = "真正的工匠不是教出来的，而是练出来的。"


def is_protected(text: str) -> bool:
    """Whether the sentence of the speech, or the one that it stands in, is protected."""
    at = text.index(SPEECH)
    return next(one.protected for one in reversed(whose_words(text)) if one.start <= at)


@pytest.mark.parametrize(
    "text",
    [
        f"习近平总书记指出，大家要干起来。同时，{SPEECH}",
        f"市长说，大家都好。此外，{SPEECH}",
        f"{SPEECH}这是习近平总书记对大家的殷切期望。",
        f"{SPEECH}总书记的嘱托犹在耳畔。",
        f"{SPEECH}市长如是说。",
        f"市长语重心长：{SPEECH}",
        f"习近平总书记在座谈会上的讲话\n{SPEECH}",
    ],
)
def test_what_a_leader_or_an_office_says_is_protected_however_it_is_led_up_to(text: str) -> None:
    assert is_protected(text)


@pytest.mark.parametrize(
    "before", ["师傅老王说，大家都好。", "工会为大家办夜校。同时，", "夜校办了半年：", ""]
)
def test_what_a_workmate_or_the_text_itself_says_is_not(before: str) -> None:
    assert not is_protected(before + SPEECH)


def test_what_points_back_inside_quotation_marks_points_to_nothing_outside_of_them() -> None:
    told = whose_words("大家天天练。总经理说：“宁可错判，这话对，这是老师傅的话。”")
    assert [one.protected for one in told] == [False, True]
    assert whose_words("大家天天练。这是总经理“当面”的嘱托。")[0].protected

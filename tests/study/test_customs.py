"""What people do under a name of its own, or at set times, leads to the own work and to a deed."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.domain.passage import Passage
from studydesk.study.suggestions import suggest

CONNECT, ACT = QuestionKind.CONNECT, QuestionKind.ACT
HOW = (
    "起初有人嫌麻烦，试了几回，返工果然少了，大家也就慢慢习惯下来，"
    "新来的徒弟跟着一起学，没有人再说费事。"
)


def asked(text: str, *kinds: QuestionKind) -> list[str]:
    """The questions of some kinds about customs and habits."""
    found = (
        one for kind in kinds for one in suggest(Passage("a", 0, len(text), text), (), (kind,))
    )
    return [one.question.text for one in found if one.structure in ("custom", "habit")]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("装配班组每月关掉系统干一个班，工友们称为“手艺日”。", "手艺日"),
        ("工区每测一处，三个人都要念一遍，工友们称之为“三口报数”。", "三口报数"),
        ("焊接班组推行“出车三看”：看刹车、看轮胎、看灯。", "出车三看"),
        ("二班的做法叫作“错题本”，哪道工序返了工就记两行。", "错题本"),
        ("三车间的班组试行了一张岗位提醒卡，开工前先看一眼。", "岗位提醒卡"),
        ("变化是从一张工序记录卡开始的，班组里谁干完谁填。", "工序记录卡"),
    ],
)
def test_what_has_a_name_of_its_own_is_asked_for_at_the_own_work(told: str, name: str) -> None:
    found = asked(told + HOW, CONNECT, ACT)
    assert len(found) == 2
    assert all(f"“{name}”" in text for text in found)


def test_a_workshop_tries_what_a_workshop_does_and_names_who_and_when() -> None:
    (deed,) = asked(f"装配班组每月关掉系统干一个班，工友们称为“手艺日”。{HOW}", ACT)
    assert deed == "照“手艺日”的样子，我们班组下周试一次：谁牵头、哪天？"


@pytest.mark.parametrize("body", ["区总工会", "县里的工会联合会", "企业"])
def test_what_a_body_beyond_the_workshop_does_is_proposed_to_the_union(body: str) -> None:
    (deed,) = asked(f"{body}推行“流动服务车”制度，师傅们下了班就能去。{HOW}", ACT)
    assert "给我们工会提一条小建议" in deed
    assert "我们班组" not in deed


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("班组里每月开一次碰头会，说说难处。", "班组里每月开一次碰头会"),
        (
            "车间立下话来，工友提的事，工会三天内必须给说法，不论办不办得成。",
            "工友提的事，工会三天内必须给说法",
        ),
    ],
)
def test_what_is_done_at_set_times_is_quoted_with_what_it_is_about(told: str, words: str) -> None:
    found = asked(told + HOW, ACT)
    assert [f"“{words}”" in text for text in found] == [True]


@pytest.mark.parametrize(
    "told",
    [
        "车间推行“末位淘汰”制度，班组每月排一次名。",
        "班组试行“扣分罚款单”，谁返工谁填一张。",
        "车间推行“技能工资”制度，班组每月兑现一次。",
        "班组推行“体检报告卡”，每人每月交一次。",
        "园区里不少企业存在“隐形在线”安排，工友下了班还要回话。",
        "他被称为“活地图”，班组里哪道工序都难不倒。",
        "干活留一手，师傅们称之为“看家本领”。",
        "有的班组推行“挂牌上岗”，却流于形式。",
        "车间党支部推行“先锋岗”制度，班组里的党员带头。",
        "习近平总书记强调，要推行“师带徒”制度，班组里要学起来。",
        "班组推行“三不准”制度：不准迟到，不准早退，不准串岗。",
        "县里推行“困难职工帮扶卡”，班组每月报一次名。",
    ],
)
def test_what_ranks_pays_harms_or_is_not_for_a_workshop_leads_to_nothing(told: str) -> None:
    assert asked(told + HOW, CONNECT, ACT) == []


def test_a_name_that_the_text_tells_nothing_of_is_not_asked_about() -> None:
    assert asked("装配班组推行“手艺日”制度。大家都说好。", CONNECT, ACT) == []

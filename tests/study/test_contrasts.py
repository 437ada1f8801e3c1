"""Sentences that set two things apart: quoted whole, or not at all."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.contrasts import contrasts
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage


def words(text: str) -> list[str]:
    return [one.words for one in contrasts(text, sentences(Passage("a-1", 0, len(text), text)))]


@pytest.mark.parametrize(
    "claim",
    [
        "比武不是为了争名次，而是为了长本事",
        "判断的标准不应当是有没有签字，而是够不够得着图纸",
        "追究原因与追究责任不是一回事",
        "与其一处一处地找，不如先弄清楚地下有些什么",
        "时间越久，气越大，证据越少，话越难说到一起",
        "只有把账算清楚，大家才能放心干活",
        "办成一件实事，胜过反复谈心",
        "口号传不远，故事传得远",
        "变的是干的方式，不变的是干的劲头",
        "书屋建起来不易，用起来更难",
        "事故不认表格，只认现场",
        "人心定了，腿脚才会稳",
        "制度顺了，人心就顺",
        "票据只能证明钱花了，不能证明钱该花",
        "建筑可以修缮，记忆却无法复建",
        "竞赛是手段，不是目的",
        "合规的目的在于用好，不在于不用",
        "数字上去了，人没有真正进来",
        "图纸可以改，尺寸不能改",
        "罩子，挡的是铁屑；口诀，挡的是大意",
        "挂上去的是锦旗，记住的却是人情",
    ],
)
def test_a_contrast_is_quoted_whole(claim: str) -> None:
    assert words(f"{claim}。") == [claim]
    assert words(f"所以，{claim}。") == [claim]
    assert words(f"实践证明，{claim}。") == [claim]
    assert words(f"我的感受正好相反，{claim}。") == [claim]


def test_what_stands_behind_a_colon_is_quoted_alone() -> None:
    claim = "与其一处一处地找，不如先弄清楚地下有些什么"
    assert words(f"启示之一写在这里：{claim}。") == [claim]


def test_a_last_clause_about_the_contrast_is_left_out() -> None:
    assert words("来得早不等于来得巧，这是两回事。") == ["来得早不等于来得巧"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "去年走了四十家工厂，发现不少班组并非不愿意教，而是没有时间教。",
            "不少班组并非不愿意教，而是没有时间教",
        ),
        (
            "看得多了才明白，新设备并没有取消手艺，而是改变了手艺的位置。",
            "新设备并没有取消手艺，而是改变了手艺的位置",
        ),
        (
            "来的意见有十几条，分开看都是些零碎，合起来看却说明排班有漏洞。",
            "分开看都是些零碎，合起来看却说明排班有漏洞",
        ),
        ("依法用工不是负担，而是走得远的前提。", "依法用工不是负担，而是走得远的前提"),
    ],
)
def test_two_clauses_that_set_themselves_apart_are_quoted_out_of_a_sentence(
    text: str, claim: str
) -> None:
    assert words(text) == [claim]
    assert claim in "".join(one.question.text for one in suggest(passage(f"{text}{TOLD}")))


@pytest.mark.parametrize(
    "text",
    [
        "从站上到桌边，中间隔着的不是口号，而是一套安排。",
        "大家来这里，他们并非不愿意教，而是没有时间教。",
        "青年不是不要榜样，而是要学得会的榜样；班组不是不要规矩，而是要说得清的规矩。",
    ],
    ids=["between what", "of whom", "one of a row"],
)
def test_two_clauses_that_need_others_or_stand_in_a_row_are_not(text: str) -> None:
    assert words(text) == []


TOLD = "一名老师傅带三名徒弟，白天赶活，晚上才讲图纸。有的车间把带徒算进定额，愿意教的人就多了。"


def more(text: str) -> dict[str, str]:
    (one,) = contrasts(text, sentences(Passage("a-1", 0, len(text), text)))
    return one.more


@pytest.mark.parametrize(
    "text", ["锉好了，扔了重锉。", "隐患在哪里，职工看得最清；措施灵不灵，职工试得最准。"]
)
def test_what_compares_and_denies_nothing_is_no_contrast(text: str) -> None:
    assert words(text) == []


def test_of_a_contrast_is_told_who_says_it_and_what_stands_beside_it() -> None:
    claim = "口号传不远，故事传得远。"
    told = f"{claim}大家都知道。车间里讲故事。"
    assert more(f"焊工葛大全：{told}")["who"] == "葛大全"
    bare = more(f"葛大全：{told}")
    assert (bare["who"], bare["by"]) == ("", "yes")
    assert more(f"问：{claim}")["who"] == ""
    assert "grounds" not in more(f"{claim}大家都知道。")
    assert "grounds" not in more(f"{claim}\n大家都知道。车间里讲故事。")


@pytest.mark.parametrize(
    "text",
    [
        "后者不是目的，而是手段。",
        "其他人不是不会，而是不敢。",
        "而是结果怎样影响自己，不等于没人知道。",
        "　让师傅回到机台前，才是对手艺最大的尊重。",
        "隐患往往与某位同事有关，报上去等于“告状”。",
        "职工不是不愿学，是怕出丑吗？",
        "安全投入看不见产出，省下来却是钱。",
        "车间里流传着一句老话：工人不是机器，而是主人。",
        "有人以为，多签一份不等于多担一份责任。",
        "工人不是机器，而是帮手。这话放在今天未必行得通。",
        "规范社会培训机构，加强社会培训机构监管。",
        "当天不是开会，而是终于开工。",
    ],
)
def test_half_a_thought_an_event_or_anothers_view_is_no_contrast(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "罢工不等于闹事一场。",
        "西方制度不等于民主制度。",
        "宁可牺牲自己，也要保护工友。",
        "职工越老实，越容易吃亏。",
        "车间的效益不是等来的，而是走向现代化的结果。",
        "坚持党的领导，不等于包办一切。",
        "工会领导罢工那一年，账目不是摆设，而是底气。",
    ],
)
def test_what_sets_people_against_each_other_or_is_political_is_no_contrast(text: str) -> None:
    assert words(text) == []


def test_of_several_pairs_of_one_form_the_first_is_quoted() -> None:
    text = "图纸可以改，尺寸不能改；工位可以换，规矩不能换；班次可以调，交接不能省。"
    assert words(text) == ["图纸可以改，尺寸不能改"]


def test_what_takes_nobodys_place_but_does_something_else_is_a_contrast() -> None:
    text = "机器不会取代师傅，而是把师傅的手艺用到别处。师傅带徒弟，先练三年手。职工都说好。"
    (one,) = contrasts(text, sentences(passage(text)))
    assert one.words == "机器不会取代师傅，而是把师傅的手艺用到别处"

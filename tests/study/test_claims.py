"""Claims that stand alone: what their words may begin with, need, and never are."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.claims import claims
from studydesk.study.sentences import sentences


def words(text: str) -> list[str]:
    finds = claims(text, sentences(Passage("a-1", 0, len(text), text)))
    return [one.words for one in finds if one.structure != "lived"]


@pytest.mark.parametrize(
    "claim",
    [
        "数量的热闹掩盖了质量的贫乏",
        "照顾与排斥，往往只隔一步",
        "平均数是平的，路是不平的",
        "入口多了，门却没有真正推开",
        "比武不是为了争名次，而是为了长本事",
        "判断的标准不应当是有没有签字，而是够不够得着图纸",
        "追究原因与追究责任不是一回事",
        "与其一处一处地找，不如先弄清楚地下有些什么",
        "不听的成本没有消失，只是换了一个科目记在账上",
        "时间越久，气越大，证据越少，话越难说到一起",
        "只有把账算清楚，大家才能放心干活",
        "要让本能慢下来，靠的是平时一遍遍地练",
        "一间屋子什么时候开门，就知道它是为谁开的",
        "没有一张看得懂的账，就没有大家的信任",
        "办成一件实事，胜过反复谈心",
    ],
)
def test_a_claim_is_quoted_whole(claim: str) -> None:
    assert words(f"{claim}。") == [claim]
    assert words(f"启示之一写在这里：{claim}。") == [claim]
    assert words(f"所以，{claim}。") == [claim]


def test_two_halves_joined_by_a_semicolon_are_one_claim() -> None:
    text = "比什么，就会得到什么；只比什么，就会失去别的什么"
    assert words(f"{text}。") == [text]


def test_a_last_clause_about_the_claim_is_left_out() -> None:
    assert words("来得早不等于来得巧，这是两回事。") == ["来得早不等于来得巧"]


@pytest.mark.parametrize(
    "text",
    [
        "这样的眼光，往往来自几十年的功夫。",
        "他的办法，往往比别人的更管用。",
        "后者不是目的，而是手段。",
        "其他人不是不会，而是不敢。",
        "第二家的书是按照条子买的，人人爱看。",
        "上面记的不是钱，是人情。",
    ],
)
def test_what_points_to_other_words_is_no_claim(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "而是结果怎样影响自己，往往没人知道。",
        "　让师傅回到机台前，才是对手艺最大的尊重。",
        "隐患往往与某位同事有关，报上去等于“告状”。",
        "但机器也不是万能，往往会误报。",
        "才是目的，往往被人忘记。",
        "用人单位也不能凭一张纸免除自己的义务。",
        "保障稳定的岗位虽然不多，往往最受欢迎。",
        "一是打造更好的服务平台，总有人来。",
        "加强技能培训，往往最要紧。",
    ],
)
def test_half_a_thought_is_no_claim(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "第二年夏天走的人少了一半还多。",
        "三十人以下的小厂往往占七成。",
        "会场安静了好一会儿，总是没人开口。",
        "会后，老师傅说，手艺往往只差一层纸。",
        "职工不是不愿学，是怕出丑吗？",
        "手艺为什么总是传不下去？",
        "车间里流传着一句老话：工人往往只管干活。",
        "工人往往只要干活就好。这话放在今天未必行得通。",
        "靠的往往是自己先做到。",
        "有人以为，多签一份总没有坏处。",
        "单位不同意延迟的，职工不能单方要求留任。",
    ],
)
def test_what_happened_was_said_asked_or_laid_down_is_no_claim(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "罢工不等于闹事一场。",
        "西方制度不等于民主制度。",
        "宁可牺牲自己，也要保护工友。",
        "职工越老实，越容易吃亏。",
        "老板的钱往往才是万能的钥匙。",
        "车间的效益不是等来的，而是走向现代化的结果。",
        "坚持党的领导，不等于包办一切。",
        "工会领导罢工那一年，账目不是摆设，而是底气。",
    ],
)
def test_what_sets_people_against_each_other_or_is_political_is_no_claim(text: str) -> None:
    assert words(text) == []


def test_what_the_law_says_or_only_some_have_met_is_not_looked_for_beside_us() -> None:
    for text in (
        "工人都在问。法院的判决书上，道理往往只有一句。",
        "师傅都知道。骑手缺的往往不是单子，而是歇脚的地方。",
    ):
        finds = claims(text, sentences(Passage("a-1", 0, len(text), text)))
        assert {one.structure for one in finds} <= {"claim", "contrast"}

"""What is never taken apart, weighed or graded: a leader's words, the party's, other people's."""

import re

import pytest

from studydesk import paths
from studydesk.domain.packet import QuestionKind
from studydesk.domain.passage import Passage
from studydesk.study.guards import weighed
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import Suggestion, lead_on, suggest

from .conftest import article, passage

LED = (
    "省委书记在调研时指出，工会干部不能坐在机关等职工上门，而要到车间一线去找问题。",
    "全国总工会主席在班组座谈时强调，只有让职工的技能涨上去，才能让职工的收入涨上去。",
    "市委副书记在车间调研时指出，与其等职工上门反映问题，不如到车间里去听意见。",
    "省总工会党组书记张某在会上表示，全省工会培训职工一百二十万人，比上年增长三成。",
    "县总工会主席认为，职工培训的效果不在于课时多少，而在于工人能不能用上。",
    "市长在现场办公会上要求，企业不能只顾产量，而要把职工的安全放在前面。",
    "会议指出，工会工作不是坐在办公室里等，而是到班组里去问。",
    "会议强调，与其多发一份材料，不如到班组里多走一趟。",
    "“与其坐等职工上门，不如主动走进车间。”市总工会主席在走访一线职工时说。",
    "分管副省长提出，没有过硬的手艺，就没有过硬的产品，工会要组织职工练手艺。",
    "部长说，职工学技能既要学得进，又要用得上，师傅要多教一手。",
    "文件要求，企业不能把安全培训当作走过场，而要让每个职工都会用防护用品。",
)
CARRIED_ON = (
    "市委书记在园区调研时强调，要关心一线职工。他指出，工会不是坐等职工上门，而是主动走进车间。",
    "省总工会主席在会上提出三点要求。一是师傅要多教一手，把绝活传给徒弟。二是班组要多练一练。",
)
POLITICAL = (
    "学习讲话精神，不能只念文件，而要对着岗位找差距。",
    "与其坐等上级部署，不如主动把讲话精神落到班组里。",
    "落实中央部署，工会干部不能坐在机关，而要走到职工中间去。",
    "学习会议精神，与其念十遍稿子，不如到班组里办一件实事。",
    "只有把全会精神讲到职工心里，才能让班组的活干得更有劲。",
)
COUNTED = (
    "党中央作出产业工人队伍建设改革的重大部署。改革推进中存在三个问题。一是政策落实不到位，有的地方以文件落实"
    "文件。二是经费不足，专项经费不到两成。三是干部能力不足，不会用、不敢用政策。"
)


NO_OFFICE = (
    "按文件要求，工人把工具摆好。",
    "班主任老张说，活要干细。",
    "图书记录员写得清楚，老梁说明了用法。",
)


def ask(text: str) -> tuple[Suggestion, ...]:
    return suggest(Passage("a-1", 0, len(text), text))


@pytest.mark.parametrize("text", LED)
def test_a_leaders_sentence_is_asked_about_whole_or_not_at_all(text: str) -> None:
    assert [one for one in ask(text) if one.words != text] == []


@pytest.mark.parametrize("text", NO_OFFICE)
def test_words_that_hold_an_office_by_chance_are_no_leaders(text: str) -> None:
    (sentence,) = sentences(Passage("a-1", 0, len(text), text))
    assert not sentence.protected


@pytest.mark.parametrize("text", CARRIED_ON)
def test_what_a_leader_goes_on_to_say_is_a_leaders_too(text: str) -> None:
    parts = [part.text for part in sentences(Passage("a-1", 0, len(text), text))]
    assert [one for one in ask(text) if one.words not in parts] == []


@pytest.mark.parametrize("text", POLITICAL)
def test_political_words_anywhere_guard_the_whole_sentence(text: str) -> None:
    assert ask(text) == ()


def test_what_enumerates_a_political_sentence_is_guarded_with_it() -> None:
    assert ask(COUNTED) == ()


def test_a_list_with_a_political_sentence_among_its_items_is_not_asked_about() -> None:
    list_of = "车间抓了两件事。一是组织职工比武，{}。二是开办夜校课堂，每周两个晚上。".format
    assert ask(list_of("每月一回"))
    assert ask(list_of("贯彻会议精神")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "去年起，公司工会给干部定了三条规矩：不准在基层吃请，不准收受职工土特产，不准优亲厚友。",
        "矿上有五个不准：带火种不准下井，酒后不准下井，穿化纤衣服不准下井。",
        "化工厂有四条铁律，人人会背。工友们说，铁律是拿教训换来的。",
        "班组议了三件事：一是帮扶款不得截留，二是台账当月公示，三是工会每月抽查两次。",
    ],
)
def test_what_forbids_is_neither_ranked_nor_loosened(text: str) -> None:
    assert ask(text) == ()


def test_a_foreman_is_no_leader_and_what_he_teaches_may_be_talked_over() -> None:
    text = "车间主任老梁带了三十年徒弟。与其反复讲规程，不如在机台旁做给徒弟看。"
    assert any(one.structure == "contrast" for one in ask(text))


def frames() -> str:
    return (paths.resources() / "questions" / "frames.toml").read_text("utf-8")


def test_nobody_is_called_the_author_of_words_that_may_be_anothers() -> None:
    entries = frames().split("[[frame]]")
    by_name = [
        one for one in entries if "作者" in one and not re.search('"(?:document|leader)"', one)
    ]
    assert by_name == []


def test_no_question_looks_for_blame_grades_or_compares_people() -> None:
    for graded in ("是谁都", "没人去做", "几分", "最像“", "这样想？为什么", "最欠火候", "管得住"):
        assert graded not in frames()


def test_how_a_policy_does_is_for_no_group_to_grade() -> None:
    text = (
        "各地推进产业工人改革。职工培训政策的落实率不足三成，工人意见不少。这说明改革还要往下走。"
    )
    assert ask(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "设备换新，人员集中，流程合并，工伤人数上升了三成。车间工人议论纷纷。",
        "一家公司每周组织工人打扫经理家的院子，从此车间里没有笑声了。工人都不满意。",
        "他带了三个徒弟：小王爱琢磨、小李肯吃苦、小张嘴巴甜。",
        "第一种是偷懒的工人，上班磨洋工。第二种是油滑的工人，见活就躲。",
        *("第一，是", "首先，是", "一要，它", "有三点。\n第一，是\n第二，是\n第三，是\n"),
    ],
)
def test_harm_people_and_empty_items_are_asked_about_by_nothing(text: str) -> None:
    assert ask(text) == ()


ASKED = "{0}只有把手艺练熟，才能让职工放心。"


@pytest.mark.parametrize("word", ["如何", "怎样", "是否", "能否", "可否"])
def test_what_a_text_only_asks_is_nothing_to_follow(word: str) -> None:
    own = {QuestionKind.CONNECT, QuestionKind.ACT}
    told, asked = (ask(ASKED.format(each)) for each in ("", word))
    assert any(one.question.kind in own for one in told)
    assert not any(one.question.kind in own for one in asked)


OWN = {QuestionKind.CONNECT, QuestionKind.ACT, QuestionKind.REFLECT}
BESIDE = "职工都知道。班组长也知道。"


@pytest.mark.parametrize(
    "claim", ["记录越漂亮，隐患藏得越深", "老板越急，活越难干", "表填得越齐，越像走过场"]
)
def test_nobody_is_asked_to_accuse_or_to_own_up_to_a_breach(claim: str) -> None:
    assert not OWN & {one.question.kind for one in ask(f"{claim}。{BESIDE}")}
    assert OWN & {one.question.kind for one in ask(f"手练得越勤，活干得越顺。{BESIDE}")}


@pytest.mark.parametrize("word", ["困难职工", "低保", "尘肺", "怀孕", "建档"])
def test_where_people_are_in_need_only_the_text_is_asked_about(word: str) -> None:
    text = f"手练得越勤，活干得越顺。{BESIDE}说的是{word}。"
    assert ask(text)
    assert not OWN & {one.question.kind for one in ask(text)}


def test_a_word_that_only_looks_like_an_inspection_of_the_party_silences_nothing() -> None:
    text = f"手练得越勤，活干得越顺。{BESIDE}"
    assert ask(f"{text}职工代表每月巡视一次车间。")
    assert ask(f"{text}巡视组来过车间。") == ()


def test_what_people_earn_or_suffer_from_is_set_beside_nobodys_own() -> None:
    for told in ("中级工每月差额有时不足二百元", "体检发现异常、及时调岗的职工一共有八个人"):
        text = f"车间里师傅带徒弟的办法没人管。{told}。班组里的职工都这样说，工会也在想办法。"
        for one in suggest(Passage("a", 0, len(text), text)):
            if told[:6] in one.question.text:
                assert one.question.kind not in (QuestionKind.CONNECT, QuestionKind.REFLECT)
                assert not re.search("我们|你|身边", one.question.follow_ups)


WRITTEN_UP = (
    "{}车间推行“白板课堂”，把停机记录写在机台旁边。谁接班谁先看，看完了再组织大家一条一条讨论，"
    "讨论出来的办法当天就试，试过了再改，改完了各人签上名字。职工都这样说，没来的人也点头。"
)


@pytest.mark.parametrize(
    ("before", "leads"),
    [
        ("去年夏天事情多。", True),
        ("矿上不准带火种下井。", False),
        ("这是上头的一项改革政策。", False),
        ("要坚持党的领导。", False),
        ("老周是困难职工。", False),
    ],
    ids=["plain", "a ban", "a policy", "political", "hardship"],
)
def test_nobody_chooses_among_sentences_that_are_not_for_a_workshop(
    before: str, *, leads: bool
) -> None:
    text = WRITTEN_UP.format(before)
    led = lead_on(passage(text), QuestionKind.CONNECT, ())
    assert any("前后几句" in one.question.text for one in led) is leads


def test_what_counts_earnings_is_not_looked_back_on() -> None:
    text = WRITTEN_UP.format("夜班的津贴是每晚八元。")
    assert lead_on(passage(text), QuestionKind.REFLECT, ()) == []


@pytest.mark.parametrize(("told", "led"), [("老周夜里查账。", True), ("老周58岁，血压高。", False)])
def test_nothing_asked_behind_a_question_leads_to_how_workmates_are(
    told: str, *, led: bool
) -> None:
    text = f"{told}手艺不是背出来的，而是练出来的。比如师傅带徒弟，先练三年手。职工都说好。"
    found = suggest(passage(text), kinds=(QuestionKind.ANALYSE,))
    assert found
    assert any("身边" in one.question.follow_ups for one in found) is led


def test_officials_that_only_the_article_names_as_such_make_a_passage_one_to_be_read() -> None:
    told = "王建国说，活要先看再干。王建国强调，图纸要当面交清。"
    assert not weighed(passage(told))
    assert weighed(passage(told), article(f"市长王建国来到车间。\n{told}"))


def test_an_office_in_brackets_behind_who_speaks_is_one() -> None:
    for post, weighs in (("市总工会副主席", True), ("装配钳工", False)):
        text = f"司马静（{post}）：图纸不是挂给人看的，而是给人用的。挂在机台边，谁用谁看。"
        assert sentences(passage(text))[0].protected is weighs

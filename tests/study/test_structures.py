"""What a passage offers to ask about: each structure where it is, and where it is not."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.sentences import sentences
from studydesk.study.structures import find_structures

EXAMPLES = {
    "list-measures": (
        "一是开展技能培训。二是搭建比武平台。",
        "一是开展技能培训。",
    ),
    "list-points": ("首先，看得懂账。其次，算得清账。最后，管得住账。", "首先，看得懂账。"),
    "list-problems": (
        "其一，技能更新滞后的矛盾。其二，培训设备不足的问题。",
        "其二，技能更新滞后的矛盾。其三，培训设备不足的问题。",
    ),
    "measure": ("工会要上门走访外来务工人员。", "工会的上门走访很受大家欢迎。"),
    "doable": ("组织师傅结对帮带徒弟，大家都来学。", "大家都来学，组织师傅结对帮带徒弟。"),
    "near": ("要把班前会开到机床旁边。", "要把班前会制度健全起来。"),
    "union-measure": ("工会要组织师傅结对帮带徒弟。", "组织师傅结对帮带徒弟，工会欢迎。"),
    "lasting": ("组织师傅坚持带着徒弟练手艺。", "组织师傅带着徒弟一起练手艺。"),
    "duty": ("班组长都要每天检查设备。", "班组长每天检查一遍设备。"),
    "problem": ("许多工人的技能更新不足。", "着力解决技能更新不足的问题。"),
    "remedied": (
        "许多工人的技能更新不足。工会要开展技能更新培训。",
        "许多工人的技能更新不足。工会要组织大家看电影。",
    ),
    "topic": (
        "一是技能培训进班组。班组长带头学。大家跟着练。",
        "一是技能培训进班组。班组长带头学。",
    ),
    "definition": ("工匠精神是精益求精的手艺与耐心。", "工匠精神也是大家很看重的东西。"),
    "case": ("例如，一车间把班前会开到了机床旁边。", "一车间把班前会开到了机床旁边。"),
    "law-case": ("法院审理了“外卖骑手工伤认定案”。", "法院审理了“骑手案”。"),
    "shift": ("培训从课堂讲授转向现场练兵，大家欢迎。", "培训在课堂上讲，也在现场练，大家欢迎。"),
    "two-sided": ("班组既要练好手艺，又要带好徒弟。", "班组要练好手艺，带好徒弟。"),
    "contrast": ("比武不是为了争名次，而是为了长本事。", "比武为了争名次，也为了长本事。"),
    "better": ("办成一件实事，胜过谈十次心。", "办成一件实事，也谈十次心。"),
    "if": ("回报越具体，参与越持久。", "回报很具体，参与很持久。"),
    "rather": ("与其等人来问，不如上门去听。", "等人来问，也上门去听。"),
    "turn": ("培训要从“要我学”变为“我要学”。", "培训有“要我学”，也有“我要学”。"),
    "only": ("只有把账算清楚，大家才能放心干活。", "把账算清楚，大家就放心。"),
    "now": ("以前下班累的是胳膊，现在累的是脑子。", "下班时胳膊累，脑子也累。"),
    "key": ("练好手艺，关键在于多看多练。先看师傅怎么做。", "练好手艺，关键在于多看多练。"),
    "asked": ("夜班的职工到哪里吃饭？食堂说可以送。", "夜班的职工到哪里吃饭？"),
    "deed": ("某轧钢厂把停机记录逐条归类。", "某轧钢厂的停机记录不少。"),
    "worked": (
        "某轧钢厂把停机记录逐条归类。半年下来，停机少了三成。",
        "某轧钢厂把停机记录逐条归类。记录本是蓝色的。",
    ),
    "outcome": (
        "车间请师傅把停机记录归类，再组织大家讨论。半年下来，停机次数少了三成。",
        "据统计，停机次数少了三成。",
    ),
    "ruling": (
        "法院认为，接孩子属于日常需要。法院判决撤销原决定。",
        "法院判决撤销原决定。",
    ),
    "reminder": (
        "提醒广大职工，离职时应当保留沟通记录。",
        "公司保留沟通记录三年。",
    ),
    "advice": (
        "零工找活难，难在信息不对称。建议为每位务工人员建立技能档案。",
        "大家都到齐了。建议为每位务工人员建立技能档案。",
    ),
    "posed": (
        "怎样让老师傅的手艺传下去，是一个值得认真对待的课题。先要组织师傅录像。再要开设小课。",
        "怎样让老师傅的手艺传下去，是一个值得认真对待的课题。",
    ),
    "then": (
        "先看师傅怎么教。等级评得准，挂钩才有公信力。",
        "后来，等级评得准，挂钩才有公信力。大家都这样说。",
    ),
    "more": ("托育不只是家务事，更是关乎岗位的大事。", "托育是家务事，大家都知道。"),
    "lived": ("办成一件实事，胜过谈十次心。", "办成一件实事，也谈十次心。"),
    "saying": (
        "“以前规则说变就变，现在先问我们。”骑手老郑说。",
        "“以前规则说变就变，现在先问我们。”局长说。",
    ),
    "at-work": ("工会设立“树洞信箱”，听职工说话。", "职工说的“树洞信箱”没有人见过。"),
    "practice": (
        "班组换了个办法：开会只讲今天干什么，讲完就散。",
        "职工开会讲了今天干什么，讲完就散了。",
    ),
    "practicable": (
        "一般隐患当班答复，职工当场就知道结果。",
        "一般隐患当班答复，每条奖补一万元，职工当场就知道结果。",
    ),
    "list-parties": (
        "政府可以发布工资的价位，工会可以组织职工协商，企业要建立岗位的责任。",
        "政府可以发布工资的价位，工会可以组织职工协商。",
    ),
    "neither": (
        "对老师傅既不能一减了之了事，也不能一概养起来不管。",
        "对老师傅可以一减了之，可以一概养起来。",
    ),
    "tryable": (
        "工会设立“树洞信箱”，听职工说话。",
        "工会设立“树洞信箱”，听职工说话。市财政每年给予五十万元补贴。",
    ),
    "person": (
        "公司评选“带徒能手”，职工都来投票。带徒能手要会示范，也要会讲。",
        "公司评选“带徒能手”，职工都来投票。",
    ),
    "figure": ("培训的人从12名增加到40名。", "参加培训的人越来越多。"),
    "coinage": (
        "这间屋子被称为“云上课堂”。云上课堂就是隔着屏幕学手艺。",
        "大家学习“工匠精神”。工匠精神人人说。",
    ),
    "leader": (
        "习近平总书记强调，要重视技能。开展技能竞赛。",
        "厂长强调，要重视技能。开展技能竞赛。",
    ),
    "document": ("《关于提高技术工人待遇的意见》提出，要涨工资。", "《意见》很长，大家慢慢读。"),
}


def found(text: str) -> tuple[Find, ...]:
    return find_structures(text, sentences(Passage("a-1", 0, len(text), text)))


@pytest.mark.parametrize("structure", EXAMPLES)
def test_a_structure_is_found_where_it_is_and_nowhere_else(structure: str) -> None:
    right, wrong = EXAMPLES[structure]
    assert structure in {find.structure for find in found(right)}
    assert structure not in {find.structure for find in found(wrong)}


def test_every_find_is_about_exact_words() -> None:
    for text, _ in EXAMPLES.values():
        assert all(text[find.start : find.end] == find.words for find in found(text))


def test_a_list_knows_its_items() -> None:
    (found_list,) = (
        find for find in found(EXAMPLES["list-problems"][0]) if "list" in find.structure
    )
    assert found_list.more["count"] == "两"
    assert found_list.more["noun"] == "矛盾"
    assert found_list.more["last"] == "培训设备不足的问题"


@pytest.mark.parametrize(
    ("structure", "text"),
    [
        ("contrast", "支持不等于包办。"),
        ("contrast", "数字化不是目的，方便才是。"),
        ("contrast", "隐患拍下来只是第一步，改到位才是目的。"),
        ("contrast", "订单充足时谈以人为本并不难，难的是行情下滑时还记得。"),
        ("better", "宁可少开几个热门专业，也要把现有的实训室用足。"),
        ("only", "没有一张看得懂的账，就没有大家的信任。"),
        ("if", "工会服务若止步于厂门，便只走完了一半的路。"),
        ("if", "车间的安全离不开每个人多看一眼。"),
        ("if", "讲得越实，听得越进，用得越多。"),
        ("if", "账目越细、越公开，大家越放心。"),
        ("then", "边界不清，数据就会变成负担。职工都看在眼里。"),
        ("then", "没有能力的支撑，权利就会落空。职工都看在眼里。"),
        ("contrast", "手艺靠的不是图纸，而是十年的手感。"),
        ("contrast", "看手艺不能只看快慢，而要看活件是否合格。"),
        ("contrast", "先易后难看似慢了半拍，却少走了许多弯路。"),
        ("list-points", "要读懂三样东西：参数的含义、曲线的走势、报警的原因。"),
        ("list-points", "原因有二：评审链条过长，要盖很多章；成果归属不清，没人署名。"),
        ("list-points", "先要解决身份问题。再要找准位置。还要留下成果。"),
        ("saying", "师傅说，手不平，心就不平。"),
        ("saying", "带班的是车间的老李。他说，铁砧不说话，什么铁都要打过才成器。"),
        ("rather", "办展览时，不妨少一些命题作文，多一些现场写生。"),
        ("if", "合作社多一分真心，年轻人就多一分扎根的勇气。"),
        ("then", "人气旺了，心就定了。大家都看在眼里。"),
        ("list-points", "第一重是家庭账。第二重是机构账。"),
        ("list-points", "第一道关是评价关。第二道关是标准关。"),
        ("list-points", "缺口首先体现在结构上。缺口还体现在节奏上。"),
        ("list-points", "班组课堂，首先在于真实。其次在于长久。"),
        ("coinage", "所谓嵌入式服务，是把托育放进楼里。"),
        ("figure", "参训率提高了近三成，职工都说好。"),
        ("list-points", "首先要过安全关。其次要过师资关。"),
        ("list-points", "卡点之一是账算不清。卡点之二是没人来评。"),
        ("list-points", "一方面，要看得懂账。另一方面，要管得住账。"),
        ("list-points", "站得稳，先要信息稳。站得稳，更要技能稳。"),
        ("list-points", "时间的边界，应当由双方约定。责任的边界，应当由证据说话。"),
    ],
)
def test_one_thing_is_said_in_several_ways(structure: str, text: str) -> None:
    assert structure in {find.structure for find in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "使陪伴孩子不再只是妈妈的责任，平等才能落到家里。",
        "没有调查就没有发言权，没有正确的调查同样没有发言权。",
        "正如公布工资计算办法并不等于公开财务报表。",
        "高质量发展离不开高质量的劳动创造。",
        "这不等于放手不管。",
        "坚持党的领导，不等于包办一切。",
    ],
)
def test_what_needs_other_words_or_is_for_no_workshop_is_no_claim(text: str) -> None:
    structures = {find.structure for find in found(text)}
    assert not structures & {"contrast", "only", "if", "better", "rather"}


def test_a_list_that_is_built_in_two_ways_is_told_once() -> None:
    text = "站得稳，先要信息稳。站得稳，还要保障稳。站得稳，更要技能稳。"
    (points,) = (find for find in found(text) if find.structure == "list-points")
    assert points.more["count"] == "三"


def test_an_announced_number_that_is_not_kept_is_no_list() -> None:
    text = "要读懂三样东西：参数的含义、曲线的走势。"
    assert not [find for find in found(text) if find.structure.startswith("list")]


def test_three_parts_of_the_more_the_more_are_quoted_whole() -> None:
    (claim,) = (find for find in found("讲得越实，听得越进，用得越多。") if find.structure == "if")
    assert claim.words == "讲得越实，听得越进，用得越多"


@pytest.mark.parametrize("head", ["要谈得拢", "关口前移"])
def test_what_paragraphs_begin_with_alike_is_a_list(head: str) -> None:
    text = f"{head}，先要看得准。大家都这样说。\n{head}，还要懂得多。大家也这样说。"
    (points,) = (find for find in found(text) if find.structure == "list-points")
    assert points.more["count"] == "两"


@pytest.mark.parametrize(
    "text",
    [
        "有的单位让新职工签一份“奋斗者承诺书”，看似你情我愿，实则经不起推敲。",
        "不少企业把年龄上限定在四十五岁。这样的限制没有道理。",
        "有的企业把津贴、奖励混在一起发，职工怨气不小。",
        "某厂工会对三千名职工开展问卷调查。",
        "某厂把罢工的职工开除了。",
    ],
)
def test_what_nobody_is_to_copy_is_no_practice(text: str) -> None:
    assert not {find.structure for find in found(text)} & {"deed", "worked"}


def test_what_others_propose_is_no_advice_of_the_author() -> None:
    text = "颈肩不适的职工不少，问题不小。有人提出，应当把颈椎病列入职业病目录。"
    assert "advice" not in {find.structure for find in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "据了解，公司今年投入五百万元。据了解，公司有职工三千多人。",
        "据了解，要装上新设备。据了解，还要多招人手。",
        "第二天一早，班长就到了车间。第二天一早，雨停了下来。",
        "第二天一早，要开班前会。第二天一早，还要查设备。",
        "记者看到，车间里机器轰鸣。记者看到，墙上贴着安全标语。",
        "今年以来，要开展技能比武。今年以来，还要走访职工。",
        "下班之后，师傅带着徒弟练手艺。下班之后，食堂给大家留了热饭。",
        "下班之后，要带着徒弟练手艺。下班之后，还要给大家留热饭。",
        "李师傅说，手艺要一天一天练。李师傅说，心里急不得。",
        "李师傅说，要一天一天练。李师傅说，还要一样一样学。",
        "站得稳，要信息稳。大家都这样说。站得稳，要保障稳。",
        "站得稳，信息来得早。站得稳，保障来得齐。",
        "第二天一早，应当由班长查设备。下班之后，应当由师傅查工具。",
    ],
)
def test_sentences_that_only_open_alike_are_no_list(text: str) -> None:
    assert not [find for find in found(text) if find.structure.startswith("list")]


@pytest.mark.parametrize(
    "text",
    [
        "罢工不等于闹事。",
        "西方制度不等于民主。",
        "权力不等于权利。",
        "宁可少活二十年，也要拿下大油田。",
        "宁可牺牲自己，也要保护工友。",
        "职工越老实，越吃亏。",
        "信访越多，干部越忙。",
        "一线工人的命只是一条，老板的钱才是万能。",
        "死亡的教训胜过一百次说教。",
        "车间的安全不是命中注定，而是拿牺牲换来的教训。",
        "车间的效益不是等来的，而是走向现代化的结果。",
    ],
)
def test_what_sets_people_against_each_other_or_costs_lives_is_no_claim(text: str) -> None:
    assert not {find.structure for find in found(text)} & {"contrast", "only", "if", "better"}

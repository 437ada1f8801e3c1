"""Who is called by a name in a question, and who holds an office wherever a text names them."""

import pytest

from studydesk.study.people import company, workmate
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import article, passage

SAID = "手艺练不到家，活就没有底气"
TOLD = "大家听了，把这句话抄在了黑板上，班组里每天下班都要练半个小时，徒弟们说练得值。"


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("王刚", "王刚"),
        ("王刚接着", "王刚"),
        ("张强补充", "张强"),
        ("张强冷冷地", "张强"),
        ("孙德顺对徒弟", "孙德顺"),
        ("焊工李明", "李明"),
        ("公交司机李明", "李明"),
        ("农民工", "农民工"),
        ("货车司机周平", "周平"),
        ("外卖骑手小张", "小张"),
        ("全国劳模、焊工王海", "王海"),
        ("机修车间的质检员欧阳春", "欧阳春"),
        ("老赵的徒弟小孙", "小孙"),
        ("高师傅", "高师傅"),
        ("一位老师傅", "老师傅"),
        ("检车员", "检车员"),
        ("马上", ""),
        ("小孙听老赵", ""),
        ("青年工人高兴", ""),
        ("一线职工安全", ""),
        ("向大家", ""),
        ("和气地", ""),
        ("边干边", ""),
        ("起身", ""),
        ("注意事项", ""),
        ("项目部", ""),
        ("市长李明", ""),
        ("赵刚", ""),
    ],
)
def test_a_workmate_is_called_only_by_what_is_sure_to_be_a_name_or_a_trade(
    who: str, name: str
) -> None:
    assert workmate(who, "焊工王刚、电工张强和钳工孙德顺来了。") == name


def test_a_name_is_as_long_as_the_text_goes_on_to_call_somebody() -> None:
    assert workmate("李来福乐呵呵地", "焊工李来福来了。李来福走了。") == "李来福"
    assert not workmate("李来", "焊工李来福来了。李来福走了。")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("副市长王建国来到车间。王建国笑了。", "王建国"),
        ("王海是市委书记。那天王海来了。", "王海"),
        ("张明，市总工会副主席，到班组座谈。", "张明"),
        ("副主席李明、张强来了。", "张强"),
    ],
)
def test_a_name_near_an_office_is_an_officials(text: str, name: str) -> None:
    assert name in company(text).officials
    assert "小孙" not in company(f"{text}小孙也来了。").officials


@pytest.mark.parametrize(
    ("official", "workmate"),
    [
        ("副市长王建国来过。王建国笑着说", "钳工王建国来过。王建国笑着说"),
        ("王海是市委书记。王海摸着机床说", "老钳工王海来了。王海摸着机床说"),
        (
            "那天市长王海来了。\n夜校里坐满了人。王海对工人说",
            "那天焊工王海来了。\n夜校里坐满了人。王海对工人说",
        ),
        ("总经理陈国华来过。陈国华说", "质检员陈国华来过。陈国华说"),
        ("周恩来说", "小周说"),
        ("习仲勋对工人讲", "小孙对工人说"),
        ("王沪宁说", "师傅说"),
        ("厂长王刚说", "焊工王刚说"),
    ],
)
def test_nothing_is_asked_of_what_somebody_with_an_office_says_by_the_bare_name(
    official: str, workmate: str
) -> None:
    begins = "车间里的夜校办了半年，来的人一天比一天多。"
    told, twin = (f"{begins}{lead}：“{SAID}。”{TOLD}" for lead in (official, workmate))
    assert [one for one in suggest(passage(twin)) if SAID in one.question.text]
    assert not [one for one in suggest(passage(told)) if SAID in one.question.text]


def test_an_office_in_the_article_counts_where_the_passage_has_only_the_name() -> None:
    told = f"夜校办了半年，来的人一天比一天多。青工王建国笑着说：“{SAID}。”{TOLD}"
    whole = article(f"副市长王建国来到车间。\n{told}")
    assert [one for one in suggest(passage(told)) if "王建国" in one.question.text]
    assert not [one for one in suggest(passage(told), article=whole) if SAID in one.question.text]
    assert sentences(passage(told), whole)[1].protected


@pytest.mark.parametrize("called", ["老张", "张师傅", "阿张", "张工"])
@pytest.mark.parametrize(
    ("told", "another"),
    [
        ("市总工会主席张国强到厂里来了", True),
        ("张国强如今是市总工会主席", True),
        ("新任县长张德海到任那天就去了车间", True),
        ("市总工会主席王海来了", False),
        ("焊工张国强来了", False),
        ("市总工会主席张国强和焊工老张都来了", False),
    ],
)
def test_who_is_called_like_somebody_with_an_office_is_no_workmate_unless_the_text_says_so(
    told: str, called: str, *, another: bool
) -> None:
    assert workmate(called, f"{told}。") == ("" if another else called)


@pytest.mark.parametrize(
    ("who", "told", "name"),
    [
        ("焊工李明", "", "李明"),
        ("李明", "班上来了个徒弟李明。", "李明"),
        ("李明", "李明（装配车间职工）：活要细。", "李明"),
        ("老师傅", "", "老师傅"),
        ("王教授", "", ""),
        ("李明", "李明来到车间。", ""),
        ("顾问李明", "", ""),
        ("总工李明", "", ""),
        ("委员李明", "", ""),
        ("李明", "李明（某学院研究员，工会顾问）：活要细。", ""),
    ],
)
def test_only_a_plain_worker_is_called_by_the_bare_name(who: str, told: str, name: str) -> None:
    assert workmate(who, told) == name


@pytest.mark.parametrize(
    "lead", ["小孙听老赵说", "马上有人说", "师傅们马上说", "李明说完，张强回了一句"]
)
def test_where_nobody_is_sure_to_say_it_a_question_has_no_name(lead: str) -> None:
    told = f"车间里的夜校办了半年，来的人一天比一天多。{lead}：“{SAID}。”{TOLD}"
    for one in suggest(passage(told)):
        assert not any(name in one.question.text for name in ("小孙", "马上", "李明", "张强"))

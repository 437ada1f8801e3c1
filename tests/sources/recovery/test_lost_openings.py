"""An article that begins with its second part right under the byline: where its opening stands
behind an article that nobody has signed, it is brought back.
"""

import pytest
from tests.sources.recovery.day_at_work import recovered, text_of

HEAD = ("让职工夜校办得更有温度", "王敏")
OPENING = "职工夜校是工会服务职工的一件实事，夜校怎样办得有声有色，让学员愿意来、学得好，值得琢磨。"
FIRST = ("一、课程跟着学员走", "夜校开什么课程，要由学员来点。先在车间里问一遍，再请教师排课。")
REST = (
    *("二、教师从身边来", "夜校的教师不必都从外面请，车间里的技师就能上课，学员听得懂、用得上。"),
    *("三、教室离家近", "夜校的教室设在社区，学员下了班走几步就到，课程结束得也不晚。"),
    "（作者单位：江城市总工会）",
)
STALLS = (
    "菜市场的摊位怎么收费，摊主们最关心。过去按面积收，豆腐摊和肉摊交的钱一样多，豆腐摊叫苦。",
    "今年起，菜市场改按营业额收，摊主自己报数，管理员抽查。账目贴在市场门口，谁都能看。",
)
UNSIGNED = ("莫让菜市场的摊位空着", "本报评论员", *STALLS)
SIGNED = ("骑手的头盔谁来换", "李伟", "骑手的头盔三年要换一次，平台出一半的钱，驿站帮着登记。")
OFFICE = "（作者单位：江城市骑手驿站）"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_opening_behind_an_unsigned_article_comes_back(between: str) -> None:
    page = (*SIGNED, OFFICE, *HEAD, *REST, *UNSIGNED, OPENING, *FIRST)
    articles = {article.title: article for article in recovered(between.join(page)).articles}

    assert text_of(articles[HEAD[0]]) == [OPENING, *FIRST, *REST[:-1]]
    assert text_of(articles[UNSIGNED[0]]) == list(STALLS)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_where_the_opening_is_lost_no_other_article_gives_its_own(between: str) -> None:
    counted = (STALLS[0], "一、按营业额收", STALLS[1])
    page = (*SIGNED, OFFICE, *HEAD, *REST, *UNSIGNED[:2], *counted)
    articles = {article.title: article for article in recovered(between.join(page)).articles}

    assert text_of(articles[HEAD[0]]) == list(REST[:-1])
    assert text_of(articles[UNSIGNED[0]]) == list(counted)

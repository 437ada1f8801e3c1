"""Pages copied from web sites: what the site has around an article is furniture where the page
shows two sure signs of a site, and nowhere else.
"""

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, only_article
from tests.sources.recovery.ordinary_articles import Ordinary, ordinary_articles, printed
from tests.sources.recovery.test_ordinary_articles import meant, told

from studydesk.domain.article import BlockKind, Source
from studydesk.sources.recovery.recover import recover
from studydesk.sources.recovery.rows import rows_of
from studydesk.sources.recovery.sites import is_of_site, lines_of_sites

ABOVE = ("首页 > 职工 > 正文", "2025-03-07 14:21    来源：江城工会网", "分享让更多人看到")
BELOW = (
    "下一篇>",
    "关于我们 | 联系我们",
    "Copyright © 2025 江城工会网",
    "主办：江城市总工会",
    "关闭",
)
ARTICLE = ("夜校开到车间里", "王敏", MORNING, WORK, NOON)
NEWSPAPER = ("第05版：职工", "3上一版  下一版4", "编者按", ARTICLE[0], "返回江城网 版面导航")
BOARD = ("马上注册！", "您需要 登录 才可以下载或查看，没有账号？注册")
POSTED = "发表于 2025-3-7 09:12:33 | 只看该作者"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (ABOVE, BELOW),
        (("当前位置：首页 > 学习园地", "发布者：李伟发布时间：2025-03-07浏览次数：12"), ()),
        (NEWSPAPER, ("下一篇4", "版权所有©2025", "京公网安备11010602200000号", "关闭")),
        (
            (),
            (
                "来源：班组之声",
                "往期推荐",
                "把好师傅请上讲台",
                "喜欢请点“在看”",
                "扫码关注本公众号",
            ),
        ),
        (BOARD, ("回复 使用道具 举报", "登录 | 注册", "本版积分规则")),
    ],
)
def test_what_a_site_has_around_an_article_is_of_none(
    above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    article = only_article(*above, *ARTICLE, *below)

    assert (article.title, article.authors) == ("夜校开到车间里", ("王敏",))
    assert article.body == f"{MORNING}\n{WORK}\n{NOON}"


def test_what_a_site_has_between_a_title_and_its_text_parts_no_article() -> None:
    article = only_article("夜校开到车间里", *ABOVE, POSTED, "王敏", MORNING, WORK, *BELOW)

    assert (article.title, article.authors) == ("夜校开到车间里", ("王敏",))


@pytest.mark.parametrize("line", ["关闭", "客户端", "往期推荐", "返回首页", "来源：江城工会网"])
@pytest.mark.parametrize("sign", [(), ("Copyright © 2025 江城工会网",)])
def test_one_sign_of_a_site_is_not_enough(line: str, sign: tuple[str, ...]) -> None:
    raw = "\n".join((*ARTICLE, line, *sign))

    assert lines_of_sites(rows_of(raw)) == []


@pytest.mark.parametrize("form", ["close", "apart", "wrapped"])
@pytest.mark.parametrize("article", list(ordinary_articles()), ids=lambda article: article.title)
def test_an_ordinary_article_on_a_site_is_all_there(article: Ordinary, form: str) -> None:
    page = printed((*ABOVE, *article.lines, *BELOW), form)

    assert [told(found) for found in recover(Source("page", page)).articles] == [meant(article)]


def test_what_a_site_has_between_two_articles_is_of_neither() -> None:
    raw = "\n".join(
        (
            "首页 > 理论 > 正文",
            ARTICLE[0],
            "来源：江城工会网　2025-08-12 07:31",
            "字号：小 中 大　打印　收藏　分享到：",
            *ARTICLE[1:],
            "上一篇：把好师傅请上讲台",
            "相关阅读",
            "小微企业工会怎么建",
            "让驿站亮起来",
            "骑手需要怎样的台阶",
            "来源：江城工会网　2025-08-12 07:30",
            "李伟",
            WORK,
            "江城工会网版权所有，未经授权不得转载　京ICP备05013730号",
            "关于我们　联系方式　广告服务",
        )
    )

    first, second = recover(Source("page", raw)).articles
    assert (first.title, first.body) == (ARTICLE[0], f"{MORNING}\n{WORK}\n{NOON}")
    assert (second.title, second.body) == ("骑手需要怎样的台阶", WORK)


WORDS_OF_ARTICLES = (
    *("为一线职工点赞", "凌晨三点在看什么", "江城市总工会官方网站开通"),
    *("江城工会开通微信公众号", "如何办理网站ICP备案", "关注江城工会公众号，参与答题"),
    *("登录注册", "您需要登录江城工会平台", "联系我们", "第3版集体合同来了"),
    *("时间：2025年11月20日9:00—11:30", "2025年11月20日9:00开始申报"),
    *("地址：江城市工人文化宫一楼大厅", "电话：027-85550000", "主办：江城市总工会"),
)


@pytest.mark.parametrize("words", WORDS_OF_ARTICLES)
@pytest.mark.parametrize("beside", ["place", "time", "count", "foot"])
def test_words_of_articles_stay_whatever_sign_of_a_site_is_beside_them(
    words: str, beside: str
) -> None:
    signs = {
        "place": ("首页 > 要闻 > 正文", words, *ARTICLE, "浏览次数：123"),
        "time": ("首页 > 要闻 > 正文", ARTICLE[0], "2025-11-03 09:30", words, *ARTICLE[2:]),
        "count": ("首页 > 要闻 > 正文", *ARTICLE, words, "浏览次数：123"),
        "foot": ("首页 > 要闻 > 正文", *ARTICLE, words, *BELOW[1:]),
    }
    raw = "\n".join(signs[beside])

    places = lines_of_sites(rows_of(raw))
    assert len(places) > 1
    assert raw.index(words) not in [start for start, _ in places]


@pytest.mark.parametrize(
    "line",
    [
        *("2025-11-03 09:30", "2025-11-03 09:30:15 江城工会网", "发表于 2025-3-7 09:12:33"),
        *(
            "2025年11月03日09:30 来源：江城工人报",
            "来源：江城工人报 2025年11月03日 09:30 作者：王敏",
        ),
        *(
            "发布时间：2025-11-03 09:30 浏览：12",
            "江城市总工会 2025-11-03 09:30 | 来源：江城工人报",
        ),
        *("喜欢请点“在看”", "觉得不错点个在看", "点赞、在看", "长按关注江城工会公众号"),
        *("原创 江城工会 职工之声 2025年6月9日 18:30 湖北", "江城工会官方网站 | 首页 今天是"),
        "关注公众号，随时阅读江城工人报",
        *("登录 | 注册", "您好，登录|注册", "京ICP备05013730号-1", "ICP备案号：鄂ICP备12号"),
    ],
)
def test_lines_that_only_sites_have_are_of_them(line: str) -> None:
    raw = "\n".join(("首页 > 要闻 > 正文", *ARTICLE, line, "浏览次数：123"))

    assert line in [raw[start:end] for start, end in lines_of_sites(rows_of(raw))]


@pytest.mark.parametrize("title", ["为一线职工点赞", "江城市总工会官方网站开通"])
def test_a_title_between_two_signs_of_a_site_is_the_title(title: str) -> None:
    article = only_article(ABOVE[0], title, ABOVE[1], "王敏", MORNING, WORK, *BELOW)

    assert (article.title, article.authors) == (title, ("王敏",))


def test_when_and_where_it_is_stays_in_a_notice() -> None:
    facts = ("时间：2025年11月20日9:00—11:30", "地址：江城市文化宫", "电话：027-85550000")
    article = only_article(
        ABOVE[0], "夜校开课的通知", "2025-11-03 09:30", WORK, *facts, NOON, *BELOW
    )

    assert article.body.split("\n") == [WORK, *facts, NOON]


def test_who_runs_a_site_is_left_out_below_its_rights() -> None:
    of_it = (
        "主办：江城市总工会",
        "地址：江城市一马路1号",
        "江城工会微信公众号",
        "江城市总工会官方网站",
    )
    raw = "\n".join((*ABOVE[:1], *ARTICLE, *BELOW[:3], *of_it, *BELOW[4:]))

    assert set(of_it) <= {raw[start:end] for start, end in lines_of_sites(rows_of(raw))}


def test_the_name_of_a_site_is_left_out_over_where_it_leads_to() -> None:
    raw = "\n".join((*ABOVE[:1], *ARTICLE, "江城工会微信公众号", *BELOW[1:]))

    assert raw.index("江城工会微信公众号") in [start for start, _ in lines_of_sites(rows_of(raw))]


@pytest.mark.parametrize(
    "line", ["主办：江城市总工会", "第3版：理论", "江城工会微信公众号", "关闭窗口"]
)
def test_what_stands_beside_a_site_is_of_it_where_all_lines_are_weighed(line: str) -> None:
    assert is_of_site(line)


def test_signs_far_apart_are_of_different_pages() -> None:
    assert lines_of_sites(rows_of("\n".join((ABOVE[0], *[WORK] * 120, BELOW[2])))) == []


def test_key_words_in_brackets_are_no_title() -> None:
    article = only_article("夜校开到车间里", "[关键词] 夜校 班组 师傅", MORNING, WORK, EVENING)

    assert article.title == "夜校开到车间里"


@pytest.mark.parametrize("byline", ["李晓明 王 小敏", "赵 小刚 李伟"])
def test_a_surname_apart_from_a_given_name_of_two_characters_is_of_it(byline: str) -> None:
    names = only_article("夜校开到车间里", byline, MORNING, WORK).authors

    assert "".join(names) == byline.replace(" ", "")
    assert len(names) == 2


def test_who_did_a_part_is_no_name() -> None:
    article = only_article("夜校开到车间里", "执行/本刊记者 王敏 李伟", MORNING, WORK)

    assert article.authors == ("王敏", "李伟")


def test_a_series_and_a_part_of_it_over_a_title_are_the_column() -> None:
    article = only_article("江城建设者风采·换岗记", *ARTICLE)

    assert (article.column, article.title) == ("江城建设者风采·换岗记", "夜校开到车间里")


def test_a_byline_over_the_credit_of_a_picture_is_the_authors() -> None:
    article = only_article(
        "夜校开到车间里", "记者 王敏 通讯员 李伟", "图为夜校课堂。林晓 摄", MORNING, WORK
    )

    assert article.authors == ("王敏", "李伟")
    assert article.texts(BlockKind.PARAGRAPH) == (MORNING, WORK)


def test_a_public_account_has_its_name_the_time_and_its_other_posts_around_an_article() -> None:
    raw = "\n\n".join(
        (
            "点击上方“海州工会”关注我们",
            ARTICLE[0],
            "海州工会　2025年5月8日 18:00",
            WORK,
            NOON,
            "—END—",
            "来源｜海州市总工会法律部",
            "往期推荐",
            "这些景点对劳模免费",
        )
    )

    (article,) = recover(Source("page", raw)).articles
    assert (article.title, article.body) == (ARTICLE[0], f"{WORK}\n{NOON}")


def test_buttons_other_pages_and_who_runs_a_site_are_of_no_article() -> None:
    raw = "\n".join(
        (
            "您当前的位置：首页 >> 理论研究",
            ARTICLE[0],
            "发布时间：2025-06-18 09:12　浏览次数：384 次　【字体：大 中 小】",
            *ARTICLE[1:],
            "【打印本页】　【关闭窗口】",
            "上一篇：把好师傅请上讲台",
            "下一篇：小微企业工会怎么建",
            "主办单位：江城市总工会　承办单位：江城市总工会信息中心",
            "地址：江城市建设路8号　邮编：410000",
        )
    )

    (article,) = recover(Source("page", raw)).articles
    assert (article.title, article.authors) == (ARTICLE[0], ("王敏",))
    assert article.body == f"{MORNING}\n{WORK}\n{NOON}"

"""Ordinary titles, headings, sentences and rows that look like furniture stay in their article."""

import pytest
from tests.sources.recovery.day_at_work import (
    EVENING,
    MORNING,
    NOON,
    WORK,
    only_article,
    recovered,
    text_of,
)

from studydesk.domain.article import BlockKind

LIKE_CREDITS = (
    "党建工作 安全工作 车间工作 高效工作 安全操作 金牌合作 高校合作 全面合作 温馨之作 于是合作 "
    "常规动作 丰收制图 汪洋之作 应运而作 古为今作 师生画作 方案制作 安心创作 马上动作 "
    "石油工作 把镜头拍摄 高处拍摄 水下摄影"
)
LIKE_PAGE_NAMES = (
    "我与工人日报 难忘江城晚报 一张旧日报 班组早报 走进第3版 新工具2版 车间·8 那年办小报 "
    "家乡的晚报 车间里的日报 走进新版"
)
LIKE_DIRECTIONS = (
    "扫描二维码报修 扫码查看工时 全文见三版 职工扫码查看工位说明 二维码上墙 扫码阅读 扫码关注安全"
)
LIKE_LABELS = "蓝图 一张好图 老照片里的图 首发 厚积薄发 主要观点 内容要点 作者为工人代言"
LIKE_BYLINES = (
    "本网上线 整理衣柜 口述历史 主持人大赛 —师傅— —高原— 高校供图 全民供图 "
    "文化宫的灯 图书馆一夜 电话那头"
)
LIKE_COLUMNS = (
    "一封来信 母亲来信 群众来信 对策探讨 几点探讨 问题与探讨 灯下夜话 炉边夜话 一则快讯 一条短讯"
)
LIKE_EDITORS = (
    "插图之美 漫画人生 题图故事 插图画家 漫画里的班组 编辑王敏校对认真 编辑工作校对工作 "
    "2024年5月1日值班编辑日志 2025年6月30日本版编辑走进车间 2025年3月5日责任编辑会 "
    "2025年3月5日值班编辑手记 2025年3月5日责任编辑手记"
)
LIKE_ROWS = "抓住关键；守住底线 一手抓生产；一手抓安全 先问苦；再问甜 走进车间 建好班组 一线车间"
SHORT = (
    f"{LIKE_BYLINES} {LIKE_CREDITS} {LIKE_PAGE_NAMES} {LIKE_DIRECTIONS} {LIKE_LABELS} "
    f"{LIKE_COLUMNS} {LIKE_EDITORS} {LIKE_ROWS}"
).split()


@pytest.mark.parametrize("mark", ["", "## "])
@pytest.mark.parametrize("heading", SHORT)
def test_a_heading_stays_between_its_paragraphs(heading: str, mark: str) -> None:
    title = f"{mark and '# '}一天从早到晚的事"
    article = only_article(title, "王敏", MORNING, WORK, mark + heading, NOON, EVENING)

    assert "".join(text_of(article)) == f"{MORNING}{WORK}{heading}{NOON}{EVENING}"


@pytest.mark.parametrize("mark", ["", "# "])
@pytest.mark.parametrize("title", [*SHORT, "DeepSeek", "Happy"])
def test_a_title_over_its_byline_stays_the_title(title: str, mark: str) -> None:
    article = only_article(mark + title, "王敏", MORNING, WORK, NOON)

    assert (article.title, article.authors) == (title, ("王敏",))


@pytest.mark.parametrize("title", ["《师傅的手》", "《家书》", "【班组日记】", "「家书」"])
def test_a_title_in_brackets_over_its_byline_stays_the_title(title: str) -> None:
    first, second = recovered(
        "一天从早到晚的事", "李伟", MORNING, WORK, title, "王敏", NOON, EVENING
    ).articles

    assert (first.title, text_of(first)) == ("一天从早到晚的事", [MORNING, WORK])
    assert (second.title, text_of(second)) == (title, [NOON, EVENING])


@pytest.mark.parametrize("heading", ["【背景】", "【做法】", "「师傅」", "《家书》"])
def test_a_heading_in_brackets_labels_no_column(heading: str) -> None:
    article = only_article(heading, MORNING, WORK)

    assert not article.column
    assert heading in {article.title, *text_of(article)}


SENTENCES = (
    # brackets about somebody
    "车间里有三个人。（王敏现为该厂技师）三个人一条心，把活干得漂亮。",
    "车间里有三个人挑大梁。（王敏，三十岁，去年当选为职工代表）他们一条心，把活干得漂亮。",
    "职工把单位告上了法庭。（方某为公司经理）双方各说各话，谁也不让谁。",
    "“我来干！”（高师傅：共产党员、市人大代表）一句话，大家都静了下来。",
    "说话的是个老工人。（李伟系江北机械公司技师）大家都听他的。",
    "（李伟系厂里的老主任）",
    "（王敏系江北机械公司技师）",
    "（王敏，江城人，厂工会主席）",
    # names in brackets behind what somebody else has said
    "有一分热，发一分光，就像萤火虫一样，也可以在黑暗里发一点光。（鲁迅）",
    "虚心使人进步，骄傲使人落后，我们应当永远记住这个真理。（毛泽东）",
    "一个人的生命是有限的，为人民服务却是无限的。（雷锋语）",
    "师傅领进门，修行在个人，老话说得一点也不错。（古语）",
    "他说这话的时候，机器正响着，谁也没有听清。（张师傅）",
    "这一年的夏天来得早，铸造车间里像个蒸笼。（高温）",
    # a workplace in a sentence about an author
    "作者：我在这里住了三年，走访过几十个车间",
    "作者现为农民工，住在工地，晚上回到班组",
    "作者系统讲述了三代工人如何办起车间",
    # sentences about an author
    "作者为写好这一章，先后走访了三家企业、五个车间和一家医院",
    "作者为普通劳动者写史，写出了城市的灵魂和中心",
    "作者系统讲述了三代工人的奋斗，书中写到他们如何办起夜校和学校",
    "作者来自基层，在车间里干了二十年，后来当过班长和职工代表",
    "作者：我在这里住了三年，走访过几十家企业和它们的工会",
    "作者现为农民工，住在工地，晚上在板房里写诗，投给县里的中心",
    # sentences about codes, pages and pictures
    "工人扫描机器上的二维码，就能看到操作规程和注意事项，不用再去翻本子。",
    "更多的人扫描墙上的二维码报名，三天就满了。",
    "扫码查看图纸已经成了习惯，师傅们说好用。",
    "图为媒、文为桥，职工书画社把车间里的故事画了下来，办了三场展览。",
    "图为什么而画，书画社有自己的规矩，展览也照这个规矩办。",
    "图为谁而画，为职工而画，这是书画社立下的规矩。办展览也照这个规矩。",
    "这组照片为老师傅收藏多年的厂史资料，由他的徒弟一张张提供。",
    "全文见三版的那篇通讯，写的就是这个班组，大家读了又读。",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_stays_a_paragraph_in_its_place(sentence: str) -> None:
    article = only_article("一天从早到晚的事", "李伟", MORNING, WORK, sentence, NOON, EVENING)

    assert "".join(text_of(article)) == f"{MORNING}{WORK}{sentence}{NOON}{EVENING}"


@pytest.mark.parametrize("width", [20, 22, 24])
@pytest.mark.parametrize("sentence", [text for text in SENTENCES if len(text) > 20])
def test_the_rows_of_a_sentence_stay_together(sentence: str, width: int) -> None:
    lead = "书里的故事都不是坐在家里凭空编写出来的。"
    text = MORNING + lead + sentence + WORK + NOON
    rows = [text[at : at + width] for at in range(0, len(text), width)]
    article = only_article("一天从早到晚的事", "李伟", *rows, EVENING)

    assert "".join(text_of(article)) == text + EVENING


@pytest.mark.parametrize(
    "row",
    [
        "作者为写好这一章，先后走访了三家企业和一所学校",
        "工扫描机器上的二维码，就能看到操作规程和",
        "更多的老工人请扫描二维码",
        "作者现为江北大学的工会",
    ],
)
def test_a_row_that_looks_like_furniture_stays_in_its_sentence(row: str) -> None:
    width = len(row)
    text = WORK + NOON
    above = [text[at : at + width] for at in range(0, len(text) - width + 1, width)]
    rows = [*above, row, "也听了许多人的话，记下了五本笔记。"]
    article = only_article("一天从早到晚的事", "李伟", *rows, EVENING)

    assert "".join(text_of(article)) == "".join(rows) + EVENING


@pytest.mark.parametrize("last", ["我爱工人日报", "ChatGPT", "走进第3版", "Thank.You"])
def test_the_last_line_stays_in_its_article(last: str) -> None:
    found = recovered("一天从早到晚的事", "李伟", MORNING, WORK, last)

    assert [block.text for article in found.articles for block in article.blocks][-1] == last


@pytest.mark.parametrize("label", ["时评", "下篇", "上篇", "图文", "快讯", "待续", "综合", "特写"])
def test_a_word_behind_a_dateline_is_no_author(label: str) -> None:
    assert only_article("车间新事", f"本报讯（{label}）{MORNING}", WORK).authors == ()


@pytest.mark.parametrize(
    "picture",
    [
        "王敏作（新华社发）",
        "记者 王敏 摄",
        "王敏 绘",
        "徐骏作",
        "徐 骏作",
        "赵乃育绘",
        "王建国绘",
        "（徐骏作）",
        "王敏摄影",
    ],
)
def test_a_name_that_signs_a_picture_is_no_text_and_no_author(picture: str) -> None:
    between = only_article("一天从早到晚的事", "李伟", MORNING, WORK, picture, NOON)
    first, second = recovered(
        "一天从早到晚的事", "李伟", MORNING, WORK, picture, "用好班前十分钟", "王敏", NOON, EVENING
    ).articles

    assert (text_of(between), between.authors) == ([MORNING, WORK, NOON], ("李伟",))
    assert text_of(first) == [MORNING, WORK]
    assert (second.column, second.title) == ("", "用好班前十分钟")


@pytest.mark.parametrize(
    "line",
    [
        *("字体：大 中 小    分享到：", "上一版 下一版", "上一篇 | 下一篇"),
        *("上一篇：工会驿站“不打烊”", "下一篇：没有了"),
        *("版权所有 未经许可 不得转载", "未经本报书面授权，不得转载。", "版权所有：北江工人报社"),
    ],
)
def test_what_a_site_has_around_an_article_is_no_part_of_it(line: str) -> None:
    above = only_article(line, "把食堂办到车间旁边去", "王敏", MORNING, WORK)
    below = only_article("把食堂办到车间旁边去", "王敏", MORNING, WORK, line)

    assert above.title == below.title == "把食堂办到车间旁边去"
    assert above.body == below.body == f"{MORNING}\n{WORK}"


@pytest.mark.parametrize(
    "title", ["版权所有者的责任", "上一代下一代怎么接力", "未经协商不得调岗", "上一版方案改了什么"]
)
def test_a_title_that_speaks_of_rights_or_of_what_is_next_stays_one(title: str) -> None:
    assert only_article(title, "王敏", MORNING, WORK).title == title


@pytest.mark.parametrize("heading", ["前一篇：写给母亲的信", "下一篇：您打算写什么？"])
def test_a_heading_that_counts_pieces_stays_in_its_article(heading: str) -> None:
    assert heading in only_article("班组长的两篇日记", "王敏", MORNING, heading, WORK).body


@pytest.mark.parametrize("after", [(NOON, EVENING), ()])
def test_halves_built_alike_are_a_sentence_below_text(after: tuple[str, ...]) -> None:
    told = "有的人来了，有的人走了；有的人哭了，有的人笑了"
    article = only_article("一天从早到晚的事", "王敏", MORNING, WORK, told, *after)

    assert {block.kind for block in article.body_blocks} == {BlockKind.PARAGRAPH}


def test_a_sentence_that_forbids_stays_in_its_paragraph() -> None:
    told = "未经职工代表大会同意，不得使用这笔钱。"

    assert told in only_article("管好每一笔钱", "王敏", MORNING, told, WORK).body


@pytest.mark.parametrize(
    "line",
    [
        *("未经许可不得转载", "未经著作权人许可，不得转载、摘编其作品。", "版权所有归谁"),
        "版权所有之争",
    ],
)
def test_who_may_reprint_stays_in_the_middle_of_an_article(line: str) -> None:
    article = only_article("网络转载须授权", "王敏", MORNING, WORK, line, NOON, EVENING)

    assert "".join(text_of(article)) == f"{MORNING}{WORK}{line}{NOON}{EVENING}"


@pytest.mark.parametrize("title", ["未经许可不得转载", "版权所有之争"])
def test_who_may_reprint_over_a_byline_is_the_title(title: str) -> None:
    assert only_article(title, "王敏", MORNING, WORK).title == title


@pytest.mark.parametrize(
    "title",
    ["未经许可不得转载他人作品", "版权所有与知识产权保护", "版权所有之争", "未经许可不得转载"],
)
def test_who_may_reprint_over_text_is_the_title(title: str) -> None:
    assert only_article(title, MORNING, WORK).title == title


def test_lines_of_rights_behind_an_article_are_left_out_together() -> None:
    rights = ("版权所有：北江工人报社", "未经许可不得转载", "上一版 下一版")
    article = only_article("把食堂办到车间旁边去", "王敏", MORNING, WORK, *rights)

    assert article.body == f"{MORNING}\n{WORK}"


@pytest.mark.parametrize("title", ["我与周刊", "我们的周刊", "副刊与专刊", "师傅的副刊"])
def test_a_title_that_speaks_of_a_supplement_stays_over_a_turn(title: str) -> None:
    assert recovered(title, "（上接第1版）", MORNING, WORK).articles[0].title == title


@pytest.mark.parametrize("bracket", ["（鲁 迅）", "（全 文 完）", "（向 往）", "（王 敏 语）"])
def test_letterspaced_words_in_brackets_stay_behind_a_sentence(bracket: str) -> None:
    said = f"横眉冷对千夫指，俯首甘为孺子牛。{bracket}"
    article = only_article("一天从早到晚的事", "李伟", MORNING, said, NOON, EVENING)

    told = "".join(text_of(article)).replace(" ", "")
    assert told == f"{MORNING}{said}{NOON}{EVENING}".replace(" ", "")


def test_letterspaced_names_in_brackets_sign_what_ends_with_them() -> None:
    first, second = recovered(
        *("一天从早到晚的事", MORNING, f"{WORK}（王 敏）"),
        *("把食堂办到车间旁边去", NOON, f"{EVENING}（李 伟）"),
    ).articles

    assert (first.authors, second.authors) == (("王敏",), ("李伟",))


def test_a_heading_behind_a_picture_is_one_by_its_mark() -> None:
    shown = "图为夜校课堂。林晓 摄"
    page = ("# 职工夜校开进产业园", MORNING, WORK, shown, "## 课表由职工来定", NOON, EVENING)
    article = only_article(*page, "（江城日报记者 林晓）")

    assert (article.title, article.authors) == ("职工夜校开进产业园", ("林晓",))
    assert article.texts(BlockKind.HEADING) == ("课表由职工来定",)


@pytest.mark.parametrize(
    "notice", ["![图](a.png)", "【广告】欢迎订阅", "公益广告：节约用水", "（扫描二维码看视频）"]
)
def test_a_notice_over_a_byline_is_no_title(notice: str) -> None:
    article = only_article(notice, "记者 王敏", "# 把学习办到班组", MORNING, WORK, NOON)

    assert article.title == "把学习办到班组"


def test_a_title_over_its_byline_is_no_advertisement() -> None:
    article = only_article("广告：一个行业的下滑", "王敏", MORNING, WORK, NOON)

    assert (article.title, article.authors) == ("广告：一个行业的下滑", ("王敏",))


SOURCES = (
    *("《江城工人报》", "新华社", "《半月谈》", "《中国工人》2025年第5期", "央视《焦点访谈》"),
    *("《求是》", "《瞭望》", "央视", "央广网", "微信号“江城工会”", "江城发布客户端"),
)
VERBS = (
    *("守阵地三十天", "理力争三十天", "此安排了班次", "实填在报表里", "守网络阵地三十天"),
    *("统计有三百人", "《工会法》第二十条", "《史记》记载", "《民法典》", "中国社科院专家分析"),
)


@pytest.mark.parametrize(
    ("bracket", "is_text"),
    [(f"（据{told}）", told in VERBS) for told in (*SOURCES, *VERBS)],
)
def test_only_where_a_text_is_from_is_a_credit_in_brackets(bracket: str, *, is_text: bool) -> None:
    article = only_article("一天从早到晚的事", "王敏", MORNING, WORK, NOON + bracket)

    assert (bracket in "".join(text_of(article))) is is_text

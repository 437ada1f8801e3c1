"""The forms in which papers print bylines, workplaces, credits and labels."""

import pytest

from studydesk.domain.article import Article, BlockKind, Source
from studydesk.sources.recovery.bylines import read_byline
from studydesk.sources.recovery.lines import read_lines
from studydesk.sources.recovery.recover import recover
from studydesk.sources.recovery.roles import Role, classify

TEXT = "班组是企业最小的单元，也是技能成长的第一课堂，应当把它建设好。\n" * 6


def role_of(line: str) -> Role:
    return classify(line, read_lines(line)[0], frozenset())


def only_article(page: str) -> Article:
    (article,) = recover(Source("page", page)).articles
    return article


@pytest.mark.parametrize(
    "printed",
    [
        "本报驻江城记者 王敏",
        "本报全媒体记者 王敏",
        "工人日报—中工网记者 王敏",
        "撰文/王敏",
        "文图/王敏",
        "执笔人：王敏",
        "王敏 编译",
        "—王敏—",
        "本报记者 王敏 摄影报道",
        "⊙王敏",
    ],
)
def test_a_byline_names_its_author_however_it_is_printed(printed: str) -> None:
    (line,) = read_lines(printed)[0]
    names = read_byline(printed[line.start : line.end]).names
    found = [printed[line.start : line.end][start:end] for start, end in names]

    assert (role_of(printed), found) == (Role.NAMES, ["王敏"])


@pytest.mark.parametrize(
    "workplace",
    [
        "［作者单位：江北大学法学院］",
        "[作者系江北大学法学院教授]",
        "（王敏系江北大学法学院教授）",
        "（王敏，江北大学法学院教授）",
        "（王敏：江北大学法学院教授）",
        "（王敏为江北大学法学院教授）",
        "作者单位：江北大学法学院、\n青川县总工会",
        "作者简介：王敏，江北大学法学院教授",
    ],
)
def test_a_workplace_closes_the_article_in_any_brackets_or_none(workplace: str) -> None:
    article = only_article(f"让班组成为课堂\n王敏\n{TEXT}{workplace}\n")

    assert article.blocks[-1].kind is BlockKind.AFFILIATION
    assert article.blocks[-1].text == workplace.replace("\n", "")


@pytest.mark.parametrize("byline", ["□ 王敏", "本报记者 王敏", "作者：王敏"])
def test_names_over_a_workplace_behind_the_text_sign_the_article_above(byline: str) -> None:
    page = f"让班组成为课堂\n{TEXT}{byline}\n（作者单位：江北大学法学院）\n把书屋办好\n李伟\n{TEXT}"
    first, second = recover(Source("page", page)).articles

    assert (first.title, first.authors) == ("让班组成为课堂", ("王敏",))
    assert (second.title, second.authors) == ("把书屋办好", ("李伟",))


@pytest.mark.parametrize(
    "line",
    [
        "值班主任：郝林伟 责任编辑：阎波晨",
        "主编：安若素 编辑：褚良 设计：白羽",
        "□责编 汤慧 □美编 江琳佳",
        "终审：毛慧 审读：贾波萍",
        "主编：姜国明 责编：程伟 电话：（010）84151000",
        "新华社记者 谢平伟 摄",
        "于海超作（新华社发）",
        "视觉中国供图",
        "本版图片均为资料图片",
        "题图由AI生成",
        "▲ 工人在检修设备。（资料图片）",
        "图片丨新华社",
        "视频｜本报记者 王敏",
        "海报丨王敏 李伟",
        "漫画|赵强",
    ],
)
def test_what_tells_of_the_page_and_its_pictures_is_no_text(line: str) -> None:
    assert role_of(line) in (Role.CREDIT, Role.FOLIO)


@pytest.mark.parametrize(
    "line",
    ["主任谈谈设计之美", "主编说说编辑的事", "用镜头记录时代 用光影讲述拍摄", "我们的代表作"],
)
def test_a_title_that_speaks_of_editors_and_pictures_stays_a_title(line: str) -> None:
    assert role_of(line) is Role.DISPLAY


@pytest.mark.parametrize(
    "title",
    ["视频丨老师傅一手绝活传给徒弟", "图片丨方向", "文字丨写给夜班的信", "漫画｜师傅的一天"],
)
def test_a_title_that_says_what_it_shows_stays_a_title(title: str) -> None:
    assert only_article(f"{title}\n\n本报记者 王敏\n\n{TEXT}").title == title
    assert only_article(f"# {title}\n\n王敏\n\n{TEXT}").title == title


def test_a_heading_is_no_credit_though_what_it_shows_could_be_a_name() -> None:
    assert only_article(f"# 海报丨王敏\n\n李伟\n\n{TEXT}").title == "海报丨王敏"


@pytest.mark.parametrize("line", ["（扫码观看视频）", "更多报道请扫二维码", "（相关报道见3版）"])
def test_where_to_look_for_more_belongs_to_no_article(line: str) -> None:
    lines, furniture = read_lines(line)

    assert not lines
    assert len(furniture) == 1


@pytest.mark.parametrize("label", ["●阅读提示●", "【观点】", "本文要点", "精彩语录", "观点摘要"])
def test_a_box_under_the_byline_is_a_pull_quote_whatever_its_label(label: str) -> None:
    quote = "抓住了班组，就抓住了技能成长的根。"
    article = only_article(f"让班组成为课堂\n王敏\n{label}\n{quote}\n{TEXT}")

    assert [block.text for block in article.blocks if block.kind is BlockKind.PULL_QUOTE] == [quote]
    assert article.authors == ("王敏",)


def test_a_surname_of_two_characters_and_a_given_name_apart_are_one_name() -> None:
    assert [*read_byline("欧阳 川").names] == [(0, 4)]


def test_a_report_may_name_who_wrote_it_without_a_word_for_the_post() -> None:
    page = f"教师下企业不少于一个月\n本报讯（阎朗）青阳市教育局日前出台办法。\n{TEXT}"

    assert only_article(page).authors == ("阎朗",)


def test_a_commentator_without_a_name_is_a_line_of_its_own_in_a_page_of_one_line() -> None:
    page = "别让打卡群困住职工 本报评论员 早晨打卡，回家还要打卡。 减负要先问有没有用。 " * 20
    assert "本报评论员" in [page[line.start : line.end].strip() for line in read_lines(page)[0]]


def test_a_workplace_with_the_name_is_of_the_article_above_and_no_kicker_below() -> None:
    page = f"让班组成为课堂\n王敏\n{TEXT}（王敏，江北大学教授）\n把书屋办好\n李伟\n{TEXT}"
    first, second = recover(Source("page", page)).articles

    assert first.blocks[-1].kind is BlockKind.AFFILIATION
    assert [block.text for block in second.blocks[:2]] == ["把书屋办好", "李伟"]


@pytest.mark.parametrize(
    "caption",
    [
        "图为5月8日，工人在车间检查设备。当日，厂里举行比武，一百二十名职工参加。",
        f"图为5月8日，在{'江城市江北机械公司' * 9}的车间里，工人在检查设备。",
        "图为王敏、李伟在检查设备。",
        "图为近日，工人在检查设备。",
    ],
)
def test_what_a_picture_shows_is_no_text_of_the_article(caption: str) -> None:
    article = only_article(f"让班组成为课堂\n王敏\n{TEXT}{caption}\n{TEXT}")

    assert [block.text for block in article.blocks if block.kind is BlockKind.NOTE] == [caption]


@pytest.mark.parametrize("label", ["《职工之声》", "〈工会论坛〉", "【工会论坛】"])
def test_a_label_in_any_brackets_over_title_and_byline_is_a_column(label: str) -> None:
    page = f"让班组成为课堂\n王敏\n{TEXT}{label}\n把书屋办好\n李伟\n{TEXT}"
    first, second = recover(Source("page", page)).articles

    assert (first.column, second.column) == ("", label)
    assert (second.title, second.authors) == ("把书屋办好", ("李伟",))


def test_a_line_over_the_title_that_is_clearly_longer_is_a_kicker() -> None:
    kicker = "热烈庆祝中华全国总工会成立一百周年暨全国劳模表彰"
    article = only_article(f"{kicker}\n努力开创新时代工运事业和工会工作新局面\n王敏\n{TEXT}")

    assert article.title == "努力开创新时代工运事业和工会工作新局面"
    assert article.blocks[0].kind is BlockKind.KICKER


@pytest.mark.parametrize("name", ["高原", "白雪", "文静", "向阳"])
def test_a_name_between_rules_under_a_title_may_be_a_word(name: str) -> None:
    article = only_article(f"让班组成为课堂\n—{name}—\n{TEXT}")

    assert (article.title, article.authors) == ("让班组成为课堂", (name,))


@pytest.mark.parametrize(
    "line",
    ["工人日报", "www.workercn.cn", "扫码观看视频", "扫描二维码 观看更多内容", "全文见第三版"],
)
def test_what_is_of_the_page_is_no_text_where_it_is_the_last_line(line: str) -> None:
    article = only_article(f"让班组成为课堂\n王敏\n{TEXT}{line}\n")

    assert {block.kind for block in article.blocks[2:]} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize("paper", ["工人日报", "《工人日报》", "学习时报"])
def test_a_paper_above_the_first_title_is_no_column(paper: str) -> None:
    article = only_article(f"{paper}\n让班组成为课堂\n王敏\n{TEXT}")

    assert (article.title, article.column) == ("让班组成为课堂", "")


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("文 / 王 敏", ("王敏",)),
        ("文 | 王 敏", ("王敏",)),
        ("□ 文 / 王 敏", ("王敏",)),
        ("图 文 / 王 敏", ("王敏",)),
        ("文 图 王 敏", ("王敏",)),
        ("文 / 王 敏 图 / 李 伟", ("王敏",)),
        ("王 敏 / 李 伟", ("王敏", "李伟")),
    ],
)
def test_a_staff_word_of_one_character_is_no_part_of_a_letterspaced_name(
    byline: str, authors: tuple[str, ...]
) -> None:
    article = only_article(f"让班组成为课堂\n{byline}\n{TEXT}")

    assert (article.title, article.authors) == ("让班组成为课堂", authors)


@pytest.mark.parametrize(
    "title",
    ["文 明 之 家", "图 书 角 里", "文 化 高 地", "摄 影 之 美", "图 文 并 茂", "文 艺 高 峰"],
)
def test_a_letterspaced_title_that_begins_with_a_staff_word_stays_one(title: str) -> None:
    article = only_article(f"{title}\n王敏\n{TEXT}")

    assert (article.title.replace(" ", ""), article.authors) == (title.replace(" ", ""), ("王敏",))


@pytest.mark.parametrize(
    "printed",
    [
        "来稿请寄 theory@example.cn　电话（027）6666 8888",
        "学习热线：(027)6666 8888　投稿：a.b@example.cn",
    ],
)
def test_a_line_that_says_how_to_reach_the_paper_is_of_no_article(printed: str) -> None:
    assert role_of(printed) is Role.FOLIO


def test_figures_alone_reach_nobody() -> None:
    assert role_of("展望工会工作 2025—2030") is Role.DISPLAY


@pytest.mark.parametrize("printed", ["专题研讨", "评论员文章"])
def test_what_kind_of_article_it_is_stands_over_it_as_a_column(printed: str) -> None:
    assert role_of(printed) is Role.LABEL


def test_short_articles_pasted_as_one_line_each_are_read_by_their_indents() -> None:
    first, second = "把教室搬到车间里 王敏", "读书会里听见掌声 李伟"
    paragraphs = (TEXT.split(maxsplit=1)[0] * 2, TEXT.split(maxsplit=1)[0] * 3)
    raw = "\n".join("　　".join((head, *paragraphs)) for head in (first, second))
    found = recover(Source("page", raw)).articles
    assert [article.title for article in found] == ["把教室搬到车间里", "读书会里听见掌声"]
    assert [article.texts(BlockKind.AUTHOR) for article in found] == [("王敏",), ("李伟",)]
    assert [article.texts(BlockKind.PARAGRAPH) for article in found] == [paragraphs] * 2

"""Heads as papers print them: kickers, titles on several lines, labels nobody has listed, boxes of
figures.
"""

import pytest
from tests.sources.recovery.test_recovery_of_signers import TEXT

from studydesk.domain.article import Article, BlockKind, Source
from studydesk.sources.recovery.recover import recover

ROWS = (
    "新村建于一九五三年，红砖墙，坡\n屋顶，门前是一条小河。最早搬进\n来的，是纺织厂和机器厂的先进生\n"
    "产者，搬家那天敲锣打鼓，胸前戴\n着大红花，后来他们的孩子也在这\n里长大。\n"
)


def articles(raw: str) -> tuple[Article, ...]:
    return recover(Source("page", raw)).articles


def test_the_name_of_a_series_over_a_title_is_a_kicker_on_a_page_in_one_line_too() -> None:
    rows = ("深化产改大家谈", "以“四个协同”推动产改走深走实", "王敏", *TEXT.split() * 5)
    (article,) = articles(" ".join(rows))

    assert article.texts(BlockKind.KICKER) == ("深化产改大家谈",)
    assert article.title == "以“四个协同”推动产改走深走实"


@pytest.mark.parametrize(
    "lines",
    [
        ("让青年职工", "在关键岗位上挑大梁"),
        ("新发展格局下", "工人新村的红砖墙和小河"),
    ],
)
def test_a_line_that_leads_on_is_the_first_of_a_title(lines: tuple[str, ...]) -> None:
    (article,) = articles("\n".join((*lines, "王敏", TEXT)))

    assert (article.column, "".join(article.title.split())) == ("", "".join(lines))


@pytest.mark.parametrize("column", ["使命", "把脉", "把关", "使命担当", "令人难忘", "把关人"])
def test_a_column_may_begin_like_a_line_that_leads_on(column: str) -> None:
    (article,) = articles(f"{column}\n江城劳模宣讲团走进百家企业讲故事\n本报记者 王敏\n{TEXT}")

    assert (article.column, article.title) == (column, "江城劳模宣讲团走进百家企业讲故事")


@pytest.mark.parametrize(
    "lines",
    [
        ("江城市总工会建成三百个户外", "劳动者驿站，服务快递小哥八万人次"),
        ("江城百名劳模深入企业宣讲", "全会精神，带动职工立足岗位建功"),
        ("推动劳动竞赛走深走实，激发职工", "创新活力，为高质量发展贡献力量"),
    ],
)
def test_a_title_with_a_clause_mark_keeps_both_its_lines(lines: tuple[str, str]) -> None:
    (article,) = articles("\n".join((*lines, "本报记者 王敏", TEXT)))

    assert article.title.replace(" ", "") == "".join(lines)


@pytest.mark.parametrize("first", ["用好职工书屋谈", "把好质量关口访谈", "守住安全生产线上的实践"])
def test_a_title_on_a_page_in_one_line_keeps_its_first_half(first: str) -> None:
    second = "江边工人新村里红砖墙和小河的故事"
    (article,) = articles(" ".join((first, second, "本报记者 王敏", *TEXT.split() * 5)))

    assert article.title.replace(" ", "") == first + second


def test_a_label_over_a_title_that_leads_on_is_a_column() -> None:
    article = articles(f"学与思\n让青年职工\n在关键岗位上挑大梁\n王敏\n{TEXT}")[0]

    assert (article.column, article.title) == ("学与思", "让青年职工 在关键岗位上挑大梁")


def test_under_the_label_of_a_column_no_other_stands() -> None:
    article = articles(f"法治观察\n小小劳模\n站上职工夜校的大讲台\n王敏\n{TEXT}")[0]

    assert article.texts(BlockKind.COLUMN) == ("法治观察",)


def test_a_letterspaced_title_of_two_lines_ends_over_the_text() -> None:
    article = articles(f"法 治 观 察\n工 人 新 村 里\n红 砖 墙 的 三 把 尺 子\n{ROWS}王敏\n")[0]

    assert article.texts(BlockKind.PARAGRAPH)[0].startswith("新村建于")
    assert article.title.replace(" ", "") == "工人新村里红砖墙的三把尺子"


def test_two_short_lines_over_a_column_are_not_one_line() -> None:
    article = articles(f"在新时代里大步走\n学与思\n红砖墙和小河的故事\n王敏\n{ROWS}")[0]

    assert article.texts(BlockKind.KICKER) == ("在新时代里大步走", "学与思")


def test_a_box_of_figures_is_an_article_of_notes() -> None:
    box = "数说\n一组数字看驿站\n12638个\n全省驿站数量\n94.7%\n职工的满意度\n数据来源：省总工会\n"
    news = "三年培训六十万人次\n本报讯（记者 王敏）昨日，培训行动启动。\n"
    first, second = articles(f"{news}{box}")

    assert (first.title, second.title) == ("三年培训六十万人次", "一组数字看驿站")
    assert second.texts(BlockKind.NOTE)[0] == "12638个"


DECK = "东山机械厂把书屋搬进食堂，一年借出图书三千册"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("deck", [DECK, "城北街道为骑手办起食堂，热饭送到站点门口"])
def test_a_longer_line_of_clauses_over_a_reporter_is_the_subtitle(deck: str, between: str) -> None:
    head = ["车间里的“深夜书房”", deck, "本报记者 王敏 李强"]
    (article,) = recover(Source("page", between.join([*head, TEXT]))).articles
    assert (article.title, article.texts(BlockKind.SUBTITLE)) == (head[0], (deck,))


@pytest.mark.parametrize("over", ["聚焦职工阅读新风尚", "深化产改大家谈"])
def test_an_occasion_over_a_long_title_of_clauses_stays_a_kicker(over: str) -> None:
    (article,) = recover(Source("page", "\n".join([over, DECK, "本报记者 王敏", TEXT]))).articles
    assert (article.texts(BlockKind.KICKER), article.title) == ((over,), DECK)


@pytest.mark.parametrize(
    "over", ["深化“产改”大家谈", "新就业形态劳动者入会大家谈", "县级工会改革笔谈"]
)
@pytest.mark.parametrize("title", ["以产业链“产改”激活一池春水", "入会不能一入了之"])
def test_a_series_over_a_title_of_any_length_is_its_kicker(over: str, title: str) -> None:
    (article,) = articles("\n\n".join([over, title, "王敏", TEXT]))
    assert (article.texts(BlockKind.KICKER), article.title) == ((over,), title)


@pytest.mark.parametrize(
    "whom",
    [
        "访全国技术能手、东山职业大学产业教授李长顺",
        "访江城大学劳动关系研究院院长欧阳静",
        "记全国劳动模范、东山机械厂钳工王小川",
        "记江城公交公司驾驶员周平",
        "访江城市总工会主席 李伟",
    ],
)
@pytest.mark.parametrize(
    ("title", "writer"),
    [("数字时代工匠如何炼成", "■本报记者 王敏"), ("让技能成为立身之本", "王敏")],
)
def test_a_line_that_says_of_whom_under_a_title_is_the_subtitle(
    whom: str, title: str, writer: str
) -> None:
    (article,) = articles("\n\n".join([title, whom, writer, TEXT]))
    assert (article.title, article.texts(BlockKind.SUBTITLE)) == (title, (whom,))
    assert article.authors == ("王敏",)


def test_under_the_name_of_a_series_such_a_line_is_the_title() -> None:
    (article,) = articles("劳模工匠风采录\n记东山机械厂钳工王小川\n本报记者 王敏\n" + TEXT)
    assert article.texts(BlockKind.KICKER) == ("劳模工匠风采录",)
    assert article.title == "记东山机械厂钳工王小川"


@pytest.mark.parametrize(
    "title", ["访贫问苦送温暖到一线职工家", "记者走进江城总工会看变化", "记住每一位普通劳动者"]
)
def test_a_title_that_begins_like_such_a_line_stays_one(title: str) -> None:
    (article,) = articles("\n\n".join(["学习贯彻全会精神", title, "王敏", TEXT]))
    assert article.title == title


@pytest.mark.parametrize(
    "staff", ["记者", "访问学者", "江城大学访问学者", "访谈嘉宾、江城大学教授"]
)
def test_a_byline_that_begins_like_such_a_line_names_the_author(staff: str) -> None:
    (article,) = articles(f"数字时代工匠如何炼成\n{staff} 王敏\n{TEXT}")
    assert (article.title, article.authors) == ("数字时代工匠如何炼成", ("王敏",))


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("精准把握中国特色社会主义工会发展道路的内在逻", "辑关系"),
        ("发挥工匠人才作用 助推发展新质生", "产力"),
        ("工会应对劳动数字化的实践路", "径"),
    ],
)
@pytest.mark.parametrize("below", ["\n", "\n\n"])
def test_the_last_characters_of_a_title_that_fills_a_line_are_its_rest(
    first: str, rest: str, below: str
) -> None:
    (article,) = articles(below.join([first, rest, "张强", TEXT]))
    assert (article.title, article.authors) == (first + rest, ("张强",))
    assert not article.texts(BlockKind.KICKER)


def test_two_names_below_each_other_under_a_title_are_both_authors() -> None:
    (article,) = articles(f"加强基层工会组织建设\n张强\n李建国\n{TEXT}")
    assert article.authors == ("张强", "李建国")


def test_one_character_below_an_open_row_is_no_title() -> None:
    rows = "三是违约要追究。对拒不履行集体合同的企业，工会可以依法要求其\n\n承\n\n"
    found = articles(f"集体合同要用起来\n\n李杰丽\n\n{TEXT}\n{rows}马丽\n\n{TEXT}")
    assert all("承" not in (article.title or "") for article in found)
    assert any("依法要求其承" in article.body for article in found)


BANNER = "学习贯彻全会精神"


@pytest.mark.parametrize(
    "line",
    [
        f"{BANNER} 涵养清风正气 建好职工娘家",
        f"{BANNER} 推动产改走深走实",
        "弘扬劳模精神 凝聚奋进力量 谱写时代新篇",
    ],
)
def test_the_first_of_several_phrases_that_stand_nowhere_else_stays_in_the_title(line: str) -> None:
    (article,) = articles(f"{line}\n王敏\n{TEXT}")
    assert (article.texts(BlockKind.KICKER), article.title) == ((), line)


def test_a_banner_that_stands_alone_over_another_title_is_the_kicker_on_any_line() -> None:
    first, second = articles(
        f"{BANNER}\n\n让技能成为青年职工立身之本\n\n王敏\n\n{TEXT}\n\n（作者单位：江城大学）\n\n"
        f"{BANNER} 推动产改走深走实\n\n李伟\n\n{TEXT[::-1]}"
    )
    assert (first.title, second.title) == ("让技能成为青年职工立身之本", "推动产改走深走实")
    assert second.texts(BlockKind.KICKER) == (BANNER,)


def test_an_enumeration_that_breaks_off_over_a_marked_title_is_no_half_of_it() -> None:
    first, second = articles(
        f"## 让技能成为青年职工立身之本\n\n王敏\n\n{TEXT}\n\n要特别关注困难职工、转岗职工、\n\n"
        f"## 推动产改走深走实\n\n李伟\n\n{TEXT}"
    )
    assert (first.title, second.title) == ("让技能成为青年职工立身之本", "推动产改走深走实")

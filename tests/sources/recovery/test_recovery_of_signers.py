"""Who wrote an article is found wherever its page says so: under the title, or at its end."""

import pytest
from tests.reading_back import owners

from studydesk.domain.article import Article, BlockKind, Source
from studydesk.sources.recovery.lines import read_lines
from studydesk.sources.recovery.recover import recover
from studydesk.sources.recovery.roles import Role, classify
from studydesk.sources.recovery.wrapping import EVEN, columns_of

TEXT = (
    "清晨六点半，车间的大门准时打开，工人们三三两两走进来，互相打着招呼，说起昨晚的球赛和天气。\n"
    "机器一响，说笑就停了，每个人站到自己的位置上，眼睛盯着仪表，手搭在操纵杆上，谁也不敢走神。\n"
)
NEXT = (
    "民主管理要落到班组\n□ 赵文\n"
    "到了中午，食堂里热气腾腾，师傅们端着碗围坐一桌，边吃边议论上午出的小毛病该怎么改才好。\n"
)


def articles(head: str = "", end: str = "") -> tuple[Article, ...]:
    raw = f"工匠精神的当代价值\n{head}{TEXT}{end}{NEXT}"
    recovery = recover(Source("page", raw))
    held = owners(recovery)
    assert all(held[at] == 1 for at, one in enumerate(raw) if not one.isspace())
    return recovery.articles


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("作 者： 王 敏", ("王敏",)),
        ("作 者 王 敏", ("王敏",)),
        ("文｜王敏", ("王敏",)),
        ("署名：王敏", ("王敏",)),
        ("访谈人：王敏", ("王敏",)),
        ("江城市总工会", ("江城市总工会",)),
        ("宏岭公司工会", ("宏岭公司工会",)),
        ("本报维权热线 整理", ("本报维权热线",)),
        ("本报记者王敏 整理", ("王敏",)),
        ("本报记者王敏 采写", ("王敏",)),
        ("本报通讯员李红梅 供稿", ("李红梅",)),
        ("本刊记者王敏 整理", ("王敏",)),
        ("本报记者 王敏 文/摄", ("王敏",)),
        ("本报记者 王敏 摄影 李伟", ("王敏",)),
        ("■ 王敏 ■ 李伟", ("王敏", "李伟")),
        ("[王敏]", ("王敏",)),
        ("【王 敏】", ("王敏",)),
        ("By 王敏", ("王敏",)),
        ("本报编辑 王敏 整理", ("王敏",)),
        ("阿依古丽", ("阿依古丽",)),
        ("王敏 阿依古丽", ("王敏", "阿依古丽")),
        ("欧 阳 建 国", ("欧阳建国",)),
        ("阿 依 古 丽", ("阿依古丽",)),
        ("王　敏　文", ("王敏",)),
        ("文/王敏 图/李伟", ("王敏",)),
        ("王敏 文 李伟 摄", ("王敏",)),
        ("王敏/文 李伟/图", ("王敏",)),
        ("讲述：王敏 整理：李伟", ("王敏", "李伟")),
        ("江城市总工会研究室  王敏", ("王敏",)),
        ("江城市总工会办公室 王敏", ("王敏",)),
        ("江城市总工会宣教部 王敏", ("王敏",)),
        ("江城市人力资源和社会保障局 王敏", ("王敏",)),
        ("王敏（江城市总工会研究室）", ("王敏",)),
        ("王敏 江城市总工会研究室", ("王敏",)),
        ("宏岭煤业 工会宣传部 王 敏", ("王敏",)),
        ("“老秤砣”法律信箱 主持人：律师 王敏", ("王敏",)),
        ("江城日报评论员", ("江城日报评论员",)),
        ("“货车司机权益保障”课题组", ("“货车司机权益保障”课题组",)),
        ("本报群工部整理", ("本报群工部",)),
        ("口述：王小敏　整理：李　伟", ("王小敏", "李伟")),
        ("王敏口述 李伟整理", ("王敏", "李伟")),
        ("通讯员王敏报道", ("王敏",)),
        ("记者王敏 江城报道", ("王敏",)),
        ("王敏 发自江城", ("王敏",)),
        ("王敏¹ 李伟²", ("王敏", "李伟")),
        ("一线职工 王敏", ("王敏",)),
        ("江城融媒记者 王敏", ("王敏",)),
        ("人民在线记者 王敏", ("王敏",)),
        ("当代工人记者 王敏", ("王敏",)),
        ("江城观察记者 王敏 通讯员 李伟", ("王敏", "李伟")),
        ("作者：王敏  编辑：李伟", ("王敏",)),
        ("本报记者 王敏　江城日报 2026年11月18日 第3版", ("王敏",)),
        ("记者 王敏 通讯员 李伟 《江城日报》 2026-11-18", ("王敏", "李伟")),
    ],
)
def test_a_byline_names_its_authors_in_any_form(byline: str, names: tuple[str, ...]) -> None:
    first, second = articles(head=byline + "\n")

    assert (first.title, first.authors) == ("工匠精神的当代价值", names)
    assert (second.title, second.authors) == ("民主管理要落到班组", ("赵文",))


@pytest.mark.parametrize(
    ("above", "union"),
    [
        ("一家有温度的", "江城市总工会"),
        ("走进江边这一家", "江城市总工会"),
        ("工匠精神的当代价值", "我们的学校工会"),
        ("工匠精神的当代价值", "访江城市总工会"),
    ],
)
def test_a_union_that_a_title_ends_in_is_no_author(above: str, union: str) -> None:
    article = recover(Source("page", f"{above}\n{union}\n{TEXT}")).articles[0]

    assert (article.title or "").endswith(union)
    assert not article.authors


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("王敏", ("王敏",)),
        ("作者：王敏", ("王敏",)),
        ("—— 王敏", ("王敏",)),
        ("——王敏", ("王敏",)),
        ("[王敏]", ("王敏",)),
        ("【王敏】", ("王敏",)),
        ("欧阳建国", ("欧阳建国",)),
        ("买买提·艾力", ("买买提·艾力",)),
        ("（欧阳思齐　阿依古丽）", ("欧阳思齐", "阿依古丽")),
        ("（王敏）", ("王敏",)),
        ("（作者：王敏）", ("王敏",)),
        ("（作者 王敏）", ("王敏",)),
        ("（执笔：王敏 李伟）", ("王敏", "李伟")),
        ("（课题组成员：王敏、李伟）", ("王敏", "李伟")),
        ("（本报评论员）", ("本报评论员",)),
        ("（江城市总工会课题组）", ("江城市总工会课题组",)),
    ],
)
def test_names_behind_the_last_sentence_sign_the_article(line: str, names: tuple[str, ...]) -> None:
    first, second = articles(end=line + "\n")

    assert (first.title, first.authors, first.affiliation) == ("工匠精神的当代价值", names, "")
    assert (second.title, second.authors) == ("民主管理要落到班组", ("赵文",))


@pytest.mark.parametrize("line", ["—— 王敏", "【王敏】"])
def test_names_on_the_last_line_of_a_page_sign_its_last_article(line: str) -> None:
    article = recover(Source("page", f"工匠精神的当代价值\n{TEXT}{line}")).articles[-1]

    assert article.authors == (line.strip("— 【】"),)


def test_a_name_behind_a_dash_speaks_where_others_do() -> None:
    article = recover(Source("page", f"工匠精神的当代价值\n{TEXT}—— 王敏\n{TEXT}—— 李伟")).articles[
        0
    ]

    assert len(article.texts(BlockKind.SPEAKER)) == 2


def test_a_label_in_brackets_over_a_title_and_its_byline_is_no_name() -> None:
    article = recover(Source("page", f"【向前】\n工匠精神的当代价值\n王敏\n{TEXT}")).articles[0]

    assert (article.column, article.authors) == ("【向前】", ("王敏",))


@pytest.mark.parametrize("line", ["（王敏，江城大学教授）", "（作者：王敏，江城大学教授）"])
def test_a_bracket_with_a_name_and_a_post_tells_both(line: str) -> None:
    first, _ = articles(end=line + "\n")

    assert (first.authors, first.affiliation) == (("王敏",), "江城大学教授")


def test_who_is_named_above_is_not_taken_from_the_bracket_below() -> None:
    first, _ = articles(head="李伟\n", end="（作者：王敏，江城大学教授）\n")

    assert first.authors == ("李伟",)


@pytest.mark.parametrize("title", ["嘉宾 走进 车间", "对话人：谁来听"])
def test_a_title_that_speaks_of_guests_stays_one(title: str) -> None:
    (article,) = recover(Source("page", f"{title}\n王敏\n{TEXT}")).articles

    assert (article.title, article.authors) == (title, ("王敏",))


def test_a_column_that_could_be_a_name_heads_what_stands_below() -> None:
    first, second = articles(end="史海拾贝\n")

    assert (first.authors, second.column) == ((), "史海拾贝")


def test_who_put_a_digest_together_closes_it_whatever_else_the_bracket_says() -> None:
    first, second = articles(end="（王敏整理 据《江城日报》）\n")

    assert (first.blocks[-1].kind, second.title) == (BlockKind.CREDIT, "民主管理要落到班组")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("值班主任 尚可 视觉设计 梅朵 版面热线 （0371）55890127", Role.FOLIO),
        ("值班编委 尚可　本版编辑 齐放　电话 (0571)8800XXXX", Role.FOLIO),
        ("本版主编：尚可　图编：齐放", Role.FOLIO),
        ("本 版 编 辑　郁 青", Role.CREDIT),
        ("编 辑 部 的 故 事", Role.DISPLAY),
        ("6 THEORY WEEKLY", Role.DISPLAY),
        ("摄影 李强", Role.CREDIT),
        ("李强 摄", Role.CREDIT),
        ("摄影 光影", Role.DISPLAY),
    ],
)
def test_a_line_says_who_made_the_page_and_its_pictures(line: str, role: Role) -> None:
    lines, _ = read_lines(line)

    assert classify(line, lines, frozenset()) is role


def test_the_name_of_the_page_over_its_number_and_its_english_name_is_no_column() -> None:
    recovery = recover(Source("page", f"智库视野\n6 THEORY WEEKLY\n对话\n{NEXT}"))

    (article,) = recovery.articles
    assert (article.column, article.title) == ("对话", "民主管理要落到班组")


def test_a_heading_of_markdown_ends_before_a_paragraph_on_one_line() -> None:
    rows = "在工厂门口\n\n遇见了几位\n\n"
    raw = f"# 绿色工厂\n\n王敏\n\n{rows}## 一、算好成本账，让企业愿意转\n\n{TEXT}"

    texts = [block.text for block in recover(Source("page", raw)).articles[0].blocks]
    assert "一、算好成本账，让企业愿意转" in texts


def test_rows_set_in_by_typed_spaces_do_not_make_a_column_uneven() -> None:
    rows = "\n".join(("　　" + "岁" * 17, "月" * 19, "年" * 19 + "，", "日" * 19) * 4)
    lines, _ = read_lines(rows)

    assert {column.slack for column in columns_of(lines) if column} == {EVEN}


def test_who_wrote_a_letter_signs_it_above_what_the_editors_say_to_it() -> None:
    raw = f"读者来信\n班车能不能再等一等\n{TEXT}一线职工 司马远\n编后：三分钟不长，却连着人心。\n"
    article = recover(Source("page", raw)).articles[0]

    assert (article.authors, article.texts(BlockKind.PULL_QUOTE)) == (("司马远",), ())


@pytest.mark.parametrize("byline", ["□ 水　清", "本报通讯员 鄂　玉　黎阳光 报道", "王　敏"])
def test_a_byline_stays_whole_on_a_page_in_one_line(byline: str) -> None:
    flat = " ".join(("工匠精神的当代价值", byline, *TEXT.split() * 5))
    article = recover(Source("page", flat)).articles[0]

    assert "".join(article.authors) in "".join(byline.split())
    assert (article.title, len(article.authors)) == ("工匠精神的当代价值", 1 + ("黎" in byline))


def test_the_editor_beside_the_author_is_a_credit() -> None:
    first, _ = articles(head="作者：王敏  编辑：李伟\n")

    assert first.texts(BlockKind.CREDIT) == ("作者：", "编辑：李伟")


def test_a_letterspaced_name_in_brackets_signs_an_article_of_a_page_on_one_line() -> None:
    text = "车间里的灯亮到很晚，老师傅把图纸摊开，一处一处讲给徒弟听。" * 4
    page = f"夜校办到车间里 {text} {text} （余　田） 一碗热豆浆暖了人心 {text} {text} （李　敏）"
    first, second = recover(Source("page", page)).articles
    assert (first.title, first.authors) == ("夜校办到车间里", ("余田",))
    assert (second.title, second.authors) == ("一碗热豆浆暖了人心", ("李敏",))

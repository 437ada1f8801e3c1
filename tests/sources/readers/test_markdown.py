"""Reading Markdown: what it prints is what is read, and what stands in front of it are facts."""

from datetime import date
from time import process_time

import pytest

from studydesk.domain.article import Article, BlockKind, Source
from studydesk.sources.readers.markdown import read_markdown
from studydesk.sources.recovery.recover import recover

FRONT = "---\ntitle: 小班组里的大课堂\nauthor: 郑洁\ndate: 2025-02-11\nsource: 工人时报\n---\n"
TEXT = "班组离职工最近，班组学习是工会组织的基本功，一天也不能放松。"


def read(text: str) -> str:
    return read_markdown(text.encode(), "班组.md").text


def article(text: str) -> Article:
    (found,) = recover(Source("班组.md", read(text))).articles
    return found


def test_front_matter_says_where_and_when_it_was_published() -> None:
    reading = read_markdown(f"{FRONT}# 小班组里的大课堂\n{TEXT}".encode(), "班组.md")
    assert (reading.newspaper, reading.published) == ("工人时报", date(2025, 2, 11))


def test_an_address_is_no_newspaper_and_a_day_of_publication_counts_before_another() -> None:
    front = "---\ndate: 2026-01-01\npublished: 2025-02-11\nsource: https://example.com/s\n---\n"
    reading = read_markdown(f"{front}{TEXT}".encode(), "网页.md")
    assert (reading.newspaper, reading.published) == ("", date(2025, 2, 11))


@pytest.mark.parametrize("flag", ["true", "false"])
def test_that_a_page_is_published_is_no_day(flag: str) -> None:
    front = f"---\ndate: 2025-02-11\npublished: {flag}\n---\n"
    assert read_markdown(f"{front}{TEXT}".encode(), "网页.md").published == date(2025, 2, 11)


@pytest.mark.parametrize(
    ("source", "newspaper"),
    [
        ("www.workercn.cn/a/1", ""),
        ('"[工人日报](https://www.workercn.cn/1)"', "工人日报"),
        ("工人日报 https://www.workercn.cn/1", "工人日报"),
        ("《工人日报》", "工人日报"),
        ("《工人日报》2025-02-11", "工人日报"),
        ("工人日报（https://www.workercn.cn/1）", "工人日报"),
        ("工人日报 (www.workercn.cn)", "工人日报"),
        ("<https://www.workercn.cn/1> 工人日报", "工人日报"),
        ("\n  - 工人日报", "工人日报"),
    ],
)
def test_a_source_is_named_without_its_address(source: str, newspaper: str) -> None:
    reading = read_markdown(f"---\nsource: {source}\n---\n{TEXT}".encode(), "网页.md")
    assert reading.newspaper == newspaper


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_may_have_lists_as_clippers_write_it(end: str) -> None:
    front = (
        '---\ntitle: "小班组里的大课堂"\nsource: "https://x.cn/1"\nauthor:\n  - "[[郑洁]]"\n'
        '  - "[[李伟]]"\npublished: 2025-02-11\ntags:\n  - "clippings"\n---\n'
    )
    text = f"{front}{TEXT}\n".replace("\n", end)
    found = article(text)
    assert (found.title, found.authors, found.body) == ("小班组里的大课堂", ("郑洁", "李伟"), TEXT)
    assert read_markdown(text.encode(), "班组.md").published == date(2025, 2, 11)


@pytest.mark.parametrize(
    ("written", "title"),
    [("'说\"好\"'", '说"好"'), ('怎样说"好"', '怎样说"好"'), ('"一线"', "一线")],
)
def test_a_title_loses_no_mark_but_a_pair_round_the_whole(written: str, title: str) -> None:
    assert read(f"---\n_id: 3\ntitle: {written}\n---\n{TEXT}").startswith(f"# {title}\n")


def test_an_author_may_be_named_by_a_fact_of_its_own() -> None:
    named = f"---\nauthor:\n    - name: 郑洁\n    - name: '李伟'\n---\n# 小班组里的大课堂\n{TEXT}"
    assert article(named).authors == ("郑洁", "李伟")


@pytest.mark.parametrize("heading", ["", "# 小班组里的大课堂\n", "# 小班组里的大课堂\n郑洁\n"])
def test_front_matter_gives_the_title_and_the_author_once(heading: str) -> None:
    found = article(f"{FRONT}{heading}\n{TEXT}")
    assert (found.title, found.authors, found.body) == ("小班组里的大课堂", ("郑洁",), TEXT)


def test_a_heading_under_the_first_sentence_is_not_taken_for_the_title() -> None:
    text = read(f"{FRONT}{TEXT}\n\n# 一、夯实基础\n\n{TEXT}")
    assert text.startswith(f"# 小班组里的大课堂\n郑洁\n{TEXT}\n\n# 一、夯实基础\n\n")


@pytest.mark.parametrize(
    "text",
    ["---\nsource: a" + " " * 60_000 + "b\n---\n" + TEXT, "[" * 450_000],
    ids=["spaces", "marks"],
)
def test_a_file_of_one_sign_is_read_at_once(text: str) -> None:
    started = process_time()
    read(text)
    assert process_time() - started < 2


def test_a_title_that_is_printed_counts_before_the_front_matter() -> None:
    assert article(f"{FRONT}# 另一个题目在此\n{TEXT}").title == "另一个题目在此"


def test_a_rule_that_is_no_front_matter_stays() -> None:
    assert read(f"---\n{TEXT}\n---\n") == f"---\n{TEXT}\n---\n"


@pytest.mark.parametrize(
    ("marked", "printed"),
    [
        ("*班组学习*是基本功", "班组学习是基本功"),
        (
            "**班组学习**是基本功，_一天_也不能__放松__。",
            "班组学习是基本功，_一天_也不能__放松__。",
        ),
        ("**班组学习**，__基本功__。", "班组学习，基本功。"),
        ("**_重点_**是班组", "重点是班组"),
        ("详见[工会网](http://example.com/x)。", "详见工会网。"),
        ("要抓落实。[注](见本报第3版)", "要抓落实。[注](见本报第3版)"),
        ("详见[通知](附件/通知.md)和[表](#表一)。", "详见通知和表。"),
        ("[[甲](a.md)", "[甲"),
        ("这里有脚注[^1]。\n\n[^1]: 数据截至年底。", "这里有脚注①。\n\n① 数据截至年底。"),
        ("> 上面千条线，下面一根针。", "上面千条线，下面一根针。"),
        ("* 小黑板", "* 小黑板"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("snake_case_name", "snake_case_name"),
        *((blank, blank) for blank in ("第__题和第__题", "有__人，共__。", "答：__，理由：__。")),
        *((blank, blank) for blank in ("答：**，理由：**。", "签名____，日期____。")),
        (r"\*一星\*和\*\*二星\*\*", "*一星*和**二星**"),
        (r"\_空格\_、\[见表\](一)、\\", r"_空格_、[见表](一)、" + "\\"),
        (r"| 甲\|乙 | **丙** |", "甲|乙\t丙"),
        (r"C:\学习\班组", r"C:\学习\班组"),
        ("面积5×10<sup>4</sup>平方米，CO<sub>2</sub>减排。", "面积5×10⁴平方米，CO₂减排。"),
        ("第一句。<br>第二句。<br />第三句。", "第一句。\n第二句。\n第三句。"),
        ("| 甲<br>乙 | 丙 |", "甲 乙\t丙"),
        ("职工&amp;班组&#26085;&hellip;R&D", "职工&班组日…R&D"),
        ("写作&lt;br&gt;，不换行。", "写作<br>，不换行。"),
        ("甲&#10;乙&#8232;丙", "甲 乙 丙"),
        ("&#35; 不是标题", r"\# 不是标题"),
        ("第一句。<BR># 不是标题", "第一句。\n\\# 不是标题"),
        ("**第一句。<br>第二句。**", "第一句。\n第二句。"),
        ("**#班组学习#** 大家谈", "#班组学习# 大家谈"),
        ("10<SUP>4</SUP>", "10⁴"),
        (r"写作\<sup>2\</sup>和\<br>", r"写作\<sup>2\</sup>和\<br>"),
        ("`a<sup>2</sup><br>&lt;*b*_c_` **重点**", "`a<sup>2</sup><br>&lt;*b*_c_` 重点"),
        ("**见`&amp;`。**", "见`&amp;`。"),
        ("| `甲<br>` | 乙 |", "`甲<br>`\t乙"),
        ("## 一、基础<br>二、提高", "## 一、基础\n二、提高"),
    ],
)
def test_marks_inside_a_line_are_not_read(marked: str, printed: str) -> None:
    assert read(marked) == printed


def test_rows_of_a_table_are_text_in_their_place() -> None:
    table = "| 班组 | 场次 |\n|---|:-:|\n| 甲班 | 12 |\n| 乙班 | 9 |\n"
    last = "场次多少并不要紧，要紧的是讲的人有准备，听的人有收获。"
    found = article(f"# 小班组里的大课堂\n郑洁\n\n{TEXT}\n\n{table}\n{last}\n")

    assert found.body.split("\n") == [TEXT, "班组 场次", "甲班 12", "乙班 9", last]
    assert not found.texts(BlockKind.HEADING)


def test_what_else_front_matter_says_is_kept_beside_the_text() -> None:
    front = f"---\ntitle: 小班组\nsummary: 这段话哪里也没有。\nlead: {TEXT}\nlayout: post\n---\n"
    text = read(front + TEXT)
    assert text.endswith(f"{TEXT}\n<!-- summary: 这段话哪里也没有。 -->")

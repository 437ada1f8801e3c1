"""Web pages: what stands over and beside the article, which facts it names, and what is kept."""

from datetime import date
from time import process_time

import pytest

from studydesk import errors
from studydesk.domain.article import Source
from studydesk.sources.readers.web import read_page
from studydesk.sources.recovery.recover import recover

BODY = "<p>手艺是练出来的，也是传下来的。</p><p>师傅带徒弟，要讲明白；徒弟学手艺，要沉下心。</p>"


def lines(html: str) -> list[str]:
    return read_page(html, "页.html").text.split("\n")


PAGE = f"<title>把手艺传下去</title><h1>把手艺传下去</h1>%s{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "<p>作者：王敏<br>单位：某某大学</p>",
        "<div><p>作者：王敏</p><p>单位：某某大学</p></div>",
        "<div><span>作者：王敏</span><span>来源：工人日报</span></div><p>单位：某某大学</p>",
    ],
)
def test_an_author_is_read_from_a_line_of_its_own(line: str) -> None:
    assert lines(PAGE % line)[:3] == ["# 把手艺传下去", "王敏", "单位：某某大学"]


def test_a_heading_further_down_is_not_made_the_title_as_well() -> None:
    html = f"<p>把手艺传下去</p>{BODY}<h2>一、夯实工作基础</h2>{BODY}"
    assert lines(html).count("# 一、夯实工作基础") == 0
    assert lines(html).count("## 一、夯实工作基础") == 1


@pytest.mark.parametrize(
    ("line", "newspaper"),
    [
        ("<p>来源：新华社<br>编辑：李四</p>", "新华社"),
        ("<div><span>来源：新华社</span><span>编辑：李四</span></div>", "新华社"),
        ("<p>2025年11月3日来源：新华社</p>", "新华社"),
        ("<p>数据来源：国家统计局</p>", ""),
        ("<p>图片来源：视觉中国</p>", ""),
    ],
)
def test_only_the_line_that_says_so_names_the_newspaper(line: str, newspaper: str) -> None:
    assert read_page(f"{PAGE % ''}{line}", "a").newspaper == newspaper


def test_a_day_that_is_told_of_is_not_the_day_of_the_page() -> None:
    told = "<p>1949年10月1日，新中国成立了。</p>"
    assert read_page(PAGE % told, "a").published is None
    assert read_page(f"{PAGE % told}<p>2025-11-03 08:00</p>", "a").published == date(2025, 11, 3)


@pytest.mark.parametrize(
    "line",
    ["【编者按】", "2025年全国劳模系列报道之三", "时间里的坚守", "时间表和路线图", "阅读经典"],
)
def test_a_line_over_the_article_that_only_begins_like_a_mark_is_text(line: str) -> None:
    assert line in lines(PAGE % f"<p>{line}</p>")
    assert f"## {line}" in lines(PAGE % f"<h2>{line}</h2>")


def test_a_line_of_marks_that_says_more_than_was_taken_is_kept_beside_the_article() -> None:
    html = PAGE % "<p>2025-11-03 08:00 来源：工人日报 浏览次数：12 【字号：大 中 小】</p>"
    assert lines(html)[-1] == "师傅带徒弟，要讲明白；徒弟学手艺，要沉下心。"
    assert "<!-- 来源：工人日报 审定：李四 -->" in lines(PAGE % "<p>来源：工人日报 审定：李四</p>")


LAST = "这一段也是文章里的话。"


@pytest.mark.parametrize(
    "page",
    [
        f"<h1>把手艺传下去</h1><div>{BODY * 5}</div><div><p>{LAST}</p></div>",
        f"<h1>把手艺传下去</h1><div><p>{LAST}</p></div><div>{BODY * 5}</div>",
        f"<h1>把手艺传下去</h1><div>{BODY * 5}<div class=comment><p>{LAST}</p></div>{BODY}</div>",
        f"<h1>把手艺传下去</h1><div>{BODY * 5}<aside><p>{LAST}</p></aside>{BODY}</div>",
        f"<h1>把手艺传下去</h1><div>{BODY * 5}<p class=hot>{LAST}</p>{BODY}</div>",
    ],
    ids=["second part", "part before", "comment", "aside", "hot"],
)
def test_sentences_beside_the_main_part_are_kept(page: str) -> None:
    text = read_page(page, "a").text
    assert text.count(LAST) == 1
    (article,) = recover(Source("页", text)).articles
    assert article.title == "把手艺传下去"


HEAD = "<h1>把手艺传下去</h1>"


@pytest.mark.parametrize(
    "page",
    [
        f"{HEAD}<div>{BODY * 5}</div><div><p>{LAST}</p></div>",
        f"{HEAD}<div>{BODY * 5}</div><div><a href=2>1</a></div><div><p>{LAST}</p></div>",
        f"{HEAD}<div><div>{BODY * 5}</div></div><div><p>{LAST}</p></div>",
        f"{HEAD}<div>{BODY * 5}<div class=path><p>{LAST}</p></div>{BODY}</div>",
        f"{HEAD}<div>{BODY * 5}<aside><p>{LAST}</p></aside>{BODY}</div>",
        f"{HEAD}<div>{BODY * 5}<p class=hot>{LAST}</p><p class=hot>{LAST}</p>{BODY}</div>",
        f"{HEAD}<div>{BODY * 5}</div><p>{LAST}</p>",
        f"{HEAD}<div class=page>{BODY * 5}</div><div class=page><p>{LAST}</p></div>",
        f"{HEAD}<div>{BODY * 5}</div><p>（作者单位：某机床厂工会）</p>",
        f"{HEAD}<div>{BODY * 5}</div><div>某市总工会<br>2025年11月3日</div>",
    ],
    ids=[
        *("page", "after links", "deeper", "path", "aside", "hot", "paragraph", "named page"),
        *("workplace", "signature"),
    ],
)
def test_what_goes_on_with_the_article_or_closes_it_is_part_of_it(page: str) -> None:
    found = [line for line in lines(page) if not line.startswith("# ") and line not in BODY]
    assert found in ([LAST], [LAST] * 2, [WORKPLACE], [*SIGNATURE])


WORKPLACE, SIGNATURE = "（作者单位：某机床厂工会）", ("某市总工会", "2025年11月3日")


@pytest.mark.parametrize(
    "beside",
    [
        "<div><p>本网声明：凡转载本文的，请注明来源。</p></div>",
        "<div><p>某某网版权所有，未经许可不得使用。</p></div>",
        f"<div><p>（责编：某某）</p></div><div><p>{LAST}</p></div>",
        f"<div class=comments><p>{LAST}</p></div>",
        f"<div><a href=1>{LAST}</a><p>好。</p></div>",
    ],
    ids=["statement", "rights", "editor", "comments", "links"],
)
def test_what_sites_say_below_an_article_is_no_part_of_it(beside: str) -> None:
    (article,) = recover(
        Source("页", read_page(f"{HEAD}<div>{BODY * 5}</div>{beside}", "a").text)
    ).articles
    assert article.body_blocks[-1].text == "师傅带徒弟，要讲明白；徒弟学手艺，要沉下心。"


def test_what_is_called_a_comment_below_the_article_is_no_part_of_it() -> None:
    comments = f"<p class=comment>{LAST}</p>" * 3
    text = lines(f"{HEAD}<div>{BODY * 5}{comments}<p>版权所有，不得转载。</p></div>")
    assert f"<!-- {LAST} -->" in text
    assert LAST not in text


NOTICE = (
    "<title>关于开展劳动竞赛的通知_通知公告_某市总工会</title><div>关于开展劳动竞赛的通知</div>"
    "<div><p>各县区总工会：</p><p>决定开展劳动竞赛。现将有关事项通知如下。</p>"
    "<p>附件：1.<a href=a>劳动竞赛申报表.doc</a></p><p>2.<a href=b>名额分配表.doc</a></p>"
    "<p>某市总工会</p><p>2025年3月5日</p></div>"
)


def test_what_is_sent_with_a_notice_stays_in_its_place() -> None:
    assert lines(NOTICE)[3:] == [
        *("附件：1.劳动竞赛申报表.doc", "2.名额分配表.doc", "某市总工会", "2025年3月5日")
    ]


def test_the_title_ends_before_the_names_of_the_column_and_of_the_site() -> None:
    assert lines(NOTICE)[0] == "# 关于开展劳动竞赛的通知"


ROWS = "<table>" + "".join(f"<tr><td>甲厂<td>{n}<td>人</tr>" for n in range(4)) + "</table>"
OWN_WORDS = "各级工会关注职工需求，开通服务热线。"


@pytest.mark.parametrize("second", [f"{OWN_WORDS}会议还作出了安排。", OWN_WORDS])
def test_an_article_may_say_what_sites_say_as_well(second: str) -> None:
    pages = "".join(f"<div class=a><p>{each}</p></div>" for each in (second, LAST))
    assert lines(f"{HEAD}<div class=a>{BODY * 5}</div>{pages}")[-2:] == [second, LAST]


@pytest.mark.parametrize(
    "below",
    [
        f"<div class=ad><p>{LAST}</p></div>",
        f"<div class=a><h2>另一篇文章</h2><p>{LAST}</p></div>",
        f"<h3><a href=x>相关新闻</a></h3><p>{LAST}</p>",
        f"<div class=a><dl><dt><a href=x>某地开会</a></dt><dd>{LAST}</dd></dl></div>",
        f"<div class=a><ul><li><b>小李</b><p>{LAST}</p></li></ul></div>",
        f"{ROWS}<p>{LAST}</p>",
        f"<div class=a><p>点击关注。</p></div><div class=b><p>{LAST}</p></div>",
    ],
    ids=["advert", "next", "related", "teasers", "comments", "table", "button"],
)
def test_an_article_does_not_go_on_in_what_is_unlike_it(below: str) -> None:
    text = lines(f"{HEAD}<div class=a>{BODY * 5}</div>{below}")
    assert LAST not in text
    assert any(LAST in line for line in text if line.startswith("<!-- "))


@pytest.mark.parametrize("name", ["advert", "related", "comment", "recommend hot"])
def test_what_is_called_an_advert_is_no_paragraph_among_others(name: str) -> None:
    text = lines(f"{HEAD}<div>{BODY * 5}<div class='{name}'><p>{LAST}</p></div>{BODY}</div>")
    assert LAST not in text
    assert f"<!-- {LAST} -->" in text


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (f"<div>{ROWS}</div><div>{BODY * 5}</div>", "甲厂\t3\t人"),
        (f"{HEAD}<div>{BODY * 5}</div>{ROWS}", "甲厂\t3\t人"),
        (f"<div><p>张三丰</p></div><div>{BODY * 5}</div>", "张三丰"),
        (f"{HEAD}<div>{BODY * 5}</div><h2>附件：名单</h2><p>张三丰</p>", "张三丰"),
        (f"{HEAD}<div>{BODY * 5}</div><p>（责编：某某）</p>", "（责编：某某）"),
        (f"{HEAD}<table><tr><td><div>{BODY * 5}</div></table><dl><dd>甲厂三人</dl>", "甲厂三人"),
        (f"{HEAD}{BODY * 5}<ul><li><a href=x>相关的法律条文</a></ul>{BODY}", "相关的法律条文"),
    ],
    ids=["table above", "table below", "name above", "list below", "editor", "outside", "link"],
)
def test_what_no_rule_knows_beside_the_article_is_kept_as_furniture(page: str, line: str) -> None:
    text = read_page(page, "a").text
    assert f"<!-- {line} -->" in text.split("\n")
    recovery = recover(Source("页", text))
    assert any(line in text[start:end] for start, end in recovery.furniture)


@pytest.mark.parametrize("markup", ["<p class=hot>甲事。</p>", "<aside>甲事。"])
def test_a_page_full_of_what_is_called_surroundings_is_read_in_time(markup: str) -> None:
    count = 40_000 if "/" in markup else 200
    started = process_time()
    lines(f"{HEAD}<div>{BODY}{markup * count}{BODY}</div>")
    assert process_time() - started < 5


def test_a_list_of_links_to_documents_is_kept() -> None:
    html = (
        f"{PAGE % ''}<ul><li><a href=x>《中国工会章程》</a></li><li><a href=y>下一篇</a></li></ul>"
    )
    assert lines(html)[-1] == "<!-- 《中国工会章程》 -->"


@pytest.mark.parametrize("count", [2_000, 20_000])
def test_a_page_nested_deep_is_read_once_and_not_from_every_depth(count: int) -> None:
    nested = "<section>" * 60 + "<strong>" * 60 + "字<br>" * count
    started = process_time()
    assert len(lines(f"<div id=js_content>{nested}</div>")) == count
    assert process_time() - started < 2


@pytest.mark.parametrize("opening", ["<font size=2>", "<b>", "<span title='a > b'><font>"])
def test_a_page_whose_fonts_are_never_closed_is_read_to_its_end(opening: str) -> None:
    paragraphs = [f"第{number}段的话，都要读到。" for number in range(300)]
    assert lines("".join(f"<p>{opening}{each}" for each in paragraphs)) == paragraphs


def test_lines_in_the_middle_of_such_a_page_stay_lines() -> None:
    paragraphs = "".join(f"<p><font size=2>第{number}段的话，都要读到。" for number in range(300))
    told = lines(f"{paragraphs}<p>最后一句。<center>作者：王敏</center>结尾的话。")
    assert told[-3:] == ["最后一句。", "作者：王敏", "结尾的话。"]


def test_a_page_too_deep_to_hold_is_refused_and_not_cut() -> None:
    with pytest.raises(errors.SourceTooComplex):
        lines(f"<p>第一段，开头的话。</p>{'<div>' * 300}{BODY}{'</div>' * 300}{BODY}")

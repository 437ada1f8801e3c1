"""Tables of web pages: the row of one with data is a line, and never a title or a heading."""

import pytest

from studydesk.domain.article import BlockKind, Source
from studydesk.sources.readers.web import read_page, read_rich
from studydesk.sources.recovery.recover import recover

FIRST = "去年以来，各级工会把课堂办到车间，办到工地，来听课的职工一年比一年多，讲课的也不只是老师。"
SECOND = "课讲得好不好，职工说了算；哪门课来的人少，就换一门，换到大家愿意来为止，年年都是如此。"
ROWS = (("年份", "培训人数"), ("2023", "1200人次"), ("2024", "1500人次"))


def table(*rows: tuple[str, ...], cell: str = "td") -> str:
    lines = ("".join(f"<{cell}>{text}</{cell}> " for text in row) for row in rows)
    return f"<table><tbody>{''.join(f'<tr>{line}</tr>' for line in lines)}</tbody></table>"


def lines(*body: str) -> list[str]:
    return read_rich("".join(body), "页.html").split("\n")


def test_a_row_is_a_line_with_its_cells_apart() -> None:
    assert lines(table(*ROWS)) == ["年份\t培训人数", "2023\t1200人次", "2024\t1500人次"]


def test_cells_of_a_head_and_cells_with_a_paragraph_are_in_their_row() -> None:
    rows = table(("<p>甲</p>", "<b>乙</b>", "\n丙 <br/>"), ("1", "<div>2</div>", "3"), cell="th")
    assert lines(rows) == ["甲\t乙\t丙", "1\t2\t3"]


def test_an_empty_cell_keeps_its_place() -> None:
    assert lines(table(("甲", "", "乙"), ("1", "2", "3"))) == ["甲\t\t乙", "1\t2\t3"]


def test_a_row_with_a_cell_of_two_lines_is_read_cell_by_cell() -> None:
    assert lines(table(*ROWS, ("合计<br>两年", "2700人次")))[3:] == ["合计", "两年", "2700人次"]


@pytest.mark.parametrize(
    "left",
    [
        FIRST + SECOND,
        "<h2>要闻</h2>",
        "<ul><li>要闻</li></ul>",
        "<table><tr><td>要闻</td></tr></table>",
    ],
)
def test_a_table_that_sets_out_the_page_is_read_cell_by_cell(left: str) -> None:
    assert not any("\t" in line for line in lines(table((left, "右边"), *ROWS)))


def test_two_lines_of_two_cells_are_no_table() -> None:
    assert lines(table(("王敏", "江城大学"), ("李伟", "北江大学"))) == [
        *("王敏", "江城大学"),
        *("李伟", "北江大学"),
    ]


def test_rows_of_links_are_left_out() -> None:
    links = tuple(f'<a href="/{number}">要闻{number}</a>' for number in range(3))
    assert lines(f"<p>{FIRST}</p>", table(links, links)) == [FIRST]


@pytest.mark.parametrize(
    "cells",
    [
        "散落的字<td>甲班</td><td>3人</td>",
        "<td>甲班</td>散落的字<td>3人</td>",
        "<td>甲班</td><span>散落的字</span><td>3人</td>",
        "<td>甲班</td><p>散落的字</p><td>3人</td>",
    ],
)
@pytest.mark.parametrize("row", ["<tr>{}</tr>", "<form><tr>{}</tr></form>"])
def test_what_stands_beside_the_cells_of_a_row_is_read(cells: str, row: str) -> None:
    page = f"<p>{FIRST}</p>{table(*ROWS).replace('</tbody>', row.format(cells) + '</tbody>')}"

    assert {"甲班", "3人", "散落的字"} <= set(lines(page))


def test_a_row_of_links_and_data_is_kept() -> None:
    rows = [(f'<a href="/{at}">江城市第{at}职工服务中心</a>', f"{at}人") for at in range(3)]

    assert lines(f"<p>{FIRST}</p>", table(*rows))[1:] == [
        f"江城市第{at}职工服务中心\t{at}人" for at in range(3)
    ]


@pytest.mark.parametrize("block", ["blockquote", "pre", "center", "address"])
def test_a_cell_of_two_blocks_is_read_block_by_block(block: str) -> None:
    cell = f"<{block}>合计</{block}><{block}>两年</{block}>"

    assert lines(table(*ROWS, (cell, "2700人次")))[3:] == ["合计", "两年", "2700人次"]


def test_rows_are_paragraphs_of_their_article() -> None:
    page = f"<h1>车间里的课堂</h1><p>{FIRST}</p>{table(*ROWS, cell='th')}<p>{SECOND}</p>"
    (article,) = recover(Source("页", read_page(page, "页.html").text)).articles

    rows = [" ".join(row) for row in ROWS]
    assert article.body.split("\n") == [FIRST, *rows, SECOND]
    assert (article.title, article.texts(BlockKind.HEADING)) == ("车间里的课堂", ())


def test_bold_cells_of_a_wechat_article_are_in_their_row() -> None:
    head = tuple(f"<p><strong>{cell}</strong></p>" for cell in ROWS[0])
    page = f'<h1>车间里的课堂</h1><div id="js_content"><p>{FIRST}</p>{table(head, *ROWS[1:])}</div>'
    assert "年份\t培训人数\n2023\t1200人次" in read_page(page, "页.html").text


def test_a_page_that_is_all_one_table_is_read_whole() -> None:
    page = table(
        ("课程", "来的人多，<p>还要再办。</p>"), ("讲座", "来的人少。"), ("读书", "人人都来。")
    )
    assert "读书\t人人都来。" in read_page(page, "页.html").text

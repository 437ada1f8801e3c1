"""Web pages: what is shown by its place or by signs of the browser is in the text, too."""

import pytest

from studydesk.sources.readers.web import read_page
from studydesk.sources.reading import read_paste_html


def line(html: str) -> str:
    return read_page(f"<p>{html}</p>", "页.html").text


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("5×10<sup>4</sup>平方米。", "5×10⁴平方米。"),
        ("10<sup> -2 </sup>米。", "10 ⁻² 米。"),
        ("CO<sub>2</sub>和H<sub>2</sub>O。", "CO₂和H₂O。"),
        ("共10<sup><a href='#1'><b>1</b></a></sup>人。", "共10¹人。"),
        ("共10<sup><a href='#1'>[1]</a></sup>人。", "共10[1]人。"),
        ("共10<sup><sup>2</sup>,3</sup>人。", "共10²,3人。"),
        ("10<span style='font-size:8px; vertical-align: super'>4</span>米。", "10⁴米。"),
        ("10<span style='vertical-align:middle'>4</span>米。", "104米。"),
        ("商标<sup>注</sup>。", "商标注。"),
        ("他说<sup>2024年5月1日起施行</sup>。", "他说2024年5月1日起施行。"),
        ("他说<sup><b>2024</b>年<sup>5</sup>月</sup>。", "他说2024年5月。"),
        ("2019<sup>1,2</sup>和x<sup>2<sub>1</sub></sup>。", "2019¹,²和x²₁。"),
        ("a<sub>i<sup>2</sup></sub>。", "ai²。"),
    ],
)
def test_a_raised_figure_does_not_join_the_number_before_it(html: str, shown: str) -> None:
    assert line(html) == shown


def test_the_number_of_a_note_does_not_join_the_number_that_the_note_begins_with() -> None:
    assert line('<a href="#n1"><span>1</span></a>2025年，见年鉴。') == "1 2025年，见年鉴。"
    assert line('<a href="#n1">1</a>见年鉴。') == "1见年鉴。"
    assert line('年鉴。<br><i> </i><b><a href="#n1">1</a>2025年</b>。') == "年鉴。\n1 2025年。"
    assert line('第<a href="#p2">2</a>024年。') == "第2024年。"
    assert line('<b>第</b><i><a href="#p2">2</a>024年。</i>') == "第2024年。"
    assert line('<a href="2.html">1</a>2025年，见年鉴。') == "12025年，见年鉴。"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<ruby>汉<rt>hàn</rt>字<rt>zì</rt></ruby>。", "汉（hàn）字（zì）。"),
        ("<ruby>汉<rp>(</rp><rt>h<b>àn</b></rt><rp>)</rp></ruby>字。", "汉（hàn）字。"),
        ("<ruby>汉<rt></rt></ruby>字。", "汉字。"),
    ],
)
def test_a_reading_stands_in_brackets_behind_its_character(html: str, shown: str) -> None:
    assert line(html) == shown


def test_a_quotation_has_the_marks_that_a_browser_sets() -> None:
    assert line("他说：<q>听见<q>好</q>了</q>。") == "他说：“听见‘好’了”。"
    assert line("他说：<q>“好”</q>。") == "他说：“好”。"
    assert line("他说：<q>“好”和“坏”</q>。") == "他说：““好”和“坏””。"


def test_a_title_with_a_lowered_figure_stands_there_once() -> None:
    body = "<p>这是第一段话，说减排。</p><p>这是第二段话，说降碳。</p>"
    html = f"<title>减少CO2的排放_某某网</title><h1>减少CO<sub>2</sub>的排放</h1>{body}"
    assert read_page(html, "a").text.split("\n")[:2] == [
        "# 减少CO₂的排放",
        "这是第一段话，说减排。",
    ]


def test_cells_keep_raised_figures() -> None:
    rows = "".join(f"<tr><td>{name}<td>10<sup>{name}</sup><td>米</tr>" for name in (3, 4, 5))
    assert "3\t10³\t米" in read_page(f"<p>长度如下。</p><table>{rows}</table>", "a").text


def test_a_rich_paste_keeps_the_figures_that_the_plain_one_has_on_the_line() -> None:
    html = "<h2>面积</h2><p>5×10<sup>4</sup>平方米。</p>"
    assert read_paste_html(html, "面积\n5×104平方米。", "粘贴").raw == "## 面积\n5×10⁴平方米。"

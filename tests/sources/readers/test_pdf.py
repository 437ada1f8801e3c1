"""Reading PDF files: the lines in reading order, and a clear refusal where there are none."""

import os
import sys
from collections.abc import Callable
from io import BytesIO
from itertools import chain
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.sources.readers.pdf_pages import BODY, HEIGHT, WIDTH, Placed, column, pdf

from studydesk import errors
from studydesk.domain.article import BlockKind, Source
from studydesk.sources.readers.columns import PageLine
from studydesk.sources.readers.compatibility import map_back
from studydesk.sources.readers.pdf import ask_pdfium, join_pages, read_pdf
from studydesk.sources.readers.running_heads import Page
from studydesk.sources.recovery.recover import recover

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ff"
    "ff3f0005fe02fe0def46b80000000049454e44ae426082"
)


def lines(*pages: list[Placed]) -> list[str]:
    return read_pdf(pdf(*pages), "版面.pdf").text.split("\n")


def texts(placed: list[Placed]) -> list[str]:
    return [each.text for each in placed]


# --- reading order ---------------------------------------------------------------------------


def test_a_printed_line_is_a_line() -> None:
    body = column(60, 200, 5)
    assert lines(body) == texts(body)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts no scripts by their names")
def test_a_frozen_program_starts_itself_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "studydesk"
    start = "import sys\nfrom studydesk.cli import main\nsys.exit(main())\n"
    program.write_text(f"#!{sys.executable}\n{start}", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    body = column(60, 200, 5)
    assert lines(body) == texts(body)


@pytest.mark.parametrize("columns", [2, 3, 5])
def test_columns_are_read_one_after_another(columns: int) -> None:
    sides = [column(40 + 105 * at, 150, 20, 10, 200 * at) for at in range(columns)]
    rows = list(chain.from_iterable(zip(*sides, strict=True)))  # as many programs write them
    assert lines(rows) == list(chain.from_iterable(map(texts, sides)))


def test_a_title_over_all_columns_comes_first() -> None:
    title = Placed(150, 80, "把手艺传下去", 28)
    left, right = column(40, 150, 10, 26), column(310, 150, 10, 26, 300)
    assert lines([*left, *right, title]) == ["# 把手艺传下去", "", *texts(left), *texts(right)]


def test_lines_of_three_sizes_are_a_title_a_subtitle_and_a_byline() -> None:
    head = [
        Placed(180, 60, "车轮上的“司机之家”", 22),
        Placed(180, 90, "公交集团关爱一线驾驶员见闻", 13),
        Placed(210, 112, "本报记者 韩雪 通讯员 丁力", 10.5),
    ]
    page = [*head, *column(60, 150, 30, begin=3), *column(320, 150, 30, begin=400)]
    (article,) = recover(Source("页", "\n".join(lines(page)))).articles

    assert article.title == "车轮上的“司机之家”"
    assert article.texts(BlockKind.SUBTITLE) == ("公交集团关爱一线驾驶员见闻",)
    assert article.authors == ("韩雪", "丁力")


def test_a_name_centred_over_the_gutter_is_no_part_of_the_columns() -> None:
    left, right = column(40, 150, 10, 26), column(302, 150, 10, 26, 300)
    name = Placed(278, 120, "王　敏", 11)
    assert lines([name, *left, *right])[0] == "王　敏"


def test_columns_of_different_height_and_a_box_below_them() -> None:
    left, right = column(40, 100, 20, 20), column(300, 100, 12, 20, 400)
    box = column(300, 310, 5, 20, 700)
    wide = column(40, 420, 4, 50, 800)
    read = [line for line in lines([*left, *right, *box, *wide]) if line]
    assert read == [*texts(left), *texts(right), *texts(box), *texts(wide)]


def test_an_indent_of_two_characters_stays() -> None:
    body = column(60, 200, 4)
    indented = body[1]._replace(left=60 + 18)
    assert lines([body[0], indented, *body[2:]])[1] == "　　" + indented.text


def test_a_line_set_downwards_is_one_line() -> None:
    title = [Placed(40, 100 + 30 * at, sign, 28) for at, sign in enumerate("匠心筑梦")]
    read = lines([*title, *column(120, 100, 12, 30)])
    assert "匠心筑梦" in [line.lstrip("# ") for line in read]


def test_a_page_set_downwards_is_read_from_right_to_left() -> None:
    columns = [BODY[:20], BODY[20:40], BODY[40:52]]
    page = [
        Placed(400 - 20 * at, 100 + 12 * row, sign, 10)
        for at, words in enumerate(columns)
        for row, sign in enumerate(words)
    ]
    assert lines(page) == columns


def test_letters_drawn_twice_to_look_bold_are_read_once() -> None:
    assert lines([Placed(60, 200, "匠"), Placed(60.2, 200, "匠"), Placed(69, 200, "心")]) == [
        "匠心"
    ]


def test_latin_words_keep_their_spaces() -> None:
    assert lines([Placed(60, 200, "学习 Made in China 的启示")]) == ["学习Made in China的启示"]


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    assert lines([Placed(60, 200, "see five-"), Placed(60, 214, "small-awards")]) == [
        "see five-",
        "small-awards",
    ]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_is_turned_loses_nothing(turned: int) -> None:
    body = column(60, 200, 4)
    read = read_pdf(pdf(body, turned=turned), "a").text
    assert sorted("".join(read.split())) == sorted("".join(texts(body)))


# --- running heads ---------------------------------------------------------------------------


def test_running_heads_and_page_numbers_stand_at_the_end() -> None:
    pages = [
        [
            Placed(60, 40, f"理论研究　2025年第{at}期"),
            *column(60, 150, 6, 30, 180 * at),
            Placed(290, 800, f"— {at} —"),
        ]
        for at in (1, 2, 3)
    ]
    read = lines(*pages)
    assert read[:18] == [line for page in pages for line in texts(page[1:-1])]
    assert [line for line in read[18:] if line][:2] == [
        "<!-- 理论研究　2025年第1期 -->",
        "<!-- —1— -->",
    ]
    assert len([line for line in read[18:] if line]) == 6


def test_the_head_of_a_single_page_is_told_by_what_it_says() -> None:
    head, body = Placed(60, 40, "2025年11月3日　星期一　第4版"), column(60, 150, 6, 30)
    assert lines([head, *body]) == [*texts(body), "", f"<!-- {head.text} -->"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("总工发〔2025〕12号", "关于做好2025年工作的通知"),
        ("全国总工会办公厅", "2025年工会工作要点"),
    ],
)
def test_a_title_below_a_name_is_no_running_head_for_telling_of_a_year(
    name: str, title: str
) -> None:
    head = [Placed(60, 40, name), Placed(60, 64, title)]
    assert f"<!-- {title} -->" not in lines([*head, *column(60, 150, 20, 30)])


def test_a_last_line_with_a_date_stays_in_its_paragraph() -> None:
    body = [*column(60, 600, 12, 30), Placed(60, 768, "这件事要追溯到2025年11月3日那一天")]
    assert lines(body) == texts(body)


@pytest.mark.parametrize(
    "top", ["80%。", "2025。", "2025年的目标大家付出了艰苦努力。", "第3期培训班于星期一开"]
)
def test_the_end_of_a_paragraph_on_top_of_a_page_stays(top: str) -> None:
    pages = [column(60, 72, 20, 30), [Placed(60, 72, top), *column(60, 86, 20, 30, 600)]]
    first, second = (
        [line._replace(top=72 + 22 * at) for at, line in enumerate(page)] for page in pages
    )
    assert lines(first, second) == [*texts(first), *texts(second)]


def test_headings_that_differ_in_their_number_stay_on_top_of_two_pages() -> None:
    pages = [
        [Placed(60, 72, f"{number}、总体要求"), *column(60, 86, 20, 30, 600 * at)]
        for at, number in enumerate("一二")
    ]
    assert lines(*pages) == list(chain.from_iterable(map(texts, pages)))


def test_a_number_that_is_not_the_next_one_is_no_page_number() -> None:
    feet = ["1", "2", "500", "4"]
    pages = [
        [*column(60, 100, 20, 30, 600 * at), Placed(290, 800, foot)] for at, foot in enumerate(feet)
    ]
    read = lines(*pages)
    assert "500" in read
    assert [line for line in read if line.startswith("<!--")] == [
        f"<!-- {foot} -->" for foot in feet if foot != "500"
    ]


def test_running_heads_are_in_no_article() -> None:
    pages = [[Placed(60, 40, "理论研究"), *column(60, 150, 8, 30, 240 * at)] for at in range(3)]
    recovery = recover(Source("a", read_pdf(pdf(*pages), "a").text))
    assert all("理论研究" not in b.text for a in recovery.articles for b in a.blocks)


def test_a_sentence_goes_on_over_the_page_break() -> None:
    first, second = column(60, 150, 8, 30), column(60, 150, 8, 30, 240)
    source = Source("a", read_pdf(pdf(first, second), "a").text)
    (article,) = recover(source).articles
    assert "".join(texts(first) + texts(second)) in "".join(b.text for b in article.blocks)


def test_the_bullets_of_word_are_discs() -> None:
    with_sign = PageLine("\uf0b7　抓好落实", 100, 109, apart=False)
    inside = PageLine("甲\uf0b7乙", 114, 123, apart=False)
    assert list(join_pages([Page(842, [with_sign, inside])])) == ["● 抓好落实", "甲\uf0b7乙"]


# --- characters ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("⼯⼈⽇报", "工人日报"),
        ("⻓⻢⻰⻅", "长马龙见"),
        ("⼾⾭", "户青"),
        ("金樂", "金樂"),
        ("ﬁn", "fin"),
        ("︵一︶︐", "（一），"),
        ("①㎏Ⅳ：，（", "①㎏Ⅳ：，（"),
    ],
)
def test_shapes_are_mapped_back_and_nothing_else_is(printed: str, meant: str) -> None:
    assert map_back(printed) == meant


# --- what is refused -------------------------------------------------------------------------


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        change(file)
        file.save(out)
    return out.getvalue()


def locked(data: bytes, password: str) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        file.save(out, encryption=pikepdf.Encryption("owner", password))
    return out.getvalue()


def test_a_file_with_a_password_is_named_as_such() -> None:
    with pytest.raises(errors.SourceEncrypted):
        read_pdf(locked(pdf(column(60, 200, 3)), "secret"), "a")


def test_a_file_that_only_forbids_changes_is_read() -> None:
    assert read_pdf(locked(pdf(column(60, 200, 3)), ""), "a").text


@pytest.mark.parametrize("mark", ["", "scanned by a phone"])
def test_a_scan_is_named_as_such(mark: str) -> None:
    data = BytesIO()
    canvas = Canvas(data, pagesize=(WIDTH, HEIGHT))
    canvas.drawImage(ImageReader(BytesIO(PIXEL)), 0, 0, WIDTH, HEIGHT)
    canvas.drawString(20, 20, mark)
    canvas.save()
    with pytest.raises(errors.SourceScanned):
        read_pdf(data.getvalue(), "a")


def test_pages_that_are_scans_among_others_are_told() -> None:
    data = BytesIO()
    canvas = Canvas(data, pagesize=(WIDTH, HEIGHT))
    for scanned in (False, True, False):
        if scanned:
            canvas.drawImage(ImageReader(BytesIO(PIXEL)), 0, 0, WIDTH, HEIGHT)
        else:
            canvas.drawString(60, 600, "Craft is learned by doing it, again and again, every day.")
        canvas.showPage()
    canvas.save()
    assert read_pdf(data.getvalue(), "a").pictures == (2,)
    assert read_pdf(pdf(column(60, 200, 3)), "a").pictures == ()


def test_bytes_taken_for_latin_letters_are_refused() -> None:
    mistaken = "手艺是练出来的也是传下来的".encode("gb18030").decode("latin-1")
    data = BytesIO()
    canvas = Canvas(data, pagesize=(WIDTH, HEIGHT))
    canvas.drawString(60, 600, mistaken)
    canvas.save()
    with pytest.raises(errors.SourceGarbled):
        read_pdf(data.getvalue(), "a")


def test_a_page_without_anything_is_empty() -> None:
    with pytest.raises(errors.SourceEmpty):
        read_pdf(pdf([]), "a")


def test_a_text_layer_that_names_no_characters_is_refused() -> None:
    def strip(file: pikepdf.Pdf) -> None:
        for thing in file.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]

    with pytest.raises(errors.SourceGarbled):
        read_pdf(changed(pdf(column(60, 200, 9)), strip), "a")


@pytest.mark.parametrize("data", [b"", b"%PDF-", b"PK\x03\x04", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_file_is_damaged(data: bytes) -> None:
    with pytest.raises(errors.SourceDamaged):
        read_pdf(data, "a")


@pytest.mark.skipif(sys.platform == "win32", reason="deaf without a console")
def test_the_process_that_reads_does_not_hear_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal sends it to all of the group that is in front."""
    told = "import json, os; print(json.dumps({'group': os.getpgrp()}))"
    command = [sys.executable, "-c", told]
    monkeypatch.setattr("studydesk.sources.readers.pdf.reader_command", lambda: command)
    assert ask_pdfium(b"", "版面.pdf")["group"] != os.getpgrp()

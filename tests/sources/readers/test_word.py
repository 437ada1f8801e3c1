"""Reading DOCX files: what Word and WPS print is what is read."""

from pathlib import Path

import docx
import pytest
from tests.sources.readers.word_documents import document, field, package, paragraph, part, text

from studydesk import errors
from studydesk.domain.article import BlockKind
from studydesk.sources.readers.numerals import written
from studydesk.sources.readers.word import read_word
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover


def read(*blocks: str, **parts: str) -> str:
    return read_word(document(*blocks, **parts), "学习.docx").text


# --- paragraphs ------------------------------------------------------------------------------


def test_a_paragraph_is_a_line() -> None:
    assert read(paragraph("第一段。"), paragraph("第", "二段。")) == "第一段。\n第二段。"


def test_an_empty_paragraph_is_an_empty_line() -> None:
    assert read(paragraph("上"), paragraph(), paragraph("下")) == "上\n\n下"


def test_breaks_and_tabs_inside_a_paragraph_stay() -> None:
    broken = paragraph("上", "<w:r><w:br/></w:r>", "下", "<w:r><w:tab/></w:r>", "右")
    assert read(broken) == "上\n下\t右"


def test_content_controls_and_links_are_read_through() -> None:
    inside = f"<w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{paragraph('里面。')}</w:sdtContent>"
    link = f"<w:hyperlink>{text('链接')}</w:hyperlink>"
    assert read(f"<w:sdt>{inside}</w:sdt>", paragraph("见", link)) == "里面。\n见链接"


def test_hidden_text_is_left_out() -> None:
    assert read(paragraph("看得见", text("看不见", "<w:vanish/>"))) == "看得见"


def test_a_phonetic_guide_follows_its_character() -> None:
    guide, base = f"<w:rt>{text('pīn')}</w:rt>", f"<w:rubyBase>{text('拼')}</w:rubyBase>"
    assert read(paragraph(f"<w:r><w:ruby>{guide}{base}</w:ruby></w:r>")) == "拼（pīn）"


# --- headings --------------------------------------------------------------------------------

STYLES = (
    '<w:style w:styleId="a"><w:name w:val="标题"/></w:style>'
    '<w:style w:styleId="b"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="c"><w:name w:val="我的标题"/><w:basedOn w:val="b"/></w:style>'
    '<w:style w:styleId="x"><w:name w:val="甲"/><w:basedOn w:val="y"/></w:style>'
    '<w:style w:styleId="y"><w:name w:val="乙"/><w:basedOn w:val="x"/></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "line"),
    [
        ('<w:pStyle w:val="a"/>', "# 题"),
        ('<w:pStyle w:val="c"/>', "## 题"),
        ('<w:outlineLvl w:val="2"/>', "### 题"),
        ('<w:pStyle w:val="x"/>', "题"),
        ('<w:outlineLvl w:val="9"/>', "题"),
    ],
)
def test_headings_get_a_mark_with_their_level(properties: str, line: str) -> None:
    assert read(paragraph("题", properties=properties), styles=STYLES) == line


def test_a_heading_in_two_lines_is_marked_twice() -> None:
    two = paragraph("上", "<w:r><w:br/></w:r>", "下", properties='<w:pStyle w:val="a"/>')
    assert read(two, styles=STYLES) == "# 上\n# 下"


def test_a_short_paragraph_in_large_type_is_a_heading() -> None:
    title = paragraph(text("关于开展学习的通知", '<w:sz w:val="44"/>'))
    body = paragraph(text("各车间：现将有关事项通知如下，请认真执行。", '<w:sz w:val="32"/>'))
    assert read(title, body).splitlines()[0] == "# 关于开展学习的通知"


def test_recovery_finds_title_author_headings_and_affiliation(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("把手艺传下去", style="Title")
    file.add_paragraph("王　敏")
    file.add_paragraph("车间里换了新设备，屏幕多了，手轮少了。老师傅的手感还值不值钱？")
    file.add_heading("一、手艺是练出来的", 2)
    file.add_paragraph("一把锉刀，练了三年；一手焊缝，练了十年。")
    file.add_paragraph("（作者单位：某机床厂工会）")
    file.save(str(tmp_path / "手艺.docx"))
    (article,) = recover(read_file(tmp_path / "手艺.docx")).articles
    assert (article.title, article.authors) == ("把手艺传下去", ("王敏",))
    assert article.texts(BlockKind.HEADING) == ("一、手艺是练出来的",)
    assert article.affiliation == "作者单位：某机床厂工会"


# --- tables, boxes, notes --------------------------------------------------------------------


def cell(*blocks: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(blocks)}</w:tc>"


def test_a_table_with_a_cell_of_two_paragraphs_is_read_cell_by_cell() -> None:
    row = f"<w:tr>{cell(paragraph('甲'))}{cell(paragraph('乙'), paragraph('丙'))}</w:tr>"
    assert read(f"<w:tbl>{row}</w:tbl>", paragraph("后")) == "甲\n乙\n丙\n后"


def test_a_deleted_row_is_left_out() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr>{cell(paragraph('删'))}</w:tr>"
    assert read(f"<w:tbl>{row}</w:tbl>", paragraph("留")) == "留"


def test_a_text_box_follows_its_paragraph_and_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('框里')}</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert read(paragraph("前", shape, "后")) == "前后\n框里"


def test_an_old_text_box_is_read_too() -> None:
    box = f"<v:textbox><w:txbxContent>{paragraph('框里')}</w:txbxContent></v:textbox>"
    assert read(paragraph(f"<w:r><w:pict>{box}</w:pict></w:r>")) == "框里"


def test_notes_are_numbered_and_follow_their_paragraph() -> None:
    note = paragraph("<w:r><w:footnoteRef/></w:r>", " 见《论语》。")
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("——")}</w:footnote>'
        f'<w:footnote w:id="2">{note}</w:footnote>'
    )
    cited = paragraph("学而时习之", '<w:r><w:footnoteReference w:id="2"/></w:r>', "。")
    assert read(cited, paragraph("后。"), footnotes=notes) == (
        "学而时习之①。\n① 见《论语》。\n后。"
    )


def test_notes_that_cite_each_other_come_once() -> None:
    cite = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{at}">{paragraph(f"第{at}注", cite.format(3 - at))}</w:footnote>'
        for at in (1, 2)
    )
    assert read(paragraph("文", cite.format(1)), footnotes=notes) == "文①\n① 第1注②\n② 第2注①"


def test_notes_of_two_paragraphs_stay_whole() -> None:
    cite = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{at}">{paragraph(f"{sign}首")}{paragraph(f"{sign}次")}</w:footnote>'
        for at, sign in enumerate("甲乙", 1)
    )
    read_notes = read(paragraph("文", cite.format(1), cite.format(2)), footnotes=notes)
    assert read_notes == "文①②\n① 甲首\n甲次\n② 乙首\n乙次"


# --- numbers ---------------------------------------------------------------------------------


def level(at: int, number_format: str, label: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{label}"/>{more}</w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCountingThousand", "%1、")}'
    f"{level(1, 'japaneseCounting', '（%2）')}{level(2, 'decimal', '%1.%3', '<w:isLgl/>')}"
    f'</w:abstractNum><w:abstractNum w:abstractNumId="1">{level(0, "bullet", "")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


def numbered(words: str, at: int = 0, list_id: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(words, properties=properties)


def test_automatic_numbers_become_text() -> None:
    blocks = [
        numbered("甲"),
        numbered("乙", 1),
        numbered("丙", 1),
        numbered("丁"),
        numbered("戊", 1),
    ]
    assert read(*blocks, numbering=NUMBERING).splitlines() == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "二、丁",
        "（一）戊",
    ]


def test_a_list_that_begins_anew_counts_from_its_start() -> None:
    blocks = [numbered("甲"), numbered("乙", list_id=2), numbered("丙", list_id=2)]
    assert read(*blocks, numbering=NUMBERING) == "一、甲\n一、乙\n二、丙"


def test_a_list_may_set_its_numbers_in_another_way() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "[%1]")}</w:lvlOverride>'
    numbering = f'{NUMBERING}<w:num w:numId="4"><w:abstractNumId w:val="0"/>{override}</w:num>'
    assert read(numbered("甲"), numbered("乙", list_id=4), numbering=numbering) == "一、甲\n[2]乙"


@pytest.mark.parametrize("mark", ["moveFrom", "vanish"])
def test_a_paragraph_that_was_moved_away_or_is_hidden_does_not_count(mark: str) -> None:
    gone = numbered("").replace("</w:pPr>", f"<w:rPr><w:{mark}/></w:rPr></w:pPr>")
    assert gone != numbered("")
    blocks = [numbered("甲"), gone, numbered("乙")]
    assert read(*blocks, numbering=NUMBERING) == "一、甲\n二、乙"


@pytest.mark.parametrize("inside", ["", "<w:r><w:pict/></w:r>"])
def test_a_numbered_paragraph_without_text_counts(inside: str) -> None:
    blocks = [numbered("甲"), numbered(inside) if inside else numbered(""), numbered("乙")]
    assert read(*blocks, numbering=NUMBERING) == "一、甲\n\n三、乙"


def test_legal_numbers_are_arabic_on_every_level() -> None:
    assert read(numbered("甲"), numbered("乙", 2), numbering=NUMBERING) == "一、甲\n1.1 乙"


def test_bullets_are_discs() -> None:
    assert read(numbered("甲", list_id=3), numbering=NUMBERING) == "● 甲"


def test_numbers_from_a_style_count_too() -> None:
    style_properties = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:styleId="n"><w:name w:val="条"/>{style_properties}</w:style>'
    one = paragraph("甲", properties='<w:pStyle w:val="n"/>')
    assert read(one, one, numbering=NUMBERING, styles=styles) == "一、甲\n二、甲"


@pytest.mark.parametrize(
    ("number_format", "numbers"),
    [
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 105: "一百〇五"}),
        ("chineseLegalSimplified", {12: "壹拾贰"}),
        ("decimalEnclosedCircleChinese", {1: "①", 21: "㉑", 36: "㊱", 51: "[51]"}),
        ("ideographTraditional", {1: "甲", 10: "癸"}),
        ("upperLetter", {26: "Z", 27: "AA"}),
        ("lowerRoman", {4: "iv", 1999: "mcmxcix"}),
        ("decimalZero", {7: "07"}),
        ("unheardOf", {7: "7"}),
    ],
)
def test_numbers_are_written_as_word_prints_them(
    number_format: str, numbers: dict[int, str]
) -> None:
    assert {number: written(number, number_format) for number in numbers} == numbers


# --- fields ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("instruction", "printed"),
    [
        (r"eq \o\ac(○,1)", "①"),
        (r" EQ \o\ac(○,３) ", "③"),
        (r"eq \o\ac(○,十)", "㊉"),
        (r"eq \o\ac(○,工)", "（工）"),
        (r"eq \f(1,2)", "1/2"),
        (r"EQ \* jc2 \* hps10 \o\ad(\s\up 9(pīn),拼)", "拼（pīn）"),
        ("SYMBOL 9312", "①"),
        ("PAGE", ""),
    ],
)
def test_fields_without_a_result_print_what_they_say(instruction: str, printed: str) -> None:
    assert read(paragraph("甲", field(instruction), "乙")) == f"甲{printed}乙"


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    assert read(paragraph(field("HYPERLINK", text("工会")))) == "工会"


def test_a_field_inside_an_instruction_is_part_of_it() -> None:
    assert (
        read(
            paragraph(
                field(rf"eq \o\ac(○,</w:instrText></w:r>{field('X', text('2'))}<w:r><w:instrText>)")
            )
        )
        == "②"
    )


def test_a_table_of_contents_is_left_out() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    )
    shown = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    blocks = [paragraph(begin, shown, "第一章 1"), paragraph("第二章 9", end), paragraph("正文。")]
    assert read(*blocks).strip() == "正文。"


@pytest.mark.parametrize(
    "end",
    ["", '<w:del><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>'],
    ids=["none", "deleted"],
)
def test_a_table_of_contents_without_an_end_takes_nothing_with_it(end: str) -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    blocks = [paragraph(begin, "第一章 1", end), paragraph(field("HYPERLINK", text("正文。")))]
    assert read(*blocks) == "第一章 1\n正文。"


def test_a_field_over_several_paragraphs_loses_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    shown = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    assert read(paragraph(begin, shown, "上。"), paragraph("下。")) == "上。\n下。"


# --- tracked changes -------------------------------------------------------------------------


def test_changes_count_as_accepted() -> None:
    deleted = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{text('移走')}</w:moveFrom><w:moveTo>{text('移来')}</w:moveTo>"
    assert read(paragraph("甲", deleted, f"<w:ins>{text('新')}</w:ins>", moved)) == "甲新移来"


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    first = paragraph("上半", properties="<w:rPr><w:del/></w:rPr>")
    assert read(first, paragraph("下半。")) == "上半下半。"


def test_the_strict_form_of_the_format_is_read() -> None:
    strict = part("document", f"<w:body>{paragraph('严格。')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read_word(package({"word/document.xml": strict}), "a").text == "严格。"


# --- what is refused -------------------------------------------------------------------------

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize("name", ["通知.doc", "通知.wps", "通知.wpt"])
def test_old_documents_are_refused_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(OLD)
    with pytest.raises(errors.SourceOldWord):
        read_file(tmp_path / name)


@pytest.mark.parametrize(
    "data",
    [
        rb"{\rtf1\ansi \u23398?}",
        "\ufeff<html><p>学习。</p></html>".encode(),
        "<html><p>学习。</p></html>".encode("utf-16"),
        b'<?xml version="1.0"?>\r\n<?mso-application progid="Word.Document"?>',
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related",
    ],
    ids=["rtf", "html", "utf-16", "xml", "mhtml"],
)
def test_other_documents_with_an_old_name_are_refused_as_the_old_ones(data: bytes) -> None:
    with pytest.raises(errors.SourceOldWord):
        read_word(data, "通知.doc")


def test_a_docx_file_with_an_old_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "通知.doc").write_bytes(document(paragraph("其实是新的。")))
    assert read_file(tmp_path / "通知.doc").raw == "其实是新的。"


def test_a_document_with_a_password_is_named_as_such() -> None:
    with pytest.raises(errors.SourceEncrypted):
        read_word(OLD + "EncryptedPackage".encode("utf-16-le"), "a.docx")


def test_a_document_without_text_is_empty(tmp_path: Path) -> None:
    (tmp_path / "空.docx").write_bytes(document(paragraph()))
    with pytest.raises(errors.SourceEmpty):
        read_file(tmp_path / "空.docx")

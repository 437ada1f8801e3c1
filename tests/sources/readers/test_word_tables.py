"""Tables of DOCX files: a row is a line, and never a title, a heading or an author."""

from tests.sources.readers.word_documents import document, paragraph, table

from studydesk.domain.article import Article, BlockKind, Source
from studydesk.sources.readers.word import read_word
from studydesk.sources.recovery.recover import recover

TITLE = paragraph("工会干部能力建设调研报告", properties='<w:pStyle w:val="a"/>')
HEADING = paragraph("一、主要问题", properties='<w:pStyle w:val="b"/>')
STYLES = (
    '<w:style w:styleId="a"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="b"><w:name w:val="heading 1"/></w:style>'
)
FIRST = "调查对象中，专职干部占四成多，兼职干部占五成多，平均年龄四十一岁，学历都不低。"
SECOND = "部分干部不会做新就业群体的工作，开会念文件的多，互动研讨的少，听的人也就少了。"
ROWS = (("类型", "人数", "占比"), ("专职", "148", "46.5%"), ("兼职", "170", "53.5%"))


def read(*blocks: str) -> str:
    return read_word(document(*blocks, styles=STYLES), "调研.docx").text


def article(*blocks: str) -> Article:
    recovery = recover(Source("调研.docx", read(*blocks)))
    assert not recovery.problems
    (found,) = recovery.articles
    return found


def test_a_row_is_a_line_with_its_cells_apart() -> None:
    assert read(table(*ROWS[:2])) == "类型\t人数\t占比\n专职\t148\t46.5%"


def test_a_number_sign_in_a_cell_stays() -> None:
    assert read(table(("1# 机组", "C# 语言"))) == "1# 机组\tC# 语言"


def test_an_empty_cell_keeps_its_place() -> None:
    assert read(table(("甲", "", "乙"))) == "甲\t\t乙"


def test_a_table_that_only_sets_out_the_page_is_read_cell_by_cell() -> None:
    cell = paragraph("左边第一段。") + paragraph("左边第二段。")
    assert read(table((cell, "右边。"))) == "左边第一段。\n左边第二段。\n右边。"


def test_the_cell_of_a_box_is_read_as_it_stands() -> None:
    assert read(table(("框里。",))) == "框里。"


def test_rows_are_paragraphs_in_their_place() -> None:
    found = article(TITLE, paragraph(FIRST), table(*ROWS), HEADING, paragraph(SECOND))

    assert (found.title, found.authors) == ("工会干部能力建设调研报告", ())
    assert found.body.split("\n") == [
        FIRST,
        "类型 人数 占比",
        "专职 148 46.5%",
        "兼职 170 53.5%",
        "一、主要问题",
        SECOND,
    ]
    assert found.texts(BlockKind.HEADING) == ("一、主要问题",)


def test_an_office_in_brackets_under_the_author_is_where_he_works() -> None:
    found = article(
        TITLE, paragraph("王敏"), paragraph("（江城市总工会研究室）"), HEADING, paragraph(FIRST)
    )

    assert (found.authors, found.affiliation) == (("王敏",), "江城市总工会研究室")
    assert found.texts(BlockKind.HEADING) == ("一、主要问题",)


def test_key_words_are_no_title() -> None:
    keys = "关键词：工会干部；能力建设"
    found = article(TITLE, paragraph("王敏"), paragraph(keys), HEADING, paragraph(FIRST))

    assert found.title == "工会干部能力建设调研报告"
    assert found.body.split("\n") == [keys, "一、主要问题", FIRST]


def test_items_behind_bullets_are_text_under_their_heading() -> None:
    items = ("● 建学院", "● 配导师", "● 搭擂台")
    found = article(TITLE, paragraph("王敏"), paragraph(FIRST), HEADING, *map(paragraph, items))

    assert found.body.split("\n") == [FIRST, "一、主要问题", "建学院", "配导师", "搭擂台"]

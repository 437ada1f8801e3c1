"""Reading saved web pages: the article and what the page says about it."""

from datetime import date
from pathlib import Path

import pytest

from studydesk import errors
from studydesk.domain.article import BlockKind, Source
from studydesk.sources.readers.web import read_page, read_web, read_web_archive
from studydesk.sources.reading import read_file, read_paste_html
from studydesk.sources.recovery.recover import recover

PAGES = Path(__file__).parents[2] / "data" / "imports"
BODY = "<p>手艺是练出来的，也是传下来的。</p><p>师傅带徒弟，要讲明白；徒弟学手艺，要沉下心。</p>"


def lines(html: str) -> list[str]:
    return read_page(html, "页.html").text.split("\n")


@pytest.mark.parametrize(
    ("file", "title", "authors", "newspaper", "published"),
    [
        ("news.html", "把手艺传下去", ("王敏",), "工人日报", date(2025, 11, 3)),
        ("government.html", "关于加强班组学习的通知", (), "省总工会", date(2025, 10, 9)),
        ("wechat.html", "小改进，大用处", ("李一丁",), "班组学习报", date(2025, 11, 3)),
    ],
)
def test_a_page_says_what_it_is(
    file: str, title: str, authors: tuple[str, ...], newspaper: str, published: date
) -> None:
    source = read_file(PAGES / file)
    (article,) = recover(source).articles
    assert (article.title, article.authors) == (title, authors)
    assert (source.newspaper, source.published) == (newspaper, published)


def test_the_text_of_a_news_page_is_the_article_and_nothing_else() -> None:
    text = read_file(PAGES / "news.html").raw
    for part in ("新时代班组谈", "——从一次比武说起", "没有捷径可走。", "某机床厂工会"):
        assert part in text
    for surrounding in (
        "首页",
        "脚本写的字",
        "来源",
        "分享到",
        "热点排行",
        "版权所有",
        "background",
    ):
        assert surrounding not in text


def test_every_paragraph_of_a_wechat_article_is_there() -> None:
    assert read_file(PAGES / "wechat.html").raw.split("\n")[2:] == [
        "一个小小的垫片，让换模时间缩短了一半。",
        "## 一、从身边改起",
        "改进不分大小。能少走一步路，能少弯一次腰，就是好改进。",
        "班组每月评一次，评上的写上名字。",
    ]


def test_what_is_hidden_is_not_read() -> None:
    assert "不应看到" not in read_file(PAGES / "government.html").raw


def test_a_page_that_parts_paragraphs_by_breaks_is_read_without_its_surroundings() -> None:
    html = (
        "<title>把手艺传下去-某某网</title><div><span>欢迎光临</span></div><h1>把手艺传下去</h1>"
        "<div>作者：王敏　来源：工人日报　2025-11-03</div>"
        "<div>手艺是练出来的。<br><br>也是传下来的。<br><br>要留出时间。</div><div>联系我们</div>"
    )
    reading = read_page(html, "a")
    body = ["手艺是练出来的。", "也是传下来的。", "要留出时间。"]
    assert reading.text.split("\n") == ["# 把手艺传下去", "王敏", *body]
    assert (reading.newspaper, reading.published) == ("工人日报", date(2025, 11, 3))


# --- encodings -------------------------------------------------------------------------------


@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "iso-8859-1", "big5", "nonsense", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_bytes_tell_the_encoding_and_not_the_declaration(declared: str, encoding: str) -> None:
    page = f'<html><meta charset="{declared}"><body>{BODY}</body></html>'
    assert "手艺是练出来的，也是传下来的。" in read_web(page.encode(encoding), "a").text


def test_a_page_in_big5_is_read_as_it_declares() -> None:
    page = '<meta charset="big5"><body><p>學習是一件大事，應當持之以恆，不可半途而廢。</p></body>'
    assert "學習是一件大事" in read_web(page.encode("big5"), "a").text


def test_bytes_of_no_encoding_are_refused_with_their_place() -> None:
    page = ("<p>" + "好好学习，天天向上。" * 9).encode() + b"\xff" * 9 + "这是正文。".encode()
    with pytest.raises(errors.SourceUndecodable) as refused:
        read_web(page, "a")
    assert refused.value.offset == page.index(b"\xff")


DECLARED = (
    *("iso-8859-1", "windows-1252", "unicode_escape", "raw_unicode_escape", "utf-7", "punycode"),
    *("base64", "hex", "zlib", "bz2", "uu", "quopri", "rot13", "idna", "undefined", "mbcs"),
)


@pytest.mark.parametrize("declared", DECLARED)
def test_damaged_bytes_do_not_pass_in_an_encoding_that_holds_no_chinese(declared: str) -> None:
    page = f'<meta charset="{declared}"><title>把手艺传下去</title>{BODY}'.encode("gbk")
    with pytest.raises(errors.SourceUndecodable):
        read_web(page + b"\xff\xff", "a")


# --- text ------------------------------------------------------------------------------------


def test_headings_lists_and_breaks_become_lines() -> None:
    html = "<h1>题目在此</h1><ol start=3><li>甲事。</li><li>乙事。</li></ol><p>上。<br>下。</p>"
    assert lines(html) == ["# 题目在此", "3. 甲事。", "4. 乙事。", "上。", "下。"]


@pytest.mark.parametrize(
    ("opening", "printed"),
    [
        ("<ol>", ["1. 甲事。", "2. 乙事。"]),
        ('<ol style="list-style-type:none">', ["甲事。", "乙事。"]),
        ('<ol style="margin:0; list-style: none outside">', ["甲事。", "乙事。"]),
        ('<ol style="list-style-type: cjk-ideographic">', ["一、甲事。", "二、乙事。"]),
        ("<ol type=A>", ["A. 甲事。", "B. 乙事。"]),
        ("<ol type=i start=4>", ["iv. 甲事。", "v. 乙事。"]),
        ("<ol reversed>", ["2. 甲事。", "1. 乙事。"]),
        ("<ul>", ["甲事。", "乙事。"]),
    ],
)
def test_the_items_of_a_list_have_the_numbers_that_are_seen(
    opening: str, printed: list[str]
) -> None:
    assert lines(f"{opening}<li>甲事。</li><li>乙事。</li>") == printed


def test_an_item_may_say_its_own_number() -> None:
    html = "<ol start=3><li value=7>甲事。</li><li>乙事。</li></ol>"
    assert lines(html) == ["7. 甲事。", "8. 乙事。"]


def test_white_space_closes_up_as_in_a_browser() -> None:
    assert lines("<p>\n  上半句，\n  下半句。 </p>") == ["上半句， 下半句。"]


def test_an_indent_by_full_width_spaces_stays() -> None:
    assert lines("<p>　　正文。</p>") == ["　　正文。"]


def test_the_title_of_the_window_loses_the_name_of_the_site() -> None:
    assert lines(f"<title>把手艺传下去_某某网</title>{BODY}")[0] == "# 把手艺传下去"


def test_a_title_is_not_printed_twice() -> None:
    html = f"<title>把手艺传下去</title><div><h2>把手艺传下去</h2>{BODY}</div>"
    assert "".join(lines(html)).count("把手艺传下去") == 1


def test_an_editor_or_a_site_is_no_author() -> None:
    assert lines(f'<meta name="author" content="人民网">{BODY}')[0].startswith("手艺")


def test_a_page_without_sentences_is_read_whole() -> None:
    assert lines("<div>春</div><div>夏</div>") == ["春", "夏"]


@pytest.mark.parametrize("html", ["", " ", "<html></html>", "<script>var a</script>", "<!-- -->"])
def test_a_page_without_text_is_empty(html: str, tmp_path: Path) -> None:
    (tmp_path / "空.html").write_text(html, "utf-8")
    with pytest.raises(errors.SourceEmpty):
        read_file(tmp_path / "空.html")


def test_a_page_saved_with_its_files_is_read() -> None:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    part = "--x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    picture = "--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--x--\n"
    archive = f"{head}{part}{BODY}\n{picture}"
    assert read_web_archive(archive.encode(), "a").text.startswith("手艺是练出来的")


def test_an_archive_without_a_page_is_damaged() -> None:
    with pytest.raises(errors.SourceDamaged):
        read_web_archive(b"Content-Type: image/png\n\nAAAA", "a")


# --- rich pastes -----------------------------------------------------------------------------


def test_a_rich_paste_keeps_its_headings() -> None:
    html = "<!--StartFragment--><p class=MsoTitle>题目</p><h2>一、小标题</h2><p>正文。</p>"
    source = read_paste_html(html, "题目\n一、小标题\n正文。", "粘贴")
    assert source.raw == "# 题目\n## 一、小标题\n正文。"


def test_a_paste_whose_html_has_less_in_it_is_read_plain() -> None:
    assert read_paste_html("<img src=a.png>", "图里的字。", "粘贴").raw == "图里的字。"


def test_a_paste_that_is_all_links_is_not_lost() -> None:
    assert read_paste_html('<a href="#">链接里的字</a>', "链接里的字", "粘贴").raw == "链接里的字"


def test_a_paste_without_the_words_that_are_struck_out_keeps_its_headings() -> None:
    html = "<h2>一、小标题</h2><p><del>删掉的</del><s>旧的</s><ins>加上的</ins>话。</p>"
    assert (
        read_paste_html(html, "一、小标题\n加上的话。", "粘贴").raw == "## 一、小标题\n加上的话。"
    )


def test_a_paste_whose_html_says_something_else_is_read_plain() -> None:
    html = "<h2>小标题</h2><p>正文。</p><p>谁也没有看见过的许多字。</p>"
    assert read_paste_html(html, "小标题\n正文。", "粘贴").raw == "小标题\n正文。"


def test_a_rich_paste_numbers_the_lists_that_the_plain_one_does_not() -> None:
    html = "<ol><li>甲事。</li><li>乙事。</li></ol>"
    assert read_paste_html(html, "甲事。\n乙事。", "粘贴").raw == "1. 甲事。\n2. 乙事。"


def test_what_is_struck_out_is_not_read() -> None:
    assert lines("<p>要<del>次要的</del><s>旧的</s><ins>首要的</ins>任务。</p>") == [
        "要首要的任务。"
    ]


# --- WeChat ----------------------------------------------------------------------------------

WECHAT = (
    '<meta property="og:title" content="骑手小哥，回家吃饭！"><body id="activity-detail">'
    '<h1 class="rich_media_title" id="activity-name">骑手小哥，回家吃饭！</h1>'
    '<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta">原创</span>'
    '<span class="rich_media_meta rich_media_meta_text">沈月</span><a id="js_name">江城工会</a>'
    '<em id="publish_time">2025年07月03日 18:30</em><em>江苏</em></div><div id="js_content">'
    "<section><p>点击上方<span>蓝字</span>关注我们</p></section>"
    "<p>中午12点，骑手把车停在“骑手食堂”门口，十五元两荤两素。</p>"
    "<section><section><strong>01</strong></section>"
    "<p><strong>一顿热饭，吃出归属感</strong></p></section>"
    "<p>“以前饿了就啃面包，现在工会给我们每餐补贴五元。”</p>"
    "<section><section><strong>02</strong></section>"
    "<p><strong>一张会员卡，装下多项服务</strong></p></section>"
    "<p>体检、理发、法律咨询，截至六月底发展会员三万多人。</p>"
    "<p>来源丨江城工会</p><p>编辑丨沈月</p><p>审核丨高翔</p></div></body>"
)


def test_a_page_of_wechat_is_one_article_with_its_author_and_its_headings() -> None:
    (article,) = recover(Source("微信", read_web(WECHAT.encode(), "微信").text)).articles

    assert (article.title, article.authors) == ("骑手小哥，回家吃饭！", ("沈月",))
    headings = article.texts(BlockKind.HEADING)
    assert headings == ("一顿热饭，吃出归属感", "一张会员卡，装下多项服务")
    assert article.texts(BlockKind.CREDIT) == ("来源丨江城工会", "编辑丨沈月", "审核丨高翔")


def wechat_with(line: str) -> str:
    return read_web(WECHAT.replace("一顿热饭，吃出归属感", line).encode(), "微信").text


BYLINES = (
    *("本报记者 王敏", "记者 王敏", "作者 王敏", "通讯员 李梅 本报记者 王敏", "江城日报记者 王敏"),
    *(
        "记者 阿依古丽",
        "作者：王　敏",
        "本报评论员",
        "本报讯",
        "通讯员李红梅",
        "撰稿：王敏",
        "文｜王敏",
        "（作者单位：江城大学）",
    ),
)


@pytest.mark.parametrize("line", BYLINES)
def test_a_byline_in_bold_is_no_heading(line: str) -> None:
    assert not any(row.startswith("#") and line in row for row in wechat_with(line).split("\n"))


def test_a_byline_in_bold_under_the_title_names_the_author() -> None:
    first = "<p>中午12点"
    page = WECHAT.replace(first, f"<p><strong>本报记者 王敏</strong></p>{first}")
    (article,) = recover(Source("微信", read_web(page.encode(), "微信").text)).articles
    assert "王敏" in article.authors
    assert article.texts(BlockKind.HEADING) == ("一顿热饭，吃出归属感", "一张会员卡，装下多项服务")


WORDS = (
    *("【编者按】", "【工友说】还是那个味", "（一）一顿热饭", "记者手记", "评论员文章"),
    *("通讯员的一天", "记者在现场", "整理 收纳", "作者 的话", "特约评论员的话"),
)


@pytest.mark.parametrize("line", WORDS)
def test_what_is_bold_and_names_nobody_stays_a_heading(line: str) -> None:
    assert f"# {line}" in wechat_with(line)


def test_the_author_stands_under_a_title_that_is_a_sentence() -> None:
    assert read_web(WECHAT.encode(), "微信").text.startswith("# 骑手小哥，回家吃饭！\n沈月\n")


@pytest.mark.parametrize("words", ["原创", "江苏", "关注我们"])
def test_what_wechat_sets_around_an_article_is_left_out(words: str) -> None:
    assert words not in read_web(WECHAT.encode(), "微信").text


LONG = (
    '<p style="' + "margin: 0px; padding: 0px; " * 500 + '">',
    "<p data-json='" + '{"a": 1, ' * 500 + "'>",
    '<svg><path d="' + "M 1 2 L 3 4 " * 5000 + '"/></svg>',
    "<script>for(i=0;i<n;i++)" + "a = b; " * 5000 + "</script>",
    "<STYLE>" + "p <b i, " * 5000 + "</STYLE>",
    '<p class="a" id="b">字。</p>' * 2000,
)


@pytest.mark.parametrize(
    "markup", LONG, ids=["style", "data", "picture", "script", "sheet", "many"]
)
def test_a_page_is_read_however_long_what_stands_in_its_tags(markup: str) -> None:
    assert "手艺是练出来的，也是传下来的。" in lines(markup + BODY)

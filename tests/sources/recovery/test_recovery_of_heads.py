"""What tells titles, boxes and the ends of articles; each rule with what it must not touch."""

from tests.sources.recovery.test_recovery_rules import BODY, LONG, MORE, PROSE, kinds, only, page

from studydesk.domain.article import BlockKind, ProblemKind
from studydesk.sources.recovery.lines import Line
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.units import Unit

NEWS = "由航海院校与心理学会共建的船员心理援助平台日前上线。"
ESSAY = (
    "在一些企业，集体合同签订率年年都在百分之九十五以上，可职工被问到合同写了什么，十有八九答不上来。"
    "合同锁在柜子里，就只是一叠盖了章的纸。推动集体合同用起来，需要在三个环节上下功夫。"
)
SOLID = f"集体合同要从“签下来”走向“用起来”阮志坚{ESSAY * 12}（作者单位：怀安县总工会）"


def test_a_bold_line_is_what_it_would_be_without_its_stars() -> None:
    article = only(page("**前沿瞭望**", "# 零碳园区里的劳动关系新图景", "**上官朗**", BODY))
    assert article.column == "前沿瞭望"
    assert article.title == "零碳园区里的劳动关系新图景"
    assert article.authors == ("上官朗",)


def test_a_bold_line_inside_an_article_is_a_heading() -> None:
    article = only(page("# 题目在此", "**王敏**", BODY, "**把好事办到心坎上**", MORE))
    assert article.texts(BlockKind.HEADING) == ("把好事办到心坎上",)


def test_a_lesser_heading_of_markdown_under_the_title_is_a_subtitle() -> None:
    article = only(page("# 零碳园区的新图景", "## 两个园区里的四个月", "王敏", BODY))
    assert article.texts(BlockKind.SUBTITLE) == ("两个园区里的四个月",)


def test_equal_headings_of_markdown_over_the_names_are_one_title() -> None:
    article = only(page("# 当算法成为“工头”：", "# 透明是最好的管理", "王敏", BODY))
    assert not article.texts(BlockKind.SUBTITLE)
    assert "透明是最好的管理" in article.title


def test_a_quotation_of_markdown_is_a_pull_quote() -> None:
    article = only(page("# 题目在此", "王敏", LONG, f"> {MORE}", NEWS))
    assert article.texts(BlockKind.PULL_QUOTE) == (MORE,)


def test_a_page_quoted_as_a_whole_is_no_pull_quote() -> None:
    article = only(page("> 题目在此", "> 王敏", f"> {BODY}", f"> {MORE}"))
    assert not article.texts(BlockKind.PULL_QUOTE)


def test_a_line_that_says_of_what_kind_the_article_is_is_a_subtitle() -> None:
    article = only(page("“我只是比别人多拧了一圈”", "对话检修工宁远航", "王敏", BODY))
    assert (article.title, article.texts(BlockKind.SUBTITLE)) == (
        "“我只是比别人多拧了一圈”",
        ("对话检修工宁远航",),
    )


def test_the_second_half_of_a_title_is_no_subtitle() -> None:
    article = only(page("以心换心的对话艺术", "来自职工又回到职工中去", "王敏", BODY))
    assert not article.texts(BlockKind.SUBTITLE)


def test_lines_of_a_box_without_sentences_are_notes() -> None:
    box = page(
        "甲题目很好", "王敏", BODY, "（作者为某所所长）", "图解：电池的旅程", "回收", "拆解", "冶炼"
    )
    assert box.articles[1].texts(BlockKind.NOTE) == ("回收", "拆解", "冶炼")


def test_the_editors_words_are_notes() -> None:
    article = only(page("题目在此", "王敏", f"编者按：{MORE}", BODY))
    assert article.texts(BlockKind.NOTE) == (f"编者按：{MORE}",)


def test_an_article_ends_behind_the_editors_last_word() -> None:
    found = page("题目在此", "王敏", BODY, f"编后：{MORE}", "又一篇的题目", BODY)
    assert [article.title for article in found.articles] == ["题目在此", "又一篇的题目"]


def test_a_heading_behind_the_editors_first_word_is_no_title() -> None:
    assert only(page("题目在此", "王敏", f"编者按：{MORE}", "把好事办好", BODY)).title == "题目在此"


def test_news_behind_the_last_speaker_of_a_round_up_is_its_own_article() -> None:
    speaker = "——社区工作者 岳临风"
    found = page("声音", "托起平凡岗位的荣光", BODY, speaker, "船员心理援助平台上线", NEWS)
    assert [article.title for article in found.articles][1:] == ["船员心理援助平台上线"]


def test_a_topic_between_the_speakers_of_a_round_up_is_a_heading() -> None:
    lines = (BODY, "——社区工作者 岳临风", "落实在条件上", MORE, "——医院工会主席 桑榆晚")
    article = only(page("声音", "托起平凡岗位的荣光", *lines))
    assert article.texts(BlockKind.HEADING) == ("落实在条件上",)


def test_news_that_names_its_source_is_its_own_article() -> None:
    found = page("题目在此", "王敏", BODY, "船员心理援助平台上线", NEWS, "（据新华社）")
    assert [article.title for article in found.articles] == ["题目在此", "船员心理援助平台上线"]


def test_a_heading_of_an_article_that_names_its_source_is_no_title() -> None:
    article = only(page("题目在此", "王敏", "从头说起", BODY, "再往下说", MORE, "（据新华社）"))
    assert article.texts(BlockKind.HEADING) == ("从头说起", "再往下说")


def test_the_last_question_of_an_interview_is_no_title_of_the_next() -> None:
    lines = (
        BODY,
        "记者：有什么诀窍？",
        "宁远航：没有诀窍。",
        "记者：还想说什么？",
        "宁远航：别急。",
    )
    found = page("我只是多拧了一圈", "王敏", *lines, "骆冰清", MORE)
    assert found.articles[0].texts(BlockKind.QUESTION)[-1] == "记者：还想说什么？"
    assert found.articles[1].title == ""


def test_the_name_of_the_page_among_its_running_heads_is_no_title() -> None:
    found = page("2025年9月16日 星期二", "学思", "07", "题目在此", "王敏", BODY)
    assert only(found).title == "题目在此"


def test_a_column_under_the_running_head_stays_one() -> None:
    assert only(page("07", "理论茶座", "题目在此", "王敏", BODY)).column == "理论茶座"


def test_text_goes_on_behind_a_dateline_on_its_line() -> None:
    rows = (
        "本报讯（记者 温晓舟）近日，江东",
        "工业园首家职工托育点揭牌启用，可同时",
        "照看四十名一岁半至三岁的幼儿，园区",
    )
    article = only(page("托育点开进工业园", *rows, "工会负责人介绍了情况。", between="\n"))
    assert article.authors == ("温晓舟",)
    assert not article.texts(BlockKind.HEADING)


def test_a_head_that_runs_into_its_text_is_told_by_the_names() -> None:
    article = only(page(SOLID))
    assert article.title == "集体合同要从“签下来”走向“用起来”"
    assert article.authors == ("阮志坚",)
    assert article.body.startswith("在一些企业")


def test_a_head_that_runs_into_its_text_without_names_is_left_alone() -> None:
    found = page(SOLID.replace("阮志坚", ""))
    assert only(found).authors == ()
    assert ProblemKind.TITLE_MISSING in kinds(found)


def test_several_names_may_run_into_the_text() -> None:
    assert only(page(SOLID.replace("阮志坚", "阮志坚封小婉"))).authors == ("阮志坚", "封小婉")


def test_where_the_title_could_end_elsewhere_too_it_is_doubtful() -> None:
    likely = SOLID.replace("走向“用起来”阮志坚", "走得远周明远轻声细语王建国工人们说")
    found = page(likely)
    assert ProblemKind.TITLE_UNCERTAIN in kinds(found)
    assert ProblemKind.TITLE_UNCERTAIN not in kinds(page(SOLID))


def test_a_row_as_long_as_the_others_is_a_part_of_its_sentence() -> None:
    text = LONG + ESSAY * 3
    rows = [text[at : at + 20] for at in range(0, len(text), 20)]
    article = only(page("题目在此", "王敏", *rows, between="\n"))
    assert not article.texts(BlockKind.HEADING)


def test_a_line_with_commas_or_that_opens_a_sentence_is_no_heading() -> None:
    cut = "近日，第六届劳动法治论坛在某市"
    long = "集体合同制度在我国推行多年，签订率不断提高，但一些合同照"
    for line in (cut, long):
        assert not only(page("题目在此", "王敏", BODY, line)).texts(BlockKind.HEADING)
    assert only(page("题目在此", "王敏", BODY, "转岗有补贴，失落有安慰", MORE)).texts(
        BlockKind.HEADING
    )


def test_a_title_behind_the_last_sentence_of_another_article_goes_home() -> None:
    found = page(
        "王敏",
        PROSE * 2,
        "（作者为某所所长）",
        "乙题目也很好",
        "李伟",
        MORE * 2,
        "努力建设产业工人大军",
        "（作者为某所职员）",
    )
    assert [article.title for article in found.articles] == ["努力建设产业工人大军", "乙题目也很好"]


def test_a_passage_that_stands_twice_at_the_end_of_paragraphs_is_no_pull_quote() -> None:
    copy = (PROSE + MORE + BODY)[:120] + "。"
    article = only(
        page(
            "题目在此",
            "王敏",
            "智能技术的广泛应用带来变化，" + copy,
            BODY + MORE,
            "第二，要改进。" + copy,
        )
    )
    assert not article.texts(BlockKind.PULL_QUOTE)


def test_a_title_of_two_short_lines_in_a_sentence_is_no_part_of_it() -> None:
    text = LONG + ESSAY * 3
    rows = [text[at : at + 20] for at in range(0, len(text), 20)]
    found = page("王敏", *rows[:3], "县级工会善借", "“三股力”", *rows[3:], between="\n")
    assert only(found).title.replace(" ", "") == "县级工会善借“三股力”"


def test_one_short_row_at_the_end_of_a_paragraph_is_a_part_of_it() -> None:
    text = LONG + ESSAY
    rows = [text[at : at + 20] for at in range(0, len(text), 20)]
    article = only(page("题目在此", "王敏", *rows, *rows, between="\n"))
    assert not article.texts(BlockKind.HEADING)


def test_a_pull_quote_of_two_sentences_far_apart_goes_to_its_article() -> None:
    quote = "隐患拍下来只是第一步，改到位才是目的。验收不能由整改部门自己说了算。"
    body = f"隐患拍下来只是第一步，改到位才是目的。{MORE}验收不能由整改部门自己说了算。{PROSE}"
    lines = (
        "甲题目很好",
        "王敏",
        BODY,
        body,
        "（作者为某所所长）",
        quote,
        "乙题目也好",
        "李伟",
        NEWS,
    )
    assert page(*lines).articles[0].texts(BlockKind.PULL_QUOTE) == (quote,)


def unit_of(text: str) -> Unit:
    return Unit((Line(0, len(text), text, len(text), closed=True),), Role.TEXT)


def test_a_square_read_as_a_character_is_no_part_of_the_name() -> None:
    article = only(page("以基层协商民主", "凝聚治理合力", "口江 帆", BODY))
    assert (article.title, article.authors) == ("以基层协商民主 凝聚治理合力", ("江帆",))


def test_a_word_of_columns_under_half_a_title_is_the_other_half() -> None:
    article = only(page("热点观察", "心理健康服务体系建设的", "实践与思考", "王敏", BODY))
    assert (article.column, article.title) == ("热点观察", "心理健康服务体系建设的 实践与思考")


def test_an_empty_line_sets_a_kicker_apart_where_paragraphs_run_over_lines() -> None:
    rows = "\n".join((BODY[:20], BODY[20:] + MORE[:2], MORE[2:24], MORE[24:]))
    lines = ("大力推进工会工作法治化建设", "以法治思维推动维权提质增效", "王敏", rows)
    article = only(page(*lines, rows))
    assert article.title == lines[1]
    assert article.texts(BlockKind.KICKER) == lines[:1]


def test_a_round_up_begins_under_a_heading_of_another_article() -> None:
    title = "让产业工人站稳脚跟"
    speakers = ("——某校教授 王敏", "——某厂经理 李伟")
    lines = (BODY, MORE, speakers[0], PROSE, speakers[1], "（张三整理）")
    found = page("甲题目很好", "王敏", LONG, "完善保障的路径", title, *lines)
    assert [article.title for article in found.articles] == ["甲题目很好", title]

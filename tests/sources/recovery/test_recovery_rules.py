"""The rules of recovery, each on a page of a few lines."""

from studydesk.domain.article import Article, BlockKind, ProblemKind, Recovery, Severity, Source
from studydesk.sources.recovery.recover import recover

BODY = "工会是党联系职工群众的桥梁和纽带，要把服务职工作为一切工作的出发点和落脚点。"
MORE = "新就业形态劳动者的权益保护面临新的问题，需要创新维权服务的方式，提升服务的精准性。"
PROSE = (
    "各级工会要认真对标对表站在党和国家事业发展全局的高度认识和把握目标任务努力建设产业工人大军。"
)

LONG = BODY + MORE + PROSE


def page(*lines: str, between: str = "\n\n") -> Recovery:
    return recover(Source("page", between.join(lines)))


def only(recovery: Recovery) -> Article:
    assert len(recovery.articles) == 1
    return recovery.articles[0]


def kinds(recovery: Recovery) -> set[ProblemKind]:
    return {problem.kind for problem in recovery.problems}


def test_title_author_and_affiliation_make_an_article() -> None:
    article = only(page("工会工作大有可为", "王敏", BODY, "（作者单位：某某大学）"))
    assert article.title == "工会工作大有可为"
    assert article.authors == ("王敏",)
    assert article.affiliation == "作者单位：某某大学"
    assert article.body == BODY


def test_a_new_article_begins_after_an_affiliation() -> None:
    found = page("甲题目很好", "王敏", BODY, "（作者为某所所长）", "乙题目也好", "李伟", MORE)
    assert [article.title for article in found.articles] == ["甲题目很好", "乙题目也好"]


def test_a_new_article_begins_at_a_second_byline() -> None:
    found = page("甲题目很好", "王敏", BODY, "乙题目也好", "李伟", MORE)
    assert [article.authors for article in found.articles] == [("王敏",), ("李伟",)]


def test_a_new_article_begins_over_a_dateline() -> None:
    found = page("甲题目很好", "本报讯 " + BODY, "乙题目也好", "新华社北京11月3日电 " + MORE)
    assert [article.title for article in found.articles] == ["甲题目很好", "乙题目也好"]


def test_two_title_lines_are_one_title() -> None:
    article = only(page("发挥工会枢纽作用", "在提升生活品质中赋能循环", "王敏", BODY))
    assert article.title == "发挥工会枢纽作用 在提升生活品质中赋能循环"


def test_an_affiliation_behind_the_last_sentence_is_set_apart() -> None:
    article = only(page("工会工作大有可为", "王敏", BODY + "（作者单位：某某大学）"))
    assert article.affiliation == "作者单位：某某大学"
    assert article.body == BODY


def test_an_affiliation_may_run_over_lines() -> None:
    article = only(page("题目在此", "王敏", BODY, "（作者单位分别为某某大学、", "某某学院）"))
    assert article.affiliation == "作者单位分别为某某大学、某某学院"


def test_an_affiliation_may_hold_brackets() -> None:
    article = only(page("题目在此", "王敏", BODY, "（作者单位：中央党校（国家行政学院））"))
    assert article.affiliation == "作者单位：中央党校（国家行政学院）"


def test_a_credit_for_pictures_is_no_affiliation() -> None:
    article = only(page("题目在此", "王敏", BODY, "（图片均由张三摄）"))
    assert not article.affiliation
    assert article.texts(BlockKind.CREDIT) == ("（图片均由张三摄）",)


def test_a_letterspaced_name_is_one_name() -> None:
    assert only(page("题目在此", "王　敏", BODY)).authors == ("王敏",)


def test_several_names_are_several_authors() -> None:
    assert only(page("题目在此", "余茜 马春媛", BODY)).authors == ("余茜", "马春媛")
    assert only(page("题目在此", "余茜、马春媛", BODY)).authors == ("余茜", "马春媛")


def test_a_mark_before_a_name_is_no_part_of_it() -> None:
    for mark in ("□", "■", "●", "□ ", "口 "):
        assert only(page("题目在此", f"{mark}王敏", BODY)).authors == ("王敏",)


def test_a_reporter_is_an_author_without_the_title() -> None:
    article = only(page("题目在此", "本报记者 王敏 李伟", BODY))
    assert article.authors == ("王敏", "李伟")
    assert article.texts(BlockKind.CREDIT) == ("本报记者",)


def test_a_staff_commentator_is_an_author() -> None:
    assert only(page("题目在此", "本报评论员", BODY)).authors == ("本报评论员",)


def test_a_column_label_is_not_the_title() -> None:
    article = only(page("G 热点思考", "题目在此", "王敏", BODY))
    assert (article.column, article.title) == ("热点思考", "题目在此")


def test_a_column_that_nobody_has_listed_is_told_by_its_length() -> None:
    article = only(page("工会工作", "弘扬工匠精神为制造业发展提质增效", "王敏", BODY))
    assert (article.column, article.title) == ("工会工作", "弘扬工匠精神为制造业发展提质增效")


def test_a_paragraph_under_a_box_label_is_a_pull_quote() -> None:
    article = only(page("题目在此", "观点", MORE, "王敏", BODY))
    assert article.texts(BlockKind.PULL_QUOTE) == (MORE,)
    assert article.body == BODY
    assert not article.column


def test_a_pull_quote_far_away_goes_to_the_article_it_repeats() -> None:
    quote = MORE[:-8] + "。"
    found = page(quote, "甲题目很好", "王敏", BODY, "（作者为某所所长）", "乙题目", "李伟", MORE)
    assert found.articles[-1].texts(BlockKind.PULL_QUOTE) == (quote,)


def test_an_occasion_over_the_title_is_a_kicker() -> None:
    article = only(page("认真学习贯彻全会精神", "团结引领职工做主力军", "王敏", BODY))
    assert article.texts(BlockKind.KICKER) == ("认真学习贯彻全会精神",)
    assert article.title == "团结引领职工做主力军"


def test_a_paragraph_cut_by_a_column_is_joined() -> None:
    article = only(page("题目在此", "王敏", LONG[:70], LONG[70:]))
    assert article.body == LONG


def test_an_ordinal_begins_a_paragraph_even_after_a_cut() -> None:
    article = only(page("题目在此", "王敏", LONG[:70], "第一，" + MORE))
    assert len(article.body_blocks) == 2


def test_a_title_in_the_middle_of_a_sentence_goes_to_the_head() -> None:
    article = only(page("王敏", LONG[:70], "提升能力 打造队伍", LONG[70:], MORE))
    assert article.title == "提升能力 打造队伍"
    assert article.body == f"{LONG}\n{MORE}"


def test_short_lines_between_paragraphs_are_headings() -> None:
    article = only(page("题目在此", "王敏", BODY, "工会工作的新挑战", MORE))
    assert article.texts(BlockKind.HEADING) == ("工会工作的新挑战",)


def test_markdown_marks_are_furniture() -> None:
    found = page("# 题目在此", "王敏", BODY, "## 一、新的挑战", MORE)
    assert only(found).title == "题目在此"
    assert only(found).texts(BlockKind.HEADING) == ("一、新的挑战",)
    assert len(found.furniture) == 2


def test_wrapped_lines_are_joined_whatever_stands_between_them() -> None:
    text = PROSE + BODY
    rows = [text[at : at + 16] for at in range(0, len(text), 16)]
    for between in ("\n", "\n\n", "\r\n"):
        assert only(page(*rows, between=between)).body == text


def test_letterspacing_is_closed_up() -> None:
    rows = [LONG[at : at + 16] for at in range(0, len(LONG), 16)]
    rows[3] = " ".join(rows[3])
    assert only(page(*rows, between="\n")).body == LONG


def test_a_short_line_with_a_full_stop_ends_a_wrapped_paragraph() -> None:
    texts = ("第一，要坚持党对工运事业的全面领导，使工人运动和工会工作自觉在大局下行动。", LONG)
    rows = [text[at : at + 16] for text in texts for at in range(0, len(text), 16)]
    assert only(page(*rows, between="\n")).body == "\n".join(texts)


def test_a_page_in_one_line_is_taken_apart_at_its_spaces() -> None:
    text = " ".join(
        ["甲题目很好", "王敏", *[BODY] * 9, "（作者为某所所长）", "乙题目", "李伟", MORE]
    )
    assert [a.title for a in recover(Source("page", text)).articles] == ["甲题目很好", "乙题目"]


def test_speakers_of_a_round_up_stay_with_their_words() -> None:
    article = only(page("会议综述在此", BODY, "——某某大学教授 李飚", MORE, "（张菁整理）"))
    assert article.texts(BlockKind.SPEAKER) == ("——某某大学教授 李飚",)
    assert article.authors == ()


def test_questions_in_a_box_are_questions_and_the_rest_answers() -> None:
    article = only(page("怎么办证？", BODY, "怎么选评价机构？", MORE, "证书通用吗？", "是的。"))
    assert article.title == "怎么办证？"
    assert article.texts(BlockKind.QUESTION) == ("怎么选评价机构？", "证书通用吗？")


def test_a_missing_title_is_said() -> None:
    assert ProblemKind.TITLE_MISSING in kinds(page("王敏", BODY))


def test_an_end_in_mid_sentence_is_said() -> None:
    assert ProblemKind.END_MISSING in kinds(page("题目在此", "王敏", BODY, "第三，畅通政策渠道，"))


def test_a_skipped_ordinal_is_named() -> None:
    found = page("题目在此", "王敏", "第一，" + BODY, "第三，" + MORE)
    assert [p.detail for p in found.problems if p.kind is ProblemKind.ORDINAL_MISSING] == ["第二"]


def test_a_passage_printed_twice_is_said_at_both_places() -> None:
    text = BODY + MORE + PROSE
    found = page("题目在此", "王敏", "第一，" + text, "第二，" + MORE[:9] + text)
    places = [p.span for p in found.problems if p.kind is ProblemKind.REPEATED]
    assert len(places) == 2
    assert places[0].end <= places[1].start


def test_a_copy_right_behind_its_original_is_surely_one() -> None:
    copied = (
        "要把这件事办成职工满意的实事，一年接着一年干下去，直到职工都说一个好字为止，决不半途而废。"
    )
    found = page("题目在此处", "王敏", BODY + copied + copied + MORE)
    told = [p for p in found.problems if p.kind is ProblemKind.REPEATED]
    assert [p.severity for p in told] == [Severity.RED, Severity.RED]


def test_an_empty_page_has_no_articles() -> None:
    assert page("", " \n").articles == ()


def test_names_behind_icons_are_authors_and_no_column() -> None:
    assert only(page("题目在此处", "□ 岳晓东 贺兰", BODY)).authors == ("岳晓东", "贺兰")
    assert only(page("题目在此处", "口 聂 荣 口 汤启明", BODY)).authors == ("聂荣", "汤启明")


def test_staff_words_may_stand_before_each_name() -> None:
    article = only(page("题目在此处", "本报记者 罗思源 通讯员 孟凡", BODY))
    assert article.authors == ("罗思源", "孟凡")
    assert article.texts(BlockKind.CREDIT) == ("本报记者", "通讯员")


def test_a_post_on_the_line_of_the_name_is_the_affiliation() -> None:
    article = only(page("题目在此处", "某某大学法学院教授 白桦", BODY))
    assert (article.authors, article.affiliation) == (("白桦",), "某某大学法学院教授")


def test_a_clause_that_ends_like_a_post_is_no_byline() -> None:
    article = only(page("题目在此处", "王敏", BODY, "建立起多维度工会，方资源"))
    assert article.authors == ("王敏",)


def test_a_group_may_be_the_author() -> None:
    assert only(page("题目在此处", "某市总工会课题组", BODY)).authors == ("某市总工会课题组",)


def test_a_subtitle_over_the_author_is_no_speaker() -> None:
    article = only(page("健全帮扶机制的实践与启示", "——以某市总工会的探索为例", "王敏", BODY))
    assert article.texts(BlockKind.SUBTITLE) == ("——以某市总工会的探索为例",)
    assert article.authors == ("王敏",)


def test_a_title_inside_a_sentence_goes_to_the_article_that_speaks_of_it() -> None:
    found = page(
        *("甲题目很好", "王敏", BODY + "要把教材", "新就业形态劳动者的权益保护", "送到机台旁。"),
        *("（作者为某所所长）", "李伟", MORE, "（作者单位：某某大学）"),
    )
    assert [article.title for article in found.articles] == [
        "甲题目很好",
        "新就业形态劳动者的权益保护",
    ]
    assert "要把教材送到机台旁。" in found.articles[0].body


def test_a_box_of_questions_begins_at_two_questions() -> None:
    found = page("甲题目很好", "王敏", BODY, "有哪些权益？", "怎么发津贴？", MORE)
    assert [article.title for article in found.articles] == ["甲题目很好", "有哪些权益？"]


def test_an_ending_printed_before_its_article_is_joined_to_it() -> None:
    found = page(
        *("会发展道路，融入血脉。", "（作者为某所所长）", "甲题目很好", "王敏"),
        *(BODY + "坚持中国特色社会主义工", "乙题目也好", "李伟", MORE, "（作者单位：某某大学）"),
    )
    assert [article.affiliation for article in found.articles] == [
        "作者为某所所长",
        "作者单位：某某大学",
    ]
    assert "社会主义工会发展道路" in found.articles[0].body


def test_a_title_without_anything_below_it_is_told() -> None:
    assert kinds(page("工会工作大有可为")) == {ProblemKind.BODY_MISSING}
    assert ProblemKind.BODY_MISSING not in kinds(page("工会工作大有可为", "王敏", BODY))

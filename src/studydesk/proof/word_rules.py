"""The table of rules that look at one field of the user's own words at a time."""

from studydesk.domain.article import Severity
from studydesk.proof import blanks, facts, passage_numbers, phrases, questions, words
from studydesk.proof.finding import WordRule

RED, AMBER, GREY = Severity.RED, Severity.AMBER, Severity.GREY

WORD_RULES = (
    WordRule(
        "Q05", RED, words.unbalanced, "他说“工匠精神", "他说“工匠精神”", source="GB/T 15834-2011"
    ),
    WordRule(
        "B01", GREY, words.half_width, "工会(以下简称本会)要带头", "工会（以下简称本会）要带头"
    ),
    WordRule("B02", GREY, words.ellipsis, "设备、工序...", "设备、工序……"),
    WordRule("B03", GREY, words.sequence, "1、先读选段", "1.先读选段"),
    WordRule("B04", GREY, words.title_end, "工匠精神。", "工匠精神", titles_only=True),
    WordRule(
        "E02",
        AMBER,
        blanks.placeholder,
        "说的是〔一句话〕。",
        "工发〔2021〕21号，〔美〕杜威",
    ),
    WordRule(
        "E08",
        RED,
        blanks.blank_of_template,
        "“〔观点栏里的一句话〕”，用自己的话怎么说？",
        "“要练手艺”，用自己的话怎么说？",
        source="题库模板",
    ),
    WordRule("B07", GREY, words.straight_quotes, '提倡"传帮带"', '提倡“传帮带”，屏幕27"'),
    WordRule("B05", GREY, words.year_range, "2013-2015年", "2013—2015年"),
    WordRule(
        "D01", RED, words.word_numbers, "“14五”时期", "“十四五”时期", source="GB/T 15835-2011"
    ),
    WordRule("D03", GREY, words.doubled_estimate, "约300余人左右", "约300人"),
    WordRule(
        "P02",
        AMBER,
        phrases.member_order,
        "坚定“四个意识”、增强“四个自信”",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”",
    ),
    WordRule(
        "P03",
        RED,
        phrases.core_formula,
        "以习近平总书记为核心的党中央",
        "以习近平同志为核心的党中央",
        source="党的二十大闭幕会报道，新华社，2022-10-22",
    ),
    WordRule(
        "P06",
        RED,
        phrases.plenum_name,
        "二十四中全会",
        "二十届四中全会",
        source="中国共产党第二十届中央委员会第四次全体会议，2025-10-20 至 23",
    ),
)
"""Rules for every field of the user's own words; a new one is listed here."""

UNQUOTED_RULES = (
    WordRule(
        "P01",
        RED,
        phrases.plan_ordinal,
        "二十届四中全会谋划“十五”时期发展",
        "“十五”时期（2001年至2005年），“十五五”时期（2026年至2030年）",
        source="中共中央关于制定国民经济和社会发展第十五个五年规划的建议，2025-10-23",
    ),
    WordRule(
        "P04",
        AMBER,
        phrases.short_thought,
        "学习新时代中国特色社会主义思想",
        "学习习近平新时代中国特色社会主义思想",
    ),
    WordRule("P14", GREY, phrases.unquoted_summary, "增强四个意识", "增强“四个意识”，四个方面"),
    WordRule(
        "Q02", GREY, words.speech_without_marks, "文中指出：工匠精神", "文中指出，要学“工匠精神”"
    ),
    WordRule(
        "Q07",
        GREY,
        words.stop_outside,
        "文中说：“要把每一道工序做到位”。",
        "文中说：“要把每一道工序做到位。”要把“每一道工序”做到位。",
    ),
    WordRule("C04", AMBER, words.private_number, "电话13800001234", "2025年11月21日，12345热线"),
    WordRule("L07", AMBER, words.skipped_ordinal, "第一，学；第三，做", "第一，学；第二，做"),
    WordRule(
        "N05", GREY, facts.name_in_title, "李明主席和书记王强", "工会主席谈技能", titles_only=True
    ),
    WordRule("Q06", AMBER, words.no_mark_between, "“警务室”、“护学岗”", "“警务室”“护学岗”"),
    WordRule("Q08", AMBER, words.joint_issuer, "《中共中央国务院意见》", "《中共中央 国务院意见》"),
    WordRule("Q09", AMBER, words.title_marks, "《劳模工匠助企行》", "“劳模工匠助企行”"),
    WordRule("B06", AMBER, words.document_number, "工发[2021]21号", "工发〔2021〕21号"),
    WordRule("D02", GREY, words.percent_in_words, "百分之六十三", "63%"),
    WordRule("D04", GREY, words.short_date, "2025年06月1日", "2025年6月1日"),
    WordRule("E04", GREY, passage_numbers.in_figures, "选段 1 说的", "选段一说的，选段 2026 年"),
    WordRule("E05", AMBER, passage_numbers.in_doubt, "选段一再读一遍", "选段一，再读一遍"),
    WordRule("D07", GREY, words.only_on_a_screen, "请扫码观看", "骑手扫码进站"),
    WordRule("L10", AMBER, phrases.written_twice, "选准时机和时机。", "把重大决策部署部署到位"),
    WordRule("L11", AMBER, phrases.look_alikes, "加人工会", "增加人工，加入工会"),
    WordRule("N01", GREY, phrases.name_before_post, "李明主席指出", "工会主席李明指出"),
    WordRule(
        "N02",
        AMBER,
        phrases.post_order,
        "国家主席、中共中央总书记、中央军委主席",
        "中共中央总书记、国家主席、中央军委主席",
    ),
    WordRule(
        "P05",
        RED,
        phrases.idea_order,
        "邓小平理论、毛泽东思想",
        "马克思列宁主义、毛泽东思想、邓小平理论",
        source="中国共产党章程，2022-10-22",
    ),
    WordRule(
        "P09",
        RED,
        phrases.dropped_character,
        "凝聚起党全国各族人民",
        "全党全国各族人民",
        source="中国共产党第二十届中央委员会第四次全体会议公报，2025-10-23",
    ),
    WordRule("P11", AMBER, phrases.cast_firmly, "筑牢中华民族共同体意识", "筑牢防线"),
    WordRule("P12", AMBER, phrases.news_usage, "“一带一路”战略", "“一带一路”倡议"),
)
"""Rules for the same words where they are the user's alone: outside quotations and titles."""

QUESTION_RULES = (
    WordRule("W01", AMBER, questions.too_long, "问" * 61, "问" * 60),
    WordRule(
        "W02", GREY, questions.yes_or_no, "我们要学工匠精神吗？", "我们学工匠精神，从哪做起？"
    ),
    WordRule("W03", GREY, questions.slogan, "谈谈你的学习体会。", "哪一句改变了你的看法？"),
)
"""Rules for the text of a question only."""

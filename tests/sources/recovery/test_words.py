"""Words that the end of one text and the beginning of another make together."""

from tests.sources.recovery.test_recovery_rules import BODY, MORE, page

from studydesk.sources.recovery.words import word_over


def test_a_word_cut_in_two_is_found() -> None:
    assert word_over("生态修复是慢功", "夫，来不得急躁") == 2


def test_the_longest_word_counts() -> None:
    assert word_over("农业面源污染点", "多面广，可以推广") == 4


def test_no_word_lies_over_a_comma_or_between_words() -> None:
    assert word_over("教师的影像资源，", "让更多老师有能力") == 0
    assert word_over("有的书屋大门", "跳舞、翻跟头") == 0


def test_an_affiliation_behind_a_sentence_that_breaks_off_is_another_articles() -> None:
    first = ("筑牢生态屏障", "祝青山", BODY, "治水重在治岸。要加快沿江城镇雨污分流改造。")
    second = (
        "把种子播进课堂",
        "谢小满",
        MORE,
        "师范院校应增设环境教育课程，为教师提供可用的影像资",
    )
    rest = "源，让环境教育的种子在课堂上生根发芽，让师范院校的教师走向山野。"
    found = page(*first, *second, "（作者单位：某某研究院）", rest, "（作者单位：某某小学）")
    assert [article.affiliation for article in found.articles] == [
        "作者单位：某某研究院",
        "作者单位：某某小学",
    ]

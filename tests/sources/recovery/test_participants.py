"""Who takes part in a talk, presented above what each of them says."""

from tests.sources.recovery.test_recovery_rules import page

TALK = (
    "韦大江：我们车间去年有六个班长提出不干了，津贴少、责任大。",
    "谷雨：我当班长四年，最头疼的是夹在中间，两头都得罪。",
)


def test_those_who_speak_below_are_no_authors_and_their_lines_no_titles() -> None:
    found = page(
        "班组长怎么选",
        "主持人的话：班组是企业的细胞，我们请两位同志谈谈看法。",
        "嘉宾",
        "韦大江　宏远造船厂工会主席",
        "谷雨　天元纺织公司班长",
        *TALK,
    )
    (article,) = found.articles
    assert article.title == "班组长怎么选"
    assert article.authors == ()
    assert all(line in article.body for line in ("嘉宾", "天元纺织公司班长", *TALK))


def test_the_author_of_an_article_in_which_others_speak_stays_its_author() -> None:
    found = page("班组长怎么选", "王敏", *TALK)
    assert [article.authors for article in found.articles] == [("王敏",)]

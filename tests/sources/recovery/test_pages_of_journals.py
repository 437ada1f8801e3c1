"""What journals have around their articles: running heads, where the authors work."""

import pytest
from tests.sources.recovery.test_recovery_rules import BODY, MORE, page

TITLE = "平台企业集体协商的困境与破解"


@pytest.mark.parametrize(
    "head",
    [
        "2025年第6期　　工会理论研究　　No.6 2025",
        "工运研究 2025年第4期",
        "· 12 ·",
        f"王敏，李伟：{TITLE}",
    ],
)
def test_a_running_head_between_two_pages_is_of_no_article(head: str) -> None:
    found = page(TITLE, "王敏 李伟", BODY, head, MORE)
    (article,) = found.articles
    assert (article.title, article.body) == (TITLE, f"{BODY}\n{MORE}")
    assert len(found.furniture) == 1


def test_where_the_authors_work_may_have_a_post_code() -> None:
    where = "（1.江右大学　法学院，江右　330031；2.江右省总工会　法律部，江右　330046）"
    (article,) = page(TITLE, "王敏 李伟", where, BODY).articles
    assert article.title == TITLE
    assert article.affiliation
    assert article.affiliation.startswith("1.江右大学")

"""What one row of the article list says."""

from dataclasses import replace

import pytest

from studydesk.library import ArticleSummary
from studydesk.ui.words.article_row import ArticleRow

BARE = ArticleSummary("a-1", "", "", (), "a", "", "", None, "", 0, (), 0, 0, "")


@pytest.mark.parametrize(
    ("length", "shown"), [(8, "各 基层工会：现就"), (99, "各 基层工会：现就…")]
)
def test_a_text_without_a_title_is_named_by_its_opening_which_shows_that_it_goes_on(
    length: int, shown: str
) -> None:
    assert ArticleRow(replace(BARE, opening="各 基层工会：现就", length=length)).title == shown

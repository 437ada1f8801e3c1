"""What is made once for all tests of this room: the articles of the seeds."""

import pytest

from studydesk import paths
from studydesk.domain.article import Article
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover


@pytest.fixture(scope="session")
def seed_articles() -> tuple[Article, ...]:
    """The articles of the starter pages, as they are recovered."""
    files = sorted(paths.seeds().glob("*.txt"))
    return tuple(article for file in files for article in recover(read_file(file)).articles)

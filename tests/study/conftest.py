"""What is made once for all tests of this room: the segmenter's dictionary, the seeds' articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studydesk import paths
from studydesk.domain.article import Article
from studydesk.sources.reading import read_file
from studydesk.sources.recovery import recover
from studydesk.study import keywords


@pytest.fixture(scope="session", autouse=True)
def own_cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cache")
    keywords._tagger.cache_clear()  # an earlier room's tests may have loaded it from elsewhere
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("studydesk.paths.cache_folder", lambda: folder)
        yield folder


@pytest.fixture(scope="session")
def seed_articles() -> tuple[Article, ...]:
    """The articles of the starter pages, as they are recovered."""
    files = sorted(paths.seeds().glob("*.txt"))
    return tuple(article for file in files for article in recover(read_file(file)).articles)

"""What is made once for all tests of this room: the segmenter's dictionary, the seeds' articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studydesk import paths
from studydesk.domain.article import Article
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover
from studydesk.study import keywords


@pytest.fixture(scope="session")
def cache_of_room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    keywords._tagger.cache_clear()  # an earlier room's tests may have loaded it from elsewhere
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module", autouse=True)
def own_cache_folder(cache_of_room: Path) -> Iterator[Path]:
    """Of this room's tests only: those of other rooms run in the same process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("studydesk.paths.cache_folder", lambda: cache_of_room)
        yield cache_of_room


@pytest.fixture(scope="session")
def seed_articles() -> tuple[Article, ...]:
    """The articles of the starter pages, as they are recovered."""
    files = sorted(paths.seeds().glob("*.txt"))
    return tuple(article for file in files for article in recover(read_file(file)).articles)

"""The segmenter's prepared dictionary, made once for all tests of this room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studydesk.study import keywords


@pytest.fixture(scope="session", autouse=True)
def own_cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("cache")
    keywords._tagger.cache_clear()  # an earlier room's tests may have loaded it from elsewhere
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("studydesk.paths.cache_folder", lambda: folder)
        yield folder

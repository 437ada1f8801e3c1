"""What a library and its articles are about."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studydesk.library import Library
from studydesk.services.importing import import_paste
from studydesk.services.terms import keep_lists
from studydesk.services.topics import library_topics, topics_of

PAGES = (
    "产教融合怎么办\n\n李一\n\n产教融合要靠企业。产教融合也靠职工群众，职工群众最清楚。\n",
    "工匠学院办得好\n\n王二\n\n工匠学院请师傅。工匠学院讲产教融合。\n",
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "资料库") as library:
        for page in PAGES:
            import_paste(library, page)
        yield library


def about(library: Library, title: str) -> tuple[str, ...]:
    found = next(one for one in library.articles() if one.title == title)
    return topics_of(library, library.article(found.id))


def test_an_article_is_about_what_it_repeats(library: Library) -> None:
    assert about(library, "产教融合怎么办") == ("产教融合",)
    assert about(library, "工匠学院办得好")[0] == "工匠学院"


def test_a_library_is_about_what_many_articles_have(library: Library) -> None:
    found = {facet.name: facet.count for facet in library_topics(library)}
    assert (found["产教融合"], found["工匠学院"]) == (2, 1)
    assert next(iter(found)) == "产教融合"
    assert "职工群众" not in found


def test_pinned_terms_are_topics_and_hidden_ones_are_none(library: Library) -> None:
    keep_lists(library, ["师傅"], ["产教融合"])
    found = [facet.name for facet in library_topics(library)]
    assert "师傅" in found
    assert "产教融合" not in found

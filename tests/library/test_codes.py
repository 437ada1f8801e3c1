"""The code printed beside a passage leads to it from the search field."""

from pathlib import Path

import pytest

from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.passage_code import code_of
from studydesk.library import Library, places_in
from studydesk.sources.reading import read_file
from studydesk.sources.recovery import recover


@pytest.fixture
def passages(library: Library, seed_paths: tuple[Path, ...]) -> list[Passage]:
    """Every paragraph of the seeds, whose pages the library has."""
    found = []
    for path in seed_paths:
        source = read_file(path)
        recovery = recover(source)
        library.add(source, recovery)
        for article in recovery.articles:
            start = 0
            for block in article.body_blocks:
                found.append(Passage.pick(article, source, start, start + len(block.text)))
                start += len(block.text) + 1
    return found


def test_every_paragraph_of_the_seeds_is_found_by_its_code(
    library: Library, passages: list[Passage]
) -> None:
    assert len(passages) > 200
    for passage in passages:
        result = library.search(f" {code_of(passage).lower()}")
        assert result.total == len(result.hits) >= 1
        (hit,) = [hit for hit in result.hits if hit.article.id == passage.article_id]
        (excerpt,) = hit.excerpts
        assert excerpt.place == passage.start
        ((first, last),) = excerpt.highlights
        assert passage.text.startswith(excerpt.text[first:last].rstrip("\n"))


def test_a_code_marks_its_passage_in_the_article(library: Library, passages: list[Passage]) -> None:
    passage = passages[7]
    article = library.article(passage.article_id)
    ((start, end),) = places_in(code_of(passage), article)
    assert start == passage.start
    assert passage.text.startswith(article.body[start:end])


def test_articles_that_share_a_digest_are_told_apart_by_what_packets_have(
    library: Library, passages: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydesk.domain.passage_code._digest", lambda _article: (7, 7))
    passage = passages[7]
    several = library.search(code_of(passage)).total
    assert several > 1
    library.save_packet(Packet("周五", items=(PassageItem(passage),)))
    (hit,) = library.search(code_of(passage)).hits
    assert hit.article.id == passage.article_id


def test_words_that_look_like_a_code_are_searched_for_all_the_same(library: Library) -> None:
    assert library.search("ABC123").total == 0

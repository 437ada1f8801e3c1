"""The code printed beside a passage leads to it from the search field."""

from pathlib import Path

import pytest

from studydesk.domain.article import Article, Block, BlockKind, Recovery, Source, Span
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.passage_code import code_of, read_code
from studydesk.library import Library
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover


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
    ((start, end),) = library.places(code_of(passage), article)
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


def page(name: str, body: str) -> tuple[Source, Recovery]:
    source = Source(name, body)
    block = Block(BlockKind.PARAGRAPH, body, (Span(0, len(body)),))
    return source, Recovery((Article(f"{source.id}-1", source.id, (block,)),))


def test_words_that_look_like_a_code_are_searched_for_all_the_same(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = page("码", "车间里的字。" * 1500)
    (coded,), (word,) = far[1].articles, page("词", "车间学Python。")[1].articles
    number = 0
    for digit in read_code("Python"):
        number = number * 32 + "0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(digit)
    digest, place = divmod(number, 8192)
    by_chance = {coded.id: (digest, place - 7)}
    monkeypatch.setattr(
        "studydesk.domain.passage_code._digest", lambda key: by_chance.get(key, (digest + 1, 0))
    )
    library.add(*far)
    library.add(*page("词", "车间学Python。"))
    result = library.search("Python")
    assert [hit.article.id for hit in result.hits] == [coded.id, word.id]
    assert result.total == 2
    first = library.search("Python", limit=1)
    assert (first.total, [hit.article.id for hit in first.hits]) == (2, [coded.id])
    assert [hit.article.id for hit in library.search("Pytho").hits] == [word.id]


def test_a_code_from_far_down_a_long_article_leads_to_what_a_packet_has(library: Library) -> None:
    source, recovery = page("长", "工匠精神是敬畏与热爱。" * 900)
    library.add(source, recovery)
    (article,) = recovery.articles
    passage = Passage.pick(article, source, 9000, 9020)
    code = code_of(passage)
    assert [start for start, _ in library.places(code, article)] == [808, 9000]
    (excerpt,) = library.search(code).hits[0].excerpts
    assert excerpt.place == 808
    library.save_packet(Packet("周五", items=(PassageItem(passage),)))
    (excerpt,) = library.search(code).hits[0].excerpts
    assert excerpt.place == 9000


def test_every_article_is_held_against_a_code_once_in_a_search(
    library: Library, passages: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fits_none(_code: str, article_id: str) -> bool:
        asked.append(article_id)
        return False

    monkeypatch.setattr("studydesk.library.codes.fits", fits_none)
    assert library.search("ABC123", limit=0).hits == ()
    assert {passage.article_id for passage in passages} <= set(asked)
    assert len(asked) == len(set(asked))

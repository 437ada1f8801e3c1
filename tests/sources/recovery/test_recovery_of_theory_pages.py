"""Recovery of pages in the manner of papers' theory pages, printed in three ways."""

import pytest
from tests.sources.recovery.theory_pages import read_pages

from studydesk.domain.article import BlockKind, Recovery, Source
from studydesk.sources.recovery.recover import recover

PAGES = read_pages()
WIDTH = 17
NO_LINE_START = "，。、；：？！”）》"
WHOLE = ("kicker", "title", "subtitle", "column", "heading", "pullquote", "question")


def wrapped(kind: str, text: str) -> list[str]:
    """The lines of a paragraph, its first set in by two."""
    if kind not in ("paragraph", "note", "pullquote"):
        return [text]
    rest, lines = "\u3000\u3000" + text, []
    while len(rest) > WIDTH:
        room = WIDTH
        while rest[room : room + 1] and rest[room] in NO_LINE_START:
            room -= 1
        lines.append(rest[:room])
        rest = rest[room:]
    return [*lines, rest]


def printed(page: str, form: str) -> str:
    if form == "wrapped":
        return "\n".join(line for row in PAGES[page] for line in wrapped(*row))
    return {"close": "\n", "apart": "\n\n"}[form].join(text for _, text in PAGES[page])


def found(recovery: Recovery, kind: str) -> list[str]:
    texts = (text for article in recovery.articles for text in article.texts(BlockKind(kind)))
    return ["".join(text.split()) for text in texts]


@pytest.mark.parametrize("form", ["close", "apart", "wrapped"])
@pytest.mark.parametrize("page", PAGES)
def test_every_line_of_a_theory_page_is_what_it_is(page: str, form: str) -> None:
    recovery = recover(Source("page", printed(page, form)))
    for kind in WHOLE:
        expected = ["".join(text.split()) for row, text in PAGES[page] if row == kind]
        assert sorted(found(recovery, kind)) == sorted(expected), kind


@pytest.mark.parametrize("page", PAGES)
def test_every_article_of_a_theory_page_has_its_names_and_its_paragraphs(page: str) -> None:
    recovery = recover(Source("page", printed(page, "wrapped")))
    assert len(recovery.articles) == sum(
        row == "title" and before != "title"
        for (before, _), (row, _) in zip(PAGES[page], PAGES[page][1:], strict=False)
    )
    expected = [text for row, text in PAGES[page] if row == "paragraph"]
    assert sorted(found(recovery, "paragraph")) == sorted("".join(t.split()) for t in expected)
    furniture = [text for row, text in PAGES[page] if row == "furniture"]
    raw = printed(page, "wrapped")
    assert {raw[a:b] for a, b in recovery.furniture} >= set(furniture)

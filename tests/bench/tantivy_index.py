"""The same titles and bodies in an index of tantivy, the engine that is compared with SQLite's.

It is no part of the program: pip install tantivy (the extra `bench`).
"""

import sqlite3
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import tantivy

from studydesk.library.normal import index_form, query_terms

_HEAP = 128_000_000
"""Bytes that its writer may take."""


def open_index(path: Path, texts: sqlite3.Connection) -> Callable[[str], int]:
    """An index in a folder, made the first time; what it answers: how many articles it finds."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    for field in ("title", "body"):  # of our own pairs of characters, which white space divides
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="position")
    schema = builder.build()
    there = path.exists()
    path.mkdir(exist_ok=True)
    index = tantivy.Index(schema, path=str(path))
    if not there:
        _fill(index, texts)
    index.reload()
    searcher = index.searcher()

    def search(query: str) -> int:
        found = searcher.search(_query(schema, query), limit=20, count=True)
        for _score, address in found.hits:
            searcher.doc(address)
        return int(found.count)

    return search


def _fill(index: tantivy.Index, texts: sqlite3.Connection) -> None:
    writer = index.writer(heap_size=_HEAP)
    rows = texts.execute(
        "SELECT number, normal_title, normal_body FROM article_text ORDER BY number"
    )
    for number, title, body in rows:
        document = tantivy.Document(number=number, title=index_form(title), body=index_form(body))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _query(schema: tantivy.Schema, query: str) -> tantivy.Query:
    """Every word of a query, as a phrase of its pairs in the title or the body; of a single
    character, which no pair is, the titles alone, as in the window.
    """
    must = []
    for term in query_terms(query):
        if len(term) == 1:
            must.append(tantivy.Query.regex_query(schema, "title", f"{term}.?"))
            continue
        pairs = [one + two for one, two in pairwise(term)]
        some = [_in_field(schema, field, pairs) for field in ("title", "body")]
        must.append(tantivy.Query.boolean_query([(tantivy.Occur.Should, one) for one in some]))
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in must])


def _in_field(schema: tantivy.Schema, field: str, pairs: list[str]) -> tantivy.Query:
    if len(pairs) == 1:
        return tantivy.Query.term_query(schema, field, pairs[0])
    return tantivy.Query.phrase_query(schema, field, list(pairs))

"""Where else the library speaks of what a text speaks of: paragraphs with the same words, or with
the same rare ones. It needs no index beside that of the search.
"""

import math
import re
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from studydesk.domain.passage import Passage
from studydesk.library import articles, codec, sources
from studydesk.library.excerpts import Place
from studydesk.library.listing import printed_in
from studydesk.library.normal import index_query, normal_places, normalise

VERBATIM = 14
"""Letters in a row, whatever stands between them, that two texts do not share by chance."""
LIKE_ENOUGH = 0.06
"""From here on a paragraph is related, where two texts without a word in common have 0."""
MOST = 8
"""Paragraphs that are found for one text."""

_ASKED = 220
"""Pairs of letters that are looked up for one text."""
_RARE = 0.1
"""Share of all articles up to which a pair tells something; some articles always may have it."""
_RARE_AT_LEAST, _RARE_AT_MOST = 20, 300
_TELLING = 14
"""The rarest pairs that other articles have; they choose the articles to read."""
_PROBE = 8, 24
"""Letters of a clause that is looked up as it stands: fewer are anybody's, more are cut."""
_PROBES = 40
_ARTICLES, _OF_PROBE, _READ = 30, 6, 14
"""Articles that all rare pairs hand on, that one clause does, and that are read in full."""
_SHORTEST = 30
"""Characters of a paragraph that is worth showing."""
_PHRASE, _WORD = 4, 2
"""Letters of a phrase that is shown as shared, and of a word that the text has more than once."""
_TELLING_PHRASE = 6
"""Letters of a phrase that relates two texts by itself."""
_JOINING = frozenset(
    "的是为和与在了要把对以从等着其这将于并也被由让使就都而或及到向又既更不有一个各"
)
_SENTENCE_END = re.compile("[。！？；…]")
"""What a heading has not, however long."""
_ORDINAL = re.compile("^[第其]?[一二三四五六七八九十](?:是|要|、)?")


@dataclass(frozen=True, slots=True)
class Related:
    """A paragraph from `start` to `end` of an article's body. `source` is where it was printed,
    as far as that is known. `shared` are the places in its text
    of what it has in common, `run` is the longest of them in letters.
    """

    article_id: str
    title: str
    source: str
    start: int
    end: int
    text: str
    shared: tuple[Place, ...]
    run: int
    likeness: float

    @property
    def verbatim(self) -> bool:
        """Whether it says some of the text word for word."""
        return self.run >= VERBATIM


def related(connection: sqlite3.Connection, text: str, article_id: str) -> list[Related]:
    """The paragraphs of other articles than `article_id` that a text is related to: those that
    have most of it word for word first, then the likest.
    """
    asked = _Asked.of(connection, normalise(text), article_id)
    numbers = dict.fromkeys((*_same_clause(connection, asked), *_same_pairs(connection, asked)))
    found = [
        paragraph
        for row in _rows(connection, numbers, article_id, asked)
        for paragraph in _paragraphs(row, asked)
    ]
    found.sort(key=lambda one: (-one.run if one.verbatim else 0, -one.likeness))
    return found[:MOST]


def related_passages(
    connection: sqlite3.Connection, text: str, article_id: str
) -> list[tuple[Related, Passage]]:
    """The same paragraphs, each picked as a passage of its article."""
    found = []
    for one in related(connection, text, article_id):
        article = articles.article(connection, one.article_id)
        source = sources.source(connection, article.source_id)
        found.append((one, Passage.pick(article, source, one.start, one.end)))
    return found


@dataclass(frozen=True, slots=True)
class _Asked:
    """The text that others are compared with: its words in normal form, the weight of each of
    its rare pairs of letters, those that it has more than once, and those that others have.
    """

    words: tuple[str, ...]
    letters: str
    weights: Mapping[str, float]
    repeated: frozenset[str]
    elsewhere: frozenset[str]

    @classmethod
    def of(cls, connection: sqlite3.Connection, normal: str, article_id: str) -> "_Asked":
        words = tuple(normal.split())
        counts = Counter(pair for word in words for pair in _pairs(word))
        everything = _number(connection, "SELECT count(*) FROM article")
        own = _number(connection, "SELECT count(*) FROM article WHERE id = ?", article_id)
        most = max(_RARE_AT_LEAST, min(_RARE_AT_MOST, int(everything * _RARE)))
        weights, elsewhere = {}, set()
        for pair, count in counts.most_common(_ASKED):
            found = _number(connection, _ARTICLES_WITH, f'"{pair}"', most + 1)
            if found <= most:
                rare = math.log(1 + everything / max(1, found))
                weights[pair] = rare * (1 + math.log(count)) ** 0.5
            if own < found <= most:
                elsewhere.add(pair)
        repeated = frozenset(pair for pair in weights if counts[pair] > 1)
        return cls(words, "".join(words), weights, repeated, frozenset(elsewhere))

    @property
    def size(self) -> float:
        return math.sqrt(sum(weight**2 for weight in self.weights.values()))


def _pairs(word: str) -> Iterator[str]:
    for one, two in pairwise(word):
        if one not in _JOINING and two not in _JOINING:
            yield one + two


_ARTICLES_WITH = (
    "SELECT count(*) FROM (SELECT rowid FROM article_index WHERE article_index MATCH ? LIMIT ?)"
)


def _number(connection: sqlite3.Connection, query: str, *values: object) -> int:
    return int(connection.execute(query, values).fetchone()[0])


def _same_clause(connection: sqlite3.Connection, asked: _Asked) -> Iterator[int]:
    """Articles that have a clause of the text as it stands."""
    shortest, longest = _PROBE
    clauses = [word for word in asked.words if len(word) >= shortest]
    for clause in clauses[:: max(1, -(-len(clauses) // _PROBES))]:
        rows = connection.execute(
            "SELECT rowid FROM article_index WHERE article_index MATCH ? LIMIT ?",
            (index_query([clause[:longest]]), _OF_PROBE),
        )
        yield from (number for (number,) in rows)


def _same_pairs(connection: sqlite3.Connection, asked: _Asked) -> Iterator[int]:
    """Articles that have the rarest pairs of the text, those with most of them first."""
    telling = sorted(asked.elsewhere, key=lambda pair: (-asked.weights[pair], pair))[:_TELLING]
    if telling:
        rows = connection.execute(
            "SELECT rowid FROM article_index WHERE article_index MATCH ?"
            " ORDER BY bm25(article_index, 2.0, 1.0) LIMIT ?",
            (" OR ".join(f'"{pair}"' for pair in telling), _ARTICLES),
        )
        yield from (number for (number,) in rows)


def _rows(
    connection: sqlite3.Connection, numbers: Collection[int], article_id: str, asked: _Asked
) -> list[tuple[str, str, str, str]]:
    """Id, title, source and body of the articles that promise most."""
    rows = connection.execute(
        "SELECT a.id, a.title, t.body, s.newspaper, s.published, s.page, t.normal_body"
        " FROM json_each(?) AS chosen"
        " JOIN article AS a ON a.number = chosen.value JOIN article_text AS t USING (number)"
        " JOIN source AS s ON s.id = a.source_id WHERE a.id <> ?",
        (codec.dump(list(numbers)), article_id),
    ).fetchall()
    rows.sort(key=lambda row: -_weight(row[-1], asked))
    return [(row[0], row[1], printed_in(*row[3:6]), row[2]) for row in rows[:_READ]]


def _weight(text: str, asked: _Asked) -> float:
    return sum(
        weight**2 * (1 + math.log(count))
        for pair, weight in asked.weights.items()
        if (count := text.count(pair))
    )


def _paragraphs(row: tuple[str, str, str, str], asked: _Asked) -> Iterator[Related]:
    article_id, title, source, body = row
    start = 0
    for text in body.split("\n"):
        if len(text) >= _SHORTEST and _SENTENCE_END.search(text):
            # The mean weight stands for the pairs of the paragraph that the text has not.
            size = math.sqrt(max(_SHORTEST, len(text)) / max(1, len(asked.weights))) * asked.size
            likeness = _weight(text, asked) / (asked.size * size) if size else 0.0
            alike = likeness >= LIKE_ENOUGH
            shared, run = _shared(text, asked) if alike or _has_clause(text, asked) else ((), 0)
            if run >= VERBATIM or (alike and (len(shared) > 1 or run >= _TELLING_PHRASE)):
                end = start + len(text)
                yield Related(article_id, title, source, start, end, text, shared, run, likeness)
        start += len(text) + 1


def _has_clause(text: str, asked: _Asked) -> bool:
    """Whether a text has a clause of what is asked as it stands."""
    normal = normalise(text)
    return any(len(word) >= _PROBE[0] and word in normal for word in asked.words)


def _shared(text: str, asked: _Asked) -> tuple[tuple[Place, ...], int]:
    """The places of what a paragraph has in common with the text, and the longest in letters."""
    normal = normal_places(text, normalise(text))
    letters = [place for place, letter in enumerate(normal.text) if letter != " "]
    plain = "".join(normal.text[place] for place in letters)
    places, longest, at = [], 0, 0
    while at <= len(plain) - _WORD:
        end = _reach(plain, at, asked.letters)
        first, last = at, end
        if at < end < at + VERBATIM:
            first, last = _phrase(normal.text, letters, at, end, asked)
        if last > first:
            longest = max(longest, last - first)
            places.append(normal.original(letters[first], letters[last - 1] + 1))
        at = max(at + 1, last)
    return tuple(places), longest


def _reach(plain: str, at: int, letters: str) -> int:
    """Where the longest stretch ends that begins at a place and that the letters have."""
    end = at + _WORD
    if plain[at:end] not in letters:
        return at
    while end < len(plain) and plain[at : end + 1] in letters:
        end += 1
    return end


def _phrase(
    normal: str, letters: Sequence[int], start: int, end: int, asked: _Asked
) -> tuple[int, int]:
    """What of a short stretch can be shown as a phrase: within one clause of both texts, without
    little words at its ends, and with something rare in it; the same place twice where nothing.
    """
    word = normal[letters[start] : letters[end - 1] + 1].partition(" ")[0]
    end = start + len(word)
    head = _ORDINAL.match(word)
    start += head.end() if head else 0
    while start < end and normal[letters[start]] in _JOINING:
        start += 1
    while start < end and normal[letters[end - 1]] in _JOINING:
        end -= 1
    phrase = normal[letters[start] : letters[end - 1] + 1] if start < end else ""
    pairs = asked.repeated if end - start < _PHRASE else asked.weights
    told = any(pair in pairs for pair in _pairs(phrase))
    if not told or not any(phrase in other for other in asked.words):
        return start, start
    return start, end

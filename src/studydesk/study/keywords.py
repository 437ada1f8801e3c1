"""Key terms of an article: whole terms of the field, not the words they are made of.

C-value over segmented text: a stretch of words counts as often as it stands in the text, less
what longer terms around it account for (Frantzi, Ananiadou and Mima 2000).
"""

import logging
import math
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, Protocol

from studydesk import paths
from studydesk.domain.article import Article

LONGEST_TERM = 14
"""Characters; longer stretches are sayings, not terms."""

_EDGE_TAGS = ("n", "vn", "j", "l", "i", "an", "s", "b")
_INNER_TAGS = (*_EDGE_TAGS, "v", "a", "m", "q", "h", "k", "f")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


class _Word(NamedTuple):
    text: str
    tag: str


class _Pair(Protocol):
    word: str
    flag: str


class _Tagger(Protocol):
    def cut(self, text: str) -> Iterator[_Pair]: ...


def key_terms(article: Article, count: int = 12) -> tuple[str, ...]:
    """The article's most telling terms, best first. Takes a second the first time, while the
    dictionary is loaded, and some hundredths after that: call it off the interface thread.
    """
    runs = [run for text in (article.title, article.body) for run in _word_runs(text)]
    frequencies = Counter(term for run in runs for term in _candidates(run))
    title = article.title.replace(" ", "")
    seen = {
        term: frequency
        for term, frequency in frequencies.items()
        if frequency > 1 or (term in title and len(term) > 3)
    }
    scores = {term: _score(term, seen) * (1.5 if term in title else 1) for term in seen}
    chosen: list[str] = []
    for term in sorted(scores, key=lambda term: (-scores[term], term)):
        if len(chosen) == count or scores[term] <= 0:
            break
        if not any(term in other for other in chosen):
            chosen.append(term)
    return tuple(chosen)


def field_terms() -> frozenset[str]:
    """The terms of the field that are kept whole, see resources/phrases/terms.txt."""
    return _phrases("terms")


def everyday_terms() -> frozenset[str]:
    """Those of them that say little, see resources/phrases/everyday.txt."""
    return _phrases("everyday")


def _score(term: str, frequencies: dict[str, int]) -> float:
    longer = [frequencies[other] for other in frequencies if term != other and term in other]
    own = frequencies[term] - (sum(longer) / len(longer) if longer else 0)
    return own * math.log2(len(term)) * (1.5 if term in _phrases("terms") else 1)


def _candidates(run: list[_Word]) -> Iterator[str]:
    """Every stretch of words in a run that could be a term."""
    for first, head in enumerate(run):
        if not _may_begin(head):
            continue
        text = ""
        for last in range(first, len(run)):
            word = run[last]
            text += word.text
            if len(text) > LONGEST_TERM or not word.tag.startswith(_INNER_TAGS):
                break
            if _may_end(word) and len(text) > 1 and text not in _phrases("generic"):
                yield text


def _may_begin(word: _Word) -> bool:
    return word.tag.startswith(_EDGE_TAGS) or (word.tag == "a" and len(word.text) == 1)


def _may_end(word: _Word) -> bool:
    return word.tag.startswith(_EDGE_TAGS) and len(word.text) > 1


def _word_runs(text: str) -> Iterator[list[_Word]]:
    for run in _HAN.findall(text):
        yield [_Word(pair.word, pair.flag) for pair in _tagger().cut(run)]


@cache
def _phrases(name: str) -> frozenset[str]:
    lines = (paths.resources() / "phrases" / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def _tagger() -> _Tagger:
    """jieba, imported only here: its dictionary takes a second and 80 MB."""
    with warnings.catch_warnings():
        # jieba 0.42.1 is the last release: its string escapes and its use of pkg_resources
        # warn while it is compiled and imported, and nothing of ours depends on either.
        warnings.simplefilter("ignore")
        import jieba
        import jieba.posseg
    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    # Its own cache is no faster to read, and to write it keeps everybody waiting for 0.3 s.
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for term in _phrases("terms"):
        tokenizer.add_word(term, tag="nz")
    tagger: _Tagger = jieba.posseg.POSTokenizer(tokenizer)
    return tagger

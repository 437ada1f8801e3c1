"""Whose own a whole text is, by what it calls itself and by who signs it (署名)."""

import re
from collections.abc import Iterator

from studydesk.domain.article import Article, BlockKind
from studydesk.domain.passage import Passage
from studydesk.study.offices import OFFICE, SPEAKER
from studydesk.study.people import TRADE
from studydesk.study.vocabulary import any_of, leaders

_SPOKEN = re.compile(any_of("spoken"))
_ABOUT = re.compile("学习|贯彻|落实|重温|[读听]")
"""What stands before the speech that a text is about, and not of."""
_OCCASION = re.compile("在.*[上时中]")
"""Where somebody speaks: 在表彰劳动模范大会上, which tells nothing of who it is."""
_CLAUSE = re.compile(r"[，、；。：（）\s]+")
_LEADS = re.compile(any_of("leads"))
_NO_LEADER = re.compile(any_of("no_leader"))
_OVER_A_TEXT = (BlockKind.KICKER, BlockKind.TITLE, BlockKind.SUBTITLE)
_BY_WHOM = (BlockKind.COLUMN, BlockKind.AUTHOR, BlockKind.AFFILIATION)
_NOTED = re.compile("^[（(]?作者.{2,80}$", re.MULTILINE)
"""Who wrote a text, in a line of its own."""
_BODY = re.compile(any_of("speaker_body"))


def by_the_state(passage: Passage, article: Article | None) -> bool:
    """Whether a text is by a leader of the state, or called after one."""
    authors = ("".join(author.split()) for author in _authors(passage, article))
    led = any(author in leaders() or _BODY.search(author) for author in authors)
    titles = (passage.citation.title, article.title if article else "")
    return led or any(map(SPEAKER.search, titles))


def by_a_leader(passage: Passage, article: Article | None) -> bool:
    """Whether a text is the own of somebody who leads in the party, the state or a union, or
    anybody's speech but a workmate's.
    """
    signed = [*_authors(passage, article), *_signatures(passage, article)]
    if any(map(_leads, signed)):
        return True
    speech = next(filter(_is_speech, _titles(passage, article)), "")
    return bool(speech) and not re.search(TRADE, " ".join((_OCCASION.sub("", speech), *signed)))


def _leads(signature: str) -> bool:
    """Whether somebody who signs so has an office of those who lead, and not one of a house of
    learning or of a service only.
    """
    return any(
        _LEADS.search(clause) or (OFFICE.search(clause) and not _NO_LEADER.search(clause))
        for clause in _CLAUSE.split(signature)
    )


def _is_speech(title: str) -> bool:
    spoken = _SPOKEN.search(title)
    return spoken is not None and not _ABOUT.search(title[: spoken.start()])


def _authors(passage: Passage, article: Article | None) -> Iterator[str]:
    yield from passage.citation.authors
    yield from article.authors if article else ()


def _titles(passage: Passage, article: Article | None) -> Iterator[str]:
    """What stands over a text."""
    yield passage.citation.title
    if article:
        yield from (text for kind in _OVER_A_TEXT for text in article.texts(kind))


def _signatures(passage: Passage, article: Article | None) -> Iterator[str]:
    """What tells who the authors are."""
    yield from _NOTED.findall(article.body if article else passage.text)
    if article:
        yield from (text for kind in _BY_WHOM for text in article.texts(kind))

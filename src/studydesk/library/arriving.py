"""How a page comes into the library: imported, or brought by a packet file with some articles."""

import sqlite3
from collections.abc import Callable

from studydesk.domain.article import Recovery, Source
from studydesk.domain.cleaning import is_faithful
from studydesk.library import articles, sources, trash


def add(
    connection: sqlite3.Connection,
    source: Source,
    recovery: Recovery,
    ask: Callable[[], object] = lambda: None,
) -> bool:
    """Keep a source and its articles; True if anything of it was new, or came back.

    What the library has stays as it is, and what is in the trash comes back as it was when it
    was deleted: only articles from stretches of the page that none of these covers are added.
    (A packet file brings a source with some of its articles; the page itself may follow.)
    Raises ValueError where a block is not what the raw text says.
    """
    for article in recovery.articles:
        ask()
        if not all(is_faithful(source.raw, block) for block in article.blocks):
            raise ValueError(f"{article.id} is not what its source says")
    is_new = sources.add(connection, source)
    came_back = not is_new and trash.bring_back(connection, source.id, recovery.articles)
    came = articles.fill(connection, source.id, recovery, ask)
    if is_new:
        page_problems = (problem for problem in recovery.problems if not problem.article_id)
        articles.keep_problems(connection, source.id, page_problems)
    ask()  # the last time: what comes now is only written
    return is_new or came_back or bool(came)

"""Numbers by which the user's own words name passages, in words, as they stand over them, and
questions: not to be taken for anything else.
"""

from collections.abc import Iterator

from studydesk.domain import question_names
from studydesk.domain.passage_names import chinese_number, doubtful, names
from studydesk.proof.finding import Match


def in_figures(text: str) -> Iterator[Match]:
    """选段 1, which is 选段一 over the passage."""
    for name in names(text):
        if name.written.isdecimal() and name.number:
            head = text[: name.start].rstrip(" ")
            first = head.endswith("选段")
            start = len(head) - 2 if first else name.start
            yield Match(start, name.end, ("选段" if first else "") + chinese_number(name.number))


def in_doubt(text: str) -> Iterator[Match]:
    """选段一再看, which may speak of 选段一 or say 一再: only the one follows its passage; so with
    思考1再答.
    """
    for start, end in (*doubtful(text), *question_names.doubtful(text)):
        yield Match(start, end)

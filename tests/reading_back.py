"""What many tests compare by: a text without its white space, and what is on a printed page."""

from collections import Counter
from io import BytesIO

import docx

from studydesk.domain.article import Recovery


def bare(text: str) -> str:
    """The text without white space, which lines and pages are free to change."""
    return "".join(text.split())


def text_of_docx(data: bytes) -> str:
    """The text of the body of a DOCX file, without white space."""
    body = docx.Document(BytesIO(data)).element.body
    return bare("".join(node.text or "" for node in body.iter("{*}t")))


def owners(recovery: Recovery) -> Counter[int]:
    """How many blocks or pieces of furniture each place of the raw text is in."""
    spans = [span for article in recovery.articles for b in article.blocks for span in b.spans]
    return Counter(at for start, end in [*spans, *recovery.furniture] for at in range(start, end))

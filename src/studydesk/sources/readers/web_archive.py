"""Pages saved with all their files in one (MHTML, RFC 2557): the page in them.

Only the heads of parts are parsed, and only down to the first page: what a hostile archive asks of
a parser of whole messages is beyond all measure.
"""

import re
from collections.abc import Iterator
from email.message import Message

from studydesk.errors import SourceDamaged, SourceTooComplex

HEAD_END = re.compile(rb"\r?\n[ \t]*\r?\n")
LONGEST_HEAD = 100_000
"""Bytes; a saved page has under a thousand in any head."""
MOST_PARTS = 20_000
DEEPEST = 8
PAGES = {"text/html", "application/xhtml+xml"}


def page_in(data: bytes, name: str) -> bytes:
    """The first page in an archive. Raises SourceDamaged where there is none, SourceTooComplex."""
    page = first_page(data.lstrip(), name, DEEPEST)
    if page is None:
        raise SourceDamaged(name)
    return page


def first_page(part: bytes, name: str, depth: int) -> bytes | None:
    """The first page in a part with its head, or None."""
    import email
    import email.policy

    if not depth:
        raise SourceTooComplex(name)
    end = HEAD_END.search(part, 0, LONGEST_HEAD)
    if end is None and len(part) > LONGEST_HEAD:
        raise SourceTooComplex(name)
    head = part[: end.start()] if end else part
    body = part[end.end() :] if end else b""
    message = email.message_from_bytes(head.strip() + b"\n\n", policy=email.policy.compat32)
    if message.get_content_type() in PAGES:
        return decoded(message, body, name)
    boundary = message.get_boundary()
    if message.get_content_maintype() != "multipart" or not boundary:
        return None
    pages = (first_page(each, name, depth - 1) for each in parts_of(body, boundary, name))
    return next((page for page in pages if page is not None), None)


def parts_of(body: bytes, boundary: str, name: str) -> Iterator[bytes]:
    """The parts of a body, the last one also where the archive is cut short."""
    mark = re.escape(boundary.encode("ascii", errors="surrogateescape"))
    starts = re.compile(rb"^--" + mark + rb"(--)?[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
    first, count = None, 0
    for found in starts.finditer(body):
        if first is not None:
            yield body[first : found.start()].removesuffix(b"\n").removesuffix(b"\r")
        if found[1]:
            return
        first, count = found.end(), count + 1
        if count > MOST_PARTS:
            raise SourceTooComplex(name)
    if first is not None:
        yield body[first:]


def decoded(message: Message, body: bytes, name: str) -> bytes:
    """A body in the transfer encoding that its head names."""
    message.set_payload(body.decode("ascii", errors="surrogateescape"))
    try:
        content = message.get_payload(decode=True)
    except (ValueError, LookupError) as error:
        raise SourceDamaged(name) from error
    if not isinstance(content, bytes):
        raise SourceDamaged(name)
    return content

"""The packet file (.studypack): a packet with the articles and sources that it quotes.

A zip of three JSON files. `studypack.json` names the format and its version and is read first;
`packet.json` and `articles.json` hold objects as `codec` writes them. A source travels with its
raw text, so that it is the same source in the library that receives it, and with what was done
by hand to it (`tidying.json`, where anything was), so that tidying can go on there.
"""

import io
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from studydesk.domain.article import Article, Source
from studydesk.domain.cleaning import is_faithful
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.tidying import Tidying
from studydesk.errors import (
    EditRefused,
    FileUnreadable,
    StudypackDamaged,
    StudypackTooNew,
    reason_of,
)
from studydesk.files import write_file
from studydesk.library import codec
from studydesk.library.pack_versions import NEWER_FIELDS, SINCE, least_version

VERSION = max(SINCE.values())
"""The latest version, and all before it, can be read; what is written says the lowest it needs."""
LARGEST_FILE = 64 * 2**20
"""Bytes that a packet file may have."""
LARGEST_PART = 256 * 2**20
"""Bytes that a file inside it may unpack to."""

_FORMAT = "studydesk.studypack"
_HEAD, _PACKET, _ARTICLES = "studypack.json", "packet.json", "articles.json"
_TIDYING = "tidying.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class TidiedSource:
    """What was done by hand to a source, in order."""

    source_id: str
    operations: tuple[Tidying, ...]


@dataclass(frozen=True, slots=True)
class Studypack:
    """What a packet file holds."""

    packet: Packet
    articles: tuple[tuple[Article, Source], ...]
    tidying: tuple[TidiedSource, ...] = ()


@dataclass(frozen=True, slots=True)
class _Content:
    """The articles of a packet file, each source once."""

    sources: tuple[Source, ...]
    articles: tuple[Article, ...]


def write_studypack(
    path: Path,
    packet: Packet,
    articles: Iterable[tuple[Article, Source]],
    tidying: Iterable[TidiedSource] = (),
) -> None:
    """Write a packet file, whole or not at all; the same content gives the same bytes.

    Raises DiskFull or FileUnwritable.
    """
    pairs = list(articles)
    sources = {source.id: source for _, source in pairs}
    content = _Content(tuple(sources.values()), tuple(article for article, _ in pairs))
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as pack:
        done = tuple(tidying)
        head = {"format": _FORMAT, "version": least_version((packet, content, done))}
        parts = [(_HEAD, head), (_PACKET, packet), (_ARTICLES, content)]
        if done:
            parts.append((_TIDYING, done))
        for name, part in parts:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # the same bytes on Windows too
            entry.external_attr = 0o644 << 16
            text = codec.dump(part, NEWER_FIELDS)
            pack.writestr(entry, text, zipfile.ZIP_DEFLATED, compresslevel=9)
    write_file(path, data.getvalue())


def read_studypack(path: Path) -> Studypack:
    """Read a packet file; nothing is unpacked to disk.

    Raises FileUnreadable, StudypackDamaged or StudypackTooNew.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise FileUnreadable(path, reason_of(error)) from error
    if len(data) > LARGEST_FILE:
        raise StudypackDamaged(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            version = _version(_part(pack, _HEAD))
            if version > VERSION:
                raise StudypackTooNew(path, version)
            packet = codec.load(Packet, _part(pack, _PACKET))
            content = codec.load(_Content, _part(pack, _ARTICLES))
            tidying: tuple[TidiedSource, ...] = ()
            if _TIDYING in pack.namelist():
                tidying = codec.load(tuple[TidiedSource, ...], _part(pack, _TIDYING))
        return Studypack(_sound(packet), _paired(content), tidying)
    except _DAMAGE as error:
        raise StudypackDamaged(path) from error


_DAMAGE = (
    ValueError,  # codec.Unreadable, or a place before the beginning of the file
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,  # another such place; the file is in memory by now
    NotImplementedError,  # packed in a way that is not used here
    RuntimeError,  # locked with a password
    KeyError,  # a part is missing
)


def _part(pack: zipfile.ZipFile, name: str) -> bytes:
    """One file of the pack. What it claims to unpack to is checked first, then held to it."""
    if pack.getinfo(name).file_size > LARGEST_PART:
        raise codec.Unreadable(f"{name} is too large")
    with pack.open(name) as file:
        part = file.read(LARGEST_PART + 1)
    if len(part) > LARGEST_PART:
        raise codec.Unreadable(f"{name} is too large")
    return part


def _version(head: bytes) -> int:
    match codec.parse(head):
        case {"format": str(name), "version": int(version)} if name == _FORMAT and version > 0:
            return version
    raise codec.Unreadable("not a packet file")


def _sound(packet: Packet) -> Packet:
    """The packet, if its items and passages keep the rules that edits keep."""
    ids = [item.id for item in packet.items]
    if len(set(ids)) < len(ids):
        raise codec.Unreadable("two items with one id")
    for item in packet.items:
        if isinstance(item, PassageItem):
            _check_passage(item.passage)
    return packet


def _check_passage(passage: Passage) -> None:
    if passage.start < 0 or passage.end - passage.start != len(passage.text):
        raise codec.Unreadable("a passage of another length than its place")
    if not all(0 <= start < end <= len(passage.text) for start, end, _ in passage.subheadings):
        raise codec.Unreadable("a subheading from outside its passage")
    marked = replace(passage, operations=())
    try:
        for operation in passage.operations:
            marked = marked.with_operation(operation)
    except EditRefused as error:
        raise codec.Unreadable(error.reason) from error


def _paired(content: _Content) -> tuple[tuple[Article, Source], ...]:
    sources = {source.id: source for source in content.sources}
    for article in content.articles:
        raw = sources[article.source_id].raw
        spans = [span for block in article.blocks for span in block.spans]
        if not all(0 <= span.start < span.end <= len(raw) for span in spans):
            raise codec.Unreadable("a block from outside its source")
        if not all(is_faithful(raw, block) for block in article.blocks):
            raise codec.Unreadable("a block that is not what its source says")
    return tuple((article, sources[article.source_id]) for article in content.articles)

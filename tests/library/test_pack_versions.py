"""A packet file says the lowest version that can read it, and whatever is new has a version."""

import dataclasses
import json
import types
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from studydesk.domain.article import (
    Article,
    Block,
    Correction,
    ProblemKind,
    Recovery,
    Source,
    SourceKind,
    Span,
)
from studydesk.domain.packet import (
    Action,
    AnswerSpace,
    Goals,
    Guide,
    Item,
    Packet,
    PassageItem,
    Question,
)
from studydesk.domain.parts import Part
from studydesk.domain.passage import Passage, Subheading
from studydesk.domain.tidying import JoinArticles, MoveArticle, Settle, Tidying
from studydesk.domain.vouching import Duty, Signature
from studydesk.library import schema
from studydesk.library.pack_versions import SINCE, least_version
from studydesk.library.studypack import VERSION, Studypack, TidiedSource, write_studypack

KNOWN = Path(__file__).parents[1] / "data" / "packet_file_9.txt"
"""All that a packet file of version 9 may hold, a line each."""


def things(hint: Any, seen: set[type]) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any hint
    """All kinds, fields and choices that a type hint leads to, by their names."""
    if get_origin(hint) in (types.UnionType, Union, tuple):
        for part in get_args(hint):
            yield from things(part, seen)
    if not isinstance(hint, type) or hint in seen:
        return
    seen.add(hint)
    if issubclass(hint, Enum):
        yield from ((f"{hint.__name__}.{member.value}", member) for member in hint)
    elif dataclasses.is_dataclass(hint) or (issubclass(hint, tuple) and hint is not tuple):
        yield hint.__name__, hint
        for name, part in get_type_hints(hint).items():
            yield f"{hint.__name__}.{name}", (hint, name)
            yield from things(part, seen)


def test_whatever_is_new_in_a_packet_file_comes_with_a_version_of_its_own() -> None:
    known = set(KNOWN.read_text(encoding="utf-8").splitlines())
    found = dict(things(Studypack, set()))
    assert known <= set(found), "what older files hold cannot be read any more"
    classes = {thing for thing in found.values() if isinstance(thing, type)}
    new_classes = {found[name] for name in set(found) - known} & classes
    for name in sorted(set(found) - known):
        thing = found[name]
        if isinstance(thing, tuple) and thing[0] in new_classes:
            continue  # it came with its class
        assert SINCE.get(thing, 1) > 9, f"{name} needs a version in _CAME"


def test_a_field_that_came_later_has_a_default_which_older_programs_need_not_see() -> None:
    for thing in SINCE:
        if isinstance(thing, tuple):
            kind, name = thing
            (field,) = (field for field in dataclasses.fields(kind) if field.name == name)
            assert field.default is not dataclasses.MISSING, name


def test_the_library_which_keeps_all_of_it_has_as_many_versions() -> None:
    assert (VERSION, schema.current_version()) == (9, 9)


BLOCK = Block(kind=next(iter(get_type_hints(Block)["kind"])), text="文", spans=(Span(0, 1),))
CORRECTED = replace(BLOCK, corrections=(Correction(Span(0, 1), "又", "文", 0),))
PASSAGE = Passage("a-1", 0, 2, "选段")


def with_item(item: Item) -> Packet:
    return Packet("周五", items=(Guide("导读"), item))


def tidied(operation: Tidying) -> TidiedSource:
    return TidiedSource("a", (operation,))


@pytest.mark.parametrize(
    ("content", "version"),
    [
        (with_item(PassageItem(PASSAGE)), 1),
        (with_item(Question("为什么？")), 1),
        (Source("报纸", "文", "工人日报", date(2025, 11, 3), "7"), 1),
        (Article("a-1", "a", (BLOCK,)), 1),
        (Article("a-1", "a", (BLOCK, CORRECTED)), 2),
        (Packet("周五", parts=()), 3),
        (Packet("周五", parts=(next(iter(Part)),)), 3),
        (with_item(Goals("目标")), 3),
        (with_item(Question("为什么？", space=AnswerSpace.HALF)), 3),
        (tidied(JoinArticles(1, 0)), 3),
        (Packet("周五", tightness=1), 4),
        (tidied(Settle(0, ProblemKind.TITLE_UNCERTAIN)), 4),
        (with_item(PassageItem(replace(PASSAGE, subheadings=(Subheading(0, 1),)))), 5),
        (with_item(Action(last="上次")), 6),
        (Packet("周五", silenced=("rule",)), 7),
        (Packet("周五", signatures=(Signature(Duty("编写"), "王敏", date(2026, 1, 2)),)), 7),
        (Source("杂志", "文", kind=SourceKind.JOURNAL), 8),
        (Source("网页", "文", seen=date(2026, 1, 2)), 8),
        (tidied(MoveArticle(1, 0)), 9),
    ],
)
def test_what_a_program_of_a_version_knows_asks_for_no_later_one(
    content: object, version: int
) -> None:
    assert least_version((content,)) == version


def test_a_file_holds_nothing_that_a_program_of_its_version_does_not_know(
    tmp_path: Path, page: tuple[Source, Recovery]
) -> None:
    source, recovery = page
    packet = Packet("周五", items=(Action(), PassageItem(PASSAGE)), tightness=2)
    path = tmp_path / "a.studypack"
    write_studypack(path, packet, [(article, source) for article in recovery.articles])
    with zipfile.ZipFile(path) as pack:
        head, kept, content = (
            json.loads(pack.read(f"{name}.json")) for name in ("studypack", "packet", "articles")
        )
    assert head["version"] == 4
    assert {"parts", "kept", "silenced", "signatures"}.isdisjoint(kept)
    assert {"last", "agreed"}.isdisjoint(kept["items"][0])
    assert {"kind", "seen"}.isdisjoint(kept["items"][1]["passage"]["citation"])
    assert {"kind", "seen"}.isdisjoint(content["sources"][0])
    assert all("corrections" not in block for block in content["articles"][0]["blocks"])

"""Everything in the domain survives being written and read back; nothing else is read."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.article import Article, Problem, Source
from studydesk.domain.packet import ITEM_KINDS, Item, Packet, Question, Session
from studydesk.domain.passage import Citation, Operation, Passage
from studydesk.domain.tidying import TIDYING_KINDS, Tidying
from studydesk.library import codec

# What fits in a column of SQLite; hypothesis makes every other field by its type.
st.register_type_strategy(int, st.integers(-(2**31), 2**31 - 1))
ANY_TEXT = st.text(st.characters(), max_size=20)  # lone surrogates, too
st.register_type_strategy(str, ANY_TEXT)


@pytest.mark.parametrize(
    "kind", [*ITEM_KINDS.values(), *get_args(Operation), *TIDYING_KINDS.values()]
)
@given(data=st.data())
def test_every_kind_of_item_and_operation_comes_back(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    assert codec.load(kind, codec.dump(value).encode()) == value


@given(st.from_type(Packet) | st.from_type(Article) | st.from_type(Source) | st.from_type(Problem))
def test_every_object_comes_back(value: object) -> None:
    assert codec.load(type(value), codec.dump(value).encode()) == value


@given(st.builds(Citation, published=st.none() | st.dates()))
def test_a_citation_comes_back(citation: Citation) -> None:
    assert codec.load(Citation, codec.dump(citation)) == citation


def test_every_class_that_shares_a_field_has_a_name_of_its_own() -> None:
    assert {*get_args(Item), *get_args(Operation), *get_args(Tidying)} == set(codec.NAMES)
    assert len(set(codec.NAMES.values())) == len(codec.NAMES)


def test_chinese_stays_readable() -> None:
    assert codec.dump(Session("工会", date(2025, 11, 7))) == (
        '{"unit":"工会","held_on":"2025-11-07","place":"","host":"","minutes":60}'
    )


def test_a_field_that_is_new_since_takes_its_default() -> None:
    assert codec.load(Session, '{"unit":"工会"}') == Session("工会")


GOOD = codec.dump(Packet("题", items=(Question("问", id="q"),), id="p"))


@pytest.mark.parametrize(
    ("kind", "damaged"),
    [
        (Packet, GOOD[:-1]),
        (Packet, "[]"),
        (Packet, "null"),
        (Packet, "[" * 100_000),
        (Packet, GOOD.replace('"question"', '"quiz"')),
        (Packet, GOOD.replace('"type":"question",', "")),
        (Packet, GOOD.replace('"text":"问",', "")),
        (Packet, GOOD.replace('"minutes":0', '"minutes":0.0')),
        (Packet, GOOD.replace('"minutes":0', '"minutes":true')),
        (Packet, GOOD.replace('"minutes":0', '"minutes":99999999999')),
        (Packet, GOOD.replace('"minutes":0', '"minutes":' + "9" * 5000)),
        (Packet, GOOD.replace('"held_on":null', '"held_on":"20251107"')),
        (Packet, GOOD.replace('"held_on":null', '"held_on":"gestern"')),
        (Packet, GOOD.replace('"items":[', '"items":[null,')),
        (Packet, GOOD.replace('"id":"p"', '"id":"p","surprise":1')),
        (Packet, GOOD.replace('"title":"题"', '"title":["题"]')),
        (Question, '{"type":"question","text":"问","kind":"难","id":"q"}'),
        (
            Article,
            '{"id":"a","source_id":"s","blocks":[{"kind":"title","text":"题","spans":[[0]]}]}',
        ),
    ],
)
def test_what_was_not_written_here_is_refused(kind: type, damaged: str) -> None:
    with pytest.raises(codec.Unreadable):
        codec.load(kind, damaged)


@given(st.binary(max_size=50))
def test_bytes_of_any_sort_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(codec.Unreadable):
        codec.load(Passage, data)

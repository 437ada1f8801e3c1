"""Finished files are read again: what they say of a passage is what the packet says."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.packet import Packet, PassageItem, Question
from studydesk.domain.passage import Emphasis, Insertion, Omission, Passage
from studydesk.handout.model import Edition
from studydesk.services.handouts import export
from studydesk.services.reading_back import read_back, stands
from studydesk.sources.reading import read_file
from studydesk.sources.recovery import recover

SIMILAR = {"己": "已", "未": "末", "入": "人", "，": "、", "。": "，", "“": "”", "的": "地"}


@pytest.fixture(scope="session")
def passages(seed_paths: tuple[Path, ...]) -> tuple[Passage, ...]:
    """A passage of 40 to 400 characters from every article of the seeds that is long enough."""
    found: list[Passage] = []
    for path in seed_paths:
        source = read_file(path)
        for article in recover(source).articles:
            if len(article.body) > 500:
                found.append(Passage.pick(article, source, 60, 60 + 40 * (1 + len(found) % 10)))
    return tuple(found)


@pytest.fixture
def packet(passages: tuple[Passage, ...]) -> Packet:
    """A packet with passages that have operations done to them."""
    first, second, third, *rest = passages
    first = first.with_operation(Omission(4, 9)).with_operation(Insertion(2, "编者的话"))
    second = second.with_operation(Emphasis(3, 12))
    return Packet("回读", items=tuple(map(PassageItem, (first, second, third, *rest[:5]))))


def written(packet: Packet, folder: Path) -> list[tuple[Path, Edition]]:
    editions = (Edition.PARTICIPANT, Edition.RECORD)
    paths = export(packet, folder, editions, ("docx", "pdf"), packet.preset)
    return list(zip(paths, (e for e in editions for _ in range(2)), strict=True))


def test_every_passage_stands_in_both_files_and_the_record_has_none(
    packet: Packet, tmp_path: Path
) -> None:
    result = read_back(packet, written(packet, tmp_path))
    assert (result.files, result.passages, result.differing) == (2, 16, ())


def test_files_of_another_packet_are_told_passage_by_passage(
    packet: Packet, passages: tuple[Passage, ...], tmp_path: Path
) -> None:
    files = written(packet, tmp_path)
    changed = PassageItem(passages[10], id="other")
    result = read_back(Packet("回读", items=(*packet.items, changed)), files)
    assert [item_id for _, item_id in result.differing] == ["other", "other"]


def test_a_file_that_cannot_be_read_is_named(packet: Packet, tmp_path: Path) -> None:
    (first, edition), *_ = written(packet, tmp_path)
    first.unlink()
    assert read_back(packet, [(first, edition)]).unread == (first,)


def test_a_packet_without_passages_has_nothing_to_read(tmp_path: Path) -> None:
    packet = Packet("无", items=(Question("问？"),))
    assert read_back(packet, written(packet, tmp_path)).files == 0


def test_any_one_changed_character_of_500_passages_is_seen(
    passages: tuple[Passage, ...],
) -> None:
    page = "".join("".join(passage.text.split()) for passage in passages)
    chance = random.Random(1)
    for _ in range(500):
        text = "".join(chance.choice(passages).text.split())
        at = chance.randrange(len(text))
        other = SIMILAR.get(text[at], "某")
        assert stands(text, page)
        assert not stands(text[:at] + other + text[at + 1 :], page)


@given(st.integers(20, 80), st.integers(20, 80))
def test_a_passage_may_be_cut_by_the_end_of_a_page(first: int, second: int) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(first + second))
    assert stands(text, f"前文{text[:first]}—2—另一栏的话{text[first:]}后文")
    assert not stands(text, f"前文{text[:first]}—2—{text[first + 1 :]}后文")

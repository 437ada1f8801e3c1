"""Finished files are read again: what they say of a passage is what the packet says."""

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studydesk.domain.packet import Packet, PassageItem, Question
from studydesk.domain.passage import Emphasis, Insertion, Omission, Passage
from studydesk.handout.measures import characters_of_line
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Limits, Preset, Sources
from studydesk.services import reading_back
from studydesk.services.handouts import export
from studydesk.services.reading_back import FileText, _text, read_back, stands
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover

SIMILAR = str.maketrans(
    "己已未末入人，、。；“”《》的0123456789", "已己末未人入、，，：”“〈〉地1234567890"
)
"""Characters that are taken for others, and the others."""


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


def test_numbers_of_paragraphs_are_no_part_of_a_passage(tmp_path: Path) -> None:
    text = "老师傅把手艺传下去，要讲清道理。\n年轻人把本领学到手，要多练几遍。\n甲。"
    packet = Packet("回读", items=(PassageItem(Passage("s-1", 0, len(text), text)),))
    files = written(packet, tmp_path)
    assert read_back(packet, files).differing == ()
    other = replace(packet.passages[0], text=text.replace("多练", "常练"))
    result = read_back(replace(packet, items=(PassageItem(other),)), files)
    assert len(result.differing) == 2


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


def many(seed_paths: tuple[Path, ...], chance: random.Random, count: int) -> list[PassageItem]:
    """Passages of any length from any place of the seeds, many of which overlap."""
    articles = [
        (article, source)
        for source in map(read_file, seed_paths)
        for article in recover(source).articles
        if len(article.body) > 500
    ]
    items = []
    for number in range(count):
        article, source = chance.choice(articles)
        size = chance.randint(20, 120)
        start = chance.randrange(len(article.body) - size)
        passage = Passage.pick(article, source, start, start + size)
        items.append(PassageItem(passage, id=f"p{number}"))
    return items


def mutated(item: PassageItem, chance: random.Random) -> tuple[PassageItem, str]:
    """The passage with one other character, and the character that was changed: one of the last
    three, one that is easily mistaken (己 and 已 before all), or any.
    """
    text = item.passage.text
    places = [at for at, character in enumerate(text) if not character.isspace()]
    similar = [at for at in places if ord(text[at]) in SIMILAR]
    similar = [at for at in places if text[at] in "己已"] or similar
    kind = chance.randrange(12)
    at = chance.choice(places[-3:] if kind < 3 else similar if similar and kind < 9 else places)
    other = text[at].translate(SIMILAR)
    changed = text[:at] + ("某" if other == text[at] else other) + text[at + 1 :]
    return replace(item, passage=replace(item.passage, text=changed)), text[at]


OWN = replace(PRESETS["普通讲义"], name="自己的版式", sources=Sources.FOOTNOTE, passage_codes=True)
"""A preset as users make one, with what else may stand beside a passage."""


@pytest.mark.parametrize("preset", [*PRESETS.values(), OWN], ids=lambda preset: str(preset.name))
def test_any_one_changed_character_of_any_passage_is_seen_in_docx_and_pdf(
    seed_paths: tuple[Path, ...], tmp_path: Path, preset: Preset
) -> None:
    thorough = settings.default is not None and settings.default.max_examples > 50
    count = 500 if thorough or preset.name == "普通讲义" else 60
    chance = random.Random(20251121)
    presets = {preset.name: replace(preset, limits=Limits())}  # a card has room for all of them
    packet = Packet("核对", items=tuple(many(seed_paths, chance, count)), preset=preset.name)
    editions, formats = (Edition.PARTICIPANT,), ("docx", "pdf")
    files = export(packet, tmp_path, editions, formats, preset.name, presets=presets)
    there = [(path, Edition.PARTICIPANT) for path in files]
    untouched = read_back(packet, there, presets)
    assert (untouched.files, untouched.passages, untouched.differing) == (2, 2 * count, ())
    changed = [mutated(item, chance) for item in packet.items if isinstance(item, PassageItem)]
    characters = {character for _, character in changed}
    assert count < 500 or {"己", "“", "”", "、", "，"} <= characters
    assert count < 500 or any(character.isdecimal() for character in characters)
    falsified = replace(packet, items=tuple(item for item, _ in changed))
    found = read_back(falsified, there, presets)
    assert len(set(found.differing)) == 2 * count


@given(st.integers(20, 80), st.integers(20, 80))
def test_a_passage_may_be_cut_by_the_end_of_a_page(first: int, second: int) -> None:
    text = "".join(chr(0x4E00 + n) for n in range(first + second))
    lines = ["前文", text[:first], "—2—", "另一栏的话", text[first:], "后文"]
    assert stands(text, pages(lines))
    assert not stands(text, FileText("".join(lines)))
    assert not stands(text, pages([*lines[:4], text[first + 1 :], "后文"]))
    assert not stands(text, pages([*lines[:3], lines[3] + text[first:], "后文"]))


def pages(lines: list[str], heads: list[str] | None = None) -> FileText:
    begins = [sum(map(len, lines[:number])) for number in range(len(lines))]
    return FileText("".join(lines), tuple(begins), tuple(heads or ()))


def test_the_few_characters_of_a_last_line_must_be_all_of_a_line() -> None:
    text = "每一道工序都做到位，一年一年练出手艺。"
    head, tail = text[:-2], text[-2:]
    assert stands(text, pages([head, "—2—", tail, "后文"]))
    assert stands(text, pages([head, "—2—", tail]))
    assert not stands(text, pages([head, "—2—", f"{tail}后文"]))
    assert stands(text, pages([head[:-1], "—2—", f"{head[-1]}{tail}"]))
    assert stands(text, pages([head, "—2—", f"{tail}⑫", "后文"]))
    assert not stands(text, pages([f"{head[:-1]}，", "—2—", f"{head[-1]}{tail}"]))


FEET = re.compile("<!-- (.+) -->")


def test_lines_that_end_pages_alike_are_no_running_feet(tmp_path: Path) -> None:
    numbers = range(16 * characters_of_line(PRESETS["大字版"]))
    everyday = bytes(byte for n in numbers for byte in (0xB0 + n // 94, 0xA1 + n % 94))
    text = everyday.decode("gb2312")
    twice = [PassageItem(Passage(f"s-{n}", 0, len(text), text)) for n in range(2)]
    packet = Packet("回读", items=tuple(twice), preset="大字版")
    files = written(packet, tmp_path)
    (foot,) = {head for head in FEET.findall(read_file(files[1][0]).raw) if head in text}
    assert read_back(packet, files).differing == ()
    other = replace(twice[0].passage, text=text.replace(foot, foot[:-1] + "他"))
    result = read_back(replace(packet, items=(PassageItem(other, id="other"),)), files)
    assert [item_id for _, item_id in result.differing] == ["other", "other"]


def test_a_page_may_end_with_a_first_line_of_a_few_characters() -> None:
    assert stands("1。2第二，坚持创新。", pages(["选段一", "1。", "42同前。", "2第二，坚持创新。"]))
    assert not stands(
        "1。2第二，坚持创新。", pages(["选段一", "1。", "42同前。", "2第二，坚持创造。"])
    )
    assert not stands("1。2第二，坚持创新。", pages(["选段一1。", "42同前。", "2第二，坚持创新。"]))


def test_a_line_taken_for_a_running_head_counts_where_it_is_missing() -> None:
    head, middle, foot = "练兵是为了打仗，", "比武是为了练兵，功夫在平时。", "年年都要练。"
    found = pages(["前文", middle, "后文"], heads=[head, foot])
    assert stands(head + middle + foot, found)
    assert stands(head, found)
    assert not stands(head + "比武" + foot, found)
    assert not stands(head + middle + foot.replace("练", "赛"), found)


def test_a_line_of_nothing_but_space_is_no_running_head() -> None:
    found = _text("<!-- \u3000 -->\n选段一二三四五六七八九十\n", 1)
    assert found.heads == ()
    assert not stands("选段一二三四五六七八九十甲乙丙丁", found)


@pytest.mark.parametrize("unseen", ["\u200b", "\u00ad", "\ufe0f", "\U000e0100"])
def test_a_passage_with_what_nobody_sees_is_looked_for(unseen: str, tmp_path: Path) -> None:
    text = f"班组长要把隐患{unseen}及时上报处理，不等不拖。"
    packet = Packet("回读", items=(PassageItem(Passage("s-1", 0, len(text), text)),))
    files = written(packet, tmp_path)
    result = read_back(packet, files)
    assert (result.passages, result.differing) == (2, ())
    other = replace(packet.passages[0], text=text.replace("及时", "不必"))
    assert len(read_back(replace(packet, items=(PassageItem(other),)), files).differing) == 2


def test_a_character_that_pdf_reads_as_another_is_no_difference(tmp_path: Path) -> None:
    text = "更\uf901有一条，把经验传下去，让年轻人学得会。"
    packet = Packet("回读", items=(PassageItem(Passage("s-1", 0, len(text), text)),))
    assert read_back(packet, written(packet, tmp_path)).differing == ()


def test_a_passage_that_is_not_set_as_it_stands_is_told(
    packet: Packet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = written(packet, tmp_path)
    monkeypatch.setattr(reading_back, "printable", lambda text: text.replace("工", "土"))
    assert read_back(packet, files).differing


@pytest.mark.parametrize("before", range(0, 60, 3))
def test_a_hyphen_at_the_end_of_a_line_is_one(before: int, tmp_path: Path) -> None:
    text = "工" * before + "详见 five-small-awards-of-the-union-and-its-groups 一页。"
    packet = Packet("回读", items=(PassageItem(Passage("s-1", 0, len(text), text)),))
    assert read_back(packet, written(packet, tmp_path)).differing == ()

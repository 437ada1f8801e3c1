"""A packet file brings back what was written, or says what is wrong with it."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studydesk.domain.article import Article, Recovery, Source
from studydesk.domain.packet import Guide, Packet, PassageItem
from studydesk.domain.passage import Omission, Passage
from studydesk.errors import FileUnreadable, StudypackDamaged, StudypackTooNew
from studydesk.library import studypack
from studydesk.library.studypack import read_studypack, write_studypack

FIRST_VERSION = '"version":1'
NEXT_VERSION = f'"version":{studypack.VERSION + 1}'

Pairs = tuple[tuple[Article, Source], ...]


@pytest.fixture
def pairs(page: tuple[Source, Recovery]) -> Pairs:
    source, recovery = page
    return tuple((article, source) for article in recovery.articles)


@pytest.fixture
def packet(pairs: Pairs) -> Packet:
    passage = Passage.pick(*pairs[0], 0, 6).with_operation(Omission(0, 1))
    return Packet("周五学习", items=(Guide("导读"), PassageItem(passage, id="选段")))


@pytest.fixture
def written(tmp_path: Path, packet: Packet, pairs: Pairs) -> Path:
    path = tmp_path / "周五学习.studypack"
    write_studypack(path, packet, pairs)
    return path


def rewrite(path: Path, name: str, change: Callable[[str], str]) -> None:
    """Put a changed part into a packet file, which stays a sound zip."""
    with zipfile.ZipFile(path) as pack:
        parts = {part: pack.read(part).decode() for part in pack.namelist()}
    parts[name] = change(parts[name])
    with zipfile.ZipFile(path, "w") as pack:
        for part, text in parts.items():
            pack.writestr(part, text)


# --- what comes back -----------------------------------------------------------------------


def test_packet_articles_and_sources_come_back(written: Path, packet: Packet, pairs: Pairs) -> None:
    pack = read_studypack(written)
    assert (pack.packet, pack.articles) == (packet, pairs)


def test_the_same_content_gives_the_same_bytes(
    written: Path, packet: Packet, pairs: Pairs, tmp_path: Path
) -> None:
    write_studypack(tmp_path / "again", packet, iter(pairs))
    assert (tmp_path / "again").read_bytes() == written.read_bytes()


@given(title=st.text(st.characters()), words=st.text(st.characters()))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_come_back(tmp_path: Path, title: str, words: str) -> None:
    packet = Packet(title, items=(Guide(words),))
    write_studypack(tmp_path / "a.studypack", packet, ())
    assert read_studypack(tmp_path / "a.studypack").packet == packet


# --- what is refused -----------------------------------------------------------------------


def test_a_packet_file_of_a_later_version_is_told_apart(written: Path) -> None:
    rewrite(written, "studypack.json", lambda text: text.replace(FIRST_VERSION, NEXT_VERSION))
    rewrite(written, "packet.json", lambda _: '{"of":"tomorrow"}')
    with pytest.raises(StudypackTooNew) as refused:
        read_studypack(written)
    assert (refused.value.path, refused.value.version) == (written, studypack.VERSION + 1)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_cut_short_is_damaged(written: Path, tmp_path: Path, data: st.DataObject) -> None:
    whole = written.read_bytes()
    (tmp_path / "cut").write_bytes(whole[: data.draw(st.integers(0, len(whole) - 1))])
    with pytest.raises(StudypackDamaged):
        read_studypack(tmp_path / "cut")


@given(at=st.floats(0, 0.999), bit=st.integers(0, 7))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_bit_is_found_or_does_no_harm(
    written: Path, packet: Packet, pairs: Pairs, tmp_path: Path, at: float, bit: int
) -> None:
    data = bytearray(written.read_bytes())
    data[int(at * len(data))] ^= 1 << bit
    (tmp_path / "flipped").write_bytes(data)
    try:
        pack = read_studypack(tmp_path / "flipped")
    except StudypackDamaged:
        return
    assert (pack.packet, pack.articles) == (packet, pairs)


def no_version(text: str) -> str:
    return text.replace(FIRST_VERSION, '"version":"1"')


def beyond_its_text(text: str) -> str:
    return text.replace('"type":"omission","start":0', '"type":"omission","start":70')


def subheading_beyond_its_text(text: str) -> str:
    return text.replace('"operations":', '"subheadings":[[0,70,1]],"operations":')


def longer_than_its_place(text: str) -> str:
    return text.replace('"text":"新质生', '"text":"新质质生')


def twice_the_same_item(text: str) -> str:
    parsed = json.loads(text)
    parsed["items"] *= 2
    return json.dumps(parsed)


def outside_its_source(text: str) -> str:
    return text.replace("[[0,3]]", "[[0,300000]]")


def of_another_source(text: str) -> str:
    return text.replace('"source_id":"', '"source_id":"f')


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("studypack.json", no_version),
        ("studypack.json", lambda _text: "{}"),
        ("packet.json", beyond_its_text),
        ("packet.json", subheading_beyond_its_text),
        ("packet.json", longer_than_its_place),
        ("packet.json", twice_the_same_item),
        ("articles.json", outside_its_source),
        ("articles.json", of_another_source),
    ],
)
def test_content_that_no_packet_can_have_is_damaged(
    written: Path, part: str, change: Callable[[str], str]
) -> None:
    rewrite(written, part, lambda text: text)
    read_studypack(written)
    rewrite(written, part, change)
    with pytest.raises(StudypackDamaged):
        read_studypack(written)


@pytest.mark.parametrize("missing", ["studypack.json", "packet.json", "articles.json"])
def test_a_file_without_one_of_its_parts_is_damaged(written: Path, missing: str) -> None:
    data = written.read_bytes().replace(missing.encode(), missing.upper().encode())
    written.write_bytes(data)
    with pytest.raises(StudypackDamaged):
        read_studypack(written)


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_unpacked(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studypack, "LARGEST_PART", 100_000)
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("studypack.json", '{"format":"studydesk.studypack","version":1}')
        pack.writestr("packet.json", "[" + " " * 200_000)
    with pytest.raises(StudypackDamaged) as refused:
        read_studypack(written)
    assert "too large" in str(refused.value.__cause__)


def test_a_part_that_lies_about_its_size_is_damaged(written: Path) -> None:
    data = written.read_bytes()
    at = data.rindex(b"PK\x01\x02")  # the directory's entry of the last part
    written.write_bytes(data[: at + 24] + (10).to_bytes(4, "little") + data[at + 28 :])
    with pytest.raises(StudypackDamaged):
        read_studypack(written)


def test_a_huge_file_is_not_read(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studypack, "LARGEST_FILE", 100)
    with pytest.raises(StudypackDamaged):
        read_studypack(written)


def test_a_file_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read_studypack(tmp_path / "没有.studypack")


def test_a_packet_file_locked_with_a_password_is_damaged(written: Path) -> None:
    data = bytearray(written.read_bytes())
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(sign, at + 4)
    written.write_bytes(data)
    with pytest.raises(StudypackDamaged):
        read_studypack(written)


def test_a_text_that_its_source_does_not_have_is_damage(written: Path) -> None:
    """Article and passage altered alike agree with one another, but not with the page."""
    for part in ("articles.json", "packet.json"):
        rewrite(written, part, lambda text: text.replace('"新质生产力', '"旧质生产力'))
    with pytest.raises(StudypackDamaged):
        read_studypack(written)

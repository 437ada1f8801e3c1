"""The question bank: kept, found again, carried by CSV."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from studydesk.domain.packet import Question, QuestionKind
from studydesk.errors import FileUnreadable
from studydesk.library import BankedQuestion, Library, Use
from studydesk.services.question_bank import (
    TEMPLATE,
    read_bank,
    search_bank,
    templates,
    write_bank,
)

OWN = Question(
    "“技能断层”在哪道工序？",
    QuestionKind.CONNECT,
    8,
    intent="落到工序",
    expected="说出工序",
    id="own",
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with Library.open(tmp_path / "资料库") as library:
        yield library


def texts(found: tuple[BankedQuestion, ...]) -> list[str]:
    return [one.question.text for one in found]


def test_thirty_templates_ship_six_of_each_kind() -> None:
    kinds = [one.question.kind for one in templates()]
    assert {kind: kinds.count(kind) for kind in QuestionKind} == dict.fromkeys(QuestionKind, 6)
    assert all(one.question.intent and TEMPLATE in one.tags for one in templates())


def test_own_questions_come_first_and_stay(library: Library) -> None:
    assert library.keep_question(OWN, ["设备", "产改"])
    found = search_bank(library)
    assert len(found) == 31
    assert (found[0].question, found[0].tags) == (OWN, ("产改", "设备"))


def test_the_same_words_are_kept_once_with_all_their_tags(library: Library) -> None:
    library.keep_question(OWN, ["设备"])
    again = Question(OWN.text, OWN.kind)
    assert not library.keep_question(again, ["产改"])
    (kept,) = library.banked()
    assert kept.tags == ("产改", "设备")


def test_every_word_of_a_query_is_looked_for_in_text_kind_and_tags(library: Library) -> None:
    library.keep_question(OWN, ["设备"])
    assert texts(search_bank(library, "设备 联系"))[0] == OWN.text
    assert texts(search_bank(library, "断层 行动")) == []
    assert len(search_bank(library, "模板 反思")) == 6


def test_a_use_is_remembered_and_goes_with_the_question(library: Library) -> None:
    use = Use("周五班组学习", date(2026, 11, 27))
    library.keep_question(OWN)
    library.note_use("own", use)
    library.note_use("own", use)
    library.note_use("template-1", use)
    assert library.banked()[0].uses == (use,)
    library.forget_question("own")
    assert library.banked() == []


def test_a_bank_travels_as_csv(library: Library, tmp_path: Path) -> None:
    danger = Question(
        "=1+1 是几？", QuestionKind.REFLECT, follow_ups='有"引号"\n和换行', id="danger"
    )
    library.keep_question(OWN, ["设备"], [Use("周五", date(2026, 11, 27))])
    library.keep_question(danger)
    file = tmp_path / "题库.csv"
    assert write_bank(library, file) == 2
    assert "'=1+1" in file.read_text("utf-8-sig")
    with Library.open(tmp_path / "另一个") as other:
        taken = read_bank(other, file)
        again = read_bank(other, file)
        assert ((taken.added, taken.known), (again.added, again.known)) == ((2, 0), (0, 2))
        kept = {one.question.text: one for one in other.banked()}
    assert kept[OWN.text].uses == (Use("周五", date(2026, 11, 27)),)
    assert kept[OWN.text].question.expected == OWN.expected
    assert kept[danger.text].question.follow_ups == danger.follow_ups


def test_a_file_of_another_office_program_is_read(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "题.csv"
    file.write_bytes("题型,题目\r\n理解,这段讲了哪几点？\r\n,\r\n".encode("gb18030"))
    assert read_bank(library, file).added == 1


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe\xff", "题型,题目\n什么,问？\n".encode(), "题型,题目,时间\n理解,问？,多\n".encode()],
)
def test_what_is_no_bank_is_refused_and_nothing_kept(
    library: Library, tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "坏.csv"
    file.write_bytes(data)
    with pytest.raises(FileUnreadable):
        read_bank(library, file)
    assert library.banked() == []

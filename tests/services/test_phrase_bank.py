"""The bank of set wording: what ships, what users make of it, and CSV."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from studydesk.domain.article import Severity
from studydesk.errors import BankUnreadable, FileUnreadable
from studydesk.library import Library
from studydesk.services.phrase_bank import (
    Phrase,
    bank_day,
    keep_phrases,
    phrases,
    read_phrases,
    shipped,
    write_phrases,
)

OWN = Phrase(
    "匠心杯职工技能大赛",
    ("匠心杯",),
    ("匠心杯技能竞赛", "匠心杯大赛"),
    ("往届",),
    "匠心杯是本公司的职工技能大赛。",
    "公司工会〔2026〕3号",
    date(2026, 3, 1),
    date(2026, 3, 2),
    Severity.RED,
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "资料库") as library:
        yield library


def texts(library: Library) -> list[str]:
    return [phrase.text for phrase in phrases(library)]


def test_every_entry_that_ships_is_sourced_dated_and_looked_up() -> None:
    bank = shipped()
    assert len(bank) >= 60
    assert len({phrase.text for phrase in bank}) == len(bank)
    for phrase in bank:
        assert phrase.source, phrase.text
        assert phrase.dated, phrase.text
        assert phrase.checked, phrase.text
        assert phrase.dated <= phrase.checked
        assert not phrase.definition or phrase.definition.endswith("。"), phrase.text


def test_no_wrong_form_that_ships_is_a_right_one_elsewhere_in_the_bank() -> None:
    right = {name for phrase in shipped() for name in phrase.names}
    assert not right & {wrong for phrase in shipped() for wrong in phrase.wrong}


def test_a_new_library_has_the_shipped_bank(library: Library) -> None:
    assert phrases(library) == shipped()
    assert bank_day(shipped()) == max(one.checked for one in shipped() if one.checked)
    assert bank_day(()) is None


def test_own_entries_come_first_and_what_was_taken_out_or_changed_stays_so(
    library: Library,
) -> None:
    _, second, *rest = shipped()
    off = replace(second, is_on=False)
    keep_phrases(library, (OWN, off, *rest))
    assert phrases(library) == (OWN, off, *rest)
    keep_phrases(library, shipped())
    assert phrases(library) == shipped()


def test_of_two_entries_with_the_same_wording_the_first_is_kept(library: Library) -> None:
    keep_phrases(library, (OWN, replace(OWN, wrong=()), *shipped()))
    assert phrases(library)[0] == OWN
    assert texts(library).count(OWN.text) == 1


@pytest.mark.parametrize("broken", [3, ["x"], [{"规范表述": 3}], [{"规范表述": "甲", "级别": "?"}]])
def test_what_another_program_kept_does_no_harm(library: Library, broken: object) -> None:
    library.remember("phrases", broken)
    assert phrases(library) == shipped()


def test_a_bank_written_and_read_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "规范表述库.csv"
    bank = (OWN, *shipped())
    assert write_phrases(bank, path) == len(bank)
    again = read_phrases((), path)
    assert (again.phrases, again.added, again.changed) == (bank, len(bank), 0)
    assert read_phrases(bank, path).added == 0


def test_a_file_adds_and_replaces_and_takes_nothing_away(tmp_path: Path) -> None:
    path = tmp_path / "市总工会.csv"
    better = replace(OWN, source="公司工会〔2026〕5号")
    write_phrases((better, Phrase("工友书屋")), path)
    arrived = read_phrases((OWN, *shipped()), path)
    assert (arrived.added, arrived.changed) == (1, 1)
    assert arrived.phrases == (Phrase("工友书屋"), better, *shipped())


def test_one_column_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text("规范表述,常见误写\n工友书屋,工友书吧；工友图书屋\n,空\n", "gb18030")
    assert read_phrases((), path).phrases == (Phrase("工友书屋", wrong=("工友书吧", "工友图书屋")),)


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("题目\n甲\n", "no-phrases", 0),
        ("规范表述,出处日期\n甲,去年\n", "phrase-day", 2),
        ("规范表述,级别\n甲,很重\n", "phrase-level", 2),
    ],
)
def test_a_table_that_cannot_be_read_says_where(
    tmp_path: Path, text: str, reason: str, line: int
) -> None:
    path = tmp_path / "表.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(BankUnreadable) as caught:
        read_phrases((), path)
    assert (caught.value.reason, caught.value.line) == (reason, line)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read_phrases((), tmp_path / "没有.csv")


def test_the_shipped_file_is_as_the_program_would_write_it(tmp_path: Path) -> None:
    path = tmp_path / "again.csv"
    write_phrases(shipped(), path)
    from studydesk import paths

    ours = csv.reader((paths.resources() / "phrases" / "bank.csv").read_text("utf-8").splitlines())
    theirs = csv.reader(path.read_text("utf-8-sig").splitlines())
    assert list(ours) == list(theirs)

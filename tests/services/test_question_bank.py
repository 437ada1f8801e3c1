"""The question bank: kept, found again, carried by CSV."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from sqlite3 import Connection

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studydesk.domain.packet import Packet, Question, QuestionKind
from studydesk.errors import BankUnreadable, DiskFull, FileUnreadable
from studydesk.library import BankChange, BankedQuestion, Library, Use, bank
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


def test_templates_that_a_packet_has_come_last_and_own_questions_first(library: Library) -> None:
    library.keep_question(OWN, ())
    first, second = (one.question for one in templates()[:2])
    filled = replace(first, text="“要把工匠请上讲台”，用自己的话怎么说？", id="filled")
    used = Packet("学习", items=(second, filled, OWN))
    found = texts(search_bank(library, packet=used))
    assert found[:2] == [OWN.text, templates()[2].question.text]
    assert found[-2:] == [first.text, second.text]


def test_the_same_words_are_kept_once_with_all_their_tags(library: Library) -> None:
    library.keep_question(OWN, ["设备"])
    again = Question(OWN.text, OWN.kind)
    assert library.keep_question(again, ["产改"]).added == 0
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
    ("reason", "data"),
    [
        ("no-text", b"\xff\xfe\xff"),
        ("no-columns", b""),
        ("no-columns", "题型,问题\n理解,问？\n".encode()),
        ("no-table", "题型,题目\n理解,".encode() + b"x" * 200_000),
        ("too-large", bytes(5 * 2**20)),
        ("kind", "题型,题目\n什么,问？\n".encode()),
        ("minutes", "题型,题目,时间\n理解,问？,多\n".encode()),
        ("minutes", "题型,题目,时间\n理解,好？,1\n理解,问？,-1\n".encode()),
        ("minutes", "题型,题目,时间\n理解,问？,99999999999999999999\n".encode()),
        ("uses", "题型,题目,用过\n理解,问？,周五\n".encode()),
    ],
)
def test_what_is_no_bank_is_refused_and_nothing_kept(
    library: Library, tmp_path: Path, reason: str, data: bytes
) -> None:
    file = tmp_path / "坏.csv"
    file.write_bytes(data)
    with pytest.raises(BankUnreadable) as refused:
        read_bank(library, file)
    assert refused.value.reason == reason
    assert library.banked() == []


def test_the_line_that_cannot_be_read_is_named(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "坏.csv"
    file.write_text("题型,题目\n理解,好？\n什么,问？\n", "utf-8")
    with pytest.raises(BankUnreadable) as refused:
        read_bank(library, file)
    assert refused.value.line == 3


def test_a_file_that_is_not_there_is_told(library: Library, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read_bank(library, tmp_path / "没有.csv")


def test_a_bank_that_cannot_be_kept_to_its_end_is_not_begun(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "题.csv"
    file.write_text("题型,题目\n理解,一？\n理解,二？\n", "utf-8")
    keep = bank.keep

    def full(
        connection: Connection, question: Question, tags: Iterable[str], uses: Iterable[Use]
    ) -> BankChange:
        if question.text == "二？":
            raise DiskFull(tmp_path)
        return keep(connection, question, tags, uses)

    monkeypatch.setattr(bank, "keep", full)
    with pytest.raises(DiskFull):
        read_bank(library, file)
    assert library.banked() == []


def test_another_wording_of_a_kept_question_is_kept_beside_it(library: Library) -> None:
    library.keep_question(OWN)
    assert library.keep_question(replace(OWN, text="改过的？"))
    assert not library.keep_question(replace(OWN, text="改过的？"))
    assert {one.question.text for one in library.banked()} == {OWN.text, "改过的？"}


def test_a_question_with_half_a_character_is_kept_and_written(
    library: Library, tmp_path: Path
) -> None:
    assert library.keep_question(Question("甲\ud800"))
    assert not library.keep_question(Question("甲\ud800"))
    assert write_bank(library, tmp_path / "题.csv") == 1


def test_a_change_tells_what_went_and_what_came(library: Library) -> None:
    before = library.keep_question(OWN, ["设备"]).came
    tagged = library.keep_questions(
        [BankedQuestion(OWN, ("产改",)), BankedQuestion(OWN, ("党课",))]
    )
    assert (tagged.gone, tagged.came) == (before, tuple(library.banked()))
    assert library.forget_question(OWN.id) == BankChange(gone=tagged.came)
    assert not library.forget_question(OWN.id)


def test_a_question_that_a_table_has_twice_comes_once(library: Library) -> None:
    change = library.keep_questions(
        [BankedQuestion(OWN, ("产改",)), BankedQuestion(OWN, ("党课",))]
    )
    assert (change.gone, change.came, change.added) == ((), tuple(library.banked()), 1)


def test_a_change_taken_back_keeps_the_uses_that_were_noted_since(library: Library) -> None:
    use = Use("周五班组学习", date(2026, 11, 27))
    library.keep_question(OWN, ["设备"])
    tagged = library.keep_question(OWN, ["产改"])
    library.note_use(OWN.id, use)
    library.swap_questions(tagged.came, tagged.gone)
    assert library.banked() == [BankedQuestion(OWN, ("设备",), (use,))]


def test_a_change_says_nothing_of_what_others_do_to_the_bank(library: Library) -> None:
    other = Question("别人的一题？", id="other")
    library.keep_questions([BankedQuestion(OWN), BankedQuestion(other)])
    gone = library.forget_question(OWN.id)
    use = Use("周五班组学习", date(2026, 11, 27))
    library.note_use("other", use)
    library.swap_questions(gone.came, gone.gone)
    assert BankedQuestion(other, (), (use,)) in library.banked()


@pytest.fixture(scope="module")
def two_banks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, Library, Path]]:
    """Two empty banks and the table that goes from one to the other."""
    folder = tmp_path_factory.mktemp("题库")
    with Library.open(folder / "一") as one, Library.open(folder / "二") as two:
        yield one, two, folder / "题.csv"


WORDS = st.text(st.sampled_from("甲；=' -\t\n\"，2026a"), min_size=1, max_size=8)


@given(
    text=WORDS.filter(str.strip),
    rest=st.tuples(WORDS, WORDS, WORDS),
    tags=st.lists(WORDS, max_size=3),
    titles=st.lists(WORDS, max_size=2),
)
@example(text="'=甲？ ", rest=("", "", ""), tags=["思想 政治"], titles=["学习；讨论"])
def test_whatever_is_kept_comes_back_from_its_table(
    two_banks: tuple[Library, Library, Path],
    text: str,
    rest: tuple[str, str, str],
    tags: list[str],
    titles: list[str],
) -> None:
    intent, expected, follow_ups = rest
    question = Question(text, intent=intent, expected=expected, follow_ups=follow_ups, id="q")
    uses = [Use(title, date(2026, 11, 27)) for title in titles]
    one, two, file = two_banks
    one.keep_question(question, tags, uses)
    write_bank(one, file)
    read_bank(two, file)
    (before,), (after,) = one.banked(), two.banked()
    one.forget_question(before.question.id)
    two.forget_question(after.question.id)
    assert replace(after.question, id="q") == before.question
    assert (after.tags, set(after.uses)) == (before.tags, set(before.uses))

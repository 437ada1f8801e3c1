"""The bank of set wording: what it finds in a user's own words, and what it leaves alone."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.article import Severity
from studydesk.domain.packet import Guide, Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.proof.finding import Finding
from studydesk.proof.phrase_bank import LISTED, LONG, NEAR, Phrase, look_for
from studydesk.proof.quoted import words_of_others
from studydesk.services.phrase_bank import shipped

SPIRITS = Phrase(
    "劳模精神、劳动精神、工匠精神",
    wrong=("劳动精神、劳模精神、工匠精神",),
    source="《中华人民共和国职业教育法》第四条",
    dated=date(2022, 4, 20),
)
STATE = Phrase(
    "国家治理体系和治理能力现代化", wrong=("国家治理体系和能力现代化",), level=Severity.RED
)
BOTH = (SPIRITS, STATE)


def found(text: str, *phrases: Phrase) -> list[tuple[str, str, str]]:
    return [(f.rule, f.found, f.suggestion) for f in findings(text, *phrases)]


def findings(text: str, *phrases: Phrase) -> tuple[Finding, ...]:
    return look_for(phrases or BOTH, Packet("学习", items=(Guide(text, id="g"),)))


def test_a_wrong_form_is_found_with_the_right_one_and_its_source() -> None:
    (finding,) = findings("大力弘扬劳动精神、劳模精神、工匠精神。")
    assert (finding.rule, finding.item_id, finding.field) == (LISTED, "g", "text")
    assert (finding.start, finding.end) == (4, 18)
    assert finding.suggestion == SPIRITS.text
    assert finding.basis == "《中华人民共和国职业教育法》第四条，2022-04-20"


def test_the_right_wording_and_whatever_holds_it_are_left_alone() -> None:
    assert not found("弘扬劳模精神、劳动精神、工匠精神，推进国家治理体系和治理能力现代化。")
    assert not found("旧的劳动精神", Phrase("新旧的劳动精神", wrong=("劳动精神",)))[1:]


def test_what_somebody_else_says_is_left_alone() -> None:
    assert not found("他写道：“弘扬劳动精神、劳模精神、工匠精神是大事”。")
    assert not found("读《弘扬劳动精神、劳模精神、工匠精神》一文。")


def test_the_name_of_a_document_is_looked_at_as_a_whole() -> None:
    law = Phrase("《中国工会章程》", wrong=("《中国总工会章程》",))
    assert found("按《中国总工会章程》办。", law)


@pytest.mark.parametrize(
    "slip",
    [
        "国家治理体系和治理能现代化",
        "国家治理休系和治理能力现代化",
        "国家治理体系和治理的能力强现代化",
    ],
)
def test_one_character_is_a_slip_and_two_are_other_words(slip: str) -> None:
    told = found(f"推进{slip}。")
    assert told == ([(NEAR, slip, STATE.text)] if abs(len(slip) - len(STATE.text)) < 2 else [])


@pytest.mark.parametrize("same", ["劳模精神、劳动精神和工匠精神", "劳模精神，劳动精神、工匠精神"])
def test_signs_and_joining_words_may_differ(same: str) -> None:
    assert not found(f"弘扬{same}。")


@pytest.mark.parametrize(
    "own",
    [
        "我们要学习习近平新时代中国特色社会主义思想。",
        "推进我国国家治理体系和治理能力现代化。",
        "落实创新新时代“枫桥经验”的办法",
    ],
)
def test_a_character_beside_the_right_wording_is_no_slip_in_it(own: str) -> None:
    assert not found(own, *shipped())


def test_right_wording_is_right_beside_any_character_of_its_own() -> None:
    for phrase in shipped():
        for name in phrase.names:
            for beside in {*name, "的"}:
                told = found(f"{beside}{name}。{name}{beside}。{beside}{name}{beside}", phrase)
                assert [one for one in told if one[0] == NEAR] == []


@given(st.sampled_from(shipped()), st.characters(), st.characters())
def test_right_wording_is_right_beside_any_character(
    phrase: Phrase, before: str, behind: str
) -> None:
    for name in phrase.names:
        assert NEAR not in [rule for rule, *_ in found(f"{before}{name}{behind}", *shipped())]


def test_short_wording_is_not_looked_for_by_likeness() -> None:
    assert not found("弘扬匠人精神。", Phrase("工匠精神"))


def test_another_wording_of_the_bank_is_no_slip() -> None:
    land, power = Phrase("全面建设社会主义现代化国家"), Phrase("全面建成社会主义现代化国家")
    assert not found("全面建成社会主义现代化国家", land, power)
    assert found("全面建成社会主义现代化国家", land)


def test_a_form_that_is_as_right_is_not_found() -> None:
    phrase = Phrase("完整准确全面贯彻新发展理念", also=("完整准确全面贯彻好新发展理念",))
    assert not found("完整准确全面贯彻好新发展理念", phrase)


def test_nothing_without_a_source_and_its_day_is_red() -> None:
    assert findings("国家治理体系和能力现代化")[0].severity is Severity.AMBER
    sourced = Phrase("甲乙", wrong=("乙甲",), source="文件", dated=date(2025, 1, 1))
    red = Phrase("甲乙", ("甲",), ("乙甲",), (), "", "文件", date(2025, 1, 1), None, Severity.RED)
    assert findings("乙甲", sourced)[0].severity is Severity.AMBER
    assert findings("乙甲", red)[0].severity is Severity.RED


def test_a_slip_by_likeness_is_only_a_hint() -> None:
    assert findings("国家治理体糸和治理能力现代化")[0].severity is Severity.GREY


def test_a_phrase_that_is_off_or_excused_by_its_sentence_is_not_looked_for() -> None:
    assert not found("乙甲", Phrase("甲乙", wrong=("乙甲",), is_on=False))
    excused = Phrase("甲乙", wrong=("乙甲",), unless=("旧称",))
    assert not found("旧称乙甲。", excused)
    assert found("旧称如此。今称乙甲。", excused)


def test_a_passage_is_never_looked_at() -> None:
    passage = Passage("a-1", 0, 14, "国家治理体系和能力现代化")
    assert not look_for(BOTH, Packet("学习", items=(PassageItem(passage),)))


@given(st.text("劳模动工匠精神、治理体系和国家能力现代化。“”", max_size=60))
def test_every_finding_stands_where_it_says(text: str) -> None:
    for finding in findings(text):
        assert text[finding.start : finding.end] == finding.found != finding.suggestion


def test_one_who_stops_the_search_is_heard_before_each_field() -> None:
    fields = Packet("学习", items=(Guide("国家治理体系和能力现代化"), Guide("工匠")))
    told: list[tuple[int, int]] = []
    look_for(BOTH, fields, lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3)]


def by_definition(text: str, bank: list[Phrase]) -> list[tuple[str, int, int, str]]:
    """What is found where every phrase is held against every place of a text, one by one."""
    found: list[tuple[str, int, int, str]] = []
    right = {name for phrase in bank for name in phrase.names}
    for rule, look in ((LISTED, listed), (NEAR, near)):
        for phrase in bank:
            for start, end in look(text, phrase):
                quoted = any(a <= start and end <= b for a, b in words_of_others(text))
                known = any(a < end and start < b for _, a, b, _ in found)
                if not (quoted or known or text[start:end] in right):
                    found.append((rule, start, end, phrase.text))
    return found


def listed(text: str, phrase: Phrase) -> Iterator[tuple[int, int]]:
    whole = [m.span() for name in phrase.names for m in re.finditer(re.escape(name), text)]
    for wrong in phrase.wrong:
        for match in re.finditer(re.escape(wrong), text):
            if not any(a <= match.start() and match.end() <= b for a, b in whole):
                yield match.span()


def near(text: str, phrase: Phrase) -> Iterator[tuple[int, int]]:
    wanted, half = phrase.text, len(phrase.text) // 2
    heads = [m.start() for m in re.finditer(re.escape(wanted[:half]), text)]
    tails = [m.end() for m in re.finditer(re.escape(wanted[half:]), text)]
    right = [m.span() for name in phrase.names for m in re.finditer(re.escape(name), text)]
    for size in range(len(wanted) - 1, len(wanted) + 2) if len(wanted) >= LONG else ():
        for start in range(len(text) - size + 1):
            found = text[start : start + size]
            has_half = start in heads or start + size in tails
            edges = found[0] + found[-1] == wanted[0] + wanted[-1]
            written = any(low < start + size and start < high for low, high in right)
            if has_half and edges and slip(wanted, found) and not written:
                yield start, start + size


def slip(wanted: str, found: str) -> bool:
    """Whether one character that matters was left out, put in or replaced."""
    at = next((n for n, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), None)
    if at is None:
        return False
    longer, shorter = len(wanted) >= len(found), len(found) >= len(wanted)
    touched = {*wanted[at : at + longer], *found[at : at + shorter]}
    return wanted[at + longer :] == found[at + shorter :] and not touched <= set(
        "、，；：。“”‘’《》和与及以的 "
    )


LETTERS = st.text("甲乙丙、“”", max_size=12)
ENTRIES = st.builds(
    Phrase,
    text=LETTERS.filter(bool),
    also=st.lists(LETTERS.filter(bool), max_size=1).map(tuple),
    wrong=st.lists(LETTERS.filter(bool), max_size=2).map(tuple),
)


@given(st.lists(ENTRIES, max_size=5), st.data())
def test_the_index_of_the_bank_loses_and_adds_nothing(
    bank: list[Phrase], data: st.DataObject
) -> None:
    names = [name for phrase in bank for name in (*phrase.names, *phrase.wrong)]
    pieces = st.lists(LETTERS | (st.sampled_from(names) if names else st.nothing()), max_size=8)
    text = "".join(data.draw(pieces))
    items = (Guide(text),)
    told = look_for(bank, Packet("", items=items))
    assert [(f.rule, f.start, f.end, f.suggestion) for f in told] == by_definition(text, bank)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("劳模精神是爱岗敬业、争创一流、艰苦奋斗、勇于创新、甘于奉献。", "淡泊名利"),
        ("劳动精神是热爱劳动、崇尚劳动、辛勤劳动、诚实劳动。", "崇尚劳动、热爱劳动"),
        ("工匠精神是执着专注、一丝不苟、精益求精、追求卓越。", "执着专注、精益求精"),
    ],
)
def test_what_the_three_spirits_are_is_held_to_its_order_and_its_whole(
    text: str, right: str
) -> None:
    (told,) = found(text, *shipped())
    assert (told[0], right in told[2]) == (LISTED, True)


def test_the_three_spirits_written_right_in_either_way_are_left_alone() -> None:
    model = "爱岗敬业、争创一流，艰苦奋斗、勇于创新，淡泊名利、甘于奉献"
    assert not found(f"{model}；崇尚劳动、热爱劳动、辛勤劳动、诚实劳动。", *shipped())

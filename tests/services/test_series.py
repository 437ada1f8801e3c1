import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from studydesk.domain import edits
from studydesk.domain.packet import Action, Packet, Session
from studydesk.errors import LibraryLost
from studydesk.library import Library
from studydesk.services.series import (
    COLUMNS,
    keep_usual_facts,
    last_time,
    sessions,
    with_last_time,
    with_usual_facts,
    write_sessions,
)

TODAY = date(2025, 11, 20)


def held(library: Library, day: int, agreed: str = "", unit: str = "一车间") -> Packet:
    session = Session(unit, date(2025, 11, day), "会议室", "李师傅", 40)
    packet = Packet(f"{day}日学习", session, (Action("一件事", agreed=agreed),), id=f"day{day}")
    library.save_packet(packet)
    return packet


def coming(day: int | None = 21, unit: str = "一车间") -> Packet:
    held_on = date(2025, 11, day) if day else None
    return Packet("本周", Session(unit, held_on), id="coming")


def test_what_the_last_session_agreed_on_is_offered(library: Library) -> None:
    held(library, 7, "旧的")
    held(library, 14, "老王在 21 日前教会小李\n换刀")
    last = last_time(library, coming(), TODAY)
    assert last is not None
    assert (last.title, last.held_on) == ("14日学习", date(2025, 11, 14))
    assert (last.words, last.noted) == ("老王在 21 日前教会小李 换刀", True)


def test_what_was_agreed_twice_has_one_mark_between(library: Library) -> None:
    packet = held(library, 14, "教会小李。")
    library.save_packet(edits.append(packet, Action("一件事", agreed="换刀。")))
    last = last_time(library, coming(), TODAY)
    assert last is not None
    assert last.words == "教会小李；换刀。"


def test_where_nothing_was_noted_the_day_is_offered(library: Library) -> None:
    held(library, 14)
    last = last_time(library, coming(None), TODAY)
    assert last is not None
    assert (last.words, last.noted) == ("11月14日学习时定的事", False)


def test_the_last_session_is_one_of_the_same_unit_before_it(library: Library) -> None:
    held(library, 7, "要的")
    held(library, 13, "别的单位", unit="二车间")
    held(library, 14, "同一天")
    held(library, 19, "后来的")
    last = last_time(library, coming(14), TODAY)
    assert last is not None
    assert last.words == "要的"


def test_a_packet_is_not_its_own_last_time(library: Library) -> None:
    packet = held(library, 14, "自己")
    assert last_time(library, packet, TODAY) is None
    undated = replace(packet, session=replace(packet.session, held_on=None))
    assert last_time(library, undated, TODAY) is None


def test_a_session_without_an_action_agreed_on_nothing(library: Library) -> None:
    packet = held(library, 14)
    library.save_packet(edits.remove(packet, {packet.items[0].id}))
    assert last_time(library, coming(), TODAY) is None


def test_a_new_packet_asks_about_what_was_written_down(library: Library) -> None:
    empty, asked = Action("一件事"), Action("另一件", "已经问了")
    packet = replace(coming(), items=(empty, asked))
    assert with_last_time(library, packet, TODAY) == packet
    held(library, 7, "教会小李")
    filled = with_last_time(library, packet, TODAY).items
    assert filled == (replace(empty, last="教会小李"), asked)
    held(library, 14)
    assert with_last_time(library, packet, TODAY) == packet


def test_sessions_that_were_held_are_listed_with_what_was_read(
    library: Library, saved: Packet
) -> None:
    held(library, 14, "教会小李")
    held(library, 25)
    found = sessions(library, TODAY)
    assert [one.packet.title for one in found] == ["14日学习", saved.title]
    assert found[0].agreed == ("教会小李",)
    assert found[1].read == ("王敏《工匠精神的时代价值》，《工人日报》2025年11月3日第7版",)


def test_the_list_is_written_for_spreadsheets(
    library: Library, saved: Packet, tmp_path: Path
) -> None:
    held(library, 14, "=教会小李")
    path = tmp_path / "台账.csv"
    assert write_sessions(sessions(library, TODAY), path) == 2
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))
    assert rows[0] == list(COLUMNS)
    assert rows[1][:6] == ["2025-11-07", saved.title, "一车间", "会议室", "李师傅", "60"]
    assert rows[2][-3:] == ["0", "0", "'=教会小李"]


def test_a_new_packet_is_for_the_unit_the_place_and_the_facilitator_typed_last(
    library: Library,
) -> None:
    assert with_usual_facts(library, Packet("本周")).session == Session()
    keep_usual_facts(library, {"unit": "一车间", "place": "会议室", "host": "李师傅"})
    keep_usual_facts(library, {"unit": " 二车间 ", "host": "", "title": "上周"})
    new = with_usual_facts(library, Packet("本周", Session(minutes=40)))
    assert new.session == Session("二车间", None, "会议室", "", 40)


def test_packets_of_others_say_nothing_of_a_new_one(library: Library) -> None:
    keep_usual_facts(library, {"unit": "我厂工会"})
    library.save_packet(Packet("他们的", Session("别厂", None, "别厂会议室", "老赵", 60)))
    assert with_usual_facts(library, Packet("本周")).session == Session("我厂工会")


def test_what_a_packet_says_itself_stays_and_a_blank_says_nothing(library: Library) -> None:
    keep_usual_facts(library, {"unit": "一车间", "place": "会议室", "host": "李师傅"})
    own = Packet("本周", Session("二车间", place=" "))
    assert with_usual_facts(library, own).session == Session("二车间", None, "会议室", "李师傅")


def test_where_the_library_cannot_say_a_packet_is_begun_without(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise LibraryLost(library.folder)

    keep_usual_facts(library, {"unit": "一车间"})
    for name in ("recall", "amend"):
        monkeypatch.setattr(Library, name, fail)
    keep_usual_facts(library, {"unit": "二车间"})
    packet = Packet("本周")
    assert with_usual_facts(library, packet) == packet

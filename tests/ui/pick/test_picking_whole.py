"""Picking whole sentences, and subheadings with what stands below them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot
from tests.ui.current import open_packet

from studydesk.domain import edits
from studydesk.domain.article import BlockKind
from studydesk.domain.packet import PassageItem
from studydesk.domain.passage import Omission
from studydesk.library import Library
from studydesk.ui.desk import Desk
from studydesk.ui.pages.pick import PickPage


def test_a_selection_within_a_sentence_is_hinted_at_and_made_whole_by_one_key(
    pick: PickPage, desk: Desk
) -> None:
    pick.reader.text.select(4, 9)
    assert "断在句子中间" in pick.reader.hint.sentence
    pick.reader.hint.button.click()
    pick.add_selection()
    text = open_packet(desk).passages[0].text
    assert len(text) > 5
    assert text.endswith(("。", "！", "？", "”"))


def test_a_passage_that_was_picked_cut_is_made_whole_in_its_place(
    pick: PickPage, desk: Desk
) -> None:
    pick.reader.text.select(4, 9)
    pick.add_selection()
    assert "断在句子中间" in pick.reader.hint.sentence
    pick.complete_sentence()
    assert len(open_packet(desk).passages) == 1
    assert len(open_packet(desk).passages[0].text) > 5


def test_the_mark_of_a_passage_that_is_made_whole_reaches_its_end_at_once(
    pick: PickPage, desk: Desk, qtbot: QtBot
) -> None:
    pick.reader.text.select(4, 9)
    pick.add_selection()
    desk.current.flush()
    pick.complete_sentence()
    (passage,) = open_packet(desk).passages
    qtbot.waitUntil(lambda: list(pick.reader.text._picks) == [(passage.start, passage.end)])


def test_a_selection_that_begins_above_the_body_is_never_made_smaller(pick: PickPage) -> None:
    text = pick.reader.text
    text.select(4, 9)
    cursor = text.textCursor()
    end = cursor.position()
    cursor.setPosition(2)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    pick.complete_sentence()
    assert text.textCursor().selectionStart() == 2
    assert "只收正文" in pick.reader.hint.sentence


def test_a_whole_paragraph_is_not_hinted_at(pick: PickPage, qtbot: QtBot) -> None:
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Space)
    assert pick.reader.hint.sentence == ""


def test_without_a_selection_nothing_is_made_whole(pick: PickPage) -> None:
    pick.complete_sentence()
    assert pick.reader.text.selection() is None
    assert "先选中" in pick.reader.hint.sentence


def test_a_passage_that_is_whole_is_not_said_to_have_been_made_whole(
    pick: PickPage, qtbot: QtBot, desk: Desk
) -> None:
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Space)
    pick.add_selection()
    before = open_packet(desk)
    pick.complete_sentence()
    assert open_packet(desk) == before
    assert "不用再补" in pick.reader.hint.sentence


def only_item(desk: Desk) -> PassageItem:
    """The passage that is all that the packet has."""
    (item,) = open_packet(desk).items
    assert isinstance(item, PassageItem)
    return item


def headed(pick: PickPage, library: Library) -> tuple[int, str, str]:
    """Open an article with a subheading: where that stands, its words and those below it."""
    articles = (library.article(summary.id) for summary in library.articles())
    page = next(a for a in articles if any(b.kind is BlockKind.HEADING for b in a.body_blocks))
    pick.open_article(page.id)
    heading = next(b for b in page.body_blocks if b.kind is BlockKind.HEADING)
    below = page.body_blocks[page.body_blocks.index(heading) + 1]
    return page.body.index(f"\n{heading.text}\n") + 1, heading.text, below.text


def pick_stretch(pick: PickPage, start: int, words: str) -> None:
    pick.reader.text.select(start, start + len(words))
    pick.add_selection()


def test_a_subheading_is_picked_with_the_paragraph_below(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    start, heading, below = headed(pick, library)
    pick_stretch(pick, start, heading)
    assert open_packet(desk).passages[0].text == f"{heading}\n{below}"


def test_a_paragraph_that_was_picked_with_its_subheading_is_not_picked_again(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    start, heading, below = headed(pick, library)
    pick_stretch(pick, start, heading)
    pick_stretch(pick, start + len(heading) + 1, below)
    assert len(open_packet(desk).passages) == 1
    assert pick.reader.hint.sentence == "这一段已经在学习包里了：选段。"
    pick_stretch(pick, start + len(heading) + 1, below[:12])
    assert len(open_packet(desk).passages) == 2  # some words of it are another passage


def test_a_passage_that_holds_more_is_not_cut_to_what_is_made_whole(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    start, heading, below = headed(pick, library)
    assert pick.article is not None
    pick_stretch(pick, start, pick.article.body[start:])
    before = open_packet(desk)
    pick_stretch(pick, start, heading[:2])
    pick.complete_sentence()
    assert open_packet(desk) == before
    assert before.passages[0].text.startswith(f"{heading}\n{below}\n")


@pytest.mark.parametrize("left_out", [True, False])
def test_a_paragraph_that_is_left_out_or_reads_otherwise_in_a_larger_passage_is_picked(
    pick: PickPage, desk: Desk, library: Library, left_out: bool
) -> None:
    start, heading, below = headed(pick, library)
    pick_stretch(pick, start, heading)
    item = only_item(desk)
    first, last = len(heading) + 1, len(item.passage.text)
    if left_out:
        other = replace(item.passage, operations=(Omission(first, last),))
    else:
        other = replace(item.passage, text=f"{heading}\n{below[::-1]}")
    desk.current.edit("改", edits.change(open_packet(desk), replace(item, passage=other)))
    pick_stretch(pick, start + first, below)
    assert [passage.text for passage in open_packet(desk).passages] == [other.text, below]


def test_a_paragraph_is_given_its_subheading_and_keeps_what_was_done_to_it(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    start, heading, below = headed(pick, library)
    pick_stretch(pick, start + len(heading) + 1, below)
    item = only_item(desk)
    cited = replace(item.passage.citation, title="改过的题目")
    done = replace(item.passage, operations=(Omission(2, 6),), citation=cited)
    omitted = replace(item, passage=done)
    desk.current.edit("略去", edits.change(open_packet(desk), omitted))
    before = omitted.passage.printed
    pick_stretch(pick, start, heading)
    (passage,) = open_packet(desk).passages
    assert passage.text == f"{heading}\n{below}"
    assert passage.printed == f"{heading}\n{before}"
    assert passage.citation == cited
    assert pick.reader.hint.sentence == "选段添上了小标题。"
    desk.undoing.undo()
    assert open_packet(desk).passages == (omitted.passage,)


def test_a_paragraph_whose_words_are_others_by_now_is_given_no_subheading(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    start, heading, below = headed(pick, library)
    pick_stretch(pick, start + len(heading) + 1, below)
    item = only_item(desk)
    other = replace(item, passage=replace(item.passage, text=below[::-1]))
    desk.current.edit("旧字", edits.change(open_packet(desk), other))
    pick_stretch(pick, start, heading)
    assert [passage.text for passage in open_packet(desk).passages] == [
        below[::-1],
        f"{heading}\n{below}",
    ]

"""整理: what becomes of passages that were picked before the page was tidied."""

import json
from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor
from tests.ui.tidy.conftest import Tidying

from studydesk.domain import edits
from studydesk.domain.article import ProblemKind
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.passage_code import code_of
from studydesk.errors import DiskFull
from studydesk.services.reattaching import Change
from studydesk.ui.deed import Deed
from studydesk.ui.tidy.changed_passages import difference

WORDS = "坚持党管审计。深刻认识到"
LONGER = f"{WORDS}，坚持和加强党中央集中统一领导"


def pick(tidying: Tidying, words: str) -> None:
    """Pick words into the packet, as the reader does."""
    article = next(a for a in tidying.recovery.articles if words in a.body)
    start = article.body.index(words)
    passage = Passage.pick(article, tidying.source, start, start + len(words))
    packet = tidying.packet.packet
    assert packet is not None
    tidying.packet.edit("加入选段", edits.append(packet, PassageItem(passage)))
    assert tidying.packet.flush()  # tidying looks for passages in the library


def picked(tidying: Tidying) -> Passage:
    """The passage in the packet that is open, which is also the one in the library."""
    packet = tidying.packet.packet
    assert packet is not None
    assert tidying.packet.flush()
    assert tidying.library.packet(packet.id) == packet
    (passage,) = packet.passages
    return passage


def correct(tidying: Tidying, old: str, new: str) -> None:
    tidying.select(old)
    tidying.press("F2")
    tidying.write(new)
    tidying.saved()


def test_a_passage_follows_its_text_into_another_article_silently(tidying: Tidying) -> None:
    pick(tidying, WORDS)
    tidying.put_caret(WORDS)
    tidying.press("Alt+Shift+Up")
    tidying.saved()
    assert picked(tidying).text == WORDS
    assert picked(tidying).article_id == tidying.recovery.articles[1].id
    assert not tidying.page.changed_passages.isVisible()


def test_a_changed_passage_is_asked_about_and_takes_the_new_text(tidying: Tidying) -> None:
    pick(tidying, WORDS)
    correct(tidying, "党管审计", "党委审计")
    panel = tidying.page.changed_passages
    assert panel.isVisible()
    assert ">管</span>" in panel.old.text()
    assert ">委</span>" in panel.new.text()
    assert picked(tidying).text == WORDS
    panel.take.click()
    assert picked(tidying).text == WORDS.replace("党管", "党委")
    assert not panel.isVisible()


def test_it_is_said_how_long_a_passage_was_and_would_be(tidying: Tidying) -> None:
    pick(tidying, WORDS)
    correct(tidying, "党管审计", "审计")
    told = tidying.page.changed_passages.title.text()
    assert f"原文已经变了，{len(WORDS)} 字变成 {len(WORDS) - 2} 字" in told


def test_a_passage_that_was_split_shows_where_and_that_no_word_is_another(
    tidying: Tidying,
) -> None:
    pick(tidying, WORDS)
    tidying.put_caret("深刻认识到")
    tidying.press("Return")
    tidying.saved()
    panel = tidying.page.changed_passages
    assert "原文在 ¶ 处拆开了，字没有变" in panel.title.text()
    assert "坚持党管审计。<" in panel.new.text()
    assert ">¶</span>深刻认识到" in panel.new.text()
    panel.take.click()
    assert picked(tidying).text == "坚持党管审计。\n深刻认识到"
    tidying.press("Backspace")
    tidying.saved()
    assert "原文在 ¶ 处接起来了，字没有变" in panel.title.text()
    assert ">¶</span>深刻认识到" in panel.old.text()
    panel.take.click()
    assert picked(tidying).text == WORDS


def marked(tidying: Tidying) -> list[str]:
    """What is marked on the page as picked."""
    articles = tidying.page.articles
    cursor, found = articles.textCursor(), []
    for start, end in articles._marked["picked"]:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText())
    return found


def test_what_is_picked_is_marked_and_so_is_what_has_become_of_it(tidying: Tidying) -> None:
    pick(tidying, WORDS)
    assert "".join(marked(tidying)) == WORDS
    tidying.put_caret(WORDS)
    tidying.press("Alt+Shift+Up")
    tidying.saved()
    assert "".join(marked(tidying)) == WORDS
    tidying.put_caret("深刻认识到")
    tidying.press("Return")
    tidying.saved()
    assert "".join(marked(tidying)).replace("\u2029", "") == WORDS


def test_what_is_asked_about_leaves_the_row_of_the_caret_in_view(tidying: Tidying) -> None:
    pick(tidying, WORDS)
    articles = tidying.page.articles
    tidying.select("党管审计")
    row = tidying.row("党管审计").at
    articles.bring(row, articles.viewport().height() - 80)
    assert articles.is_in_view(row)
    tidying.press("Return")
    tidying.saved()
    tidying.qtbot.waitUntil(tidying.page.changed_passages.isVisible)
    rect = articles.cursorRect()
    tidying.qtbot.waitUntil(lambda: articles.cursorRect().bottom() <= articles.viewport().height())
    assert rect.top() >= 0


def test_what_is_asked_about_again_is_marked_again(tidying: Tidying) -> None:
    pick(tidying, WORDS)
    undoable: list[Deed] = []
    tidying.page.undoable.connect(undoable.append)
    tidying.put_caret("深刻认识到")
    tidying.press("Return")
    tidying.saved()
    before = marked(tidying)
    tidying.page.changed_passages.take.click()
    assert tidying.packet.flush()
    undoable[-1].take_back()
    assert marked(tidying) == before


@pytest.mark.parametrize("answer", ["take", "leave"])
def test_the_keys_go_to_the_articles_once_it_is_answered(tidying: Tidying, answer: str) -> None:
    pick(tidying, WORDS)
    correct(tidying, "党管审计", "党委审计")
    button = getattr(tidying.page.changed_passages, answer)
    button.setFocus()
    button.click()
    assert tidying.page.articles.hasFocus()


def test_the_code_of_a_passage_leads_to_its_new_text(tidying: Tidying) -> None:
    pick(tidying, WORDS)
    before = picked(tidying)
    correct(tidying, "党管审计", "党委审计")
    correct(tidying, "继续加强思想理论武装", "加强思想理论武装")
    tidying.page.changed_passages.take.click()
    now = picked(tidying)
    article = tidying.library.article(now.article_id)
    assert now.start == before.start - 2
    assert tidying.library.places(code_of(before), article) == ((now.start, now.end),)


def test_a_changed_passage_may_stay_is_not_asked_about_again_but_stays_listed(
    tidying: Tidying,
) -> None:
    pick(tidying, WORDS)
    correct(tidying, "党管审计", "党委审计")
    panel = tidying.page.changed_passages
    panel.leave.click()
    tidying.put_caret("马璞")
    tidying.press("Alt+Down")
    tidying.saved()
    assert picked(tidying).text == WORDS
    assert panel.change is None
    assert panel.again.isVisible()
    assert "1 个选段保留着原样" in panel.title.text()
    panel.again.click()
    panel.take.click()
    assert picked(tidying).text == WORDS.replace("党管", "党委")
    assert not panel.isVisible()


def test_what_was_left_is_still_listed_when_the_page_is_opened_again(tidying: Tidying) -> None:
    pick(tidying, WORDS)
    correct(tidying, "党管审计", "党委审计")
    panel = tidying.page.changed_passages
    panel.leave.click()
    state = json.loads(json.dumps(tidying.page.state()))
    panel.restore(())
    panel.ask(())
    tidying.page.restore(state)
    with tidying.qtbot.waitSignal(tidying.page.current.passages_differ):
        tidying.page.current.open(tidying.source.id)
    assert panel.isVisible()
    assert panel.change is None
    panel.again.click()
    assert ">委</span>" in panel.new.text()


def test_undo_takes_the_question_back(tidying: Tidying) -> None:
    pick(tidying, WORDS)
    correct(tidying, "党管审计", "党委审计")
    tidying.undo()
    tidying.saved()
    assert not tidying.page.changed_passages.isVisible()


def test_a_passage_that_took_a_new_text_is_compared_with_its_page_at_every_step(
    tidying: Tidying,
) -> None:
    pick(tidying, LONGER)
    panel = tidying.page.changed_passages
    tidying.select("党管审计")
    tidying.press("0")
    tidying.saved()
    panel.take.click()
    without = picked(tidying).text
    assert without == LONGER.replace("党管审计", "\n")
    tidying.page.current.start_afresh("恢复自动识别")
    tidying.saved()

    def is_told_as_it_is() -> None:
        tidying.saved()
        assert panel.isVisible()
        assert ">党管审计</span>" in panel.new.text()
        assert panel.take.isVisible()
        assert "原文已经变了" in panel.title.text()

    is_told_as_it_is()
    tidying.select("深刻")
    tidying.press("2")
    tidying.saved()
    assert "原文已经变了" in panel.title.text()
    tidying.undo()
    is_told_as_it_is()
    tidying.undo()
    tidying.saved()
    assert not panel.isVisible()
    assert picked(tidying).text == without


def test_a_passage_that_is_set_aside_can_only_stay(tidying: Tidying) -> None:
    pick(tidying, WORDS)
    tidying.put_caret(WORDS)
    tidying.press("Delete")
    tidying.saved()
    assert tidying.page.changed_passages.isVisible()
    assert not tidying.page.changed_passages.take.isVisible()


def test_a_passage_whose_copy_was_dropped_is_where_it_was_when_that_is_taken_back(
    tidying: Tidying,
) -> None:
    problems = [p for p in tidying.recovery.problems if p.kind is ProblemKind.REPEATED]
    first = min(problems, key=lambda each: each.span)
    words = tidying.raw[first.span.end - 12 : first.span.end]
    pick(tidying, words)
    before = picked(tidying)
    tidying.page.commands.blocks.drop_repeat(first)
    tidying.saved()
    there = picked(tidying)
    assert (there.text, there.start == before.start) == (words, False)
    tidying.undo()
    tidying.saved()
    assert picked(tidying) == before
    tidying.redo()
    tidying.saved()
    assert picked(tidying) == there


SHARED = "以中国式现代化全面推进强国建设、民族复兴伟业"
"""Words that two articles of the page have."""


@pytest.mark.parametrize("step", ["correct", "delete"])
def test_a_passage_keeps_to_its_article_though_another_has_the_same_words(
    tidying: Tidying, step: str
) -> None:
    pick(tidying, SHARED)
    before = picked(tidying)
    if step == "correct":
        correct(tidying, SHARED, SHARED.replace("中国", "某国"))
    else:
        tidying.put_caret(SHARED)
        tidying.press("Delete")
        tidying.saved()
    panel = tidying.page.changed_passages
    assert picked(tidying) == before
    assert panel.isVisible()
    assert panel.take.isVisible() == (">某</span>" in panel.new.text()) == (step == "correct")
    tidying.undo()
    tidying.saved()
    assert picked(tidying) == before
    assert not panel.isVisible()


def test_a_difference_is_marked_and_long_common_stretches_are_cut() -> None:
    old, new = difference("一" * 200 + "甲", "一" * 200 + "<", "#fff")
    assert old.endswith('<span style="background-color:#fff">甲</span>')
    assert new.endswith('<span style="background-color:#fff">&lt;</span>')
    assert len(old) < 120


def change_of(tidying: Tidying) -> Change:
    """Pick a passage, and what its text would be after a correction."""
    pick(tidying, WORDS)
    packet = tidying.packet.packet
    assert packet is not None
    before = packet.passages[0]
    after = replace(before, text=before.text.replace("党管", "党委"))
    return Change(packet.id, packet.title, packet.items[0].id, before, after)


def test_new_text_is_taken_into_the_packet_as_it_is_edited_and_can_be_undone(
    tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = change_of(tidying)
    packet, keep = tidying.packet.packet, tidying.library.save_packet
    assert packet is not None

    def refuse(*_state: object) -> None:
        raise DiskFull(tidying.library.folder)

    monkeypatch.setattr(tidying.library, "save_packet", refuse)
    tidying.packet.edit("改名", edits.rename(packet, "没有存上的题名"))
    assert not tidying.packet.flush()
    monkeypatch.setattr(tidying.library, "save_packet", keep)
    tidying.page.changed_passages.accepted.emit(change)
    assert tidying.packet.flush()
    assert picked(tidying) == change.after
    tidying.packet.history.undo()
    assert tidying.packet.flush()
    assert picked(tidying) == change.before
    assert tidying.packet.packet == edits.rename(packet, "没有存上的题名")


def test_new_text_of_a_packet_that_is_not_open_is_kept_there(tidying: Tidying) -> None:
    change = change_of(tidying)
    tidying.library.save_packet(Packet("另一份", id="other"))
    tidying.packet.open(tidying.packet.read("other"))
    tidying.page.changed_passages.accepted.emit(change)
    assert tidying.packet.packet == Packet("另一份", id="other")
    assert tidying.packet.flush()
    assert tidying.library.packet(change.packet_id).passages == (change.after,)

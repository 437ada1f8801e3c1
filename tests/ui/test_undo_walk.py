"""A walk through the window at random: whatever was done where, in each place it is taken back to
the beginning, and done again to the end.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from pytestqt.qtbot import QtBot
from tests.ui import test_every_deed as deeds

from studydesk.domain import edits
from studydesk.domain.packet import Guide, Packet, PassageItem, new_id
from studydesk.domain.passage import Passage
from studydesk.domain.tidying import Correct, SetAside
from studydesk.services.packs import save_pack
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow

STEPS, SEEDS = 40, (0, 2, 5)


class Walk:
    """What a user does, chosen at random; two pages are tidied, articles of the others deleted."""

    def __init__(self, window: MainWindow, desk: Desk, qtbot: QtBot, seed: int) -> None:
        self.window, self.desk, self.qtbot = window, desk, qtbot
        self.chance = random.Random(seed)
        sources = [source.id for source in desk.library.sources()]
        self.pages, self.read, self.unfilled = sources[:2], sources[2:], set(sources[2:])
        self.told: list[str] = []
        self.count = 0

    def run(self, steps: int) -> None:
        """Go so many steps."""
        doings = (
            *[self.edit, self.type_on, self.tidy] * 3,
            *[self.undo] * 6,
            *[self.redo] * 3,
            *[self.turn_to_page, self.open_packet] * 2,
            *(self.tag, self.delete_articles, self.fill_in, self.fill_in_page),
            *(self.begin_packet, self.copy_packet, self.delete_packet),
            *(self.change_preset, self.undo_in_form, self.redo_in_form, self.keep_plan),
            *[self.take_new_text, self.open_file] * 2,
        )
        for do in self.chance.choices(doings, k=steps):
            self.told.append(f"{do.__name__} ({self.where()})")
            do()
            self.settle()

    def where(self) -> str:
        packet = self.desk.current.packet
        page = self.desk.tidy.current.source_id if self.desk.page_id == "tidy" else ""
        return f"{self.desk.page_id} {page}{packet.title if packet else '-'}"

    def settle(self) -> None:
        """Wait until what was done is told everywhere."""
        assert self.desk.flush()
        self.qtbot.waitUntil(lambda: not self.desk.tidy._jobs.busy, timeout=20_000)

    def new(self, what: str) -> str:
        self.count += 1
        return f"{what}{self.count}"

    # --- what is done at the desk -----------------------------------------------------------

    def go(self, page: str) -> None:
        self.desk.show_page(page)
        self.settle()

    @property
    def packet(self) -> Packet | None:
        if self.desk.page_id == "tidy":
            self.go("arrange")
        return self.desk.current.packet

    def edit(self) -> None:
        if packet := self.packet:
            guide = Guide(self.new("导读"), id=new_id())
            self.desk.current.edit("加导读", edits.append(packet, guide))

    def type_on(self) -> None:
        if packet := self.packet:
            self.desk.current.edit("改题名", replace(packet, title=self.new("题")), "title")

    def tag(self) -> None:
        self.go("pick")
        self.read_one()
        self.desk.pick.reader.tags.changed.emit((self.new("标签"),), "加标签")

    def read_one(self) -> None:
        articles = [a.id for a in self.desk.library.articles() if a.source_id in self.read]
        if articles:
            self.desk.pick.open_article(self.chance.choice(articles))

    def delete_articles(self) -> None:
        self.go("pick")
        articles = [a.id for a in self.desk.library.articles() if a.source_id in self.read]
        self.desk.deleting.delete(self.chance.sample(articles, min(2, len(articles))))

    def fill_in(self) -> None:
        self.go("pick")
        self.read_one()
        article = self.desk.pick.article
        if article and article.source_id in self.unfilled:
            self.unfilled.remove(article.source_id)  # twice, each would go back to the other
            self.desk.pick.reader.source_saved.emit(self.new("报"), date(2026, 11, 27), "7")

    def begin_packet(self) -> None:
        self.window.actions_by_id["new-packet"].trigger()

    def copy_packet(self) -> None:
        if packet := self.packet:
            self.desk.shelf.duplicate(packet.id)

    def delete_packet(self) -> None:
        if packet := self.packet:
            self.desk.shelf.delete(packet.id)

    def keep_plan(self) -> None:
        if self.packet:
            deeds.keep_a_plan(self.desk)

    def open_packet(self) -> None:
        packets = sorted(packet.id for packet in self.desk.library.packets())
        if packets:
            self.desk.shelf.open(self.chance.choice(packets))

    def change_preset(self) -> None:
        if self.packet:
            self.go("arrange")
            deeds.change_a_preset(self.desk)

    def undo_in_form(self) -> None:
        self.step_in_form("undo")

    def redo_in_form(self) -> None:
        self.step_in_form("redo")

    def step_in_form(self, step: str) -> None:
        form = self.desk.arrange.handout_panel.export_panel.presets.editing.form
        if form is not None and form.isVisible():
            form.take_step(step)

    def open_file(self) -> None:
        packets = sorted(packet.id for packet in self.desk.library.packets())
        if packets:
            packet_id = self.chance.choice(packets)
            file = self.desk.library.folder / f"{self.new('file')}.studypack"
            save_pack(self.desk.library, packet_id, file)
            with self.qtbot.waitSignal(self.desk.shelf.file_read):
                self.desk.shelf.open_file(file)

    # --- what is done in 整理, and what takes it back ---------------------------------------

    def turn_to_page(self) -> None:
        self.go(self.chance.choice(("pick", "arrange", "tidy")))

    def open_page(self, source_id: str) -> None:
        self.desk.tidy_source(source_id)
        self.qtbot.waitUntil(lambda: self.desk.tidy.current.source_id == source_id, timeout=20_000)
        self.settle()

    def tidy(self) -> None:
        self.open_page(self.chance.choice(self.pages))
        page = self.desk.tidy.current.page
        assert page is not None
        blocks = [block for a in page.recovery.articles for block in a.body_blocks]
        block = self.chance.choice([each for each in blocks if not each.corrections])
        assert self.desk.tidy.current.do("移入零件", SetAside(block.spans[0].start))

    def quote(self) -> Callable[[], None]:
        """Quote the first page in a packet that is not opened; what corrects a word of that."""
        source = self.desk.library.sources()[0]
        articles = self.desk.library.articles_of(source.id)
        article = next(each for each in articles if len(each.body_blocks) > 4)
        other = self.desk.library.articles_of(self.read[0])[0]  # it follows what is filled in
        quoted = Passage.pick(other, self.desk.library.source(self.read[0]), 0, 9)
        block = article.body_blocks[3]
        start = article.body.index(block.text)
        passage = Passage.pick(article, source, start, start + len(block.text))
        items = PassageItem(passage), PassageItem(quoted)
        self.desk.library.save_packet(Packet("引文", items=items, id="quoting"))

        def correct() -> None:
            self.open_page(source.id)
            at = block.spans[0].start
            assert self.desk.tidy.current.do("改字", Correct(at, at + 1, "甲"))
            self.settle()

        return correct

    def take_new_text(self) -> None:
        """Of a packet that may not have been opened."""
        self.open_page(self.pages[0])
        self.desk.tidy.changed_passages.take.click()

    def fill_in_page(self) -> None:
        source_id = self.pages[1]  # the other one is quoted
        self.open_page(source_id)
        self.desk.tidy.facts.ask([source_id])
        self.desk.tidy.form.saved.emit(self.new("报"), date(2026, 11, 27), "7")

    def undo(self) -> None:
        self.window.actions_by_id["undo"].trigger()

    def redo(self) -> None:
        self.window.actions_by_id["redo"].trigger()

    # --- to the beginning and to the end ------------------------------------------------------

    def exhaust(self, command: str) -> None:
        """Go everywhere again and again, until the command has nothing to do in any place."""
        action, was_busy = self.window.actions_by_id[command], True
        while was_busy:
            was_busy = False
            for place in self.places():
                place()
                while action.isEnabled():
                    self.told.append(f"{action.text()} ({self.where()})")
                    action.trigger()
                    self.settle()
                    was_busy = True

    def places(self) -> list[Callable[[], None]]:
        packets = sorted(packet.id for packet in self.desk.library.packets())
        return [
            partial(self.go, "arrange"),
            partial(self.go, "pick"),
            *(partial(self.desk.shelf.open, packet_id) for packet_id in packets),
            *(partial(self.open_page, source_id) for source_id in self.pages),
        ]


@pytest.mark.unwatched("its steps follow one another without a turn of the event loop")
@pytest.mark.parametrize("seed", SEEDS)
def test_in_each_place_all_is_taken_back_to_the_beginning_and_done_again_to_the_end(
    window: MainWindow, desk: Desk, qtbot: QtBot, seed: int
) -> None:
    walk = Walk(window, desk, qtbot, seed)
    correct = walk.quote()
    before = deeds.kept(desk)
    correct()
    walk.run(STEPS)
    walk.exhaust("redo")
    after = deeds.kept(desk)
    for command, state in (("undo", before), ("redo", after), ("undo", before)):
        walk.told.append(f"--- {command}")
        walk.exhaust(command)
        assert deeds.kept(desk) == state, "\n".join(walk.told)

"""What every command of the menus does on a desk, and which of them are on at the moment."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from studydesk.ui import actions
from studydesk.ui.deed import DESK, LIBRARY, in_packet, in_page
from studydesk.ui.desk import Desk
from studydesk.ui.mnemonics import give_mnemonics
from studydesk.ui.packets.packet_menu import PacketMenu
from studydesk.ui.packets.packet_records import PacketRecords
from studydesk.ui.pages.tidy import TidyPage
from studydesk.ui.typed_undo import TypedUndo

Slots = Mapping[str, Callable[[], object]]
"""What to do for a command, by its id."""

_MOVING = (
    *("cut", "put", "put_before", "move_up", "move_down"),
    *("to_previous", "to_next", "split_article", "join_article", "article_up", "article_down"),
)
_WORDING = ("correct", "revert", "supply")
_GOING = ("choose_up", "choose_down", "previous_article", "next_article")
"""The commands of 整理 that stand in menus of their own, by what they do with rows."""

_IN_PAGE = "这一页没有可{}的了。", "选材、编排里的改动，请到那里撤消。"
_PICKING = "没有可{}的了。", "整理里的、别的学习包里的改动，请到那里撤消。"
_ARRANGING = "没有可{}的了。", "选材、整理里的、别的学习包里的改动，请到那里撤消。"
"""What is said where nothing is left to be taken back, and where there is something elsewhere."""


class Commands(QObject):
    """The actions of one desk, by id; `own` are the commands that the window itself does."""

    def __init__(self, desk: Desk, records: PacketRecords, own: Slots) -> None:
        super().__init__(desk)
        self._desk, self._records = desk, records
        self._typed = TypedUndo(desk)
        self._packets = PacketMenu(desk.shelf, desk.current, desk)
        self._pages = actions.page_actions(desk, desk.page_keys, desk.show_page)
        self.by_id = actions.make_actions(desk, {**own, **self._slots()})
        self._typed.watch(self.by_id["undo"])
        actions.follow_undo(self.by_id, desk.undoing)
        for elsewhere in (desk.page_changed, desk.tidy.history_changed, desk.current.opened):
            elsewhere.connect(lambda *_: self._choose_history())
        opened = (desk.current.opened, desk.current.changed)
        for changed in (*opened, desk.page_changed, desk.pick.article_changed):
            changed.connect(lambda *_: self.enable())

    def _slots(self) -> Slots:
        desk, packets, records = self._desk, self._packets, self._records
        pick = desk.pick
        return {
            "import": desk.import_files,
            "paste": desk.import_clipboard,
            "open-pack": packets.ask_and_open,
            "save-pack": packets.ask_and_save,
            "delete-article": desk.delete_article,
            "delete-source": desk.delete_source,
            "export": desk.export,
            "print": desk.print_out,
            "undo": self._typed.undo,
            "redo": desk.undoing.redo,
            "copy-cited": pick.copy_cited,
            "search": desk.search,
            "next-hit": partial(pick.step_hit, 1),
            "previous-hit": partial(pick.step_hit, -1),
            "source-facts": desk.edit_source_facts,
            "tag": desk.edit_tags,
            "tidy-article": desk.tidy_article,
            "next-panel": partial(desk.step_panel, 1),
            "previous-panel": partial(desk.step_panel, -1),
            "new-packet": desk.shelf.create,
            "copy-packet": packets.duplicate,
            "delete-packet": packets.delete,
            "versions": self._show_versions,
            "sessions": records.show_sessions,
            "phrases": records.show_phrases,
            "add": pick.add_selection,
            "add-and-ask": pick.add_and_ask,
            "complete": pick.complete_sentence,
            "related": desk.show_related,
        }

    def _show_versions(self) -> None:
        """In sight of the packet, which may go back to one."""
        self._desk.show_packet()
        self._records.show_versions()

    def fill(self, bar: QMenuBar, appearance: QMenu) -> None:
        """Fill the menu bar, and let the keys of the commands work on the desk."""
        desk = self._desk
        parts: dict[str, QAction | Sequence[QAction] | QMenu] = {
            **self.by_id,
            "pages": self._pages,
            "appearance": appearance,
            "packets": self._packets,
            "recent": desk.recent,
            "plans": self._records.plans,
            **_by_menu(desk.arrange.menu_actions()),
            **_by_tidying(desk.tidy),
        }
        actions.fill_menu_bar(bar, parts)
        give_mnemonics(bar)
        desk.deleting.waiting.changed.connect(partial(_hold, bar))
        desk.addActions([*self.by_id.values(), *self._pages])
        reading = ("add", "add-and-ask", "complete", "copy-cited")
        desk.pick.reader.text.addActions([self.by_id[command] for command in reading])

    def enable(self) -> None:
        """Let those commands be on whose needs are there."""
        desk = self._desk
        article, page = desk.pick.article is not None, desk.page_id
        there = {
            "packet": desk.current.packet is not None,
            "article": article,
            "reading": article and page == "pick",
            "passage": page == "arrange" or (article and page == "pick"),
        }
        actions.enable(self.by_id, {need for need, met in there.items() if met})
        actions.bind_to_page(desk.arrange.menu_actions(), "编排", shown=page == "arrange")

    def _choose_history(self) -> None:
        """Let 撤消 go to the page being tidied while that is shown, else to the packet, and in
        选材 to the library as well.
        """
        desk, packet = self._desk, self._desk.current.packet
        if desk.page_id == "tidy":
            page = desk.tidy.current
            desk.undoing.follow(page.history, [in_page(page.source_id)], *_IN_PAGE)
            return
        places = [DESK, in_packet(packet.id)] if packet else [DESK]
        if desk.page_id == "pick":
            desk.undoing.follow(desk.current.history, [*places, LIBRARY], *_PICKING)
        else:
            desk.undoing.follow(desk.current.history, places, *_ARRANGING)


def _hold(bar: QMenuBar, waits: bool) -> None:
    """Keep all menus off while everything waits: one of the system's asks no event filter."""
    for menu in bar.actions():
        menu.setDisabled(waits)


def _by_menu(made: Sequence[QAction]) -> dict[str, Sequence[QAction]]:
    """The commands of 编排 by the menus they stand in."""
    rename = next(place for place, one in enumerate(made) if one.text() == "学习包改名")
    return {
        "items": made[:rename],
        "rename-packet": made[rename : rename + 1],
        "proofing": made[rename + 1 : -4],
        "turning": made[-4:-2],
        "offers": made[-2:],
    }


def _by_tidying(tidy: TidyPage) -> dict[str, list[QAction]]:
    """The commands of 整理 by the menus they stand in; the last one takes all of them back."""
    made, by_id = tidy.menu_actions(), tidy.commands.actions
    apart = {
        "doubting": tidy.doubting(),
        "kinds": tidy.commands.kinds,
        "wording": [by_id[command] for command in _WORDING],
        "moving": [by_id[command] for command in _MOVING],
        "going": [by_id[command] for command in _GOING],
        "afresh": [made[-1]],
    }
    listed = [one for menu in apart.values() for one in menu]
    return {**apart, "tidying": [one for one in made if one not in listed]}

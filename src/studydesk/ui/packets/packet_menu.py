"""What the menus do with whole packets: list them, delete one, bring one from a file or to one."""

from PySide6.QtWidgets import QMenu, QWidget

from studydesk.ui import actions, dialogs
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.packets.packet_shelf import PacketShelf, list_names
from studydesk.ui.short_words import menu_line


class PacketMenu(QMenu):
    """The packets of the library, listed anew whenever it opens; the current one is ticked."""

    def __init__(self, shelf: PacketShelf, current: CurrentPacket, parent: QWidget) -> None:
        super().__init__("打开学习包", parent)
        self._shelf, self._current, self._owner = shelf, current, parent
        self.aboutToShow.connect(self._list)

    def ask_and_open(self) -> None:
        """Ask for packet files and open them."""
        for path in dialogs.ask_files(self._owner, "打开学习包文件", [dialogs.PACKET_FILES]):
            self._shelf.open_file(path)

    def ask_and_save(self) -> None:
        """Ask for a file and write the current packet into it."""
        packet = self._current.packet
        if packet is None:
            return
        name = f"{packet.title}{dialogs.PACKET_SUFFIX}"
        path = dialogs.ask_new_file(self._owner, "另存为学习包文件", name, dialogs.PACKET_FILES)
        if path is not None:
            self._shelf.save_file(path)

    def duplicate(self) -> None:
        """Open a copy of the current packet."""
        if self._current.packet is not None:
            self._shelf.duplicate(self._current.packet.id)

    def delete(self) -> None:
        """Delete the current packet; it can be taken back."""
        if self._current.packet is not None:
            self._shelf.delete(self._current.packet.id)

    def _list(self) -> None:
        self.clear()
        packet = self._current.packet
        names = list_names(self._shelf.summaries())
        titles = {id_: menu_line(name, self) for id_, name in names.items()}
        chosen = packet.id if packet else ""
        self.addActions(actions.choices(self, titles, chosen, self._shelf.open))

"""The preset that the current packet is set in: another one, a new one, another name of it."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from studydesk.domain import edits
from studydesk.ui.arrange.handout.presets_menu import PresetsMenu
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.deed import Deed


class PacketPreset(QObject):
    """Lets packets follow what is done to presets."""

    undoable = Signal(object)
    """What was done to a preset of the library: a Deed."""

    def __init__(self, current: CurrentPacket, presets: PresetsMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._current = current
        self._presets = presets
        presets.made.connect(self._use_new)
        presets.editing.deleted.connect(self._do_without)
        presets.renamed.connect(current.rename_preset)
        presets.editing.undoable.connect(self.undoable)

    def choose(self, name: str) -> bool:
        """Set the packet in a preset; whether that is another one."""
        packet = self._current.packet
        return packet is not None and self._current.edit("换版式", edits.set_preset(packet, name))

    def _use_new(self, name: str, deed: Deed) -> None:
        """The packet is set in a preset that there was not before; both are taken back as one,
        also where another packet is current by then.
        """
        packet = self._current.packet
        before = packet.preset if packet else ""
        step = self._current.last_step() if self.choose(name) else None
        followed = {packet.id} if packet and step else set()

        def take_back() -> None:
            nonlocal followed
            deed.take_back()
            if step is None or not step.back():
                followed = self._current.rename_preset(name, before)

        def again() -> None:
            deed.again()
            if step is None or not step.again():
                self._current.rename_preset(before, name, followed)

        self.undoable.emit(replace(deed, take_back=take_back, again=again))

    def _do_without(self, name: str, deed: Deed) -> None:
        """The packet is set in the usual preset, as its own was deleted; both are taken back as
        one. Other packets keep the name, and have it again as it is back.
        """
        packet, usual = self._current.packet, next(iter(self._presets.presets))
        if others := self._current.others_in(name):
            told = f"另有 {others} 份学习包用着它，现在按“{usual}”印。"
            deed = replace(deed, said=deed.said + told)
        if packet is None or packet.preset != name or not self.choose(usual):
            self.undoable.emit(deed)
            return
        step, only = self._current.last_step(), {packet.id}

        def take_back() -> None:
            deed.take_back()
            if not step.back():
                self._current.rename_preset(usual, name, only)

        def again() -> None:
            deed.again()
            if not step.again():
                self._current.rename_preset(name, usual, only)

        said = f"{deed.said}学习包改用“{usual}”。"
        self.undoable.emit(replace(deed, take_back=take_back, again=again, said=said))

"""我的版式: copies of presets, which are files that the user edits, gives away and takes over."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from studydesk.domain.packet import Packet
from studydesk.errors import StudyDeskError
from studydesk.handout.presets import preset_for
from studydesk.handout.style import Preset
from studydesk.services import presets
from studydesk.ui import dialogs
from studydesk.ui.arrange.handout.preset_editing import PresetEditing, free_name, putting_away
from studydesk.ui.deed import Deed
from studydesk.ui.jobs import Jobs

_KIND = "版式文件 (*.toml)"


class PresetsMenu(QToolButton):
    """A button with what can be done with presets; whatever was edited is read when it opens."""

    made = Signal(str, object)
    """The user has an own preset of this name, and wants the packet in it; the Deed undoes it."""
    renamed = Signal(str, str)
    """A preset has another name: the old one, the new one."""
    read = Signal()
    """The files have been read again; there may be other faults."""
    changed = Signal(object)
    """There are other presets now, or they look otherwise: all of them by name."""
    failed = Signal(object)
    """What was asked for cannot be done (StudyDeskError)."""

    def __init__(self, library: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._found = presets.read_presets(library)
        self.editing = PresetEditing(library, jobs, lambda: self._found, self)
        self.editing.written.connect(self.read_again)
        self.editing.renamed.connect(self.renamed)
        self.editing.copied.connect(lambda _name, copy: self._tell_made(copy, "另作"))
        self._packet: Packet | None = None
        self.setText("我的版式")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.setMenu(menu)
        menu.aboutToShow.connect(self.read_again)
        self.change = menu.addAction("改这个版式…", self.change_preset)
        self.copy = menu.addAction("复制这个版式，另作一个…", lambda: self._try(self._copy))
        self.folder = menu.addAction("打开放版式的文件夹", lambda: self._try(self._open_folder))
        menu.addSeparator()
        self.share = menu.addAction("把这个版式存成文件…", lambda: self._try(self._share))
        self.take = menu.addAction("收下别人的版式…", lambda: self._try(self._take))

    @property
    def presets(self) -> Mapping[str, Preset]:
        """The presets to choose from by name: the program's and the library's."""
        return self._found.by_name

    @property
    def faults(self) -> Mapping[str, StudyDeskError]:
        """What is wrong with the files that cannot be used, by file name."""
        return self._found.faults

    def show_packet(self, packet: Packet | None) -> None:
        """The packet whose preset is meant; a form that is open for another one is put away."""
        before, self._packet = self._packet, packet
        is_other = packet is None or before is None or packet.id != before.id
        if packet is None or is_other:
            self.editing.leave()
        else:
            self.editing.follow(self._name(packet))
        self.setEnabled(packet is not None)

    def read_again(self) -> None:
        """Read the files again, which may have been edited."""
        before, self._found = self.presets, presets.read_presets(self._library)
        self.editing.show_again()
        self.read.emit()
        if self.presets != before:
            self.changed.emit(self.presets)

    def change_preset(self) -> None:
        """Open the packet's preset to be changed; one of the program's becomes a copy by that."""
        self.read_again()
        self._try(self._change)

    def _change(self, packet: Packet) -> None:
        self.editing.open(self._name(packet))

    def _name(self, packet: Packet) -> str:
        """Of the preset that a packet is printed with."""
        return preset_for(packet.preset, self.presets).name

    def _try(self, step: Callable[[Packet], None]) -> None:
        if self._packet is None:
            return
        try:
            step(self._packet)
        except StudyDeskError as error:
            self.failed.emit(error)

    def _copy(self, packet: Packet) -> None:
        copied = self._name(packet)
        name = free_name(copied, self.presets)
        presets.copy_preset(self._library, copied, name)
        self.read_again()
        self._tell_made(name, "另作")
        self.editing.open(name)

    def _tell_made(self, name: str, verb: str) -> None:
        away = putting_away(self._library, name, self.read_again)
        what, places = f"{verb}版式“{name}”", self.editing.places
        self.made.emit(name, Deed(what, away.again, away.take_back, places=places))

    def _open_folder(self, _packet: Packet) -> None:
        dialogs.open_path(presets.folder_of(self._library))

    def _share(self, packet: Packet) -> None:
        name = self._name(packet)
        path = dialogs.ask_new_file(self, "把版式存成文件", f"{name}.toml", _KIND)
        if path is not None:
            presets.share_preset(self._library, name, path)

    def _take(self, _packet: Packet) -> None:
        for path in dialogs.ask_files(self, "收下别人的版式", [_KIND]):
            name = presets.take_preset(self._library, path)
            self.read_again()
            self._tell_made(name, "收下")

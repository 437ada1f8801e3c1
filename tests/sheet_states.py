"""The sheets of the window, one after the other, as window_states shows them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from studydesk.domain.packet import Session
from studydesk.handout.presets import PRESETS
from studydesk.services.backing_up import back_up_daily
from studydesk.ui.arrange.handout.booklet_sheet import BookletSheet
from studydesk.ui.arrange.handout.preset_form import PresetForm
from studydesk.ui.manual import Manual
from studydesk.ui.packets.sessions_sheet import SessionsSheet
from studydesk.ui.packets.version_sheet import VersionSheet
from studydesk.ui.safekeeping import BackupSheet, TrashSheet
from studydesk.ui.sheets import about_sheet, shortcut_sheet

if TYPE_CHECKING:
    from tests.window_states import State, Studio


def sheet_states(studio: "Studio") -> Iterator["State"]:
    """What stands in a window of its own."""
    window, library, jobs = studio.window, studio.library, studio.window.jobs
    studio.open_packet(replace(studio.packet, session=Session(minutes=45)))
    back_up_daily(library)
    form = PresetForm(window)
    form.show_preset(PRESETS["公文式讲义"], is_as_before=True)
    form.show_beside(window)
    refusing = PresetForm(window)
    refusing.resize(form.size())
    refusing.show_preset(PRESETS["普通讲义"], is_as_before=True)
    for number in (refusing.text.characters, refusing.text.lines, *refusing.page.margins.values()):
        number.line.setText("99999")
        number.line.editingFinished.emit()
    current = studio.desk.current
    sheets: tuple[tuple[str, Callable[[], QWidget]], ...] = (
        ("preset", lambda: form),
        ("preset-refusing", lambda: refusing),
        ("preset-page-refusing", lambda: _turned(refusing)),
        ("manual", lambda: Manual(window)),
        ("shortcuts", lambda: shortcut_sheet(window)),
        ("about", lambda: about_sheet(window, "文稿/学习台")),
        ("booklet", lambda: BookletSheet(PRESETS["口袋本 A5"].page, 8, window)),
        ("versions", lambda: VersionSheet(library, current, jobs, window)),
        ("sessions", lambda: SessionsSheet(library, jobs, window)),
        ("trash", lambda: TrashSheet(library, window)),
        ("backups", lambda: BackupSheet(library.folder, jobs, "", window)),
    )
    for name, make in sheets:
        yield from studio.front(f"sheet-{name}", make())


def _turned(form: PresetForm) -> PresetForm:
    """The form of a preset at its other group."""
    form._groups.setCurrentIndex(1)
    return form

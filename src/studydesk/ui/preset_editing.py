"""改版式: what is changed in the form goes into the preset's file, and so onto the page."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from studydesk.errors import PresetDamaged, StudyDeskError
from studydesk.handout.notices import FontOffer
from studydesk.handout.preset_text import Changes
from studydesk.services import presets
from studydesk.ui import dialogs, font_words, messages
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.preset_form import PresetForm

_PICTURES = "图片 (*.png *.jpg *.jpeg)"

_ROOM = {
    "page.right": "一行放不下这么多字。",
    "styles": "字太大或者行太密，版心里放不下。",
}
"""What a form means by a place of a preset file that does not do."""


def _offers(_progress: Progress) -> tuple[FontOffer, ...]:
    return presets.font_offers()


class PresetEditing(QObject):
    """Edits one of a library's own presets in a form; `found` reads the presets there are."""

    written = Signal()
    """A file is another one now."""
    renamed = Signal(str, str)
    """A preset has another name: the old one, the new one."""

    def __init__(
        self,
        library: Path,
        jobs: Jobs,
        found: Callable[[], presets.LibraryPresets],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._library, self._jobs, self._found, self._page = library, jobs, found, parent
        self._name = self._before = ""
        self.form: PresetForm | None = None

    def open(self, name: str) -> None:
        """Show the form for a preset of the library."""
        form = self.form or self._make_form()
        form.flush()
        self._name, self._before = name, self._found().files[name]
        form.tell("")
        self.show_again()
        form.show_beside(self._page.window())

    def close(self) -> None:
        """Put the form away; what was changed is kept."""
        if self.form is not None:
            self.form.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The form goes with its window."""
        if event.type() is QEvent.Type.Hide:
            self.close()
        return super().eventFilter(watched, event)

    def show_again(self) -> None:
        """Show what the file says now; where it is gone, the form goes, too."""
        found = self._found()
        if self.form is None or not self._name:
            return
        if self._name in found.own:
            is_as_before = found.files[self._name] == self._before
            self.form.show_preset(found.by_name[self._name], is_as_before=is_as_before)
        elif self.form.isVisible():
            self._name = ""
            self.form.close()

    def _make_form(self) -> PresetForm:
        window = self._page.window()
        self.form = form = PresetForm(window)
        window.installEventFilter(self)
        form.edited.connect(self._change)
        form.restored.connect(lambda: self._try(self._restore))
        form.picture_wanted.connect(self._choose_picture)
        form.file_wanted.connect(self._open_file)
        form.deletion_wanted.connect(lambda: self._try(self._delete))
        self._jobs.start(_offers, done=self._offer_fonts, failed=self._tell)
        return form

    def _offer_fonts(self, offers: tuple[FontOffer, ...]) -> None:
        if self.form is not None:
            refused = [font_words.font_sentence(offer) for offer in offers if offer.fault]
            self.form.offer_fonts(offers, refused)

    def _try(self, step: Callable[[], str]) -> None:
        """Do something to the file that may be refused; what name the preset has then."""
        try:
            name = step()
        except StudyDeskError as error:
            self._tell(error)
            self.show_again()
            return
        if self.form is not None:
            self.form.tell("")
        before, self._name = self._name, name
        self.written.emit()
        if name and name != before:
            self.renamed.emit(before, name)
        elif not name:
            self.close()
        self.show_again()

    def _tell(self, error: Exception) -> None:
        if self.form is not None:
            place = error.place if isinstance(error, PresetDamaged) else ""
            told = _ROOM.get(place) or _ROOM.get(place.partition(".")[0])
            self.form.tell(told or messages.sentence(error))

    def _change(self, changes: Changes) -> None:
        self._try(partial(presets.change_preset, self._library, self._name, changes))

    def _restore(self) -> str:
        return presets.restore_preset(self._library, self._name, self._before)

    def _choose_picture(self) -> None:
        for path in dialogs.ask_files(self.form or self._page, "选标志图片", [_PICTURES])[:1]:
            self._try(partial(self._take_picture, path))

    def _take_picture(self, path: Path) -> str:
        kept = presets.keep_logo(self._library, path)
        return presets.change_preset(self._library, self._name, {("logo", "file"): kept})

    def _open_file(self) -> None:
        dialogs.open_path(self._found().own[self._name])

    def _delete(self) -> str:
        told = f"文件移到“{presets.FOLDER}”文件夹的“{presets.PUT_AWAY}”里，移回来就又能用。"
        if not dialogs.confirm(self.form or self._page, f"删掉“{self._name}”？", told, "删掉"):
            return self._name
        presets.put_away_preset(self._library, self._name)
        return ""

"""改版式: what is changed in the form goes into the preset's file, and so onto the page."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QToolTip, QWidget

from studydesk.errors import PresetDamaged, StudyDeskError
from studydesk.handout.notices import FontOffer
from studydesk.handout.preset_text import Changes, Place
from studydesk.services import presets
from studydesk.ui import dialogs
from studydesk.ui.arrange.handout.preset_form import PresetForm
from studydesk.ui.deed import DESK, Deed, Where, in_form
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.own_undo import tell_nothing_left
from studydesk.ui.typist import typist
from studydesk.ui.words import font_words, messages
from studydesk.ui.words.preset_words import part_changed

_PICTURES = "图片 (*.png *.jpg *.jpeg)"

_ROOM = {
    "page.left": "“每行”太多：纸上放不下这么多字。",
    "page.right": "“每行”太多：纸上放不下这么多字。",
    "styles": "“字号”太大，或者“每页”太多：版心里放不下。",
}
"""What a form means by a place of a preset file that does not do."""

_BEHIND = {
    step: f"打开“改版式”以前的改动，请到编排里{verb}。"
    for step, verb in (("undo", "撤消"), ("redo", "重做"))
}


def _offers(_progress: Progress) -> tuple[FontOffer, ...]:
    return presets.font_offers()


class PresetEditing(QObject):
    """Edits a preset in a form; `found` reads the presets there are. One of the program's becomes
    one of the library's own with the first change.
    """

    written = Signal()
    """A file is another one now."""
    renamed = Signal(str, str)
    """A preset has another name: the old one, the new one."""
    copied = Signal(str, str)
    """A preset of the program was changed, and so has an own copy: its name, that of the copy."""
    undoable = Signal(object)
    """What was done to a preset of the library: a Deed."""
    deleted = Signal(str, object)
    """The preset of this name is gone; the Deed undoes it."""

    step_wanted = Signal(str, object)
    """The user asks in the form for `undo` or `redo`; Where that is."""

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
        self._origins: dict[str, str] = {}
        self._place = DESK
        self.form: PresetForm | None = None

    def open(self, name: str) -> None:
        """Show the form for a preset."""
        form = self.form or self._make_form()
        form.flush()
        if form.isHidden() or name != self._name:
            self._place = in_form()
        self._begin(name, self._found().files[name])
        form.show_beside(self._page.window())

    @property
    def name(self) -> str:
        """The preset that the form is for; empty where it is for none."""
        return self._name

    @property
    def places(self) -> tuple[Where, ...]:
        """Where a preset is changed now: in the form, since it was opened, and so in 编排."""
        is_open = self.form is not None and self.form.isVisible()
        return (self._place, DESK) if is_open else (DESK,)

    def tell_step(self, step: str, *, is_done: bool) -> None:
        """Whether `undo` or `redo` did something: where nothing is left, the form says so."""
        if is_done:
            QToolTip.hideText()
        elif self.form is not None:
            tell_nothing_left(step, self.form.focusWidget() or self.form, _BEHIND[step])

    def follow(self, name: str) -> None:
        """The packet has this preset now. The form goes on with it where it is the copy that was
        made of its own, and has come back; for any other it is put away.
        """
        if self._name and self._origins.get(name) == self._name:
            self._begin(name, presets.copied_text(self._library, self._name, name))
        elif name != self._name:
            self.leave()

    def _begin(self, name: str, before: str) -> None:
        """Show a preset as it is; `before` is the text that it can go back to."""
        self._name, self._before = name, before
        if self.form is not None:
            self.form.tell("")
        self.show_again(keeps_typed=False)

    def leave(self) -> None:
        """Put the form away, as its preset is in use no more; what was changed is kept, but
        makes no copy any more.
        """
        if self._name not in self._found().own:
            self._name = ""
        self.close()
        self._name = ""

    def close(self) -> None:
        """Put the form away; what was changed is kept."""
        if self.form is not None:
            self.form.put_away()

    def settle(self) -> None:
        """Let what was changed in the form be done, also what is just being typed."""
        if self.form is not None and self.form.isVisible():
            self.form.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The form goes with its window."""
        if event.type() is QEvent.Type.Hide:
            self.close()
        return super().eventFilter(watched, event)

    def show_again(self, *, keeps_typed: bool = True) -> None:
        """Show what the file says now. Where it is gone, so is the form, unless that was a copy
        which its first change had made: then it shows again what that was a copy of.
        """
        found = self._found()
        if self.form is None or not self._name:
            return
        preset = found.by_name.get(self._name)
        if preset is None:
            origin, self._name = self._origins.get(self._name, ""), ""
            if origin:
                self._begin(origin, found.files[origin])
            else:
                self.form.put_away()
        elif self._name in found.own:
            same = found.files[self._name] == self._before
            self.form.show_preset(preset, is_as_before=same, keeps_typed=keeps_typed)
        else:
            copy = replace(preset, name=free_name(self._name, found.by_name))
            self.form.show_preset(copy, is_as_before=True, is_own=False, keeps_typed=keeps_typed)

    def _make_form(self) -> PresetForm:
        window = self._page.window()
        self.form = form = PresetForm(window)
        window.installEventFilter(self)
        self.destroyed.connect(form.deleteLater)  # the window stays where another library is opened
        form.edited.connect(self._change)
        form.restored.connect(lambda: self._try(self._restore))
        form.refused_unwanted.connect(self._forget_refused)
        form.step_wanted.connect(lambda step: self.step_wanted.emit(step, self.places[0]))
        form.picture_wanted.connect(self._choose_picture)
        form.file_wanted.connect(lambda: self._try(self._open_file))
        form.deletion_wanted.connect(form.flush)
        form.deletion_wanted.connect(lambda: self._try(self._delete))
        self._jobs.start(_offers, done=self._offer_fonts, failed=self._tell)
        return form

    def _forget_refused(self) -> None:
        if self.form is not None:
            self.form.tell("")
        self.show_again(keeps_typed=False)

    def _offer_fonts(self, offers: tuple[FontOffer, ...]) -> None:
        if self.form is not None:
            refused = [font_words.font_sentence(offer) for offer in offers if offer.fault]
            self.form.offer_fonts(offers, refused)

    def _try(self, step: Callable[[], object]) -> None:
        """Do something that may be refused; the form says why then."""
        try:
            step()
        except StudyDeskError as error:
            self._tell(error)
        else:
            if self.form is not None:
                self.form.tell("")
        self.show_again()

    def _tell(self, error: Exception) -> None:
        if self.form is not None:
            place = error.place if isinstance(error, PresetDamaged) else ""
            told = _ROOM.get(place) or _ROOM.get(place.partition(".")[0])
            self.form.tell(told or messages.sentence(error))

    # --- what is done, and taken back ----------------------------------------------------------

    def _change(self, changes: Changes) -> None:
        self._try(partial(self._make_changes, changes))

    def _make_changes(self, changes: Changes) -> None:
        found = self._found()
        if not self._name:  # it was left
            return
        if self._name not in found.own:
            free = free_name(self._name, found.by_name)
            self._copy(self._name, str(changes.get(("name",), free)), changes)
            return
        before = found.files[self._name]
        self._note(before, presets.change_preset(self._library, self._name, changes), set(changes))

    def _copy(self, name: str, copy: str, changes: Changes) -> None:
        """Let there be a changed copy; what it is before the change is what it can go back to."""
        presets.copy_preset(self._library, name, copy, changes)
        self._name, self._before = copy, presets.copied_text(self._library, name, copy)
        self._origins[copy] = name
        self.written.emit()
        self.copied.emit(name, copy)

    def _restore(self) -> None:
        before = self._found().files[self._name]
        self._note(before, presets.restore_preset(self._library, self._name, self._before))
        self.show_again(keeps_typed=False)

    def _note(self, before: str, name: str, places: Collection[Place] = ()) -> None:
        """Go on from what was changed in the file of the preset that is open, which has this name
        now. Changes at the same places that follow one another are one deed, as one goes on typing.
        """
        old = self._name
        self._settle(old, name)
        after = self._found().files[name]
        change = _Change(old, name, before, after)
        part = part_changed(places)
        said = f"改版式“{name}”的{part}" if part else f"改版式“{name}”"
        said = f"把版式“{old}”改名为“{name}”" if name != old else said
        back, again = partial(self._put, change, back=True), partial(self._put, change, back=False)
        merge = f"{name}: {sorted(places)} {typist.step}" if places and name == old else ""
        self.undoable.emit(Deed(said, back, again, merge=merge, places=self.places))

    def _put(self, change: "_Change", *, back: bool) -> None:
        """Give a preset the text, and the name, from before or after a change."""
        here, text = (change.new, change.before) if back else (change.old, change.after)
        self._settle(here, presets.restore_preset(self._library, here, text))
        self._forget_refused()

    def _settle(self, old: str, name: str) -> None:
        if self._name == old:
            self._name = name
        self.written.emit()
        if name != old:
            self.renamed.emit(old, name)

    def _choose_picture(self) -> None:
        for path in dialogs.ask_files(self.form or self._page, "选标志图片", [_PICTURES])[:1]:
            self._try(partial(self._take_picture, path))

    def _take_picture(self, path: Path) -> None:
        kept = presets.keep_logo(self._library, path)
        self._make_changes({("logo", "file"): kept})

    def _open_file(self) -> None:
        dialogs.open_path(self._found().own[self._name])

    def _delete(self) -> None:
        deed = putting_away(self._library, self._name, self.written.emit)
        self._origins.pop(self._name, None)  # the form shall go
        name = self._name
        deed.again()
        self.deleted.emit(name, deed)


def putting_away(library: Path, name: str, tell: Callable[[], object]) -> Deed:
    """To do without a preset of the library, which is done with `again`; `tell` is called after
    it, and after it was taken back.
    """
    kept: list[Path] = []

    def put_away() -> None:
        kept.append(presets.put_away_preset(library, name))
        tell()

    def put_back() -> None:
        presets.put_back_preset(library, kept[-1])
        kept.pop()
        tell()

    said = f"版式“{name}”已删掉，文件在“{presets.FOLDER}”文件夹的“{presets.PUT_AWAY}”里。"
    return Deed(f"删掉版式“{name}”", put_back, put_away, said)


def free_name(name: str, taken: Collection[str]) -> str:
    """What a copy of a preset is called where these names are taken."""
    names = (f"{name}（我的{number if number > 1 else ''}）" for number in count(1))
    return next(name for name in names if name not in taken)


@dataclass(frozen=True, slots=True)
class _Change:
    """Name and text of a preset before and after."""

    old: str
    new: str
    before: str
    after: str

"""Where sources were printed, asked in 整理 for the one that is shown or for many at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from studydesk.errors import StudyDeskError
from studydesk.library import Library
from studydesk.services.citing import SourceFacts
from studydesk.services.source_facts import Asked, ask_about
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.deed import in_page
from studydesk.ui.source_form import SourceForm
from studydesk.ui.tidy.current_source import CurrentSource


class AskingFacts(QObject):
    """Opens the form, and keeps what is answered as one deed."""

    kept = Signal(object)
    """Other facts of the sources of these ids are on record now."""
    undoable = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        library: Library,
        packet: CurrentPacket,
        page: CurrentSource,
        form: SourceForm,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library, self._packet, self._page, self._form = library, packet, page, form
        self._asked: Asked | None = None
        form.saved.connect(self._answer)

    def ask(self, source_ids: Sequence[str]) -> None:
        """Ask where sources were printed, all at once; what was typed of others is kept first."""
        self._form.settle()
        self._packet.flush()  # what was put on record just now is part of the question
        try:
            self._asked = ask_about(self._library, source_ids)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        if self._asked is not None:
            several = f"{len(source_ids)} 个来源的出处" if len(source_ids) > 1 else ""
            self._form.ask(several, self._asked)
            self._form.newspaper.setFocus()

    def _answer(self, newspaper: str, published: date | None, page: str) -> None:
        if self._asked is None:
            return
        replaces = self._form.replaces.isChecked()
        facts = self._asked.answered(newspaper, published, page, replaces=replaces)
        try:
            deed = self._packet.set_facts(facts, in_page(self._page.source_id))
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        if deed is None:
            return

        def and_keep(do: Callable[[], object]) -> None:
            do()
            self._keep(facts)

        if self._keep(facts):
            back, again = partial(and_keep, deed.take_back), partial(and_keep, deed.again)
            self.undoable.emit(replace(deed, take_back=back, again=again))

    def _keep(self, facts: Sequence[SourceFacts]) -> bool:
        """Let everything follow these facts; whether they are on the disk."""
        is_kept = self._packet.flush()
        self.kept.emit([each.source_id for each in facts])
        return is_kept

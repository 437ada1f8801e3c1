"""What is done to the terms of a library beside 名词解释: pin, hide, and the lists of both."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from studydesk.domain.packet import Term
from studydesk.library import Library
from studydesk.services.terms import (
    ListsChange,
    TermLists,
    discover,
    hide,
    keep_lists,
    pin,
    term_lists,
    worth_looking,
)
from studydesk.ui.arrange.offer_tools import OfferTools
from studydesk.ui.arrange.term_sheet import TermSheet
from studydesk.ui.deed import Deed
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.offer_panel import OfferPanel
from studydesk.ui.words.quotes import quoted

TERMS = "名词解释"


def _change(
    _progress: Progress, change: Callable[..., ListsChange], library: Library, *words: object
) -> ListsChange:
    return change(library, *words)


def _look(progress: Progress, library: Library) -> TermLists:
    return discover(library, progress) if worth_looking(library) else term_lists(library)


class TermTools(OfferTools):
    """The buttons of the terms in the panel of offers. All work is done off the interface; new
    terms are looked for when terms are asked for, and where the library has grown since.
    """

    def __init__(
        self, library: Library, jobs: Jobs, panel: OfferPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(library, jobs, panel, parent)
        self._looked = False
        self.pin_button = panel.add_tool(
            "置顶", "这个名词以后总会列出", partial(self._decide, pin, "置顶")
        )
        self.hide_button = panel.add_tool(
            "隐藏", "这个名词以后不再列出", partial(self._decide, hide, "隐藏")
        )
        self.lists_button = panel.add_tool("名词表…", "置顶、隐藏和新发现的名词", self.open_lists)
        self.show_group("")

    def show_group(self, group: str) -> None:
        """The buttons go with the list of terms; with it, new terms are looked for once."""
        for button in (self.pin_button, self.hide_button, self.lists_button):
            button.setVisible(group == TERMS)
        if group == TERMS and not self._looked:
            self._looked = True
            self._jobs.start(
                _look,
                self._library,
                done=lambda _lists: self.changed.emit(),
                failed=self.failed.emit,
            )

    def _decide(self, change: Callable[[Library, str], ListsChange], deed: str) -> None:
        offer = self._panel.current
        if offer is None or not isinstance(offer.item, Term):
            self.message.emit(self._panel.detail.text())  # why there is none
            return
        what = f"{deed}{quoted(offer.item.term)}"
        self._start(what, change, (offer.item.term,), f"已{what}，在“名词表”里可以改回来。")

    def open_lists(self) -> TermSheet:
        """Open the lists; what was discovered comes as soon as it is there."""
        sheet = TermSheet(term_lists(self._library), self._panel)
        sheet.kept.connect(
            lambda *lists: self._start("改名词表", keep_lists, lists, "名词表已保存。")
        )
        job = self._jobs.start(_look, self._library, done=sheet.show_found, failed=self.failed.emit)
        sheet.finished.connect(lambda _result: self._jobs.forget(job))
        sheet.finished.connect(lambda _result: self._come_back())
        sheet.open()
        return sheet

    def _come_back(self) -> None:
        """To the button, for the list that had the keys may have gone meanwhile."""
        if self.lists_button.isVisible():
            self.lists_button.setFocus()

    def _start(
        self, name: str, change: Callable[..., ListsChange], words: Sequence[object], said: str
    ) -> None:
        def done(lists: ListsChange) -> None:
            self._tell(said)
            back, again = partial(self._put, lists.before), partial(self._put, lists.after)
            self.undoable.emit(Deed(name, back, again))

        self._jobs.start(
            _change,
            change,
            self._library,
            *words,
            done=done,
            failed=self.failed.emit,
            in_order=True,
        )

    def _put(self, lists: TermLists) -> None:
        keep_lists(self._library, lists.pinned, lists.hidden)
        self.changed.emit()

"""Below the article in 选材: where else the library says what is selected, or speaks of it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from studydesk.domain.article import Article
from studydesk.domain.packet import PassageItem
from studydesk.errors import StudyDeskError
from studydesk.library import Library
from studydesk.ui.jobs import Job, Jobs, Progress
from studydesk.ui.offer_panel import Offer, OfferPanel
from studydesk.ui.pick.picking import Chosen
from studydesk.ui.pick.related_offers import GROUP, NOTHING, related_offers


def _find(_progress: Progress, library: Library, text: str, article_id: str) -> Sequence[Offer]:
    return related_offers(library, text, article_id)


class RelatedPanel(QObject):
    """A panel that is asked for, and goes when it is left or another article is opened."""

    wanted = Signal(object)
    """Add this stretch of an article (Chosen) to the packet."""
    looked = Signal(str, int, int)
    """Show an article at a stretch of it: article id, start, end."""
    left = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._job: Job | None = None
        self._looking = False
        self.panel = OfferPanel((GROUP,))
        self.panel.hide()
        self.panel.group_chosen.connect(self._fold)
        self.panel.taken.connect(self._take)
        self.panel.looked.connect(self._look)
        self.panel.left.connect(self.close)

    def show(self, article: Article, stretch: tuple[int, int] | None) -> None:
        """Look for what is said in a stretch of an article, or in all of it."""
        self.hide()
        start, end = stretch or (0, len(article.body))
        self.panel.show_offers((), "正在找……")
        self.panel.show()
        self.panel.open(GROUP)
        self._job = self._jobs.start(
            _find,
            self._library,
            article.body[start:end],
            article.id,
            done=self._show,
            failed=self._fail,
        )

    def hide(self) -> None:
        """Put the panel away, but not while one of its paragraphs is looked at."""
        if self._looking:
            return
        if self._job is not None:
            self._jobs.forget(self._job)
            self._job = None
        self.panel.hide()

    def close(self) -> None:
        """Put the panel away as its user wished."""
        self.hide()
        self.left.emit()

    def _fold(self, group: str) -> None:
        if not group and not self.panel.isHidden():
            self.close()

    def _show(self, offers: Sequence[Offer]) -> None:
        self._job = None
        self.panel.show_offers(offers, "" if offers else NOTHING)
        self.panel.open(GROUP)

    def _fail(self, error: Exception) -> None:
        self.close()
        self.failed.emit(error)

    def _take(self, offer: Offer) -> None:
        if isinstance(offer.item, PassageItem):
            passage = offer.item.passage
            try:
                article = self._library.article(passage.article_id)
                source = self._library.source(article.source_id)
            except StudyDeskError as error:
                self.failed.emit(error)
                return
            self.wanted.emit(Chosen(article, source, passage.start, passage.end))

    def _look(self, offer: Offer) -> None:
        if isinstance(offer.item, PassageItem):
            passage = offer.item.passage
            self._looking = True
            self.looked.emit(passage.article_id, passage.start, passage.end)
            self._looking = False

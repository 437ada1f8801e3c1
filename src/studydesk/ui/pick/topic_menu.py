"""主题 beside the filters: what the library is about, and a way to the articles about it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from studydesk.library import Facet, Library
from studydesk.services.topics import library_topics
from studydesk.ui.jobs import Job, Jobs, Progress

_LOOKING = "正在看资料库里讲些什么……"
_NOTHING = "还没有看出主题；文章多了再来看。"


class TopicMenu(QToolButton):
    """Its menu is filled when it is first opened, and anew once articles came or went."""

    wanted = Signal(str)
    """Find the articles that have this term."""
    failed = Signal(object)

    def __init__(self, library: Library, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._job: Job | None = None
        self._known = False
        self.setText("主题 ▾")
        self.setAccessibleName("按主题找")
        self.setToolTip("资料库里讲得多的，点一个就找出讲它的文章")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._ask)
        self._tell(_LOOKING)

    def forget(self) -> None:
        """Count again before it is shown the next time, or at once while it is; what is being
        counted counts no more.
        """
        if self._job is not None:
            self._jobs.forget(self._job)
        self._job, self._known = None, False
        self._tell(_LOOKING)
        if self.menu().isVisible():
            self._ask()

    def _tell(self, sentence: str) -> None:
        self.menu().clear()
        self.menu().addAction(sentence).setEnabled(False)

    def _ask(self) -> None:
        if not self._known and self._job is None:
            self._job = self._jobs.start(_count, self._library, done=self._show, failed=self._fail)

    def _show(self, topics: Sequence[Facet]) -> None:
        self._job, self._known = None, True
        if not topics:
            self._tell(_NOTHING)
            return
        self.menu().clear()
        for topic in topics:
            action = self.menu().addAction(f"{topic.name}　{topic.count}".replace("&", "&&"))
            action.triggered.connect(partial(self._go, topic.value))

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)

    def _go(self, topic: str, _checked: bool = False) -> None:
        self.wanted.emit(topic)


def _count(progress: Progress, library: Library) -> Sequence[Facet]:
    return library_topics(library, progress)

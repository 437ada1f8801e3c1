"""The line at the bottom in which the window speaks. It is one line high whatever is said, so that
no word of it moves what somebody is about to click; a longer sentence unfolds where it is asked to.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStatusBar,
    QWidget,
)

from studydesk.ui.icons import IconButton
from studydesk.ui.jobs import Job
from studydesk.ui.key_names import native
from studydesk.ui.theme import GRID
from studydesk.ui.words import messages

SHOWN = 8000
"""A passing message stays for this many milliseconds."""

OFFERED = 30_000
"""A deed can be taken back from the notice for this many milliseconds."""

READ = 4000
"""What went wrong can be read for this many milliseconds, whatever is done next."""

_WHOLE = "全文"
"""The button that unfolds a sentence longer than a line."""
_TAKE_BACK = "撤消"


class Notice(QFrame):
    """One sentence about something that went wrong, or that was done and can be taken back."""

    speaks = Signal()
    fell_silent = Signal()
    unfolded = Signal(bool)
    """All of the sentence is shown, in as many lines as it takes; or one line again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("通知")
        self._words = ""
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sentence.setAccessibleName("通知内容")
        self.whole_button = QPushButton(_WHOLE)
        self.whole_button.setProperty("role", "link")
        self.whole_button.setCheckable(True)
        self.whole_button.toggled.connect(self._unfold)
        self._take_back: Callable[[], object] | None = None
        self.undo_button = QPushButton(_TAKE_BACK)
        self.undo_button.setProperty("role", "link")
        self.undo_button.clicked.connect(lambda: self._take_back and self._take_back())
        self._error: Exception | None = None
        self.copy_button = QPushButton("复制详情")
        self.copy_button.setProperty("role", "link")
        self.copy_button.setToolTip("这句话和程序出错的位置，可以粘贴给帮忙的人；没有您的文字。")
        self.copy_button.clicked.connect(self._copy)
        self._close = IconButton("x", "收起通知")
        self._close.clicked.connect(self._decline)
        self._declined: Callable[[], object] | None = None
        self._is_told = False
        self._wrong = self._unsaved = self._is_proposed = False
        self._told = QElapsedTimer()
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, GRID, 0)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.whole_button)
        row.addWidget(self.undo_button)
        row.addWidget(self.copy_button)
        row.addWidget(self._close)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is being said."""
        return self._words

    @property
    def error(self) -> Exception | None:
        """What it is about that is being said, where that is an error."""
        return self._error

    @property
    def is_told(self) -> bool:
        """Whether its sentence holds still, be it that a passing message stands over it."""
        return self._is_told

    @property
    def is_of_an_edit(self) -> bool:
        """Whether it says that an edit could not be kept."""
        return self._unsaved

    @property
    def is_to_be_read(self) -> bool:
        """Whether something went wrong just now."""
        return self._wrong and not self.isHidden() and self._told.elapsed() < READ

    def tell(self, sentence: str, *, unsaved: bool = False, error: Exception | None = None) -> None:
        """Show what went wrong; `unsaved` where an edit could not be kept. Of an `error` one may
        copy where the program failed.
        """
        self._show(f"⚠ {sentence}", None, error, unsaved=unsaved)
        self._wrong = True
        self._told.start()

    def tell_error(self, error: Exception, *, unsaved: bool = False) -> None:
        """Show what an error means; `unsaved` where an edit could not be kept."""
        self.tell(messages.sentence(error), unsaved=unsaved, error=error)

    def settle(self, *, saved: bool = False) -> None:
        """Something was done well since: put away what went wrong before, once it could be read.
        That an edit is not kept goes only when it is.
        """
        if self._wrong and (saved or not self._unsaved):
            self._over.start(max(0, READ - self._told.elapsed()))

    def offer(self, sentence: str, take_back: Callable[[], object]) -> None:
        """Show what was done, for a while, with a button that takes it back."""
        self._show(sentence, take_back, button=_TAKE_BACK)
        self._over.start(OFFERED)

    def propose(
        self,
        sentence: str,
        do: Callable[[], object],
        button: str,
        declined: Callable[[], object] | None = None,
    ) -> None:
        """Show what could be done, with a button of this name that does it, and is pressed once.
        Who closes it instead has `declined`; that something else is said is neither.
        """

        def once() -> None:
            self.put_away()
            do()

        self._show(sentence, once, button=button)
        self._is_proposed = True
        self._declined = declined

    def _decline(self) -> None:
        self.put_away()
        if self._declined is not None:
            self._declined()

    def _copy(self) -> None:
        from studydesk.services.diagnosis import details_of  # what few ask for

        if self._error is not None:
            QGuiApplication.clipboard().setText(f"{self.sentence}\n{details_of(self._error)}")
            self.copy_button.setText("已复制")

    def _show(
        self,
        sentence: str,
        take_back: Callable[[], object] | None,
        error: Exception | None = None,
        *,
        unsaved: bool = False,
        button: str = "",
    ) -> None:
        self._over.stop()
        self._wrong, self._unsaved = False, unsaved
        self._is_proposed, self._declined = False, None
        self._take_back, self._error = take_back, error
        self.copy_button.setText("复制详情")
        self.copy_button.setVisible(error is not None)
        self._words = sentence
        self._sentence.setToolTip(sentence)
        self._sentence.setAccessibleDescription(sentence)
        self.whole_button.setChecked(False)
        self.undo_button.setVisible(take_back is not None)
        self.undo_button.setText(button)
        self.undo_button.setAccessibleName(f"{button}：{sentence}")
        self._fit()
        self._is_told = True
        self.show()
        self.speaks.emit()

    def put_away(self) -> None:
        """Say it no more."""
        self._is_told = False
        self.hide()

    def lines_high(self) -> int:
        """The pixels of all lines of the sentence."""
        return self._sentence.heightForWidth(self._sentence.width())

    def _unfold(self, unfolded: bool) -> None:
        self.whole_button.setText("收起" if unfolded else _WHOLE)
        self._fit()
        self.unfolded.emit(unfolded)

    def _fit(self) -> None:
        """Show what goes into one line, with a button for all of it where there is more."""
        buttons = (self.undo_button, self.copy_button, self._close)
        taken = sum(one.sizeHint().width() + GRID for one in buttons if not one.isHidden())
        measure, room = self._sentence.fontMetrics(), self.width() - taken - 2 * GRID
        is_long = measure.horizontalAdvance(self._words) > room
        self.whole_button.setVisible(is_long)
        way_on = self.whole_button if is_long else self._close
        self.setFocusProxy(way_on if self._take_back is None else self.undo_button)
        unfolded = is_long and self.whole_button.isChecked()
        self._sentence.setWordWrap(unfolded)
        room -= self.whole_button.sizeHint().width() + GRID
        short = measure.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self._sentence.setText(short if is_long and not unfolded else self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is room for more words, or fewer."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
            if self.whole_button.isHidden():
                self.whole_button.setChecked(False)
            elif self.whole_button.isChecked():
                self.unfolded.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Others may speak."""
        super().hideEvent(event)
        self.whole_button.setChecked(False)
        self.fell_silent.emit()

    def withdraw(self) -> None:
        """Offer no more what was taken back."""
        if self._take_back is not None and not self._is_proposed:
            self._take_back = None
            self.put_away()


class StatusLine(QStatusBar):
    """What was just done or went wrong, what is under way, and when the packet was saved. What is
    said later stands over a notice that stays, for a while.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setAccessibleName("状态栏")
        self._line = QLabel("行").sizeHint().height() + 3 * GRID // 2  # of words and links
        self.setFixedHeight(self._line)
        self.notice = Notice()
        self.notice.unfolded.connect(self._make_room)
        self._standing = ""
        self.notice.speaks.connect(self.clearMessage)
        for free in (self.notice.fell_silent, self.messageChanged):
            free.connect(lambda *_: self._say_what_stands())
        self.addWidget(self.notice, 1)
        self.notice.hide()
        self._jobs: list[tuple[str, Job]] = []
        self._of_page = self._page = ""
        self._what = QLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(20 * GRID)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("进度")
        self._cancel = QPushButton("取消")
        self._cancel.setProperty("role", "link")
        self._cancel.clicked.connect(self._stop)
        self._saved = QLabel()
        self._saved.setProperty("role", "muted")
        self._saved.setContentsMargins(0, 0, 2 * GRID, 0)
        for label, name in ((self._what, "正在做的事"), (self._saved, "保存状态")):
            label.setAccessibleName(name)
        for widget in (self._what, self._bar, self._cancel, self._saved):
            self.addPermanentWidget(widget)
        self._show_job(visible=False)

    def _make_room(self, unfolded: bool) -> None:
        """Be as high as the sentence that somebody unfolded, or one line."""
        self.setFixedHeight(self.notice.lines_high() + GRID if unfolded else self._line)

    def tell(self, sentence: str) -> None:
        """Show a sentence for a while, unless what went wrong is to be read first; that is past
        then, and does not come back behind what is said now.
        """
        self.notice.settle()
        if not self.notice.is_to_be_read:
            self._of_page = ""
            self.showMessage(sentence, SHOWN)

    def stand(self, sentence: str) -> None:
        """Show a sentence until there is another or, empty, none: again after each that is only
        passing, and after what went wrong.
        """
        before, self._standing = self._standing, sentence
        if sentence:
            self.showMessage(sentence)
        elif before == self.currentMessage():
            self.clearMessage()

    def _say_what_stands(self) -> None:
        if self._standing and not self.currentMessage() and self.notice.isHidden():
            self.showMessage(self._standing)

    def tell_of_page(self, sentence: str, page_id: str = "") -> None:
        """Show a sentence that is only true of this page, or else of the one in front."""
        self.tell(sentence)
        if not self.notice.is_to_be_read:
            self._of_page = page_id or self._page

    def turn_page(self, page_id: str) -> None:
        """Another page, this one, is in front now; what was said of others goes."""
        self._page = page_id
        if self._of_page not in ("", page_id):
            self.clearMessage()

    def break_promise(self) -> None:
        """Say no more that Ctrl+Z takes something back: it would take back something else."""
        if native("Ctrl+Z") in self.currentMessage():
            self.clearMessage()
        if native("Ctrl+Z") in self.notice.sentence:
            self.notice.withdraw()

    def tell_saving(self) -> None:
        """Say that the last edit is on its way to the disk, and no more of those before it."""
        self.clearMessage()
        self._saved.setText("正在保存…")

    def tell_saved(self, moment: datetime) -> None:
        """Say that everything is kept, and since when."""
        self._saved.setText(f"已保存 {moment:%H:%M}")

    def tell_unsaved(self) -> None:
        """Say that the last edit is not kept yet."""
        self._saved.setText("尚未保存")

    def fall_silent(self) -> None:
        """Say nothing any more: there is no library, and what waited for it never ends."""
        self._jobs.clear()
        self._show_job(visible=False)
        self.stand("")
        self.clearMessage()
        self.notice.put_away()
        self._saved.clear()

    def follow(self, what: str, job: Job) -> None:
        """Show how far a job is, with a way to stop it, once it takes longer than a moment. One
        that was shown before is shown again when this has ended; what was said before goes.
        """
        self.clearMessage()
        self.notice.settle()
        self._jobs.append((what, job))
        self._show_last()
        job.progressed.connect(lambda done, total: self._progress(job, done, total))
        for ended in (job.done, job.failed, job.cancelled):
            ended.connect(lambda *_: self._end(job))
        QTimer.singleShot(300, self, lambda: self._show_job(visible=bool(self._jobs)))

    @property
    def _job(self) -> Job | None:
        return self._jobs[-1][1] if self._jobs else None

    def _show_last(self) -> None:
        self._what.setText(self._jobs[-1][0])
        self._cancel.setEnabled(True)
        self._bar.setRange(0, 0)

    def _progress(self, job: Job, done: int, total: int) -> None:
        if job is not self._job or not self._cancel.isEnabled():
            return  # another is shown, or it is being cancelled
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _end(self, ended: Job) -> None:
        was_shown = ended is self._job
        self._jobs = [(what, job) for what, job in self._jobs if job is not ended]
        if not self._jobs:
            self._show_job(visible=False)
        elif was_shown:
            self._show_last()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._what.setText("正在取消…")
            self._bar.setRange(0, 0)
            self._cancel.setEnabled(False)

    def _show_job(self, *, visible: bool) -> None:
        for widget in (self._what, self._bar, self._cancel):
            widget.setVisible(visible)

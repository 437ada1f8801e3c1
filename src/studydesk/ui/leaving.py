"""What is settled before the window lets its library go: files being written, edits unsaved."""

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

if TYPE_CHECKING:
    from studydesk.ui.desk import Desk
    from studydesk.ui.main_window import MainWindow

AGAIN = 200
"""Milliseconds between two looks whether what stands before the window is answered by now."""
HURRY = 20_000
"""Milliseconds in which a session that ends does end, if nobody calls that off."""

_CLOSES = "正在写出文件，写完就关闭。再按一次立即关闭（没写完的不留下）。"
_CLOSES_THEN = "文件写好了。答完前面打开的，窗口就关闭。"
_STAYS_OPEN = "窗口没有关闭。"
_STAYS = "正在写出文件，请等写完再换资料库。"


class Leaving(QObject):
    """Keeps the window on its library until what the user wants to have is in files."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._closes = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(partial(self._go_on, came=True))
        self._hurried = QTimer(self, singleShot=True, interval=HURRY)
        self._hurried.timeout.connect(self._wait_again)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._hurry)

    def may_begin(self, desk: "Desk | None", *, closing: bool = False) -> bool:
        """Whether nothing is lost where the window lets go of its library, or closes; False where
        files are being written, or the user would rather stay with what could not be saved.
        """
        if self._waits(closing=closing):
            return False
        return desk is None or self._loses_nothing(desk)

    def _waits(self, *, closing: bool) -> bool:
        """Whether something is being written still, which is told. A window that was to close does
        so when it is written, or at once when it is asked again.
        """
        jobs = self._window.jobs
        if not jobs.is_writing or (closing and self._closes):
            return False
        if closing:
            self._closes = True
            jobs.written.connect(self._go_on, QtCore.Qt.ConnectionType.SingleShotConnection)
            self._window.status.stand(_CLOSES)
        else:
            self._window.status.showMessage(_STAYS)
        return True

    def _go_on(self, came: bool) -> None:
        if came and (QApplication.activeModalWidget() or QApplication.activePopupWidget()):
            self._again.start()  # whoever asks there still needs the window and its library
            self._window.status.stand(_CLOSES_THEN)
            return
        self.forget()
        status = self._window.status
        if came:
            self._window.close()
        else:  # what came of it is told where it was asked for, or here, and is to be read
            status.tell(status.currentMessage() + _STAYS_OPEN)

    def _hurry(self) -> None:
        """The session of the user ends, if nobody calls that off: the system waits for none of the
        files that are being written.
        """
        jobs = self._window.jobs
        if jobs.is_writing and not self._closes:
            self._closes = True
            jobs.written.connect(self._wait_again, QtCore.Qt.ConnectionType.SingleShotConnection)
            self._hurried.start()

    def _wait_again(self) -> None:
        self._hurried.stop()  # the next who closes has a time of their own
        self._closes = False

    def forget(self) -> None:
        """Nobody waits any more for the window to close."""
        self._closes = False
        self._again.stop()
        self._window.status.stand("")

    def _loses_nothing(self, desk: "Desk") -> bool:
        """Whether all that was edited is on the disk, or the user gives up what could not be saved;
        False where they would rather stay. What fails that never should is raised if they stay.
        """
        try:
            if desk.has_doubt():
                return False
            desk.settle()
        except Exception:  # it may last, and no window may be there for ever
            desk.flush()
            if not self._gives_up_unsaved(desk, has_fault=True):
                raise
            logging.getLogger(__name__).exception("the window is left nevertheless")
            return True
        return desk.flush() or self._gives_up_unsaved(desk)

    def _gives_up_unsaved(self, desk: "Desk", *, has_fault: bool = False) -> bool:
        """Ask whether to leave though the last edits could not be saved; nobody needs to answer
        once they are, as where the drive is back meanwhile. Where a fault kept what was typed from
        being taken, nobody can know that for them.
        """
        from studydesk.ui import dialogs  # what few ask for

        question = "最后的改动没有保存上，仍要离开吗？"
        after = "离开以后这些改动就没有了。也可以先留下，腾出磁盘空间或改好权限，再试一次。"
        is_saved = False

        def answer(*_moment: object) -> None:
            nonlocal is_saved
            box = QApplication.activeModalWidget()
            if not has_fault and isinstance(box, QMessageBox) and desk.flush():
                is_saved = True
                box.reject()

        kept = (desk.current.saved, desk.tidy.kept)
        for signal in kept:
            signal.connect(answer)
        try:
            return dialogs.confirm(self._window, question, after, "仍要离开") or is_saved
        finally:
            for signal in kept:
                signal.disconnect(answer)

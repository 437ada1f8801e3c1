"""What the window changes in its library waits for what a thread is writing there, which takes a
second for a large page. Meanwhile it is drawn, and what is typed or clicked comes afterwards.
"""

from threading import Lock, current_thread, main_thread

from PySide6.QtCore import QCoreApplication, QEventLoop

_LOOK = 0.01
"""Seconds between two turns of the event loop."""


def take_turn(turn: Lock) -> None:
    """Take the lock of who changes the library."""
    if current_thread() is not main_thread():
        turn.acquire()
        return
    while not turn.acquire(timeout=_LOOK):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

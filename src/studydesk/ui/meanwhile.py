"""The window is drawn while its own thread waits or has much to make; what is typed or clicked, and
that it is to close, comes afterwards.
"""

from threading import Lock, current_thread, main_thread

from PySide6.QtCore import QCoreApplication, QEventLoop

_LOOK = 0.01
"""Seconds between two turns of the event loop."""


def draw() -> None:
    """Let the window be drawn between two parts of what would have it stand still."""
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def take_turn(turn: Lock) -> None:
    """Take the lock of who changes the library, where a thread may be keeping a large page for a
    second.
    """
    if current_thread() is not main_thread():
        turn.acquire()
        return
    while not turn.acquire(timeout=_LOOK):
        draw()

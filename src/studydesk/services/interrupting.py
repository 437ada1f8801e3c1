"""How Ctrl-C stops a command that is at work on a library: in order, and not just anywhere."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

from studydesk.errors import Cancelled


@contextmanager
def until_interrupted() -> Iterator[Callable[[int, int], None]]:
    """Progress that raises Cancelled once Ctrl-C was pressed; pressed again, that ends the command
    wherever it is. Where it is ignored, it stays so. On the main thread only.
    """
    pressed = Event()

    def press(_signal: int, _frame: object) -> None:
        pressed.set()
        signal.signal(signal.SIGINT, before)

    def progress(_done: int, _total: int) -> None:
        if pressed.is_set():
            raise Cancelled

    before = signal.getsignal(signal.SIGINT)
    if before in {signal.SIG_IGN, None}:
        yield progress
        return
    signal.signal(signal.SIGINT, press)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)

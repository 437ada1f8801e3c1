"""Tells where the interface thread did not answer for long, from what a second thread sees of it.

What counts is the processor's time of the interface thread: the machine may have other work. A gap
is what the window does, and Qt for it, between two turns of the event loop; what a test itself
does is none. Where a test calls the window without a turn, each line of it is a deed of its own.
"""

import linecache
import re
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from PySide6.QtCore import QAbstractEventDispatcher

CAN_LOOK = hasattr(time, "pthread_getcpuclockid")
"""Whether this system tells one thread what another has used of the processor; macOS and Windows
do not.
"""

LONGEST = 0.050
"""Seconds of the processor's time for which the window may not answer."""

_DOUBT = 3.0
"""How many times longer a gap may be before a test fails for it: on a machine that others use, too,
the same deed took twice as much of the processor's time at one time as at another (38 to 83 ms were
seen). The longest gaps of a run are told at its end, whatever they are.
"""

_USUAL = 0.0042
"""Seconds of processor time that `slowness` takes where these tests were written."""

_PERIOD = 0.004
"""Seconds between two looks at the interface thread."""

_KEPT_AWAY = 0.020
"""Seconds of the processor's time between two looks which are no test's own: what held the
interpreter so long began with the same line of the test.
"""

_TESTS = str(Path(__file__).parents[1])
_WINDOW = re.compile(r"[/\\]studydesk[/\\](?:ui[/\\]|app\.py)")
_QT_FOR_TESTS = re.compile(r"[/\\]pytestqt[/\\]")
_QT_IS_CALLED = re.compile(
    r"processEvents|sendEvent|QTest\.|qtbot\.|\.(?:grab|exec|show|click|trigger|emit)\("
)

UNWATCHED = frozenset(
    {
        *(
            ("conftest.py", made)
            for made in ("open_on", "open_desk", "show", "printing", "tidying")
        ),
        ("plugin.py", "pytest_runtest_teardown"),
    }
)
"""By file and function: a test brings up the window or a page alone, which bench_start.py measures,
and nobody can use it yet; a test is over, and its window goes.
"""


class Place(NamedTuple):
    """Where the interface thread is: a line of a function of a file."""

    file: str
    line: int
    function: str

    def __str__(self) -> str:
        return f"{'/'.join(Path(self.file).parts[-3:])}:{self.line} {self.function}"


@dataclass
class Gap:
    """What kept the window from answering: seconds, and how much of them was seen where."""

    seconds: float = 0.0
    seen: Counter[tuple[Place, ...]] = field(default_factory=Counter)

    def __str__(self) -> str:
        lines = [f"the window did not answer for {self.seconds * 1000:.0f} ms of processor time"]
        for stack, milliseconds in self.seen.most_common(4):
            lines.append(f"  {milliseconds:.0f} ms in")
            lines += [f"    {place}" for place in stack[-14:]]
        return "\n".join(lines)


def slowness() -> float:
    """How much slower this machine is now than the one on which these tests were written; 1 where
    it is as fast, or faster.
    """
    took = []
    for _ in range(3):
        began = time.thread_time()
        words: dict[str, int] = {}
        for number in range(20_000):
            words[str(number % 1000)] = words.get(str(number % 1000), 0) + number
        took.append(time.thread_time() - began)
    return max(1.0, min(took) / _USUAL)


class Watchdog:
    """Looks at the interface thread, which it is made on, while `watching`."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._thread)
        self._turns = 0
        self._stop = threading.Event()
        self._spent = 0.0
        self._deed: tuple[int, Place | None] = 0, None
        self._gap = Gap()
        self.worst = Gap()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Keep the longest gap of what is done in the block as `worst`."""
        dispatcher = QAbstractEventDispatcher.instance(None)
        for turn in (dispatcher.awake, dispatcher.aboutToBlock):
            turn.connect(self._turn)
        self._stop.clear()
        self._spent = time.clock_gettime(self._clock)
        looking = threading.Thread(target=self._look_on, name="watchdog", daemon=True)
        looking.start()
        try:
            yield
        finally:
            self._stop.set()
            looking.join()
            for turn in (dispatcher.awake, dispatcher.aboutToBlock):
                turn.disconnect(self._turn)
            self._end_deed()

    @property
    def was_too_long(self) -> bool:
        """Whether the longest gap was longer than a user may be kept waiting."""
        most = LONGEST * _DOUBT
        return self.worst.seconds > most and self.worst.seconds > most * slowness()

    def _turn(self) -> None:
        self._turns += 1

    def _look_on(self) -> None:
        while not self._stop.wait(_PERIOD):
            self._look()

    def _look(self) -> None:
        now = time.clock_gettime(self._clock)
        spent, self._spent = now - self._spent, now
        stack = _stack(sys._current_frames()[self._thread])
        line = next((place for place in reversed(stack) if place.file.startswith(_TESTS)), None)
        before, self._deed = self._deed, (self._turns, line)
        same = before == self._deed
        if not same:
            self._end_deed()
        # What came before the first look at a deed may be no part of it: it does not count.
        if _is_window(stack) and (same or (before[1] == line and spent > _KEPT_AWAY)):
            self._gap.seconds += spent
            self._gap.seen[stack[_first_of_window(stack) :]] += round(spent * 1000)

    def _end_deed(self) -> None:
        if self._gap.seconds > self.worst.seconds:
            self.worst = self._gap
        self._gap = Gap()


def _stack(frame: FrameType | None) -> tuple[Place, ...]:
    """The places of a thread, the outermost first. No frame is kept: its names would live on."""
    places = []
    while frame is not None:
        code = frame.f_code
        line = frame.f_lineno or code.co_firstlineno  # some steps belong to no line
        places.append(Place(code.co_filename, line, code.co_name))
        frame = frame.f_back
    return tuple(reversed(places))


def _is_window(stack: tuple[Place, ...]) -> bool:
    """Whether the window is at work, or Qt for it, once it is there."""
    if any((Path(place.file).name, place.function) in UNWATCHED for place in stack):
        return False
    if any(_WINDOW.search(place.file) for place in stack):
        return True
    last = stack[-1]
    if _QT_FOR_TESTS.search(last.file):
        return True
    called = linecache.getline(last.file, last.line) if last.file.startswith(_TESTS) else ""
    return bool(_QT_IS_CALLED.search(called))


def _first_of_window(stack: tuple[Place, ...]) -> int:
    """Where a test, or the window's own code, begins in a stack."""
    for number, place in enumerate(stack):
        if place.file.startswith(_TESTS) or _WINDOW.search(place.file):
            return number
    return 0

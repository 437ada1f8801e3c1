"""What Ctrl-C means while a command is at work on a library."""

import signal

import pytest

from studydesk.errors import Cancelled
from studydesk.services.interrupting import until_interrupted

pytestmark = pytest.mark.usefixtures("ctrl_c")


def test_ctrl_c_stops_in_order_and_pressed_again_at_once() -> None:
    with until_interrupted() as progress:
        progress(0, 1)
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(Cancelled):
            progress(1, 1)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_where_ctrl_c_is_ignored_it_stays_so() -> None:
    """As in a command that a shell has put behind, or nohup."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with until_interrupted() as progress:
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        signal.raise_signal(signal.SIGINT)
        progress(0, 1)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN

"""What tests of the window ask of what is open in it."""

from studydesk.domain.packet import Packet
from studydesk.ui.desk import Desk


def open_packet(desk: Desk) -> Packet:
    """The packet that is open."""
    assert desk.current.packet is not None
    return desk.current.packet

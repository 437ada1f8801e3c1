"""Nothing edited while the library is away, as where its stick was pulled out, is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import Mock

import pytest
from PySide6.QtWidgets import QApplication

from studydesk.domain import edits
from studydesk.domain.packet import Guide, Packet
from studydesk.library import Library
from studydesk.ui.current_packet import CurrentPacket


@contextmanager
def away(library: Library) -> Iterator[None]:
    """Meanwhile the folder of the library is not there."""
    elsewhere = library.folder.with_name("elsewhere")
    library.folder.rename(elsewhere)
    try:
        yield
    finally:
        elsewhere.rename(library.folder)


@pytest.fixture
def current(qapp: QApplication, library: Library) -> Iterator[CurrentPacket]:
    current = CurrentPacket(library)
    library.save_packet(Packet("一份", id="one"))
    current.open(library.packet("one"))
    yield current
    assert current.flush()


def write(current: CurrentPacket, text: str) -> None:
    assert current.packet is not None
    current.edit("添导读", edits.append(current.packet, Guide(text, id=text)))


def written(packet: Packet | None) -> list[str]:
    assert packet is not None
    return [item.text for item in packet.items if isinstance(item, Guide)]


def test_what_is_edited_meanwhile_is_saved_when_the_library_is_back(
    current: CurrentPacket, library: Library
) -> None:
    with away(library):
        write(current, "第一段")
        assert not current.flush()
    write(current, "第二段")
    assert current.flush()
    assert written(library.packet("one")) == ["第一段", "第二段"]


def test_what_was_edited_meanwhile_can_be_taken_back_and_done_again_meanwhile(
    current: CurrentPacket, library: Library
) -> None:
    with away(library):
        write(current, "第一段")
        current.history.undo()
        assert written(current.packet) == []
        current.history.redo()
    assert current.flush()
    assert written(library.packet("one")) == ["第一段"]


def test_an_edit_that_sets_no_facts_does_not_read_the_library(
    current: CurrentPacket, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Mock(return_value=[])
    monkeypatch.setattr(Library, "facts", asked)
    write(current, "第一段")
    asked.assert_not_called()

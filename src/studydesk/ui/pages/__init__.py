"""The pages of the window, one file each, and the table that lists them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from studydesk.library import Library
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Jobs
from studydesk.ui.meanwhile import draw
from studydesk.ui.page import Page
from studydesk.ui.pages.arrange import ArrangePage
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.pages.tidy import TidyPage


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page under its stable id, with its name, icon and keys in the navigation."""

    id: str
    text: str
    icon: str
    keys: str
    make: Callable[[Library, CurrentPacket, Jobs, QWidget], Page]


PAGES: tuple[PageEntry, ...] = (
    PageEntry("pick", "选材", "book-open-text", "Ctrl+1", PickPage),
    PageEntry("arrange", "编排", "list-tree", "Ctrl+2", ArrangePage),
    PageEntry("tidy", "整理", "newspaper", "Ctrl+3", TidyPage),
)
"""In the order of the day's work."""


def make_pages(
    library: Library, current: CurrentPacket, jobs: Jobs, stack: QWidget
) -> dict[str, Page]:
    """All pages, by their ids; the window is drawn before each is made. They are made where they
    will be: all of a page is told of each other place that it comes to.
    """
    pages: dict[str, Page] = {}
    for entry in PAGES:
        draw()
        pages[entry.id] = entry.make(library, current, jobs, stack)
    return pages

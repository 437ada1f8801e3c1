"""A library with one article, a packet with an item of every kind, and the page 编排 on them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from studydesk.domain.article import Article, Block, BlockKind, Recovery, Source, Span
from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    EditorNote,
    FacilitatorNote,
    Guide,
    Item,
    Packet,
    PageBreak,
    PassageItem,
    Question,
    QuestionKind,
    SectionHeading,
    Session,
    Term,
)
from studydesk.domain.passage import Passage
from studydesk.handout.style import Preset
from studydesk.library import Library
from studydesk.ui.arrange.editors.base import FormEditor
from studydesk.ui.arrange.handout.preset_form import PresetForm
from studydesk.ui.arrange.handout.presets_menu import PresetsMenu
from studydesk.ui.arrange.handout.preview import Preview
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Jobs
from studydesk.ui.offer_panel import OfferPanel
from studydesk.ui.pages.arrange import ArrangePage

RICH_TEXT = (
    "厂工会专门立了一条规矩。每个新来的徒弟先跟师傅站三天，不摸机器，只看只问，问出三个问题才上手。"
    "手练得越勤，活干得越顺。职工都这样说，班组长也点头。"
)
RICH = Passage("a-1", 0, len(RICH_TEXT), RICH_TEXT)
"""A passage that offers much."""
PARAGRAPHS = (
    "工匠精神是劳动者对职业的敬畏与热爱，表现为精益求精、追求卓越的品质。",
    "新时代弘扬工匠精神，要从身边的岗位做起，把每一道工序做到位。",
)


@pytest.fixture
def source() -> Source:
    """A page whose newspaper, date and page are not known."""
    return Source("页.txt", "\n".join(("工匠精神的时代价值", "王敏", *PARAGRAPHS)))


@pytest.fixture
def article(source: Source) -> Article:
    """The one article on that page."""
    kinds = (BlockKind.TITLE, BlockKind.AUTHOR, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
    blocks = []
    for kind, text in zip(kinds, source.raw.split("\n"), strict=True):
        start = source.raw.index(text)
        blocks.append(Block(kind, text, (Span(start, start + len(text)),)))
    return Article(f"{source.id}-1", source.id, tuple(blocks))


@pytest.fixture
def passage(source: Source, article: Article) -> Passage:
    """The first paragraph of the article."""
    return Passage.pick(article, source, 0, len(PARAGRAPHS[0]))


@pytest.fixture
def items(passage: Passage) -> tuple[Item, ...]:
    """An item of every kind."""
    return (
        SectionHeading("学原文", id="heading"),
        Guide("读的时候留意作者怎样下定义。", id="guide"),
        PassageItem(passage, id="passage"),
        EditorNote("这一段是全文的总说。", id="note"),
        Term("工匠", "手艺精湛的劳动者。", id="term"),
        Question("“精益求精”在我们班组指什么？", QuestionKind.CONNECT, 14, id="question"),
        Agenda((AgendaStep("领读", 20), AgendaStep("讨论", 40)), id="agenda"),
        Action("我打算做的一件事", id="action"),
        FacilitatorNote("先请老师傅说。", id="hint"),
        PageBreak(id="break"),
    )


@pytest.fixture
def packet(items: tuple[Item, ...]) -> Packet:
    """A packet of an hour with all of them."""
    session = Session("第三车间", date(2026, 11, 27), "学习室", "李师傅", 60)
    return Packet("周五班组学习", session, items, id="friday")


@pytest.fixture
def library(tmp_path: Path, source: Source, article: Article, packet: Packet) -> Iterator[Library]:
    """An open library that holds the page and the packet."""
    with Library.open(tmp_path / "资料库") as library:
        library.add(source, Recovery((article,)))
        library.save_packet(packet)
        yield library


@dataclass
class Desk:
    """The page 编排 and what it works on."""

    library: Library
    current: CurrentPacket
    page: ArrangePage

    @property
    def packet(self) -> Packet:
        """The packet as it stands."""
        packet = self.current.packet
        assert packet is not None
        return packet

    def item(self, item_id: str) -> Item:
        """One item as it stands."""
        return next(item for item in self.packet.items if item.id == item_id)

    def form(self, item_id: str) -> FormEditor:
        """The editor of one item, which is shown."""
        self.page.show_item(item_id)
        editor = self.page.item_panel.editor
        assert isinstance(editor, FormEditor)
        return editor

    def order(self) -> list[str]:
        """The ids of all items in order."""
        return [item.id for item in self.packet.items]

    def kept(self, packet_id: str = "friday") -> Packet:
        """A packet as it is on the disk."""
        self.current.flush()
        return self.library.packet(packet_id)

    def undo(self) -> None:
        """One step back."""
        self.current.history.undo()

    def redo(self) -> None:
        """One step forth."""
        self.current.history.redo()


def text(preview: Preview) -> str:
    """What stands on the pages that are shown."""
    document = preview.document
    assert document is not None
    pages = range(document.pageCount())
    return "".join(document.getAllText(page).text() for page in pages).replace("\r\n", "")


def open_desk(qtbot: QtBot, library: Library, jobs: Jobs, packet: Packet) -> Desk:
    """The page 编排, not shown yet, with the packet open."""
    current = CurrentPacket(library)
    page = ArrangePage(library, current, jobs)
    qtbot.addWidget(page)
    page.resize(1280, 700)
    current.open(packet)
    return Desk(library, current, page)


def show(qtbot: QtBot, page: ArrangePage) -> None:
    """Put the page on the screen, ready for keys."""
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()


@pytest.fixture
def arranging(qtbot: QtBot, library: Library, jobs: Jobs, packet: Packet) -> Iterator[Desk]:
    """The page with its outline and editor; no pages are made, which would take its time."""
    desk = open_desk(qtbot, library, jobs, packet)
    desk.page.handout_panel.hide()
    show(qtbot, desk.page)
    yield desk
    desk.page.hide()
    desk.current.flush()


@pytest.fixture
def printing(qtbot: QtBot, library: Library, jobs: Jobs, packet: Packet) -> Iterator[Desk]:
    """The whole page, its first preview made."""
    desk = open_desk(qtbot, library, jobs, packet)
    with qtbot.waitSignal(desk.page.handout_panel.preview.made, timeout=30_000):
        show(qtbot, desk.page)
    yield desk
    desk.page.hide()
    desk.current.flush()
    jobs.stop()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the system's own programs were asked to open."""
    paths: list[Path] = []

    def open_url(url: QUrl) -> bool:
        paths.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return paths


@pytest.fixture
def menu(arranging: Desk) -> PresetsMenu:
    """The presets that are offered."""
    return arranging.page.handout_panel.export_panel.presets


def offered(desk: Desk) -> list[str]:
    """The presets that can be chosen beside the page."""
    box = desk.page.handout_panel.preview.preset
    return [box.itemText(row) for row in range(box.count())]


def own_file(desk: Desk) -> Path:
    """The file of the preset that the packet has."""
    return next(
        path
        for path in (desk.library.folder / "版式").glob("*.toml")
        if f'name = "{desk.packet.preset}"' in path.read_text("utf-8")
    )


def form_of(menu: PresetsMenu) -> PresetForm:
    """The form, which is open."""
    form = menu.editing.form
    assert form is not None
    return form


def preset_of(desk: Desk, menu: PresetsMenu) -> Preset:
    """The preset that the packet has."""
    return menu.presets[desk.packet.preset]


@pytest.fixture
def panel(arranging: Desk, qtbot: QtBot) -> OfferPanel:
    """The panel beside a passage that offers much, its questions asked for."""
    item = PassageItem(RICH, id="rich")
    packet = arranging.packet
    arranging.current.edit("添加选段", replace(packet, items=(item,)))
    arranging.page.outline.select(["rich"])
    arranging.page.offering.open_questions()
    panel = arranging.page.offering.panel
    qtbot.waitUntil(lambda: panel.list.count() > 1)
    return panel

"""选材: find an article, read it, pick passages from it into the current packet."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from studydesk.domain.article import Article
from studydesk.domain.packet import Packet
from studydesk.errors import StudyDeskError
from studydesk.handout.citation import source_line
from studydesk.library import ArticleFilter, Library
from studydesk.services.importing import ImportResult, Outcome
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Jobs
from studydesk.ui.key_names import native
from studydesk.ui.meanwhile import draw
from studydesk.ui.page import Page
from studydesk.ui.panel_widths import PanelWidths
from studydesk.ui.pick.article_browser import ArticleBrowser
from studydesk.ui.pick.article_facts import ArticleFacts
from studydesk.ui.pick.article_import import ArticleImport
from studydesk.ui.pick.packet_glance import PacketGlance
from studydesk.ui.pick.picking import Chosen, Picking, own_and_others
from studydesk.ui.pick.reader import Reader
from studydesk.ui.pick.related_panel import RelatedPanel


class PickPage(Page):
    """List, reader, and the packet beside it."""

    article_changed = Signal()
    """Another article is being read, or none."""
    packet_chosen = Signal(str)
    new_packet_requested = Signal()
    arrange_requested = Signal()
    item_requested = Signal(str)
    """Show an item of the packet where it is edited."""
    imported = Signal(object)
    """The sources of these ids are new in the library, or have more articles."""
    articles_came = Signal(object)
    """By these results of an import articles came that are new, or are back."""

    def __init__(
        self, library: Library, current: CurrentPacket, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._current = library, current
        self.article: Article | None = None
        self._picked_from: _Places = Counter()
        self.browser = ArticleBrowser(library, jobs)
        self.reader = Reader()
        self.glance = PacketGlance()
        self.picking = Picking(current, self)
        self._facts = ArticleFacts(library, current, jobs, self.reader, self.browser.results, self)
        self.importing = ArticleImport(library, jobs, self)
        self.related = RelatedPanel(library, jobs, self)
        self.reader.dock(self.related.panel)
        draw()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for panel, ground in (
            (self.browser, "surface"),
            (self.reader, "paper"),
            (self.glance, "window"),
        ):
            panel.setProperty("ground", ground)
            panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.browser.setMinimumWidth(288)
        self.reader.setMinimumWidth(320)
        self.glance.setMinimumWidth(208)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        for panel, stretch in ((self.browser, 0), (self.reader, 1), (self.glance, 0)):
            self.splitter.addWidget(panel)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([320, 700, 264])
        self._widths = PanelWidths(self.splitter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

    def _connect(self) -> None:
        browser, reader, glance, current = self.browser, self.reader, self.glance, self._current
        browser.article_chosen.connect(self.open_article)
        browser.article_entered.connect(self._enter_article)
        browser.import_requested.connect(self.importing.ask)
        browser.list.facts_requested.connect(self.edit_source_facts)
        browser.listed.connect(lambda _query: self._mark_hits())
        browser.listed.connect(lambda _query: self.state_changed.emit())
        browser.failed.connect(self.failed)
        browser.search.told.connect(self.message)
        reader.text.picked.connect(self.add_selection)
        reader.topics.wanted.connect(browser.look_for)
        reader.settled.connect(self._tell_cut)
        reader.text.left.connect(browser.setFocus)
        reader.text.scrolled.connect(self.state_changed)
        reader.bar.add_requested.connect(self.add_selection)
        reader.bar.ask_requested.connect(self.add_and_ask)
        reader.bar.copy_requested.connect(self.copy_cited)
        glance.packet_chosen.connect(self.packet_chosen)
        glance.new_requested.connect(self.new_packet_requested)
        glance.arrange_requested.connect(self.arrange_requested)
        glance.item_requested.connect(self.item_requested)
        glance.menu_requested.connect(self._offer_packets)
        current.opened.connect(glance.show_packet)
        current.changed.connect(glance.show_packet)
        current.saved.connect(lambda _moment: self._packet_saved())
        current.facts_kept.connect(browser.refresh)
        current.opened.connect(self._packet_opened)
        self._connect_picking()
        self.splitter.splitterMoved.connect(lambda *_: self.state_changed.emit())
        paste = QShortcut(QKeySequence.StandardKey.Paste, browser.list)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)
        paste.activated.connect(self.importing.take_pasted)
        self.importing.done.connect(self._imported)
        self.importing.failed.connect(self.failed)
        self.importing.message.connect(self.message)
        self._facts.tagged.connect(browser.refresh)
        forms = (reader.form, reader.tags, browser.results.form)
        for speaker in (self._facts.message, *(form.told for form in forms)):
            speaker.connect(self.message)
        self._facts.failed.connect(self.failed)
        self._facts.undoable.connect(self.undoable)
        self.importing.work_started.connect(self.work_started)

    def _connect_picking(self) -> None:
        picking, glance = self.picking, self.glance
        picking.told.connect(self._tell_picked)
        picking.found.connect(glance.flash)
        picking.found.connect(lambda _item_id: self.reader.put_bar_away())
        picking.item_requested.connect(self.item_requested)
        picking.new_packet_requested.connect(self.new_packet_requested)
        picking.failed.connect(self.failed)
        self.related.wanted.connect(picking.add)
        self.related.looked.connect(self.show_source)
        self.related.left.connect(self.reader.text.setFocus)
        self.related.failed.connect(self.failed)
        glance.item_marked.connect(self._current.set_place)
        self._current.place_changed.connect(glance.mark)

    # --- reading -------------------------------------------------------------------------------

    def open_article(self, article_id: str) -> None:
        """Show an article from its beginning, or from the first place that was searched for."""
        self._settle_typed()
        try:
            article = self._library.article(article_id)
            source = self._library.source(article.source_id)
            problems = self._library.problems(article_id)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        self.article = article
        self.related.hide()
        self.browser.show_article(article_id)
        self.reader.show_article(article, source, problems)
        self._facts.show(article, source)
        self._mark_picks()
        self._mark_hits()
        self.reader.text.go_to_hit()
        self.article_changed.emit()
        self.state_changed.emit()

    def _enter_article(self) -> None:
        """Put the keys into the article, at what was searched for."""
        self.reader.text.go_to_hit()
        self.reader.setFocus()

    def source_changed(self, source_id: str) -> None:
        """Show what became of the articles of a source that was tidied."""
        self.sources_changed([source_id])

    def sources_changed(self, source_ids: Collection[str]) -> None:
        """Show what became of the articles of some sources."""
        self.browser.refresh()
        if self.article is None or self.article.source_id not in source_ids:
            return
        self._settle_typed()
        article_id, top = self.article.id, self.reader.text.top
        try:
            left = set(self._library.ids_of([self.article.source_id]))
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        if article_id in left:
            self.open_article(article_id)
            self.reader.text.show_place(top)
        else:
            self.article = None
            self._facts.forget()
            self.browser.show_article("")
            self.reader.show_nothing()
            self.article_changed.emit()

    def show_source(self, article_id: str, start: int, end: int) -> None:
        """Show an article at a passage that 编排 has, with the passage selected."""
        if self.article is None or self.article.id != article_id:
            self.open_article(article_id)
        if self.article is not None and self.article.id == article_id:
            self.reader.text.select(start, end)
            self.reader.setFocus()
            self.message.emit(f"这是原文；按 {native('Ctrl+2')} 回到编排。")

    def focus_search(self) -> None:
        """Put the cursor into the search field with its words selected."""
        self.browser.search.setFocus()
        self.browser.search.selectAll()

    def edit_source_facts(self) -> None:
        """Open the form for 报名, 日期 and 版次 of all that is marked in the list."""
        self._facts.ask(self.browser.list.marked_articles())

    def step_hit(self, step: int) -> None:
        """Go to the next (1) or previous (-1) paragraph with what was searched for."""
        if self.reader.text.step_hit(step):
            self.reader.setFocus()
        else:
            self.reader.hint.tell(f"这篇文章里没有命中；先搜索（{native('Ctrl+K')}），再逐处看。")

    def set_reading_size(self, size: int) -> None:
        """Set the article in type of this many pixels."""
        self.reader.text.set_size(size)

    def _mark_hits(self) -> None:
        query = self.browser.query
        article = self.article if len(query) > 1 else None
        hits: Sequence[tuple[int, int]] = ()
        try:
            hits = self._library.places(query, article) if article else ()
        except StudyDeskError as error:
            self.failed.emit(error)
        self.reader.text.set_hits(hits)

    def _mark_picks(self) -> None:
        if self.article is None:
            return
        try:
            picked = self._library.picked(self.article.id)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        self.reader.text.set_picks(*own_and_others(picked, self._current.packet, self.article.body))

    def _packet_opened(self, packet: Packet | None) -> None:
        self._picked_from = _picked_from(packet)
        self._mark_picks()
        self.browser.refresh()

    def _packet_saved(self) -> None:
        """List again only when the marks in the list are other ones now."""
        self._facts.show_source()
        before, self._picked_from = self._picked_from, _picked_from(self._current.packet)
        if before != self._picked_from:
            self._mark_picks()
        if _articles(before) != _articles(self._picked_from):
            self.browser.refresh()

    def edit_tags(self) -> None:
        """Let a tag be typed for the article being read."""
        if self.article is not None:
            self.reader.tags.begin()

    # --- picking -------------------------------------------------------------------------------

    def add_selection(self) -> None:
        """Put the selection, or the current paragraph, into the current packet."""
        if chosen := self._chosen():
            self.picking.add(chosen)

    def add_and_ask(self) -> None:
        """Add the same with a question after it, and go there to write the question."""
        if chosen := self._chosen():
            self.picking.add_and_ask(chosen)

    def show_related(self) -> None:
        """Show where else the selection, or the article, is said or spoken of."""
        if self.article is not None:
            self.related.show(self.article, self.reader.text.selection())

    def complete_sentence(self) -> None:
        """Select to the ends of the sentences; a passage picked just so is made whole as well."""
        if self.reader.reaches_head:
            self.reader.hint.tell("选区里有提要或标题，选段只收正文。请只选正文，再补到整句。")
        elif self.reader.text.selection() is None:
            self.reader.hint.tell("先选中几个字，再补到整句；要加整段，直接按回车。")
        elif chosen := self._chosen():
            self.reader.text.choose(*chosen.whole)
            self.picking.complete(chosen)

    def _chosen(self) -> Chosen | None:
        if self.article is None or self._facts.source is None:
            return None
        return Chosen(self.article, self._facts.source, *self.reader.chosen())

    def _tell_picked(self, sentence: str, cut: bool) -> None:
        if cut:
            self._offer_whole(f"{sentence}选段断在句子中间。")
        else:
            self.reader.hint.tell(sentence)

    def _tell_cut(self) -> None:
        """Say of a selection, once it is settled, that it cuts a sentence."""
        chosen = self._chosen()
        if self.reader.text.selection() is None or chosen is None or not chosen.cut:
            self.reader.hint.clear()
        else:
            self._offer_whole("选区断在句子中间。")

    def _offer_whole(self, sentence: str) -> None:
        self.reader.hint.tell(sentence, f"补到整句（{native('Ctrl+L')}）", self.complete_sentence)

    def copy_cited(self) -> None:
        """Copy the selection, or the current paragraph, with its source line."""
        chosen = self._chosen()
        passage = self.picking.passage(chosen) if chosen else None
        if passage is not None:
            QGuiApplication.clipboard().setText(passage.text + source_line(passage))
            self.reader.hint.tell("已复制，带出处。")

    def _offer_packets(self) -> None:
        try:
            self.glance.offer(self._library.packets())
        except StudyDeskError as error:
            self.failed.emit(error)

    # --- importing -----------------------------------------------------------------------------

    def _imported(self, results: list[ImportResult]) -> None:
        """Show what became of each file, and the first article that is new."""
        self.browser.results.show_results(results)
        added = [result.source_id for result in results if result.outcome is Outcome.ADDED]
        try:
            new = self._library.articles(ArticleFilter(source_id=added[0])) if added else []
        except StudyDeskError as error:
            self.failed.emit(error)
            new = []
        if new:
            self.open_article(new[0].id)
        self.browser.expect(new[0].id if new else "")
        if added:
            self.imported.emit(added)
            self.articles_came.emit([result for result in results if result.came])

    # --- where the user is ---------------------------------------------------------------------

    def doubt(self) -> QWidget | None:
        """The field of a date that cannot be read."""
        return self.reader.form.doubt() or self.browser.results.doubt()

    def settle(self) -> None:
        """Keep what was typed of the article, and of where it was printed."""
        self._settle_typed()
        self.browser.results.settle()

    def _settle_typed(self) -> None:
        """Keep what was typed of the article that is read."""
        self.reader.tags.settle()
        self.reader.form.settle()

    def panels(self) -> Sequence[QWidget]:
        """List, reader with something to read, packet."""
        reader = (self.reader,) if self.article else ()
        return (self.browser, *reader, self.glance)

    def state(self) -> dict[str, Any]:
        """Article, place in it, search, filter and the width of the panels."""
        return {
            "article": self.article.id if self.article else "",
            "top": self.reader.text.top,
            "browser": self.browser.state(),
            "sizes": self._widths.sizes,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to all that; an article that is gone is passed over."""
        self._widths.restore(state.get("sizes", ()))
        self.browser.restore(state.get("browser", {}))
        if state.get("article"):
            self.open_article(state["article"])
            self.reader.text.show_place(state.get("top", 0))


_Places = Counter[tuple[str, int, int]]


def _picked_from(packet: Packet | None) -> _Places:
    """From which article the passages of the packet come, and from where in it."""
    passages = packet.passages if packet else ()
    return Counter((each.article_id, each.start, each.end) for each in passages)


def _articles(places: _Places) -> Counter[str]:
    """How many passages come from which article."""
    return Counter(article_id for article_id, _, _ in places.elements())

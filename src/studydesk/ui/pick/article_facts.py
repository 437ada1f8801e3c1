"""What is on record of the article being read, and can be set there: its tags, and where its
source was published.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from studydesk.domain.article import Article, Source
from studydesk.errors import StudyDeskError
from studydesk.library import Library
from studydesk.services.citing import SourceFacts
from studydesk.services.source_facts import ask_about, guessed
from studydesk.services.topics import topics_of
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.deed import LIBRARY, Deed
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.latest import Latest
from studydesk.ui.pick.import_results import ImportResults
from studydesk.ui.pick.reader import Reader


class ArticleFacts(QObject):
    """Keeps what the reader is told about its article, and shows what is kept."""

    tagged = Signal()
    """An article has other tags now."""
    message = Signal(str)
    failed = Signal(object)
    undoable = Signal(object)

    def __init__(
        self,
        library: Library,
        current: CurrentPacket,
        jobs: Jobs,
        reader: Reader,
        results: ImportResults,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library, self._current, self._reader = library, current, reader
        self._results = results
        self._latest = Latest(jobs, self._guess, 0, self)
        self._article: Article | None = None
        self.source: Source | None = None
        """Where the article was published, as far as is on record."""
        reader.tags.changed.connect(self._change_tags)
        reader.source_saved.connect(self._keep_source)
        reader.facts_asked.connect(self._fold_other)
        results.facts_given.connect(self.keep)
        results.form_asked.connect(reader.form.settle)

    def show(self, article: Article, source: Source) -> None:
        """Show the tags of another article and what it is about; the reader shows its source."""
        self._article, self.source = article, source
        self._latest.ask()
        self._show_tags()
        try:
            self._reader.topics.show_topics(topics_of(self._library, article))
        except StudyDeskError as error:
            self.failed.emit(error)

    def _guess(self) -> None:
        """Read in the page where it was printed, where nothing is on record of that. It takes a
        third of a second, the first time.
        """
        source = self.source
        if source and not (source.newspaper or source.published or source.page):
            self._latest.run(_guessed, source, done=self._tell_guess, failed=self.failed.emit)

    def _tell_guess(self, guess: Source) -> None:
        is_told = guess.newspaper or guess.published or guess.page
        if is_told and self.source == replace(guess, newspaper="", published=None, page=""):
            self._reader.show_guess(guess)

    def forget(self) -> None:
        """No article is being read."""
        self._article = self.source = None

    def show_source(self) -> None:
        """Tell in the head of the article what is on record of its source now."""
        if self._article is None or self.source is None:
            return
        try:
            source = self._library.source(self.source.id)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        if source != self.source:
            self.source = source
            self._reader.show_source(self._article, source)
            self._latest.ask()

    def ask(self, article_ids: Iterable[str]) -> None:
        """Ask where the article that is read was printed, or all that are marked, at once."""
        try:
            articles = [self._library.article(article_id) for article_id in article_ids]
            sources = list(dict.fromkeys(article.source_id for article in articles))
            if len(sources) > 1:
                self._ask_of(sources)
            else:
                self._reader.edit_source_facts()
        except StudyDeskError as error:
            self.failed.emit(error)

    def _ask_of(self, source_ids: Sequence[str]) -> None:
        form = self._reader.form
        form.settle()
        self._fold_other()
        self._current.flush()  # what was put on record just now is part of the question
        asked = ask_about(self._library, source_ids)
        if asked is not None:
            form.ask(f"{len(source_ids)} 个来源的出处", asked)
            form.newspaper.setFocus()

    def _fold_other(self) -> None:
        """One form is open at a time, and what was typed into the other is known to this one."""
        if self._results.form.isVisible():
            self._results.fold_form()
            self._current.flush()

    def _keep_source(self, newspaper: str, published: date | None, page: str) -> None:
        form = self._reader.form
        if form.asked is not None:
            replaces = form.replaces.isChecked()
            self.keep(form.asked.answered(newspaper, published, page, replaces=replaces))
        elif self.source is not None:
            known = SourceFacts.of(self.source)
            self.keep([replace(known, newspaper=newspaper, published=published, page=page)])

    def keep(self, facts: Sequence[SourceFacts]) -> None:
        """Put on record where sources were published."""
        try:
            deed = self._current.set_facts(facts, LIBRARY)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        if deed is None:
            self.message.emit("出处没有改动。")
            return
        self.undoable.emit(replace(deed, said=""))
        self.message.emit(f"{deed.said}同一来源的文章都会用它。")

    def _show_tags(self) -> None:
        if self._article is None:
            return
        try:
            tags, known = self._library.tags_of(self._article.id), self._library.tags()
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        self._reader.tags.show_tags(tags, known)

    def _change_tags(self, tags: tuple[str, ...], deed: str) -> None:
        if self._article is None:
            return
        before = self._reader.tags.tags
        try:
            self._set_tags(self._article.id, tags)
        except StudyDeskError as error:
            self.failed.emit(error)
        else:
            set_tags = partial(self._set_tags, self._article.id)
            back, again = partial(set_tags, before), partial(set_tags, tags)
            self.undoable.emit(Deed(deed, back, again, f"已{deed}。", places=(LIBRARY,)))

    def _set_tags(self, article_id: str, tags: tuple[str, ...]) -> None:
        self._library.set_tags(article_id, tags)
        self._show_tags()
        self.tagged.emit()


def _guessed(_progress: Progress, source: Source) -> Source:
    return guessed(source)

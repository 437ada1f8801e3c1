"""Reading pages into the library: one outcome per file, and no file half imported."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from studydesk.domain.article import Article, Recovery, Source
from studydesk.errors import (
    Cancelled,
    DiskFull,
    FileUnreadable,
    FileUnwritable,
    LibraryClosed,
    LibraryInUse,
    LibraryLost,
    LibraryReadOnly,
    ProgramGone,
    SourceRefused,
    StudyDeskError,
)
from studydesk.library import Library
from studydesk.library.likeness import Likeness
from studydesk.services.citing import SourceFacts
from studydesk.services.importable_files import files_in
from studydesk.services.source_facts import keep_facts, printed_otherwise
from studydesk.services.tidying import recovered, tidied_page
from studydesk.services.unfinished_imports import ImportRecord

if TYPE_CHECKING:
    from studydesk.sources.reading import ReadFile

Progress = Callable[[int, int], None]
_Done = TypeVar("_Done")


class Outcome(StrEnum):
    """What became of a file."""

    ADDED = "added"
    ALREADY_THERE = "already-there"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of one file or paste; `error` says why it was refused, `alike` which of its
    articles the library had already from another source, or nearly so. `pictures` are the
    pages, from 1, that are but pictures and so were not read, `unread` what is kept inside the
    file and was not read either. `came` are the articles that are
    new or, where the page `was_there`, back; `by_hand` tells that it was tidied, and stays so;
    `path` is where the file lies, and `is_paste` tells that it was none. `filled` are the facts
    that a page which was there had not, and this file tells. `printed` are the newspaper and the
    date that the page has printed, each where the source goes by another.
    """

    name: str
    outcome: Outcome
    source_id: str = ""
    articles: int = 0
    problems: int = 0
    error: StudyDeskError | None = None
    alike: tuple[Likeness, ...] = ()
    pictures: tuple[int, ...] = ()
    unread: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    was_there: bool = False
    by_hand: bool = False
    is_paste: bool = False
    filled: tuple[str, ...] = ()
    printed: tuple[str, date | None] = ("", None)
    path: Path | None = None


class _Page(NamedTuple):
    """A page that was read and is to be kept."""

    source: Source
    recovery: Recovery
    pictures: tuple[int, ...] = ()
    unread: tuple[str, ...] = ()


_AT_ONCE = 200
"""Files that are read before they are kept: more would take ever more memory."""
_LASTING = (
    *(Cancelled, DiskFull, FileUnwritable),
    *(LibraryClosed, LibraryInUse, LibraryLost, LibraryReadOnly),
)
"""What keeps every later page from being kept, too."""

LINE_ENDS = ("\n", "\r\n", "\r")


def import_files(
    library: Library,
    paths: Sequence[Path],
    progress: Progress = lambda _done, _total: None,
    record: ImportRecord | None = None,
) -> list[ImportResult]:
    """Read, recover and keep files, one result each, in their order; every file counts twice in
    `progress`, as it is read and as it is kept. A file that cannot be read is refused, and the
    others go on. A folder stands for the files in it, and below it, those too that nothing
    here can read, but for what the library keeps there.

    `progress` is called often, also with the same figures, so that it can raise Cancelled. Pages
    are kept once all are read, of many files once some hundred are: nothing is kept when it is
    cancelled before. A page that cannot be kept is told, and the others go on. What keeps all later
    ones from it, as a cancel does, is told with each. Whoever made a `record` closes it.
    """
    results: list[ImportResult] = []
    stopped: StudyDeskError | None = None
    files = [
        file for path in paths for file in files_in(path, library.folder, partial(progress, 0, 1))
    ]
    if record is not None:
        record.begin(file for file in files if isinstance(file, Path))
    for begin in range(0, len(files), _AT_ONCE):
        some = files[begin : begin + _AT_ONCE]
        ask = _Counted(progress, 2 * begin, 2 * len(files))
        read, stopped = _read_all(some, ask, stopped)
        if record is not None:
            record.note(_ids_of(some, read))
        kept, stopped = _keep_all(library, read, ask, stopped)
        results += map(_with_path, kept, some)
    if isinstance(stopped, Cancelled) and all(result.error for result in results):
        raise stopped
    return results


def _with_path(result: ImportResult, file: Path | FileUnreadable) -> ImportResult:
    return replace(result, path=file if isinstance(file, Path) else file.path)


def _ids_of(
    files: Sequence[Path | FileUnreadable], read: Sequence[_Page | ImportResult]
) -> dict[Path, list[str]]:
    """By file, the ids of the source that was read in it, with whatever line ends it is kept."""
    return {
        file: [source.id for source in _with_all_line_ends(page.source)]
        for file, page in zip(files, read, strict=True)
        if isinstance(file, Path) and isinstance(page, _Page)
    }


class _Counted(NamedTuple):
    """Tells `progress` how many steps of all are done, beginning with this one."""

    progress: Progress
    begin: int
    total: int

    def after(self, steps: int) -> Callable[[], None]:
        """What tells that so many steps more are done."""
        return partial(self.progress, self.begin + steps, self.total)


def _read_all(
    files: Sequence[Path | FileUnreadable], ask: _Counted, stopped: StudyDeskError | None
) -> tuple[list[_Page | ImportResult], StudyDeskError | None]:
    """The pages of some files, and what stopped the reading: then there is none."""
    from studydesk.sources.reading import read_pages

    read: list[_Page | ImportResult] = []
    if stopped is not None:
        return _all_refused(files, stopped), stopped
    try:
        for done, file in enumerate(files):
            ask.after(done)()
            if isinstance(file, FileUnreadable):
                read.append(ImportResult(file.path.name, Outcome.REFUSED, error=file))
                continue
            work = partial(_read, file.name, partial(read_pages, file), ask.after(done))
            read.append(_or_fault(file.name, work))
        ask.after(len(read))()  # what ends the program ends what it reads with, too
    except Cancelled as cancelled:
        return _all_refused(files, cancelled), cancelled
    return read, None


def _all_refused(
    files: Sequence[Path | FileUnreadable], error: StudyDeskError
) -> list[_Page | ImportResult]:
    names = [file.path.name if isinstance(file, FileUnreadable) else file.name for file in files]
    return [ImportResult(name, Outcome.REFUSED, error=error) for name in names]


def _keep_all(
    library: Library,
    pages: Sequence[_Page | ImportResult],
    ask: _Counted,
    stopped: StudyDeskError | None = None,
) -> tuple[list[ImportResult], StudyDeskError | None]:
    """What became of some pages, and what keeps all later ones from being kept."""
    results: list[ImportResult] = []
    for done, page in enumerate(pages, start=len(pages)):
        if isinstance(page, ImportResult):
            results.append(page)
            continue
        name, error = page.source.name, stopped
        if error is None:
            try:
                ask.after(done)()
                work = partial(_keep, library, page, ask.after(done))
                results.append(_or_fault(name, work))
                continue
            except StudyDeskError as refusal:
                error = refusal
                stopped = refusal if isinstance(refusal, _LASTING) else None
        results.append(ImportResult(name, Outcome.REFUSED, error=error))
    return results, stopped


def import_paste(
    library: Library,
    text: str,
    html: str = "",
    progress: Progress = lambda _done, _total: None,
) -> ImportResult:
    """Recover and keep pasted text, with the headings and lists of its HTML where there is one;
    it is called after the minute it was pasted in. Nothing is kept when `progress` raises
    Cancelled.
    """
    from studydesk.sources.reading import ReadFile, read_paste, read_paste_html

    name = f"{datetime.now().astimezone():粘贴 %Y-%m-%d %H:%M}"
    read = partial(read_paste_html, html) if html else read_paste
    ask = _Counted(progress, 0, 2)
    ask.after(0)()
    page = _read(name, lambda: ReadFile(read(text, name)), ask.after(0))
    (result,), stopped = _keep_all(library, [page], ask)
    if isinstance(stopped, Cancelled):
        raise stopped
    return replace(result, is_paste=True)


def _read(
    name: str, read: "Callable[[], ReadFile]", ask: Callable[[], object]
) -> _Page | ImportResult:
    try:
        source, pictures, unread = read()
    except (SourceRefused, FileUnreadable, ProgramGone) as error:
        return ImportResult(name, Outcome.REFUSED, error=error)
    return _Page(source, recovered(source, ask), pictures, unread)


def _keep(library: Library, page: _Page, ask: Callable[[], object]) -> ImportResult:
    """Keep a page, all of it or, where `ask` raises Cancelled, nothing."""
    source, recovery = page.source, page.recovery
    known = _with_known_line_ends(library, source)
    if known is not source:
        source, recovery = known, recovered(known, ask)
    before = set(library.ids_of([source.id]))
    was_there = bool(before) or library.is_deleted(source.id)
    by_hand = bool(library.operations(source.id))
    if by_hand:  # what comes back of it is tidied, too
        recovery = tidied_page(library, source.id).recovery
    new = [article for article in recovery.articles if article.id not in before]
    alike = tuple(_likest(library, new, ask))
    added = library.add(source, recovery, ask)
    came = tuple(each for each in library.ids_of([source.id]) if each not in before)
    filled = _fill_facts(library, source) if was_there else ()
    if not added or (was_there and not came):
        return ImportResult(
            source.name, Outcome.ALREADY_THERE, source.id, by_hand=by_hand, filled=filled
        )
    return ImportResult(
        source.name,
        Outcome.ADDED,
        source.id,
        len(came),
        len(recovery.problems),
        alike=tuple(each for each in alike if each.article_id in came),
        pictures=page.pictures,
        unread=page.unread,
        came=came,
        was_there=was_there,
        by_hand=by_hand,
        filled=filled,
        printed=printed_otherwise(library.source(source.id) if was_there else source),
    )


def _fill_facts(library: Library, source: Source) -> tuple[str, ...]:
    """Put on record what this source tells and the one in the library does not, and name these
    facts. What packets quote stays as it is cited there.
    """
    if library.citing(source.id):
        return ()
    there = library.source(source.id)
    told = {
        name: getattr(source, name)
        for name in ("newspaper", "published", "page")
        if getattr(source, name) and not getattr(there, name)
    }
    if "newspaper" in told:
        there = replace(there, kind=source.kind)
    if told:
        keep_facts(library, [SourceFacts.of(replace(there, **told))])
    return tuple(told)


def _with_known_line_ends(library: Library, source: Source) -> Source:
    """The source itself, or with the line ends that its text has in the library already: systems
    write the same lines with other ends, and it is no other page for that.
    """
    if library.ids_of([source.id]) or library.is_deleted(source.id):
        return source
    known = (
        other
        for other in _with_all_line_ends(source)
        if library.ids_of([other.id]) or library.is_deleted(other.id)
    )
    return next(known, source)


def _with_all_line_ends(source: Source) -> Iterator[Source]:
    """The source as it is, and with the line ends of each system."""
    yield source
    lines = source.raw.replace("\r\n", "\n").replace("\r", "\n")
    for end in LINE_ENDS:
        yield replace(source, raw=lines.replace("\n", end))


def _likest(
    library: Library, articles: Sequence[Article], ask: Callable[[], object]
) -> Iterator[Likeness]:
    """For each article that the library has already, the one that is most like it."""
    for article in articles:
        ask()
        yield from library.likenesses(article)[:1]


def _or_fault(name: str, work: Callable[[], _Done]) -> _Done | ImportResult:
    """What `work` gives, or the result for a page that StudyDesk itself fails on; the trace goes
    into the log.
    """
    try:
        return work()
    except StudyDeskError:
        raise
    except Exception:  # a fault of ours on one page must not lose the others
        logging.getLogger(__name__).exception("a page was not imported")
        return ImportResult(name, Outcome.REFUSED, error=SourceRefused(name))

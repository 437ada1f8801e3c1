"""The library: one folder with everything a user has imported and made."""

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock
from types import MappingProxyType, TracebackType
from typing import Self, TypeVar

from studydesk.domain.article import Article, Recovery, Source
from studydesk.domain.own_plan import OwnPlan
from studydesk.domain.packet import Packet, Question
from studydesk.domain.tidying import Tidying
from studydesk.files import remove_leftovers
from studydesk.library import (
    arriving,
    articles,
    bank,
    codes,
    packets,
    packs,
    plans,
    remembered,
    sources,
    tidying,
    trash,
    versions,
)
from studydesk.library.backups import (
    Occasion,
    back_up,
    complete_upgrade,
    put_lost_logs_aside,
    refuse_beside_copies,
)
from studydesk.library.bank import BankChange, BankedQuestion, Use
from studydesk.library.catalogue import Catalogue
from studydesk.library.database import Database, TakeTurn
from studydesk.library.listing import ArticleFilter
from studydesk.library.lock import FolderLock
from studydesk.library.packets import PacketSummary
from studydesk.library.packs import Arrival, Arrive
from studydesk.library.removed import RemovedPassage
from studydesk.library.stopping import Stop
from studydesk.library.studypack import Studypack
from studydesk.library.tidying import Follow, as_it_is
from studydesk.library.trash import Trashed, TrashKind
from studydesk.library.versions import Reason, Version

_NO_FILTER = ArticleFilter()
_NOTHING: Mapping[str, object] = MappingProxyType({})
_T = TypeVar("_T")


class Library(Catalogue):
    """A library that this process holds until `close`. Any thread may use it.

    Each change is kept at once and whole. Beside what each method names, all of them may raise
    the leaves of LibraryError, and those that change something DiskFull.
    """

    def __init__(self, database: Database, lock: FolderLock, *, is_new: bool) -> None:
        super().__init__(database)
        self._lock = lock
        self.is_new = is_new
        self._backing_up = Lock()

    @classmethod
    def open(
        cls,
        folder: Path,
        first: Mapping[str, object] = _NOTHING,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        stop: Stop | None = None,
    ) -> Self:
        """The library in a folder, which is created where there is none; then it remembers what
        is in `first` from the moment it exists. One of an earlier version is copied before it is
        brought up to date, which `progress` tells; it raises Cancelled, as where `stop` is set.

        Raises LibraryInUse, LibraryNotFolder, LibraryReadOnly, LibraryTooNew, LibraryDamaged,
        LibraryGone or DiskFull; a file that was refused is untouched.
        """
        with ExitStack() as released_if_it_fails:
            lock = FolderLock.take(folder)
            released_if_it_fails.callback(lock.release)
            database = Database(folder)
            released_if_it_fails.callback(database.close)
            refuse_beside_copies(folder)
            put_lost_logs_aside(database)
            remove_leftovers(folder, below=True)
            is_new = database.open(
                articles.keep_searchable,
                fill=partial(remembered.keep, values=first),
                back_up=partial(
                    back_up, database, occasion=Occasion.UPGRADE, progress=progress, stop=stop
                ),
                stop=stop or Stop(),
            )
            complete_upgrade(folder)
            released_if_it_fails.pop_all()
        return cls(database, lock, is_new=is_new)

    def close(self) -> None:
        """Let the folder go. Nothing needs saving."""
        try:
            self._database.close()
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def let_wait(self, take_turn: TakeTurn) -> None:
        """Have `take_turn` take the lock that is for who changes something, who may be told more
        than to stand still until others have done so.
        """
        self._database.take_turn = take_turn

    @property
    def folder(self) -> Path:
        """Where the library is."""
        return self._database.folder

    def back_up(
        self,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        stop: Stop | None = None,
    ) -> Path:
        """Copy the library into its backup folder, where the three newest copies are kept. Of two
        at once the later waits for the earlier.

        Raises LibraryDamaged, with all copies as they were, DiskFull, FileUnwritable, or Cancelled
        where `stop` was set meanwhile.
        """
        with self._backing_up:
            return back_up(self._database, progress=progress, stop=stop)

    @property
    def was_cut_off(self) -> bool:
        """Whether it was not closed before this opening: a crash, a kill, or a power cut."""
        return self._database.was_cut_off

    def check(self, stop: Stop | None = None) -> None:
        """Read all of it and see that it is sound: seconds for a large one.

        Raises LibraryDamaged, or Cancelled where `stop` was set meanwhile.
        """
        self._database.check(stop or Stop())

    def figures(self) -> dict[str, int | str]:
        """How much there is of everything, in what size and which version: for who looks for a
        fault, and without a word of what is in it.
        """
        return self._database.figures()

    # --- sources and articles --------------------------------------------------------------

    def add(
        self, source: Source, recovery: Recovery, ask: Callable[[], object] = lambda: None
    ) -> bool:
        """Keep a source with its articles; False if all of it was there already.

        What is there stays as it is; of a source that came with some of its articles only (in
        a packet file), the missing ones are added. Deleted articles come back as they were.
        `ask` is called often; nothing is kept where it raises Cancelled.
        """
        return self._write(arriving.add, source, recovery, ask)

    def update_sources(self, facts: Iterable[sources.Facts], follow: Follow = as_it_is) -> None:
        """Set where sources were published, of all of them or none. Every packet that quotes them
        is kept as `follow` makes it, which is no change of it. Raises NotFound.
        """
        self._write(tidying.update_sources, tuple(facts), follow)

    def set_tags(self, article_id: str, tags: Iterable[str]) -> None:
        """Give an article these tags and no others. Raises NotFound."""
        self._write(articles.set_tags, article_id, tuple(tags))

    # --- tidying ---------------------------------------------------------------------------

    def tidy(
        self,
        source_id: str,
        operations: Iterable[Tidying],
        recovery: Recovery,
        follow: Follow = as_it_is,
        place: Follow = as_it_is,
        trashed: Collection[str] | None = None,
    ) -> list[Packet]:
        """Keep what was done by hand to a source and what became of it, in place of all its
        articles and problems. Tags stay with the id of an article. Every packet with passages of
        the source is kept as `follow` makes it, in the same transaction; those that it changed
        are returned. Those in the trash are kept as `place` makes them. `trashed` are the ids of
        the articles that are in the trash then; without it, see `trash.staying`. Raises NotFound.
        """
        done = tuple(operations)
        return self._write(tidying.tidy, source_id, done, recovery, follow, place, trashed)

    # --- packets ---------------------------------------------------------------------------

    def packets(self) -> list[PacketSummary]:
        """All packets, the one changed last first."""
        return self._read(packets.summaries)

    def packet(self, packet_id: str) -> Packet:
        """One packet. Raises NotFound."""
        return self._read(packets.packet, packet_id)

    def save_packet(self, packet: Packet, gone: Collection[RemovedPassage] = ()) -> None:
        """Keep a packet as it is now, new or in place of an earlier state of it. What the trash
        has stays there; passages that were put in and are `gone` since it was kept go there, too.
        """
        self._write(packets.save, packet, gone)

    def keep_codes(self, before: Packet, after: Packet) -> None:
        """Let the codes of passages that stand elsewhere after lead to where they are then."""
        self._write(codes.keep_former, before, after)

    def add_pack(self, pack: Studypack, arrive: Arrive) -> Packet:
        """Keep a packet file's articles and packet, in one transaction; the packet as it is kept.

        What is there stays as it is: where there is another state of the same packet, the file's
        becomes a packet of its own. `arrive` gives its passages their places in the articles of
        this library.
        """
        return self._write(packs.add, pack, arrive)

    def look_into_pack(self, pack: Studypack, arrive: Arrive) -> Arrival:
        """What a packet file would bring, with nothing of it kept."""
        return self._write(packs.look, pack, arrive)

    def bring_articles(self, pack: Studypack, arrive: Arrive) -> Packet:
        """Keep a packet file's articles; its packet, which is not kept, as it would stand here."""
        return self._write(packs.bring, pack, arrive)

    def delete_packet(self, packet_id: str) -> Packet:
        """Move a packet into the trash, from where `restore` takes it back. Raises NotFound."""
        return self._write(trash.delete_packet, packet_id)

    def rename_preset(
        self, before: str, after: str, only: Collection[str] | None = None
    ) -> list[str]:
        """Let packets and plans, or `only` these packets, have a preset's new name; their ids."""
        return self._write(packets.rename_preset, before, after, only)

    def packets_in(self, preset: str) -> list[str]:
        """The ids of the packets that are set in a preset."""
        return self._read(packets.in_preset, preset)

    # --- what packets were before ----------------------------------------------------------

    def versions(self, packet_id: str) -> list[Version]:
        """The earlier states of a packet that are kept, the newest first. They are kept as it is
        saved: one that rested for ten minutes, and one every half hour of work.
        """
        return self._read(versions.versions, packet_id)

    def version(self, number: int) -> Packet:
        """A packet as it was. Raises NotFound."""
        return self._read(versions.version, number)

    def keep_version(self, packet: str | Packet, reason: Reason) -> None:
        """Keep a packet, by its id as it is now, as well, unless that was kept last."""
        self._write(versions.keep, packet, reason)

    # --- session plans of the user's own ---------------------------------------------------

    def plans(self) -> list[OwnPlan]:
        """The user's own session plans, by name."""
        return self._read(plans.plans)

    def keep_plan(self, plan: OwnPlan) -> bool:
        """Keep a plan, in place of one of the same name; True where there was none."""
        return self._write(plans.keep, plan)

    def forget_plan(self, name: str) -> None:
        """Take a plan out; packets made from it stay."""
        self._write(plans.forget, name)

    # --- the trash -------------------------------------------------------------------------

    def delete_article(self, article_id: str) -> Article:
        """Move an article into the trash. Its page and the packets that quote it stay as they
        are. Raises NotFound.
        """
        return self._write(trash.delete_article, article_id)

    def delete_articles(
        self,
        article_ids: Iterable[str],
        progress: Callable[[int, int], object] = lambda _done, _total: None,
    ) -> list[Article]:
        """Move several articles into the trash, all of them or none, as where `progress` raises
        Cancelled; see `delete_article`.
        """
        return self._write(trash.delete_articles, tuple(article_ids), progress)

    def trashed(self) -> list[Trashed]:
        """All that is in the trash, what was deleted last first."""
        return self._read(trash.trashed)

    def restore(self, kind: TrashKind, key: str) -> str:
        """Put an article or a packet back where it was; its id there, which is another only where
        that is taken by now. What is back already stays as it is now. Raises NotFound, and
        EditRefused where other articles have some of its text by now.
        """
        return self._write(trash.restore, kind, key)

    def restore_all(
        self,
        kind: TrashKind,
        keys: Iterable[str],
        progress: Callable[[int, int], object] = lambda _done, _total: None,
    ) -> list[str]:
        """Put several things back, all of them or none, as where `progress` raises Cancelled; see
        `restore`.
        """
        return self._write(trash.restore_all, kind, tuple(keys), progress)

    def empty_trash(self, before: datetime) -> int:
        """Delete for good what was deleted before a moment; how many things that were."""
        return self._write(trash.empty, before)

    # --- the question bank -----------------------------------------------------------------

    def banked(self) -> list[BankedQuestion]:
        """Every question of the bank, what was kept last first."""
        return self._read(bank.banked)

    def keep_question(
        self, question: Question, tags: Iterable[str] = (), uses: Iterable[Use] = ()
    ) -> BankChange:
        """Keep a question; one of the same words and kind only gets the tags and uses."""
        return self._write(bank.keep, question, tags, uses)

    def keep_questions(self, entries: Iterable[BankedQuestion]) -> BankChange:
        """Keep questions with their tags and uses, all of them or none."""
        return self._write(bank.keep_all, tuple(entries))

    def forget_question(self, question_id: str) -> BankChange:
        """Take a question out of the bank."""
        return self._write(bank.forget, question_id)

    def swap_questions(self, out: Iterable[BankedQuestion], into: Iterable[BankedQuestion]) -> None:
        """Take questions out and put others in; those among both keep the uses noted since."""
        self._write(bank.swap, tuple(out), tuple(into))

    def note_use(self, question_id: str, use: Use) -> None:
        """Remember that a question of the bank was put into a packet."""
        self._write(bank.note_use, question_id, use)

    # --- proof rules -----------------------------------------------------------------------

    def silence_rule(self, rule: str, *, silenced: bool) -> None:
        """Let a proof rule not be asked in any packet, or be asked again."""
        self._write(remembered.silence if silenced else remembered.ask_again, rule)

    # --- where the window was --------------------------------------------------------------

    def remember(self, key: str, value: object) -> None:
        """Keep a JSON value under a key, in place of an earlier one."""
        self._write(remembered.keep, {key: value})

    def amend(self, key: str, default: _T, change: Callable[[_T], _T]) -> None:
        """Let the JSON value under a key be what `change` makes of it; whoever else changes it
        comes before or after.
        """
        with self._database.writing() as connection:
            changed = change(remembered.value(connection, key, default))
            remembered.keep(connection, {key: changed})

    def amend_all(
        self, beginning: str, kind: type[_T], change: Callable[[dict[str, _T]], Mapping[str, _T]]
    ) -> None:
        """Let the JSON values under all keys that begin so be what `change` makes of them, by key;
        a key that it leaves out is no more.
        """
        with self._database.writing() as connection:
            kept = remembered.values_under(connection, beginning, kind)
            changed = change(kept)
            remembered.drop(connection, kept.keys() - changed.keys())
            remembered.keep(
                connection, {key: value for key, value in changed.items() if value != kept.get(key)}
            )

    def _write(self, work: Callable[..., _T], *arguments: object) -> _T:
        with self._database.writing() as connection:
            return work(connection, *arguments)

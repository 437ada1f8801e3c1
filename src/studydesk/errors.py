"""What can go wrong in the world: one base class, leaves that carry data and no sentences.

The Chinese sentence for each leaf is made at the edge, in `ui/words/messages.py`.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


def reason_of(error: Exception) -> str:
    """Why the system refused, in the words of C's library: Windows' own are in its language."""
    number = error.errno if isinstance(error, OSError) else None
    return os.strerror(number) if number else str(error)


class StudyDeskError(Exception):
    """The base of every error that a user can meet."""


class Cancelled(StudyDeskError):
    """The user stopped a long job; nothing of it was kept."""


# --- files that are read -------------------------------------------------------------------


@dataclass(eq=False)
class SourceRefused(StudyDeskError):
    """A file or paste that cannot become a source; `name` is what the user calls it."""

    name: str


class SourceEmpty(SourceRefused):
    """Nothing but white space."""


class SourceBinary(SourceRefused):
    """The bytes are not text of any encoding that is read here."""


class SourceFormatUnknown(SourceRefused):
    """No reader takes files with this ending."""


class SourceIsPacket(SourceRefused):
    """A packet file, which holds no page to be read."""


class SourcePicture(SourceRefused):
    """A picture, in which no letters are recognised."""


class SourceOldWord(SourceRefused):
    """A document in the format of Word and WPS from before DOCX."""


class SourceDamaged(SourceRefused):
    """Cut short, or not what its ending says."""


class SourceEncrypted(SourceRefused):
    """Nothing can be read without a password."""


class SourceScanned(SourceRefused):
    """Pictures of pages, without a text layer."""


class SourceGarbled(SourceRefused):
    """A text layer that does not say which characters it shows."""


class SourceTooComplex(SourceRefused):
    """Small as a file, but it unfolds to more than can be read in bounded time and memory."""


@dataclass(eq=False)
class SourceTooLarge(SourceRefused):
    """More bytes than the limit; both in bytes."""

    size: int
    limit: int


@dataclass(eq=False)
class SourceTooLong(SourceRefused):
    """More characters than the limit: more than any newspaper has."""

    length: int
    limit: int


class SourceTooManyLines(SourceTooLong):
    """More lines than the limit, however short: more than any newspaper has."""


@dataclass(eq=False)
class SourceUndecodable(SourceRefused):
    """Text with bytes that its encoding does not allow; `offset` is the first of them."""

    encoding: str
    offset: int


@dataclass(eq=False)
class FileUnreadable(StudyDeskError):
    """The operating system would not let us read a file."""

    path: Path
    reason: str


@dataclass(eq=False)
class BankUnreadable(StudyDeskError):
    """A table that questions cannot be read from; `reason` is a stable English key, `line` counts
    from 1, and is 0 where it is the file as a whole.
    """

    path: Path
    reason: str
    line: int = 0


@dataclass(eq=False)
class NotOpened(StudyDeskError):
    """The system has no program for a file or folder that is to be opened."""

    path: Path


@dataclass(eq=False)
class FileMissing(StudyDeskError):
    """A file or folder that is to be opened is not there any more."""

    path: Path


# --- files that are written ----------------------------------------------------------------


@dataclass(eq=False)
class FileUnwritable(StudyDeskError):
    """The operating system would not let us write a file; what was there before is untouched."""

    path: Path
    reason: str


@dataclass(eq=False)
class DiskFull(StudyDeskError):
    """No room left where `path` should go; what was there before is untouched."""

    path: Path


# --- packet files --------------------------------------------------------------------------


@dataclass(eq=False)
class StudypackDamaged(StudyDeskError):
    """Not a packet file, or one that was cut short or altered."""

    path: Path


@dataclass(eq=False)
class StudypackTooNew(StudyDeskError):
    """A packet file that a later version of StudyDesk wrote."""

    path: Path
    version: int


# --- packages of the program ---------------------------------------------------------------


@dataclass(eq=False)
class UpdateRefused(StudyDeskError):
    """A file that this program cannot be renewed from; `reason` is "kind" (no package of it),
    "system" or "processor" (for another one), "damaged" (not as its checksum says),
    "content" (something else under such a name), "cut" (it breaks off) or "older".
    """

    name: str
    reason: str


# --- the library ---------------------------------------------------------------------------


@dataclass(eq=False)
class LibraryError(StudyDeskError):
    """The library folder cannot be used as it is."""

    folder: Path


@dataclass(eq=False)
class LibraryInUse(LibraryError):
    """Another window or command holds it: of this user, on this machine and since this moment, as
    far as that is known.
    """

    user: str = ""
    machine: str = ""
    since: datetime | None = None


class LibraryMissing(LibraryError):
    """There is no library in the folder."""


class LibraryAway(LibraryError):
    """It was open last time and is not in its place: its drive is not plugged in, or its folder was
    moved. None was made there instead.
    """


class LibraryNowhere(LibraryAway):
    """It was to be made in a folder that lies in none: its drive is not plugged in, or its path is
    mistyped.
    """


class LibraryGone(LibraryError):
    """Its database is gone from its folder, where its copies are. None was made there instead."""


class LibraryLost(LibraryError):
    """It was open and does not answer any more: its drive was unplugged, or its folder moved."""


class LibraryClosed(LibraryError):
    """Its window left it while something went on with it, which nobody waits for any more."""


class LibraryNotFolder(LibraryError):
    """What should be its folder is a file, or leads through one."""


class LibraryReadOnly(LibraryError):
    """The folder or the database in it may not be written."""


class LibraryDamaged(LibraryError):
    """The database is not one of ours, or fails its own integrity check."""


@dataclass(eq=False)
class LibraryTooNew(LibraryError):
    """A later version of StudyDesk wrote it."""

    version: int


# --- the program itself ---------------------------------------------------------------------


class ProgramGone(StudyDeskError):
    """The files of the program were removed, moved or updated since it was started."""


# --- what is asked for ---------------------------------------------------------------------


class DisplayMissing(StudyDeskError):
    """There is no display to show a window on."""


@dataclass(eq=False)
class NotFound(StudyDeskError):
    """No such article, packet or source in the library."""

    what: str
    key: str


@dataclass(eq=False)
class PresetUnknown(StudyDeskError):
    """No preset of this name; `known` are those there are."""

    name: str
    known: tuple[str, ...] = ()


@dataclass(eq=False)
class PresetDamaged(StudyDeskError):
    """A preset file that says something else than a preset does; `place` is where in the file."""

    place: str


@dataclass(eq=False)
class PresetTaken(StudyDeskError):
    """A preset of this name is there already, or comes with the program."""

    name: str


@dataclass(eq=False)
class LogoRefused(StudyDeskError):
    """A picture that no handout can show; `reason` is "missing", "kind", "large" or "flat"."""

    name: str
    reason: str


@dataclass(eq=False)
class EditRefused(StudyDeskError):
    """An edit that would break a packet or a quotation; `reason` is a stable English key."""

    reason: str

"""SQLite: schema, migrations, articles, packets, search, backup; the only importer of sqlite3."""

from studydesk.library.backups import (
    REPLACED_DAYS,
    Backup,
    Occasion,
    backups,
    is_gone,
    restore,
)
from studydesk.library.bank import BankChange, BankedQuestion, Use
from studydesk.library.beside import read_beside
from studydesk.library.catalogue import Catalogue
from studydesk.library.excerpts import Excerpt
from studydesk.library.library import Library
from studydesk.library.likeness import Likeness
from studydesk.library.listing import (
    ArticleFilter,
    ArticleSummary,
    Facet,
    Facets,
    SourceSummary,
    source_name,
)
from studydesk.library.packets import PacketSummary, Picked
from studydesk.library.packs import Arrival
from studydesk.library.related import Related
from studydesk.library.removed import RemovedPassage, taken_out
from studydesk.library.search import Found, Hit, SearchResult
from studydesk.library.stopping import Stop
from studydesk.library.trash import Trashed, TrashKind
from studydesk.library.versions import Reason, Version

__all__ = [
    "REPLACED_DAYS",
    "Arrival",
    "ArticleFilter",
    "ArticleSummary",
    "Backup",
    "BankChange",
    "BankedQuestion",
    "Catalogue",
    "Excerpt",
    "Facet",
    "Facets",
    "Found",
    "Hit",
    "Library",
    "Likeness",
    "Occasion",
    "PacketSummary",
    "Picked",
    "Reason",
    "Related",
    "RemovedPassage",
    "SearchResult",
    "SourceSummary",
    "Stop",
    "TrashKind",
    "Trashed",
    "Use",
    "Version",
    "backups",
    "is_gone",
    "read_beside",
    "restore",
    "source_name",
    "taken_out",
]

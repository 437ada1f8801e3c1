"""The tables of a library, and how an older library becomes one of today."""

APPLICATION_ID = 0x53445F4C  # "SD_L"

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (  # version 1
        """CREATE TABLE source (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            newspaper TEXT NOT NULL,
            published TEXT,              -- ISO 8601
            page TEXT NOT NULL,
            raw BLOB NOT NULL            -- UTF-8, lone surrogates allowed
        )""",
        """CREATE TABLE article (
            number INTEGER PRIMARY KEY,  -- the row of the search index
            id TEXT NOT NULL UNIQUE,
            source_id TEXT NOT NULL REFERENCES source (id),
            title TEXT NOT NULL,
            column_name TEXT NOT NULL,
            authors TEXT NOT NULL,       -- JSON: names
            length INTEGER NOT NULL,
            opening TEXT NOT NULL
        )""",
        "CREATE INDEX article_of_source ON article (source_id)",
        # Apart from the columns that lists need, so that lists read few pages.
        """CREATE TABLE article_text (
            number INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
            normal_title TEXT NOT NULL DEFAULT '',  -- in the form that search compares
            normal_body TEXT NOT NULL DEFAULT '',
            body TEXT NOT NULL,
            blocks TEXT NOT NULL         -- JSON
        )""",
        """CREATE VIRTUAL TABLE article_index USING fts5 (
            title, body, content='', columnsize=0, tokenize='ascii'
        )""",
        "CREATE TABLE normal_form (name TEXT NOT NULL)",  # one row: the rules that made it
        """CREATE TABLE problem (
            source_id TEXT NOT NULL REFERENCES source (id),
            article_id TEXT NOT NULL,    -- empty: the page as a whole
            content TEXT NOT NULL        -- JSON
        )""",
        "CREATE INDEX problem_of_article ON problem (article_id)",
        """CREATE TABLE tag (
            article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            PRIMARY KEY (article_id, name)
        ) WITHOUT ROWID""",
        "CREATE INDEX tag_name ON tag (name)",
        """CREATE TABLE packet (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            held_on TEXT,                -- ISO 8601
            changed_at TEXT NOT NULL,    -- ISO 8601, UTC
            passages INTEGER NOT NULL,
            questions INTEGER NOT NULL,
            content TEXT NOT NULL        -- JSON
        )""",
        # Derived from packet.content: which stretches of an article are in a packet.
        """CREATE TABLE passage (
            packet_id TEXT NOT NULL REFERENCES packet (id) ON DELETE CASCADE,
            item_id TEXT NOT NULL,
            article_id TEXT NOT NULL,    -- may be of another library
            start INTEGER NOT NULL,
            stop INTEGER NOT NULL
        )""",
        "CREATE INDEX passage_of_packet ON passage (packet_id)",
        "CREATE INDEX passage_of_article ON passage (article_id)",
        """CREATE TABLE state (
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL          -- JSON
        ) WITHOUT ROWID""",
    ),
    (  # version 2
        # What users did to a page by hand, in order; its articles are what came of it.
        """CREATE TABLE tidying (
            source_id TEXT PRIMARY KEY REFERENCES source (id),
            operations TEXT NOT NULL     -- JSON
        ) WITHOUT ROWID""",
        # The tags of articles that tidying joined to others: if it is undone, they are needed.
        """CREATE TABLE waiting_tag (
            source_id TEXT NOT NULL REFERENCES source (id),
            article_id TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (source_id, article_id, name)
        ) WITHOUT ROWID""",
        "CREATE INDEX problem_of_source ON problem (source_id)",
    ),
    (  # version 3
        # What users deleted, whole, until the trash is emptied.
        """CREATE TABLE trash (
            kind TEXT NOT NULL,          -- article, packet
            id TEXT NOT NULL,
            title TEXT NOT NULL,
            deleted_at TEXT NOT NULL,    -- ISO 8601, UTC
            content TEXT NOT NULL,       -- JSON
            PRIMARY KEY (kind, id)
        ) WITHOUT ROWID""",
    ),
    (  # version 4
        # The question bank: what users kept, and where it was used.
        """CREATE TABLE banked_question (
            id TEXT PRIMARY KEY,
            text TEXT NOT NULL,
            kind TEXT NOT NULL,
            content TEXT NOT NULL,       -- JSON
            kept_at TEXT NOT NULL,       -- ISO 8601, UTC
            UNIQUE (text, kind)
        )""",
        """CREATE TABLE banked_tag (
            question_id TEXT NOT NULL REFERENCES banked_question (id),
            name TEXT NOT NULL,
            PRIMARY KEY (question_id, name)
        ) WITHOUT ROWID""",
        """CREATE TABLE banked_use (
            question_id TEXT NOT NULL REFERENCES banked_question (id),
            packet_title TEXT NOT NULL,
            used_on TEXT NOT NULL,       -- ISO 8601
            PRIMARY KEY (question_id, packet_title, used_on)
        ) WITHOUT ROWID""",
    ),
    (  # version 5
        # What packets were before: a few states of each, until it is deleted for good.
        """CREATE TABLE version (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            packet_id TEXT NOT NULL,     -- may be in the trash
            made_at TEXT NOT NULL,       -- ISO 8601, UTC: since when the packet was so
            reason TEXT NOT NULL,        -- rested, exported, replaced
            title TEXT NOT NULL,
            passages INTEGER NOT NULL,
            questions INTEGER NOT NULL,
            content BLOB NOT NULL        -- JSON in zlib
        )""",
        "CREATE INDEX version_of_packet ON version (packet_id, number)",
        # Session plans that users made of packets of their own.
        """CREATE TABLE session_plan (
            name TEXT PRIMARY KEY,
            content TEXT NOT NULL        -- JSON
        ) WITHOUT ROWID""",
    ),
    (  # version 6
        # Proof rules that the unit does not want to be asked. Since then a packet may say what
        # was let stand, which rules it does without, and who signed; a citation, what kind of
        # source it names and when that was seen; a version, that it is as somebody signed it.
        """CREATE TABLE silenced_rule (
            id TEXT PRIMARY KEY
        ) WITHOUT ROWID""",
    ),
    (  # version 7
        # A source says what kind of thing it was published in, and when an address was seen.
        "ALTER TABLE source ADD COLUMN kind TEXT NOT NULL DEFAULT 'newspaper'",
        "ALTER TABLE source ADD COLUMN seen TEXT",  # ISO 8601
        # Until then only packets knew: the one changed last that has a source down for anything
        # but a newspaper, which is what all began as, tells.
        """UPDATE source SET kind = cited.kind, seen = cited.seen FROM (
            SELECT substr(article_id, 1, instr(article_id, '-') - 1) AS source_id,
                kind, seen, max(changed_at)
            FROM (
                SELECT changed_at,
                    json_extract(item.value, '$.passage.article_id') AS article_id,
                    json_extract(item.value, '$.passage.citation.kind') AS kind,
                    json_extract(item.value, '$.passage.citation.seen') AS seen
                FROM packet, json_each(iif(json_valid(content), content, '{}'), '$.items') AS item
            )
            WHERE kind IN ('journal', 'online', 'book', 'document')
            GROUP BY source_id
        ) AS cited WHERE cited.source_id = source.id""",
        # Codes that were printed beside passages before their page was tidied.
        """CREATE TABLE former_code (
            code TEXT NOT NULL,
            packet_id TEXT NOT NULL,     -- may be in the trash
            item_id TEXT NOT NULL,
            PRIMARY KEY (code, packet_id, item_id)
        ) WITHOUT ROWID""",
    ),
    (  # version 8
        # Passages that were taken out of packets, until the trash is emptied.
        """CREATE TABLE removed_passage (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            packet_id TEXT NOT NULL,     -- may be in the trash
            item_id TEXT NOT NULL,
            before TEXT NOT NULL,        -- the next item that stayed; empty: none
            removed_at TEXT NOT NULL,    -- ISO 8601, UTC
            content TEXT NOT NULL,       -- JSON: the item
            UNIQUE (packet_id, item_id)
        )""",
    ),
    (  # version 9
        # The tables are the same. Since then what was done to a page may move a whole article.
    ),
)
"""Statements that lead from each version to the next. What has shipped is never changed: a
change is a new entry at the end.
"""


def current_version() -> int:
    """The version that this program writes, as PRAGMA user_version."""
    return len(MIGRATIONS)

"""The question bank: questions that users kept, with tags, and the packets they were used in."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from studydesk.domain.packet import Question, new_id
from studydesk.library import codec
from studydesk.library.codec import column_text


@dataclass(frozen=True, slots=True)
class Use:
    """A packet that a question was put into, and when."""

    packet_title: str
    on: date


@dataclass(frozen=True, slots=True)
class BankedQuestion:
    """A question of the bank with its tags and its uses, the last one first."""

    question: Question
    tags: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()


def keep(
    connection: sqlite3.Connection, question: Question, tags: Iterable[str], uses: Iterable[Use]
) -> bool:
    """Keep a question; one of the same words and kind stays as it is but for its tags. True
    where it is new: another wording of a question that is kept is another question.
    """
    text = column_text(question.text)
    same = connection.execute(
        "SELECT id FROM banked_question WHERE text = ? AND kind = ?",
        (text, question.kind.value),
    ).fetchone()
    if same is None:
        if _is_there(connection, question.id):
            question = replace(question, id=new_id())
        connection.execute(
            "INSERT INTO banked_question (id, text, kind, content, kept_at) VALUES (?, ?, ?, ?, ?)",
            (
                question.id,
                text,
                question.kind.value,
                codec.dump(question),
                datetime.now(UTC).isoformat(),
            ),
        )
    key = same[0] if same else question.id
    names = {column_text(" ".join(tag.split())) for tag in tags} - {""}
    connection.executemany(
        "INSERT OR IGNORE INTO banked_tag (question_id, name) VALUES (?, ?)",
        [(key, name) for name in sorted(names)],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO banked_use (question_id, packet_title, used_on) VALUES (?, ?, ?)",
        [(key, column_text(use.packet_title), use.on.isoformat()) for use in uses],
    )
    return same is None


def keep_all(connection: sqlite3.Connection, entries: Iterable[BankedQuestion]) -> int:
    """Keep questions with their tags and uses; how many were new."""
    return sum(keep(connection, one.question, one.tags, one.uses) for one in entries)


def _is_there(connection: sqlite3.Connection, question_id: str) -> bool:
    rows = connection.execute("SELECT 1 FROM banked_question WHERE id = ?", (question_id,))
    return rows.fetchone() is not None


def forget(connection: sqlite3.Connection, question_id: str) -> None:
    """Take a question out of the bank; packets that have it keep theirs."""
    connection.execute("DELETE FROM banked_use WHERE question_id = ?", (question_id,))
    connection.execute("DELETE FROM banked_tag WHERE question_id = ?", (question_id,))
    connection.execute("DELETE FROM banked_question WHERE id = ?", (question_id,))


def note_use(connection: sqlite3.Connection, question_id: str, use: Use) -> None:
    """Remember that a question was put into a packet; nothing for one that is not in the bank."""
    connection.execute(
        "INSERT OR IGNORE INTO banked_use (question_id, packet_title, used_on)"
        " SELECT id, ?, ? FROM banked_question WHERE id = ?",
        (column_text(use.packet_title), use.on.isoformat(), question_id),
    )


def banked(connection: sqlite3.Connection) -> list[BankedQuestion]:
    """Every question of the bank, what was kept last first."""
    tags: dict[str, list[str]] = {}
    for key, name in connection.execute("SELECT question_id, name FROM banked_tag ORDER BY name"):
        tags.setdefault(key, []).append(name)
    uses: dict[str, list[Use]] = {}
    for key, title, day in connection.execute(
        "SELECT question_id, packet_title, used_on FROM banked_use ORDER BY used_on DESC"
    ):
        uses.setdefault(key, []).append(Use(title, date.fromisoformat(day)))
    rows = connection.execute(
        "SELECT id, content FROM banked_question ORDER BY kept_at DESC, rowid DESC"
    )
    return [
        BankedQuestion(
            codec.load(Question, content), tuple(tags.get(key, ())), tuple(uses.get(key, ()))
        )
        for key, content in rows
    ]

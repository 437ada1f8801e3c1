"""The question bank: questions that users kept, with tags, and the packets they were used in."""

import sqlite3
from collections.abc import Iterable, Sequence
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


@dataclass(frozen=True, slots=True)
class BankChange:
    """What went out of the bank and what came into it; a question that only got tags or uses went
    as it was and came as it is.
    """

    gone: tuple[BankedQuestion, ...] = ()
    came: tuple[BankedQuestion, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is otherwise."""
        return bool(self.gone or self.came)

    @property
    def added(self) -> int:
        """How many questions are new."""
        return len(self.came) - len(self.gone)


def keep(
    connection: sqlite3.Connection, question: Question, tags: Iterable[str], uses: Iterable[Use]
) -> BankChange:
    """Keep a question; one of the same words and kind stays as it is but for its tags and uses.
    Another wording of a question that is kept is another question.
    """
    text = column_text(question.text)
    same = connection.execute(
        "SELECT id FROM banked_question WHERE text = ? AND kind = ?",
        (text, question.kind.value),
    ).fetchone()
    before = _found(connection, same[0]) if same else ()
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
    after = _found(connection, key)
    return BankChange(before, after) if before != after else BankChange()


def keep_all(connection: sqlite3.Connection, entries: Iterable[BankedQuestion]) -> BankChange:
    """Keep questions with their tags and uses."""
    gone: dict[str, BankedQuestion] = {}
    came: dict[str, BankedQuestion] = {}
    for entry in entries:
        change = keep(connection, entry.question, entry.tags, entry.uses)
        gone |= {one.question.id: one for one in change.gone if one.question.id not in came}
        came |= {one.question.id: one for one in change.came}
    return BankChange(tuple(gone.values()), tuple(came.values()))


def _found(connection: sqlite3.Connection, question_id: str) -> tuple[BankedQuestion, ...]:
    """The question of an id, if the bank has it."""
    key = (question_id,)
    contents = connection.execute("SELECT content FROM banked_question WHERE id = ?", key)
    tags = connection.execute(
        "SELECT name FROM banked_tag WHERE question_id = ? ORDER BY name", key
    )
    uses = connection.execute(
        "SELECT packet_title, used_on FROM banked_use WHERE question_id = ? ORDER BY used_on DESC",
        key,
    )
    return tuple(
        BankedQuestion(
            codec.load(Question, content),
            tuple(name for (name,) in tags),
            tuple(Use(title, date.fromisoformat(day)) for title, day in uses),
        )
        for (content,) in contents
    )


def _is_there(connection: sqlite3.Connection, question_id: str) -> bool:
    rows = connection.execute("SELECT 1 FROM banked_question WHERE id = ?", (question_id,))
    return rows.fetchone() is not None


def forget(connection: sqlite3.Connection, question_id: str) -> BankChange:
    """Take a question out of the bank; packets that have it keep theirs."""
    gone = _found(connection, question_id)
    _delete(connection, [question_id])
    return BankChange(gone)


def swap(
    connection: sqlite3.Connection,
    out: Sequence[BankedQuestion],
    into: Sequence[BankedQuestion],
) -> None:
    """Take questions out and put others in. One that is among both keeps the uses that were noted
    of it since.
    """
    before = {one.question.id: one for one in out}
    since = {
        key: tuple(use for use in now.uses if use not in before[key].uses)
        for key in before.keys() & {one.question.id for one in into}
        for now in _found(connection, key)
    }
    _delete(connection, before)
    for one in into:
        keep(connection, one.question, one.tags, (*one.uses, *since.get(one.question.id, ())))


def _delete(connection: sqlite3.Connection, question_ids: Iterable[str]) -> None:
    keys = [(key,) for key in question_ids]
    connection.executemany("DELETE FROM banked_use WHERE question_id = ?", keys)
    connection.executemany("DELETE FROM banked_tag WHERE question_id = ?", keys)
    connection.executemany("DELETE FROM banked_question WHERE id = ?", keys)


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

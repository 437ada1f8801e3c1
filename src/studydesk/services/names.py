"""The names of those who are to sign, from a list that somebody pasted or keeps as a file."""

import csv
import re
import textwrap
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice, pairwise
from pathlib import Path

from studydesk.errors import FileUnreadable, SourceTooLarge, reason_of

_LARGEST = 1024 * 1024
"""Bytes of a list; that of a large factory has a tenth."""

_MOST, _LONGEST = 2000, 40
"""Names, and characters of one; what is longer goes on in the next line."""

_HEADS = {"姓名", "名字", "人员", "参加人", "参加人员", "name"}
_SIGNS = "\t,，;；|｜、"
"""What parts the columns of a table, surest first."""
_BETWEEN = re.compile(r"[,，、;；\t。|｜]|(?<!\d)[/／](?!\d)")
_NOTE = re.compile("[（(][^（(）)]{0,30}[）)]")
_NUMBER = re.compile(r"[\d.、．()（）\s]+")
_DIGITS = "一二三四五六七八九十"
_NUMBERED = re.compile(
    rf"(?<!\d)[(（]?\d{{1,4}}[)）.、．]\s*(?=[^\W\d])|[①-⑳]\s*|^[{_DIGITS}]{{1,3}}[、.．]"
)
_LED_IN = re.compile(
    r"(?:(?<=[\s,，、;；。])|^)[^：:,，、;；。\t\s（(]{0,10}"
    "(?:名单|如下|人员|人|班|组|队|部|科|室|车间|长|员|姓名|到会|参加|[出列缺]席|请假|主持|记录)"
    f"(?:{_NOTE.pattern})?[：:]"
)
_HAN = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af〇]"
_POST = "副?(?:[组班队部科工段厂会]长|主任|书记|主席|委员|干事)"
_NAME = re.compile(
    rf"(?:{_POST}|[^\s：:（(]{{1,10}}[：:])?(?:{_HAN}{{2,6}}|{_HAN}+(?:[·•]{_HAN}+)+)"
    rf"(?:{_NOTE.pattern}|\d+[班组])?"
)
_NO_NAME = re.compile(
    f"{_POST}|[钳焊电车铣刨磨铆管木镗普技金]工[班组]?|[组队党团安]全?员|记录|主持|请假|男|女"
    rf"|[{_DIGITS}甲乙丙丁早中晚夜白\d]+(?:班组?|组|车间)"
    "|序号|姓名|名字|人员|参加人员?|班组|部门|单位|车间|职务|岗位|工种|电话|工号|性别|年龄|时间|日期|签名|签到|备注"
)
_GROUP_OR_TRADE = re.compile(".+(?:班|班组|小组|车间)|.{2,3}[工员]")
_AND_SO_ON = re.compile(
    r"(?:(?<!\S)|(?=[（(共等合总]))[（(]?"
    rf"(?:(?:等|(?:共|合|总|应到|实到)[共计有]?)\s*[\d{_DIGITS}百]+|\d+)\s*[人名位][）)]?(?!\S)"
    r"|(?:(?<!\S)|(?<=\S\S))等(?:人|同志)?(?!\S)"
)
_PIECE = re.compile(rf"(?:{_NOTE.pattern}|\S)+?(?:(?=\s|$)|(?<=[）)])(?={_HAN}))")
_TWO_SURNAMES = re.compile(
    "欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|令狐|慕容|夏侯|端木|南宫|长孙"
)


def names_in(text: str) -> tuple[str, ...]:
    """The names of people in a list: one on each line, several with 、, commas or spaces between,
    or a table (CSV, or copied from a spreadsheet) with them in columns 姓名. Numbers, and groups
    and posts with nobody beside them, are left out. Spaces within a name, as in 张 三 and 欧阳
    建国, part nothing.
    """
    return _kept(name for entry in _entries(text) for name in _parted(entry))


def entries_in(text: str) -> tuple[str, ...]:
    """What a list or table holds, as `names_in` reads it, but parted at no space."""
    return _kept(" ".join(_unnumbered(entry).split()) for entry in _entries(text))


def _kept(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(islice((line for name in names for line in _lines(name)), _MOST))


def _lines(name: str) -> list[str]:
    """A name; a text that is too long for one, in several lines."""
    if len(name) <= _LONGEST:
        return [name] if name else []
    return textwrap.wrap(name[: _MOST * _LONGEST], _LONGEST, break_on_hyphens=False)


def _entries(text: str) -> Sequence[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    cells = _column(lines) or lines
    found = [entry for cell in cells for entry in _cells(cell)]
    return [entry for entry in found if not _NUMBER.fullmatch(entry)] or found


def read_names(path: Path) -> tuple[str, ...]:
    """The names in a text or CSV file. Raises FileUnreadable, SourceTooLarge or another refusal of
    a text file.
    """
    return names_in(_text(path))


def read_entries(path: Path) -> tuple[str, ...]:
    """What a list in such a file holds, of groups for one, as `entries_in` reads it."""
    return entries_in(_text(path))


def _text(path: Path) -> str:
    from studydesk.sources.readers.text import read_text  # the window opens without it

    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise SourceTooLarge(path.name, size, _LARGEST)
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path, reason_of(error)) from error
    return read_text(data, path.name).text


def _column(lines: Sequence[str]) -> list[str]:
    """What stands below each 姓名 of a table; nothing where the lines are none."""
    sign = next((sign for sign in _SIGNS if lines and sign in lines[0]), "")
    rows = [_row(line, sign) for line in lines]
    if len(rows) < 2 or (not sign and len({len(row) for row in rows}) > 1):
        return []
    head = [cell.casefold().replace(" ", "") for cell in rows[0]]
    columns = [place for place, cell in enumerate(head) if cell in _HEADS]
    if len(head) < 2 or not columns or _has_people(lines[0]):
        return []
    found: list[str] = []
    for row in rows[1:]:  # a row that is too short may have lost any cell
        found += [row[at] for at in columns] if len(row) > columns[-1] else row
    return found


def _has_people(line: str) -> bool:
    """Whether this is no head of a table, for people stand in it."""
    words = re.split(r"\W+", line)
    spaced = [first + then for first, then in pairwise(words) if len(first) == 1]
    return any(map(_is_person, [*words, *spaced]))


def _row(line: str, sign: str) -> list[str]:
    cells = line.split(sign or None)
    if '"' in line and sign:
        with suppress(csv.Error):  # a mark that is closed nowhere makes a cell of all the rest
            cells = next(csv.reader([line], delimiter=sign))
    return [cell.strip() for cell in cells]


def _cells(line: str) -> list[str]:
    line = _NOTE.sub(_whole, line.replace('"', " "))
    line = _NUMBERED.sub("\t", _LED_IN.sub("\t", line))
    return [cell.strip() for cell in _BETWEEN.split(line)]


def _whole(note: re.Match[str]) -> str:
    """What stands in brackets, which nothing parts unless it is a list of people."""
    inner = _BETWEEN.split(note[0][1:-1])
    if len(inner) > 1 and all(_is_person(cell.strip()) for cell in inner):
        return "\t{}\t".format("\t".join(inner))
    return _BETWEEN.sub(" ", note[0])


def _parted(entry: str) -> Iterator[str]:
    """The names with spaces between them. What is none stays with the name before it; where the
    line begins with such a word, with the name behind it.
    """
    pieces = deque(_PIECE.findall(_AND_SO_ON.sub(" ", entry)))
    is_row = bool(pieces) and _NUMBER.fullmatch(pieces[0]) is not None  # 1 张三 甲班
    pieces = deque(
        piece
        for piece in pieces
        if not (_NUMBER.fullmatch(piece) or (is_row and _is_beside(piece)))
    )
    names: list[list[str]] = []
    waiting: list[str] = []
    leads = False
    while pieces and len(names) <= _MOST:
        piece = pieces.popleft()
        if not _is_beside(piece) and pieces and _goes_on(piece, pieces[0]):
            names.append([*waiting, piece, pieces.popleft()])
        elif not _is_beside(piece) and _NAME.fullmatch(piece):
            names.append([*waiting, piece])
        elif names and (not leads or _NOTE.fullmatch(piece)):
            names[-1].append(piece)
            continue
        else:
            leads = True
            waiting += [piece] if piece not in _HEADS else []
            continue
        waiting = []
    if names:
        names[-1] += waiting
    elif not all(map(_is_beside, waiting)):
        names.append(waiting)
    return map(" ".join, names)


def _goes_on(piece: str, following: str) -> bool:
    """Whether a name is written with a space between these two: 张 三, 欧阳 建国."""
    length = len(_NOTE.sub("", following))
    if _TWO_SURNAMES.fullmatch(piece):
        return length <= 2
    return re.fullmatch(_HAN, piece) is not None and (
        length == 1 or (length == 2 and _is_surname(piece))
    )


def _is_beside(piece: str) -> bool:
    """Whether this is no name, but a group, a post, or the head of a column."""
    if _NO_NAME.fullmatch(piece):
        return True
    return bool(_GROUP_OR_TRADE.fullmatch(piece)) and not _is_person(piece)


def _is_person(cell: str) -> bool:
    name = re.sub(r"\d+[班组]$", "", cell)
    return len(name) in (2, 3) and _is_surname(name[0]) and not _NO_NAME.fullmatch(cell)


def _is_surname(letter: str) -> bool:
    from studydesk.domain.surnames import SURNAMES  # the window opens without it

    return letter in SURNAMES


def _unnumbered(name: str) -> str:
    return re.sub(r"^[(（]?\d+[)）.、．\s]+", "", name)

"""The wordings of suggested questions, see resources/questions/frames.toml: what each fits, and
what is left of a question without the words it quotes.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from studydesk import paths
from studydesk.domain.packet import QuestionKind
from studydesk.study.find import Find
from studydesk.study.guards import FROM_TEXT, accuses, is_personal, is_private, of_state
from studydesk.study.list_items import NOUNS
from studydesk.study.whose_words import political

BEYOND: Sequence[QuestionKind] = (QuestionKind.CONNECT, QuestionKind.ACT, QuestionKind.REFLECT)
REVEALING: Sequence[QuestionKind] = (QuestionKind.CONNECT, QuestionKind.REFLECT)
"""What would let people tell, where it is about earnings or health, how it is with themselves."""
_NEAR = {"definition"}
"""What is asked about only where a text tells of what workers live with."""
_TURNED_DOWN = {"view", "trouble", "at-first", "title-mistake"}
"""What is doubted, or goes wrong: nothing that the state stands by is asked about so."""
_WHOLE = {"leader", "demand", "speakers"}
"""What is asked about as a text also where it is not for a workshop to weigh."""
_HELPS = re.compile("能先?帮")
"""How a question asks for help against how things are."""
_NEGATIVE = re.compile("不(?![断同仅光])|没有|难[以点]|未(?!来)|防止|避免|并非|无法|切忌")
"""What says how things are not gives nothing to take hold of."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One wording of a question, see frames.toml."""

    structure: str
    kind: QuestionKind
    ask: str
    intent: str
    expected: str
    follow_ups: str
    topic: str = ""
    unless: str = ""
    needs: str = ""

    @property
    def stem(self) -> str:
        """What is left of it without its slots."""
        return _bare(self.ask.format_map(_ANY_LIST))

    def fits(self, find: Find) -> bool:
        """Whether it can be asked, and safely, about what was found."""
        if find.structure != self.structure or not re.search(self.topic, find.words):
            return False
        if self.unless and re.search(self.unless, find.more.get("keys", find.words)):
            return False
        return all(need in find.more for need in self.needs.split()) and self._is_safe(find)

    def _is_safe(self, find: Find) -> bool:
        asked = "".join((find.words, find.more.get("keys", "")))
        if is_private(asked):
            return False
        if "office" in find.more and self.kind is not QuestionKind.UNDERSTAND:
            return False
        if political(asked):
            return find.structure in _WHOLE
        if of_state(asked) and (
            self.kind is not QuestionKind.UNDERSTAND or self.structure in _TURNED_DOWN
        ):
            return False
        if self.kind in BEYOND and (find.private or accuses(asked)):
            return False
        if (
            self.kind is QuestionKind.ACT
            and _NEGATIVE.search(asked)
            and not _HELPS.search(self.ask)
        ):
            return False
        if self.kind in REVEALING and is_personal(find):
            return False
        return find.lived or (self.kind in FROM_TEXT and find.structure not in _NEAR)


@cache
def frames() -> tuple[Frame, ...]:
    """All wordings, in the order of the file."""
    file = paths.resources() / "questions" / "frames.toml"
    told: dict[str, Any] = tomllib.loads(file.read_text("utf-8"))
    return tuple(_frame(entry, told["words"]) for entry in told["frame"])


def _frame(entry: dict[str, str], words: dict[str, str]) -> Frame:
    topic, unless = (_with_words(entry.get(name, ""), words) for name in ("topic", "unless"))
    told: dict[str, Any] = {**entry, "topic": topic, "unless": unless}
    return Frame(**{**told, "kind": QuestionKind(entry["kind"])})


def _with_words(pattern: str, words: dict[str, str]) -> str:
    """A pattern with the words of the lists that it names, and of those that these name."""
    return _LIST.sub(lambda named: _with_words(words[named[1]], words), pattern)


_LIST = re.compile("<([a-z_]+)>")


@lru_cache(maxsize=4096)
def stem(text: str) -> str:
    """What is left of a question without the words it quotes, and without who says them: two with
    the same are alike.
    """
    for wording, bare in _told_of_somebody():
        if wording.fullmatch(text):
            return bare
    return _bare(text)


def _bare(text: str) -> str:
    bare = re.sub("“[^”]*”|《[^》]*》|{[a-z]+}", "", text)
    bare = _PLACE.sub("", bare)
    bare = _HOW_MANY.sub("几点", bare).replace("没来的同事", "没来的工友")
    return re.sub(r"\W", "", bare)


_HOW_MANY = re.compile(f"[两一二三四五六七八九十]+[条点个项种处重](?:{NOUNS})?")
_ANY_LIST = defaultdict(
    str, count="三", counted="三点", which="哪一点", one="一点", part="这一节", mate="工友"
)
"""What a wording about a list is compared with others by."""
_PLACE = re.compile(r"文中|选段(?:[一二三四五六七八九十]+|\d+)?里?")
"""What says where the words stand, in as many ways as there are passages."""


@cache
def _told_of_somebody() -> Sequence[tuple[re.Pattern[str], str]]:
    """The wordings that name somebody or something outside quotation marks, with what is left of
    them without it.
    """
    named = (frame for frame in frames() if _SPOKEN.search(_QUOTED.sub("", frame.ask)))
    return [
        (re.compile(_SLOT.sub(_any_words, re.escape(frame.ask))), frame.stem) for frame in named
    ]


_SLOT = re.compile(r"\\{(\w+)\\}")
_QUOTED = re.compile("“[^”]*”")
_SPOKEN = re.compile(r"{(?!here|inside|mate|count|which|one)\w+}")
"""What a question says in words of the text without quoting them."""


def _any_words(slot: re.Match[str]) -> str:
    return "[^”]*" if slot[1] in ("words", "last", "first") else "[^“”，。？]{0,12}"

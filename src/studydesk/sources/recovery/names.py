"""What looks like a person's name on a line of its own."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final

from studydesk.domain.article import Span
from studydesk.domain.surnames import COMPOUND_SURNAMES, NOT_NAMES, SURNAMES
from studydesk.sources.recovery.words import has_word, is_word

LONGEST_GIVEN = 2
LONGEST_NAME = 4
# Characters by which names of the minorities are written without dots: 阿依古丽. Words and
# places are written by them as well, so only where a line stands or what is around it tells names.
WRITES_SOUNDS = frozenset(
    "阿依古丽迪热巴买提艾力木合塔尔吐逊努扎西卓玛才让多吉次仁央金特其格额敦乌兰日勒哈斯图雅苏和那德旺堆尼"
    "达瓦索朗洛桑丹增白普布拉姆益措帕克库班汗加叶吾肉孜明玉素甫卡麦伊亚里娜莎曼"
)
# What a cartoon is signed with behind the name, close to it (徐骏作), and no name ends in.
DOES = "作绘"
# What an author did, behind the name, and a surname: 王敏 文.
WROTE = "文"
# What counts a part, which begins like a surname of two characters: 第五封.
COUNTED = re.compile("第五[封章节篇回辑集版期届次条组课步]")
# Surnames of two characters that are words as well, with which others begin: 东方明珠, 百里挑一.
ALSO_WORDS = frozenset(
    ("东方", "东门", "西门", "南门", "南荣", "东郭", "百里", "微生", "第五", "司空", "单于")
)
# Persons with two surnames whom a dictionary knows.
KNOWN = frozenset({"范徐丽泰", "高金素梅"})
# What binds words to an idiom inside, and no two surnames to a name: 向阳而生, 严于律己.
BINDS = frozenset("而于以")
HAN: Final = "\u4e00-\u9fff\u3400-\u4dbf"
HAN_WORD = re.compile(f"[{HAN}]+")
NAME_TOKEN = re.compile(f"[{HAN}\u00b7·•]+")
# So many in a row are a word too long for a name, unless dots tell a foreign one.
LONG_WORD = re.compile(f"[{HAN}]{{6}}")
DOTS = re.compile("[·•]")
# Small numbers close behind a name tell where its owner works: 王敏¹.
NUMBERS: Final = "¹²³⁴⁵①②③④⑤"
# Icons may stand between names too: □ 王敏 □ 李伟; 口 is □ misread.
SEPARATORS: Final = r"\s、，,;；/&□■●○◎⊙◉◆◇◈❖♦▪▫★☆✦▲▍▌▎|丨｜│"
WORD = re.compile(rf"(?:(?!口\s)[^{SEPARATORS}{NUMBERS}])+")
NAMES_ONLY = re.compile(rf"(?:[{SEPARATORS}{HAN}\u00b7·•]|(?<=[{HAN}])[{NUMBERS}])+")


def is_name(text: str) -> bool:
    """Whether a word of two to four characters, or a foreign name with dots, could be a name."""
    if not NAME_TOKEN.fullmatch(text) or text in NOT_NAMES or COUNTED.fullmatch(text):
        return False
    if len(text) > 2 and text[-1] in DOES:
        return False
    if "·" in text or "•" in text:
        parts = re.split("[·•]", text)
        return len(text) <= 20 and all(parts) and not any(map(is_of_words, parts))
    if len(text) == LONGEST_NAME and is_idiom(text):
        return False
    if text[:2] in COMPOUND_SURNAMES:
        return 3 <= len(text) <= 4
    if text[0] not in SURNAMES:
        return False
    return len(text) in (2, 3) or (
        len(text) == 4 and text[1] in SURNAMES and text[:2] not in NOT_NAMES
    )


def is_idiom(text: str) -> bool:
    """Whether four characters are a word, or begin with one, as two surnames hardly do; words that
    begin with a surname of two characters are mostly persons: 司马相如.
    """
    if text[:2] in COMPOUND_SURNAMES or text in KNOWN:
        return text[:2] in ALSO_WORDS and is_word(text)
    return is_word(text) or is_word(text[:2]) or not BINDS.isdisjoint(text[1:-1])


def writes_sounds(text: str) -> bool:
    """Whether a word of four characters is written by those that stand for sounds: 阿依古丽."""
    sounds = len(text) == LONGEST_NAME and WRITES_SOUNDS.issuperset(text)
    return sounds and text not in NOT_NAMES and not is_two_words(text)


def is_told_name(text: str) -> bool:
    """Whether a word could be a name where something else tells that names stand there."""
    return is_name(text) or writes_sounds(text) or is_familiar(text)


def is_familiar(text: str) -> bool:
    """Whether a surname stands behind what friends put in front of it, as pen names do: 老纪."""
    return len(text) == 2 and text[0] in "老小" and text[1] in SURNAMES and not is_word(text)


def is_two_words(text: str) -> bool:
    """Whether four characters are two words, as no part of a foreign name is: 记者调查."""
    return len(text) == 4 and is_word(text[:2]) and is_word(text[2:])


def is_of_words(text: str) -> bool:
    """Whether a part of what could be a foreign name is words, as that of a column is: 记者调查,
    工运理论青年说.
    """
    cuts = range(2, len(text) - 1) if len(text) > LONGEST_NAME else ()
    return is_two_words(text) or any(has_word(text[:at]) and has_word(text[at:]) for at in cuts)


def looks_like_name(text: str) -> bool:
    """Whether a word is as long as a name, of characters that names have: where only names
    stand, no surname is too rare.
    """
    return is_name(text) or (2 <= len(text) <= 4 and bool(HAN_WORD.fullmatch(text)))


@lru_cache(maxsize=4096)
def find_names(text: str, accept: Callable[[str], bool] = is_name) -> tuple[Span, ...]:
    """Where the names on a line are, letterspaced ones whole (王　敏 is one name), or nothing.

    A line is names only when every word of it is one; at most eight of them.
    """
    if (LONG_WORD.search(text) and not DOTS.search(text)) or not NAMES_ONLY.fullmatch(text):
        return ()
    words = with_surnames(text, [Span(*found.span()) for found in WORD.finditer(text)])
    names: list[Span] = []
    for single, group in groupby(words, key=lambda word: word.end - word.start == 1):
        run = list(group)
        if single and names and is_compound(text, names[-1]) and len(run) < LONGEST_GIVEN + 1:
            names[-1] = Span(names[-1].start, run[-1].end)
        else:
            names.extend(close_up(text, run) if single else run)
    whole = all(accept("".join(text[start:end].split())) for start, end in names)
    return tuple(names) if whole and 1 <= len(names) <= 8 else ()


def with_surnames(text: str, words: Sequence[Span]) -> list[Span]:
    """The words, a surname set apart from a given name of two characters put together with it:
    王 小明.
    """
    joined: list[Span] = []
    for at, word in enumerate(words):
        apart = joined and joined[-1].end - joined[-1].start == 1 and word.end - word.start == 2
        lone = apart and not (at > 1 and words[at - 2].end - words[at - 2].start == 1)
        if lone and text[joined[-1].start] in SURNAMES and text[joined[-1].start] != WROTE:
            joined[-1] = Span(joined[-1].start, word.end)
        else:
            joined.append(word)
    return joined


def is_compound(text: str, word: Span) -> bool:
    """Whether a word is a surname of two characters: 欧阳 川."""
    return text[word.start : word.end] in COMPOUND_SURNAMES


def is_one_name(text: str, characters: list[Span]) -> bool:
    """Whether letterspaced characters are a name of four: 欧 阳 建 国, 阿 依 古 丽."""
    name = "".join(text[start:end] for start, end in characters)
    return len(name) == LONGEST_NAME and (name[:2] in COMPOUND_SURNAMES or writes_sounds(name))


def close_up(text: str, characters: list[Span]) -> list[Span]:
    """Letterspaced characters put together as names: by wider gaps, else in pairs or threes."""
    gaps = [after.start - before.end for before, after in pairwise(characters)]
    if gaps and max(gaps) > min(gaps):
        cuts = [0, *(at for at, gap in enumerate(gaps, 1) if gap > min(gaps)), len(characters)]
    elif is_one_name(text, characters):
        cuts = [0, len(characters)]
    else:
        size = 2 if len(characters) in (2, 4) else 3
        cuts = [*range(0, len(characters), size), len(characters)]
    return [Span(characters[a].start, characters[b - 1].end) for a, b in pairwise(cuts)]

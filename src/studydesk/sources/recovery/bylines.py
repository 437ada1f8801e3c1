"""A byline taken apart: the names, the staff words before them, the posts of the named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from studydesk.domain.article import Span
from studydesk.domain.surnames import COMPOUND_SURNAMES, NOT_NAMES
from studydesk.sources.recovery import signs
from studydesk.sources.recovery.chapters import is_chapter
from studydesk.sources.recovery.names import (
    HAN_WORD,
    LONGEST_NAME,
    WORD,
    find_names,
    is_name,
    is_told_name,
    looks_like_name,
    writes_sounds,
)
from studydesk.sources.recovery.running_heads import REPORTER, is_dated
from studydesk.sources.recovery.words import has_word, is_word

LONGEST_BYLINE = 40
SHORTEST_POST = 4
SHORTEST_NAME = 2
# So many characters in a row have a word among them: they are not letterspaced.
WORD_INSIDE = re.compile(f"[{signs.HAN}]{{3}}")
# Staff words that a name of any surname may follow without a space.
OF_PERSONS = re.compile(
    "(?:本报|新华社|记者|通讯员|评论员|撰稿人?|实习生|作者|执笔|讯|电|消息|文|图)[：:/]?$"
)
# The same of one character, as letterspaced lines have them: over a separator (图 文 / 王 敏), or
# two of them in front (文 图 王 敏).
PARTED_STAFF = re.compile(r"(?<!\S)[文图摄](?:\s+[文图摄])*\s*[/|丨]")
DOUBLE_STAFF = re.compile(r"\s*[文图摄]\s+[文图摄](?=\s)")
# Staff words that are letterspaced themselves: 作 者： 王 敏.
SPACED_STAFF = re.compile(
    r"\s*(?:本\s+报\s+)?(?:作\s+者|记\s+者|撰\s+文|执\s+笔|通\s+讯\s+员|评\s+论\s+员|整\s+理|译\s+者)"
    r"(?:\s*[：:/｜|丨]|(?=\s))"
)
# Who reports for a medium of any name: 江城融媒记者, 人民在线记者; no words of a sentence.
REPORTS_FOR = re.compile(
    f"(?!在|[{signs.HAN}]*(?:[的是了我你他她们做]|[这那一][位名个]|正在|当时|[老当](?:记者|通讯员)))"
    f"[{signs.HAN}]{{2,6}}(?:记者|通讯员)"
)
# The editor behind the author on one line: 作者：王敏  编辑：李伟.
EDITED = re.compile(
    f"\\s*(?:作\\s*者|撰\\s*文|文)\\s*[：:/｜|丨][^：:/｜|丨]*?(?<=[{signs.HAN}])\\s+"
    f"(?P<shot>(?:责任)?(?:编辑|责编)\\s*[：:/｜|丨]\\s*"
    f"(?P<names>[{signs.HAN} \u3000、]{{2,12}}))"
)
# Who took the pictures, behind the authors on their line: 摄影 李伟.
PHOTOGRAPHER = re.compile(
    f"(?<=[{signs.HAN}])[\\s/]+(?P<shot>(?:摄\\s*影?|图片?|绘图|制图|漫画)[\\s：:/｜|丨]+"
    f"(?P<names>[{signs.HAN} \u3000、]{{2,12}}))$"
)
# The same behind the name, where 文 stands behind those of the authors: 王敏 文 李伟 摄.
PHOTOGRAPHED = re.compile(
    f"(?<=文)[\\s；，]+(?P<shot>(?P<names>[{signs.HAN}]{{2,4}}(?:、[{signs.HAN}]{{2,4}})*"
    f"|[{signs.HAN}](?:\\s[{signs.HAN}]){{1,2}})[\\s/]*(?:摄影?|图片?|绘图?|制图|漫画))$"
)
# Names between rules or in square brackets: —王敏—, 【王敏】.
FRAMED = re.compile(
    r"\s*(?:(?P<rule>[—–－\-·]{1,2})(?P<names>[^—–－\-]+?)(?P=rule)"
    r"|[【\[［〔](?P<bracketed>[^【】\[\]［］〔〕]+)[】\]］〕])\s*"
)
# What somebody does who makes pictures: no name.
PICTURES = re.compile("摄影|供图|绘图|制图|插图|题图|漫画")
# What the words for persons end in (主持人, 译者), and what stands before a name.
PERSONS = "人者：:"
# What no name begins with: 作者是谁, 记者的话.
IN_NO_NAME = "是为的们在"
# What the names of offices end in, and hardly those of persons.
OFFICES = "部办局科站室组队"
DID = re.compile(f"{signs.DID}$")
# What the staff words of those who took the pictures have, and what those of who wrote the text.
TAKES_PICTURES = re.compile("摄|图")
WRITES = re.compile("文|报道|采|撰|整理|述|译|著|评|来信|执笔|主持|讯|电|消息|稿|作者|编|[Bb][Yy]")
# Where somebody reports from, behind the name: 发自江城, and behind a post 江城报道, too.
FROM_PLACE = re.compile(f"发自[{signs.HAN}]{{2,6}}")
REPORTS = re.compile(f"[{signs.HAN}]{{2,3}}报道")
# A letterspaced name and what its owner wrote: 王　敏　文.
SPACED_WORK = re.compile(f"[{signs.HAN}](?:\\s+[{signs.HAN}]){{1,2}}(?P<work>\\s+文)")

# Of whom an article is: what somebody is and the name, mostly with a dash in front.
ABOUT_PERSON = re.compile(
    f"(?:访(?![问谈])|记(?![者住录得忆取载]))[^，。；：？！]{{2,}}"
    f"(?:{signs.POST}|[^，。；：？！][工员长师手匠者范兵])(?P<name>[{signs.HAN}]{{2,4}})"
)


@dataclass(frozen=True)
class Byline:
    """Where on a printed line the names stand, the staff words, and the posts."""

    names: tuple[Span, ...] = ()
    staff: list[Span] = field(default_factory=list)
    posts: list[Span] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.names)


@lru_cache(maxsize=4096)
def read_byline(printed: str) -> Byline:
    """The parts of a line that names authors; no names when anything else stands on it.

    王敏 · 本报记者 王敏 通讯员 李伟 · 某大学教授 王敏
    """
    if not SHORTEST_NAME <= len("".join(printed.split())) <= LONGEST_BYLINE:
        return Byline()
    if framed := FRAMED.fullmatch(printed):
        start = framed.start("names" if framed["rule"] else "bracketed")
        names = find_names(framed["names"] or framed["bracketed"])
        return Byline(tuple(Span(start + a, start + b) for a, b in names))
    if presented := read_presented(printed):
        return presented
    if group := signs.GROUP_AHEAD.match(printed):
        return read_behind_group(printed, Span(*group.span("who")))
    beside = find_photographer(printed) or find_work(printed) or find_paper(printed)
    byline = read_byline(printed[: beside.start]) if beside else None
    if beside and byline:
        return Byline(byline.names, [*byline.staff, beside], byline.posts)
    both = DOUBLE_STAFF.match(printed) or SPACED_STAFF.match(printed)
    shown = printed[both.end() :] if both else printed
    if names := find_names(shown) or letterspaced_names(shown):
        place = len(printed) - len(shown)
        named = tuple(Span(place + a, place + b) for a, b in names)
        return Byline(named, [Span(0, place)] if both else [])
    if signs.CLAUSE.search(printed) or is_letterspaced(printed):
        return Byline()
    unbracketed = re.sub("[（）()]", "、", printed)
    staff, posts = find_posts(unbracketed)
    if not staff and not posts:
        return Byline()
    rest = list(unbracketed)
    for word in (*staff, *posts):
        rest[word.start : word.end] = "、" * (word.end - word.start)
    told = looks_like_name if staff else is_name if any_post(printed, posts) else is_no_word
    names = find_names("".join(rest), told)
    return Byline(names, staff, posts)


def read_behind_group(printed: str, group: Span) -> Byline:
    """The parts of a line on which a group stands in front of who of it wrote; no names where
    anything else stands there.
    """
    byline = read_byline(printed[group.end :])
    if not byline:
        return byline
    names, staff, posts = (
        [Span(group.end + a, group.end + b) for a, b in parts]
        for parts in (byline.names, byline.staff, byline.posts)
    )
    return Byline((group, *names), staff, posts)


def letterspaced_names(printed: str) -> tuple[Span, ...]:
    """Letterspaced names with wider gaps between them, of which one at least has a usual surname
    and the others are no words: 从　嘉  褚 春 明.
    """
    if WORD_INSIDE.search(printed):
        return ()
    words = [*WORD.finditer(printed)]
    gaps = {after.start() - word.end() for word, after in pairwise(words)}
    if len(gaps) < 2 or any(len(word[0]) > 1 for word in words):
        return ()
    names = find_names(printed, looks_like_name)
    texts = ["".join(printed[slice(*name)].split()) for name in names]
    usual = [is_name(text) for text in texts]
    others = (text for text, known in zip(texts, usual, strict=True) if not known)
    fit = any(usual) and len(texts) > 1 and max(map(len, texts)) < LONGEST_NAME
    return names if fit and not any(map(has_word, others)) else ()


def read_presented(printed: str) -> Byline | None:
    """A name and the bracket that says who that is; no byline where that names neither a post nor
    an office.
    """
    found = signs.PRESENTED.fullmatch(printed.strip())
    if not found or not is_name(found["name"]):
        return None
    if not any(signs.POST_END.search(part) for part in re.split("[、，\\s]", found["who"])):
        return None
    place = len(printed) - len(printed.lstrip())
    name, who = (Span(place + a, place + b) for a, b in map(found.span, ("name", "who")))
    return Byline((name,), [], [who])


def find_posts(printed: str) -> tuple[list[Span], list[Span]]:
    """The words of a line that say in what post somebody wrote it, and those that say who the
    authors are.
    """
    staff: list[Span] = []
    posts: list[Span] = []
    words = list(parts_of(printed))
    texts = [printed[slice(*word)] for word in words]
    around = zip(words, ("", *texts), texts, (*texts, "")[1:], strict=False)
    for word, ahead, text, below in around:
        hosts = is_host(text) or (is_host(below) and signs.COLUMN_END.search(text))
        reports = REPORTS_FOR.fullmatch(text) and is_name(below)
        does = is_word(text) and not is_name(text) and signs.STAFF.fullmatch(below)
        makes = ahead and PICTURES.fullmatch(text)
        told = hosts or reports or does or makes or signs.STAFF.fullmatch(text)
        if told or tells_place(text, staff):
            staff.append(word)
        elif is_post(text, ahead) or is_at_work(text, below) or is_reader(text, below):
            posts.append(word)
    return staff, posts


def is_post(word: str, ahead: str = "") -> bool:
    """Whether a word says what somebody is, or where: 某大学教授, 总工会研究室; what is short, only
    behind a workplace: 主席.
    """
    if is_workplace(ahead) and signs.SHORT_POST.fullmatch(word):
        return True
    told = len(word) >= SHORTEST_POST and signs.POST_END.search(word)
    return bool(told) and not is_name(word)


def any_post(printed: str, words: Sequence[Span]) -> bool:
    """Whether one of the words says what somebody is, not only which office is theirs."""
    return any(signs.POST_WORD.search(printed[slice(*word)]) for word in words)


def is_no_word(text: str) -> bool:
    """Whether a word could be a name and is no other: an office may be one of a title's words."""
    return is_name(text) and not is_word(text)


def is_reader(word: str, below: str) -> bool:
    """Whether a word says what a reader is, and a name that no word is in stands behind it."""
    told = is_name(below) and (is_compound(below) or not has_word(below))
    return told and bool(signs.READER.fullmatch(word))


def is_at_work(word: str, below: str) -> bool:
    """Whether a word says where somebody works, whose post stands behind it."""
    return is_workplace(word) and is_post(below, word)


def is_workplace(word: str) -> bool:
    """Whether a word is too long for a name, as the place ahead of an office is (宏岭煤业 工会)."""
    return len(word) >= SHORTEST_POST and bool(HAN_WORD.fullmatch(word)) and not is_name(word)


def is_host(word: str) -> bool:
    """Whether a word says in what post somebody answers the readers: 主持人：律师."""
    staff, _, post = word.partition("：")
    return staff == "主持人" and bool(signs.POST_END.fullmatch(post))


def tells_place(word: str, staff: Sequence[Span]) -> bool:
    """Whether a word says where somebody reports from, who may be named in a post ahead of it."""
    return bool(FROM_PLACE.fullmatch(word) or (staff and REPORTS.fullmatch(word)))


def find_photographer(printed: str) -> Span | None:
    """Where behind the authors a line says who took the pictures, or edited the text."""
    found = (
        PHOTOGRAPHER.search(printed) or PHOTOGRAPHED.search(printed) or EDITED.fullmatch(printed)
    )
    if not found or not find_names(found["names"].strip()):
        return None
    return Span(*found.span("shot"))


def find_work(printed: str) -> Span | None:
    """Where a line says behind a letterspaced name that its owner wrote the text."""
    found = SPACED_WORK.fullmatch(printed)
    if not found or is_word("".join(printed.split())[:-1]):
        return None
    start, end = found.span("work")
    return Span(end - len(printed[start:end].lstrip()), end)


def find_paper(printed: str) -> Span | None:
    """Where a line says behind a reporter of the paper in which and when the text was printed."""
    if not REPORTER.match("".join(printed.split())):
        return None
    for word in reversed([*WORD.finditer(printed)]):
        start = word.start() - (printed[: word.start()].endswith("《"))
        if is_dated(printed[start:]) and read_byline(printed[:start]):
            return Span(start, len(printed))
    return None


def is_letterspaced(printed: str) -> bool:
    """Whether a line is four letterspaced characters or more, of which none is a word by itself."""
    if PARTED_STAFF.search(printed):
        return False
    words = WORD.findall(printed)
    return len(words) >= LONGEST_NAME and max(map(len, words)) == 1


def parts_of(printed: str) -> Iterator[Span]:
    """The words of a line; staff words printed close to a name are words of their own."""
    for found in WORD.finditer(printed):
        word = Span(*found.span())
        whole = is_name(found[0]) or is_word(found[0])  # 文责自负
        staff = None if whole else signs.STAFF.match(found[0])
        if (
            staff
            and not signs.STAFF.fullmatch(found[0])
            and is_glued_name(staff[0], found[0][staff.end() :])
        ):
            yield Span(word.start, word.start + staff.end())
            word = Span(word.start + staff.end(), word.end)
        did = DID.search(printed, word.start, word.end)
        if did and is_worker(printed[word.start : did.start()], told=word.start > found.start()):
            yield Span(word.start, did.start())
            word = Span(did.start(), word.end)
        yield word


def is_worker(text: str, *, told: bool) -> bool:
    """Whether what is printed close to what somebody did is a name, no office (党群部供稿) and no
    word; where a staff word stands ahead, a word may be a part of it (通讯员王建国报道).
    """
    among = is_word if told else has_word
    return is_name(text) and text[-1] not in OFFICES and not among(text)


def is_glued_name(staff: str, rest: str) -> bool:
    """Whether what is printed close to a staff word is a name: with any surname behind those that
    are only said of persons, unless a word stands over the joint (文化宫的灯), and else without a
    word in it (整理衣柜, 口述安全课); or its first character, behind a colon (整理：王　敏).
    """
    among = is_word if staff[-1] in PERSONS else has_word
    if (is_name(rest) and not among(rest)) or (len(rest) == 1 and staff[-1] in "：:"):
        return True
    of_persons = OF_PERSONS.search(staff) and not is_word(staff[-1] + rest[:1])
    return bool(of_persons) and looks_like_name(rest) and rest[0] not in IN_NO_NAME


def stands_for_names(printed: str) -> bool:
    """Whether a line could be names and nothing else, were it where a byline stands."""
    text = "".join(printed.split())
    ends_otherwise = signs.COLUMN_END.search(text) or signs.POST_END.search(text)
    if text in NOT_NAMES or ends_otherwise or is_chapter(text) or signs.STAFF.fullmatch(text):
        return False
    long = [word for word in WORD.findall(printed) if len(word) == LONGEST_NAME and has_word(word)]
    a_word = any(not (is_compound(word) or writes_sounds(word)) for word in long)
    if a_word or text[0] in IN_NO_NAME or signs.BOX_LABEL.fullmatch(text):
        return False
    return bool(find_names(printed, is_told_name if is_letterspaced(printed) else looks_like_name))


def is_compound(word: str) -> bool:
    """Whether a name has a surname of two characters: 欧阳建国."""
    return word[:2] in COMPOUND_SURNAMES


def is_byline(printed: str) -> bool:
    """Whether a line as printed names the authors; what is a word between rules, as well as a name
    (—高原—), does so only under a title, and what has one in brackets (【时间轴】) nowhere.
    """
    if signs.STAFF_AUTHOR.fullmatch("".join(printed.split())) or names_institution(printed):
        return True
    if presents_person("".join(printed.split())):
        return False
    framed = FRAMED.fullmatch("".join(printed.split()))
    if framed and (is_word(framed["names"] or "") or has_word(framed["bracketed"] or "")):
        return False
    return bool(read_byline(printed).names)


def names_photographer(printed: str) -> bool:
    """Whether a line names who took the pictures, and nobody who wrote: 本报记者 王敏/图."""
    byline = Byline() if find_photographer(printed) else read_byline(printed)
    staff = "".join(printed[slice(*word)] for word in byline.staff)
    return bool(byline and TAKES_PICTURES.search(staff)) and not WRITES.search(staff)


def presents_person(text: str) -> bool:
    """Whether a line says whom an article is about: 访江城大学教授王敏, 记江城机械厂钳工李伟."""
    found = ABOUT_PERSON.fullmatch(text)
    return found is not None and is_name(found["name"]) and not is_word(found["name"])


def names_institution(printed: str) -> bool:
    """Whether a line says that an institution wrote it: 作者：江城市总工会课题组."""
    return signs.INSTITUTION.fullmatch(printed) is not None and not read_byline(printed)


def ends_in_name(printed: str) -> bool:
    """Whether a text ends in a space and a name, which may be letterspaced."""
    *before, last = printed.split() or [""]
    while len(before) > 1 and len(before[-1]) == 1 and len(last) < LONGEST_NAME:
        last = before.pop() + last
    return bool(before) and is_name(last)

"""Who is named above or below what he says: the labels and signatures (署名) of paragraphs."""

import re

from studydesk.study.cuts import ENDS
from studydesk.study.names import LENGTHS, begins_with_name, ends_behind_a_post, is_name
from studydesk.study.offices import OVER, SPEAKER
from studydesk.study.people import ASKS, LABEL, TRADE, Company, workmate
from studydesk.study.vocabulary import usual_words
from studydesk.study.who_says import DASHED, SAYS

_SPEECH = re.compile("(?:讲话|致[辞词]|发言|谈话|观点|点评|寄语)(?:$|[\\s（]|摘|节选|要点|实录)")
"""How a heading ends of which the text below is somebody's."""
_OTHER_TEXT = re.compile("记者手记|编后|编者|链接|短评|背景|延伸阅读")
"""What a heading has over what nobody says who is told of above."""
SIGNED_AT_THE_END = re.compile("(?<=[。”！？])(?:——|（|[一-龥]{2,4}（)[^。！？]{2,30}$")
"""Who signs a paragraph at its own end: …练出来的。——市总工会主席 王海."""


def another_speaks(line: str, known: Company, *, speaking: bool) -> bool:
    """Whether somebody else than a workmate speaks from a line on, up to the next who does or what
    is another text; subheadings end nothing.
    """
    label = LABEL.match(line)
    if _ANSWERS.match(line):
        return True
    if ASKS.match(line):
        return False
    if set_apart := _SET_APART.match(line):
        name = set_apart[1] or set_apart[2]
        return is_name(name) or bool(OVER.search(name))
    if not is_text(line):
        return _is_anothers(line.strip(), known, speaking=speaking)
    if label and speaks_in_turn(label[0]) and not SAYS.search(label[0]):
        return not known.has_workmate(close(label[0]).rstrip("："))
    return speaking


def _is_anothers(head: str, known: Company, *, speaking: bool) -> bool:
    """Whether what stands below a line that is no text is somebody else's than a workmate's."""
    name = close(head) if _LETTERS_APART.fullmatch(head) else head
    if is_name(name) and (len(name) == LENGTHS[0] or name[1:] not in usual_words()):
        return not known.workmate(name)
    if _names_somebody(head) or _OTHER_TEXT.search(head):
        return names_another(head)
    return speaking or bool(_SPEECH.search(head))


_LETTERS_APART = re.compile(r"[一-龥](?:\s+[一-龥])+")
_ANSWERS = re.compile("答：")
"""How an answer begins of whom only the text above may tell."""
_SET_APART = re.compile("【([^】]{2,12})】|([一-龥]{2,3})[ \u3000]{2}")
"""Who speaks, before what is said: 【李明】."""


def signs(text: str, *, last: bool) -> tuple[bool, bool]:
    """Whether a short line signs for somebody else than a workmate, and for a leader."""
    dashed = DASHED.match(text)
    words = text[dashed.end() :].strip() if dashed else text.strip()
    leads = bool(SPEAKER.search(words))
    taken = _TAKEN.match(words)
    named = (dashed and is_name(words)) or (taken and begins_with_name(words[taken.end() :]))
    by = leads or OVER.search(words) or named or names_another(words)
    signed = bool(by) and bool(dashed or last or words[:1] in "（(")
    return signed, signed and leads


_TAKEN = re.compile("[（(]?[摘选引]自")
"""How a line begins that says what the words above are taken from."""


def speaks_in_turn(label: str) -> bool:
    """Whether what stands before a colon is somebody, and no heading of usual words."""
    words = label.partition("：")[0]
    told = OVER.search(words) or _ONE_SPEAKS.search(words)
    if told or ends_behind_a_post(words) or workmate(words):
        return True
    heads = _of_usual_words(words) or _ITEM.match(words)
    return is_name(words) or (len(words) in (*LENGTHS, 5) and not heads)


_ONE_SPEAKS = re.compile(f"{TRADE}们?$|[·（]|^[A-Z]$")
_ITEM = re.compile(
    "[第其之一二三四五六七八九十]|.*[两二三四五六七八九十几][个项种条处点件样]|.*[两二三四五六七八九十几].$|[^，]*[是为有的了]$"
)


def _of_usual_words(words: str) -> bool:
    return not words or any(
        words[:size] in usual_words() and _of_usual_words(words[size:])
        for size in range(2, len(words) + 1)
    )


def names_another(line: str) -> bool:
    """Whether a short line is the name of somebody with what he is, who is no workmate."""
    other = OVER.search(line) or not (re.search(TRADE, line) or _REPORTS.search(line))
    return bool(other) and _names_somebody(line)


def _names_somebody(line: str) -> bool:
    parts = [part for part in _BETWEEN.split(line) if part]
    names = [part for part in parts if is_name(part) or "·" in part]
    by_name = 0 < len(names) < len(parts) and not _PICTURED.search(line)
    return (by_name or ends_behind_a_post(line)) and not _TELLS.search(line)


_REPORTS = re.compile("记者|通讯员|文\\s*[/／]")
"""How a byline tells who reports, and says nothing of his own."""
_PICTURED = re.compile("图\\s*[/／]|摄(?:影|$)")
"""What a line has that tells whose a picture is."""
_BETWEEN = re.compile(r"[\s，、（）()【】□■●○]+")
_TELLS = re.compile("[进到走来抓当为做建让把在]|^[（(]?[一二三四五六七八九十\\d]+[、.．）)]")
"""What a heading has, and no name with a post."""


def is_text(line: str) -> bool:
    """Whether a line ends as sentences do, and names or heads nothing."""
    return line.rstrip().rstrip("”’）")[-1:] in (*ENDS, "：", "；", "，")


_BLANKS = re.compile("(?<=[一-龥])[ \u3000]+(?=[一-龥])")


def close(text: str) -> str:
    """A text without the blanks inside names: 王 海."""
    return _BLANKS.sub("", text)

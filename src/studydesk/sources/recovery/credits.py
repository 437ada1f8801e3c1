"""Lines about the page and its pictures: who made it, how to reach them, who took and drew what."""

import re
from typing import Final

from studydesk.sources.recovery.names import find_names, is_name
from studydesk.sources.recovery.signs import HAN, JOB, PAPER, RANK
from studydesk.sources.recovery.words import is_word

# What those who make a page do there.
EDITS: Final = (
    "(?:(?:本版|本期|今日|值班|执行|责任|首席|见习|新媒体)*(?:总编辑|主编|编辑|责编|图编|文编|编务|编委|编审|主任|美编|视觉|版式|"
    "版面|组版|制版|排版|校对|检校|审校|审核|审读|终审|[一二三]审|监制|统筹|策划|组稿|制图|绘图|设计)(?:设计|总监|编辑)?)"
)
LINE_CREDIT = re.compile(
    "(?:本版|本期|版面)?(?:责任|执行|值班|文字|图片|美术)?(?:编辑|责编|策划|制图|版式(?:设计)?|美编|校对|摄影|绘图|"
    "组稿|整理|统筹|视觉|图表|插图|题图|配图|漫画|制表|设计|供图|资料|数据来源|资料来源|图片来源|审核|监制)"
    "(?:[/、・·](?:编辑|策划|制图|整理|摄影|文字|设计|绘图))*[：:/丨｜|][^。，]{1,30}"
    "|(?:来源|剪辑|供稿)[丨｜|][^。，]{1,30}|来源[：:][^，。；]{1,24}"
)
# Before this bar titles have what they show as well: 视频丨老师傅一手绝活传给徒弟.
SHOWN = re.compile(
    "\\s*(?:图片|文字|视频|海报|摄影|视觉|漫画|图表|插图|题图|配图|策划|资料|设计|整理)"
    "[ \t\u3000]*[丨｜|]"
    f"[ \t\u3000]*(?:{PAPER}?{RANK}?{JOB}[ \t\u3000：:]*)?(?P<who>.+)"
)
SENDERS = re.compile(
    "新华社|中新社|视觉中国|人民视觉|东方IC|图虫创意|受访者|主办方|资料(?:图片|照片)|新华网|人民网|中新网|中工网"
    f"|央视新闻|本[报刊网台]|[{HAN}]{{2,6}}(?:日报|晚报|午报|时报|晨报|工人报|青年报)"
)
# That several reported it: 本报综合报道.
REPORTED_TOGETHER = re.compile("(?:本报|本刊|本网)?(?:综合|联合)报道")
# The same said in a sentence without a full stop, which stands alone: 本版照片均由…提供.
PICTURE_CREDIT = re.compile(
    "(?:以上|本版|本文|文中|本组)?(?:图片|照片|插图|题图|配图|图表)(?:除[^。，]{2,8}外，?)?均?(?:由|为|系)[^。，]{2,30}"
    "(?:提供|摄影?|供图|绘制?|制作|制图|生成)|(?:本版|本组|文中)?(?:图片|照片|插图|配图)均?(?:为|系)?资料(?:图片|照片)"
)
WHOSE: Final = (
    f"(?:资料(?:图片|照片)|(?:新华社|中新社|本报|视觉中国)发(?:[（(][{HAN} \u3000]{{2,8}}摄[）)])?"
    "|(?:(?:本报)?(?:特约|见习)?(?:记者|通讯员))?"
    f"[ \t\u3000]*[{HAN}][{HAN} \u3000]{{1,5}}[ \t\u3000/]*(?:摄影?|供图))"
)
# What a picture shows, and whose it is.
PICTURE_TEXT = re.compile(
    f".{{6,70}}?(?:[。！”]|[ \t\u3000])[ \t\u3000]*(?:{WHOSE}|[（(]{WHOSE}[）)])"
)
TAKEN = re.compile("(?:摄影?|供图)[）)]*$")
# Words of a letterspaced line have no more characters: 本 版 编 辑　郁 青.
LONGEST_LETTERSPACED = 1
# A gap as wide as this tells no more than a narrower one, and is slow to read.
WIDE_GAP = re.compile("[ \t\u3000]{4,}")
TAKEN_BY = re.compile(
    f"(?:[。！”（(\\s]|记者|通讯员)\\s*([{HAN}]{{2,4}}|[{HAN}][ \\u3000]+[{HAN}])[ \\t\\u3000/]*"
    "(?:摄影?|供图)[）)]*$"
)
# Whose it is, and nothing else: 新华社记者 王敏 摄, 王敏作（新华社发）, 视觉中国供图. What only
# ends like it (安全工作, 高处拍摄) has no post, no space before the verb, and nobody who sends it.
WHO_MADE: Final = f"(?P<names>[{HAN}]{{2,4}}(?:[ 、\u3000][{HAN}]{{2,4}}){{0,2}})"
SENT: Final = "(?:[（(][^（）()]{2,8}[）)])?"
PICTURE_BY = (
    re.compile(
        f"(?:{PAPER}|{RANK}|{JOB})*[ \t\u3000]*(?P<names>[{HAN}][{HAN} 、\u3000]{{1,8}}?)"
        f"(?<![拍统])(?<![拍统][ \u3000])[ \t\u3000/]*(?:摄|供图){SENT}"
    ),
    re.compile(
        f"(?:{PAPER}|{RANK})*{JOB}[ \t\u3000]+{WHO_MADE}[ \t\u3000/]*(?:摄影|绘制?|作|制图)"
    ),
    re.compile(f"{WHO_MADE}[ \t\u3000/]+(?:摄影|绘制?|作|制图){SENT}"),
    re.compile(f"(?:摄影|摄|供图|图片|制图|漫画|插图|绘图)[ \t\u3000：:/｜|丨]+{WHO_MADE}"),
    re.compile(f"{WHO_MADE}(?:摄影|绘制?|作|制图)[（(][^（）()]{{1,7}}发[）)]"),
)
# The same close to the name, without white space, as cartoons are signed: 徐骏作.
SIGNED_PICTURE = re.compile(
    f"[（(]?(?P<names>(?!.*[之而为手])[{HAN}]{{2,3}})(?:作|绘|摄影|制图)[）)]?"
)
AGENCY = re.compile(
    "[（(]?(?:(?:[A-Z]{2,4}|视觉中国|人民视觉|东方IC|图虫创意|新华社|中新社|受访者|主办方)供图|(?:本报)?资料(?:图片|照片)"
    f"|(?:文?图片?|照片|摄影|视频)[/／｜|丨：:](?:{SENDERS.pattern})(?:提供|供图|发)?)[）)]?"
)
# Each of these has one of these characters.
MADE = re.compile("[摄图绘作漫]")
# One editor, without a colon before the name: 责编 赵强.
EDITOR = re.compile(
    "(?:本版|本期|值班|执行)?"
    "(?:(?:责任编辑|责编)[ \t\u3000]*"
    "|(?:编辑|美编|校对|检校|监制|统筹|组版|版式|主编|视觉|插图|题图|漫画)[ \t\u3000]+)"
    "(?P<name>.+)"
)
EDITS_PART = re.compile(
    f"[□■●]?{EDITS}(?P<colon>[：:/|丨])?(?P<names>[{HAN}]{{2,4}}?(?:、[{HAN}]{{2,4}}?){{0,2}}?)"
    f"(?=[□■●]?{EDITS}|电|邮|投稿|信箱|热线|传真|[^{HAN}]|$)"
)
# How to reach them: 投稿邮箱：…; E-mail：…; 电话：（010）….
CONTACT = re.compile(
    "(?:[^，。；：！？]{0,8}(?:(?:邮箱|信箱|热线|电话|传真|网址|邮编|来稿请[寄发]|[Ee]-?[Mm]ail|QQ)[：:][!-~、—－（）]{3,60}"
    "|(?:微信号|公众号)[：:][^，。；！？]{2,30})(?:[（(][^（）()]{0,40}[）)])?){0,6}"
)
# The same in figures and addresses, where a colon may be missing: 版面热线（0371）55890127, and
# before an address any word: 来稿请寄 theory@example.cn.
NUMBER_TO_CALL = re.compile(
    f"(?:[{HAN}]{{0,4}}(?:热线|电话|传真|信箱|邮箱)[：:]?[（(]?[\\dXx*×（）()—－-]{{6,20}}"
    f"|[{HAN}]{{0,8}}[：:]?[A-Za-z\\d_.+-]{{1,30}}@[A-Za-z\\d_.-]{{4,30}}){{1,4}}"
)
# What either has, whatever is told.
REACHED = re.compile("[：:\\dXx*×（）()—－@-]")
# Who asks and who answers in a box of questions: 读者 小何, 解答人：某律师事务所律师 王敏.
ASKED = re.compile(
    f"读者[ \t\u3000]+(?P<name>[{HAN}]{{2,3}})"
    "|(?:解答|答复|回复)(?:人|律师|专家|嘉宾|单位)[：:][^，。]{2,40}"
)
# What is a credit where a line says nothing else.
WHOLE_LINES = (LINE_CREDIT, PICTURE_CREDIT, AGENCY, REPORTED_TOGETHER)


def is_credit(printed: str, *, is_heading: bool = False) -> bool:
    """Whether a line tells who made the page, or whose pictures it has."""
    text = "".join(printed.split())
    if shown := SHOWN.fullmatch(printed):
        return not is_heading and names_sender(shown["who"].strip())
    if any(sign.fullmatch(text) for sign in WHOLE_LINES):
        return True
    if asked := ASKED.fullmatch(printed):
        return not (asked["name"] and is_word(asked["name"]))
    printed = WIDE_GAP.sub("   ", printed)
    if PICTURE_TEXT.fullmatch(printed):
        by = TAKEN_BY.search(printed)
        return bool(by and find_names(by[1])) or not TAKEN.search(printed)
    if max(map(len, printed.split())) <= LONGEST_LETTERSPACED:
        spaced = EDITS_PART.fullmatch(text)
        return spaced is not None and is_name(spaced["names"])
    editor = EDITOR.fullmatch(printed)
    return editor is not None and bool(find_names(editor["name"]))


def names_sender(printed: str) -> bool:
    """Whether words are nothing but an agency or the names of persons."""
    words = printed.split()
    names = bool(find_names(printed)) and not any(map(is_word, words))
    return names or bool(SENDERS.fullmatch("".join(words)))


def names_picture_maker(printed: str) -> bool:
    """Whether a line names who took or drew a picture, and says nothing else."""
    if not MADE.search(printed):
        return False
    made = (form.fullmatch(printed) for form in PICTURE_BY)
    names = (found["names"].strip() for found in made if found)
    if any(find_names(name) and not is_word(name) for name in names):
        return True
    signed = SIGNED_PICTURE.fullmatch("".join(printed.split()))
    return signed is not None and is_signature(signed["names"], signed.string)


def is_signature(name: str, text: str) -> bool:
    """Whether a name stands close to what somebody did, and no word over the joint (合作)."""
    joint = text[text.index(name) + len(name) - 1 :][:2]
    return is_name(name) and not (is_word(name[:2]) or is_word(joint))


def is_imprint(text: str) -> bool:
    """Whether a line, without white space, names those who made the page, each behind what they
    do, and says how to reach them.
    """
    if not (EDITS_PART.match(text) or REACHED.search(text)):
        return False
    at = count = 0
    unnamed = 0  # one may have a pen name, where the line also says how to reach them
    while found := EDITS_PART.match(text, at):
        if count > unnamed and NUMBER_TO_CALL.fullmatch(text, at):
            return True
        unnamed += not (found["colon"] or is_name(found["names"].split("、")[0][:4]))
        count, at = count + 1, found.end()
    if unnamed > (at < len(text)) or 0 < count == unnamed:
        return False
    if NUMBER_TO_CALL.fullmatch(text, at):
        return True
    told = count > 1 or at < len(text) or "：" in text or ":" in text
    return told and bool(CONTACT.fullmatch(text, at))

"""Whether quoted words stand alone: a question that quotes 各位怎么看 or 另一半在哪里 leaves those
who hear it to ask what is meant; and whether a question in a text waits for an answer at all.
"""

import re

_POINTER = (
    "[这那](?!儿|里人|辈子|样[一-龥]|么[一-龥])|(?<![因如彼从至])此(?!外)|(?<![尤与极])其(?![他它实中余次])"
    "|(?<![应就还又也])该(?![怎由不找做干去有说谁是])|上述|另[一外]|[前后两]者|(?<!其)[他她它](?!山)|各位|诸位|在座"
)
_POINTS_AWAY = re.compile(f"[^，；：。]{{0,5}}?(?:{_POINTER})")
"""What begins with a word for something that only other sentences name."""
_SO = re.compile("[这那](?:样|么|般)(?:[？，。]|$)")
_COUNT_ALONE = re.compile(
    r"[\d一二两三四五六七八九十百几]+[项个条件次样点种](?:的(?:时候|情况|情形|那)|$|[，？都也])"
)
"""37项的时候: a number, and of what is told elsewhere."""
_CAUSE_OF_NOTHING = re.compile(
    "(?:那么|可|但)?，?(?:(?:症结|毛病|难处|道理|门道|原因|病根|根子|问题|出路|关键|答案|奥秘|秘诀|差距|区别|办法)(?:究竟|到底)?(?:在哪|在何|何在|是什么|出在|在什么)"
    "|(?:为何|为什么|怎么|凭什么)(?:不|没|还|又|会|要|就|只))"
)
"""症结在哪里, 为何不高一些: without what it is about."""
_RHETORICAL = re.compile(
    "难道|岂|何尝|何必|何苦|何曾|何须|谁不|谁[能敢肯]不|谁又|怎[能会可]|怎么[能会可敢]|怎不|哪有|哪[能会](?![些个])|哪里[能会有](?!的)|哪还|又有[谁何]|[有能][几多][个少].*[敢愿肯能会]"
)


def stands_alone(words: str, *, answered_by_name: bool = False) -> bool:
    """Whether those who hear words between quotation marks know what they are about."""
    heard = re.sub("[“‘”’]", "", words)
    away = _POINTS_AWAY.match(heard) or _SO.search(heard) or _COUNT_ALONE.match(heard)
    addressed = re.match("[您你]", heard) and not answered_by_name
    return not (away or addressed or _CAUSE_OF_NOTHING.match(heard))


def rhetorical(words: str) -> bool:
    """Whether a question only says the contrary with force, and waits for no answer."""
    return bool(_RHETORICAL.search(words))


_NOUNLESS = re.compile("[一-龥]{1,2}的(?:[也都就更还是，]|要(?![害点素求])|$)")
_SIGN = re.compile("[^一-龥A-Za-z0-9]")
_ENOUGH = 4
"""Characters of what says something by itself."""


def nounless(words: str) -> bool:
    """Whether words begin with 软的也 or 老的要: of what, only the text beside them says."""
    return bool(_NOUNLESS.match(words))


def says_enough(words: str) -> bool:
    """Whether words are more than a scrap such as 猜对了."""
    return len(_SIGN.sub("", words)) >= _ENOUGH

"""Claims of an author that can be asked about: what something is not, what it is better than,
what it rests on. The words that name it are always among those that are quoted.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import NOBODY, Sentence, quotable
from studydesk.study.vocabulary import any_of

_HEAD = "(?:^|(?<=[，。；：]))"
_OPEN = "(?:^|(?<=[。；]))"
_END = "(?=[，。；])"
_UNCLEAR = re.compile(
    "[他她我你它这那其此]|^(?:有时|往往|但|而|所以|因此|于是|可见|也|就|便|却|又|当|正如|如同|好比|比如|例如|使|让|把)"
)
"""Words that a claim needs others for, or that begin with what only joins it to them."""
_SLOGAN = "行稳致远|深入人心|双轮驱动|入脑入心|落地生根|生根发芽"
_REFUSED = re.compile(f"{any_of('weighty')}|{any_of('disputed')}|{_SLOGAN}")
_CLAIMS: Sequence[tuple[str, re.Pattern[str], float]] = (
    (
        "contrast",
        re.compile(
            f"{_HEAD}(?P<who>[^，。；：]{{2,12}}?)，?(?:不是|并非|不在于)[^，。；]{{2,20}}，?(?:而是|而在于)"
            f"[^，。；]{{4,24}}{_END}"
        ),
        2.6,
    ),
    ("contrast", re.compile(f"{_HEAD}[^，。；：]{{2,12}}不等于[^，。；：]{{2,16}}{_END}"), 2.5),
    (
        "contrast",
        re.compile(
            f"{_HEAD}[^，。；：]{{2,12}}不是[^，。；：]{{2,10}}，[^，。；：]{{2,12}}才是(?=[。；])"
        ),
        2.5,
    ),
    (
        "contrast",
        re.compile(
            f"{_HEAD}[^，。；：]{{3,14}}(?:只是|不过是)[^，。；]{{2,10}}，[^，。；：]{{2,12}}才(?:是|能|算)"
            f"[^，。；]{{2,10}}(?=[。；])"
        ),
        2.5,
    ),
    (
        "contrast",
        re.compile(f"{_HEAD}[^，。；：]{{3,18}}并?不难，难的?(?:是|在)[^，。；]{{3,18}}(?=[。；])"),
        2.5,
    ),
    (
        "better",
        re.compile(f"{_HEAD}[^，。；：]{{3,16}}，?(?:胜过|好过|强过)[^，。；：]{{3,18}}(?=[。；])"),
        2.6,
    ),
    (
        "better",
        re.compile(f"{_HEAD}宁可[^，。；：]{{3,18}}，也要[^，。；]{{3,20}}(?=[。；])"),
        2.6,
    ),
    (
        "only",
        re.compile(
            f"{_HEAD}没有[^，。；：就没]{{2,16}}，就(?:没有|谈不上|不会有|难有)[^，。；没]{{2,16}}(?=[。；])"
        ),
        2.3,
    ),
    (
        "if",
        re.compile(
            f"{_HEAD}[^，。；：]{{2,14}}(?:若|如果|一旦)[^，。；：]{{3,14}}，(?:便|就)[^，。；：]{{4,18}}(?=[。；])"
        ),
        2.2,
    ),
    (
        "if",
        re.compile(
            f"{_HEAD}[^，。；：越]{{2,12}}越[^，。；：越]{{1,8}}(?:、越[^，。；：、越]{{1,8}}){{0,2}}"
            f"(?:，[^，。；：越]{{0,10}}越[^，。；越]{{1,10}}){{1,2}}{_END}"
        ),
        2.2,
    ),
    ("if", re.compile(f"{_HEAD}[^，。；：]{{4,14}}离不开[^，。；：、]{{4,18}}(?=[。；])"), 2.0),
    (
        "then",
        re.compile(
            f"{_OPEN}[^，。；：]{{3,22}}，[^，。；：才]{{0,8}}才(?:能够?|会|有|算|是|叫|谈得上|立得住|留得|站得|经得|拿得|扛得|走得"
            f"|肯|愿意|敢|真正|够|更)[^，。；]{{2,20}}(?=[。；])"
        ),
        2.2,
    ),
    (
        "then",
        re.compile(
            f"{_OPEN}[^，。；：]{{3,16}}，[^，。；：就便]{{0,6}}(?:就|便)(?:会|能|可以|难|谈不上|无从|不会|不能|没有|有了?|成了|是|像|等于)"
            f"[^，。；]{{2,18}}(?=[。；])"
        ),
        2.0,
    ),
    (
        "then",
        re.compile(
            f"{_OPEN}没有[^，。；：]{{2,14}}，[^，。；：就]{{2,8}}(?:就会|就|便|将|难以|无法)[^，。；]{{2,12}}(?=[。；])"
        ),
        2.2,
    ),
    (
        "contrast",
        re.compile(
            f"{_HEAD}(?P<who>[^，。；：]{{2,14}}?)，?(?:靠的|凭的|比的|看的|拼的|缺的|怕的|难的)(?:从来|并|也|往往)?不(?:只)?是[^，。；]{{2,16}}，"
            f"(?:而是|是)[^，。；]{{2,22}}{_END}"
        ),
        2.5,
    ),
    (
        "contrast",
        re.compile(
            f"{_HEAD}[^，。；：]{{2,14}}，?(?:不能|不应|不该|不宜|不要)?(?:只|光|单)?(?:不看|看|在)[^，。；]{{2,16}}，而(?:要|该|应|应当|只)?(?:看|在)"
            f"[^，。；]{{3,22}}{_END}"
        ),
        2.4,
    ),
    (
        "contrast",
        re.compile(
            f"{_HEAD}[^，。；：]{{2,10}}看似[^，。；]{{2,14}}，(?:实则|其实|却)[^，。；]{{3,18}}{_END}"
        ),
        2.3,
    ),
    (
        "contrast",
        re.compile(
            f"{_HEAD}[^，。；：]{{2,12}}，?不在于?[^，。；]{{1,14}}，(?:而)?在于?[^，。；]{{2,18}}{_END}"
        ),
        2.4,
    ),
    (
        "contrast",
        re.compile(
            f"{_HEAD}[^，。；：]{{2,12}}，?不是[^，。；]{{2,10}}，是[^，。；]{{2,14}}{_END}"
        ),
        2.4,
    ),
    (
        "contrast",
        re.compile(f"{_HEAD}(?![应要可须])[^，。；：不、]{{4,14}}，而不是[^，。；]{{3,14}}{_END}"),
        2.3,
    ),
    (
        "neither",
        re.compile(
            f"(?<=[，。；：要能老傅工])既不能[^，。；]{{3,18}}，(?:也|更)不能[^，。；]{{3,22}}{_END}"
        ),
        2.4,
    ),
    ("contrast", re.compile("(?<=：)不是[^，。；]{3,18}，而是[^，。；]{4,22}(?=。)"), 2.4),
    (
        "rather",
        re.compile(
            "(?<=[，是要应妨])少一[些点份][^，。；]{2,14}，多一[些点份][^，。；]{2,14}(?=[。；])"
        ),
        2.3,
    ),
    (
        "if",
        re.compile(
            f"{_HEAD}[^，。；：就]{{2,14}}[多少早晚]一[分点些份天步][^，。；：]{{1,10}}，[^，。；：]{{0,8}}就?[多少早晚]一[分点些份天步]"
            f"[^，。；：]{{1,12}}{_END}"
        ),
        2.2,
    ),
    (
        "then",
        re.compile(
            f"{_OPEN}[^，。；：]{{2,12}}了，[^，。；：]{{1,10}}就[^，。；]{{1,8}}了(?=[。；])"
        ),
        2.0,
    ),
    (
        "more",
        re.compile(
            f"{_HEAD}[^，。；：]{{2,14}}，?(?:不只|不仅|不单|不光|不止)(?:是|在|要|靠)[^，。；]{{2,18}}，(?:更|还|也)(?:是|在|要|靠)"
            f"[^，。；]{{3,22}}{_END}"
        ),
        2.4,
    ),
)
_STORY = re.compile(
    "[0-9〇]|[去今明昨前当那这][年天日晚时次]|后来|曾|当时|那时|一天|有一次|起初|最初|就是要|刚|直到|终于|说：|先生|女士|小[\u4e00-\u9fff]，|老[\u4e00-\u9fff]，"
    "|第[一二三]|记者|下[午班]|[早晚]上|凌晨|半夜|[一两几]秒|[前后]者|归根到底|往往就是|^一[位口]|小时|分钟|发现|看见|见到|笑|吗|近年|随着|由于|因为|[她他我你]"
)
"""What tells of what happened once: no claim."""
_NOT_LIVED = re.compile(
    "待遇|津贴|收入|工资|薪|^有时|看似|最初|疗休养|维权|不签|争议|劳动关系|奋斗|不妨|干部|失望|没用|机构"
)
"""What nobody is asked to show by what happened beside them."""


def claims(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What an author says something is not, is better than, or comes to nothing without."""
    for sentence in parts:
        if sentence.political or not sentence.whole:
            continue
        for structure, pattern, worth in _CLAIMS:
            for match in pattern.finditer(sentence.text):
                who = match.groupdict().get("who", "")
                if structure == "contrast" and "不只是" in match[0].replace("再", ""):
                    continue
                alone = sum(part.paragraph == sentence.paragraph for part in parts) < 2
                told = alone or _STORY.search(sentence.text) or "，就是" in match[0]
                if structure == "then" and told:
                    continue
                unfit = _UNCLEAR.search(match[0]) or _REFUSED.search(match[0]) or NOBODY.search(who)
                if quotable(match[0]) and not unfit:
                    yield within(structure, sentence, *match.span(), worth)
                    if structure != "neither" and not _NOT_LIVED.search(match[0]):
                        yield within("lived", sentence, *match.span(), 0.9)

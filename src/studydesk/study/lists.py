"""Numbered lists in a passage: 一是…二是…, 第一，…第二，…, with what they list."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from studydesk.domain.passage_names import chinese_number
from studydesk.study.find import Find
from studydesk.study.list_items import announces_more, contents, counted, goes_on
from studydesk.study.sentences import Clause, Sentence, balanced, before, beside, clauses
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import political

_NUMERALS = "一二三四五六七八九十"
_DIGITS = "123456789"
_SERIES = (
    re.compile(rf"(?<![\w])第([{_NUMERALS}])，"),
    re.compile(rf"(?:^|(?<=[。；，：\n]))([{_NUMERALS}])[是要](?![\w]?级)要?"),
    re.compile(rf"(?<![\w])其([{_NUMERALS}])，"),
    re.compile(rf"(?:^|(?<=[。；，：？\n]))([{_NUMERALS}])则(?![消新故通])"),
    re.compile(rf"(?m)^（?([{_NUMERALS}])[、）]"),
    re.compile(r"(?m)^（?([1-9])[.．、）](?!\d)"),
    re.compile(
        rf"(?:^|(?<=[。；\n]))[^，。；：\n]{{0,6}}第([{_NUMERALS}])(?:[重道个步层关条点张招件项样处笔]|方面)(?:[关账坎坡课功难槛])?"
        "(?:就?是|叫|，|：)"
    ),
    re.compile(
        rf"(?:^|(?<=[。；\n]))第([{_NUMERALS}])[种类](?:倾向|误区|毛病)?，?(?:就?是|，|：)"
        "(?![^，。；]{0,10}(?:人|师傅|徒弟)[，。；])"
    ),
)
"""How the items of a list are numbered; the first group is the numeral."""

_OF_A_KIND = re.compile(rf"(?:^|(?<=[。；\n]))[^，。；：\n]{{2,4}}之([{_NUMERALS}])(?:是|，|：)")
"""卡点之一是…: counted by what they are."""

_STEPS = re.compile(
    r"(?:^|(?<=[。；\n]))(?:[^，。；：\n首先其再还最另]{2,9}，?)?"
    r"(首先|先(?=[要得])|其次|再次|再(?=[要得])|[还更](?=[要得])|最后|另?一方面)(?:，|要(?!求)|是|在于|得(?!到)|应[当该]?|(?=[难卡差错贵重]在))"
)
_FIRST, _LAST = ("首先", "先", "一方面"), ("最后", "另一方面")


def lists(
    text: str, parts: Sequence[Sentence], found_runs: Sequence[Sequence[Clause]]
) -> Iterator[Find]:
    """The lists among the runs of a passage that begin with their first item, in the words of
    their items; one that is built in several ways is told once. Of several only those with a
    name are told.
    """
    told: dict[int, str] = {}
    found = [f for run in found_runs for f in _list(text, run, parts)]
    found = [f for f in found if told.setdefault(f.end, f.words) == f.words]
    headings = sum(not part.paragraph for part in parts)
    heads = [head.end() for head in _PARAGRAPH.finditer(text)]
    for one in found:
        counted = one.more["counted"]
        announced = len(found) == 1 and counted in one.sentence.text
        several = len(found) > 1 or headings > 1 or _of_another(text, heads, one)
        if not (several and counted.endswith("点")) or announced:
            yield one


_PARAGRAPH = re.compile(rf"(?m)^(?:[第其][{_NUMERALS}]，|（?[{_NUMERALS}][、）是])")


def _of_another(text: str, heads: Sequence[int], one: Find) -> bool:
    """Whether paragraphs beside a list are numbered too, with their first words at `heads`: it only
    unfolds one point of theirs.
    """
    keys = tuple(one.more["keys"].split("；"))
    others = (head for head in heads if not text.startswith(keys, head))
    return next(islice(others, 1, None), None) is not None


def runs(text: str, parts: Sequence[Sentence]) -> Iterator[list[Clause]]:
    """What may be lists: the items that are numbered one behind the other, whatever they are."""
    heard = [clause for part in parts for clause in clauses(part)]
    yield from _steps(text, heard)
    yield from _parted(parts, heard)
    for series in (*_SERIES, _OF_A_KIND):
        run: list[Clause] = []
        for match in series.finditer(text):
            ordinal = int(match[1]) - 1 if match[1] in _DIGITS else _NUMERALS.index(match[1])
            if ordinal == 0 or ordinal != len(run):
                yield run
                run = []
            if ordinal != len(run):
                continue
            key = _key(match.end(), heard)
            if key is None:
                run = []
                continue
            run.append(key)
        yield run


def _steps(text: str, heard: Sequence[Clause]) -> Iterator[list[Clause]]:
    """首先…其次…再次…最后…, as far as it goes, or 一方面…另一方面…."""
    run: list[Clause] = []
    for match in _STEPS.finditer(text):
        if match[1] in _FIRST:
            yield [] if run and goes_on(text, run[-1]) else run
            run = []
        key = _key(match.end(), heard)
        if key is None or (match[1] not in _FIRST and not run):
            run = []
            continue
        run.append(key)
        if match[1] in _LAST:
            yield run
            run = []
    yield [] if run and goes_on(text, run[-1]) else run


_MODAL = re.compile(
    "(?!既)[^，。；：“”]{0,8}?(?:还|也|更|再)?(?P<modal>可以|应当|应|要|能)(?![求素点])"
)
_LEAST = 3
"""Stretches of a sentence that make a row by nothing but their semicolons."""


def _parted(parts: Sequence[Sentence], heard: Sequence[Clause]) -> Iterator[list[Clause]]:
    """工会可以…；可以…；还可以…: one behind the other in a sentence, by the same word."""
    for sentence in parts:
        heads, low = [], 0
        for stretch in sentence.text.split("；"):
            heads.append((low, _MODAL.match(stretch)))
            low += len(stretch) + 1
        modals = {head["modal"] if head else "" for _, head in heads}
        if len(heads) >= _LEAST and len(modals) == 1 and "" not in modals:
            ends = [sentence.start + low + head.end() for low, head in heads if head]
            keys = [_key(end, heard) for end in ends]
            yield [key for key in keys if key] if all(keys) else []


def _key(at: int, heard: Sequence[Clause]) -> Clause | None:
    """The words that name an item of a list: its first clause."""
    place = bisect_right(heard, at, key=lambda clause: clause.end)
    if place == len(heard) or not heard[place].sentence.start <= at:
        return None
    clause, sentence = heard[place], heard[place].sentence
    start = max(clause.start, at)
    while start < clause.end and sentence.text[start - sentence.start] in "是它":
        start += 1  # 第一，是…
    words = sentence.text[start - sentence.start : clause.end - sentence.start]
    quoted = words[:1] + words[-1:] == "“”" and words.count("“") == 1
    words = words.strip("“”") if quoted else words
    return Clause(start + quoted, clause.end - quoted, words, sentence)


def _list(text: str, run: Sequence[Clause], parts: Sequence[Sentence]) -> Iterator[Find]:
    if len(run) < 2 or not all(map(_fine, run)) or not _alike(run) or announces_more(run, parts):
        return
    if any(key.sentence.political or political(key.text) for key in run) or _led(run, parts):
        return
    first, last = run[0], run[-1]
    said = contents(text, run, parts)
    unfolded = [_as_it_stands(text, k, words) for k, words in zip(run, said, strict=True) if words]
    whole = "；".join(unfolded) if len(unfolded) == len(run) else ""
    keys = "；".join(key.text for key in run)
    called = counted(run, parts)
    led = lead(run, parts)
    yield Find(
        "list",
        first.start,
        first.end,
        first.text,
        first.sentence,
        {
            "first": first.text,
            "last": last.text,
            "counted": called,
            "one": f"一{called.lstrip(_NUMERALS + '两')[:1]}",
            "keys": keys,
            "points": whole or keys,
            **({"contents": whole, "row" if len(run) > 2 else "pair": whole} if whole else {}),
            **({"named": whole} if whole and len(run) > 2 and called[-1] != "点" else {}),
            **(
                {"to_do": "yes"}
                if _OWN.search(whole) and all(_TO_DO.match(key.text) for key in run)
                else {}
            ),
            **({"near": "yes"} if whole and len(run) > 2 and _near(run, parts) else {}),
            **({"lead": led[0], "head": f"头一{led['unit']}"} if led else {}),
        },
        worth=3 + len(run) / 10,
        setting=keys,
    )


def _near(run: Sequence[Clause], parts: Sequence[Sentence]) -> bool:
    """Whether the paragraph of a list, or the one before it, is about a workshop or its union."""
    paragraph, at = run[0].sentence.paragraph, bisect_left(parts, run[0].sentence.start, key=_start)
    led = before(parts, run[0].start)
    own = (*led, *beside(parts, at))
    near = "".join(part.text for part in own if 0 <= paragraph - part.paragraph < 2)
    told_of = "".join(part.text for part in led)
    return bool(_WORKSHOP.search(near)) and not _TRAITS.search(told_of[-_LED_IN:])


def _start(part: Sentence) -> int:
    return part.start


_OWN = re.compile("班组|车间|师傅|徒弟|工友|现场")
_WORKSHOP = re.compile("(?<!总)工会|班组|车间|工友|师傅|合理化建议")
_TRAITS = re.compile("特征|特点|表现|现象")
_LED_IN = 60
"""How a text calls, right before a list, what nobody can do anything about by one of its items."""
_TO_DO = re.compile(f"(?:{any_of('measure')}|讲|练|教|学|看|问|查|记|贴|留|听)")


def _as_it_stands(text: str, key: Clause, said: str) -> str:
    """An item with what the text says behind it, by the signs that stand between the two."""
    at = text.find(said.removesuffix("……"), key.end)
    between = text[key.end : at] if at >= 0 else "……"
    return key.text + (between if re.fullmatch("[，。：；、]", between) else "……") + said


_LEAD = re.compile(
    r"[^，。；：、“”\n]{0,8}?(?P<count>[两二三四五六七八九十])(?P<unit>个|件|条|项|种|点|处|方面)[^，。；：、“”\n]{0,6}$"
)


def lead(run: Sequence[Clause], parts: Sequence[Sentence]) -> re.Match[str] | None:
    """What a text says right before a list that it is a list of: 想办成三件事."""
    own = run[0].sentence
    told = [part.text for part in before(parts, own.start)[-1:]]
    up_to = own.text[: max(0, run[0].start - own.start)]
    stop = up_to.find("：")
    said = up_to[:stop] if stop > 0 else "" if up_to.strip()[2:4] else "".join(told)
    found = _LEAD.search(re.split("[，；：。]", said.rstrip("。：\n "))[-1])
    counts = found and found["count"].replace("二", "两") == _how_many(run)
    return found if found and counts and 4 <= len(found[0]) <= 14 else None


def _how_many(run: Sequence[Clause]) -> str:
    return "两" if len(run) == 2 else chinese_number(len(run))


_NO_POINT = re.compile(
    "却|^(?:即使|如果|虽然|只要|无论|哪怕|一旦|因为)|^以(?![^，]*(?:替代|代替|支撑|促|带))|^(?:于是|结果|对|从|在|当|就(?!业)|先(?!进)|再|人人)|(?<![人干])才(?![能干])|[个名位](?:徒弟|师傅|人)$|而言$|来看$|来说$"
)
"""What comes of the rest, turns against it, only says for whom or when, or is somebody."""


def _alike(run: Sequence[Clause]) -> bool:
    """Whether items are of one form: about as long, and each followed by the same kind of stop."""
    lengths = [len(key.text) for key in run]
    stops = {key.sentence.text[key.end - key.sentence.start :][:1] in "。；" for key in run[:-1]}
    same_form = len({(key.text[0], key.text[-1]) for key in run}) == 1
    plain = same_form or not any(_NO_POINT.search(key.text) for key in run)
    return (
        plain
        and (len(stops) == 1 or _in_one_sentence(run))
        and max(lengths) <= 2 * min(lengths) + 2
    )


def _in_one_sentence(run: Sequence[Clause]) -> bool:
    """Whether items are parted by 一是…；二是… in one sentence, whatever is said of each."""
    own = run[0].sentence
    return all(
        key.sentence is own and "；" in own.text[key.end - own.start : after.start - own.start]
        for key, after in pairwise(run)
    )


def _fine(key: Clause) -> bool:
    """Whether an item can be quoted."""
    fits = 3 <= len(key.text.strip("“”‘’")) <= len(key.text) <= 24 and balanced(key.text)
    return fits and key.sentence.whole and not key.sentence.protected


def _led(run: Sequence[Clause], parts: Sequence[Sentence]) -> bool:
    """Whether the paragraph of a list is political up to it."""
    paragraph = run[0].sentence.paragraph
    led = before(parts, run[0].start)
    return any(part.political and part.paragraph == paragraph for part in led)

"""Terms that a library makes much of and that no list has: found by how often their characters
stand together and in how many surroundings.

Stretches of Han characters that are frequent, hang together (pointwise mutual information at the
weakest joint) and have many different neighbours on either side (branching entropy); shorter ones
that only occur within a longer one are left out.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from studydesk.study.vocabulary import any_of

SHORTEST, LONGEST = 3, 8
"""Characters of a term."""
OFTEN = 5
"""Times that a term stands in all texts, at least, and in how many of them."""
TEXTS = 3

_TOGETHER = 3.0
"""Natural logarithm of how much likelier the halves of a term stand together than by chance."""
_SURROUNDINGS = 1.0
"""Entropy of the neighbours on the poorer side, in nats."""
_PART = 0.7
"""From this share of its occurrences on, a stretch is only part of a longer one."""
_RUN = re.compile("[\u4e00-\u9fff]{2,}")
_NO_EDGE = re.compile(
    "^[的了和与在是为要等把对以从着其这将于并也被由让使就都而或及到向又既更不有个各上下中可能会说年月日更同还很"
    "一二三四五六七八九十两第几某该此每本我你他她它们之所使用好做成会来去过给能化]"
    "|^(?:进一步|充分|大力|加快|推进|深化|弘扬|推动|加强|鼓励|紧紧|紧密|贯彻|越来越|近年|看得见|组织开展|结合|广大|另一|全面"
    "|坚持|坚定|切实|积极|不断|提升|提高|实现|开展|完善|发挥|服务|试图|只能|快的)"
    "|[的了和与在是为要等把对以从着其这将于并也被由让使就都而或及到向又既更不有个各可能会说年月日里时们之所上下中来去起]$"
)
_NAME = re.compile(any_of("speaker"))
"""Whose words are quoted is no term."""
_REPEATED = 5
"""Characters of a clause that counts once, however often it is printed again."""

Progress = Callable[[int, int], None]
"""Called with (done, total); it raises where the work is to stop."""


def new_terms(
    texts: Sequence[str],
    known: Collection[str] = (),
    most: int = 60,
    progress: Progress = lambda _done, _total: None,
) -> tuple[str, ...]:
    """At most `most` terms, those that explain most of the texts first; none of the known ones,
    nor a part of one. Some seconds for a hundred thousand characters: not for the interface thread.
    """
    runs = _runs(texts)
    counts = _frequent([run for each in runs for run in each], progress)
    everything = sum(count for word, count in counts.items() if len(word) == 1)
    long = [word for word in counts if SHORTEST <= len(word) <= LONGEST and not _edged(word)]
    telling = [word for word in long if _together(word, counts, everything) >= _TOGETHER]
    free = _free(telling, runs)
    progress(1, 1)
    strange = [word for word in free if not (_NAME.search(word) or any(word in k for k in known))]
    chosen = [word for word in strange if not _is_part(word, free, counts)]
    chosen.sort(key=lambda word: (-counts[word] * math.log2(len(word)), word))
    return tuple(chosen[:most])


def _runs(texts: Sequence[str]) -> list[list[str]]:
    """The stretches of Han characters of each text; a long one that came before is left out."""
    seen: set[str] = set()
    runs = []
    for text in texts:
        each = [run for run in _RUN.findall(text) if len(run) < _REPEATED or run not in seen]
        seen.update(each)
        runs.append(each)
    return runs


def _edged(word: str) -> bool:
    return bool(_NO_EDGE.search(word))


def _frequent(runs: Sequence[str], progress: Progress) -> Counter[str]:
    """How often each stretch of characters occurs, for those that occur often: a stretch can
    only be frequent where both of its halves are.
    """
    counts = Counter(character for run in runs for character in run)
    last = {character for character, count in counts.items() if count >= OFTEN}
    for length in range(2, LONGEST + 2):
        progress(length, LONGEST + 2)
        found = Counter(
            run[at : at + length]
            for run in runs
            for at in range(len(run) - length + 1)
            if run[at : at + length - 1] in last and run[at + 1 : at + length] in last
        )
        frequent = {word: count for word, count in found.items() if count >= OFTEN}
        if not frequent:
            break
        counts.update(frequent)
        last = set(frequent)
    return counts


def _together(word: str, counts: Counter[str], everything: int) -> float:
    """How much likelier its halves stand together than by chance, at the weakest joint."""
    return min(
        math.log(counts[word] * everything / (counts[word[:at]] * counts[word[at:]]))
        for at in range(1, len(word))
    )


def _free(words: Iterable[str], runs: Sequence[Sequence[str]]) -> list[str]:
    """Those that stand in several texts and have many neighbours on both sides."""
    wanted = set(words)
    lengths = sorted({len(word) for word in wanted})
    left: dict[str, Counter[str]] = defaultdict(Counter)
    right: dict[str, Counter[str]] = defaultdict(Counter)
    where: dict[str, set[int]] = defaultdict(set)
    for number, each in enumerate(runs):
        for run in each:
            for word, at in _within(run, wanted, lengths):
                where[word].add(number)
                left[word][run[at - 1] if at else f"^{len(left[word])}"] += 1
                end = at + len(word)
                right[word][run[end] if end < len(run) else f"${len(right[word])}"] += 1
    return [
        word
        for word in wanted
        if len(where[word]) >= TEXTS
        and min(_entropy(left[word]), _entropy(right[word])) >= _SURROUNDINGS
    ]


def _within(run: str, wanted: set[str], lengths: Sequence[int]) -> Iterator[tuple[str, int]]:
    for at in range(len(run)):
        for length in lengths:
            word = run[at : at + length]
            if word in wanted and len(word) == length:
                yield word, at


def _entropy(neighbours: Counter[str]) -> float:
    total = sum(neighbours.values())
    return -sum(count / total * math.log(count / total) for count in neighbours.values())


def _is_part(word: str, words: Iterable[str], counts: Counter[str]) -> bool:
    return any(
        word != other and word in other and counts[other] >= _PART * counts[word] for other in words
    )

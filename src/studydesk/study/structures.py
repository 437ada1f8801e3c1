"""What the text of a passage offers to ask about: lists, contrasts, headings, results and others.

Each finder yields the exact words that a question would be about, with their place.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from studydesk.domain.article import Article
from studydesk.study.announced import counted
from studydesk.study.balances import balances, formers
from studydesk.study.claims import claims
from studydesk.study.coinages import coinages, nicknames, quoted
from studydesk.study.contrasts import contrasts
from studydesk.study.deeds import deeds
from studydesk.study.demands import calls, cases, demands
from studydesk.study.doings import named_doings, purposes
from studydesk.study.edges import whole
from studydesk.study.find import Find
from studydesk.study.gists import gist
from studydesk.study.guards import is_private, of_state
from studydesk.study.headings import headings, topics
from studydesk.study.interviews import interviews
from studydesk.study.links import earlier, minded, rules
from studydesk.study.openings import closings, openings
from studydesk.study.outcomes import figures, outcomes
from studydesk.study.phrasings import definitions, led, then_and_now
from studydesk.study.provisions import provisions
from studydesk.study.roundups import roundups
from studydesk.study.rows import advice, aspects, instances, rows, sides
from studydesk.study.sentences import HIDDEN, Sentence, beside
from studydesk.study.speech import speeches
from studydesk.study.standing import nounless, rhetorical, says_enough, stands_alone
from studydesk.study.stories import turns
from studydesk.study.turnabouts import first_thoughts, troubles
from studydesk.study.vocabulary import any_of
from studydesk.study.voices import asked, judgements, views

_LIFE = re.compile(any_of("life"))
_FAR = re.compile(any_of("far_from_life"))
_INTIMATE = re.compile(any_of("intimate"))
_CADRES = re.compile(any_of("cadres"))
_OF_DEPUTIES = re.compile(any_of("deputies"))
_BY_THE_EDITORS = re.compile("^[【（]?编者按|^编者的话|现将[^。]{0,24}如下")
"""What a paper says of its own pages, and not of its subject."""


def find_structures(
    passage_text: str, parts: Sequence[Sentence], article: Article | None = None
) -> tuple[Find, ...]:
    """Everything that a passage, as it stands on paper, offers to ask about, in no particular
    order; nothing that its operations leave out or blank, nor an item beside such a one. That what
    somebody did was done at work its `article` may tell.
    """
    done_at_work = bool(article and _LIFE.search(article.body))
    about_work = bool(_LIFE.search(passage_text))
    mate = "同事" if _CADRES.search(passage_text) else "工友"
    place = {part.start: at for at, part in enumerate(parts)}
    kept: list[Find] = []
    for finder in _FINDERS:
        for found in finder(passage_text, parts):
            find = _as_said(found)
            if _is_hidden(find) or not (_can_be_quoted(find) and whole(find, passage_text)):
                continue
            own = beside(parts, place[find.sentence.start])
            if find.structure not in _OF_ALL_SPEAKERS and find.sentence.protected:
                continue
            around = "".join(part.text for part in own)
            if not (_OF_DEPUTIES.search(find.setting + around) or _BY_THE_EDITORS.search(around)):
                far = _FAR.search(find.setting or around)
                intimate = bool(_INTIMATE.search(find.setting + around))
                private = is_private(around)
                at_work = about_work or (find.structure == "deed" and done_at_work)
                kept.append(
                    replace(find, lived=at_work and not far, intimate=intimate, private=private)
                )
                told = gist(kept[-1], parts, place[find.sentence.start])
                kept[-1].more.update(mate=mate, gist="；".join(told))
                kept[-1].more.update({"office": "yes"} if of_state(find.setting + around) else {})
    lists = (one.more["keys"].split("；") for one in kept if one.structure == "list")
    listed = {key for keys in lists for key in keys[1:]}
    return tuple(one for one in kept if one.words not in listed)


def _is_hidden(find: Find) -> bool:
    """Whether any of the words that a question would have is left out or blanked."""
    return any(HIDDEN in words for words in (find.words, *find.more.values()))


def _as_said(find: Find) -> Find:
    """What was found without 我认为 before it: a question says whose words they are."""
    led = _I_MEAN.match(find.words)
    if led is None or find.structure in _NAMES:
        return find
    return replace(find, start=find.start + led.end(), words=find.words[led.end() :])


_I_MEAN = re.compile("(?:我们?|笔者)(?:一直|始终|常)?(?:认为|觉得)，?")


def _can_be_quoted(find: Find) -> bool:
    """Whether a question can quote what was found, and ask it where it is a question itself; a
    heading stands over its section, which the question names.
    """
    if find.structure in _FOUND_FIT:
        return True
    if _LAYOUT.search(find.words) or nounless(find.words):
        return False
    if find.words.endswith("？") and rhetorical(find.words):
        return False
    headed = find.structure.startswith("title-")
    named = find.structure == "interview" and bool(find.more["who"])
    parts = (find.words, find.more.get("last", ""))
    if find.structure not in _NAMES and not says_enough(find.words):
        return False
    return headed or all(stands_alone(words, answered_by_name=named) for words in parts)


_OF_ALL_SPEAKERS = {"demand", "interview", "leader", "roundup", "sides", "speakers"}
"""What may be asked of what anybody says."""
_LAYOUT = re.compile("[【】]")
"""What sets a heading apart on the page, and is none of its words."""
_NAMES = {
    *(
        "announced",
        "aspects",
        "definition",
        "list",
        "named",
        "nickname",
        "quoted",
        "sides",
        "speakers",
    ),
    "turn",
}
"""What may be as short as 三筛: the question asks what it means."""
_FOUND_FIT = {"leader", "speech", "former"}
"""Whose words their finders have weighed themselves, or of which a question only speaks."""


_FINDERS: tuple[Callable[[str, Sequence[Sentence]], Iterator[Find]], ...] = (
    counted,
    headings,
    topics,
    contrasts,
    outcomes,
    definitions,
    views,
    judgements,
    then_and_now,
    led,
    interviews,
    earlier,
    rules,
    minded,
    openings,
    demands,
    cases,
    claims,
    named_doings,
    purposes,
    figures,
    asked,
    coinages,
    closings,
    roundups,
    provisions,
    rows,
    aspects,
    instances,
    sides,
    advice,
    balances,
    formers,
    first_thoughts,
    troubles,
    quoted,
    nicknames,
    calls,
    speeches,
    turns,
    deeds,
)

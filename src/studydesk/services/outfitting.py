"""Questions and terms for a whole packet at once, as many as its session has room for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from zlib import crc32

from studydesk.domain.article import Article
from studydesk.domain.packet import Packet, PassageItem, Question, QuestionKind, Term, new_id
from studydesk.domain.question_names import numbered
from studydesk.library import Library
from studydesk.proof.blanks import blank_of_template
from studydesk.proof.timing import room
from studydesk.services.explaining import Explained, explain
from studydesk.services.origins import NO_ARTICLES, origins
from studydesk.services.outfits import Asked, Outfit, put_on
from studydesk.services.standing_questions import STANDING
from studydesk.study.agenda import Plan, for_questions
from studydesk.study.anchors import about_the_same
from studydesk.study.frames import stem
from studydesk.study.guards import weighed
from studydesk.study.leads import BESIDE, rank
from studydesk.study.session_template import SHORT, set_up
from studydesk.study.suggestions import MINUTES, lead_on, suggest

_UNDERSTAND, _ANALYSE, _CONNECT, _ACT, _REFLECT = QuestionKind
_KINDS: Sequence[tuple[int, tuple[QuestionKind, ...], int]] = (
    (20, (_CONNECT,), 1),
    (75, (_CONNECT, _ACT, _UNDERSTAND, _ANALYSE, _CONNECT), 3),
    (
        24 * 60,
        (_CONNECT, _ACT, _UNDERSTAND, _ANALYSE, _CONNECT, _UNDERSTAND, _ANALYSE, _REFLECT),
        5,
    ),
)
"""Up to how many minutes a session has questions of these kinds, the most needed first, and so
many terms.
"""
_SHORTEST, _LONGEST_STANDING = 3, 6
"""Minutes that a question is given at least, and one that fits whatever is read where others may
be asked beside it.
"""
_LONGEST = {_UNDERSTAND: 6, _ANALYSE: 8, _CONNECT: 10, _ACT: 5, _REFLECT: 5}
"""Minutes that a question is given at most where there is time: a minute or two to think, three to
six to talk, two to report.
"""
_TWO = 2
"""Questions to understand, beside which one that analyses comes first."""
_ENOUGH = 3
"""Questions of a packet that ask for no more that fit whatever is read, but to work and deeds."""
_MUCH = 10
"""Minutes left that nobody would know what to talk about in."""
_NEVER_WITHOUT = (_CONNECT, _ACT)
"""The kinds that no session goes without."""
_ABOUT_A_TEXT = (_UNDERSTAND, _ANALYSE)
_FURTHER = {_ANALYSE: 2, _UNDERSTAND: 2, _CONNECT: 2, _ACT: 1, _REFLECT: 1}
"""How many of a kind are enough where there is time for more, the most wanted first."""
_SEVERAL = 3
"""Passages that have enough in them to be asked in every kind."""
_FEWEST = {_ANALYSE: 2}
"""How many passages such a question needs, if more than one."""


def outfit(library: Library, packet: Packet, plan: Plan) -> Outfit:
    """Questions and terms for the passages of a packet, beside those it has; a term only with a
    definition. The first call takes a second: not for the interface thread.
    """
    most = _measure(plan)[1] - sum(isinstance(item, Term) for item in packet.items)
    terms = tuple(_terms(library, set_up(packet, plan)))[: max(0, most)]
    return _asked_for(packet, Outfit(plan, terms=terms, articles=origins(library, packet)))


def asked(packet: Packet, plan: Plan, articles: Mapping[str, Article] = NO_ARTICLES) -> Outfit:
    """The questions alone: none asked twice, where it can be one that leads into the group's own
    work and one that ends in deeds, and no more than the time of the plan allows. What fits
    whatever is read is asked only when every passage that offers something has been asked.
    The `articles`, by id, tell whose the words are.
    """
    return _asked_for(packet, Outfit(plan, articles=articles))


def _asked_for(packet: Packet, made: Outfit) -> Outfit:
    """An outfit with the questions that a packet lacks for its plan: what fits whatever is read is
    left to the kinds that no session goes without, and else to where too little is asked.
    """
    missing = list(_lacking(packet, _wanted(packet, made.plan)))
    for most in (1, None):
        left: list[QuestionKind] = []
        for kind in missing:
            longer = _with_one(packet, made, _next(packet, made, kind, most))
            left += [kind] if longer is made else []
            made = longer
        missing = left
    needed = [kind for kind in missing if kind in _NEVER_WITHOUT]
    made = _with_rest(packet, made, needed)
    made = _filled(packet, made)
    made = _with_rest(packet, made, [kind for kind in missing if kind not in needed])
    return _timed(packet, made)


def _timed(packet: Packet, made: Outfit) -> Outfit:
    """An outfit whose questions fill what the session and its agenda leave them, minute by minute,
    none beyond what it can be talked about.
    """
    dressed = put_on(packet, made)
    asked = sum(question.minutes for question in _written(dressed))
    slots = [slot - asked for agenda in dressed.agendas if (slot := for_questions(agenda))]
    questions = [one.question for one in made.questions]
    for _ in range(min([room(dressed), *slots]) if made.plan.minutes > SHORT else 0):
        short = [n for n, one in enumerate(questions) if one.minutes < _LONGEST[one.kind]]
        if short:
            at = min(short, key=lambda n: questions[n].minutes / _LONGEST[questions[n].kind])
            questions[at] = replace(questions[at], minutes=questions[at].minutes + 1)
    timed = [one._replace(question=own) for one, own in zip(made.questions, questions, strict=True)]
    return replace(made, questions=tuple(timed))


def _with_rest(packet: Packet, made: Outfit, kinds: Sequence[QuestionKind]) -> Outfit:
    """An outfit with a question of each kind that leads on, or else fits whatever is read."""
    for kind in kinds:
        bound = _led_on(packet, made, kind)
        made = _with_one(packet, made, bound or _standing(packet, made, kind))
    return made


def _filled(packet: Packet, made: Outfit) -> Outfit:
    """An outfit with further questions about the passages, while there is time for them: of several
    passages one more than there are kinds asked for.
    """
    most = len(_measure(made.plan)[0]) + (len(packet.passages) >= _SEVERAL)
    while made.plan.minutes > SHORT:
        so_far = put_on(packet, made)
        if len(_written(so_far)) >= most or room(so_far) < _SHORTEST:
            break
        found = _further(packet, made)
        if found is None:
            break
        made = _with_one(packet, made, found)
    return made


def _further(packet: Packet, made: Outfit) -> Asked | None:
    """One more question about a passage: one that none is about yet may be asked about in a kind
    of which there are enough.
    """
    had = Counter(question.kind for question in put_on(packet, made).questions)
    kinds = tuple(kind for kind in _FURTHER if had[kind] < _FURTHER[kind])
    for most in (1, None):
        allowed = kinds if most is None else tuple(dict.fromkeys((*kinds, *_ABOUT_A_TEXT)))
        offers = (
            _suggested(packet, made, allowed, most),
            *(_led_on(packet, made, kind, most) for kind in kinds),
        )
        found = next(filter(None, offers), None)
        if found is not None:
            return found
    return None


def _in_its_place(packet: Packet, made: Outfit) -> tuple[QuestionKind, ...]:
    """The kinds that may take the place of one that is missing: no third to understand while none
    analyses.
    """
    so_far = Counter(question.kind for question in put_on(packet, made).questions)
    enough = so_far[_UNDERSTAND] >= _TWO and not so_far[_ANALYSE]
    return (_ANALYSE,) if enough else (_UNDERSTAND, _ANALYSE)


def _led_on(
    packet: Packet, made: Outfit, kind: QuestionKind, most: int | None = None
) -> Asked | None:
    """A question that leads on from the best that the packet offers and no question quotes yet but
    to understand it, rather from the passage that has the fewest; with `most` from one that has
    less, and from the very words that it offers, not from the sentences beside them.
    """
    if kind is _UNDERSTAND:
        return None
    there = put_on(packet, made).questions
    texts = [question.text for question in there]
    led = [question.text for question in there if question.kind is not _UNDERSTAND]
    if kind not in _NEVER_WITHOUT:
        led = texts
    counts = _asked(packet, made)
    found = [
        (rank(one.structure), counts[item.id], at, one)
        for at, item in enumerate(packet.items)
        if isinstance(item, PassageItem) and (most is None or counts[item.id] < most)
        for one in lead_on(item.passage, kind, texts, _article(made, item))
        if not about_the_same(one.question.text, led)
        and (most is None or one.structure not in BESIDE)
    ]
    if not found:
        return None
    *_, at, one = min(found, key=lambda each: each[:3])
    return Asked(packet.items[at].id, one.question, one.naming)


def _article(made: Outfit, item: PassageItem) -> Article | None:
    return made.articles.get(item.passage.article_id)


def _next(packet: Packet, made: Outfit, kind: QuestionKind, most: int | None) -> Asked | None:
    """A question of a kind, of a passage that less than `most` are about; but for the kinds that no
    session goes without, which lead on from what was asked before, rather one of another kind than
    the second about a passage.
    """
    found = _suggested(packet, made, (kind,), most)
    if found is not None or most is None or kind in _NEVER_WITHOUT:
        return found
    return _suggested(packet, made, _in_its_place(packet, made), most)


def _with_one(packet: Packet, made: Outfit, found: Asked | None) -> Outfit:
    """An outfit with one more question, in as much time as is left; as it is if that is none."""
    left = room(put_on(packet, made))
    if found is None or left < min(found.question.minutes, _SHORTEST):
        return made
    timed = replace(found.question, minutes=min(found.question.minutes, left))
    return replace(made, questions=(*made.questions, found._replace(question=timed)))


def _wanted(packet: Packet, plan: Plan) -> tuple[QuestionKind, ...]:
    """The kinds of questions for a packet; one of several passages is asked in every kind before
    it is asked in one twice.
    """
    kinds, _ = _measure(plan)
    if len(packet.passages) < _SEVERAL or len(kinds) != len(QuestionKind):
        return kinds
    return (*dict.fromkeys(kinds), _REFLECT)


def _measure(plan: Plan) -> tuple[tuple[QuestionKind, ...], int]:
    """The kinds of questions for a plan, and how many terms."""
    return next((kinds, terms) for up_to, kinds, terms in _KINDS if plan.minutes <= up_to)


def _lacking(packet: Packet, kinds: Sequence[QuestionKind]) -> Iterator[QuestionKind]:
    """The kinds that no question is of."""
    had = Counter(question.kind for question in _written(packet))
    for kind in kinds:
        if had[kind] > 0:
            had[kind] -= 1
        else:
            yield kind


def _written(packet: Packet) -> Sequence[Question]:
    """The questions of a packet; one without words, or a template with its blank, is none yet."""
    return [one for one in numbered(packet) if not any(blank_of_template(one.text))]


def _suggested(
    packet: Packet, made: Outfit, kinds: Sequence[QuestionKind], most: int | None = None
) -> Asked | None:
    """A question of these kinds for the passage that has the fewest so far, and less than `most`
    of them, about words that none is about yet.
    """
    so_far = put_on(packet, made)
    counts = _asked(packet, made)
    texts = [question.text for question in so_far.questions]
    passages = [item for item in so_far.items if isinstance(item, PassageItem)]
    for item in sorted(passages, key=lambda item: counts[item.id]):
        if most is None or counts[item.id] < most:
            for one in suggest(item.passage, texts, kinds, _article(made, item)):
                return Asked(item.id, one.question, one.naming)
    return None


def _standing(packet: Packet, made: Outfit, kind: QuestionKind) -> Asked | None:
    """A question of a kind that fits whatever is read, unless it is asked already. What is mostly
    of party and leaders is read and taken to the own work, and not turned over.
    """
    packet = put_on(packet, made)
    passages = [item for item in packet.items if isinstance(item, PassageItem)]
    led = sum(weighed(item.passage, _article(made, item)) for item in passages)
    weighty = 2 * led > len(passages)
    written = _written(packet)
    asked = [stem(question.text) for question in written]
    fitting = [each for each in STANDING if each.kind is kind]
    if kind is _ANALYSE:
        fitting = [each for each in fitting if ("两段选文" in each.text) is (len(passages) == _TWO)]
    asked_so = any(question.kind is kind for question in written)
    enough = len(written) >= _ENOUGH and not _has_room_for_one_more(packet, made)
    if asked_so or (kind not in _NEVER_WITHOUT and enough):
        return None
    too_few = len(passages) < max(1, _FEWEST.get(kind, 1))
    if too_few or (weighty and kind is _REFLECT) or any(stem(e.text) in asked for e in fitting):
        return None
    turn = _turn(packet, kind.value) % len(fitting)
    minutes = min(MINUTES[kind], _LONGEST_STANDING)
    own = replace(fitting[turn], minutes=minutes, id=new_id())
    return Asked(passages[-1].id, replace(own, follow_ups="") if weighty else own)


def _has_room_for_one_more(packet: Packet, made: Outfit) -> bool:
    """Whether there is much time left, and most questions stay about the words of a passage."""
    bound = sum(one.naming is not None for one in made.questions)
    return room(packet) >= _MUCH and 5 * bound >= 3 * (len(numbered(packet)) + 1)


def _turn(packet: Packet, of: str = "") -> int:
    """Which of several `of` a kind a packet gets: another in the next week, where its day is known,
    else by what it reads, so that not all packets with one question share another.
    """
    if packet.session.held_on:
        return packet.session.held_on.toordinal() // _WEEK
    return crc32("".join((of, *(passage.text for passage in packet.passages))).encode())


_WEEK = 7


def _asked(packet: Packet, made: Outfit) -> Counter[str]:
    """How many questions stand behind each passage, or are about it."""
    asked = Counter(one.passage_id for one in made.questions if one.naming)
    passage_id = ""
    for item in packet.items:
        if isinstance(item, PassageItem):
            passage_id = item.id
        elif isinstance(item, Question):
            asked[passage_id] += 1
    return asked


def _terms(library: Library, packet: Packet) -> Iterator[tuple[str, Term]]:
    """Terms that passages have and that are explained, in turn one of each passage; of two with the
    same definition one.
    """
    told: set[str] = set()
    said: set[str] = set()
    offers = [
        [(item.id, one.term) for one in explain(library, item.passage, packet) if _is_of_use(one)]
        for item in packet.items
        if isinstance(item, PassageItem)
    ]
    for turn in range(max(map(len, offers), default=0)):
        for offer in offers:
            if turn >= len(offer):
                continue
            term = offer[turn][1]
            if term.term not in told and term.definition not in said:
                told.add(term.term)
                said.add(term.definition)
                yield offer[turn]


def _is_of_use(one: Explained) -> bool:
    return one.known and one.in_passage and one.term.term not in _KNOWN_TO_ALL


_KNOWN_TO_ALL = ("工会", "职业教育")
"""Explained when asked for, never unasked: everybody who comes to a session knows them."""

"""What the page 编排 offers for the current item, worked out off the interface thread."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from studydesk.domain import edits
from studydesk.domain.packet import Item, Packet, PassageItem, Question, Term, new_id
from studydesk.domain.placing import place_after, place_for
from studydesk.handout.places import Places
from studydesk.handout.wording import in_a_row
from studydesk.library import Library
from studydesk.services.advising import advise
from studydesk.services.explaining import explain
from studydesk.services.origins import origin, origins
from studydesk.services.outfits import Outfit, put_on
from studydesk.services.outfitting import asked, outfit
from studydesk.services.question_bank import search_bank
from studydesk.study.agenda import PLANS, Plan, plan_of
from studydesk.study.session_template import set_up
from studydesk.study.suggestions import suggest
from studydesk.ui.arrange.asking import Rewritten, blank_question, filled, passage_before
from studydesk.ui.arrange.bank_tools import BankTools, bank_detail
from studydesk.ui.arrange.term_tools import TERMS, TermTools
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.jobs import Job, Jobs, Progress
from studydesk.ui.key_names import native
from studydesk.ui.latest import Latest
from studydesk.ui.offer_panel import Offer, OfferPanel
from studydesk.ui.pick.related_offers import GROUP, NOTHING, related_offers
from studydesk.ui.words.item_kinds import KINDS
from studydesk.ui.words.question_words import STALE_POINTS, hint_sentence

_PAUSE = 120
"""Milliseconds on an item before anything is worked out for it."""

QUESTIONS = "问题建议"
RELATED = GROUP
BANK = "题库"
SESSIONS = "场次"

_NO_MORE = f"没有更多现成的问法了，再按 {native('Ctrl+G')} 到题库里挑。"

_Work = Callable[[Progress, Library, Packet, Item, str], Sequence[Offer]]


def _questions(
    _progress: Progress, library: Library, packet: Packet, item: Item, _query: str
) -> Sequence[Offer]:
    if not isinstance(item, PassageItem):
        return ()
    name, article = Places(packet).name_of(item.id), origin(library, item.passage)
    texts = [question.text for question in packet.questions]
    return tuple(
        _offer(one.naming(name) if name else one.question)
        for one in suggest(item.passage, texts, article=article)
    )


def _offer(question: Question) -> Offer:
    detail = f"{question.intent}{question.expected}　{question.minutes} 分钟"
    return Offer(question.kind.value, question.text, detail, question)


def _terms(
    _progress: Progress, library: Library, packet: Packet, item: Item, _query: str
) -> Sequence[Offer]:
    if not isinstance(item, PassageItem):
        return ()
    return tuple(
        Offer(
            "置顶" if one.pinned else "选段" if one.in_passage else "全文",
            f"{one.term.term}：{one.term.definition}" if one.known else one.term.term,
            f"出自{one.term.origin}" if one.known else "资料库里没有现成的解释，加进来自己写。",
            one.term,
        )
        for one in explain(library, item.passage, packet)
    )


def _related(
    _progress: Progress, library: Library, packet: Packet, item: Item, _query: str
) -> Sequence[Offer]:
    if not isinstance(item, PassageItem):
        return ()
    passage = item.passage
    return related_offers(library, passage.text, passage.article_id, packet.passages)


def _bank(
    _progress: Progress, library: Library, packet: Packet, _item: Item, query: str
) -> Sequence[Offer]:
    return tuple(
        Offer(one.question.kind.value, one.question.text, bank_detail(one), one.question)
        for one in search_bank(library, query, packet)
    )


def _sessions(
    _progress: Progress, library: Library, packet: Packet, _item: Item, _query: str
) -> Sequence[Offer]:
    made = asked(packet, plan_of(packet), origins(library, packet))
    told = in_a_row(one.question.text for one in made.questions)
    whole = f"{made.plan.minutes} 分钟，连同{_counted(made)}和要解释的名词"
    dressed = Offer("整份", whole, told, made)
    plans = tuple(
        Offer(
            f"{plan.minutes} 分钟",
            f"{plan.name}：{in_a_row((step.activity for step in plan.steps), '、')}",
            "时长按这一套；补上缺的议程、导读、小标题、我的一件事和主持人提示，自己写的一样不动。"
            + (f"没有另选版式的，用“{plan.preset}”。" if plan.preset else ""),
            plan,
        )
        for plan in PLANS
        if set_up(packet, plan) != packet
    )
    return (dressed, *plans) if _counted(made) else plans


def _outfit(_progress: Progress, library: Library, packet: Packet) -> Outfit:
    """The questions and terms that a packet of its length lacks."""
    return outfit(library, packet, plan_of(packet))


def _counted(made: Outfit) -> str:
    """4 道题、3 个名词; empty where there is neither."""
    questions, terms = len(made.questions), len(made.terms)
    parts = (f"{questions} 道题" if questions else "", f"{terms} 个名词" if terms else "")
    return "、".join(part for part in parts if part)


def _besides(before: Packet, after: Packet) -> str:
    """What was added other than questions and terms, and what was written anew: ，另添小标题，
    改写了导读.
    """
    old = {item.id: item for item in before.items}
    new = [item for item in after.items if not isinstance(item, Question | Term)]
    added = dict.fromkeys(KINDS[type(item)].name for item in new if item.id not in old)
    anew = dict.fromkeys(KINDS[type(item)].name for item in new if old.get(item.id, item) != item)
    told = (("另添", added), ("改写了", anew))
    return "".join(f"，{deed}{'、'.join(names)}" for deed, names in told if names)


def _unplanned(packet: Packet) -> str:
    """That an agenda has no step; else nothing."""
    is_empty = any(not agenda.steps for agenda in packet.agendas)
    return "议程还空着，选中它，按“按时长排一份”；" if is_empty else ""


def _unexplained(packet: Packet) -> str:
    """That an agenda has a step for terms, and the packet none; else nothing."""
    steps = [step.activity for agenda in packet.agendas for step in agenda.steps]
    step = next((each for each in steps if re.search("关键词|名词", each)), "")
    if not step or any(isinstance(item, Term) for item in packet.items):
        return ""
    return f"名词没有找到现成的解释，议程里的“{step}”请自己写几条，或改作别用；"


def _advice(_progress: Progress, packet: Packet, question: Question) -> Sequence[str]:
    return tuple(map(hint_sentence, advise(question, packet)))


_GROUPS: Mapping[str, tuple[_Work, str]] = {
    QUESTIONS: (
        _questions,
        f"这一段没有现成的问法，再按一次 {native('Ctrl+G')} 到题库里挑一题，或自己拟。",
    ),
    TERMS: (_terms, "没有找到值得解释的名词。"),
    RELATED: (_related, NOTHING),
    BANK: (_bank, "题库里没有这样的题。"),
    SESSIONS: (_sessions, "这个学习包已经样样齐全。"),
}
"""Every group of offers: what finds them, and the sentence where there are none."""


def _find(
    progress: Progress, library: Library, packet: Packet, item: Item, query: str, group: str
) -> tuple[Sequence[Offer], str]:
    """The offers of a group, or why there are none: no more than were taken, or none at all."""
    work, nothing = _GROUPS[group]
    offers = work(progress, library, packet, item, query)
    if offers:
        return offers, ""
    if group == QUESTIONS and isinstance(item, PassageItem):
        article = origin(library, item.passage)
        if suggest(item.passage, article=article):
            return (), _NO_MORE  # all of it is asked in the packet, wherever the questions stand
    return (), nothing


class Offering(QObject):
    """Keeps the panel of offers up with the current item and packet."""

    message = Signal(str)
    failed = Signal(object)
    source_requested = Signal(str, int, int)
    """Show an article at a passage: article id, start, end."""
    item_wanted = Signal(str)
    """Make this item the current one."""
    undoable = Signal(object)
    """What was done to the bank or to the terms: a Deed."""
    hinted = Signal(object)
    """What could be better about the current question, line by line."""

    def __init__(
        self,
        library: Library,
        current: CurrentPacket,
        jobs: Jobs,
        edit: Callable[[str, Packet], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library, self._current, self._edit = library, current, edit
        self._jobs = jobs
        self._dressing: Job | None = None
        self._rewritten = Rewritten()
        self._latest = Latest(jobs, self._begin, _PAUSE, self)
        self._packet: Packet | None = None
        self._item: Item | None = None
        self.panel = OfferPanel(tuple(_GROUPS))
        self.panel.hide()
        self.panel.group_chosen.connect(self._refresh)
        self.panel.taken.connect(self._take)
        self.panel.looked.connect(self._look)
        self.panel.search.edited.connect(lambda _text: self._refresh())
        self.bank = BankTools(library, jobs, self.panel, self)
        self.terms = TermTools(library, jobs, self.panel, self)
        for tools in (self.bank, self.terms):
            tools.message.connect(self.message)
            tools.failed.connect(self.failed)
            tools.undoable.connect(self.undoable)
            tools.changed.connect(self._refresh)

    def show_item(self, item: Item | None, packet: Packet | None) -> None:
        """Offer what fits an item; nothing where there is none."""
        if (item, packet) == (self._item, self._packet):
            return
        if item is None or self._item is None or item.id != self._item.id:
            self.panel.show_offers((), "")
            self.hinted.emit(())
        self._item, self._packet = item, packet
        self.panel.setVisible(isinstance(item, PassageItem | Question))
        besides = (BANK,) if self._asked_about() is None else (QUESTIONS, BANK)
        self.panel.show_groups(tuple(_GROUPS) if isinstance(item, PassageItem) else besides)
        self.bank.show_item(item)
        self._refresh()

    @property
    def busy(self) -> bool:
        """Whether something is being worked out, or about to be."""
        return self._latest.busy

    def open_questions(self) -> None:
        """Go to the questions suggested for the current passage, or for the one that the current
        question asks about; a blank one takes the words of what is chosen. Once more, where none
        is suggested, leads to the bank.
        """
        if isinstance(self._item, Question) and self._packet and self._asked_about() is None:
            passage = passage_before(self._packet, self._item)
            self.item_wanted.emit(passage.id if passage else "")
        if self._asked_about() is None:
            self.message.emit("先选一个选段，再看问题建议。")
        elif self.panel.group == QUESTIONS and not self.panel.list.count() and not self.busy:
            self.panel.open(BANK)
        else:
            self.panel.open(QUESTIONS)

    def _asked_about(self) -> PassageItem | None:
        """The passage that questions are suggested for: the current one, or that of the current
        question while that is blank.
        """
        if isinstance(self._item, PassageItem):
            return self._item
        blank = blank_question(self._item)
        return passage_before(self._packet, blank) if self._packet and blank else None

    def open_related(self) -> None:
        """Go to the paragraphs that the current passage is related to."""
        if isinstance(self._item, PassageItem):
            self.panel.open(RELATED)
        else:
            self.message.emit("先选一个选段，再看相关段落。")

    def dress(self) -> None:
        """Give the packet the questions and terms that it lacks for its length, in one step."""
        packet = self._current.packet
        if packet is None or not packet.passages:
            self.message.emit("先到“选材”里摘选段，再来配题目和名词。")
            return
        if self._dressing is None:
            self.message.emit("正在配题目和名词…")
            self._dressing = self._jobs.start(
                _outfit,
                self._library,
                packet,
                done=partial(self._put_on, packet),
                failed=self._tell_undressed,
            )

    def _tell_undressed(self, error: Exception) -> None:
        self._dressing = None
        self.failed.emit(error)

    def _put_on(self, packet: Packet, made: Outfit) -> None:
        """Put on what a packet lacks; one that was edited meanwhile may lack something else."""
        self._dressing, current = None, self._current.packet
        if current is None or current.id != packet.id:
            return
        if current != packet:
            self.dress()
            return
        if not _counted(made):
            lacking = f"{_unplanned(packet)}{_unexplained(packet)}"
            told = f"题目够了；{lacking}" if lacking else "题目和名词都够了，"
            self.message.emit(f"{told}没有添。")
            return
        whole = put_on(packet, made)
        self._edit("配上题目和名词", whole)
        besides = _besides(packet, whole)
        undo = f"按 {native('Ctrl+Z')} 撤消"
        self.message.emit(
            f"已按 {made.plan.minutes} 分钟配了 {_counted(made)}{besides}，可改可删；"
            f"{_unplanned(whole)}{_unexplained(whole)}{undo}。"
        )

    def _look(self, offer: Offer) -> None:
        if isinstance(offer.item, PassageItem):
            passage = offer.item.passage
            self.source_requested.emit(passage.article_id, passage.start, passage.end)

    def _refresh(self) -> None:
        self.bank.show_group(self.panel.group)
        self.terms.show_group(self.panel.group)
        self._latest.ask()

    def _begin(self) -> None:
        if isinstance(self._item, Question) and self._packet is not None:
            self._latest.run(
                _advice, self._packet, self._item, done=self._show_hints, failed=self.failed.emit
            )
        else:
            self._list()

    def _list(self) -> None:
        group = self.panel.group
        if group and self._item is not None and self._packet is not None:
            if not self.panel.list.count():
                self.panel.show_offers((), "正在看这一段……")
            passage = self._asked_about() if group == QUESTIONS else None
            self._latest.run(
                _find,
                *(self._library, self._packet, passage or self._item),
                *(self.panel.search.text(), group),
                done=lambda found: self.panel.show_offers(*found),
                failed=self.failed.emit,
            )

    def _show_hints(self, hints: Sequence[str]) -> None:
        if isinstance(self._item, Question):
            stale = (STALE_POINTS,) if self._rewritten.is_so(self._item) else ()
            self.hinted.emit((*stale, *hints))
            self._list()

    def _take(self, offer: Offer) -> None:
        packet = self._current.packet
        if packet is None or self._item is None:
            return
        if isinstance(offer.item, Plan):
            self._edit("按场次排好", set_up(packet, offer.item))
            self.message.emit(f"已按“{offer.item.name}”排好，按 {native('Ctrl+Z')} 撤消。")
            return
        if isinstance(offer.item, Outfit):
            self.dress()
            return
        blank = blank_question(self._item)
        if self.panel.group == QUESTIONS and blank is not None:
            self._edit("写思考题", edits.change(packet, filled(blank, offer.item)))
            self.panel.left.emit()
            self.message.emit(f"已写进空着的思考题，按 {native('Ctrl+Z')} 撤消。")
            return
        item = replace(offer.item, id=new_id())
        kind = item.kind if isinstance(item, Question) else None
        name = KINDS[type(item)].name
        if isinstance(item, PassageItem):
            at = place_after(packet, self._item.id, item)
        elif isinstance(self._item, PassageItem):
            at = place_for(packet, self._item.id, kind)
        else:
            at = edits.position(packet, self._item.id) + 1
        self._edit(f"添加{name}", edits.insert(packet, at, item))
        if self.panel.group == BANK:
            self.bank.note_use(offer.item.id, packet)
        self.message.emit(f"已添加{name}，按 {native('Ctrl+Z')} 撤消。")

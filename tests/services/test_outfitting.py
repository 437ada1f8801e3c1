"""A packet gets its questions and terms in one step, and nothing it had is lost."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest

from studydesk.domain.packet import (
    Agenda,
    AgendaStep,
    Packet,
    PassageItem,
    Question,
    QuestionKind,
    SectionHeading,
    Session,
    Term,
)
from studydesk.domain.passage import Passage
from studydesk.handout.places import Places
from studydesk.library import Library
from studydesk.proof.timing import needed, over_time, room, talk_too_short
from studydesk.services.importing import import_files
from studydesk.services.outfits import Asked, Outfit, put_on
from studydesk.services.outfitting import asked, outfit
from studydesk.services.question_bank import templates
from studydesk.study.agenda import PLANS, Plan, plan_agenda, plan_of
from studydesk.study.anchors import quotes
from studydesk.study.frames import stem

TEN, HOUR, NINETY, _ = PLANS


@pytest.fixture(scope="module")
def library(
    tmp_path_factory: pytest.TempPathFactory, seed_paths: tuple[Path, ...]
) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("outfit") / "资料库") as library:
        import_files(library, seed_paths)
        yield library


@pytest.fixture
def packet(library: Library) -> Packet:
    """Three passages of articles about skills."""
    items = []
    for title in ("加大培育力度", "健全产业工人培训体系", "推进工会“五化”建设"):
        found = next(one for one in library.articles() if one.title.startswith(title))
        article = library.article(found.id)
        start = article.body.index("第一，") if "第一，" in article.body else 0
        source = library.source(article.source_id)
        items.append(PassageItem(Passage.pick(article, source, start, start + 420)))
    return Packet("学习", items=tuple(items))


def kinds(packet: Packet) -> list[QuestionKind]:
    return [question.kind for question in packet.questions]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_an_outfit_fits_the_time_and_asks_nothing_twice(
    library: Library, packet: Packet, plan: Plan
) -> None:
    packet = replace(packet, items=packet.items[: 1 if plan == TEN else 3])
    dressed = put_on(packet, outfit(library, packet, plan))
    assert needed(dressed) <= plan.minutes
    stems = [stem(question.text) for question in dressed.questions]
    assert len(set(stems)) == len(stems) >= 1
    assert dressed.agendas[0].minutes == plan.minutes


def test_an_agenda_that_nobody_wrote_is_planned_for_what_is_read_and_asked() -> None:
    packet = Packet("学习", items=(plan_agenda(60), offering("甲"), offering("乙")))
    (agenda,) = put_on(packet, asked(packet, HOUR)).agendas
    minutes = {step.activity: step.minutes for step in agenda.steps}
    assert (minutes["领读选段"], agenda.minutes) == (3, 60)


@pytest.mark.parametrize(
    ("less", "more"), [("领读选段", "理解题"), ("领读选段", "分组议"), ("汇报", "导入")]
)
def test_an_agenda_that_somebody_changed_by_a_minute_is_left_alone(less: str, more: str) -> None:
    there = plan_agenda(60)
    moved = {less: -3, more: 3}
    steps = tuple(
        replace(step, minutes=step.minutes + moved.get(step.activity, 0)) for step in there.steps
    )
    own = replace(there, steps=steps)
    assert own != there
    packet = Packet("学习", items=(own, offering("甲"), offering("乙")))
    assert put_on(packet, asked(packet, HOUR)).agendas[0] == own


def own_questions(*minutes: int) -> tuple[Question, ...]:
    return tuple(Question(f"自己的第 {n} 题？", minutes=m) for n, m in enumerate(minutes))


def over(packet: Packet) -> set[str]:
    """The rules that find too little time in a packet."""
    told = {"A02": over_time(packet), "A04": talk_too_short(packet)}
    return {rule for rule, found in told.items() if any(found)}


@pytest.mark.parametrize("own", [(), (4,), (14, 9), (8, 8, 8, 8)], ids=str)
def test_what_is_added_fits_the_time_and_the_agenda(own: tuple[int, ...]) -> None:
    for minutes, plan in zip(range(30, 121), cycle((None, *PLANS[1:])), strict=False):
        session = replace(Packet("").session, minutes=minutes)
        agenda = (plan_agenda(minutes, plan),) if plan else ()
        items = (*agenda, offering("甲"), *own_questions(*own))
        packet = Packet("学习", session=session, items=items)
        dressed = put_on(packet, asked(packet, plan_of(packet)))
        assert over(dressed) <= over(packet), minutes


@pytest.mark.parametrize("talk", [16, 20, 26, 30])
def test_no_more_is_asked_than_the_agenda_has_time_to_talk_about(talk: int) -> None:
    agenda = Agenda((AgendaStep("签到、领读选段", 45 - talk), AgendaStep("讨论", talk)))
    packet = Packet("学习", items=(agenda, offering("甲"), *own_questions(4, 4)))
    packet = replace(packet, session=replace(packet.session, minutes=45))
    dressed = put_on(packet, asked(packet, plan_of(packet)))
    assert len(dressed.questions) > 2
    assert over(dressed) == set()


def test_forty_five_minutes_have_room_for_questions() -> None:
    """What fits is not nothing."""
    packet = Packet("学习", items=(offering("甲"), offering("乙")))
    packet = replace(packet, session=replace(packet.session, minutes=45))
    assert len(asked(packet, plan_of(packet)).questions) >= 4


def test_an_hour_has_three_kinds_of_questions_and_ends_in_deeds(
    library: Library, packet: Packet
) -> None:
    dressed = put_on(packet, outfit(library, packet, HOUR))
    assert len(set(kinds(dressed))) >= 3
    assert QuestionKind.ACT in kinds(dressed)
    assert QuestionKind.CONNECT in kinds(dressed)


def test_terms_and_questions_stand_behind_what_is_read_in_the_order_of_the_agenda(
    library: Library, packet: Packet
) -> None:
    dressed = put_on(packet, outfit(library, packet, HOUR))
    shown = [
        item.text if isinstance(item, SectionHeading) else type(item).__name__
        for item in dressed.items
        if isinstance(item, SectionHeading | PassageItem | Term | Question)
    ]
    assert list(dict.fromkeys(shown)) == [
        *("学原文", "PassageItem", "弄明白", "Term", "议一议", "Question", "定一件事")
    ]
    order = list(QuestionKind)
    assert kinds(dressed) == sorted(kinds(dressed), key=order.index)


def test_a_question_behind_several_passages_names_its_own(library: Library, packet: Packet) -> None:
    dressed = put_on(packet, outfit(library, packet, HOUR))
    for question in dressed.questions:
        assert "文中" not in question.text
        named = re.search("选段([一二三])", question.text)
        if named:
            there = dressed.passages["一二三".index(named[1])].text
            inner = there.translate(str.maketrans("“”", "‘’"))
            assert all(words in inner for words in re.findall("“([^”]+)”", question.text))


def test_a_template_whose_blank_nobody_filled_is_no_question_yet() -> None:
    blank = templates()[0].question
    filled = replace(blank, text="“要把工匠请上讲台”，用自己的话怎么说？")
    plain, left, done = (
        Counter(one.question.kind for one in asked(Packet("学习", items=items), HOUR).questions)
        for items in ((passage_of(BARE.format("")), *own) for own in ((), (blank,), (filled,)))
    )
    assert left == plain
    assert done[blank.kind] == plain[blank.kind] - 1 == 0


def test_a_question_without_words_is_none_yet() -> None:
    plain, left = (
        [one.question.text for one in asked(Packet("学习", items=items), HOUR).questions]
        for items in ((offering("甲"),), (offering("甲"), Question(" ", minutes=6)))
    )
    assert left == plain


def asked_about(question: Question) -> tuple[str, str]:
    """What tells a question from others, whatever its passage is called."""
    return question.intent, re.sub("选段.里?|文中|选段里", "", question.text)


def offering(shop: str) -> PassageItem:
    """A passage that questions are suggested for, some of which do not speak of it."""
    text = (
        f"{shop}车间请师傅把停机记录归类，再组织大家讨论。半年下来，{shop}车间的停机次数少了三成。"
        f"{shop}班的手练得越勤，活干得越顺。职工都这样说。班组长也点头。"
    )
    return PassageItem(Passage(f"a-{shop}", 0, len(text), text))


def test_a_question_and_the_hosts_copy_name_the_passage_that_it_was_made_for() -> None:
    """Also where the words that it quotes stand in two."""
    for three in ("甲乙丙", "丁戊己", "庚辛壬"):
        passages = [offering(shop) for shop in three + three[0]]  # one's words stand in two
        made = asked(Packet("学习", items=tuple(passages)), NINETY)
        labels = {item.id: f"选段{'一二三四'[n]}" for n, item in enumerate(passages)}
        about = {asked_about(one.question): one for one in made.questions}
        assert len(about) == len(made.questions)
        placed = put_on(Packet("学习", items=tuple(passages)), made)
        for question in placed.questions:
            one = about[asked_about(question)]
            if one.naming is not None:
                copy = Places(placed).with_passage_named(question).expected
                assert f"{labels[one.passage_id]}第" in copy
                assert labels[one.passage_id] in question.text


def only_told(shop: str) -> PassageItem:
    """A passage that is asked about as a text only."""
    text = (
        f"记者：{shop}厂的夜校是怎样办起来的？\n刘师傅：我们先问工人想学哪一手，再请会的人来讲，"
        "讲完了当场练，练会了才算完，谁教得好就在墙上记一笔。"
    )
    return PassageItem(Passage(f"a-{shop}", 0, len(text), text))


@pytest.mark.parametrize("told", [1, 2])
def test_every_passage_that_offers_something_is_asked_before_what_fits_any(told: int) -> None:
    passages = (offering("甲"), *(only_told(shop) for shop in "乙丙"[:told]))
    made = asked(Packet("学习", items=passages), HOUR)
    about = {one.passage_id for one in made.questions if one.naming}
    assert about == {item.id for item in passages}
    deeds = [one for one in made.questions if one.question.kind is QuestionKind.ACT]
    assert len(deeds) == 1


def passage_of(text: str) -> PassageItem:
    return PassageItem(Passage(f"a-{text[:4]}", 0, len(text), text))


PARTY = "要坚持党的领导，把牢政治方向。各级党委要加强政治引领。广大党员要坚定信念。"


def test_a_packet_of_the_party_is_not_turned_over() -> None:
    made = asked(Packet("学习", items=(passage_of(PARTY), passage_of(f"全党同志，{PARTY}"))), HOUR)
    assert made.questions
    assert not [one for one in made.questions if one.question.follow_ups]
    assert QuestionKind.REFLECT not in [one.question.kind for one in made.questions]


BARE = "院子里有一棵树，树下有一口井。井水很清，照得见天。天上有云，云走得慢。{}"


def test_what_fits_any_text_differs_between_packets_and_has_time_to_be_talked_about() -> None:
    asked_of = {}
    for n in range(8):
        two = (passage_of(BARE.format(f"第{n}年。")), passage_of(BARE.format("树" * n)))
        made = asked(Packet("学习", items=two), HOUR)
        asked_of[n] = {one.question.text for one in made.questions}
        least = {QuestionKind.ANALYSE: 6, QuestionKind.CONNECT: 6, QuestionKind.ACT: 5}
        for one in made.questions:
            assert one.question.minutes >= least.get(one.question.kind, 3)
    assert len({frozenset(texts) for texts in asked_of.values()}) > 1


def test_what_fits_any_text_is_another_in_the_next_week() -> None:
    items = (passage_of(BARE.format("")), passage_of(BARE.format("第二年。")))
    weeks = [Packet("学习", Session(held_on=date(2026, 11, day)), items) for day in (6, 13, 20)]
    asked_of = [{one.question.text for one in asked(week, HOUR).questions} for week in weeks]
    assert not asked_of[0] & asked_of[1]
    assert not asked_of[1] & asked_of[2]


def test_questions_are_given_the_minutes_that_there_are_to_talk() -> None:
    packet = Packet("学习", items=(offering("甲"), offering("乙"), offering("丙")))
    dressed = put_on(packet, asked(packet, HOUR))
    assert room(dressed) < 10
    assert all(3 <= question.minutes <= 10 for question in dressed.questions)


def test_one_row_of_things_is_asked_about_once_whatever_it_is_called() -> None:
    row = passage_of(
        "新来的职工上机台，班组应当记住三件事。一是先看图纸，哪一处改过要问清；"
        "二是先摸工具，哪一把缺了口要换掉；三是先听机器，声音不对就不要开工。"
    )
    bare = (passage_of(BARE.format("")), passage_of(BARE.format("第二年。")))
    made = asked(Packet("学习", items=(row, *bare)), HOUR)
    about = [one.question.text for one in made.questions if one.passage_id == row.id and one.naming]
    assert len(about) == 1


def listing(shop: str) -> PassageItem:
    return passage_of(
        f"{shop}班组把交接班时最容易出错的地方理了一遍，工会和师傅们一起商量出三条办法。"
        "一是把工具清单贴在柜门上，谁拿谁签字。二是把停机记录写在白板上，下一班一眼看得见。"
        "三是把没干完的活当面说清楚，说完两个人都点头。"
    )


def test_the_list_of_a_packet_leads_to_the_own_work() -> None:
    bare = (passage_of(BARE.format("")), passage_of(BARE.format("第二年。")))
    made = asked(Packet("学习", items=(listing("甲"), *bare)), HOUR)
    onward = [
        one
        for one in made.questions
        if one.question.kind in (QuestionKind.CONNECT, QuestionKind.ACT)
    ]
    assert len(onward) == 2
    assert [one for one in onward if one.naming]


def worked(shop: str) -> PassageItem:
    """A passage with one thing to ask about, which has a name."""
    return passage_of(
        f"{shop}车间推行“{shop}字白板课”，把停机记录写在机台上。谁接{shop}班谁先看，看完了再讨论，"
        "讨论出来的办法当天就试，试过了再改，改完了各人签上名字。职工都这样说，没来的人也点头。"
    )


def test_a_packet_leads_on_from_what_its_passages_tell_to_the_own_work_and_to_deeds() -> None:
    bare = (passage_of(BARE.format("")), passage_of(BARE.format("第二年。")))
    made = asked(Packet("学习", items=(worked("甲"), worked("乙"), *bare)), HOUR)
    bound = {one.question.kind for one in made.questions if one.naming}
    assert {QuestionKind.CONNECT, QuestionKind.ACT} <= bound


def test_no_words_of_a_packet_are_asked_about_twice_but_to_understand_them_first() -> None:
    bare = (passage_of(BARE.format("")), passage_of(BARE.format("第二年。")))
    made = asked(Packet("学习", items=(worked("甲"), *bare)), HOUR)
    understood, onward = (
        [quote for one in made.questions if understands(one) is half for quote in quoted_by(one)]
        for half in (True, False)
    )
    assert onward
    assert max(Counter(onward).values()) == 1
    assert max(Counter(understood).values(), default=1) == 1


def understands(one: Asked) -> bool:
    return one.question.kind is QuestionKind.UNDERSTAND


def quoted_by(one: Asked) -> list[str]:
    return quotes(one.question.text)


def test_what_was_understood_leads_on_to_what_the_group_can_do() -> None:
    """Also where a passage offers one thing only, and that is no deed of a workshop."""
    rules = passage_of(
        "第二，规范登门走访。工会干部每月走访一次班组，听到的意见当场记下，办得到的当月答复，"
        "办不到的说明缘由。走访的记录存在工会，职工随时可以来看。"
    )
    bare = (passage_of(BARE.format("")), passage_of(BARE.format("第二年。")))
    made = asked(Packet("学习", items=(rules, *bare)), HOUR)
    kinds = {one.question.kind for one in made.questions if "规范登门走访" in one.question.text}
    assert QuestionKind.UNDERSTAND in kinds
    assert kinds & {QuestionKind.CONNECT, QuestionKind.ACT}


def test_what_is_missing_to_analyse_is_not_made_up_by_a_third_to_understand() -> None:
    items = tuple(only_told(shop) for shop in "甲乙丙")
    found = [one.question.kind for one in asked(Packet("学习", items=items), HOUR).questions]
    assert found.count(QuestionKind.UNDERSTAND) <= 2


def test_a_passage_that_can_only_be_understood_is_asked_about_even_by_a_third_such_question() -> (
    None
):
    what = passage_of(
        "所谓技能断层，是指老工人的手艺没有人接，新工人的本事又跟不上设备的变化。"
        "车间里的职工都有这样的体会。"
    )
    once = passage_of(
        "过去，车间里修一台机器要等上大半天。大家只好干坐着。"
        "如今，值班的电工就在旁边，一叫就到，职工不用再等了。"
    )
    items = (only_told("甲"), what, once)
    made = asked(Packet("学习", items=items), HOUR)
    assert {one.passage_id for one in made.questions if one.naming} == {one.id for one in items}


def test_three_passages_that_offer_more_fill_the_hour() -> None:
    made = asked(Packet("学习", items=(worked("甲"), listing("乙"), offering("丙"))), HOUR)
    assert 4 <= len([one for one in made.questions if one.naming]) <= 6
    counts = Counter(one.question.kind for one in made.questions)
    assert counts[QuestionKind.ACT] == 1
    assert max(counts.values()) <= 2


@pytest.mark.parametrize("told", range(4))
def test_not_more_than_two_questions_fit_whatever_is_read_beside_one_that_does_not(
    told: int,
) -> None:
    items = (*(only_told(shop) for shop in "甲乙丙"[:told]), passage_of(BARE.format("")))
    made = asked(Packet("学习", items=items), HOUR)
    standing = [one for one in made.questions if one.naming is None]
    assert len(standing) <= (2 if told else 3)


def test_passages_are_named_by_the_numbers_that_are_printed() -> None:
    cut = PassageItem(Passage("a-1", 0, 1, " "))
    packet = Packet("学习", items=(cut, offering("甲"), offering("乙")))
    placed = put_on(packet, asked(packet, NINETY))
    hints = "".join(question.expected for question in placed.questions)
    assert set(re.findall("选段(.?)第", hints)) == {"一", "二"}
    for one in asked(packet, NINETY).questions:
        assert one.passage_id != cut.id or one.naming is None


def test_a_question_of_ones_own_stays_behind_its_passage_and_others_have_a_section(
    library: Library, packet: Packet
) -> None:
    own = Question("自己的题？", QuestionKind.UNDERSTAND)
    packet = replace(packet, items=(packet.items[0], own, *packet.items[1:]))
    dressed = put_on(packet, outfit(library, packet, HOUR))
    headings = [item.text for item in dressed.items if isinstance(item, SectionHeading)]
    assert headings == ["学原文", "弄明白", "议一议", "定一件事"]
    at = dressed.items.index(own)
    assert dressed.items[at - 1] == packet.items[0]
    assert dressed.items[at + 1] == packet.items[2]


def test_questions_go_among_those_of_their_section_in_the_order_of_kinds(
    library: Library, packet: Packet
) -> None:
    own = (
        SectionHeading("大家谈"),
        Question("先读懂哪一句？", QuestionKind.UNDERSTAND),
        Question("下周谁来办？", QuestionKind.ACT),
    )
    packet = replace(packet, items=(*packet.items, *own))
    dressed = put_on(packet, outfit(library, packet, HOUR))
    headings = [item.text for item in dressed.items if isinstance(item, SectionHeading)]
    assert headings == ["弄明白", "大家谈"]
    order = [list(QuestionKind).index(kind) for kind in kinds(dressed)]
    assert order == sorted(order)
    assert len(order) > 3
    assert dressed.items.index(own[0]) < dressed.items.index(dressed.questions[0])


def test_a_section_of_deeds_alone_gets_no_question_to_read_by(packet: Packet) -> None:
    own = (SectionHeading("定一件事"), Question("下周谁来办？", QuestionKind.ACT))
    dressed = put_on(replace(packet, items=(*packet.items, *own)), asked(packet, HOUR))
    headings = [item.text for item in dressed.items if isinstance(item, SectionHeading)]
    assert headings == ["议一议", "定一件事"]
    at = dressed.items.index(own[0])
    assert {question.kind for question in dressed.items[:at] if isinstance(question, Question)} == {
        QuestionKind.UNDERSTAND,
        QuestionKind.ANALYSE,
        QuestionKind.CONNECT,
    }
    assert dressed.items[at + 1] == own[1]
    deeds = Outfit(HOUR, tuple(one for one in asked(packet, HOUR).questions if is_deed(one)))
    alone = put_on(replace(packet, items=(*packet.items, *own)), deeds)
    assert [item for item in alone.items if isinstance(item, SectionHeading)] == [own[0]]


def is_deed(one: Asked) -> bool:
    return one.question.kind is QuestionKind.ACT


def test_of_two_terms_with_one_definition_one_is_explained(library: Library) -> None:
    one, other = (
        passage_of(f"每年的{name}要审议集体合同。") for name in ("职工代表大会", "职代会")
    )
    terms = [term for _, term in outfit(library, Packet("学习", items=(one, other)), HOUR).terms]
    assert len({(term.definition, term.origin) for term in terms}) == len(terms)
    assert len({"职工代表大会", "职代会"} & {term.term for term in terms}) == 1


def test_terms_come_with_a_definition_and_where_it_is_from(
    library: Library, packet: Packet
) -> None:
    terms = [term for _, term in outfit(library, packet, HOUR).terms]
    assert 1 <= len(terms) <= 3
    assert all(term.definition and term.origin for term in terms)
    assert "工会" not in [term.term for term in terms]


def test_the_agenda_has_a_step_for_terms_only_where_there_are_some(
    library: Library, packet: Packet
) -> None:
    made = outfit(library, packet, HOUR)
    assert made.terms
    for one, explained in ((made, True), (replace(made, terms=()), False)):
        (agenda,) = put_on(packet, one).agendas
        assert ("关键词" in [step.activity for step in agenda.steps]) is explained
        assert agenda.minutes == HOUR.minutes


def test_what_the_packet_has_already_is_not_added_once_more(
    library: Library, packet: Packet
) -> None:
    dressed = put_on(packet, outfit(library, packet, NINETY))
    again = outfit(library, dressed, NINETY)
    assert not [one for one in again.questions if one.question.kind in kinds(dressed)[:1]]
    assert len(again.terms) == 0
    own = replace(packet, items=(*packet.items, Question("自己的题？", QuestionKind.CONNECT)))
    added = [one.question.kind for one in outfit(library, own, HOUR).questions]
    assert QuestionKind.CONNECT not in added
    assert {QuestionKind.UNDERSTAND, QuestionKind.ANALYSE, QuestionKind.ACT} <= set(added)


def test_a_packet_without_passages_gets_no_question(library: Library) -> None:
    made = outfit(library, Packet("学习"), HOUR)
    assert (made.questions, made.terms) == ((), ())


def test_a_passage_that_is_gone_takes_its_questions_with_it(
    library: Library, packet: Packet
) -> None:
    made = outfit(library, packet, HOUR)
    dressed = put_on(replace(packet, items=()), made)
    assert not dressed.questions
    assert not [item for item in dressed.items if isinstance(item, Term)]


def test_a_long_talk_with_few_questions_gets_one_more_only_while_most_quote() -> None:
    bare = [passage_of(BARE.format(f"第{n}年。")) for n in "一二三"]
    for items in ([offering("甲"), offering("乙")], [offering("甲"), *bare], bare):
        made = asked(Packet("学习", items=tuple(items)), HOUR)
        told = [one.naming is not None for one in made.questions]
        assert len(told) <= 3 or sum(told) * 5 >= len(told) * 3

"""What is missing is told once, and nothing that is there."""

from dataclasses import replace
from datetime import date

from studydesk.domain.missing import MissingFact, missing_facts
from studydesk.domain.packet import Packet, PassageItem, Session
from studydesk.domain.passage import Citation, Passage

KNOWN = Session("一车间", date(2026, 3, 6), "会议室", "老王")
WHOLE = Citation("题名", ("作者",), "日报", date(2026, 3, 1), "7")


def cited(citation: Citation, article: str = "a-1", item_id: str = "p") -> PassageItem:
    return PassageItem(Passage(article, 0, 2, "原文", citation=citation), id=item_id)


def test_nothing_is_missing_where_all_is_said() -> None:
    assert missing_facts(Packet("学习", KNOWN, (cited(WHOLE),))) == ()


def test_facts_of_the_session_are_missing_one_by_one() -> None:
    found = missing_facts(Packet("学习", replace(KNOWN, unit=" ", held_on=None)))
    assert found == (MissingFact(("unit",)), MissingFact(("held_on",)))
    assert len(missing_facts(Packet("学习"))) == 4


def test_a_source_is_told_once_with_how_many_passages_it_counts_for() -> None:
    bare = Citation("题名")
    items = (cited(bare), cited(bare, item_id="q"), cited(WHOLE, "b-1", "r"))
    found = missing_facts(Packet("学习", KNOWN, items))
    assert found == (MissingFact(("newspaper", "published", "page"), "p", 2),)


def test_articles_of_one_page_lack_once_what_is_given_once() -> None:
    bare, nameless = Citation("题名"), Citation()
    items = (
        cited(bare, "a-1"),
        cited(bare, "a-2", "q"),
        cited(nameless, "a-at19-2", "r"),
        cited(bare, "b-1", "s"),
    )
    lacked = ("newspaper", "published", "page")
    assert missing_facts(Packet("学习", KNOWN, items)) == (
        MissingFact(lacked, "p", 3),
        MissingFact(("title",), "r", 1),
        MissingFact(lacked, "s", 1),
    )


def test_an_article_without_a_title_lacks_one_though_its_author_is_known() -> None:
    for untitled in (replace(WHOLE, title=""), replace(WHOLE, title="", authors=())):
        found = missing_facts(Packet("学习", KNOWN, (cited(untitled),)))
        assert found == (MissingFact(("title",), "p", 1),)

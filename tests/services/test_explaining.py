"""Terms of a passage, explained by the library's own texts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from studydesk.domain.article import Article
from studydesk.domain.packet import Packet, Term
from studydesk.domain.passage import Passage
from studydesk.errors import NotFound
from studydesk.library import Library
from studydesk.services.explaining import explain
from studydesk.services.importing import import_paste
from studydesk.services.phrase_bank import Phrase, keep_phrases, phrases
from studydesk.services.terms import keep_lists

PAGE = """隐形加班怎么管

李一

隐形加班让职工下班不下岗。治理隐形加班，要从集体协商做起。隐形加班的认定，难在取证。

（作者单位：某某大学）
"""
OTHER = """加班新形态

王二

隐形加班是指劳动者在工作时间之外，通过网络为用人单位提供劳动的情形。这种情形越来越多。

（作者单位：某某学院）
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with a page that uses a term and another that explains it."""
    with Library.open(tmp_path / "资料库") as library:
        import_paste(library, PAGE)
        import_paste(library, OTHER)
        yield library


def passage(library: Library) -> Passage:
    found = next(one for one in library.articles() if one.title == "隐形加班怎么管")
    article = library.article(found.id)
    return Passage.pick(article, library.source(article.source_id), 0, len(article.body))


def test_a_term_is_explained_by_another_article_and_says_which(library: Library) -> None:
    found = {one.term.term: one for one in explain(library, passage(library), Packet("学习"))}
    term = found["隐形加班"].term
    assert term.definition.startswith("隐形加班是指劳动者")
    assert term.definition.endswith("情形。")
    assert term.origin == "王二《加班新形态》"


def test_of_two_that_explain_as_plainly_the_best_find_is_cited(library: Library) -> None:
    import_paste(library, OTHER.replace("王二", "赵四").replace("劳动者在工作时间", "一人在夜里"))
    found = {one.term.term: one.term for one in explain(library, passage(library), Packet("学习"))}
    assert found["隐形加班"].origin == "赵四《加班新形态》"


def test_what_the_packet_explains_already_is_left_out(library: Library) -> None:
    packet = Packet("学习", items=(Term("隐形加班", "自己的话"),))
    terms = [one.term.term for one in explain(library, passage(library), packet)]
    assert "隐形加班" not in terms


def test_a_passage_of_an_article_that_is_gone_still_has_terms_of_the_field(
    library: Library,
) -> None:
    gone = Passage("gone", 0, 12, "弘扬工匠精神，从我做起。")
    assert [one.term.term for one in explain(library, gone, Packet("学习"))] == ["工匠精神"]


def test_a_pinned_term_comes_first_and_a_hidden_one_not_at_all(library: Library) -> None:
    keep_lists(library, ["取证"], ["集体协商"])
    found = explain(library, passage(library), Packet("学习"))
    assert (found[0].term.term, found[0].pinned) == ("取证", True)
    keep_lists(library, [], ["隐形加班"])
    assert "隐形加班" not in [
        one.term.term for one in explain(library, passage(library), Packet("学习"))
    ]


def test_a_term_is_explained_though_articles_are_deleted_meanwhile(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, read = passage(library), library.article

    def only_the_first(article_id: str) -> Article:
        if article_id != here.article_id:
            raise NotFound("article", article_id)
        return read(article_id)

    monkeypatch.setattr(library, "article", only_the_first)
    found = {one.term.term: one for one in explain(library, here, Packet("学习"))}
    assert found["隐形加班"].known


def test_set_wording_is_explained_as_its_source_does(library: Library) -> None:
    own = Phrase("集体协商", (), (), (), "集体协商的意思。", "某条例第二条", date(2020, 2, 1))
    keep_phrases(library, (own, *phrases(library)))
    found = {one.term.term: one.term for one in explain(library, passage(library), Packet("学习"))}
    assert found["集体协商"].definition == "集体协商的意思。"
    assert found["集体协商"].origin == "某条例第二条，2020年2月1日"


def test_a_phrase_and_its_short_form_are_explained_once(library: Library) -> None:
    own = Phrase("集体协商", ("集体协商做起",), (), (), "集体协商的意思。", "某条例")
    keep_phrases(library, (own,))
    found = explain(library, passage(library), Packet("学习"))
    assert [one.term.definition for one in found].count("集体协商的意思。") == 1


def test_a_phrase_that_is_off_explains_nothing(library: Library) -> None:
    keep_phrases(library, (Phrase("取证", definition="取证的意思。", is_on=False),))
    terms = [one.term.term for one in explain(library, passage(library), Packet("学习"))]
    assert "取证" not in terms

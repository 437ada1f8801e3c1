"""A passage that was taken out of a packet follows its page and its source in the trash, too."""

from dataclasses import replace
from datetime import date

from tests.services.test_tidying import WORDS, kept, picked, stands, without_first

from studydesk.domain import edits
from studydesk.domain.article import Source
from studydesk.domain.packet import PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.passage_code import code_of
from studydesk.domain.tidying import Correct
from studydesk.library import Library
from studydesk.services.citing import SourceFacts
from studydesk.services.source_facts import keep_facts
from studydesk.services.tidying import tidy


def taken_out(library: Library, words: str = WORDS) -> Passage:
    """A passage of a packet, from which it is taken out."""
    passage = picked(library, words)
    library.save_packet(edits.remove(library.packet("p"), ["i"]))
    return passage


def put_back(library: Library) -> None:
    (gone,) = library.trashed()
    library.save_packet(library.removed_passage(gone.id).back_in(library.packet("p")))


def test_it_comes_back_to_where_its_words_are_by_then(desk: Library) -> None:
    before = taken_out(desk)
    without_first(desk, before)
    put_back(desk)
    assert kept(desk).start != before.start
    assert stands(desk, kept(desk))


def test_its_printed_code_leads_to_it_once_it_is_back(desk: Library) -> None:
    before = taken_out(desk)
    without_first(desk, before)
    put_back(desk)
    now, article = kept(desk), desk.article(before.article_id)
    assert desk.places(code_of(before), article) == ((now.start, now.end),)


def test_nobody_is_asked_about_it_while_it_is_away(desk: Library, source: Source) -> None:
    before = taken_out(desk)
    at = source.raw.index("坚定坚守")
    assert tidy(desk, source.id, [Correct(at, at + 4, "执着坚守")]).changed == ()
    put_back(desk)
    assert kept(desk) == before


def test_it_is_cited_as_its_source_is_on_record_by_then(desk: Library, source: Source) -> None:
    wrong = SourceFacts(source.id, "工人日报", date(2025, 1, 1), "3")
    keep_facts(desk, [wrong])
    taken_out(desk)
    keep_facts(desk, [replace(wrong, published=date(2025, 2, 2), page="5")])
    put_back(desk)
    said = kept(desk).citation
    assert (said.newspaper, said.published, said.page) == ("工人日报", date(2025, 2, 2), "5")


def test_what_it_says_otherwise_stays(desk: Library, source: Source) -> None:
    wrong = SourceFacts(source.id, "工人日报", date(2025, 1, 1), "3")
    keep_facts(desk, [wrong])
    passage = picked(desk, WORDS)
    own = replace(passage, citation=replace(passage.citation, page="副刊"))
    packet = edits.change(desk.packet("p"), PassageItem(own, id="i"))
    desk.save_packet(packet)
    desk.save_packet(edits.remove(packet, ["i"]))
    keep_facts(desk, [replace(wrong, newspaper="中国工人", page="5")])
    put_back(desk)
    assert (kept(desk).citation.newspaper, kept(desk).citation.page) == ("中国工人", "副刊")

"""Passages follow their text through a page that is tidied; where it is another, one is asked."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.services.test_tidying import WORDS, kept, picked, stands

from studydesk.domain.article import (
    Article,
    Block,
    BlockKind,
    ProblemKind,
    Recovery,
    Source,
    Span,
)
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Emphasis, Insertion, Omission, Passage, Subheading
from studydesk.domain.tidying import (
    ChangeKind,
    Correct,
    DropRepeat,
    MoveBlocks,
    SetAside,
    SplitArticle,
    SplitBlock,
    Supply,
    Tidying,
)
from studydesk.errors import EditRefused
from studydesk.library import Library
from studydesk.services.reattaching import Reattachment, accept, with_new_text
from studydesk.services.tidying import tidy
from studydesk.sources.recovery.recover import recover


def test_a_passage_goes_with_its_text_to_another_article(desk: Library, source: Source) -> None:
    passage = picked(desk, WORDS)
    tidied = tidy(desk, source.id, [SplitArticle(source.raw.index("第一，执着专注"))])
    now = kept(desk)
    assert (tidied.packets, tidied.changed) == ((desk.packet("p"),), ())
    assert now.text == passage.text
    assert now.article_id != passage.article_id
    assert stands(desk, now)
    tidy(desk, source.id, [])
    assert kept(desk) == passage


def test_a_passage_learns_what_became_a_subheading(desk: Library, source: Source) -> None:
    passage = picked(desk, WORDS)
    assert passage.subheadings == ()
    tidy(desk, source.id, [ChangeKind(source.raw.index(WORDS), BlockKind.HEADING, 2)])
    assert kept(desk).subheadings == (Subheading(0, len(WORDS), 2),)
    assert kept(desk).text == WORDS


def test_a_citation_follows_the_title_until_the_user_gives_another(
    desk: Library, source: Source
) -> None:
    at = source.raw.index(WORDS[:20])
    passage = picked(desk, WORDS)
    own = replace(passage, citation=replace(passage.citation, title="我起的题名"))
    desk.save_packet(Packet("另一", items=(PassageItem(own, id="i"),), id="own"))
    tidy(desk, source.id, [Supply(at, BlockKind.TITLE, "人工智能时代的工匠精神")])
    assert kept(desk).citation.title == "人工智能时代的工匠精神"
    assert kept(desk, "own").citation.title == "我起的题名"


def test_a_passage_from_a_dropped_copy_stays_on_the_other(desk: Library, source: Source) -> None:
    repeats = [p for p in recover(source).problems if p.kind is ProblemKind.REPEATED]
    first, second = (problem.span for problem in repeats)
    words = "完善质量标准、操作规范与管理体系"
    passage = picked(desk, words)
    tidied = tidy(desk, source.id, [DropRepeat(*first)])
    assert tidied.changed == ()
    assert kept(desk).text == passage.text
    assert stands(desk, kept(desk))
    assert second not in tidied.page.recovery.repeats


def test_a_sentence_that_the_page_has_twice_is_known_again_by_the_steps_before(
    desk: Library, source: Source
) -> None:
    corrected_and_taken_back(desk, source)


def test_it_is_so_where_another_version_of_recovery_named_the_articles(
    tmp_path: Path, source: Source
) -> None:
    fresh = recover(source)
    named = tuple(replace(article, id=f"{article.id}-旧") for article in fresh.articles)
    with Library.open(tmp_path / "另一个") as other:
        other.add(source, Recovery(named, fresh.furniture))
        corrected_and_taken_back(other, source)


def corrected_and_taken_back(desk: Library, source: Source) -> None:
    words = "以精益求精打磨产品服务"
    assert source.raw.count(words) == 2
    passage = picked(desk, words)
    at = source.raw.index(words)
    (change,) = tidy(desk, source.id, [Correct(at, at + 1, "用")]).changed
    assert change.before == passage
    assert (tidy(desk, source.id, []).changed, kept(desk)) == ((), passage)


def test_a_passage_whose_text_changed_is_left_alone_and_asked_about(
    desk: Library, source: Source
) -> None:
    passage = picked(desk, WORDS)
    at = source.raw.index("坚定坚守")
    tidied = tidy(desk, source.id, [Correct(at, at + 4, "执着坚守")])
    (change,) = tidied.changed
    assert kept(desk) == passage == change.before
    assert change.after is not None
    assert change.after.text == WORDS.replace("坚定坚守", "执着坚守")
    assert tidied.packets == ()


def test_new_text_does_not_reach_over_paragraphs_that_came_between(
    desk: Library, source: Source
) -> None:
    passage = picked(desk, WORDS)
    at = source.raw.index("强调对目标")
    article = desk.article(passage.article_id)
    other = next(b for b in article.body_blocks if WORDS not in b.text and len(b.text) > 40)
    steps: list[Tidying] = [SplitBlock(at), MoveBlocks((other.spans[0].start,), at)]
    (change,) = tidy(desk, source.id, steps).changed
    assert change.after is not None
    assert change.after.text == WORDS[WORDS.index("强调对目标") :]


def test_new_text_has_all_pieces_that_a_paragraph_was_split_into(
    desk: Library, source: Source
) -> None:
    picked(desk, WORDS)
    cuts = [SplitBlock(source.raw.index(words)) for words in ("强调对目标", "对领域")]
    (change,) = tidy(desk, source.id, cuts).changed
    assert change.after is not None
    assert change.after.text == WORDS.replace("强调对目标", "\n强调对目标").replace(
        "与对领域", "与\n对领域"
    )


def test_an_accepted_text_that_its_page_has_no_more_keeps_to_what_stands_there(
    desk: Library, source: Source
) -> None:
    picked(desk, WORDS)
    at = source.raw.index("坚定坚守")
    (change,) = tidy(desk, source.id, [Correct(at, at + 4, "执着坚守")]).changed
    desk.save_packet(accept(desk, desk.packet("p"), change).packet)
    for operations in ([], [SplitBlock(at)], []):
        (change,) = tidy(desk, source.id, operations).changed
        assert change.after is not None
        assert change.after.text.replace("\n", "") == WORDS
    (change,) = tidy(desk, source.id, [SetAside(at)]).changed
    assert change.after is None


def test_an_accepted_text_takes_the_place_of_the_old(desk: Library, source: Source) -> None:
    picked(desk, WORDS)
    at = source.raw.index("坚定坚守")
    (change,) = tidy(desk, source.id, [Correct(at, at + 4, "执着坚守")]).changed
    desk.save_packet(accept(desk, desk.packet("p"), change).packet)
    assert stands(desk, kept(desk))
    assert "执着坚守" in kept(desk).text
    with pytest.raises(EditRefused):
        accept(desk, desk.packet("p"), change)


def test_operations_stay_on_words_that_are_still_there(desk: Library, source: Source) -> None:
    passage = picked(desk, WORDS)
    start = WORDS.index("坚定坚守")
    on_others, before_it, on_it = Emphasis(0, 4), Insertion(start, "注"), Omission(start, start + 2)
    for operation in (on_others, before_it, Emphasis(start + 6, start + 9)):
        passage = passage.with_operation(operation)
    marked = replace(passage, operations=(*passage.operations, on_it))
    packet = Packet("学习", items=(PassageItem(marked, id="i"),), id="p")
    desk.save_packet(packet)
    at = source.raw.index("坚定坚守")
    (change,) = tidy(desk, source.id, [Correct(at, at + 4, "执着")]).changed
    accepted = with_new_text(packet, change)
    assert accepted.dropped == (on_it,)
    assert accepted.packet.passages[0].operations == (
        on_others,
        before_it,
        Emphasis(start + 4, start + 7),
    )


def test_a_passage_that_is_nowhere_any_more_is_asked_about(desk: Library, source: Source) -> None:
    passage = picked(desk, WORDS)
    (change,) = tidy(desk, source.id, [SetAside(source.raw.index(WORDS[:20]))]).changed
    assert (change.before, change.after) == (passage, None)
    assert kept(desk) == passage
    assert len(tidy(desk, source.id, desk.operations(source.id)).changed) == 1
    tidied = tidy(desk, source.id, [])
    assert (tidied.changed, kept(desk)) == ((), passage)


def test_a_passage_that_is_back_has_the_title_that_its_article_has(
    desk: Library, source: Source
) -> None:
    passage = picked(desk, WORDS)
    aside = SetAside(source.raw.index(WORDS[:20]))
    article = desk.article(passage.article_id)
    title = Supply(article.blocks[0].spans[0].start, BlockKind.TITLE, "新题目")
    tidy(desk, source.id, [aside])
    (change,) = tidy(desk, source.id, [aside, title]).changed
    assert kept(desk) == change.before
    assert (kept(desk).text, kept(desk).citation.title) == (WORDS, "新题目")
    tidy(desk, source.id, [aside])
    tidy(desk, source.id, [])
    assert kept(desk) == passage


def test_a_passage_whose_article_was_gone_keeps_no_title_that_was_taken_back(
    desk: Library, source: Source
) -> None:
    passage = picked(desk, WORDS)
    blocks = desk.article(passage.article_id).blocks
    title = Supply(blocks[0].spans[0].start, BlockKind.TITLE, "新题目")
    tidy(desk, source.id, [title])
    tidy(desk, source.id, [title, *(SetAside(block.spans[0].start) for block in blocks)])
    assert kept(desk).citation.title == "新题目"
    tidy(desk, source.id, [])
    assert kept(desk) == passage


def test_a_passage_from_an_article_that_is_gone_finds_it_again(
    desk: Library, source: Source
) -> None:
    passage = picked(desk, "第三，畅通政策渠道，")
    article = desk.article(passage.article_id)
    aside = [SetAside(block.spans[0].start) for block in article.blocks]
    (change,) = tidy(desk, source.id, aside).changed
    assert (change.after, kept(desk)) == (None, passage)
    back = ChangeKind(article.blocks[-1].spans[0].start, BlockKind.PARAGRAPH)
    tidied = tidy(desk, source.id, [*aside, back])
    assert (tidied.packets, tidied.changed) == ((desk.packet("p"),), ())
    assert kept(desk).text == passage.text
    assert stands(desk, kept(desk))


NEARLY = "各级工会要广泛开展劳动竞赛，把工匠精神的种子播撒到每一个班组里面去。"


def offered(*said: tuple[int, str]) -> str:
    """In which article a new text of NEARLY is offered, where the first of a page had that and its
    articles, by their numbers, say this now.
    """
    page, written = Source("now", "".join(text for _, text in said)), Source("then", NEARLY)
    home, *there = (
        Article(
            f"{page.id}-{number}",
            page.id,
            (Block(BlockKind.PARAGRAPH, text, (Span(0, len(text)),)),),
        )
        for number, text in ((1, NEARLY), *said)
    )
    passage = Passage.pick(home, written, 0, len(NEARLY))
    reattachment = Reattachment(page, [], there)
    reattachment.follow(Packet("学习", items=(PassageItem(passage, id="i"),)))
    (change,) = reattachment.changes
    return change.after.article_id.removeprefix(page.id) if change.after else ""


TURNED = NEARLY.replace("播撒", "撒播")
HALF = "各级工会要广泛开展劳动竞赛，把工匠精神发扬光大。"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ((1, TURNED), "-1"),
        ((2, TURNED), "-2"),
        ((1, HALF), "-1"),
        ((2, HALF), ""),
        ((1, "各级工会都在读书。"), ""),
    ],
)
def test_what_is_nearly_the_same_needs_better_proof_in_another_article(
    said: tuple[int, str], place: str
) -> None:
    assert offered(said) == place


def test_of_what_is_nearly_the_same_that_in_its_own_article_is_meant() -> None:
    assert offered((2, TURNED), (1, HALF)) == "-1"

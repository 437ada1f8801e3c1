"""Tidying through the library: what is kept, what is refused, what passages do meanwhile."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studydesk.domain.article import (
    Article,
    Block,
    BlockKind,
    Problem,
    ProblemKind,
    Recovery,
    Severity,
    Source,
    Span,
)
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.passage_code import code_of
from studydesk.domain.tidying import (
    Correct,
    DropRepeat,
    JoinBlocks,
    SetAside,
    Settle,
    SplitArticle,
    SplitBlock,
    Supply,
)
from studydesk.errors import EditRefused
from studydesk.library import Library, TrashKind
from studydesk.services.importing import import_files
from studydesk.services.packs import open_pack, save_pack
from studydesk.services.reattaching import accept
from studydesk.services.tidying import _guessed_joints, tidied_page, tidy
from studydesk.sources.recovery.recover import recover

WORDS = "工匠精神中的执着专注特质，强调对目标的坚定坚守与对领域的深度耕耘"


def picked(library: Library, words: str, packet_id: str = "p") -> Passage:
    """A passage of these words, kept in a packet of its own."""
    summary = next(s for s in library.articles() if words in library.article(s.id).body)
    article = library.article(summary.id)
    start = article.body.index(words)
    passage = Passage.pick(article, library.source(summary.source_id), start, start + len(words))
    library.save_packet(Packet("学习", items=(PassageItem(passage, id="i"),), id=packet_id))
    return passage


def kept(library: Library, packet_id: str = "p") -> Passage:
    return library.packet(packet_id).passages[0]


def stands(library: Library, passage: Passage) -> bool:
    body = library.article(passage.article_id).body
    return body[passage.start : passage.end] == passage.text


def without_first(library: Library, passage: Passage) -> None:
    """Tidy away the paragraph with which the article of a passage begins."""
    article = library.article(passage.article_id)
    assert passage.text not in article.body_blocks[0].text
    tidy(library, article.source_id, [SetAside(article.body_blocks[0].spans[0].start)])


def test_a_code_that_was_printed_leads_to_its_passage_after_the_page_was_tidied(
    desk: Library,
) -> None:
    before = picked(desk, WORDS)
    code = code_of(before)
    without_first(desk, before)
    passage = kept(desk)
    assert code_of(passage) != code
    (hit,) = desk.search(code).hits
    assert hit.article.id == passage.article_id
    assert hit.excerpts[0].place == passage.start
    assert desk.places(code, desk.article(passage.article_id)) == ((passage.start, passage.end),)


def test_a_code_leads_to_what_a_packet_has_rather_than_to_what_had_it(
    desk: Library, source: Source
) -> None:
    before = picked(desk, WORDS)
    code = code_of(before)
    without_first(desk, before)
    article = desk.article(before.article_id)
    stands_there = Passage.pick(article, source, before.start, before.start + 20)
    assert code_of(stands_there) == code
    desk.save_packet(Packet("别的", items=(PassageItem(stands_there),)))
    ((start, _),) = desk.places(code, article)
    assert start == desk.search(code).hits[0].excerpts[0].place == before.start


def test_a_printed_code_leads_to_where_a_file_finds_its_passage(
    desk: Library, source: Source, tmp_path: Path
) -> None:
    before = picked(desk, WORDS)
    save_pack(desk, "p", tmp_path / "p.studypack")
    with Library.open(tmp_path / "other") as other:
        other.add(source, recover(source))
        without_first(other, before)
        for _ in ("as it is", "as a copy"):
            (passage,) = open_pack(other, tmp_path / "p.studypack").passages
            ((start, _end),) = other.places(code_of(before), other.article(before.article_id))
            assert start == passage.start != before.start
            other.save_packet(Packet("改过", id="p"))


def test_a_printed_code_leads_to_the_new_text_of_its_passage(desk: Library, source: Source) -> None:
    before = picked(desk, WORDS)
    at = source.raw.index("坚定坚守")
    first = desk.article(before.article_id).body_blocks[0]
    away = SetAside(first.spans[0].start)
    (change,) = tidy(desk, source.id, [away, Correct(at, at + 4, "执着坚守")]).changed
    accepted = accept(desk, desk.packet("p"), change)
    desk.save_packet(accepted.packet)
    now = kept(desk)
    assert now.start != before.start
    assert desk.places(code_of(before), desk.article(now.article_id)) == ((now.start, now.end),)


def test_a_packet_comes_back_from_the_trash_as_its_page_is_by_then(
    desk: Library, source: Source
) -> None:
    before = picked(desk, WORDS)
    desk.delete_packet("p")
    without_first(desk, before)
    desk.restore(TrashKind.PACKET, "p")
    passage = kept(desk)
    assert passage.start != before.start
    assert stands(desk, passage)
    assert desk.places(code_of(before), desk.article(passage.article_id)) == (
        (passage.start, passage.end),
    )


def test_nobody_is_asked_about_a_passage_in_the_trash(desk: Library, source: Source) -> None:
    before = picked(desk, WORDS)
    desk.delete_packet("p")
    at = source.raw.index("坚定坚守")
    assert tidy(desk, source.id, [Correct(at, at + 4, "执着坚守")]).changed == ()
    desk.restore(TrashKind.PACKET, "p")
    assert kept(desk) == before


# --- the page ------------------------------------------------------------------------------


def test_a_page_that_nobody_tidied_is_as_it_was_recovered(desk: Library, source: Source) -> None:
    page = tidied_page(desk, source.id)
    assert page.recovery == recover(source)
    assert (page.operations, page.skipped) == ((), ())


def test_what_is_tidied_is_what_the_library_has(desk: Library, source: Source) -> None:
    tidied = tidy(desk, source.id, [SplitArticle(source.raw.index("第一，强化理念引导"))])
    assert tidied_page(desk, source.id) == tidied.page
    assert tuple(desk.articles_of(source.id)) == tidied.page.recovery.articles
    assert len(desk.articles()) == len(recover(source).articles) + 1


def test_undone_to_the_last_step_everything_is_as_before(desk: Library, source: Source) -> None:
    before = desk.articles(), [desk.problems(s.id) for s in desk.articles()]
    at = source.raw.index("第一，强化理念引导")
    tidy(desk, source.id, [SplitArticle(at), Correct(at, at + 2, "首先"), SetAside(at)])
    tidied = tidy(desk, source.id, [])
    assert tidied.page.recovery == recover(source)
    assert (desk.articles(), [desk.problems(s.id) for s in desk.articles()]) == before


def test_what_does_not_fit_is_refused_and_nothing_is_kept(desk: Library, source: Source) -> None:
    at = source.raw.index("第一，强化理念引导")
    with pytest.raises(EditRefused):
        tidy(desk, source.id, [SetAside(at), SplitArticle(at)])
    assert desk.operations(source.id) == ()


def test_what_fits_no_more_is_kept_and_told(desk: Library, source: Source) -> None:
    at = source.raw.index("第一，强化理念引导")
    tidy(desk, source.id, [SplitBlock(at + 9), JoinBlocks(at + 9)])
    tidied = tidy(desk, source.id, [SplitBlock(at + 9)])
    recovery = tidied_page(desk, source.id).recovery
    desk.tidy(source.id, [Supply(-1, BlockKind.TITLE, "题"), SplitBlock(at + 9)], recovery)
    page = tidied_page(desk, source.id)
    assert [skipped.reason for skipped in page.skipped] == ["no-such-block"]
    assert page.recovery == tidied.page.recovery
    assert len(tidy(desk, source.id, page.operations).page.operations) == 2


def test_an_article_that_another_version_recovered_keeps_its_id(
    desk: Library, source: Source
) -> None:
    recovery = recover(source)
    older = tuple(replace(article, id=f"old-{article.id}") for article in recovery.articles)
    desk.tidy(source.id, [], replace(recovery, articles=older, problems=()))
    desk.set_tags(older[0].id, ["已读"])
    tidied = tidy(desk, source.id, [SplitBlock(source.raw.index("第二，构建培育体系") + 9)])
    assert [article.id for article in tidied.page.recovery.articles] == [a.id for a in older]
    assert desk.articles()[0].tags == ("已读",)


def test_a_page_imported_again_comes_back_tidied_though_the_trash_is_empty(
    desk: Library, source: Source, seed_paths: tuple[Path, ...]
) -> None:
    at = source.raw.index("第一，强化理念引导")
    tidied = tidy(desk, source.id, [SplitArticle(at), Correct(at, at + 2, "首先")])
    for article in tidied.page.recovery.articles[:2]:
        desk.delete_article(article.id)
    desk.empty_trash(datetime.now(UTC) + timedelta(seconds=1))
    import_files(desk, seed_paths[:1])
    assert tuple(desk.articles_of(source.id)) == tidied.page.recovery.articles


# --- problems ------------------------------------------------------------------------------


def problems(library: Library, source: Source) -> set[tuple[ProblemKind, int]]:
    found = tidied_page(library, source.id).recovery.problems
    return {(problem.kind, problem.span.start) for problem in found}


def test_a_title_that_is_supplied_settles_that_it_was_missing(
    desk: Library, source: Source
) -> None:
    before = problems(desk, source)
    ((_, at),) = [p for p in before if p[0] is ProblemKind.TITLE_MISSING]
    tidy(desk, source.id, [Supply(at, BlockKind.TITLE, "人工智能时代的工匠精神")])
    assert before - problems(desk, source) == {(ProblemKind.TITLE_MISSING, at)}


def test_a_repeat_that_is_dropped_is_none_any_more(desk: Library, source: Source) -> None:
    repeats = [p for p in recover(source).problems if p.kind is ProblemKind.REPEATED]
    tidied = tidy(desk, source.id, [DropRepeat(*repeats[-1].span)])
    assert ProblemKind.REPEATED not in {p.kind for p in tidied.page.recovery.problems}
    assert tidied.page.recovery.repeats == (repeats[-1].span,)


SAID = (
    "有的机构打着包就业、高收入的旗号招揽学员，收取上万元学费，课程却只有几天的模拟飞行；"
    "有的机构师资短缺，教练自己拿证不到半年就上岗授课；有的地方证书名目繁多，企业认不清、"
    "学员用不上，一些年轻人怀着憧憬而来，拿到证书之后才发现企业需要的是会检修的人手。"
)


def page_with_a_stray_copy(library: Library, tmp_path: Path) -> Source:
    """A page on which a passage comes again inside the word 优势."""
    raw = (
        "低空经济呼唤新飞匠\n蓝田玉\n"
        f"市场需求十分旺盛，今年又有许多人报了名，培训却显得良莠不齐。\n{SAID}\n"
        f"职业院校要走出误区，开好课程，依托电力、测绘、农业、物流等优\n摄影 钱坤\n齐。\n{SAID}\n"
        "势专业，发展特色课程。\n工会组织也应当及早介入，让劳动者有稳稳的落点。\n"
    )
    file = tmp_path / "page.txt"
    file.write_text(raw, encoding="utf-8")
    known = {each.id for each in library.sources()}
    import_files(library, [file])
    (new,) = {each.id for each in library.sources()} - known
    return library.source(new)


def test_where_the_copy_that_stays_breaks_in_on_a_sentence_is_doubted(
    desk: Library, tmp_path: Path
) -> None:
    source = page_with_a_stray_copy(desk, tmp_path)
    repeats = [p.span for p in recover(source).problems if p.kind is ProblemKind.REPEATED]
    astray = source.raw.rindex("齐。")
    assert astray in {span.start for span in repeats}
    tidy(desk, source.id, [DropRepeat(source.raw.index(SAID), source.raw.index(SAID) + len(SAID))])
    assert (ProblemKind.COLUMNS_MIXED, astray) in problems(desk, source)
    tidy(desk, source.id, [DropRepeat(*repeats[-1])])
    assert ProblemKind.COLUMNS_MIXED not in {kind for kind, _ in problems(desk, source)}


def test_a_guess_inside_of_a_paragraph_is_remembered_however_its_text_is_printed() -> None:
    at = 4
    doubt = Problem(ProblemKind.COLUMNS_MIXED, Severity.AMBER, Span(at, 9), "a-1")
    for spans in ((Span(0, 9),), (Span(0, 3), Span(at, 9))):
        block = Block(BlockKind.PARAGRAPH, "不采集，也不能少", spans)
        page = Recovery((Article("a-1", "page", (block,)),), (), (doubt,))
        assert _guessed_joints(page) == {at}


def test_a_problem_can_be_settled_by_hand_and_comes_back_by_undo(
    desk: Library, source: Source
) -> None:
    fresh = recover(source).problems
    tidy(desk, source.id, [Settle(problem.span.start, problem.kind) for problem in fresh])
    assert problems(desk, source) == set()
    tidy(desk, source.id, [])
    assert len(tidied_page(desk, source.id).recovery.problems) == len(fresh)


# --- in packet files -----------------------------------------------------------------------


def test_what_was_done_to_a_page_travels_with_a_packet_and_goes_on_there(
    desk: Library, source: Source, tmp_path: Path
) -> None:
    at = source.raw.index("坚定坚守")
    correction = Correct(at, at + 4, "执着坚守")
    tidy(desk, source.id, [correction])
    passage = picked(desk, WORDS.replace("坚定坚守", "执着坚守"))
    save_pack(desk, "p", tmp_path / "学习.studypack")
    with Library.open(tmp_path / "另一个") as other:
        open_pack(other, tmp_path / "学习.studypack")
        page = tidied_page(other, source.id)
        assert page.operations == (correction,)
        assert other.articles_of(source.id)[0] in page.recovery.articles
        split = SplitBlock(source.raw.index("第二，构建培育体系") + 9)
        tidied = tidy(other, source.id, [correction, split])
        assert tidied.changed == ()
        assert kept(other).text == passage.text
        assert stands(other, kept(other))


def test_a_page_that_is_there_keeps_what_was_done_to_it_there(
    desk: Library, source: Source, tmp_path: Path
) -> None:
    picked(desk, WORDS)
    at = source.raw.index("第二，构建培育体系") + 9
    tidy(desk, source.id, [SplitBlock(at)])
    save_pack(desk, "p", tmp_path / "学习.studypack")
    tidy(desk, source.id, [])
    open_pack(desk, tmp_path / "学习.studypack")
    assert desk.operations(source.id) == ()

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from studydesk.domain import edits
from studydesk.domain.article import Article, Block, Recovery, Source, SourceKind, Span
from studydesk.domain.merging import merge
from studydesk.domain.packet import Guide, Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.errors import Cancelled, DiskFull, NotFound, StudypackDamaged, StudypackTooNew
from studydesk.library import Library, Reason, TrashKind, packets, studypack
from studydesk.services.checking import QuotationStatus, check
from studydesk.services.packs import bring, look_into, open_pack, save_pack


@pytest.fixture
def pack(library: Library, saved: Packet, tmp_path: Path) -> Path:
    path = tmp_path / "学习.studypack"
    save_pack(library, saved.id, path)
    return path


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "另一个") as opened:
        yield opened


def test_a_packet_arrives_in_another_library_with_its_articles(
    other: Library, saved: Packet, pack: Path
) -> None:
    assert open_pack(other, pack) == saved
    assert other.packet(saved.id) == saved
    assert check(saved, other.article, other.source).verbatim == 1
    assert other.sources()[0].newspaper == "工人日报"


def test_opening_a_file_twice_keeps_one_packet(library: Library, saved: Packet, pack: Path) -> None:
    assert open_pack(library, pack) == saved
    assert len(library.packets()) == len(library.articles()) == 1


def test_a_packet_that_was_edited_meanwhile_is_not_overwritten(
    library: Library, saved: Packet, pack: Path
) -> None:
    edited = edits.rename(saved, "改过的")
    library.save_packet(edited)
    opened = open_pack(library, pack)
    assert library.packet(saved.id) == edited
    assert (opened.id != saved.id, opened.items) == (True, saved.items)
    assert library.packet(opened.id).title == "工匠精神学习"
    assert open_pack(library, pack) == opened
    assert len(library.packets()) == 2


def test_a_packet_in_the_trash_is_not_overwritten_by_an_older_file(
    library: Library, saved: Packet, pack: Path
) -> None:
    edited = edits.rename(saved, "改了三小时")
    library.save_packet(edited)
    library.delete_packet(saved.id)
    opened = open_pack(library, pack)
    assert opened == replace(saved, id=opened.id)
    assert open_pack(library, pack) == opened
    library.restore(TrashKind.PACKET, saved.id)
    assert library.packet(saved.id) == edited


def test_a_source_that_was_edited_meanwhile_is_not_overwritten(
    library: Library, pack: Path
) -> None:
    source = library.sources()[0]
    library.update_sources([(source.id, "人民日报", None, "", SourceKind.NEWSPAPER, None)])
    open_pack(library, pack)
    assert library.source(source.id).newspaper == "人民日报"


def test_a_packet_whose_article_is_gone_still_travels(
    library: Library, saved: Packet, tmp_path: Path
) -> None:
    item = next(item for item in saved.items if isinstance(item, PassageItem))
    lost = replace(item, passage=replace(item.passage, article_id="nowhere-1"))
    library.save_packet(edits.change(saved, lost))
    save_pack(library, saved.id, tmp_path / "a.studypack")
    assert studypack.read_studypack(tmp_path / "a.studypack").articles == ()


def test_a_packet_that_is_not_there_makes_no_file(library: Library, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        save_pack(library, "nowhere", tmp_path / "a.studypack")
    assert not (tmp_path / "a.studypack").exists()


def test_nothing_of_a_damaged_file_is_kept(other: Library, pack: Path) -> None:
    pack.write_bytes(pack.read_bytes()[:-200])
    with pytest.raises(StudypackDamaged):
        open_pack(other, pack)
    assert (other.sources(), other.packets()) == ([], [])


def test_nothing_of_a_newer_file_is_kept(
    other: Library, library: Library, saved: Packet, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(studypack, "least_version", lambda _: studypack.VERSION + 1)
        save_pack(library, saved.id, pack)
    with pytest.raises(StudypackTooNew):
        open_pack(other, pack)
    assert (other.sources(), other.packets()) == ([], [])


def test_the_missing_article_of_a_known_page_is_added(
    library: Library, other: Library, saved: Packet, pack: Path
) -> None:
    source = library.sources()[0]
    other.add(source, Recovery(()))
    open_pack(other, pack)
    assert check(saved, other.article, other.source).verbatim == 1


def other_articles(source: Source, *blocks: tuple[Block, ...]) -> Recovery:
    """The page as another version of recovery, or a user, makes it: with the same ids."""
    return Recovery(
        tuple(Article(f"{source.id}-{n}", source.id, each) for n, each in enumerate(blocks, 1))
    )


def opened_where_the_page_is(other: Library, recovery: Recovery, pack: Path) -> Passage:
    (_, source), *_ = studypack.read_studypack(pack).articles
    other.add(source, recovery)
    opened = open_pack(other, pack)
    assert other.packet(opened.id) == opened
    return opened.passages[0]


def test_a_passage_is_found_where_its_id_names_another_article(
    library: Library, other: Library, saved: Packet, pack: Path
) -> None:
    (source,) = library.sources()
    *_, first, second = library.article(f"{source.id}-1").blocks
    passage = opened_where_the_page_is(other, other_articles(source, (second,), (first,)), pack)
    assert (passage.article_id, passage.start) == (f"{source.id}-2", 0)
    assert check(other.packet(saved.id), other.article, other.source).verbatim == 1
    assert len(other.articles()) == 2


def test_a_passage_whose_characters_are_elsewhere_by_now_goes_with_them(
    library: Library, other: Library, saved: Packet, pack: Path
) -> None:
    (source,) = library.sources()
    *_, first, second = library.article(f"{source.id}-1").blocks
    start, end = first.spans[0]
    half = replace(first, text=first.text[4:], spans=(Span(start + 4, end),))
    passage = opened_where_the_page_is(other, other_articles(source, (second,), (half,)), pack)
    assert (passage.article_id, passage.text) == (f"{source.id}-2", first.text)
    assert passage.citation == saved.passages[0].citation
    (result,) = check(other.packet(saved.id), other.article, other.source).quotations
    assert result.status is QuotationStatus.DIFFERS


def test_a_passage_whose_characters_are_in_no_article_points_at_none(
    library: Library, other: Library, saved: Packet, pack: Path
) -> None:
    (source,) = library.sources()
    title, author, _, second = library.article(f"{source.id}-1").blocks
    recovery = other_articles(source, (title, author, second))
    passage = opened_where_the_page_is(other, recovery, pack)
    assert other.picked(f"{source.id}-1") == []
    assert passage.text == saved.passages[0].text
    (result,) = check(other.packet(saved.id), other.article, other.source).quotations
    assert result.status is QuotationStatus.SOURCE_MISSING


def test_a_packet_without_its_article_points_at_no_other(
    library: Library, other: Library, saved: Packet, pack: Path
) -> None:
    (source,) = library.sources()
    *_, first, second = library.article(f"{source.id}-1").blocks
    studypack.write_studypack(pack, saved, ())
    other.add(source, other_articles(source, (second,), (first,)))
    assert open_pack(other, pack).passages[0].article_id == f"{source.id}-2"


def test_a_passage_that_never_agreed_stays_with_its_article(
    other: Library, library: Library, saved: Packet, tmp_path: Path
) -> None:
    item = next(item for item in saved.items if isinstance(item, PassageItem))
    text = item.passage.text.replace("工匠", "工人")
    library.save_packet(
        edits.change(saved, replace(item, passage=replace(item.passage, text=text)))
    )
    save_pack(library, saved.id, tmp_path / "a.studypack")
    assert open_pack(other, tmp_path / "a.studypack") == library.packet(saved.id)


def test_a_packet_that_cannot_be_kept_leaves_no_articles(
    other: Library, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull(pack)

    monkeypatch.setattr(packets, "save", full)
    with pytest.raises(DiskFull):
        open_pack(other, pack)
    assert (other.sources(), other.articles(), other.packets()) == ([], [], [])


def test_two_states_of_a_packet_opened_at_once_are_both_kept(
    library: Library, other: Library, saved: Packet, pack: Path, tmp_path: Path
) -> None:
    library.save_packet(edits.rename(saved, "改过的"))
    save_pack(library, saved.id, tmp_path / "b.studypack")
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(partial(open_pack, other), (pack, tmp_path / "b.studypack")))
        titles = {summary.title for summary in other.packets()}
        assert titles == {saved.title, "改过的"}


def cancel_at(step: int) -> Callable[[int, int], None]:
    """Somebody who presses 取消 at this report of progress."""
    steps = iter(range(99))

    def progress(_done: int, _total: int) -> None:
        if next(steps) == step:
            raise Cancelled

    return progress


@pytest.mark.parametrize("step", [0, 1])
def test_a_file_whose_opening_is_cancelled_adds_nothing(
    tmp_path: Path, pack: Path, step: int
) -> None:
    with Library.open(tmp_path / "别处") as elsewhere:
        with pytest.raises(Cancelled):
            open_pack(elsewhere, pack, cancel_at(step))
        assert (elsewhere.packets(), elsewhere.articles(), elsewhere.sources()) == ([], [], [])


@pytest.mark.parametrize("step", [0, 1])
def test_a_file_whose_saving_is_cancelled_is_not_written(
    tmp_path: Path, library: Library, saved: Packet, step: int
) -> None:
    with pytest.raises(Cancelled):
        save_pack(library, saved.id, tmp_path / "新.studypack", cancel_at(step))
    assert not (tmp_path / "新.studypack").exists()


# --- what a file would bring ---------------------------------------------------------------


def test_a_file_for_a_new_library_would_bring_its_packet_and_articles(
    other: Library, saved: Packet, pack: Path
) -> None:
    arrival = look_into(other, pack)
    assert (arrival.packet, arrival.here, arrival.articles) == (saved, None, 1)
    assert not arrival.differs
    assert (other.packets(), other.articles(), other.sources()) == ([], [], [])


def test_a_file_that_is_here_already_would_bring_nothing(
    library: Library, saved: Packet, pack: Path
) -> None:
    arrival = look_into(library, pack)
    assert (arrival.here, arrival.articles, arrival.known) == (saved, 0, True)


def test_an_earlier_state_of_a_packet_that_is_here_is_told_as_such(
    library: Library, saved: Packet, pack: Path
) -> None:
    mine = edits.rename(saved, "改过的")
    library.save_packet(mine)
    arrival = look_into(library, pack)
    assert (arrival.here, arrival.packet) == (mine, saved)
    assert (arrival.differs, arrival.earlier) == (True, True)
    assert library.packet(saved.id) == mine


def test_a_state_that_was_never_here_differs(
    library: Library, other: Library, saved: Packet, pack: Path, tmp_path: Path
) -> None:
    opened = open_pack(other, pack)
    other.save_packet(edits.append(opened, Guide("别人添的")))
    save_pack(other, opened.id, tmp_path / "回来.studypack")
    library.save_packet(edits.append(saved, Guide("我添的")))
    arrival = look_into(library, tmp_path / "回来.studypack")
    assert (arrival.differs, arrival.earlier) == (True, False)
    assert arrival.packet.items[-1] != library.packet(saved.id).items[-1]


def test_a_file_merged_into_a_packet_keeps_what_both_have(
    library: Library, saved: Packet, pack: Path
) -> None:
    mine = edits.append(edits.remove(saved, {saved.items[2].id}), Guide("我添的"))
    library.save_packet(mine)
    merged = merge(mine, bring(library, pack))
    library.save_packet(merged)
    assert {*merged.items} == {*mine.items, *saved.items}
    assert len(library.packets()) == 1


def test_articles_are_brought_without_a_packet(other: Library, pack: Path, saved: Packet) -> None:
    assert bring(other, pack) == saved
    assert (len(other.articles()), other.packets()) == (1, [])


def test_opening_another_state_keeps_the_history_of_the_one_here(
    library: Library, saved: Packet, pack: Path
) -> None:
    library.save_packet(edits.rename(saved, "改过的"))
    library.keep_version(saved.id, Reason.EXPORTED)
    opened = open_pack(library, pack)
    assert library.versions(opened.id) == []
    assert library.versions(saved.id)[0].title == "改过的"

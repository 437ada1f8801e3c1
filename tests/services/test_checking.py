from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from studydesk.domain import edits
from studydesk.domain.article import ProblemKind, Severity
from studydesk.domain.cleaning import body_places
from studydesk.domain.packet import Agenda, AgendaStep, Guide, Packet, PassageItem, Session
from studydesk.domain.passage import Citation, Insertion, Passage
from studydesk.domain.tidying import Settle
from studydesk.errors import Cancelled, EditRefused
from studydesk.export import fonts
from studydesk.handout.preset_file import read_preset
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Typeface
from studydesk.library import Library
from studydesk.services.checking import (
    QuotationStatus,
    answered_for,
    check,
    check_against,
    missing_glyphs,
    standing,
)
from studydesk.services.importing import import_files
from studydesk.services.mending import can_mend, mend
from studydesk.services.originals import PackedOriginals
from studydesk.services.phrase_bank import Phrase, keep_phrases, phrases
from studydesk.services.tidying import tidy
from studydesk.ui.words.outcomes import quotation_sentence, review_of


def nothing(_id: str) -> None:
    return None


def test_a_clean_packet_has_nothing_to_settle(library: Library, packet: Packet) -> None:
    checked = check(packet, library.article, library.source)
    assert (checked.verbatim, checked.findings, checked.must_be_settled) == (1, (), False)


def test_an_article_that_the_library_lost_is_no_error(library: Library, packet: Packet) -> None:
    lost = edits.cite(packet, "other", packet.passages[0].citation)
    elsewhere = replace(lost.passages[0], article_id="nowhere-1")
    packet = Packet("学习", items=(PassageItem(elsewhere),))
    checked = check(packet, library.article, library.source)
    assert checked.quotations[0].status is QuotationStatus.SOURCE_MISSING
    assert checked.must_be_settled


def test_an_article_in_the_trash_is_told_from_one_that_is_lost(
    library: Library, packet: Packet
) -> None:
    elsewhere = PassageItem(replace(packet.passages[0], article_id="nowhere-1"), id="lost")
    library.delete_article(packet.passages[0].article_id)
    checked = check_against(library, replace(packet, items=(*packet.items, elsewhere)))
    assert [result.is_deleted for result in checked.quotations] == [True, False]
    assert "回收站" in quotation_sentence(checked.quotations[0])
    assert "回收站" not in quotation_sentence(checked.quotations[1])


def test_a_red_finding_must_be_settled_and_a_grey_one_need_not() -> None:
    red = Packet("学习", items=(Guide("二十四中全会"),))
    grey = Packet("学习", items=(Guide("设备..."),))
    assert check(red, nothing, nothing).must_be_settled
    assert not check(grey, nothing, nothing).must_be_settled
    assert len(check(grey, nothing, nothing).findings) == 1


def test_a_character_that_no_face_has_is_red_inside_a_passage_and_amber_elsewhere(
    packet: Packet,
) -> None:
    item = next(item for item in packet.items if isinstance(item, PassageItem))
    rare = replace(item.passage, text="龘" + item.passage.text[1:])
    items = (replace(item, id="p", passage=rare), Guide("靐靐𠀀，见䶮字。", id="g"))
    found = missing_glyphs(replace(packet, items=items))
    assert [(f.rule, f.severity, f.item_id, f.field, f.found) for f in found] == [
        ("F01", Severity.AMBER, "g", "text", "靐𠀀"),
        ("F01", Severity.RED, "p", "passage", "龘"),
    ]


def test_a_box_in_a_name_is_red_wherever_the_name_stands(packet: Packet) -> None:
    item = next(item for item in packet.items if isinstance(item, PassageItem))
    cited = replace(item, id="p", passage=replace(item.passage, citation=Citation("题", ("龘",))))
    named = Packet("学习", Session(host="𠮷"), (cited,))
    found = check_against(PackedOriginals(()), named, names=("张三", "靐")).findings
    boxes = [(f.severity, f.item_id, f.field, f.found) for f in found if f.rule == "F01"]
    assert boxes == [
        (Severity.RED, "", "session", "𠮷"),
        (Severity.RED, "p", "citation", "龘"),
        (Severity.RED, "", "names", "靐"),
    ]


def test_the_faces_of_the_packets_own_preset_are_asked(
    packet: Packet, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[set[str]] = []

    def told(_text: str, typefaces: Iterable[Typeface]) -> str:
        asked.append({typeface.installed for typeface in typefaces})
        return ""

    monkeypatch.setattr(fonts, "missing_characters", told)
    own = read_preset('name = "我的"\nbased_on = "普通讲义"\n[fonts]\n"选段" = "甲体"\n', PRESETS)
    missing_glyphs(replace(packet, preset="我的"), {**PRESETS, "我的": own})
    assert {"甲体"} in asked  # passages
    assert {"", "甲体"} in asked


def test_what_is_missing_anywhere_on_paper_is_told(packet: Packet) -> None:
    agenda = Agenda((AgendaStep("领读", 5, "龘"), AgendaStep("靐", 5)))
    passage = replace(packet.passages[0], citation=Citation("龘"))
    marked = PassageItem(passage.with_operation(Insertion(0, "龘")), label="龘")
    everywhere = Packet("龘", Session("龘", place="靐"), (agenda, marked))
    assert [(finding.field, finding.found) for finding in missing_glyphs(everywhere)] == [
        ("session", "龘靐"),
        ("title", "龘"),
        ("steps", "龘靐"),
        ("label", "龘"),
        ("passage", "龘"),
        ("citation", "龘"),
    ]


def test_a_missing_character_is_part_of_the_check() -> None:
    checked = check(Packet("学习龘"), nothing, nothing)
    assert [finding.rule for finding in checked.findings] == ["F01"]
    assert not checked.must_be_settled


# --- what somebody let stand ---------------------------------------------------------------

RED = Packet("学习", items=(Guide("二十四中全会", id="g"),))


def test_a_red_finding_is_settled_by_name_and_stays_among_the_findings() -> None:
    (finding,) = check(RED, nothing, nothing).findings
    packet = edits.keep(RED, standing(finding, "王芳", "原件如此"))
    checked = check(packet, nothing, nothing)
    assert (checked.findings, checked.open, checked.must_be_settled) == ((finding,), (), False)
    kept = checked.kept(finding)
    assert kept is not None
    assert (kept.by, kept.reason, bool(kept.on)) == ("王芳", "原件如此", True)


def test_nobody_answers_for_a_red_finding_without_a_name() -> None:
    (finding,) = check(RED, nothing, nothing).findings
    nameless = edits.keep(RED, standing(finding))
    assert check(nameless, nothing, nothing).must_be_settled


def test_a_hint_is_let_stand_without_a_name_until_its_words_are_others() -> None:
    packet = Packet("学习", items=(Guide("设备...", id="g"),))
    (finding,) = check(packet, nothing, nothing).findings
    kept = edits.keep(packet, standing(finding))
    assert not check(kept, nothing, nothing).open
    assert not check(edits.change(kept, Guide("新设备...", id="g")), nothing, nothing).open
    assert check(edits.change(kept, Guide("设备....", id="g")), nothing, nothing).open


def test_a_source_that_is_gone_can_be_answered_for_and_a_difference_cannot(
    library: Library, packet: Packet
) -> None:
    (gone,) = check(packet, nothing, nothing).unsettled_quotations
    answered = edits.keep(packet, standing(gone, "王芳", "已对照原报"))
    assert check(answered, nothing, nothing).unproven
    assert not check(answered, nothing, nothing).must_be_settled
    item = next(item for item in packet.items if isinstance(item, PassageItem))
    other = replace(item.passage, text="其" + item.passage.text[1:])
    differs = edits.change(answered, replace(item, passage=other))
    (result,) = check(differs, library.article, library.source).unsettled_quotations
    assert result.status is QuotationStatus.DIFFERS
    answered = edits.keep(differs, standing(result, "王芳"))
    assert check(answered, library.article, library.source).must_be_settled


def test_a_passage_that_its_page_has_and_its_article_no_more_is_answered_for_by_name(
    library: Library, packet: Packet
) -> None:
    item = next(item for item in packet.items if isinstance(item, PassageItem))
    article, source = (
        library.article(item.passage.article_id),
        library.source(library.article(item.passage.article_id).source_id),
    )
    bare = replace(article, blocks=article.blocks[:1])
    packet = Packet("学习", items=(item,))
    (result,) = check(packet, lambda _: bare, lambda _: source).unsettled_quotations
    assert (result.status, result.is_printed) == (QuotationStatus.DIFFERS, True)
    unnamed = edits.keep(packet, standing(result))
    assert check(unnamed, lambda _: bare, lambda _: source).must_be_settled
    answered = edits.keep(packet, standing(result, "王芳"))
    assert not check(answered, lambda _: bare, lambda _: source).must_be_settled


def test_who_answers_for_a_source_that_is_gone_answers_for_no_difference(
    library: Library, packet: Packet
) -> None:
    item = next(item for item in packet.items if isinstance(item, PassageItem))
    article = library.article(item.passage.article_id)
    bare = replace(article, blocks=article.blocks[:1])
    answered = answered_for(check(packet, nothing, nothing), "王芳").packet
    back = check(answered, lambda _: bare, library.source)
    assert [result.is_printed for result in back.unsettled_quotations] == [True]


def test_a_title_that_is_not_the_article_s_is_told_and_put_right(
    library: Library, packet: Packet
) -> None:
    item = next(item for item in packet.items if isinstance(item, PassageItem))
    article = library.article(item.passage.article_id)
    cited = replace(item.passage.citation, title="新题目")
    other = replace(item, passage=replace(item.passage, citation=cited))
    asked = edits.change(packet, other)
    checked = check(asked, library.article, library.source)
    (finding,) = (each for each in checked.findings if each.rule == "C08")
    assert (finding.found, finding.suggestion) == ("新题目", article.title)
    assert can_mend(finding)
    right = mend(library, asked, finding)
    assert right.passages[0].citation.title == article.title
    again = check(right, library.article, library.source).findings
    assert "C08" not in {each.rule for each in again}


def test_a_source_that_is_gone_is_answered_for_of_one_passage_alone(packet: Packet) -> None:
    (gone,) = check(packet, nothing, nothing).unsettled_quotations
    answered = edits.keep(packet, standing(gone, "王芳"))
    item = next(item for item in packet.items if isinstance(item, PassageItem))
    moved = replace(item, passage=replace(item.passage, article_id="别处-1"))
    assert not check(edits.change(answered, moved), nothing, nothing).must_be_settled
    other = replace(item, passage=replace(item.passage, text="另" + item.passage.text[1:]))
    assert check(edits.change(answered, other), nothing, nothing).must_be_settled


@pytest.mark.parametrize("blank", ["", "  ", "\u3000\n"])
def test_nobody_answers_under_a_blank_name(blank: str) -> None:
    checked = check(RED, nothing, nothing)
    with pytest.raises(EditRefused, match="nobody"):
        answered_for(checked, blank)
    (finding,) = checked.findings
    assert check(edits.keep(RED, standing(finding, blank)), nothing, nothing).must_be_settled
    assert not answered_for(checked, " 王芳 ").must_be_settled


def test_a_rule_is_silenced_for_a_packet_or_for_all_of_a_library(library: Library) -> None:
    assert check_against(library, RED).findings
    quiet = check_against(library, edits.silence(RED, "P06"))
    assert not quiet.findings
    assert quiet.silenced == frozenset({"P06"})
    library.silence_rule("P06", silenced=True)
    assert not check_against(library, RED).findings
    assert not check_against(PackedOriginals((), library), RED).findings
    assert check_against(PackedOriginals(()), RED).findings


def test_wording_is_held_against_the_bank_of_the_library(library: Library) -> None:
    packet = Packet("学习", items=(Guide("弘扬匠人匠心。", id="g"),))
    assert [f.rule for f in check_against(library, packet).findings] == []
    own = Phrase("工匠精神", wrong=("匠人匠心",), source="公司工会", dated=date(2026, 1, 2))
    keep_phrases(library, (own, *phrases(library)))
    (found,) = check_against(library, packet).findings
    assert (found.rule, found.found, found.basis) == ("P20", "匠人匠心", "公司工会，2026-01-02")


def test_without_a_library_the_shipped_bank_is_asked() -> None:
    packet = Packet("学习", items=(Guide("弘扬劳动精神、劳模精神、工匠精神。", id="g"),))
    assert [f.rule for f in check_against(PackedOriginals(()), packet).findings] == ["P20"]


def test_what_a_rule_found_is_not_told_again_by_the_bank(library: Library) -> None:
    own = Phrase("二十届四中全会", wrong=("二十四中全会",))
    keep_phrases(library, (own,))
    packet = Packet("学习", items=(Guide("学习二十四中全会精神。", id="g"),))
    assert [f.rule for f in check_against(library, packet).findings] == ["P06"]


def test_a_check_says_what_wording_it_held_the_words_against(library: Library) -> None:
    keep_phrases(library, (Phrase("甲", checked=date(2026, 1, 2)), Phrase("乙", is_on=False)))
    checked = check_against(library, Packet("学习"))
    assert (checked.wordings, checked.looked_up) == (1, date(2026, 1, 2))


def test_a_check_can_be_stopped_before_any_passage_field_or_quotation(
    library: Library, packet: Packet
) -> None:
    packet = replace(packet, items=(*packet.items, Guide("他指出：“要把每一道工序做到位。”")))
    told: list[tuple[int, int]] = []
    checked = check_against(library, packet, lambda *done: told.append(done))
    assert len(told) >= len(packet.passages) + 2 * len(packet.items) + 1
    for place in range(len(told)):
        steps = iter(range(place))

        def stop(_done: int, _total: int, steps: Iterator[int] = steps) -> None:
            if next(steps, None) is None:
                raise Cancelled

        with pytest.raises(Cancelled):
            check_against(library, packet, stop)
    assert checked == check_against(library, packet)


def test_what_recovery_was_not_sure_of_stands_on_the_proof_sheet_until_somebody_looks(
    library: Library, seed_paths: tuple[Path, ...]
) -> None:
    """The interleaved page among the seeds."""
    import_files(library, seed_paths[4:])
    source = library.sources()[-1]
    told = [
        (one, each) for each in library.articles_of(source.id) for one in library.problems(each.id)
    ]
    short, article = next(each for each in told if each[0].kind is ProblemKind.CHARACTER_MISSING)
    start = body_places(source.raw, article).index(short.span.start)
    item = PassageItem(Passage.pick(article, source, start, start + 40))
    packet = Packet("学习", items=(item,))
    checked = check_against(library, packet)
    (finding,) = (one for one in checked.findings if (one.rule, one.field) == ("Q16", "passage"))
    assert item.passage.text.startswith(finding.found)
    assert "有存疑，请对照原报" in review_of(packet, checked).quotations[item.id]
    tidy(library, source.id, [Settle(one.span.start, one.kind) for one, _ in told])
    seen = check_against(library, packet)
    assert "Q16" not in {each.rule for each in seen.findings}
    assert "存疑" not in review_of(packet, seen).quotations[item.id]

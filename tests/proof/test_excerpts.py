"""What an excerpt loses or brings along is told; whole paragraphs are left alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from studydesk.domain.article import Source
from studydesk.domain.packet import EditorNote, Guide, Packet, PassageItem, new_id
from studydesk.domain.passage import Citation, Insertion, Omission, Passage
from studydesk.proof.finding import Finding
from studydesk.proof.rules import proofread
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover

CITED = Citation("题名", ("作者",), "日报", None, "3")


def passage(text: str, start: int = 0, before: str = "", after: str = "") -> Passage:
    return Passage("a-1", start, start + len(text), text, before, after, CITED)


def found(rule: str, *items: PassageItem | Guide | EditorNote) -> list[Finding]:
    return [one for one in proofread(Packet("学习", items=items)) if one.rule == rule]


@pytest.mark.parametrize("text", ["可以推广，但要先试点。", "可以推广，除特殊工种外，都要试点。"])
def test_what_limits_a_sentence_is_missed_when_it_is_left_out(text: str) -> None:
    cut = passage(text).with_operation(Omission(4, len(text)))
    assert found("Q03", PassageItem(cut))[0].found == text[4:16]


def test_what_limits_nothing_may_be_left_out() -> None:
    text = "可以推广，一年试点，两年铺开。"
    assert not found("Q03", PassageItem(passage(text).with_operation(Omission(4, 9))))


@pytest.mark.parametrize(
    ("before", "text", "after", "told"),
    [
        ("练出手艺，", "把工序做到位。", "", True),
        ("练出手艺。", "把工序做到位", "，一年一年练。", True),
        ("练出手艺。", "把工序做到位", "。一年一年练。", True),
        ("他说：“", "把工序做到位", "。”", True),
        ("练出手艺。", "把工序做到位。", "一年一年练。", False),
        ("小标题\n", "把工序做到位", "\n下一段", False),
        ("", "把工序做到位", "", False),
        ("他说：", "“把工序做到位。”", "这话不假。", False),
    ],
)
def test_a_sentence_that_is_cut_is_told(before: str, text: str, after: str, told: bool) -> None:
    assert bool(found("Q13", PassageItem(passage(text, 20, before, after)))) is told


def test_a_cut_that_says_what_is_left_out_is_not_told() -> None:
    text = "把工序做到位，一年一年"
    open_end = passage(text, 20, "练出手艺。", "练。")
    assert found("Q13", PassageItem(open_end))
    assert not found("Q13", PassageItem(open_end.with_operation(Omission(7, len(text)))))


def test_a_short_name_is_told_unless_something_explains_it() -> None:
    short = passage("《意见》提出，要练技能。")
    assert found("Q10", PassageItem(short))[0].found == "《意见》"
    explained = short.with_operation(Insertion(0, "指中央的文件"))
    assert not found("Q10", PassageItem(explained))
    assert not found("Q10", PassageItem(short), EditorNote("《意见》指中央的文件。"))
    whole = passage("《关于技能的意见》印发，《意见》提出，要练技能。")
    assert not found("Q10", PassageItem(whole))


LED = passage("师傅要带徒弟。", 9)


@pytest.mark.parametrize(
    ("before", "here", "is_told"),
    [
        ((), passage("这种做法要推广。", 17, "师傅要带徒弟。\n"), True),
        ((), passage("这种做法要推广。"), False),
        ((LED,), passage("这种做法要推广。", 17, "师傅要带徒弟。\n"), False),
        ((LED,), passage("这种做法要推广。", 19, "师傅要带徒弟。\n三年"), True),
        ((LED.with_operation(Omission(3, 7)),), passage("这种做法要推广。", 16, "弟。"), True),
        ((replace(LED, article_id="b-1"),), passage("这种做法要推广。", 16, "弟。"), True),
    ],
)
def test_what_points_back_is_told_unless_that_is_printed_right_before_it_or_was_never_there(
    before: tuple[Passage, ...], here: Passage, is_told: bool
) -> None:
    items = [PassageItem(each, id=new_id()) for each in (*before, here)]
    assert bool(found("Q10", *items)) is is_told


def test_the_same_words_of_an_article_in_two_passages_are_told_once() -> None:
    one, other = passage("工匠精神" * 8), passage("工匠精神" * 8, 8)
    (finding,) = found("L06", PassageItem(one), PassageItem(other, id="second"))
    assert finding.item_id == "second"
    assert not found("L06", PassageItem(one), PassageItem(passage("工匠" * 8, 30)))
    elsewhere = replace(other, article_id="b-1")
    assert not found("L06", PassageItem(one), PassageItem(elsewhere))


def test_what_stands_now_where_a_lost_passage_stood_is_not_printed_twice() -> None:
    lost, now = passage("工匠精神" * 8), passage("一二三四五六七八九十" * 3)
    assert not found("L06", PassageItem(lost), PassageItem(now))


def test_what_is_left_out_of_a_passage_is_not_printed_twice() -> None:
    one, other = passage("工匠精神" * 10), passage("精神工匠" * 10, 10)
    short = one.with_operation(Omission(10, 40))
    assert not found("L06", PassageItem(short), PassageItem(other))
    assert not found("L06", PassageItem(other), PassageItem(short))
    (finding,) = found("L06", PassageItem(one), PassageItem(other.with_operation(Omission(2, 4))))
    assert finding.found == other.text[:12]


def test_a_passage_that_shares_words_with_several_before_it_is_told_once() -> None:
    text = "一二三四五六七八九十" * 6
    items = [PassageItem(passage(text[at : at + 40], at), id=f"p{at}") for at in (0, 5, 10)]
    assert [finding.item_id for finding in found("L06", *items)] == ["p5", "p10"]


@pytest.mark.parametrize(
    ("rule", "printed", "own"),
    [
        (
            "D05",
            "去年培训职工300万人次参加。今年培训职工500万人次参加。",
            "去年培训职工300万人次参加",
        ),
        (
            "N03",
            "到会的有李明、王强。王强、李明都说了。主持的是王强、李明。",
            "李明、王强：各说了什么",
        ),
        ("N04", "工会主席李明到会。工会原主席李明说。", "工会主席李明说的是哪一句"),
        ("N04", "工会副主席李明到会。工会主席李明华到会。", "工会主席李明华说的是哪一句"),
    ],
)
def test_words_that_a_passage_has_are_right_though_it_has_others_too(
    rule: str, printed: str, own: str
) -> None:
    assert not found(rule, PassageItem(passage(printed)), Guide(own))
    backwards = "。".join(reversed(printed.split("。")))
    assert not found(rule, PassageItem(passage(backwards)), Guide(own))


def test_whole_paragraphs_of_printed_pages_are_left_alone(seed_paths: tuple[Path, ...]) -> None:
    items = [item for path in seed_paths for item in paragraphs(read_file(path))]
    told = proofread(Packet("学习", items=tuple(items)))
    rules = {one.rule for one in told} - {"A02", "C01", "C05", "C06"}
    assert rules == {"Q10"}
    assert {one.found for one in told if one.rule == "Q10"} == {"《意见》", "《建议》"}


def paragraphs(source: Source) -> list[PassageItem]:
    items = []
    for article in recover(source).articles:
        start = 0
        for block in article.body_blocks:
            picked = Passage.pick(article, source, start, start + len(block.text))
            items.append(PassageItem(picked))
            start += len(block.text) + 1
    return items


# --- people and numbers --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "own", "told"),
    [
        ("原主席王强到会", "主席王强怎么说", "主席王强 原主席王强"),
        ("常务副部长李明明说", "部长李明明说的是哪句", "部长李明明 常务副部长李明明"),
        ("副主席李明说", "副主席李明怎么说", ""),
        ("主席李明说", "主席李明怎么说", ""),
        ("副主席李明说", "主席张华怎么说", ""),
    ],
)
def test_a_lost_rank_is_told_with_what_the_passage_says(printed: str, own: str, told: str) -> None:
    findings = found("N04", PassageItem(passage(printed)), Guide(own))
    assert [one.found for one in findings] == ([told] if told else [])


@pytest.mark.parametrize(
    ("printed", "own", "told"),
    [
        ("全国280多万个基层组织", "全国280万个基层组织", "280万个 280多万个"),
        ("培训职工3600人次", "培训职工3600人次", ""),
        ("培训职工36人次", "培训职工63人次", ""),
        ("2025年的工作", "2024年的工作", ""),
        ("培训职工3600人次", "文中写“培训职工6300人次，人人有证书”", ""),
    ],
)
def test_a_number_that_a_passage_gives_otherwise_is_told(printed: str, own: str, told: str) -> None:
    findings = found("D05", PassageItem(passage(printed)), Guide(own))
    assert [one.found for one in findings] == ([told] if told else [])


@pytest.mark.parametrize(
    ("printed", "own", "told"),
    [
        ("李明、王强、张华到会。", "张华、李明、王强。", ""),
        ("李明、王强、张华。", "张华、李明、王强。", "张华、李明、王强 李明、王强、张华"),
        ("李明、王强。", "李明、王强、张华。", ""),
    ],
)
def test_names_in_another_order_are_told(printed: str, own: str, told: str) -> None:
    findings = found("N03", PassageItem(passage(printed)), Guide(own))
    assert [one.found for one in findings] == ([told] if told else [])

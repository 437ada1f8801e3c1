from datetime import date

import pytest

from studydesk.handout.wording import chinese_date, in_a_row, passage_label


def test_dates_have_no_leading_zeros() -> None:
    assert chinese_date(date(2025, 6, 1)) == "2025年6月1日"


def test_a_single_passage_has_no_number() -> None:
    assert passage_label(1, 1, "") == "选段"


def test_several_passages_are_numbered() -> None:
    assert passage_label(2, 3, "技能断层") == "选段二　技能断层"


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (["教会小李。", "换刀；", "擦机床。"], "教会小李；换刀；擦机床。"),
        (["怎么教？", "谁来教？"], "怎么教？谁来教？"),
        (["教会小李。", " ", ""], "教会小李。"),
        (["怎么教?", "谁来教!", "何时教？"], "怎么教?谁来教!何时教？"),
        (["他问：“怎么教？”", "谁来教？"], "他问：“怎么教？”谁来教？"),
        (
            ["教换刀（谁替班？）", "擦机床（下周再议。）", "记下"],
            "教换刀（谁替班？）；擦机床（下周再议。）；记下",
        ),
        (["他说：“教会小李。”", "记下"], "他说：“教会小李。”记下"),
        (["学“工匠精神”", "记下"], "学“工匠精神”；记下"),
        (["教会小李;", "换刀,", "擦机床"], "教会小李；换刀；擦机床"),
        ([], ""),
    ],
)
def test_sentences_in_a_row_have_one_mark_between_them(sentences: list[str], told: str) -> None:
    assert in_a_row(sentences) == told


def test_steps_in_a_row_have_one_mark_between_them() -> None:
    assert in_a_row(["领读。", "讨论"], "、") == "领读、讨论"

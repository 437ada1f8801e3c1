from datetime import date

from studydesk.handout.wording import chinese_date, passage_label


def test_dates_have_no_leading_zeros() -> None:
    assert chinese_date(date(2025, 6, 1)) == "2025年6月1日"


def test_a_single_passage_has_no_number() -> None:
    assert passage_label(1, 1, "") == "选段"


def test_several_passages_are_numbered() -> None:
    assert passage_label(2, 3, "技能断层") == "选段二　技能断层"

import csv
import re
from datetime import date

import pytest

from studydesk import paths
from studydesk.study.vocabulary import any_of

EXAMPLES = {
    "speaker": ("党的二十大提出", "车间主任提出"),
    "political": ("四个意识", "四个班组"),
    "weighty": ("现代化建设", "车间建设"),
    "weak_start": ("这项活动", "培训活动"),
    "weak_end": ("练兵方面", "练兵"),
    "private": ("家庭困难", "设备困难"),
    "life": ("在车间", "在海上"),
    "far_from_life": ("跨境贸易", "设备检修"),
    "measure": ("开展培训", "培训开始"),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_list_knows_its_words_and_no_others(name: str) -> None:
    right, wrong = EXAMPLES[name]
    assert re.search(any_of(name), right)
    assert not re.search(any_of(name), wrong)


def test_a_list_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(KeyError):
        any_of("weather")


def test_a_leader_is_listed_once_with_where_the_name_is_looked_up_and_the_day_that_it_was() -> None:
    file = paths.resources() / "questions" / "leaders.csv"
    with file.open(encoding="utf-8") as lines:
        leaders = list(csv.DictReader(lines))
    assert list(leaders[0]) == ["姓名", "与人重名", "见于", "核对日期"]
    assert len({one["姓名"] for one in leaders}) == len(leaders)
    for one in leaders:
        assert one["见于"]
        assert one["与人重名"] in ("", "是")
        assert not one["核对日期"] or date.fromisoformat(one["核对日期"])

"""What was found out is asked for its grounds, and what came of something for its cause."""

import pytest

from studydesk.study.findings import consequences, findings
from studydesk.study.sentences import sentences

from .conftest import passage

SEEN = (
    "工会在四个班组里问了一圈，请大家把不系带子的缘由写在纸上，收上来一条一条念。"
    "写得最多的是尺码不合，写得最少的才是怕热。"
)


def finding(text: str) -> list[str]:
    return [find.words for find in findings(text, sentences(passage(text)))]


def hence(text: str) -> list[str]:
    return [find.words for find in consequences(text, sentences(passage(text)))]


@pytest.mark.parametrize("verb", ["发现，", "才明白，", "这才意识到", "最大的体会是，"])
def test_what_was_found_out_is_quoted_whole(verb: str) -> None:
    assert finding(f"{SEEN}大家{verb}毛病并不全在工人身上。") == ["毛病并不全在工人身上"]


@pytest.mark.parametrize(
    "said",
    [
        "大家没有发现毛病出在哪里。",
        "班中发现异常情况，要先停机再报告。",
        "大家发现他并没有全说出来。",
        "大家发现一处隐患，当场就改了。",
        "徒弟发现墙上的试板有四十多块，就把自己的也挂了上去。",
        "大家明白党的领导是根本保证。",
        "由工会发现问题、及时改的，全厂都有。",
        "账算明白了，行动才会坚决起来。",
        "一番走访，发现，困难的工友有二十户。",
    ],
)
def test_what_was_not_found_or_is_only_a_thing_is_no_finding(said: str) -> None:
    assert finding(f"{SEEN}{said}") == []


def test_a_finding_without_grounds_is_not_asked_about() -> None:
    assert finding("大家发现，毛病并不全在工人身上。") == []


@pytest.mark.parametrize("link", ["为此，", "于是，", "因此", "所以，"])
def test_what_follows_is_quoted_without_what_joins_it(link: str) -> None:
    assert hence(f"{SEEN}{link}工会把尺码分细。") == ["工会把尺码分细"]


@pytest.mark.parametrize(
    "text",
    [
        "为此，工会把尺码分细。",
        f"{SEEN}为此，他把尺码分成三种。",
        f"{SEEN}按党委部署，做了安排。为此，工会把尺码分细。",
    ],
    ids=["nothing before", "somebody", "political"],
)
def test_without_what_led_to_it_nothing_is_asked(text: str) -> None:
    assert hence(text) == []

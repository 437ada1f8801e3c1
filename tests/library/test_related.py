"""Paragraphs of other articles with the same words, or with the same rare ones."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.conftest import MakePage

from studydesk.library import Library, Related

HEAT = (
    "高温津贴由谁来发？高温津贴的标准不高，覆盖面却还太窄，发包方说归承包方管，"
    "承包方说归劳务公司管，推来推去，最后谁也不管。"
)
ALSO_HEAT = (
    "入夏以后，高温津贴怎么发、由谁来发，常常说不清楚。几位委员建议把高温津贴的标准写进集体合同。"
)
OTHER = "夜校的灯亮了，来听课的大多是刚下班的年轻人，他们想学剪辑，也想学修车，还有人想学做糕点。"


def fill(library: Library, make_page: MakePage, *bodies: str) -> None:
    for number, body in enumerate(bodies):
        library.add(*make_page((f"题目{number}", body), name=f"{number}.txt"))


def shared(found: Related) -> list[str]:
    return [found.text[start:end] for start, end in found.shared]


def test_a_paragraph_about_the_same_is_found_with_the_phrases_that_both_have(
    library: Library, make_page: MakePage
) -> None:
    fill(library, make_page, OTHER, ALSO_HEAT)
    (found,) = library.related(HEAT)
    assert (found.title, found.source, found.text) == (
        "题目1",
        "工人日报 2025-11-03 第7版",
        ALSO_HEAT,
    )
    assert "高温津贴" in shared(found)
    assert not found.verbatim


def test_what_is_said_word_for_word_elsewhere_comes_first(
    library: Library, make_page: MakePage
) -> None:
    sentence = "发包方说归承包方管，承包方说归劳务公司管"
    fill(library, make_page, ALSO_HEAT, f"会上有人说起这样的事：{sentence}，职工不知道该去问谁。")
    first, *_ = library.related(HEAT)
    assert first.verbatim
    assert first.run == len(sentence) - 1
    assert sentence in shared(first)


def test_a_place_tells_where_the_paragraph_stands_in_the_body(
    library: Library, make_page: MakePage
) -> None:
    fill(library, make_page, f"{OTHER}\n短。\n{ALSO_HEAT}")
    (found,) = library.related(HEAT)
    body = library.article(found.article_id).body
    assert body[found.start : found.end] == found.text == ALSO_HEAT


def test_the_article_that_a_text_stands_in_is_left_out(
    library: Library, make_page: MakePage
) -> None:
    fill(library, make_page, HEAT, ALSO_HEAT)
    own = library.articles()[0].id
    assert [found.text for found in library.related(HEAT, own)] == [ALSO_HEAT]
    assert library.related(HEAT)[0].text == HEAT


def test_other_punctuation_and_full_width_forms_make_no_difference(
    library: Library, make_page: MakePage
) -> None:
    fill(library, make_page, HEAT.replace("，", " ").replace("、", "\u3000"))
    (found,) = library.related(HEAT)
    assert found.run == sum(character.isalnum() for character in HEAT)
    assert found.shared == ((0, len(found.text) - 1),)


@pytest.mark.parametrize("text", ["", "。", "的", OTHER, "第一，要坚持。第二，要加强。"])
def test_a_text_that_nothing_speaks_of_finds_nothing(
    library: Library, make_page: MakePage, text: str
) -> None:
    fill(library, make_page, HEAT, ALSO_HEAT)
    assert library.related(text) == []


def test_words_that_every_article_has_relate_none(library: Library, make_page: MakePage) -> None:
    fill(library, make_page, *(f"{OTHER}各级工会要认真做好职工服务，号次{n}。" for n in range(25)))
    assert library.related("各级工会要认真做好职工服务，号次3") != []  # word for word
    assert library.related("做好职工服务，各级工会都在想办法，大家一起来认真想一想。") == []


def test_at_most_eight_paragraphs_are_found(library: Library, make_page: MakePage) -> None:
    fill(library, make_page, *(f"{HEAT}这是第{n}次。" for n in range(12)))
    assert len(library.related(HEAT)) == 8


@pytest.fixture(scope="module")
def small_library(
    tmp_path_factory: pytest.TempPathFactory, make_page: MakePage
) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("related") / "学习台") as library:
        fill(library, make_page, HEAT, f"{ALSO_HEAT}\n{OTHER}")
        yield library


@given(st.lists(st.sampled_from([*HEAT[:24], "高温津贴", " ", "\n", "Ａ", "①", "\u200b"])))
def test_any_text_is_related_by_what_it_really_shares(
    small_library: Library, pieces: list[str]
) -> None:
    text = "".join(pieces) + HEAT[:30]
    for found in small_library.related(text):
        last = 0
        for start, end in found.shared:
            assert last <= start < end <= len(found.text)
            last = end

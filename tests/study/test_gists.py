"""Whoever leads a talk is given a few clauses of the text to listen for: its measures."""

from studydesk.study.suggestions import suggest

from .conftest import passage

MEASURES = (
    "可以用动漫讲操作规程，用说唱传递安全理念，用班组的旧照片再现厂史。"
    "建立看图登记本，谁看不懂谁来问，职工都能翻。定期请师傅来讲，讲完再请徒弟说一遍。"
)
CALL = "车间讲安全，要突出创新表达。"


def test_measures_are_given_as_the_text_words_them() -> None:
    told = passage(CALL + MEASURES)
    asked = [one.question for one in suggest(told) if "创新表达" in one.question.text]
    assert any("“用说唱传递安全理念”" in one.expected for one in asked)


def test_every_clause_given_stands_in_the_text() -> None:
    half_width = (CALL + MEASURES).replace("，", ",")
    (expected, *_) = (
        one.question.expected for one in suggest(passage(half_width)) if "创新" in one.words
    )
    given = expected.partition("原文字眼：")[2].strip("“”。").split("”“")
    assert len(given) >= 3
    assert all(words in half_width for words in given)


def test_what_is_told_and_not_asked_for_gives_none() -> None:
    told = "去年，车间建立登记本37册，用说唱讲安全12场，请师傅讲课24次。大家都说办得好，还想再办。"
    asked = [one.question for one in suggest(passage(f"{CALL}{told}{told}"))]
    assert asked
    assert not any("原文字眼" in one.expected for one in asked)

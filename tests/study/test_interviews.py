"""What is asked and answered in turn, with who asks and who answers."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.interviews import interviews
from studydesk.study.sentences import sentences

ANSWER = (
    "不够，全区只有三十一人。我们就从骑手里选骨干，哪个路口来了新人，他们先知道，"
    "我们办公室里的人替代不了。"
)


def found(text: str) -> list[Find]:
    return list(interviews(text, sentences(Passage("a-1", 0, len(text), text))))


@pytest.mark.parametrize(
    ("asks", "answers", "named"),
    [
        ("问", "答", ("有人", "")),
        ("记者", "韩世杰", ("记者", "")),
        ("记者", "车工韩世杰", ("记者", "韩世杰")),
        ("记者", "韩世杰（江铸公司）", ("记者", "")),
    ],
)
def test_who_asks_and_who_answers_is_named_as_the_text_does_and_not_made_up(
    asks: str, answers: str, named: tuple[str, str]
) -> None:
    (one,) = found(f"{asks}：你们的干部够用吗？\n{answers}：{ANSWER}")
    assert one.words == "你们的干部够用吗？"
    assert (one.more["asker"], one.more["who"]) == named


def test_of_several_sentences_the_last_one_asks() -> None:
    (one,) = found(f"问：有人说难。你们的干部够用吗？\n答：{ANSWER}")
    assert one.words == "你们的干部够用吗？"


@pytest.mark.parametrize(
    ("put", "words"),
    [
        ("那么，一场好的培训应当怎样准备？", "一场好的培训应当怎样准备？"),
        ("培训不过是走个过场，您怎么看？", "培训不过是走个过场，您怎么看？"),
    ],
)
def test_a_question_is_quoted_without_what_joins_it_and_with_all_it_asks(
    put: str, words: str
) -> None:
    (one,) = found(f"问：{put}\n答：{ANSWER}")
    assert one.words == words


@pytest.mark.parametrize(
    "text",
    [
        "问：你们的干部够用吗？",
        "问：你们的干部够用吗？\n答：不够。",
        f"问：那后来怎么办？\n答：{ANSWER}",
        f"问：后来怎么转过弯来的？\n答：{ANSWER}",
        f"问：机器做不到吧？\n答：{ANSWER}",
        f"问：党的领导怎样落实？\n答：{ANSWER}",
        f"你们的干部够用吗？\n答：{ANSWER}",
    ],
    ids=[
        "no answer",
        "a short answer",
        "a pointer",
        "what came later",
        "no question",
        "political",
        "nobody asks",
    ],
)
def test_what_is_not_plainly_asked_and_answered_is_no_interview(text: str) -> None:
    assert found(text) == []


def test_a_question_that_does_not_say_what_it_is_about_is_not_quoted() -> None:
    assert found(f"记者：有人说干部太少。您怎么看？\n韩世杰：{ANSWER}") == []

"""What is asked and answered in turn, with who asks and who answers."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.interviews import answerer, interviews
from studydesk.study.sentences import sentences

ANSWER = (
    "不够，全区只有三十一人。我们就从骑手里选骨干，哪个路口来了新人，他们先知道，"
    "我们办公室里的人替代不了。"
)


def found(text: str) -> list[Find]:
    return list(interviews(text, sentences(Passage("a-1", 0, len(text), text))))


@pytest.mark.parametrize(
    ("asks", "answers", "named"),
    [("问", "答", ("文中", "答话的人")), ("记者", "韩世杰", ("记者", "韩世杰"))],
)
def test_who_asks_and_who_answers_is_named(asks: str, answers: str, named: tuple[str, str]) -> None:
    (one,) = found(f"{asks}：你们的干部够用吗？\n{answers}：{ANSWER}")
    assert one.words == "你们的干部够用吗？"
    assert (one.more["asker"], one.more["who"]) == named


def test_of_several_sentences_the_last_one_asks() -> None:
    (one,) = found(f"问：有人说难。你们的干部够用吗？\n答：{ANSWER}")
    assert one.words == "你们的干部够用吗？"


@pytest.mark.parametrize(
    "text",
    [
        "问：你们的干部够用吗？",
        "问：你们的干部够用吗？\n答：不够。",
        f"问：那后来怎么办？\n答：{ANSWER}",
        f"问：机器做不到吧？\n答：{ANSWER}",
        f"问：党的领导怎样落实？\n答：{ANSWER}",
        f"你们的干部够用吗？\n答：{ANSWER}",
    ],
    ids=["no answer", "a short answer", "a pointer", "no question", "political", "nobody asks"],
)
def test_what_is_not_plainly_asked_and_answered_is_no_interview(text: str) -> None:
    assert found(text) == []


def test_what_was_done_is_told_apart_from_what_is_only_said() -> None:
    done = (
        "我们请了两位律师轮班，又会同交警开了个绿色通道，去年办了八十七起，"
        "骑手都说管用，站长也说好。"
    )
    (one,) = found(f"问：出事之后找谁？\n答：{done}")
    assert "did" in one.more
    (one,) = found(f"问：你们的干部够用吗？\n答：我说过，{'大家都很忙，' * 8}就是这样。")
    assert "did" not in one.more


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("心里的结——对话江州市职工服务中心主任叶书瑾", "主任"),
        ("我们请市总工会法律服务团律师邱岚作了解答，供职工参考。", "律师"),
        ("本刊记者走进中心，与叶书瑾主任作了一番交谈。", "主任"),
        ("本刊记者走进中心，作了一番交谈。", "受访人"),
        ("高温津贴那些事，您问我答", "答话的人"),
    ],
)
def test_who_answers_is_called_what_the_text_calls_them(told: str, who: str) -> None:
    assert answerer(f"{told}\n问：你们的干部够用吗？\n答：{ANSWER}") == who

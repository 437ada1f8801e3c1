"""What is asked of nobody: of which texts, and about which words of them, a question is safe."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from studydesk.domain.article import Article
from studydesk.domain.packet import Question, QuestionKind
from studydesk.domain.passage import Passage
from studydesk.study.authorship import by_a_leader, by_the_state
from studydesk.study.find import Find
from studydesk.study.sentences import Sentence, sentences
from studydesk.study.vocabulary import any_of

FROM_TEXT: Sequence[QuestionKind] = (QuestionKind.UNDERSTAND, QuestionKind.ANALYSE)
"""What is asked about a text alone."""

_ACCUSING = re.compile(any_of("accusing"))
_COUNTED = re.compile(
    "(?:[\\d.]|[一二两三四五六七八九十百千万半几])+(?:多|余|来)?(?:元|块|倍|成|%|[人例起]|[个名位](?:人|职工|工人|员工))|百分之"
)
_DELICATE = re.compile(any_of("delicate"))
_FORBIDDING = re.compile(any_of("forbidding"))
_HARDSHIP = re.compile(any_of("hardship"))
_PERSONAL = re.compile(any_of("personal"))
_POLICY = re.compile(any_of("policy"))
_LOSS = re.compile(any_of("loss"))
_PRIVATE = re.compile(any_of("private"))
_STATECRAFT = re.compile(any_of("statecraft"))
_STATE_TERMS = re.compile(any_of("state_terms"))


def of_the_state(passage: Passage, article: Article | None = None) -> bool:
    """Whether a passage is about what only the state does, or by those who lead it."""
    return bool(_STATECRAFT.search(passage.text)) or by_the_state(passage, article)


def weighed(passage: Passage, article: Article | None = None) -> bool:
    """Whether a passage is as much of party and leaders as not: it is read, not judged. Its
    `article` tells who has an office.
    """
    led = of_the_state(passage, article) or by_a_leader(passage, article)
    return led or _is_political(sentences(passage, article))


def _is_political(parts: Sequence[Sentence]) -> bool:
    return sum(part.political for part in parts) * 3 > len(parts)


def safe_kinds(text: str, parts: Sequence[Sentence], *, led: bool) -> Sequence[QuestionKind]:
    """The kinds of question that are safe to ask about a text; `led` where it is a leader's own."""
    if led or _DELICATE.search(text):
        return (QuestionKind.UNDERSTAND,)
    only_as_text = _is_political(parts) or _HARDSHIP.search(text)
    return FROM_TEXT if only_as_text else tuple(QuestionKind)


_RETOLD = re.compile("title-(?:claim|demand|measure|turn)|opening|call|contrast|item|asked")
"""What a question to understand has retold in the words of the text."""
_NUMBERED = re.compile("[（一二三四五六七八九十\\d）、.．—“]*")
_WEIGHS = re.compile("最|哪一|为什么")


def to_retell(finds: Iterable[Find]) -> Iterator[Find]:
    """Those that are a sentence or a heading from end to end and can be retold, without the clauses
    picked out beside them.
    """
    for find in finds:
        text, start = find.sentence.text, find.sentence.start
        before, behind = text[: find.start - start], text[find.end - start :]
        whole = _NUMBERED.fullmatch(before) and behind in ("", "。", "！")
        if whole and _RETOLD.fullmatch(find.structure):
            yield replace(find, more={**find.more, "gist": ""})


def weighs(question: Question) -> bool:
    """Whether a question, or what is asked behind it, weighs words, and does not only retell."""
    return bool(_WEIGHS.search(question.text + question.follow_ups))


def is_hard(text: str) -> bool:
    """Whether a text is of what is hard to live with, or hard to talk about."""
    return bool(_DELICATE.search(text) or _HARDSHIP.search(text))


def is_private(words: str) -> bool:
    """Whether words are of what is nobody's business, or of a loss."""
    return bool(_PRIVATE.search(words) or _LOSS.search(words))


def of_state(words: str) -> bool:
    """Whether words name what the state stands by: it is not ranked, doubted or looked back on."""
    return bool(_STATE_TERMS.search(words))


def accuses(words: str) -> bool:
    """Whether words put a blame on somebody."""
    return bool(_ACCUSING.search(words))


def is_decided_above(told: str) -> bool:
    """Whether a text says what nobody may do, or what no workshop decides."""
    return bool(_FORBIDDING.search(told) or _POLICY.search(told))


def counts_persons(told: str) -> bool:
    """Whether a text counts what people earn, or how their health is."""
    return bool(_PERSONAL.search(told) and _COUNTED.search(told))


def is_personal(find: Find) -> bool:
    """Whether the sentence of what is found does."""
    return counts_persons(find.sentence.text)


def forbids(find: Find) -> bool:
    """Whether what is found, or the sentence that it stands in, says what nobody may do."""
    return bool(_FORBIDDING.search(f"{find.sentence.text}{find.words}{find.more.get('keys', '')}"))

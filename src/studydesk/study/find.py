"""What a passage offers to ask about, as every finder tells it."""

from dataclasses import dataclass, field

from studydesk.study.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Find:
    """Words that a question can be about; `more` are further words for its frame. `setting` is
    the text that they stand for, if that is more than their paragraph: their section, their list.
    `lived` where that is about what workers live with, `intimate` where it tells how somebody is,
    `private` where its paragraph tells what is nobody's business, or of a loss.
    """

    structure: str
    start: int
    end: int
    words: str
    sentence: Sentence
    more: dict[str, str] = field(default_factory=dict)
    worth: float = 0.0
    setting: str = ""
    lived: bool = False
    intimate: bool = False
    private: bool = False


def within(structure: str, sentence: Sentence, low: int, high: int, worth: float) -> Find:
    """The characters low to high of a sentence."""
    place = sentence.start
    return Find(structure, place + low, place + high, sentence.text[low:high], sentence, {}, worth)

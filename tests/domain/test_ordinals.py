"""What numbers the parts of an argument is read, and named as it is printed."""

import pytest

from studydesk.domain.ordinals import Ordinal, ordinal_of, ordinal_words


@pytest.mark.parametrize(
    ("text", "ordinal", "words"),
    [
        ("二、认清形势", Ordinal(0, 2), "二、"),
        ("（十一）加强领导", Ordinal(1, 11), "（十一）"),
        ("第三，畅通渠道", Ordinal(2, 3), "第三"),
        ("其一：做法", Ordinal(3, 1), "其一"),
        ("二是当好实干家", Ordinal(4, 2), "二是"),
        ("一是不是二", None, ""),
        ("二〇二四年", None, ""),
        ("高质量发展", None, ""),
    ],
)
def test_an_ordinal_is_read_and_named(text: str, ordinal: Ordinal | None, words: str) -> None:
    assert ordinal_of(text) == ordinal
    assert ordinal_words(text) == words

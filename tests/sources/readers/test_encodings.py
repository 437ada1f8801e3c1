"""Pages in Japanese and Korean encodings are refused by name; Chinese ones never are."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.errors import SourceUndecodable
from studydesk.sources.readers.text import decode, neighbouring_encoding

JAPANESE = "労働組合は、労働者が主体となって自主的に労働条件の維持改善を図ることを目的とする。" * 4
KOREAN = "노동조합은 근로자가 주체가 되어 자주적으로 단결하여 근로조건의 유지 개선을 도모한다. " * 4


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (KOREAN, "euc_kr", "cp949"),
        (KOREAN, "cp949", "cp949"),
    ],
)
def test_text_of_a_neighbouring_country_is_refused_and_its_encoding_named(
    text: str, encoding: str, named: str
) -> None:
    with pytest.raises(SourceUndecodable) as refused:
        decode(text.encode(encoding), "页.txt")
    assert refused.value.encoding == named


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16-le"])
def test_no_chinese_page_is_taken_for_a_neighbour_s(
    seed_texts: tuple[str, ...], encoding: str
) -> None:
    for text in seed_texts:
        for start in range(0, len(text) - 100, 100):
            data = text[start : start + 100].encode(encoding, errors="ignore")
            assert neighbouring_encoding(data) == ""


def test_a_chinese_page_that_quotes_japanese_is_read() -> None:
    text = "改善一词来自日语的カイゼン，意思是人人参与、持续改进。" * 20
    assert decode(text.encode("gb18030"), "页.txt") == text


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=20))
def test_no_list_of_chinese_characters_is_taken_for_japanese(text: str) -> None:
    assert neighbouring_encoding(text.encode("gb18030")) not in {"cp932", "euc_jp"}


def test_japanese_in_utf_8_is_read(tmp_path: Path) -> None:
    assert decode(JAPANESE.encode(), "页.txt") == JAPANESE

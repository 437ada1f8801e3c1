"""The short code of a passage, printed beside it: whoever types it finds the passage again.

Six digits and letters hold a digest of the article's id and the place in its body. Nothing has to
be kept for it: the code of a passage is the same in every library that has its page. Letters that
are read for digits are not used, and are taken for these when typed.
"""

import re
from hashlib import sha256

from studydesk.domain.article import Article
from studydesk.domain.passage import Passage

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")
_CODE = re.compile(f"[{_ALPHABET}]{{6}}")
_PLACES = 1 << 13
"""Places that a code tells apart; in a longer body, one code is that of several."""
_DIGESTS = 1 << 17
"""Articles that a code tells apart: of ten thousand, one in thirteen shares its digest."""
_SENTENCE_END = re.compile("[。！？；]|$", re.MULTILINE)


def code_of(passage: Passage) -> str:
    """The code of a passage, such as 7F3K2Q."""
    digest, shift = _digest(passage.article_id)
    number = digest * _PLACES + (passage.start + shift) % _PLACES
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(6)))


def read_code(text: str) -> str:
    """The code that was typed, with or without spaces and small letters; empty for none."""
    code = re.sub(r"[\s-]", "", text).upper().translate(_MISREAD)
    return code if text.isascii() and _CODE.fullmatch(code) else ""


def fits(code: str, article_id: str) -> bool:
    """Whether a code may be that of a passage of an article."""
    return _number(code) // _PLACES == _digest(article_id)[0]


def places_of(code: str, article: Article) -> tuple[tuple[int, int], ...]:
    """Where in an article's body a passage with this code may begin, each with the end of its
    first sentence: one place, but for articles of 8192 characters and more. None where it cannot
    be of the article.
    """
    if not fits(code, article.id):
        return ()
    body = article.body
    first = (_number(code) - _digest(article.id)[1]) % _PLACES
    starts = (at for at in range(first, len(body), _PLACES) if not body[at].isspace())
    ends = ((at, _SENTENCE_END.search(body, at + 1)) for at in starts)
    return tuple((at, end.end() if end else len(body)) for at, end in ends)


def _number(code: str) -> int:
    number = 0
    for digit in code:
        number = number * 32 + _ALPHABET.index(digit)
    return number


def _digest(article_id: str) -> tuple[int, int]:
    """A number for an article, and another by which its places are shifted, so that the codes of
    first passages are not alike.
    """
    number = int.from_bytes(sha256(article_id.encode("utf-8", "surrogatepass")).digest()[:4], "big")
    return number % _DIGESTS, number // _DIGESTS % _PLACES

"""The words that suggested questions go by: political, private, far from a workshop's life…

They stand in resources/questions/words.toml, a list for each purpose.
"""

import tomllib
from collections.abc import Mapping
from functools import cache

from studydesk import paths


def any_of(name: str) -> str:
    """A regular expression for any word of a list; where several fit, the first of them."""
    return f"(?:{'|'.join(_lists()[name].split())})"


@cache
def _lists() -> Mapping[str, str]:
    return tomllib.loads((paths.resources() / "questions" / "words.toml").read_text("utf-8"))

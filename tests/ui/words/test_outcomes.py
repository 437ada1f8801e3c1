"""What is said of what came of an import."""

import pytest

from studydesk.library.likeness import Likeness
from studydesk.ui.words.outcomes import likeness_sentence


@pytest.mark.parametrize(
    ("share", "said"), [(0.29, "29%"), (0.996, "99%"), (0.9999, "99%"), (1.0, "100%")]
)
def test_a_share_is_rounded_and_all_only_where_it_is_all(share: float, said: str) -> None:
    likeness = Likeness("a", "一", "b", "二", "报", share, same_title=False)
    assert f"）{said} 的文字相同" in likeness_sentence(likeness)

"""Pictures may stand between the head of an article and its text; they part the two no more than
they end what has no text yet.
"""

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, only_article, text_of

SHOWN = "夜班的工人在炉台边检查仪表。李伟 摄"
OTHER = "师傅们在食堂里说笑。赵强 摄"


@pytest.mark.parametrize("pictures", [(SHOWN,), (SHOWN, OTHER), (SHOWN, OTHER, "资料图片")])
def test_pictures_stand_between_a_byline_and_the_text(pictures: tuple[str, ...]) -> None:
    article = only_article("炉台边的一天", "本报记者 王敏", *pictures, MORNING, WORK, NOON)

    assert (article.title, article.authors) == ("炉台边的一天", ("王敏",))
    assert text_of(article) == [MORNING, WORK, NOON]


def test_two_pictures_in_a_text_do_not_end_it() -> None:
    article = only_article("炉台边的一天", "王敏", MORNING, WORK, SHOWN, OTHER, NOON, EVENING)

    assert text_of(article) == [MORNING, WORK, NOON, EVENING]

"""What an article is about: whole terms, the most telling first."""

from studydesk.domain.article import Article, Block, BlockKind
from studydesk.study.topics import topics

TERMS = ("新质生产力", "产业工人", "产业工人队伍建设改革", "工匠", "培训")


def article(title: str, *paragraphs: str) -> Article:
    blocks = [Block(BlockKind.TITLE, title, ())]
    blocks += [Block(BlockKind.PARAGRAPH, text, ()) for text in paragraphs]
    return Article("a-1", "a", tuple(blocks))


def test_a_term_that_is_said_once_is_no_topic_unless_the_title_says_it() -> None:
    assert topics(article("题目", "发展新质生产力。"), TERMS) == ()
    assert topics(article("发展新质生产力", "无。"), TERMS) == ("新质生产力",)


def test_a_term_inside_a_longer_one_does_not_count() -> None:
    text = "产业工人队伍建设改革要紧。深化产业工人队伍建设改革，依靠产业工人，关心产业工人。"
    assert topics(article("题目", text), TERMS) == ("产业工人队伍建设改革",)


def test_what_is_said_most_comes_first_and_no_more_than_asked_for() -> None:
    text = "培训、培训、培训。工匠和工匠。新质生产力，新质生产力，新质生产力。"
    assert topics(article("题目", text), TERMS) == ("新质生产力", "培训", "工匠")
    assert topics(article("题目", text), TERMS, most=1) == ("新质生产力",)

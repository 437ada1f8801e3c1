"""Pull quotes that stand between articles, narrower than the page."""

import pytest

from studydesk.domain.article import BlockKind, Recovery, Source
from studydesk.sources.recovery.recover import recover

# Each with the first row set in or not, and where no row may begin with a comma.
QUOTES = [
    ("社区食堂要办得长久，须在", "选址、菜价和口味三件事上", "一起用心。"),
    ("一本好书从书架走到", "工友手里，靠的不是钥匙和", "登记簿，而是肯有人先", "读，愿意讲。"),
]
HEAD = ["让车间里的书香飘得更远", "文敬之"]
TEXT = [
    "厂里的书屋开了三年，起初每天来的人",
    "不多，管理员便把书架搬到食堂门口，又在",
    "班组里请了几位爱读书的师傅，轮流推荐一",
    "本最近读过的书，说说为什么值得一读。",
    "慢慢地，借书的人多了起来。有的青工在",
    "夜班前来换一本，有的师傅把书带回家给孩",
    "子看，还回来的时候夹着写满字的纸条。",
]
END = "（作者单位：东山机械厂工会）"
OTHER = [
    "把热饭送到工地上去",
    "田小禾",
    "工地在山坳里，离最近的镇子有二十里",
    "路，送饭的车一来一回要走一个半钟头，饭",
    "菜送到的时候常常已经凉了。工会同食堂商",
    "量，买了两台保温车，又把灶台搬上了山。",
    END,
]


def page(rows: list[str], between: str) -> Recovery:
    return recover(Source("page", between.join(rows)))


def told(found: Recovery) -> list[str]:
    return [article.title for article in found.articles]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("quote", QUOTES)
def test_a_sentence_in_narrow_rows_over_the_first_head_is_a_pull_quote(
    quote: tuple[str, ...], between: str
) -> None:
    found = page([*quote, *HEAD, *TEXT, END], between)
    (article,) = found.articles
    assert article.title == HEAD[0]
    assert article.texts(BlockKind.PULL_QUOTE) == ("".join(quote),)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("quote", QUOTES)
def test_a_sentence_in_narrow_rows_between_two_articles_is_no_title(
    quote: tuple[str, ...], between: str
) -> None:
    found = page([*OTHER, *quote, *HEAD, *TEXT, END], between)
    assert told(found) == [OTHER[0], HEAD[0]]
    quotes = [text for one in found.articles for text in one.texts(BlockKind.PULL_QUOTE)]
    assert quotes == ["".join(quote)]


def test_what_the_editors_say_in_narrow_rows_is_no_pull_quote() -> None:
    note = ["编者按：书屋怎样才能有", "人来，这家工厂的做法，或", "可借鉴。"]
    (article,) = page([*note, *HEAD, *TEXT, END], "\n").articles
    assert article.texts(BlockKind.NOTE) == ("".join(note),)


def test_the_title_of_an_item_of_news_is_no_row_of_its_text() -> None:
    item = ["职工浴室全部换新", "近日，矿上把用了二", "十年的浴室拆了，换", "上新设备。"]
    found = page([*OTHER, *item, *HEAD, *TEXT, END], "\n")
    assert told(found) == [OTHER[0], item[0], HEAD[0]]

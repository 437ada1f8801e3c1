"""Where a page in disorder is cut into pieces, and what is said of heads among them."""

from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK

from studydesk.sources.recovery.articles import assemble
from studydesk.sources.recovery.evidence import Evidence
from studydesk.sources.recovery.lines import read_lines
from studydesk.sources.recovery.page import Page
from studydesk.sources.recovery.paragraphs import gather
from studydesk.sources.recovery.pieces import Piece, cut

BROKEN, REST = NOON[:33], NOON[33:]
STALLS = "卖豆腐的老夫妻守着摊位已有二十年，番茄涨价也罢，黄瓜落价也罢，豆腐始终是一块钱一方。"
QUOTE = "师傅们端着碗围坐一桌，边吃边议论，小毛病就这样改好了。"


def page_of(*lines: str) -> Page:
    raw = "\n".join(lines)
    return Page(raw, gather(raw, read_lines(raw)[0]))


def cut_page(page: Page) -> list[Piece]:
    return cut(page, assemble(page)[0])


def heads(*lines: str) -> list[list[str]]:
    return [[unit.text for unit in piece.head] for piece in cut_page(page_of(*lines)) if piece.head]


def test_names_in_brackets_stay_with_the_last_sentence() -> None:
    pieces = cut_page(
        page_of(
            *("夜校开到车间里", MORNING, WORK, "（江城区人民法院 王敏）"),
            *("赶一趟菜市场", "李伟", STALLS, BROKEN, "第二天的车间", "赵强", EVENING, REST),
        )
    )
    (signed,) = (piece for piece in pieces if any("王敏" in unit.text for unit in piece.body))

    assert [unit.text for unit in signed.body] == [WORK, "（江城区人民法院王敏）"]
    assert signed.named
    assert signed.ends


def test_a_line_under_a_pull_quote_is_of_another_piece_than_its_box() -> None:
    found = heads(
        *("夜校开到车间里", "王敏", MORNING, "（作者单位：江城市总工会）"),
        *("观点", QUOTE, "看效果：毛病少了", WORK, BROKEN),
        *("赶一趟菜市场", "李伟", STALLS, REST),
    )

    assert found[1:3] == [["观点", QUOTE], ["看效果：毛病少了"]]


def test_a_heading_elsewhere_is_more_likely_as_long_as_another() -> None:
    def said(heading: str) -> float:
        page = page_of(
            *("夜校开到车间里", "王敏", MORNING, "看内容：跟着班次走", WORK, BROKEN),
            *("赶一趟菜市场", "李伟", STALLS, heading, EVENING, REST),
        )
        pieces = cut_page(page)
        mine = [piece for piece in pieces if not piece.draft and not piece.open]
        astray = next(piece for piece in pieces if [u.text for u in piece.head] == [heading])
        below = pieces[astray.number + 1]
        return Evidence(page, pieces).frame((*mine, astray, below))

    assert said("看效果：毛病也少了") > said("看效果：毛病少了一大半")


def test_a_page_is_cut_between_a_head_and_a_later_part_right_under_it() -> None:
    rest = ("二、看效果", WORK, "（作者单位：江城市总工会）")
    signed = ("赶一趟菜市场", "李伟", STALLS, "一、看内容", EVENING)

    lost = cut_page(page_of("夜校开到车间里", "王敏", *rest, *signed))
    (part,) = (piece for piece in lost if [unit.text for unit in piece.head] == ["二、看效果"])
    assert not part.soft

    whole = cut_page(page_of("夜校开到车间里", "王敏", MORNING, "一、看内容", NOON, *rest, *signed))
    assert all(piece.soft or not piece.home for piece in whole)


def test_a_part_that_an_article_has_already_hardly_goes_on_with_it() -> None:
    def said(heading: str) -> float:
        page = page_of(
            *("夜校开到车间里", "王敏", MORNING, "一、看内容", WORK, "二、看课表", BROKEN),
            *("赶一趟菜市场", "李伟", STALLS, heading, EVENING, REST),
        )
        pieces = cut_page(page)
        mine = [piece for piece in pieces if not piece.draft]
        astray = next(piece for piece in pieces if [u.text for u in piece.head] == [heading])
        return Evidence(page, pieces).ordinals(tuple(mine), astray)

    assert said("三、看效果") > 0 > said("四、看效果") > said("五、看效果")
    assert said("五、看效果") > said("二、看效果") == said("一、看效果")


def test_text_elsewhere_hardly_goes_on_behind_a_box_of_short_lines() -> None:
    box = ("一图读懂年金新变化", "扩大参加范围", "简化建立流程", "便利转移接续")
    page = page_of(*("夜校开到车间里", "王敏", MORNING, WORK, "（作者单位：江城大学）"), *box)
    pieces = cut_page(page)
    told = [piece for piece in pieces if piece.boxed]

    assert [piece.body[-1].text for piece in told] == ["便利转移接续"]

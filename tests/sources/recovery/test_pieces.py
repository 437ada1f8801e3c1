"""Where a page in disorder is cut into pieces, and what is said of heads among them."""

from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, recovered

from studydesk.sources.recovery.articles import assemble
from studydesk.sources.recovery.evidence import Evidence
from studydesk.sources.recovery.lines import read_lines
from studydesk.sources.recovery.page import Page
from studydesk.sources.recovery.paragraphs import gather
from studydesk.sources.recovery.pieces import Piece, cut

BROKEN, REST = NOON[:33], NOON[33:]
STALLS = "卖豆腐的老夫妻守着摊位已有二十年，番茄涨价也罢，黄瓜落价也罢，豆腐始终是一块钱一方。"
FIRST = (
    "老张在江城机械厂干了三十年，从学徒一直做到班长，厂里的每一台机床他都摸过，每一颗螺丝他都拧过"
    "，徒弟带了一茬又一茬，个个都成了顶梁柱，他自己却很少说起这些往事，总说是大家的功劳。"
)
SECOND = (
    "去年冬天厂里上了新设备，说明书全是外文，他白天跟着工程师学，晚上抱着字典查，三个月记满了五本"
    "笔记，终于把关键参数吃透，还画成了简图贴在墙上，让年轻人一看就懂，一学就会，少走弯路。"
)
THIRD = (
    "他常说手艺不能带走，要留给后来的人，所以夜校一开班他就第一个报名当老师，讲义自己编，教具自己"
    "做，讲到难处就把学员领到机床旁边，手把手地教，直到人人都会为止，再晚也不肯先走一步。"
)
FOURTH = (
    "如今夜校已经办了两年，先后有二百多名职工拿到了技能等级证书，厂里的废品率降了一半，工会又给夜"
    "校添了新桌椅和投影仪，老张看着满屋子的灯光，笑得合不拢嘴，说这就是他最想看到的样子。"
)
GROUPS = "学员分成三个小组，甲组练车工，乙组练焊工，丙组学识图，每周换一次。"
CANTEEN = (
    "食堂的菜单贴在门口，红烧肉、清蒸鱼、炒青菜，价钱写得清清楚楚，退休的老厨师每天来尝一口汤，咸"
    "了淡了当场就说，炊事员听了马上就改，职工们说，如今吃饭成了一天里最盼望的事。楼上的旧仓库改成"
    "了阅览室，书架是木工班用边角料打的，灯是电工班装的，周末孩子们也来写作业。"
)
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


def test_an_article_that_counts_twice_is_left_as_it_stands() -> None:
    lists = ("一、厂里的清单", SECOND, "二、班组的清单", THIRD, "职工自己也开了一张清单。")
    body = (FIRST, *lists, "一、学什么", FOURTH, "二、怎么学", GROUPS)
    found = recovered("夜校的两张清单", "王敏", *body, "老厂房里的新食堂", "李伟", CANTEEN)
    assert [article.title for article in found.articles] == ["夜校的两张清单", "老厂房里的新食堂"]
    assert found.articles[0].body == "\n".join(body)

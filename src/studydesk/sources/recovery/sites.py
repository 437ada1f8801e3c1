"""What a page copied from a web site has around its articles: where it is, where to go, whose.

Single lines of a site look like ordinary titles and last lines. So none is taken for one unless the
page shows two sure signs of a site of different kinds, near each other; and then only sure ones,
those that only sites have, and others right beside them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from operator import attrgetter
from typing import Final

from studydesk.domain.article import Span
from studydesk.sources.recovery.rows import Row
from studydesk.sources.recovery.signs import MEDIUM

DAY: Final = r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
MOMENT: Final = f"{DAY}\\d{{1,2}}:\\d\\d(?::\\d\\d)?"
STAMP: Final = r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\d{1,2}:\d\d(?::\d\d)?"
# Whence a text is, in so many words.
FROM: Final = "来源[：:|｜丨]"
# Where WeChat says that an account is.
PROVINCE: Final = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州"
    "|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾"
)
ARROW: Final = "[34<>《》«»◀▶◁▷|【】]"
# Where sites lead to: what headings may say as well, and what only sites do.
ABOUT: Final = "关于我们|联系我们|版权声明|免责声明|法律声明"
LINK: Final = (
    "(?:网站地图|设为首页|加入收藏|版面导航|标题导航|返回首页|返回主页|返回列表|返回顶部"
    "|违法和不良信息举报电话[：:]?[-\\d—－]{0,16})"
)
LEAD: Final = f"(?:{ABOUT}|{LINK})"
# Sure signs, of each kind; lines are compared without white space.
SURE: Final = {
    "place": re.compile(
        "您?(?:现在|当前|所在)?的?位置[：:].{1,60}|(?:首页|[^，。>＞]{1,10}网)(?:>{1,2}|＞|»)[^，。]{1,40}"
    ),
    "rights": re.compile(
        ".{0,80}(?:©|Copyright|copyright|ICP备[^，。]{0,6}\\d|公网安备[^，。]{0,6}\\d|网站版权所有|[Aa]ll[Rr]ightsreserved).{0,80}"
    ),
    "pages": re.compile(
        f"(?:第?[A-Z]?\\d{{1,3}}版[：:]?[^，。]{{0,10}}?)?(?:{ARROW}[上下]一[版页篇期]{ARROW}?|[上下]一[版页篇期]{ARROW}"
        f"|[上下]一[版页篇期]{ARROW}?[上下]一[版页篇期]|[上下]一篇[：:].{{1,40}})"
        f"(?:{ARROW}{{0,2}}[上下]一[版页篇期])?{ARROW}?(?:{DAY})?[放大缩小默认打印]{{0,8}}{ARROW}?"
    ),
    # In figures alone, or with whence it is: other times are told in articles.
    "time": re.compile(
        f"{STAMP}[|｜]?(?:{MEDIUM})?|[^，。；]{{0,24}}{MOMENT}[|｜]?{FROM}[^，。；]{{1,24}}"
        f"|{FROM}[^，。；]{{1,24}}{MOMENT}[^，。；]{{0,24}}"
        f"|[^，。；]{{0,16}}(?:(?:发布|更新)(?:时间|日期|于|[：:])|发表于)[：:]?{MOMENT}[^，。；]{{0,24}}"
        f"|[^，。；]{{0,24}}{MOMENT}(?:{PROVINCE})"
    ),
    "size": re.compile("(?:【?字[号体][：:])[大中小默认放缩】]{1,10}|(?:放大|缩小|默认){2,3}"),
    "share": re.compile("分享(?:到|至)[：:].{0,20}|分享让更多人看到|.{0,30}浏览次数[：:]\\d{1,8}"),
    "account": re.compile(
        "(?:.{0,16}[！，|])?登录[|/]注册(?:[|/].{0,8})?|您需要登录后?才(?:可以|能)(?:下载|查看|[回发][帖复表]).{0,20}"
        "|.{0,4}跟帖评论自律管理承诺书.{0,30}"
    ),
    "board": re.compile("(?:回复|使用道具|举报|只看该作者|倒序浏览|[|]){3,8}|本版积分规则"),
    "follow": re.compile(
        "点击(?:上方|下方).{1,16}关注.{0,6}|(?:长按|扫码)(?:识别)?关注[^，。]{0,8}公众号[^，。]{0,12}"
        "|关注[^，。]{0,8}公众号，?(?:随时|(?:获取|查看|阅读|了解)?更多).{0,12}"
    ),
    "liking": re.compile(
        "[^，。]{0,8}(?:点[个击]?“|点[个击]|[请下角]点|点赞”?[、和]?“?)在看.{0,8}"
    ),
    "buttons": re.compile("(?:[【\\[](?:打印|关闭|返回|收藏)[^【】\\[\\]]{0,6}[】\\]]){2,5}"),
    "end": re.compile("[-—]+END[-—]+"),
    "home": re.compile("[^，。|｜]{2,10}官方网站(?:[|｜]|今天是)[^，。]{0,16}"),
    "links": re.compile(
        f"(?:{LEAD}[|｜]?){{2,5}}|[^，。|｜]{{1,10}}(?:[|｜][^，。|｜]{{1,10}}){{0,3}}[|｜]{LEAD}[|｜]?"
        "|返回[^，。]{1,6}版面导航"
    ),
}
# Words of which each sign has one: lines without them are not looked at.
HINT = re.compile(
    r"首页|【打印|【关闭|\[打印|\[关闭|位置[：:]|网[>＞»]|©|[Cc]opyright|ICP备|公网安备|版权所有|[上下]一[版页篇期]|\d:\d\d|字[号体][：:]|放大|分享|浏览次数"
    "|登录|承诺书|点击|在看|公众号|END|点击[上下]方|导航|关于我们|联系我们|返回|举报|积分|官方网站"
)
# What only sites have, and no sure sign: anywhere near the sure ones.
TOLD = re.compile(
    "语音播报[：:]?(?:语音播报)?|来源[：:|｜丨][^，。]{1,24}|发布(?:时间|者|人)[：:][^，。]{1,40}|(?:网络|责任)编辑[：:][^，。]{1,12}"
    "|END|以下文章(?:来源于|来源[：:]|转载自|选自|刊于|首发于).{1,40}|马上注册！?|【?打印(?:本页)?】?"
    f"|[^，。；]{{0,16}}{MOMENT}|返回[^，。]{{0,5}}(?:网|[首主上]页|列表|顶部|目录|导航)(?:版面导航)?|{LINK}|(?:推荐|相关|延伸)阅读|相关新闻|往期(?:推荐|回顾)|热门文章"
)
# Right beside them also this; beside what leads to other pages of a paper the name of its own;
# beside whose a site is, or where it leads to, its names, and below that who runs it.
BESIDE = re.compile("关闭(?:窗口)?|客户端|媒体矩阵")
PAGE = re.compile("第?\\d{0,5}期?[：:]?第?[A-Z]?\\d{1,3}版(?:[：:][^，。]{0,8}|[^，。：:]{0,4})")
NAME = re.compile("(?!.*(?:开通|上线|推出|关注))[^，。]{1,10}(?:微信公众号|官方网站)")
FOOT = re.compile(f"(?:主办|承办|地址|技术支持|技术开发|邮编|电话|主管)[：:].{{1,60}}|{ABOUT}")
LINKS = re.compile(LEAD)
# Below these, no article begins without a sentence.
ENDS_PAGE = ("rights", "pages", "buttons")
LISTS = re.compile("(?:推荐|相关|延伸)阅读|相关新闻|往期(?:推荐|回顾)|热门文章")
# Characters between two signs of one page, rows of a list of other pages.
NEAR, LONGEST_LIST, LONGEST = 4_000, 16, 160


def lines_of_sites(rows: Sequence[Row]) -> list[Span]:
    """The rows of a page that are of the web site it was copied from, in order."""
    marked: set[int] = set()
    for signs in stretches(rows):
        marked |= lines_around(rows, signs)
    return [rows[at].place for at in sorted(marked)]


def kind_of(text: str) -> str | None:
    """Of which kind of sure signs a line is."""
    if len(text) > LONGEST or not HINT.search(text):
        return None
    return next((kind for kind, sign in SURE.items() if sign.fullmatch(text)), None)


def is_of_site(text: str) -> bool:
    """Whether a line, without white space, is what only sites have, or stands beside that."""
    signs = (TOLD, BESIDE, PAGE, NAME, FOOT)
    return bool(kind_of(text)) or any(sign.fullmatch(text) for sign in signs)


def stretches(rows: Sequence[Row]) -> Iterator[list[int]]:
    """The sure signs that stand near each other, by their rows, where they are of two kinds."""
    kinds = {at: kind for at, row in enumerate(rows) if (kind := kind_of(row.text))}
    found = list(kinds)
    ends = [
        at + 1
        for at, (one, other) in enumerate(pairwise(found))
        if rows[other].place.start - rows[one].place.end > NEAR
    ]
    for begin, end in pairwise([0, *ends, len(found)]):
        if len({kinds[at] for at in found[begin:end]}) > 1:
            yield found[begin:end]


def lines_around(rows: Sequence[Row], signs: Sequence[int]) -> set[int]:
    """The rows that are of the site, given those of its sure signs."""
    first, last = rows[signs[0]].place.start - NEAR, rows[signs[-1]].place.end + NEAR
    begin, end = (bisect_left(rows, place, key=attrgetter("start")) for place in (first, last))
    near = range(begin, end)
    marked = {*signs, *(at for at in near if is_told(rows, at))}
    for at in sorted(marked):
        kind = kind_of(rows[at].text)
        marked |= beside(rows, at, 1, kind) | beside(rows, at, -1, kind)
    for at in sorted(marked):
        marked |= other_pages(rows, at, marked) if LISTS.fullmatch(rows[at].text) else set()
    marked |= foot(rows, max(marked))
    for one, other in pairwise(sorted(marked)):
        between = range(one + 1, other)
        if len(between) <= LONGEST_LIST and is_navigation(rows, between):
            marked.update(between)
    return marked


def is_told(rows: Sequence[Row], at: int) -> bool:
    """Whether only sites have a row: it says so, or leads away like the one over or under it."""
    around = [LINKS.fullmatch(row.text) for row in rows[max(0, at - 1) : at + 2]]
    links = LINKS.fullmatch(rows[at].text) and sum(map(bool, around)) > 1
    return bool(links or TOLD.fullmatch(rows[at].text))


def beside(rows: Sequence[Row], at: int, step: int, kind: str | None) -> set[int]:
    """The rows above or below one of a site that are of it as well; none beside the time, which
    stands in the article.
    """
    signs = [BESIDE] if kind != "time" else []
    signs += [PAGE] if kind == "pages" else []
    if kind in ("rights", "links"):
        signs += [NAME, FOOT] if step > 0 else [NAME]
    found: set[int] = set()
    while 0 <= at + step < len(rows) and any(
        sign.fullmatch(rows[at + step].text) for sign in signs
    ):
        at += step
        found.add(at)
    return found


def other_pages(rows: Sequence[Row], at: int, marked: set[int]) -> set[int]:
    """The titles of other pages under what says so, where nothing else stands below, or up to the
    title of the next article: that over its time.
    """
    below = list(takewhile(lambda place: is_listed(rows, place, marked), range(at + 1, len(rows))))
    end = at + 1 + len(below)
    if len(below) > LONGEST_LIST:
        return set()
    if end < len(rows) and kind_of(rows[end].text) == "time":
        del below[-1:]
    return set(below) if end == len(rows) or end in marked else set()


def foot(rows: Sequence[Row], last: int) -> set[int]:
    """The rows at the end of a page below whose site it is, where no sentence is among them."""
    below = range(last + 1, len(rows))
    ends = kind_of(rows[last].text) in ENDS_PAGE and len(below) <= LONGEST_LIST
    return set(below) if ends and all(rows[at].is_title for at in below) else set()


def is_listed(rows: Sequence[Row], at: int, marked: set[int]) -> bool:
    """Whether a row may be a title in a list of other pages."""
    return rows[at].is_title and at not in marked


def is_navigation(rows: Sequence[Row], between: range) -> bool:
    """Whether the rows between two of a site are titles only, of which one stands again over the
    text.
    """
    titles = {rows[at].text for at in between}
    if not titles or not all(rows[at].is_title for at in between):
        return False
    for row in rows[between.stop : between.stop + LONGEST_LIST]:
        if row.text in titles:
            return True
        if not row.is_title:
            return False
    return False


def holds(places: Sequence[Span], start: int) -> bool:
    """Whether one of the ordered lines holds a place."""
    at = bisect_right(places, (start, len(places) and places[-1].end + 1)) - 1
    return at >= 0 and places[at].start <= start < places[at].end

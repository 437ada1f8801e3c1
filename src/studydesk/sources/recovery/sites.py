"""What a saved web page has around an article: menus, the pages beside it, when and by whom it was
put there, where to share it, whose it is.
"""

import re
from typing import Final

from studydesk.sources.recovery.signs import HAN, JOB

# No line of a site is longer.
LONGEST = 90
DAY: Final = r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
CLOCK: Final = r"\d{1,2}:\d\d(?::\d\d)?"
PAGING: Final = "[上下前后]一[版页篇期]"
# Where a name ends that stands in a line of tools; elsewhere none does, or much could be read in
# many ways.
NAME_END: Final = f"(?={PAGING}|版面|[^{HAN}]|$)"
TOOL: Final = (
    f"(?:{PAGING}|第[A-Z]?\\d{{1,2}}版[：:][{HAN}]{{2,8}}?{NAME_END}"
    f"|(?:返回|回到)[{HAN}]{{1,6}}?{NAME_END}|版面(?:导航|概览|目录)|报纸首页|标题导航|放大|缩小|默认|字号|字体|"
    "大字?|中字?|小字?|打印(?:本[页文])?|关闭(?:窗口|本页)?|语音(?:播报|朗读)|分享[到至]|收藏(?:本[页文])?|使用道具|"
    "举报|回复|只看该作者|倒序浏览|登录|注册|退出|设为首页|加入收藏)"
)
# A line of nothing but tools, days, and the arrows and rules between them.
TOOLS = re.compile(rf"(?:{TOOL}|[\d年月日.|｜丨/:：·【】\[\]<>«»◀▶◁▷←→+-])+")
ONE_TOOL = re.compile(TOOL)
SURE_TOOL = re.compile(
    f"{PAGING}|返回[{HAN}]{{2}}|版面导航|打印本[页文]|关闭(?:窗口|本页)|语音(?:播报|朗读)"
)
# Where on the site the article is: 首页 > 理论 > 正文, 江城新闻网>>工会.
PLACE = re.compile(
    r"[^，。>＞]{1,12}(?:[>＞»][^，。>＞]{1,12}){2,5}"
    r"|[^，。>＞]{1,12}>>[^，。>＞]{1,12}"
    r"|(?:您)?(?:当前|所在|现在)?(?:的)?(?:所在)?位置[：:].{1,60}[>＞»].{1,40}"
)
# Words of a site, one of which a menu of three has; of more words none need be.
OF_SITE = re.compile(
    "首页|主页|网站|本[站网]|导航|地图|关于|联系|声明|版权|举报|登录|注册|投稿|订阅|客户端|广告|浏览|只看"
)
FEW_ITEMS = 2
# Who did what, written with rules: 记者｜王敏 编辑｜李伟.
DID_WHAT = re.compile(f"(?:{JOB}|编辑|责编|校对|审核|监制|来源|策划|设计)[|｜]")
MENU = re.compile(r"[^，。；！|｜]{0,24}(?:[|｜][^，。；！|｜]{0,24}){2,12}")
ACCOUNT = re.compile("(?=.*登[录陆])(?=.*注册)[^。；]{4,40}|(?:马上|立即|免费)(?:登录|注册)[！!]?")
REPORTS = re.compile("[^，。；]{0,16}(?:不良|违法)[^，。；]{0,8}举报[^，。；]{0,30}")
# What is said of the article beside its title: when and by whom it was put there, and how many
# read it.
FIELD: Final = (
    "(?:(?:发布|发表|更新|创建|上传|录入)(?:者|人|单位|时间|日期|于)|(?:信息|文章|稿件|新闻)?(?:来源|稿源)|"
    "(?:浏览|点击|阅读|访问)(?:次数|数|量|率)|字号|字体|分享[到至]|扫一扫)"
)
DATA = re.compile(
    f"(?!.*(?:作者|记者)[：:])(?:{FIELD}[：:]?{DAY}[^，。；]{{0,30}}|(?:{FIELD}[：:][^，。；！？：:]{{0,30}}(?::\\d\\d)*)+"
    rf"|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:{CLOCK})?(?:来源[：:])?[^，。]{{0,20}}"
    f"|(?:原创)?[^，。；：！？]{{0,24}}(?<![于在]){DAY}{CLOCK}(?:[{HAN}]{{2,3}})?"
    r"|(?:字号|字体|分享到|分享至|扫一扫|浏览次数|点击数|阅读量|打印本页)[：:]?[^，。]{0,16})"
)
# The same beside the author, with white space: 来源：江城网 作者：王敏 时间：2031-03-07 10:20.
ONE_FIELD: Final = (
    rf"(?:{FIELD}|时间|日期)[：:]\s*\S{{1,30}}(?:\s+{DAY})?(?:\s+{CLOCK})?|{DAY}(?:\s+{CLOCK})?"
)
BESIDE_AUTHOR = re.compile(
    rf"\s*(?P<ahead>(?:(?:{ONE_FIELD})\s+){{0,3}})"
    rf"(?P<by>(?:作\s*者|记\s*者|撰\s*[文稿])[：:]\s*[{HAN}·][{HAN}·、 \u3000]{{1,18}}?)"
    rf"(?P<behind>(?:\s+(?:{ONE_FIELD})){{0,4}})\s*"
)
# Whose the site is.
OWNER = re.compile(
    r"(?=.*(?:ICP[备证]|公网安备|[Cc]opyright|©|[Aa]ll[Rr]ights[Rr]eserved))[^。；]{4,90}\.?"
    r"|地址[：:][^，。；]{4,40}邮编[：:]\d{6}"
)
# How to follow who put it there.
FOLLOW = re.compile(
    "(?:点击|长按|扫码|扫描|识别|戳)[^。；]{0,4}(?:上方|下方|蓝字|右侧|左侧)[^。；]{0,16}"
)
# What leads on to other articles, or asks to be read by more, behind the last one of a page.
LINKS = re.compile(
    "[^，。；]{0,3}(?:往期|相关|推荐|延伸|热门|更多|猜你)(?:推荐|阅读|新闻|文章|内容|喜欢|回顾|资讯|精彩)[^，。；]{0,3}"
    "|阅读原文|[—–-]*END[—–-]*"
    "|(?:点击|长按|扫码|识别|关注)[^。；]{0,16}(?:关注|公众号|视频号|客户端)[^。；]{0,12}"
    "|[^。；]{0,16}(?:点个?[“”]*赞|[“]在看[”]|分享(?:给|让)更多)[^。；]{0,12}"
)


def leads_round(text: str) -> bool:
    """Whether a line, without white space, leads about the site, as those above a title do."""
    if len(text) > LONGEST:
        return False
    signs = (PLACE, ACCOUNT, REPORTS)
    if any(sign.fullmatch(text) for sign in signs) or is_menu(text):
        return True
    return bool(TOOLS.fullmatch(text)) and bool(re.search(PAGING + "|返回|登录|注册", text))


def is_menu(text: str) -> bool:
    """Whether a line is words of a site with rules between: no row of a table, which rules enclose,
    and not who did what.
    """
    enclosed = text[:1] in "|｜" and text[-1:] in "|｜"
    if enclosed or not MENU.fullmatch(text) or DID_WHAT.search(text):
        return False
    return text.count("|") + text.count("｜") > FEW_ITEMS or bool(OF_SITE.search(text))


def is_of_site(text: str) -> bool:
    """Whether a line, without white space, is of the site and of no article, wherever it stands."""
    if len(text) > LONGEST:
        return False
    tools = TOOLS.fullmatch(text) and (SURE_TOOL.search(text) or len(ONE_TOOL.findall(text)) > 2)
    told = any(sign.fullmatch(text) for sign in (DATA, OWNER, FOLLOW))
    return bool(tools) or told or leads_round(text)


def leads_on(text: str) -> bool:
    """Whether a line leads from the end of an article to others."""
    return len(text) <= LONGEST and bool(LINKS.fullmatch(text))

"""The signs by which a printed page says what a line is, as tables with where they come from."""

import re
from typing import Final

from studydesk.domain import ordinals
from studydesk.domain.reports import REPORT, SENDER

HAN: Final = "\u4e00-\u9fff\u3400-\u4dbf"
NUMERAL: Final = ordinals.NUMERAL

# GB/T 15834 ends a sentence with 。？！, a quotation or bracket may close after it; …… and —— may
# end one too. A colon ends a lead-in: what follows stands on its own line.
SENTENCE_END = re.compile("[。？！?!…：:；;][”’」』》）)】］〕]*$|[。？！][”’）)]*[①-⑳\\d]*$")
CLOSING = re.compile("[”’」』》）)】］〕]+")
# A quotation ends, whose source may stand below.
ENDS_QUOTED = re.compile("[”’」』》][。！？…]*$")
FULL_STOP = re.compile("[。？！?!…][”’」』》）)】］〕]*$")

# Marks of Markdown: they are furniture, and # tells the level of a heading.
MARKDOWN = re.compile(r"(?P<heading>#{1,6})[ \t\u3000]+|[>*+-][ \t]+|\*\*(?=\S)")
# A whole line in bold.
STRONG = re.compile(r"\*\*\s*+((?:(?!\*\*).)*[^\s*])\s*\*\*")
# A symbol font read as a letter, in front of a column label or a byline: G 热点思考, ■ 王敏.
ICON = re.compile(
    f"(?:[A-Za-z](?=[ \\t\u3000]+[{HAN}]{{2,8}}\\s*$)|[□■●○◎⊙◉◆◇◈❖♦▪▫★☆✦▍▌▎▶►|丨]+|口(?=\\s))\\s*"
)

# Ordinals that begin a paragraph of an argument, from the coarse to the fine.
ORDINALS: Final = ordinals.SERIES
STARTS_PARAGRAPH = re.compile(
    f"(?:第{NUMERAL}[，,：:]|其{NUMERAL}[，,：:]|{NUMERAL}、|（{NUMERAL}）|首先[，,]|其次[，,]|再次[，,]"
    "|最后[，,]|另外[，,]|此外[，,]|——|▲|●|■|◆|问[：:]|答[：:]|记者[：:]|主持人[：:])"
)

# What the posts and the workplaces of authors end in, where they stand on the line of the name.
POST: Final = (
    "(?:教授|研究员|讲师|博士后?|硕士|研究生|院长|校长|主任|主席|书记|会长|秘书长|部长|处长|科长|局长|厅长|所长|馆长|理事长?|"
    "委员|代表|导师|教师|老师|医师|工程师|经济师|技师|馆员|编辑|厂长|站长|行长|县长|市长|镇长|村长|总监|经理|董事长|律师|法官|检察官|学者|大学|学院|党校|学校|研究院|研究所|研究中心|"
    "总工会|工会|委员会|法院|检察院|医院|车间|班组|公司|集团|中心|协会|学会|智库)"
)
# Where people work, by how its name ends.
PLACE: Final = (
    "(?:大学|学院|党校|学校|研究院|研究所|研究中心|工会|委员会"
    "|法院|检察院|医院|公司|集团|协会|学会|智库|编辑部)"
)
# The same with an office of such a place, or of a city or a province: 总工会研究室, 江城市教育局.
OFFICE: Final = f"(?:{PLACE}|总部|机关|[省市区县州])[{HAN}]{{0,12}}[室部处科局厅办委站队组]"
# Who writes a letter to the paper; what they are stands in many titles (一线职工 明方向).
READER = re.compile(f"(?:一[线名位]|普通|退休)(?:职工|工人|读者)|读者|律师|[{HAN}]{{2,6}}工作者")
# What somebody is, in one word behind where they are: 某公司工会 主席 王敏.
SHORT_POST = re.compile(
    "(?:副?(?:教授|研究员|院长|校长|主任|主席|书记|会长|秘书长|部长|处长|科长|局长|所长|馆长|庭长|厂长|总经理|董事长)"
    "|讲师|教师|医师|律师|法官|检察官|工程师|技师|班长|组长|班组长|干事|干部|专家)"
)
POST_WORD = re.compile(f"{POST}$")
POST_END = re.compile(f"(?:{POST}|{OFFICE})$")
# Who wrote it, in brackets at the end (or under the name): 作者单位：…, 作者为…, 作者系….
AFFILIATION = re.compile(
    r"[（(【［\[〔]\s*(?:本\s*文\s*)?(?:(?:第\s*一\s*|通\s*讯\s*)?作\s*者\s*(?:单|为|系|是|均|分|简|：|:|现|[一-鿿])"
    r"|单\s*位\s*[：:]|执\s*笔|本\s*文\s*系|课\s*题\s*组"
    # Where they work, with the post code: （江城大学 法学院，江城 430000；2.…）.
    f"|(?=[^（）()]{{4,200}}\\d{{6}}\\s*[）)])[^（）()，；]{{0,30}}{PLACE})"
)
# The same with the name, which is that of a byline: （王敏系某大学教授）, （王敏，某大学教授）.
PERSON = re.compile(
    f"[（(【［\\[〔]\\s*(?P<name>[{HAN}]{{2,4}})\\s*(?:系|为|现为|现任|[，,：:])(?=[^（）()【】]{{0,60}}{PLACE})"
    f"[^（）()【】。？！]{{2,80}}?{POST}\\s*[）)】］\\]〕]"
)
# The same without brackets, on lines of its own: 作者单位：…, 作者系某大学教授; no sentence of a
# text (作者系统讲述了…).
WORKPLACE = re.compile(
    "(?=[本第通作])(?:本文)?(?:第一|通讯)?作者"  # what it begins with is soon looked for
    f"(?:(?:工作)?单位[：:][^。？！（）()【】]{{2,80}}?{POST}"
    "|(?:分别|均)?(?:系(?![统列])|为|现[为任]|任职于|供职于|就职于)"
    f"(?=[^\\r\\n]{{0,24}}{PLACE})[^，。；：？！…（）()【】\\s了过着把将写访走为]{{2,24}}?{POST})"
    "(?=[ \\t\u3000]*(?:[\\r\\n]|$))"
)
# What stands in front of who the authors are, told in a paragraph: 作者简介：王敏，某大学教授。….
BIOGRAPHY = re.compile(
    "(?P<open>[【\\[［〔])?(?:本文)?(?:第一|通讯)?作者(?:简介|介绍)(?(open)[】\\]］〕][：:]?|[：:])"
)
# Where a text is from (据新华社, 据《求是》2025年第5期); no other verb (据守, 据统计), and nothing
# that the sentence itself goes by (据《工会法》第二十条).
FROM: Final = (
    "据(?!\\s*(?:统(?!战)|理力|实(?!践)|[了悉介测调不估此说守点称查]))(?=[^（）()]{0,30}"
    "(?:社(?![会区保科])|报(?![道告表])|网(?!络)|刊|台(?!账)|新闻|[新融]媒体|客户端|公众号|微信|央视|央广"
    "|《[^（）()》]{1,30}(?<![例定典])(?<![^说]法)(?<!意见|通知|章程|史记)》(?!记载|所载)[^（）()，。；]*[）)]))"
)
# Other brackets on a line of their own, or after the last sentence: 张菁整理, 图片均由…摄.
BRACKET_CREDIT = re.compile(
    f"[（(](?:[^（）()]{{0,40}}(?:整理|摄影?|供图|供稿|制图|绘制?|编辑|提供|综合|采写|文字整理|综合报道|有删节|整理[\\s，,；;]*(?:据|来源)[^（）()]{{0,30}})"
    f"|(?:(?:本期|今日)?(?:解答|主持|嘉宾)[：:]|责任编辑|责编|编辑|图片|题图|本版|本文|漫画|插图|执行|组稿|来源|原载|{FROM}|制图|制表|绘图|绘制|摄影|供图|采写|采访|策划)[^（）()]{{0,60}})[）)]"
)
# What is paid for and part of no article.
ADVERTISEMENT = re.compile(
    "[【\\[（]?(?:公益)?广告[】\\]）]?[：:].+|[【\\[（](?:公益)?广告[】\\]）].*"
)
# A title may begin so, too: 广告：一个行业的下滑.
ON_ADVERTISING = ("广告：", "广告:")
# A picture of Markdown.
PICTURE = re.compile(r"!\[[^\]]*\]\([^()]*\)")
# What a saved web page has around an article: its place on the site (首页 > 理论 > 正文), when it
# was put there and from where, the size of its type, where to share it, how often it was read, the
# pages beside it. Titles begin with the same words (字号变大以后, 分享到班组, 2024.3.7 开工那天).
SITE_WORD: Final = (
    "(?:字[号体](?:[：:][默认超特大中小缩放正常【】\\[\\]|/+-]{0,16}|[超特]{0,2}大[、|/]?中[、|/]?小|放大[、|/]?缩小)"
    "|分享[到至](?:[：:]|(?=微信|微博|朋友圈|QQ|$))(?:微信|新浪|腾讯|微博|朋友圈|QQ空间|QQ|好友|更多|[|、/]){0,8}"
    "|扫一扫(?:分享|关注)?到?(?:微信|朋友圈|公众号)"
    "|(?:(?:浏览|点击|阅读)(?:次数|数|量)[：:]?\\d{1,8}次?|打印本页|关闭窗口)[|、]?)"
)
# Buttons in brackets, the menu of a site, and how often a text was read and liked.
BUTTONS: Final = (
    r"(?:[【\[](?:责任编辑[：:][^，。\[\]【】]{2,8}|打印(?:本页|本稿|本文)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)"
    r"|收藏(?:本页|本文)?|纠错)[】\]]){1,5}|首页(?:[|｜][^，。|｜]{1,8}){2,12}"
    r"|(?:(?:阅读|赞|在看|评论|转发|收藏|分享|喜欢)\d[\d.]{0,6}万?\+?){2,5}"
)
MEDIUM: Final = f"[{HAN}《》]{{0,10}}(?:网|报|社|客户端|公众号|频道|《[{HAN}]{{2,8}}》)"
SITE = re.compile(
    r"[^，。>＞]{1,12}(?:[>＞»][^，。>＞]{1,12}){2,5}"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\d{1,2}:\d\d(?::\d\d)?)?"
    f"(?:来源[：:]?[^，。]{{1,20}}|{MEDIUM})?"
    f"|{SITE_WORD}(?:{SITE_WORD}|打印|收藏|纠错|评论|转发|关闭){{0,6}}|{BUTTONS}"
    r"|(?:[上下前后]一[版页篇期][|｜：:/]?){2,4}"
)
# Whose it is, and the page before or after it, where it is the first or the last of the page.
RIGHTS = re.compile(
    "版权所有(?![者人权与和之归])[^，。]{0,30}"
    "|(?:版权所有，)?未经[^，。]{0,12}，?(?:不得|禁止|严禁|请勿)[^，。]{0,8}转载(?!他人|别人)[^，。]{0,8}。?"
    "|[上下前后]一篇[：:][^。]{1,60}"
)
# The name of the page beside its number: 职工生活 B3, 07 理论; a number alone may be a title's
# (30年坚守车间, 00后接班人).
PAGE_NAME = re.compile(
    f"[{HAN}·]{{2,10}}(?:(?:[A-Z]\\d{{1,2}}|0[1-9])版?|\\d{{1,2}}版)"
    f"|(?:[A-Z]\\d{{1,2}}|0[1-9](?![后年]))[{HAN}]{{2,4}}(?:·[{HAN}]{{2,4}})?"
)
# The same of two words, or in English, which no title is: 要闻·理论 3, 6 THEORY WEEKLY.
PAGE_NAMES = re.compile(
    f"[{HAN}]{{2,4}}·[{HAN}]{{2,4}}[A-Z]?\\d{{1,2}}版?|[A-Z]?\\d{{1,2}}[A-Z]{{6,40}}|[A-Z]{{6,40}}\\d{{1,2}}"
)
# The same beside the date: 评论·理论 2025年8月6日.
DATED_NAME = re.compile(
    f"(?:[A-Z]?\\d{{1,2}})?[{HAN}·]{{2,10}}(?:19|20)\\d\\d年\\d{{1,2}}月\\d{{1,2}}日|(?:19|20)\\d\\d年\\d{{1,2}}月\\d{{1,2}}日[{HAN}·]{{2,10}}"
)
# Where to read more, or to look: （相关报道见3版）, （扫码观看视频）.
ELSEWHERE = re.compile(
    f"[（(](?:相关(?:报道|文章|内容)|全文|报道|详)(?:详?见|刊)?第?(?:{NUMERAL}|[A-Z]?\\d{{1,3}})版[）)]"
    "|[（(][^，。（）()]{0,12}(?:扫描?|扫一扫|扫码|长按)[^，。（）()]{0,8}二维码[^。（）()]{0,16}[）)]"
    "|[（(]扫码(?:观看|阅读|收听|查看|关注)[^，。（）()]{0,10}[）)]"
)
# The same without brackets, which a row of a sentence may look like.
ELSEWHERE_BARE = re.compile(
    f"相关(?:报道|文章|内容)(?:详?见|刊)第?(?:{NUMERAL}|[A-Z]?\\d{{1,3}})版"
    "|(?:更多|了解|欲知|观看|阅读)[^，。]{0,8}请?(?:扫描?|扫一扫|长按)(?:识别)?(?:下方|上方|右侧|左侧)?二维码"
)
# The same where it is the last line of the page, and so no heading.
ELSEWHERE_LAST = re.compile(
    f"{ELSEWHERE_BARE.pattern}|扫码(?:观看|阅读|收听|查看|关注)[^，。（）()]{{0,10}}"
    "|扫描?(?:下方|上方)?二维码[^，。]{0,12}"
    f"|(?:全文|详情)(?:详?见|刊)第?(?:{NUMERAL}|[A-Z]?\\d{{1,3}})版"
)
# Where an article goes on or comes from: （下转第四版）, 上接第1版.
TURN = re.compile(
    f"(?=[（(▶▼►→■●上紧下文图转接])(?:[（(▶▼►→■●]\\s*)?(?:(?:上|紧)\\s*接|(?:[下文图]\\s*)?转|接)\\s*第?\\s*(?:{NUMERAL}|[A-Z]?\\d{{1,3}})\\s*版"
    "[^（）()。，\\r\\n]{0,12}\\s*[）)]?"
)
# What stands in front of a name under a title: —— 王敏.
DASHES = re.compile(r"[—–－-]{1,2}\s*(?![—–－-])")
# Who speaks in a round-up: ——where and what they are, then the name.
SPEAKER = re.compile(
    f"[—–－-]{{1,2}}[^。！？]{{2,60}}\\s[{HAN}]{{1,4}}(?:\\s?[{HAN}]{{1,2}})?\\s*$"
)
SPEAKER_START = re.compile("——[^。！？]{2,60}$")

# Words in which the names of columns end, from the opinion and theory pages of daily papers.
COLUMN_END = re.compile(
    "(?:观察|思考|研究|论坛|笔谈|撷英|视点|视野|视角|评论|时评|杂谈|随笔|札记|手记|纵横|广角|聚焦|前沿|之窗|园地|讲坛|漫谈|"
    "短评|(?<![则条])[短简快]讯|(?:读者|职工)来信|(?:理论|学术)探讨|研讨|评论员文章|快评|微评|锐评|探索|速递|在线|访谈|对话|解读|导读|资讯|链接|综述|专栏|专题|特稿|观点|调研|智库|理论|书评|"
    "读书|争鸣|笔会|茶座|客厅|沙龙|连线|话题|荟萃|集锦|关注|热点|焦点|圆桌|论见|新论|谈|论丛|经纬|瞭望|实践|声音|钩沉|拾遗|集萃|掠影|漫步|心语|信箱|说法|讲堂|问答)$"
)
# Those of several short news.
BRIEFS = re.compile("(?:[短简快]讯|短波|简报|动态|速览)$")
# What frames a label: 【观点】, ●阅读提示●, —今日谈—.
FRAME: Final = "【】〔〕［］\\[\\]「」『』〈〉《》—\\-·●○◎■□◆◇★☆▍▲▼▶►◀|丨"
# Those of boxes beside an article that explain or advise: 知识窗, 【小贴士】, 名词解释.
ASIDE = re.compile(
    f"[{FRAME}]*(?:知识(?:窗|点|角|卡片?|链接)|(?:温馨|健康|生活|安全|维权|法律|政策)?小?贴士"
    "|(?:健康|生活|安全|维权|法律|政策)?小(?:知识|常识|百科|课堂|词典|辞典)"
    "|名词解释|(?:相关|法条|法律|政策|新闻|背景|延伸)?链接|延伸阅读|新闻(?:背景|词典|助读)|背景资料)"
    f"[{FRAME}]*"
)
# Labels of the box in which a pull quote stands.
BOX_LABEL = re.compile(
    f"[{FRAME}]*(?:(?:核心|内容|阅读|要点|观点|主要|本文|本期|文章|精彩|新闻|编辑)?"
    f"(?:提示|提要|要点|摘要|观点|导读|导语|语录|看点|金句)|核心阅读|编者按|编者的话)[{FRAME}]*"
)
# Those of them that are in a frame, or no heading of a text.
SURE_BOX_LABEL = re.compile(
    f"[{FRAME}].*|观点|核心(?:观点|提示|阅读)|(?:内容)?(?:提要|摘要)|阅读提示|要点|导读|导语|编者按|编者的话"
)
# The same in front of what it labels: 【内容提要】…, 核心提示：….
LABELLED = re.compile(
    "(?P<open>[【〔\\[])?(?:核心(?:观点|提示|阅读)|(?:内容)?(?:提要|摘要)|阅读提示|导读|导语)(?(open)[】〕\\]]|[：:])"
)
# A banner over the whole page, or a kicker over a title: it names the occasion.
OCCASION = re.compile(
    "^(?:认真|深入|全面)?(?:学习)?(?:宣传)?贯彻(?:落实)?.*|.*(?:精神|笔谈|专栏|系列谈|系列述评|特别报道|特别策划|手记|札记)$|.*[·・].*笔谈.*"
    "|^(?:学习|庆祝|纪念|迎接|喜迎|聚焦|奋进|牢记|践行|弘扬).*(?:精神|篇章|征程|时代|讲话|周年|大会)$|^聚焦.*|^关注[^，。]{4,16}$"
    "|^来自[^，。]{2,16}(?:报告|调查|调研|观察|实践|探索|启示)$"
)
# How sentences of reports and essays open, but no titles, except right over a byline.
OPENS_SENTENCE = re.compile(
    "(?:近日|日前|近期|近年来?|多年来|长期以来|今年以来|当前|目前|如今|截至目前|下一步|其实|因此|然而|同时|此外|与此同时"
    "|[^，。；：？！]{0,8}(?:看到|认识到|注意到))，"
)
# Who asks, in an interview or a box of questions.
ASKS = re.compile("(?:问|记者|主持人)[：:]")
# What the editors say before and after an article.
EDITORS = re.compile(
    "[【〔（]?(?:编者(?:按|的话|注|后记)?|编后(?:记|语|话)?|开栏的话|本报编者按)[】〕）：:]"
)
# The same without a mark, where a space sets it apart as printed: 编者按　近日….
EDITORS_APART = re.compile("编者按[ \t\u3000]")
AFTERWORD = re.compile("[【〔（]?(?:编后(?:记|语|话)?|编者后记)[】〕）：:]")
# What a picture shows: 图①：…, 上图为…, 图为… (and no 图为媒、文为桥，…).
CAPTION = re.compile(
    "图为(?!.{1,3}[、，].?为|谁|什么|[^。]*？).{4,160}$|图[①-⑳\\d一二三四五六七八九十]{1,2}[：:]|[上下左右题]图[：:为]"
)
# Who wrote an item of news, behind it: （记者 王敏）, （李伟）.
BRACKETED_NAME = re.compile(
    "[（(][ \\t\u3000]*(?:(?:本报)?(?:特约|见习)?(?:记者|通讯员)[ \\t\u3000：:]*)?"
    f"(?P<names>[{HAN}][{HAN} 、\u3000]{{1,12}})[）)]"
)
# The same behind the last sentence, where a line may end inside: （通讯员 王敏）.
SIGNED = re.compile(
    "[（(]\\s*(?P<staff>(?:本\\s*报\\s*)?(?:(?:特\\s*约|见\\s*习)\\s*)?(?:记\\s*者|通\\s*讯\\s*员)[\\s：:]*)?"
    f"(?P<names>[{HAN}][{HAN}、\\s]{{1,16}}?)\\s*[）)]"
)
REPORTER = re.compile("记者|通讯员")
# Where an item of news is from.
SOURCE_CREDIT = re.compile("[（(](?:据|来源|原载|新华社|摘自)[^（）()]{1,40}[）)]")
# Who sent an item: （江城市总工会供稿）.
SUPPLIED = re.compile("[（(][^（）()]{2,40}供稿[）)]")
# How the second line of a title begins that says of what kind the article is.
SUBTITLE = re.compile(
    "[—–－]|读(?:完|罢)?《[^》]+》(?:有感|札记|随感)?$|(?:对话|专访|对谈)(?![：:]).{3}"
    "|(?:基于|来自|以).{2,24}(?:观察|思考|分析|调查|调研|考察|研究|为例|实践|启示|报告|实录|访谈|问卷)$"
)
# How a news report begins; who reports may follow in brackets (domain/reports.py).
DATELINE = re.compile(
    f"{REPORT.pattern}|(?:本报讯|本报.{{1,8}}电|新华社.{{1,14}}电|中新社.{{1,14}}电|据新华社)(?![视影子力网商动台话])"
)
# The same where a line ends inside the brackets.
OPEN_REPORT = re.compile(
    f"(?:{SENDER})[^（）()。，！？]{{0,20}}?(?:讯|电|消息)[（(][^（）()。！？]{{0,60}}"
)
# Who wrote it in what post at the paper, beside the name: 本报驻江城记者, 文/图, 中工网评论员.
PAPER: Final = (
    f"(?:(?:综合)?本[报刊网台]|新华社|中新社|[{HAN}]{{2,6}}?(?:日报|晚报|午报|时报|晨报|工人报|青年报|周刊|网)"
    f"(?:[—-]+[{HAN}]{{2,6}}?网)?)"
)
RANK: Final = f"(?:特约|特邀|见习|实习|首席|资深|驻站|特派|全媒体|融媒体|驻[{HAN}]{{1,5}}?(?=记者))"
JOB: Final = (
    f"(?:记者|来信|通讯员|评论员|撰稿人?|撰文|作者|译者|执笔人?|实习生|主持人|课题组(?:组长|成员|负责人)(?=[：:])|(?:主持|署名|访谈|采访|整理|记录|讲述|自述)人?(?=[：:])|采写|采访|整理|口述|供稿|编译|[Bb][Yy](?![{HAN}])|"
    "摄影报道|报道|讯|电|消息|文|图|摄|著|译)"
)
# What somebody did, behind the name: 王敏口述, 王敏 报道.
DID: Final = "(?:口述|整理|采写|撰文|执笔|编译|供稿|(?:摄影|采访)?报道)"
STAFF = re.compile(
    f"(?:主持人[：:])?(?:{PAPER}|{RANK})*{JOB}(?:[/·、和]?{JOB})*[：:/]?"
    f"|{PAPER}(?:编辑|主编|编委|[{HAN}]{{2,4}}部)?|{RANK}"
)
STAFF_BEFORE = re.compile(f"(?:(?:本报|新华社|{RANK})*(?:记者|通讯员)|特约撰稿人?)$")
EDITOR_BEFORE = re.compile(
    r"(?:\s|本版|责任)(?:编辑|责编|美编|校对|版式|检校|统筹|编审|主编)[：:]?$"
)
GROUP: Final = "(?:编辑部|(?:调研|课题|采访|研究|写作|编写|报道|项目|中心)组)"
STAFF_AUTHOR = re.compile(f"(?:{PAPER})?(?:特约)?(?:评论员|社论)|[{HAN}“”《》]{{0,24}}{GROUP}")
# Such a group, in front of who of it wrote: 江城市总工会课题组　执笔：王敏.
GROUP_AHEAD = re.compile(
    f"\\s*(?P<who>[{HAN}“”《》]{{2,24}}{GROUP})(?=[\\s，,（(：:]*(?:{GROUP}?(?:组长|成员|负责人)|主?执笔人?|主笔)[：:])"
)
# A union that wrote an article itself, or an office of the paper, on the line of a byline:
# 江城市总工会, 宏岭公司工会, 本报维权热线 整理; no person of the paper, and no words of a title.
UNION_AUTHOR = re.compile(
    "(?P<who>(?![^ \\t\u3000]*(?:[的这怎哪访]|[我你他]们|那[里些个]|走进|来到|来自))"
    f"[{HAN}]{{0,14}}(?:[省市区县镇乡厂矿园局港场]|街道|公司|集团|学院|大学|学校|医院|银行|铁路|行业|系统)"
    f"(?:总工会|工会)(?:联合会|委员会)?(?:[{HAN}]{{2,8}}[部室组])?|[{HAN}]{{3,14}}工会(?:联合会|委员会)"
    f"|[{HAN}]{{2,8}}(?:小组|专班)"
    f"|(?:本报|本刊)[“《][{HAN}]{{2,8}}[”》](?:栏目|专栏|信箱)组?"
    f"|(?:本报|本刊)(?![{HAN}]*(?:记者|通讯员|评论员|撰稿|作者|编辑|实习|[讯电]))[{HAN}]{{1,10}}?(?:[部室组](?=整理|供稿|采写)|(?=\\s)))"
    "(?:[ \\t\u3000]*(?P<did>整理|供稿|采写))?"
)
# The same behind a word for authors: 作者：江城市总工会课题组.
INSTITUTION = re.compile(
    f"(?P<wrote>作\\s*者\\s*[：:]\\s*)"
    f"(?P<who>[{HAN}]{{2,30}}(?:[ \t\u3000、][{HAN}]{{2,16}}){{0,2}}"
    f"(?:{PLACE}|[部室组办科处]))"
)
# A name and in a bracket who that is: 王敏（江城市总工会财务部）.
PRESENTED = re.compile(
    f"(?P<name>[{HAN}]{{2,4}})[ \t\u3000]*[（(](?P<who>[^（）()。？！；]{{2,40}})[）)]"
)
# The same in brackets behind the last sentence.
COLLECTIVE = re.compile(f"[（(]\\s*(?P<names>{STAFF_AUTHOR.pattern})\\s*[）)]")

NO_LINE_START = "，。、；：？！”’）》】」』…)]},.;:?!%"
# Words that bind, and so end no title.
NO_TITLE_END = "的与和及、，："
# Lines that are no whole phrase, for the rest of a title stands below: 让青年职工, 新发展格局下,
# 从“有没有”到“好不好”.
LEADS_ON = re.compile(
    "^让|^从[^，]{2,10}到[^，]{2,10}$|"
    "(?:背景|形势|形态|时代|条件|环境|视角|视域|视野|格局|模式|态势|要求|目标|引领|框架|语境|浪潮)[下中]$"
)
CLAUSE = re.compile("[，。；！？,;!?]")
INNER_STOP = re.compile("[。；：？！]")


NUMERALS = (
    "",
    *"一二三四五六七八九十",
    "十一",
    "十二",
    "十三",
    "十四",
    "十五",
    "十六",
    "十七",
    "十八",
    "十九",
)


def is_note(text: str, printed: str) -> bool:
    """Whether a paragraph is what the editors say, or says what a picture shows; `printed` is it
    with its white space.
    """
    return bool(EDITORS.match(text) or EDITORS_APART.match(printed) or CAPTION.match(text))

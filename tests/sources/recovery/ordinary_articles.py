"""Ordinary articles, of whose lines many look like furniture, names, titles or credits and are
none: a page of them says what recovery takes by mistake.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK

# What articles end with: sentences that speak of what furniture says, and lines without a stop.
LAST_LINES = """
点击率再高，也高不过职工的满意度。 编辑老周合上稿子，只说了一句：这才是一线。
来源清楚、去向明白，这笔钱才花得让人放心。 分享给更多的人，经验才真正成了大家的经验。
责任编辑是一份职业，更是一份责任。 字号可以放大，人心不能缩小。 下一篇文章，就从这个车间写起。
返回岗位的那天，他又把帽子戴得端端正正。 打印出来的是工资条，印在心里的是信任。
关闭的是旧厂门，打开的是新日子。 登录平台的人越来越多，找上门的人越来越少。
版权归属要说清，功劳簿上要写明。 转载的人多了，真正照着做的人却不多。
2024年3月7日，厂里的灯又亮了。 热线12351响了，她拿起话筒。 电话那头沉默了许久，说了一声谢谢。
有事就打0371-55890127，工会一直有人接。 邮箱里躺着三百封信，每一封都有回音。
据新华社报道，这样的车间全国已有三千个。 图片挂在墙上，故事留在心里。
摄影的老李按下快门，大家都笑了。 上一版合同的教训，不能在下一版里再犯。
首页上的口号换了，车间里的干劲没换。 评论区里最多的一句话是：这才叫办实事。
关注职工的烦心事，一件一件办下去。 收藏这份名单的人，后来成了名单上的人。
扫码入会只要一分钟，贴心服务要一辈子。 愿每一双劳动的手都被温柔以待 这就是我们的答案
平凡，但不平庸 致敬，每一位劳动者！ 明天，太阳照样从车间的东窗升起 谁说不是呢？ （完） （全文完）
（未完待续） （以上均为化名）
"""
# What articles and their parts are called.
TITLES = """
来源不明的加班费 分享会开到了班组 责任编辑的一天 字号变大以后 上一篇日记 返回车间的第一天
打印机旁的师徒 关闭一条老生产线 登录之前先问一声好 版权是谁的 转载一封家书 关注一线的目光
热线那一头 电话响了三遍 邮箱里的建议 网络安全人人有责 首页改版记 评论不是骂人 图片里的工友
摄影班的春天 二维码背后 点击之间见真情 阅读是一种福利 浏览三十年 大中小企业一起来 编辑部来信
主办方怎么当 技术支持到一线 联系我们的桥 关于我们的饭碗 举报之后 意见反馈要落地 广告牌下的人
高原上的班组 白云深处有人家 方向盘上的人生 向阳而生 安全帽 金牌师傅 马上就办 关爱 温暖 石头记
我的师傅叫老纪 从工地到课堂 三言两语话安全 记者节里访工友 让好人有好报 在岗一分钟
"""
HEADINGS = """
一、来源要清楚 来源与去向 分享经验 （一）分享成果 责任到人 编辑工作 返回与出发 下一步怎么办
关于考核 关注重点 联系职工 评论与回应 转载与引用 打印与留存 公开与监督 时间与地点 日期要写清
作者是谁 1.打印清单 生动实践 创新实践 现实观察 工作研究 几点思考 经验与启示 问题与对策 主要做法
背景 二、责任要到人 成效 启示 建议 高标准起步 严要求推进 于细微处见真情 马上办理 白天干 夜里学
老师傅 小微企业 边疆 高原 文化惠民暖人心
"""
NAMES = ("王敏", "李伟", "赵建国", "欧阳川", "本报记者 周晓明", "□ 郑小兰")
AUTHORS = ("王敏", "李伟", "赵建国", "欧阳川", "周晓明", "郑小兰")
TEXTS = (MORNING, WORK, NOON, EVENING)
NO_LINE_START = "，。、；：？！”）》"


@dataclass(frozen=True)
class Ordinary:
    """An article with a title, an author, a heading between its paragraphs, and a last line."""

    title: str
    author: int
    heading: str
    last: str

    @property
    def body(self) -> tuple[str, ...]:
        """Its headings and paragraphs."""
        return (MORNING, WORK, self.heading, NOON, EVENING, self.last)

    @property
    def lines(self) -> tuple[str, ...]:
        """All that is printed of it."""
        return (self.title, NAMES[self.author], *self.body)


def ordinary_articles() -> Iterator[Ordinary]:
    """As many articles as there are last lines, titles or headings, whichever are most."""
    titles, headings, last_lines = TITLES.split(), HEADINGS.split(), LAST_LINES.split()
    for at in range(max(map(len, (titles, headings, last_lines)))):
        yield Ordinary(
            titles[at % len(titles)],
            at % len(NAMES),
            headings[at % len(headings)],
            last_lines[at % len(last_lines)],
        )


def wrapped(line: str, width: int) -> list[str]:
    """A paragraph as it is printed in a column, set in; what is shorter is a line as it is."""
    if line not in TEXTS:
        return [line]
    rest, rows = f"\u3000\u3000{line}", []
    while len(rest) > width:
        room = width - (rest[width] in NO_LINE_START)
        rows.append(rest[:room])
        rest = rest[room:]
    return [*rows, rest]


def printed(lines: Iterator[str] | tuple[str, ...], form: str) -> str:
    """Lines as pages have them: each paragraph on a line, with empty lines between, or wrapped."""
    match form:
        case "close":
            return "\n".join(lines) + "\n"
        case "apart":
            return "\n\n".join(lines) + "\n"
        case _:
            return "\n".join(row for line in lines for row in wrapped(line, 18)) + "\n"

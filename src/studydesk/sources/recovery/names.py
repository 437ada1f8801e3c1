"""What looks like a person's name on a line of its own."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import groupby, pairwise

from studydesk.domain.article import Span
from studydesk.sources.recovery.words import is_word

# The surnames of well over 99 % of Han Chinese bearers, after the ministry's yearly reports and
# the 百家姓; evidence for a name, never proof.
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜"
    "路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜"
    "吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇"
    "敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺"
    "肖闫付代邝麦帅缪雍濮郦璩暴展杭诸车水尚农麻占师泽禹弓牧隗山平班仰秋伊暨幸韶蒲鄂咸籍能苍双莘贡劳逄冒却"
    "茅扈羿裘钮嵇汲邴郗宓钭戎郏阚訾昝酆贲芮邰茹宦庾骆狄湛雍蔚闵竺"
    "粟褟由盘鹿撒佘瞿青荀羊於惠那丰巴储门过况海逯利勾敬巢蒯相后竹权益桓公晁居步满弘国寇广东殳沃越夔隆厍空"
    "戈滑昌皮贝危厉祖荣宿浦闻索寿衡阙乌蓟扶慕束楼"
)
COMPOUND_SURNAMES_WORDS = (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 "
    "赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 "
    "司徒 鲜于 司空 令狐 呼延 百里 东郭 西门 南门 拓跋 宰父 淳于 单于 叔孙 "
    "闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 谷梁 夹谷 "
    "轩辕 段干 羊舌 微生 梁丘 左丘 东门 南荣 第五 "
)
COMPOUND_SURNAMES = frozenset(COMPOUND_SURNAMES_WORDS.split())
# Words that begin like a surname but head boxes, columns and short headings.
NOT_NAMES_WORDS = (
    "时评 时代 时事 时政 时讯 时论 高端 高见 方法 方向 方案 金融 经济 温情 "
    "温度 关注 关键 文化 文艺 文件 文明 文摘 项目 平台 平安 成果 成就 成效 "
    "安全 常识 通知 纪实 纪念 史话 史料 史志 任务 万象 万家 广角 广场 广告 "
    "海外 海报 国际 国内 国家 国企 东部 和谐 展望 展览 利好 农业 农村 农民 "
    "教育 党建 党史 党课 党员 团结 学习 华章 包容 向上 管理 解读 解析 解说 "
    "计划 应用 应对 连线 连载 单位 原因 原则 由来 门道 步骤 相关 相约 相信 "
    "游记 路径 路线 余音 青年 青春 明星 明天 水利 水平 山水 师德 师说 台账 "
    "花絮 全国 全景 全会 全文 党务 商务 商业 农事 劳动 劳模 工匠 能力 能源 "
    "双创 双语 公告 公示 公益 公正 国情 过程 过年 后记 居民 居家 敬业 保障 "
    "保险 保护 乐园 乐活 官方 白皮书 新时代 康养 古今 古韵 牛年 马年 龙年 "
    "高质量 高水平 高技能 高考 金句 金点子 金秋 严管 严查 强国 强军 强化 计分 "
    "安全生产 江湖 江山 江南 河南 华东 华北 华南 海南 云南 甘肃 宁夏 广东 广西 "
    "江苏 江西 安徽 福建 山东 山西 黎明 石油 毕业 毕竟 路上 古城 雷锋 雷霆 "
    "易错 章程 章法 终于 曾经 向前 向好 和平 和美 和合 盛会 盛世 成长 成因 "
    "成才 时间 时光 时尚 时刻 时空 施工 施策 施政 简讯 简报 简介 简析 简评 "
    "车间 车辆 边疆 边关 边境 查询 查处 应急 满意 明确 管好 司法 于是 任何 "
    "荣誉 荣耀 荣光 祖国 索引 衡量 束缚 危机 危害 贝壳 皮影 乌云 扶贫 扶持 寿命 "
    "慕课 楼宇 楼市 厉行 手记 札记 随笔 视线 寄语 感言 "
    "文图 图文 编辑部 何时 何为 何以 何处 单独 左右 查找 常态 常见 常用 连接 连续 都市 都是 "
)
NOT_NAMES = frozenset(NOT_NAMES_WORDS.split())

LONGEST_GIVEN = 2
HAN_WORD = re.compile("[\u4e00-\u9fff\u3400-\u4dbf]+")
NAME_TOKEN = re.compile("[\u4e00-\u9fff\u3400-\u4dbf\u00b7·•]+")
# Icons may stand between names too: □ 王敏 □ 李伟; 口 is □ misread.
SEPARATORS = r"\s、，,;；/&□■●○◎⊙◉◆◇◈❖♦▪▫★☆✦▲▍▌▎|丨"
WORD = re.compile(rf"(?:(?!口\s)[^{SEPARATORS}])+")
NAMES_ONLY = re.compile(f"[{SEPARATORS}\u4e00-\u9fff\u3400-\u4dbf\u00b7·•]+")


def is_name(text: str) -> bool:
    """Whether a word of two to four characters, or a foreign name with dots, could be a name."""
    if not NAME_TOKEN.fullmatch(text) or text in NOT_NAMES:
        return False
    if "·" in text or "•" in text:
        parts = re.split("[·•]", text)
        return len(text) <= 20 and all(parts) and not any(map(is_two_words, parts))
    if text[:2] in COMPOUND_SURNAMES:
        return 3 <= len(text) <= 4
    if text[0] not in SURNAMES:
        return False
    return len(text) in (2, 3) or (
        len(text) == 4 and text[1] in SURNAMES and text[:2] not in NOT_NAMES
    )


def is_two_words(text: str) -> bool:
    """Whether four characters are two words, as no part of a foreign name is: 记者调查."""
    return len(text) == 4 and is_word(text[:2]) and is_word(text[2:])


def looks_like_name(text: str) -> bool:
    """Whether a word is as long as a name, of characters that names have: where only names
    stand, no surname is too rare.
    """
    return is_name(text) or (2 <= len(text) <= 4 and bool(HAN_WORD.fullmatch(text)))


@lru_cache(maxsize=4096)
def find_names(text: str, accept: Callable[[str], bool] = is_name) -> tuple[Span, ...]:
    """Where the names on a line are, letterspaced ones whole (王　敏 is one name), or nothing.

    A line is names only when every word of it is one; at most eight of them.
    """
    if not NAMES_ONLY.fullmatch(text):
        return ()
    words = [Span(*found.span()) for found in WORD.finditer(text)]
    names: list[Span] = []
    for single, group in groupby(words, key=lambda word: word.end - word.start == 1):
        run = list(group)
        if single and names and is_compound(text, names[-1]) and len(run) < LONGEST_GIVEN + 1:
            names[-1] = Span(names[-1].start, run[-1].end)
        else:
            names.extend(close_up(run) if single else run)
    whole = all(accept("".join(text[start:end].split())) for start, end in names)
    return tuple(names) if whole and 1 <= len(names) <= 8 else ()


def is_compound(text: str, word: Span) -> bool:
    """Whether a word is a surname of two characters: 欧阳 川."""
    return text[word.start : word.end] in COMPOUND_SURNAMES


def close_up(characters: list[Span]) -> list[Span]:
    """Letterspaced characters put together as names: by wider gaps, else in pairs or threes."""
    gaps = [after.start - before.end for before, after in pairwise(characters)]
    if gaps and max(gaps) > min(gaps):
        cuts = [0, *(at for at, gap in enumerate(gaps, 1) if gap > min(gaps)), len(characters)]
    else:
        size = 2 if len(characters) in (2, 4) else 3
        cuts = [*range(0, len(characters), size), len(characters)]
    return [Span(characters[a].start, characters[b - 1].end) for a, b in pairwise(cuts)]

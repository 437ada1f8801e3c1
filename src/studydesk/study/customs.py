"""What people at work do together under a name of its own, or by one sheet of paper: an 手艺日, a
错题本, 一张积分卡; of the size of a workshop or of its union.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside, clauses, political
from studydesk.study.vocabulary import any_of

MOST = 2
"""Of a passage: the first."""
_NAME = "“(?P<{}>[^“”，。！？：；‘’…A-Za-z\\d]{{2,9}})”"
_SHEET = (
    "(?:卡|墙|台账|清单|看板|进度牌|课堂|夜校|见面会|碰头会|恳谈会|指导书|积分制|对子|公约|口诀)"
)
_CALLED = re.compile(
    "(?:称之?为|称作|叫[作做]|[叫称][它这其]|(?:取|起)(?:了个)?名(?:字)?[叫为]?|管[它这][^，。“”]{0,4}叫)"
    f"{_NAME.format('called')}"
    "|(?:推行|推出|试行|实行|设立|设了|建立|建起了?|办起了?|开设|开起了?|立[了下]|定[了下]|摸索出|琢磨出|总结出"
    "|创出|挂起|结[成下]|编[成出]|发起|搭起|组建|成立|开通|首创|实施|采[取用]|发放|推广|搞起|[挂写记贴][在进到]|(?:做法|办法|法子)就?(?:是|叫))"
    f"[^，。；：“”]{{0,12}}{_NAME.format('founded')}"
    f"|{_NAME.format('kept')}，?(?:从[^，。“”]{{2,10}}起)?，?每[天日周月班季次个]"
    "|(?:推行|推出|试行|建立|建起|设立|挂起|印制|制作|编制|开设|办起|[附列编做设立建发搞开]了?一[张本块份套个次])了?"
    f"(?:一[张本块份套个])?(?P<sheet>[一-龥]{{1,7}}{_SHEET})(?=[，。；：])"
    f"|从一[张本块份](?P<begun>[一-龥]{{1,6}}{_SHEET})"
)
"""How a text brings in what is done so."""
_NO_CUSTOM = re.compile(
    f"{any_of('weighty')}|{any_of('disputed')}|{any_of('policy')}|{any_of('private')}|{any_of('personal')}"
    "|[者人员师匠家王哥姐星手长]$|奖|杯|大赛|工程|战略|计划|行动|主题|活动|精神|之家|问题|现象|责任|举报|投诉|罚|黑|[没不无难假]|算法|平台|网络|热线|公司|合同|征信|准入|[的了吗呢吧]$|[第年]|访|户|档案|名单|名录|专项|法规|法律|党|八级|双随机|氏|班组$|绝|淘汰|末位|加班|打卡|监控"
    "|狼性|军令|否决|绩效|考核|排名|承包|外包|派遣|休|工时|工作制|先锋|示范|官$|代表|公里|瓶颈|短板|困"
)
"""What is no way of doing things, or none that a group is to take up by itself."""
_NOT_SO = re.compile(
    "被称|没有|未能|取消|停[办了]|流于|形式|摆设|走过场|往往|有的|不少|个别|常常|却|所谓|如果|即使|过去|以前|曾|假|不能|不得|考核|处分|扣|罚|工资|薪|奖金|津贴|事故|伤亡|救|评选|推荐|存在|检举"
)
"""What was done badly, or touches pay and harm."""
_PRACTICE = re.compile(any_of("practice"))
_LIKE_ONE = re.compile(f"{any_of('practice')}$|^[一二三四五六七八九十两双](?![百千万])")
"""How a name tells by itself that it is one of something done: 手艺日, 三口报数."""
_ONLY_ASKED = re.compile("应当|必须|建议|要求|呼吁|可以|需要")
_WORKSHOP = re.compile(
    "班组|班长|[一二三四五六甲乙丙丁]班|车间|工区|工段|产线|生产线|机台|工位|站点|工友|师傅|徒弟|小组|工作室|工序|当班|夜班|班前|交接班"
)
_BEYOND = re.compile(
    "(?:省|市|县|区|州|街道|乡|镇|园区)(?!分)[^，。；]{0,6}(?:工会|联合会|政府|部门|法院|局)|总工会|全[国省市县区行]|各地|一些地方|部门|企业|集团|公司|机关|平台|物业|小区"
)
"""Who does it where a group can only propose it."""
_OFFICE = re.compile("(?:省|市|县|区|州|街道|乡|镇)[^，。；]{0,6}(?:工会|联合会|政府|部门)|机关")
_UNFIT = re.compile(f"{any_of('disputed')}|{any_of('personal')}|原来|本来|过去|几乎")
_CRAFT = re.compile(
    "工序|设备|产线|生产线|机台|工位|焊|零件|工件|检修|测量|返工|图纸|刀具|探伤|仪器|装配|试板|故障|操作|手艺|工艺"
)
_TOLD = 50
"""Characters of a paragraph, besides the name, that tell what is done."""


def customs(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What is done under a name of its own, where its paragraph tells how."""
    seen: set[str] = set()
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        if not sentence.whole or not sentence.paragraph or any(part.political for part in own):
            continue
        around = "".join(part.text for part in own)
        for brought in _CALLED.finditer(sentence.text):
            group = next(group for group, name in brought.groupdict().items() if name)
            name = brought[group]
            if name in seen or not _fits(name, sentence, brought, group):
                continue
            if len(around) - len(name) < _TOLD or len(seen) == MOST:
                continue
            seen.add(name)
            find = within("custom", sentence, *brought.span(group), 3.1)
            find.more.update(_size(around.partition(name)[0], sentence.text, around))
            yield find


def _size(before: str, sentence: str, around: str) -> dict[str, str]:
    """Whether it is done in a workshop, and no body beyond it does it; whether with tools and
    hands, so that a workshop can try it, whoever has it done.
    """
    clause = re.split("[。；]", before)[-1]
    works = _CRAFT.search(around) and _WORKSHOP.search(around)
    near = works or _WORKSHOP.search(before + sentence)
    own = near and not _BEYOND.search(clause + sentence)
    craft = works and not _OFFICE.search(clause + sentence)
    return {"shop" if own else "union": "yes"} | ({"craft": "yes"} if craft else {})


_EVERY = re.compile(
    "每(?:天|周[一二三四五六末]?|月|季度|班|个月|条[^，]{1,4}[一二三五七十\\d]+[天日]之?内|年[一二三四五六七八九十]+月)"
    "|[一二三五七两\\d]+(?:天|个工作日)之?内必?须?"
)
_KEPT = re.compile(
    "[开搞]一次|[讲念议练测学碰比教交]一|讲清|清点(?!一次)|整理(?!一次)|[一-龥]{2}由[^，]{2,6}(?:清点|整理)|轮流|有回音|给说法|给回话|给答复|收集|回头看|互相|复盘|碰头"
)
"""What is done again and again, and can be done with something else."""
_UNCLEAR = re.compile(
    "[他她它我你您咱这那其该]|自己|[了过]$|元|[\\d一二三四五六七八九十]+[次件条]以上|“|机关|经费|[%％]|病|血|酒|救|会员|抽查|督查|活动|故事"
)
_OF_ITSELF = re.compile("[^，]*每")
_OF_WHAT = re.compile("(?<=[。；，])[^，。；：“”]{2,10}[的事]，$")
"""What has to be done within some days, where only the clause before it says what that is."""
_ILL = re.compile(f"{_NOT_SO.pattern}|{any_of('accusing')}")
_SHORTEST, _LONGEST = 7, 28


def habits(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What people do at set times, or within some days: 每月开一次碰头会; the first."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        if not sentence.whole or not sentence.paragraph or any(part.political for part in own):
            continue
        around = "".join(part.text for part in own)
        for clause in clauses(sentence):
            words = clause.text
            fits = _SHORTEST <= len(words) <= _LONGEST and _EVERY.search(words)
            kept = fits and _KEPT.search(words) and not _UNCLEAR.search(words)
            unfit = _ILL.search(words) or _UNFIT.search(sentence.text) or political(words)
            if kept and not unfit and not clause.asked and len(around) - len(words) >= _TOLD:
                low = clause.start - sentence.start
                high = low + len(words)
                asked_for = _OF_WHAT.search(sentence.text[:low])
                if not _OF_ITSELF.match(words):
                    if not asked_for or high - asked_for.start() > _LONGEST:
                        continue
                    low = asked_for.start()
                find = within("habit", sentence, low, high, 2.8)
                find.more.update(_size(sentence.text[:low], sentence.text, around))
                yield find
                return


def _fits(name: str, sentence: Sentence, brought: re.Match[str], group: str) -> bool:
    """Whether a name is that of something people do, and do well."""
    text = sentence.text
    behind = text[brought.end(group) + 1 :]
    in_a_row = behind.startswith(("“", "、“", "和“"))
    unfit = _NO_CUSTOM.search(name) or political(name) or not balanced(name)
    clause = text[: brought.end()].rpartition("；")[2].rpartition("。")[2]
    told = f"{clause}{behind[:12]}"
    alike = _LIKE_ONE.search(name) or _PRACTICE.match(behind)
    if group == "called" and not alike:
        return False
    return not (in_a_row or unfit or _NOT_SO.search(told) or _ONLY_ASKED.search(told))

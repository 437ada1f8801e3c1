"""The sentence for each proof rule. No Qt: the commands speak with them too."""

from studydesk.domain.question_names import WORD as QUESTION
from studydesk.services.checking import Finding
from studydesk.ui.words.citation_words import part_name
from studydesk.ui.words.question_words import TOO_LONG
from studydesk.ui.words.quotes import cut, quoted

_FINDINGS = {
    "Q05": "这个标点没有配成对",
    "B01": "中文里应当用全角标点",
    "B02": "省略号应当是六个点",
    "B03": "序号的写法不合规范",
    "B04": "标题末尾不用句号、冒号、逗号",
    "B07": "引号应当用弯的“”",
    "B05": "起止的年份用一字线，其他数字用浪纹线",
    "D01": "已成词的数字应当写汉字",
    "D03": "约数说了两遍，留一个就够",
    "P02": "“两个确立”“四个意识”“四个自信”“两个维护”的次序、搭配、引号或完整性请核对",
    "P03": "提法应为“以习近平同志为核心”",
    "P06": "全会的名称请核对，全称如“二十届四中全会”（2025 年 10 月 20 日至 23 日）",
    "Q06": "引号与引号、书名号与书名号之间通常不用顿号",
    "Q08": "联合发文机关之间，标题里空一格，行文里用顿号",
    "Q09": "活动、赛事、课程用引号，书名号里再用书名号用〈〉",
    "B06": "发文字号的年份用六角括号",
    "D02": "百分数宜用阿拉伯数字",
    "D04": "年份写四位，月和日前面不加 0",
    "D06": "选段是往年发表的，可在旁边加按语，写明是哪一年",
    "D07": "纸上点不了、扫不了，请删去或印上二维码",
    "L10": "这里像是写了两遍，请核对",
    "L11": "像是形近的错字",
    "N01": "人名与职务，报上通常先职务后姓名",
    "N02": "三个职务的次序请核对",
    "P05": "指导思想的次序或完整性请核对",
    "P09": "这个提法像是多了字或漏了字，请核对",
    "P11": "固定提法是“铸牢”，请核对",
    "P12": "新闻用语不这样写，请核对",
    "C03": "题名像报刊名，学习资料不用报、刊、杂志作名称",
    "Q15": "省略了一半，标点不成对了，请核对",
    "W01": TOO_LONG,
    "W02": "这样问只能答是或不是，可以再问一句为什么、在哪里、怎么做",
    "W03": "这样问容易答成口号，可以问到具体的一句话、一件事",
    "W04": "题里引号中的话，选段里没有，请核对",
    "E01": "这里还空着，不会印出来",
    "A01": "议程的分钟数与学习时长不一致",
    "A02": "时间不够",
    "A03": "领读的时间不够",
    "A04": "讨论的时间不够",
    "A06": "题目少，讨论的时间用不完",
    "A05": "议程各步里没有安排这道题，请核对",
    "E02": "这里是要换掉的占位文字，还没有填，会照样印出来",
    "E08": "题库模板的〔〕里还没有换成文中的话，会照样印出来",
    "E03": "现在没有这个选段或这道题，请改写",
    "E09": "说到的已经删去，会照样印出来，请改写",
    "E11": "这道题还空着，印出来的题号会和这里说的对不上，请填好或删去",
    "E10": "数目与学习包里的不一样",
    "E04": "选段的序号与题头写得一样",
    "E05": "拿不准是不是选段或题目的序号：是，就在后面加“的”或逗号；不是，就在前面加个字",
    "C01": "出处还不完整",
    "C09": "版次或期号像是写错了，请核对",
    "E06": "题头只有一个日期，像是填错了栏",
    "E07": "题名里还有“副本”，会照样印出来，可以改个名",
    "C05": "出处里题名和作者都没有",
    "C08": "出处里的题名与文章现在的标题不一样",
    "C06": "“出处一览”里这一段的出处列不全",
    "P01": "说的是二〇二六年起的规划，“十五五”请核对",
    "P04": "“习近平”三个字像是漏了；引用本人讲话时不加",
    "P14": "概括语通常加引号",
    "Q02": "冒号后面是原话就加引号，是转述就用逗号",
    "Q03": "删去的话里有限定或转折，意思可能变了",
    "Q07": "整句引文的句号放在引号里面",
    "Q10": "选段开头或简称指的是前文，可加按语或〔〕说明",
    "Q13": "选段断在半句，可以补到整句",
    "Q16": "从版面还原时有存疑，还没有人看过，请到“整理”对照原报",
    "C04": "像是手机号码或证件号码，会随学习包交给别人",
    "C07": "题头还缺编印单位",
    "L06": "这段文字前面的选段里已经有了，会印两遍",
    "L07": "序号不连续，中间像是漏了一项",
    "N03": "排名次序与选段里的不一样",
    "N04": "职务与选段里的不一样",
    "N07": "作者身份与原文所印的不一样，以发表那天所印的为准",
    "N05": "标题里有人名和职务，请逐字核对",
    "D05": "数字与选段里的不一样",
    "P15": "同一个说法，前后宜一致",
    "P20": "与规范表述不一样",
    "P21": "与规范表述差一个字，请核对",
    "Q11": "引的话与查到的原文不一样",
    "Q12": "引号里的话，能查的原文里都没有，请核对出处",
    "Q04": "这是转引的话，请注明“转引自”何处，或按首发的原文核对",
    "F01": "字库里没有这些字：{}，PDF 会印成方框；DOCX 不受影响",
}

_OF_CITATIONS = {"C01", "C05", "C06"}
"""The rules that tell which parts of a citation are missing."""

_LESS = "请少选几段或多留时间"


_OF_MINUTES = {
    "A01": "议程 {} 分钟，时长 {} 分钟",
    "A03": f"议程留了 {{}} 分钟，选段念一遍约要 {{}} 分钟；{_LESS}",
    "A04": "议程里答题的各步共 {} 分钟，各题所列时间合计 {} 分钟，请改其中一处",
    "A06": "议程里答题的各步共 {} 分钟，各题所列时间合计 {} 分钟；可以多摘选段、添题，或改短时长",
}
"""What rules tell that hold minutes against others."""


def _over_time(found: str) -> str:
    """How many minutes are asked for, what to leave out, what that saves, and what stays over."""
    times, *cuts = found.split()
    asked, length, read = map(int, times.split("/"))
    saved = [tuple(map(int, cut.split(":"))) for cut in cuts]
    told = f"要用 {asked} 分钟，时长 {length} 分钟"
    told += f"，其中念选段 {read} 分钟。" if read else "。"
    if saved:
        listed = "、".join(f"第 {number} 题（{minutes} 分钟）" for number, minutes in saved)
        told += f"可先删{listed}，行动题不删。"
    over = asked - length - sum(minutes for _, minutes in saved)
    if over > 0:
        told += f"{'这样还' if saved else ''}超 {over} 分钟，{_LESS}。"
    return told


def finding_sentence(finding: Finding) -> str:
    """What a proof rule found, in one sentence, with what could stand there."""
    text = _FINDINGS[finding.rule]
    match finding.rule:
        case rule if rule in _OF_CITATIONS:
            return f"{text}，缺{_parts(finding)}。"
        case "N03" | "N04" | "D05":
            here, there = finding.found.split()
            return f"{quoted(here)}：{text}，选段里是{quoted(there)}。"
        case "E10":
            said, there = finding.found.split(maxsplit=1)
            return f"{quoted(said)}：学习包里现在是 {there}，请核对。"
        case "P15":
            here, there = finding.found.split()
            return f"{quoted(here)}：{text}，前面写作{quoted(there)}。"
        case rule if rule in _OF_MINUTES:
            return f"{text}：{_OF_MINUTES[rule].format(*finding.found.split('/'))}。"
        case "A02":
            return f"{text}：{_over_time(finding.found)}"
        case "E03":
            missing = "这道题" if finding.found.startswith(QUESTION) else "这个选段"
            return f"{quoted(finding.found)}：现在没有{missing}，请改写。"
        case "W01" | "C07":
            return f"{text}。"
        case "F01":
            return f"{text.format('、'.join(finding.found))}。"
    place = f"{quoted(finding.found)}：" if finding.found else ""
    better = f"，可改为{quoted(finding.suggestion)}" if finding.suggestion else ""
    basis = f"（{finding.basis}）" if finding.basis else ""
    return f"{place}{text}{better}{basis}。"


def found_told(finding: Finding, most: int) -> str:
    """The words that a finding is about, `most` characters of them, or what is missing there."""
    if finding.rule in _OF_CITATIONS:
        return f"缺{_parts(finding)}"
    return quoted(cut(finding.found, most)) if finding.found else ""


def _parts(finding: Finding) -> str:
    return "、".join(map(part_name, finding.found.split()))


def rule_name(rule: str) -> str:
    """A proof rule by what it says, with its id."""
    return f"{_FINDINGS.get(rule, '').replace('：{}', '')}（{rule}）"

"""The sentences that users read about errors, problems and findings: what happened, what is
safe, what to do. No Qt: the commands speak with them too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from studydesk import errors
from studydesk.domain.article import Correction, Problem, ProblemKind, Severity
from studydesk.domain.packet import Packet, QuestionKind
from studydesk.handout.proof_sheet import Review
from studydesk.library import Likeness
from studydesk.services.checking import Checked, Finding, QuotationResult, QuotationStatus
from studydesk.services.importing import ImportResult, Outcome
from studydesk.ui.item_kinds import label_of

MEGABYTE = 1024 * 1024

_OF_THE_SYSTEM = {
    "no such file or directory": "找不到它",
    "is a directory": "它是一个文件夹",
    "not a directory": "路径里有一段不是文件夹",
    "not a regular file": "它不是一个普通文件",
    "permission denied": "没有权限",
    "operation not permitted": "没有权限",
    "read-only file system": "所在的磁盘是只读的",
    "file exists": "同名的文件或文件夹挡住了它",
    "file name too long": "文件名太长",
    "input/output error": "磁盘读写出错",
    "disk i/o error": "磁盘读写出错",
    "unable to open database file": "打不开它",
    "embedded null byte": "文件名里有不能用的字符",
    "invalid argument": "文件名里有不能用的字符",
}
_EDITS = {
    "no-such-item": "这项内容已经不在学习包里了。",
    "empty-title": "标题不能空着，原来的标题保留着。",
    "empty-passage": "没有选中文字。请先选中要摘的句子或段落。",
    "operation-outside-passage": "选中的地方不在这个选段里，选段没有改动。",
    "empty-insertion": "没有写要插入的话，选段没有改动。",
    "empty-operation": "没有选中文字，选段没有改动。",
    "no-such-block": "这里没有可以整理的文字，版面没有改动。",
    "nothing-to-split": "从这里分不开，前面或后面没有文字。版面没有改动。",
    "nothing-to-correct": "没有选中要更正的字，版面没有改动。",
    "nothing-changed": "这里本来就是这样，版面没有改动。",
    "no-block-before": "它前面没有段落可以接，版面没有改动。",
    "block-before-itself": "段落不能移到自己的位置上，版面没有改动。",
    "cuts-correction": "这一步会切开已有的更正，请先撤回那处更正。版面没有改动。",
    "correction-outside-block": "更正只能在同一段连着的文字里做，版面没有改动。",
    "empty-block": "这样一来整段就空了。不要的段落请移出文章。版面没有改动。",
    "body-not-supplied": "正文只能来自版面，能补的是题名、作者这些。版面没有改动。",
    "field-on-page": "版面上已经有这一项，请直接更正它，或改它的类别。版面没有改动。",
    "passage-changed": "这个选段刚刚又变了，没有替换。请重新核对引文。",
    "article-covered": (
        "这篇文章的字已经在同一版的别的文章里，放回去就重复了。它还在回收站里，资料库没有改动。"
    ),
    "operations-overlap": "这里已经有一处省略、强调或填空，请先取消它。选段没有改动。",
}
_THINGS = {
    "article": "这篇文章",
    "packet": "这个学习包",
    "source": "这个来源",
    "backup": "这份备份",
}
_TRY_AGAIN = "若再次出现，请把日志文件发给维护者。"


def sentence(error: Exception) -> str:
    """What to tell a user about an error; a fault of the program gets a calm one too."""
    match error:
        case errors.SourceRefused() | errors.FileUnreadable() | errors.BankUnreadable():
            return _about_reading(error)
        case errors.FileUnwritable() | errors.DiskFull():
            return _about_writing(error)
        case errors.StudypackDamaged() | errors.StudypackTooNew():
            return _about_studypack(error)
        case errors.LibraryError():
            return _about_library(error)
        case errors.Cancelled():
            return "已取消，什么也没有改动。"
        case errors.NotFound(what=what):
            return f"资料库里找不到{_THINGS.get(what, '它')}，可能已经删除。其他内容都在。"
        case errors.DisplayMissing():
            return "这里没有图形界面，打不开窗口。请在桌面上打开学习台，或用不要窗口的命令。"
        case errors.PresetUnknown() | errors.PresetDamaged() | errors.PresetTaken():
            return _about_presets(error)
        case errors.EditRefused(reason=reason):
            return _EDITS.get(reason, "这一步不能做，学习包没有改动。")
        case _:
            return f"学习台自身出了差错，已经记入日志。已保存的内容都在。{_TRY_AGAIN}"


def _about_writing(error: errors.FileUnwritable | errors.DiskFull) -> str:
    match error:
        case errors.FileUnwritable(path=path, reason=reason):
            return f"不能写入“{path}”：{_reason(reason)}。原有的文件没有动，请换一个位置再试。"
        case errors.DiskFull(path=path):
            return f"磁盘已满，“{path}”没有写成。原有的文件没有动，请腾出空间再试。"


def _about_presets(
    error: errors.PresetUnknown | errors.PresetDamaged | errors.PresetTaken,
) -> str:
    match error:
        case errors.PresetUnknown(name=name, known=known):
            choice = f"可以用：{'、'.join(known)}" if known else "请从版式列表里选一个"
            return f"没有名为“{name}”的版式，{choice}。"
        case errors.PresetDamaged(place=place):
            where = re.sub(r"^line (\d+)$", r"第 \1 行", place)
            return f"版式文件有误，请检查这一处：{where}。其他版式照常可用。"
        case errors.PresetTaken(name=name):
            return f"已经有名为“{name}”的版式，请换一个名称。"


_TABLES = {
    "too-large": "超过了 4 MB",
    "no-text": "不是文本表格，或者编码不对",
    "no-columns": "第一行要有“题型”和“题目”两栏",
    "no-table": "不是完整的表格",
    "kind": f"题型不认得，只能是{'、'.join(QuestionKind)}",
    "minutes": "时间要写 0 到 240 的整数",
    "uses": "“用过”要写日期、空格和题名，几次之间用“；”隔开",
}


def _about_bank(error: errors.BankUnreadable) -> str:
    line = f"第 {error.line} 行" if error.line else ""
    what = _TABLES.get(error.reason, "读不出题目")
    return f"“{error.path.name}”{line}{what}。题库没有改动，请改好再导入。"


def _about_studypack(error: errors.StudypackDamaged | errors.StudypackTooNew) -> str:
    match error:
        case errors.StudypackDamaged(path=path):
            return f"“{path.name}”不是学习包文件，或者已经损坏。资料库没有改动，请向对方再要一份。"
        case errors.StudypackTooNew(path=path):
            return f"“{path.name}”是新版学习台做的，请先升级本机的学习台。资料库没有改动。"


_REFUSALS: Mapping[type[errors.SourceRefused], str] = {
    errors.SourceEmpty: "“{}”里没有文字，没有导入。",
    errors.SourceBinary: "“{}”不是文本文件，没有导入。请另存为 .docx 或 .txt 再导入，或直接粘贴。",
    errors.SourceFormatUnknown: (
        "还不能读“{}”这种格式，没有导入。请另存为 .docx 或 .txt 再导入，或直接粘贴文字。"
    ),
    errors.SourceIsPacket: (
        "“{}”是学习包，不是版面，没有导入。请在学习台的窗口里打开它，或用 export 命令导出成讲义。"
    ),
    errors.SourceOldWord: (
        "“{}”是旧版的文档格式，没有导入。请用 WPS 或 Word 打开它，另存为 .docx 再导入，"
        "或复制文字直接粘贴。"
    ),
    errors.SourceDamaged: "“{}”不完整或已经损坏，没有导入。请重新下载，或打开后另存一份再导入。",
    errors.SourceEncrypted: "“{}”加了密码，没有导入。请先用密码打开，另存为不加密的再导入。",
    errors.SourceScanned: (
        "“{}”是扫描的图片，里面没有文字，没有导入。请先做文字识别，再导入或粘贴识别出的文字。"
    ),
    errors.SourceGarbled: (
        "“{}”里的文字取出来是乱码，没有导入。请换一份文件，或先做文字识别，再粘贴识别出的文字。"
    ),
    errors.SourceTooComplex: "“{}”展开以后太大，没有导入。请只留文字，另存一份再导入。",
}


def _about_reading(
    error: errors.SourceRefused | errors.FileUnreadable | errors.BankUnreadable,
) -> str:
    match error:
        case errors.BankUnreadable():
            return _about_bank(error)
        case errors.FileUnreadable(path=path, reason=reason):
            return f"读不了“{path.name or path}”：{_reason(reason)}。请检查文件后再试。"
        case errors.SourceTooLarge(name=name, size=size, limit=limit):
            return (
                f"“{name}”有 {size / MEGABYTE:.0f} MB，超过了 {limit // MEGABYTE} MB 的上限，"
                "没有导入。请拆成几个文件。"
            )
        case errors.SourceUndecodable(name=name, offset=offset):
            return (
                f"“{name}”的文字编码不对（第 {offset + 1} 个字节起读不出），没有导入。"
                "请用记事本或 WPS 另存为 UTF-8 再导入。"
            )
        case errors.SourceRefused(name=name):
            return _REFUSALS.get(type(error), "“{}”不能导入，资料库没有改动。").format(name)


def _about_library(error: errors.LibraryError) -> str:
    folder = error.folder
    match error:
        case errors.LibraryInUse():
            return f"资料库“{folder}”正被另一个学习台使用。请先关掉那一个，内容没有改动。"
        case errors.LibraryNotFolder():
            return f"“{folder}”不是文件夹。资料库是一个文件夹，请选一个文件夹。"
        case errors.LibraryMissing():
            return f"“{folder}”里没有资料库。请检查文件夹，或先导入一些版面。"
        case errors.LibraryReadOnly():
            return f"资料库“{folder}”不能写入，内容没有改动。请检查权限，或复制到别处再打开。"
        case errors.LibraryTooNew():
            return f"资料库“{folder}”是新版学习台建的，没有打开，内容没有改动。请升级学习台。"
        case errors.LibraryDamaged():
            return (
                f"资料库“{folder}”打不开：文件已损坏，或不是学习台的资料库。"
                "它没有被改动，请从其中的备份恢复。"
            )
        case _:
            return f"资料库“{folder}”现在不能使用，内容没有改动。"


def _reason(reason: str) -> str:
    return _OF_THE_SYSTEM.get(reason.lower(), reason or "系统没有说明原因")


_PROBLEMS = {
    ProblemKind.TITLE_MISSING: "没有找到标题，请对照原报补上。",
    ProblemKind.TITLE_UNCERTAIN: "标题到哪里为止不确定，请对照原报。",
    ProblemKind.AUTHOR_UNKNOWN: "没有找到作者，请对照原报补上。",
    ProblemKind.END_MISSING: "文章到这里断了，结尾可能缺了，请对照原报。",
    ProblemKind.REPEATED: "有一段文字出现了两次，其中一处可能是误排。",
    ProblemKind.COLUMNS_MIXED: "这一处像是串栏，已按文意接好，请对照原报。",
    ProblemKind.ORDINAL_MISSING: "序号不连续，中间可能缺了一段。",
    ProblemKind.CHARACTER_MISSING: "这一段的开头或结尾像是缺了字，请对照原报。",
    ProblemKind.ILLEGIBLE: "这里有字取不出来，请对照原报补上。",
}
_PROBLEMS_WITH_DETAIL = {
    ProblemKind.REPEATED: "有 {} 字出现了两次，其中一处可能是误排。",
    ProblemKind.ORDINAL_MISSING: "序号不连续，可能缺了“{}”这一段。",
    ProblemKind.ILLEGIBLE: "这里有 {} 个字取不出来，请对照原报补上。",
}


def problem_sentence(problem: Problem) -> str:
    """What recovery found doubtful, in one sentence."""
    detailed = _PROBLEMS_WITH_DETAIL.get(problem.kind, "")
    if problem.detail and detailed:
        return detailed.format(problem.detail)
    return _PROBLEMS[problem.kind]


_FINDINGS = {
    "Q05": "这个标点没有配成对",
    "B01": "中文里应当用全角标点",
    "B02": "省略号应当是六个点",
    "B03": "序号的写法不合规范",
    "B04": "标题末尾不用句号、冒号、逗号",
    "B05": "起止的年份用一字线，其他数字用浪纹线",
    "D01": "已成词的数字应当写汉字",
    "D03": "约数说了两遍，留一个就够",
    "P02": "“两个确立”“四个意识”“四个自信”“两个维护”的次序、搭配、引号或完整性请核对",
    "P03": "提法应为“以习近平同志为核心”",
    "P06": "全会的名称请核对",
    "W01": "这道题太长，念一遍听不住，最好不超过四十个字",
    "W02": "这样问只能答是或不是，可以再问一句为什么、在哪里、怎么做",
    "W03": "这样问容易答成口号，可以问到具体的一句话、一件事",
    "E01": "这里还空着，会印成空白",
    "A01": "议程的分钟数与学习时长不一致",
    "A02": "时间不够",
    "C01": "出处还不完整",
    "C05": "出处里题名和作者都没有",
    "C06": "“出处一览”里列不出这一段",
    "Q11": "引号里的话与资料库里的原文不一样",
    "Q12": "引号里的话，资料库里没有，请核对出处",
    "F01": "字库里没有这些字：{}，PDF 会印成方框；DOCX 不受影响",
}
_PARTS = {
    "newspaper": "报名",
    "published": "日期",
    "page": "版次",
    "title": "题名或作者",
    "work": "题名或报名",
}


def finding_sentence(finding: Finding) -> str:
    """What a proof rule found, in one sentence, with what could stand there."""
    text = _FINDINGS[finding.rule]
    match finding.rule:
        case "C01" | "C05" | "C06":
            missing = "、".join(_PARTS[part] for part in finding.found.split())
            return f"{text}，缺{missing}。"
        case "A01":
            planned, length = finding.found.split("/")
            return f"{text}：议程 {planned} 分钟，时长 {length} 分钟。"
        case "A02":
            times, _, numbers = finding.found.partition(" ")
            asked, length = times.split("/")
            cut = f"可先删第 {'、'.join(numbers.split())} 题" if numbers else "请少选一段或少留时间"
            return f"{text}：要用 {asked} 分钟，时长 {length} 分钟；{cut}，行动题不删。"
        case "W01":
            return f"{text}。"
        case "F01":
            return f"{text.format('、'.join(finding.found))}。"
    place = f"“{finding.found}”：" if finding.found else ""
    better = f"，可改为“{finding.suggestion}”" if finding.suggestion else ""
    return f"{place}{text}{better}。"


def _corrected(fixes: Sequence[Correction]) -> str:
    """What the user put right in a passage, and what is printed there; nothing where nothing."""
    if not fixes:
        return ""
    pairs = (
        f"“{fix.original}”改为“{fix.text}”" if fix.text else f"“{fix.original}”已删去"
        for fix in fixes
    )
    return f"其中改正过 {len(fixes)} 处原报的字：{'；'.join(pairs)}。"


def quotation_sentence(result: QuotationResult) -> str:
    """The outcome of the quotation check of one passage, in one sentence."""
    match result.status:
        case QuotationStatus.VERBATIM:
            moved = "，只是在文中的位置变了" if result.moved else ""
            return f"与原文逐字一致{moved}。{_corrected(result.corrections)}"
        case QuotationStatus.SOURCE_MISSING:
            return "原文不在资料库里，不能核对。请导入原文，或重新选段。"
        case QuotationStatus.DIFFERS:
            expected = f"原文是“{result.expected}”" if result.expected else "原文到此为止"
            found = f"选段是“{result.found}”" if result.found else "选段到此为止"
            return f"与原文不一致：第 {result.offset + 1} 字起，{expected}，{found}。"


def quotation_severity(result: QuotationResult) -> Severity | None:
    """How much the outcome of the check matters; None where there is nothing to tell."""
    if result.status is not QuotationStatus.VERBATIM:
        return Severity.RED
    return Severity.GREY if result.corrections else None


_SEVERITIES = {Severity.RED: "必改", Severity.AMBER: "留意", Severity.GREY: "参考"}


def check_lines(packet: Packet, checked: Checked) -> Iterator[str]:
    """A whole check as lines to read: two that sum up, and one for whatever is not in order."""
    yield f"引文核对：{len(checked.quotations)} 段，{checked.verbatim} 段与原文逐字一致。"
    for result in checked.quotations:
        severity = quotation_severity(result)
        if severity is not None:
            place = label_of(packet, result.item_id)
            yield f"  {_SEVERITIES[severity]}　{place}　{quotation_sentence(result)}"
    yield f"校对：{len(checked.findings)} 条提示。"
    for finding in checked.findings:
        yield f"  {finding_line(packet, finding)}"


NO_BOOKLET = "没有做小册子：只有学员版和主持人版的 PDF 才拼成小册子。"
HOW_TO_FOLD = (
    "小册子怎么印：双面打印，选“短边翻转”，不缩放；按顺序叠齐，对折，骑缝订两钉。"
    "只有一两页的拼成一张两份，印好从中间裁开。"
)


def review_of(packet: Packet, checked: Checked) -> Review:
    """The outcome of a check as the proof sheet prints it."""
    return Review(
        {result.item_id: quotation_sentence(result) for result in checked.quotations},
        tuple(
            (label_of(packet, finding.item_id) or "题名", finding_sentence(finding))
            for finding in checked.findings
        ),
        is_done=True,
    )


def finding_line(packet: Packet, finding: Finding) -> str:
    """What a proof rule found, after how much it matters and where it is."""
    place = label_of(packet, finding.item_id) or "题名"
    severity = _SEVERITIES[finding.severity]
    return f"{severity}　{place}　{finding_sentence(finding)}（{finding.rule}）"


def _pictures(pages: Sequence[int]) -> str:
    """That pages of a file are but scans, and which; nothing where none is."""
    if not pages:
        return ""
    some = "、".join(map(str, pages[:8])) + ("等" if len(pages) > 8 else "")
    return f"第 {some} 页是扫描的图片，没有文字，没有读进来；要用请先做文字识别。"


def likeness_sentence(likeness: Likeness) -> str:
    """What an article that was imported has in common with one that was there."""
    share = round(100 * likeness.share)
    same = f"{share}% 的文字相同" if share else "题目相同，文字不同"
    title = likeness.title or "（没有标题）"
    other = likeness.other_title or "（没有标题）"
    return f"“{title}”和已有的“{other}”（{likeness.other_source}）{same}。"


def import_sentence(result: ImportResult) -> str:
    """What became of one imported file, in one sentence."""
    match result.outcome:
        case Outcome.ADDED:
            doubts = f"，{result.problems} 处存疑" if result.problems else ""
            told = f"“{result.name}”：导入 {result.articles} 篇文章{doubts}。"
            return told + _pictures(result.pictures)
        case Outcome.ALREADY_THERE:
            return f"“{result.name}”：资料库里已经有了，没有重复导入。"
        case Outcome.REFUSED:
            told = sentence(result.error or errors.SourceRefused(result.name))
            return told if result.name in told else f"“{result.name}”：{told}"

"""Builds resources/sample.studypack: a 60-minute session packet picked from the seed pages.

    python packaging/build_sample.py

The passages are found in the tidied pages of the starter library by their first and last words,
so that the file can be made anew whenever recovery gets better. Build the starter file first.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from studydesk.domain.article import Article, Source
from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    AnswerSpace,
    EditorNote,
    FacilitatorNote,
    Guide,
    Item,
    Packet,
    PassageItem,
    Question,
    QuestionKind,
    SectionHeading,
    Session,
    Term,
)
from studydesk.domain.passage import Emphasis, EmphasisMark, Omission, Passage
from studydesk.library import Library
from studydesk.library.studypack import write_studypack
from studydesk.services.starting import add_starter_pages

Pages = list[tuple[Article, Source]]


def starter_pages() -> Pages:
    """Every article of the starter library with its source."""
    with TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        add_starter_pages(library)
        return [
            (article, source)
            for source in library.sources()
            for article in library.articles_of(source.id)
        ]


def pick(pages: Pages, first: str, last: str) -> Passage:
    """The passage from its first words to its last; exactly one article must hold it."""
    (article, source) = next(page for page in pages if first in page[0].body)
    start = article.body.index(first)
    end = article.body.index(last, start) + len(last)
    return Passage.pick(article, source, start, end)


def omitted(passage: Passage, words: str) -> Passage:
    """The passage with these words left out."""
    start = passage.text.index(words)
    return passage.with_operation(Omission(start, start + len(words)))


def emphasised(passage: Passage, words: str) -> Passage:
    """The passage with dots under these words."""
    start = passage.text.index(words)
    return passage.with_operation(Emphasis(start, start + len(words), EmphasisMark.DOTS))


def readings(pages: Pages) -> tuple[Item, ...]:
    """The five passages with what explains them."""
    gap = emphasised(
        pick(pages, "其一，技术迭代加速与传统技能更新滞后的矛盾。", "部分岗位出现技能断层现象。"),
        "由“操作者”向“技术协同者”转变",
    )
    quality = emphasised(
        pick(pages, "第二，精益求精，提升发展质量层级。", "推动发展质量向更高层级迈进。"),
        "缺乏对品质的主动追求与对细节缺陷的自主修正能力",
    )
    craft = omitted(
        emphasised(
            pick(pages, "二是要完善数字技能形成体系。", "让一线职工获得前沿、先进的数字技能。"),
            "可记载、可量化、可传承",
        ),
        "，鼓励更多高等学校、培训机构等参与“数字工匠”培训，"
        "与行业企业共同开设劳模和工匠人才、高技能人才学历教育班、高级研修班，",
    )
    stage = emphasised(
        pick(pages, "一是推进“劳模工匠助企行”。", "赋能企业和产业高质量发展。"),
        "送技术、解难题、促创新",
    )
    small = emphasised(
        pick(pages, "健全基层创新长效激励机制，", "激发广大产业工人参与技术改进的内生动力。"),
        "技术革新、工艺优化等“微创新”成果",
    )
    return (
        SectionHeading("读一读：五段话", id="heading-read"),
        PassageItem(gap, "技能为什么会“断层”", id="passage-gap"),
        PassageItem(quality, "人比机器强在哪里", id="passage-quality"),
        PassageItem(craft, "手上的绝活怎样传下去", id="passage-craft"),
        EditorNote(
            "“缄默性知识”就是师傅们常说的“手感”“火候”：做得出，却说不清。"
            "这一段讲的是怎样把它变成写得下、量得出、教得会的工艺。",
            id="note-craft",
        ),
        PassageItem(stage, "工会能搭什么台", id="passage-stage"),
        PassageItem(small, "小改进也算数", id="passage-small"),
        SectionHeading("弄明白：三个词", id="heading-terms"),
        Term(
            "技能断层",
            "设备和工艺换了代，原有的本领用不上，新的本领还没学会，中间空出来的那一截。",
            "编者据选段一释义",
            id="term-gap",
        ),
        Term(
            "缄默性知识",
            "靠长年操作积累、难以用语言和文字说清的经验，例如听声音判断刀具磨损。",
            "编者释义",
            id="term-tacit",
        ),
        Term(
            "揭榜挂帅",
            "把难题张榜公布，谁有本事谁来揭榜攻关，不论资历。",
            "编者释义",
            id="term-board",
        ),
    )


def questions() -> tuple[Item, ...]:
    """Five questions of four kinds, text before life, action last; 28 minutes together."""
    return (
        SectionHeading("议一议：从文章到工位", id="heading-discuss"),
        Question(
            "选段一说的“操作者”和“技术协同者”，差在哪里？请从原文里找出依据。",
            QuestionKind.UNDERSTAND,
            6,
            lines=3,
            intent="先把原文读准，不急着谈自己。",
            expected="“传统机械操作”与“智能设备操作、数据采集分析”的差别；原有技能“有效周期缩短”。",
            follow_ups="依据是哪一句？请念出来。｜“协同”两个字，是跟谁协同？",
            id="question-understand",
        ),
        Question(
            "选段二认为机器缺的哪一点，正好要靠“精益求精”来补？",
            QuestionKind.ANALYSE,
            4,
            lines=3,
            intent="把“人还有什么用”的担心，引到品质和细节上来。",
            expected="机器“按指令执行”；缺“主动追求品质”和“自主修正细节缺陷”的能力；"
            "补上的是人的打磨与完善。",
            follow_ups="昨天哪一件活，是机器报“合格”而您又返修的？",
            id="question-analyse",
        ),
        Question(
            "“技能断层”在我们班组，是哪台设备、哪道工序？",
            QuestionKind.CONNECT,
            7,
            lines=4,
            intent="把文章里的词落到本班组的设备和工序上。",
            expected="说得出设备名、工序名和卡住的那一步；能分清是不会用、不敢用还是没人教。",
            follow_ups="不说谁，只说哪道工序。｜这一步原来要多久学会，现在呢？",
            id="question-connect-gap",
        ),
        Question(
            "对照选段三的“可记载、可量化、可传承”，哪一手绝活还只在老师傅手上？",
            QuestionKind.CONNECT,
            6,
            lines=4,
            intent="找出最该先留下来的一招，为“我的一件事”作准备。",
            expected="一手具体的绝活；为什么值得留；可以先记下哪个数、哪个动作。",
            follow_ups="从工龄最长的师傅开始，每人只说一条。｜这一招能不能拍成三分钟视频？",
            id="question-connect-craft",
        ),
        Question(
            "下个月底前，谁教会谁哪一招？怎样才算学会？",
            QuestionKind.ACT,
            5,
            space=AnswerSpace.BOX,
            lines=4,
            intent="落到人、落到日子、落到一个验得出来的结果。",
            expected="师傅、徒弟、招数、日期、验收办法，五样齐全；事情小到班组自己能定。",
            follow_ups="哪天看结果？｜需要车间或工会给什么支持？",
            id="question-act",
        ),
    )


def agenda() -> Agenda:
    """A 60-minute plan."""
    return Agenda(
        (
            AgendaStep("签到，回顾上次的一件事", 4, "对照上次记录：做到没有，差在哪里。"),
            AgendaStep("导入：新设备来了", 3, "请一位刚用上新设备的师傅说一个新习惯。"),
            AgendaStep("领读五段选文", 10, "两人轮读，加点处放慢；其他人画出一句。"),
            AgendaStep("弄明白三个词", 3, "先请职工用自己的话说，再看释义。"),
            AgendaStep("理解：思考1", 6, "必须回到原文找依据。"),
            AgendaStep("自己写，分组议：思考2至4", 17, "先静写三分钟，再三四人一组议十四分钟。"),
            AgendaStep("小组汇报", 8, "每组两分钟，只说设备、工序和绝活。"),
            AgendaStep("定一件事：思考5", 5, "当场写进“我的一件事”，两人互签。"),
            AgendaStep("小结，完成学习记录", 4, "记录人念一遍定下的事，当日归档。"),
        ),
        id="agenda",
    )


def sample_packet(pages: Pages) -> Packet:
    """The whole packet."""
    items: tuple[Item, ...] = (
        agenda(),
        Guide(
            "车间里换了新设备，屏幕多了，手轮少了。老师傅的手感还值不值钱？会看数据的年轻人算不算"
            "有手艺？今天选的五段话，讲技能为什么会脱节、人比机器强在哪里、绝活怎样传下去、"
            "工会能搭什么台。读的时候请带着一个问题：我手上哪一招最该留下来，哪一招最该学起来？",
            id="guide",
        ),
        FacilitatorNote(
            "开场可以这样说：“今天不念文件，只谈手艺。先请大家看看自己的手——这双手会的，"
            "机器学得走吗？”说完停五秒，再请人领读。",
            id="facilitator-opening",
        ),
        *readings(pages),
        *questions(),
        SectionHeading("定一定：我的一件事", id="heading-act"),
        Action("教会一个人，或者向一个人学会一招。", id="action"),
        FacilitatorNote(
            "收尾时请每个人把“我的一件事”念一遍，记录人记下姓名和日期；下次学习第一件事就是回看它。",
            id="facilitator-close",
        ),
    )
    return Packet(
        "新设备来了，老手艺怎么传",
        Session(unit="一车间工会小组", place="班组活动室", minutes=60),
        items,
        "普通讲义",
        id="sample-session",
    )


def quoted(pages: Pages, packet: Packet) -> Pages:
    """The articles that the packet quotes, in page order."""
    wanted = {passage.article_id for passage in packet.passages}
    return [page for page in pages if page[0].id in wanted]


def main() -> None:
    """Write the file."""
    pages = starter_pages()
    packet = sample_packet(pages)
    target = Path(__file__).resolve().parents[1] / "resources" / "sample.studypack"
    write_studypack(target, packet, quoted(pages, packet))
    print(target)


if __name__ == "__main__":
    main()

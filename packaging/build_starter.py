"""Builds resources/starter.json: what was done by hand to the pages of the starter library.

    python packaging/build_starter.py

Every operation names its place by the words that stand there, so that the file can be made anew
at any time. What recovery has learnt to do itself by then no longer fits, and is left out when a
starter library is made. The pages were read closely and nothing is guessed: a title that a page
lacks stays missing, a slip of the newspaper's stays as it is printed, an end that is lost stays
open.
"""

from pathlib import Path

from studydesk import paths
from studydesk.domain.article import BlockKind, ProblemKind, Source
from studydesk.domain.tidying import (
    ChangeKind,
    DropRepeat,
    JoinBlocks,
    MoveBlocks,
    SetAside,
    Settle,
    SplitBlock,
    Tidying,
)
from studydesk.library import codec
from studydesk.services.starting import StarterPage, starter_file
from studydesk.sources.reading import read_file


class Words:
    """Finds the places of words in the raw text of a page."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def at(self, words: str, after: str = "", before: str = "") -> int:
        """Where these words stand, behind or before others if named; there once only."""
        raw = self._source.raw
        start = raw.index(after) + len(after) if after else 0
        end = raw.index(before) if before else len(raw)
        if raw.count(words, start, end) != 1:
            times = raw.count(words, start, end)
            raise ValueError(f"{times} times in {self._source.name}: {words}")
        return raw.index(words, start)

    def drop(self, first: str, last: str) -> DropRepeat:
        """Sets aside what stands from the first place of words to the next end of others."""
        raw = self._source.raw
        start = raw.index(first)
        return DropRepeat(start, raw.index(last, start) + len(last))


def torn_label_and_copied_end(words: Words) -> tuple[Tidying, ...]:
    """000: in a box, the label 重要提醒 stands torn in two in front of two notes; 第四，追求卓越
    ends with the end of 第三，强化实践赋能.
    """
    at = words.at
    label, label_end = at("重 要 以免上当"), at("提 醒 ▲可登录")
    note, note_end, other_note = at("▲一定要认准"), at("以免上当受骗"), at("▲可登录")
    return (
        SplitBlock(label),
        SplitBlock(note_end),
        SplitBlock(other_note),
        MoveBlocks((label, label_end), note),
        JoinBlocks(label_end),
        ChangeKind(label, BlockKind.HEADING, 2),
        JoinBlocks(note_end),
        ChangeKind(other_note, BlockKind.NOTE),
        words.drop("一方面，搭建匠心实践平台", "操作规范与管理体系。"),
        Settle(at("加大培育力度 打造高素质"), ProblemKind.COLUMNS_MIXED),
    )


def banner_and_pull_quote(words: Words) -> tuple[Tidying, ...]:
    """001: the banner of the whole page stands in the head of one article. The pull quote at the
    beginning is where it belongs, and two authors name the same meeting with the same words.
    """
    at = words.at
    return (
        SetAside(at("学习贯彻习近平总书记重要讲话精神 书写")),
        Settle(1, ProblemKind.COLUMNS_MIXED),
        Settle(at("习近平总书记在庆祝", before="彭维锋"), ProblemKind.REPEATED),
        Settle(at("习近平总书记在庆祝", after="彭维锋"), ProblemKind.REPEATED),
    )


def copied_sentence(words: Words) -> tuple[Tidying, ...]:
    """002: 第五 ends with a sentence of 第三; title and column in the middle of a text are moved
    rightly by recovery.
    """
    at = words.at
    return (
        words.drop("认真落实“五个坚决”", "作用，及时有效"),
        Settle(at("热点思考"), ProblemKind.COLUMNS_MIXED),
        Settle(at("劳动数字化对劳动关系的影响及工会应对"), ProblemKind.COLUMNS_MIXED),
    )


def box_with_a_run_in_title(words: Words) -> tuple[Tidying, ...]:
    """003: the first sentence of a box is its title."""
    text = words.at("为加大大龄失业人员保障")
    return (
        SplitBlock(text),
        ChangeKind(words.at("大龄领取失业保险金人员参保新"), BlockKind.TITLE),
    )


def three_articles_piece_by_piece(words: Words) -> tuple[Tidying, ...]:
    """004: three articles interleaved. Two of them begin behind the last one; three sentences are
    cut between columns; two headings that the extraction made up stand over the wrong text.
    """
    at = words.at
    meeting = (
        "党的二十届四中全会是我们党在向第二个百年奋斗目标进军的新征程上举行的一次十分重要的会议"
    )
    thirds = at("持科技强审"), at("推动审计方式数智化转型"), at("锻造适应现代化建设")
    zhong = at(f"{meeting}，"), at("一、以习近平同志为核心"), at("党的二十届三中全会以来")
    cai = at(f"{meeting}。"), at("一、坚持党的全面领导"), at("全会明确“十五”时期")
    cut = at("党中央对审计工作的集中统一领导")
    platform, ending = at("加快推进智慧经审平台建设"), at("（作者系全国总工会党组成员、")
    return (
        # 马璞: what 五 says of enterprises stands in 四, too.
        words.drop("，紧紧围绕建设现代化产业体系，培养", "深化产业工人队伍建设改革。"),
        Settle(at("更好发挥牵头抓总作用 深化"), ProblemKind.COLUMNS_MIXED),
        Settle(at("马 璞"), ProblemKind.COLUMNS_MIXED),
        # 钟洪江: his introduction and his 一、 stand behind 蔡安辉's text.
        *(SplitBlock(place) for place in (*zhong, *cai)),
        MoveBlocks(zhong, at("钟洪江"), after=True),
        SetAside(at("一、深入学习贯彻党的二十届四中全会精神，动员激励")),
        words.drop("高质量发展离不开高质量的劳动创造。\n", "\n"),
        Settle(at("会发展道路，把“两个维护”"), ProblemKind.COLUMNS_MIXED),
        # 蔡安辉: introduction and 一、 stand at the end; 强调要坚持|党中央对审计工作的集中统一领导.
        SplitBlock(at("拓进取，努力在“同频共振")),
        MoveBlocks(cai, at("蔡安辉"), after=True),
        words.drop("一、深入学习贯彻党的二十届四中全会精神，以高质量", "高质量发展\n"),
        SplitBlock(cut),
        MoveBlocks((cut,), cai[-1], after=True),
        JoinBlocks(cut),
        # His last columns stand before his first: 加快推进智慧经审平台建设。坚|持科技强审.
        *(SplitBlock(place) for place in thirds),
        MoveBlocks((*thirds, ending), platform, after=True),
        JoinBlocks(thirds[0]),
        Settle(at("持科技强审"), ProblemKind.COLUMNS_MIXED),
        Settle(at("一、坚持党的全面领导"), ProblemKind.COLUMNS_MIXED),
        # Both begin with the long name of the meeting.
        Settle(zhong[0], ProblemKind.REPEATED),
        Settle(cai[0], ProblemKind.REPEATED),
    )


BY_HAND = {
    "000": torn_label_and_copied_end,
    "001": banner_and_pull_quote,
    "002": copied_sentence,
    "003": box_with_a_run_in_title,
    "004": three_articles_piece_by_piece,
}
"""What is done to each page, by how its name begins."""


def main() -> None:
    """Write the file."""
    pages = []
    for path in sorted(paths.seeds().glob("*.txt")):
        source = read_file(path)
        pages.append(StarterPage(source.id, BY_HAND[path.name[:3]](Words(source))))
    target = Path(__file__).resolve().parents[1] / "resources" / starter_file().name
    target.write_text(codec.dump(pages) + "\n", "utf-8")
    print(target)


if __name__ == "__main__":
    main()

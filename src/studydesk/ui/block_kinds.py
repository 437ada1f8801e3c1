"""What the parts of an article are called."""

from studydesk.domain.article import BlockKind

KIND_NAMES: dict[BlockKind, str] = {
    BlockKind.TITLE: "标题",
    BlockKind.KICKER: "肩题",
    BlockKind.SUBTITLE: "副题",
    BlockKind.COLUMN: "栏目",
    BlockKind.AUTHOR: "作者",
    BlockKind.AFFILIATION: "作者单位",
    BlockKind.PULL_QUOTE: "提要",
    BlockKind.HEADING: "小标题",
    BlockKind.PARAGRAPH: "段落",
    BlockKind.QUESTION: "问",
    BlockKind.ANSWER: "答",
    BlockKind.SPEAKER: "发言人",
    BlockKind.NOTE: "注",
    BlockKind.CREDIT: "署名",
}
"""In the order of the menus."""

FURNITURE = "版面零件"
"""What belongs to no article: running heads, page numbers, repeats that were dropped."""

_LEVELS = ("", "一级", "二级", "三级")


def kind_label(kind: BlockKind, level: int) -> str:
    """What a block is, with the level of a heading: 小标题（二级）."""
    name = KIND_NAMES[kind]
    return f"{name}（{_LEVELS[level]}）" if level > 1 else name

"""What a change of a preset is called, by the places of its file that it changes."""

from collections.abc import Collection

from studydesk.handout.preset_text import Place

_PARTS = {
    "size": "字号",  # the distance of lines follows it
    "leading": "行距",
    "breaking": "断行",
    "line_end": "行尾标点",
    "space_before": "段前",
    "space_after": "段后",
    "left": "左右边距",
    "right": "左右边距",
    "top": "上边距",
    "bottom": "下边距",
    "mirrored": "双面印",
    "header": "页眉",
    "header_even": "双数页页眉",
    "header_on_first": "首页页眉",
    "footer": "页脚",
    "folio": "页码",
    "folio_on_first": "首页页码",
    "logo": "标志",
    "numbering": "小标题序号",
    "paragraph_numbers": "段号",
    "passage_codes": "出处编号",
    "fonts": "字体",
    "installed_fonts": "字体",
}
"""By the key in the file, or its table where that is one thing; what others follow comes first."""


def part_changed(places: Collection[Place]) -> str:
    """What of a preset is changed, in a word; empty where there is none for it."""
    keys = {place[0] if place[0] in ("fonts", "logo") else place[-1] for place in places}
    return next((name for key, name in _PARTS.items() if key in keys), "")

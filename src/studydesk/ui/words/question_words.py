"""What the window says about a question while it is written."""

from studydesk.services.advising import Hint

TOO_LONG = "超过 60 字，听一遍记不住"
STALE_POINTS = "题目改过，要点还是原来的，请也看一看要点。"
_REASONS = {
    "yes-or-no": "点个头就答完了，问不出话来",
    "two-asks": "一题问了两件事，先答的一件会盖住另一件",
    "three-asks": "一题问了三件事以上，可以分成几题",
    "too-long": TOO_LONG,
    "slogan": "容易答成口号",
    "no-anchor": "没有落到选段的哪句话上，换哪篇文章都能问",
    "quotes-nothing": "引号里的话，选段里没有",
    "quotes-otherwise": "引号里的话与选段里的不一样",
    "same-stem": "和另一题问法一样，换个问法",
    "same-words": "和另一题问的是同一句话，换一句问，或删去一题",
    "private": "牵涉个人私事，当着人不好答",
    "blames": "会变成说人，答的人为难",
    "out-of-reach": "班组里的人手头没有这些材料，也定不了",
}
"""A reason for every hint."""


def hint_sentence(hint: Hint) -> str:
    """One line: the reason, and a better way to ask where there is one."""
    asks = "可改为" if hint.rule == "quotes-otherwise" else "可以这样问："
    better = f"{asks}{hint.better}" if hint.better else ""
    return f"{_REASONS[hint.rule]}。{better}"

"""Agenda plans for the usual lengths of a session, and plans for any other length."""

from dataclasses import dataclass

from studydesk.domain.packet import Agenda, AgendaStep


@dataclass(frozen=True, slots=True)
class Plan:
    """A proven order of steps for one length of session, in minutes."""

    name: str
    minutes: int
    steps: tuple[AgendaStep, ...]


PLANS = (
    Plan(
        "班前十分钟",
        10,
        (
            AgendaStep("一句导语", 1, "只说为什么今天读它"),
            AgendaStep("念选段", 2, "念慢一点，重点句念两遍"),
            AgendaStep("身边事", 3, "请一位师傅讲一件自己的事"),
            AgendaStep("一问", 3, "每人只说一条"),
            AgendaStep("一件事", 1, "谁、何时、做什么，当场记下"),
        ),
    ),
    Plan(
        "班组学习",
        60,
        (
            AgendaStep("签到，回顾上次的一件事", 4, "做到的讲一句，没做到的说差在哪"),
            AgendaStep("导入", 3, "从身边事说起，不作总结"),
            AgendaStep("领读选段", 10, "全部选段不超过 1800 字"),
            AgendaStep("关键词", 3, "只解释大家听不懂的"),
            AgendaStep("理解题", 6, "问：这话是从文中哪一句来的"),
            AgendaStep("自己写", 3, "先各写一分钟，写几个字就行"),
            AgendaStep("分组议", 14, "四至六人一组，先请没说过的说"),
            AgendaStep("汇报", 8, "每组两分钟，只讲一条"),
            AgendaStep("定一件事", 5, "谁、何时、做什么；超时也不能省"),
            AgendaStep("小结，记录", 4, "念一遍定下的事，记录人签名"),
        ),
    ),
    Plan(
        "中心组学习",
        90,
        (
            AgendaStep("中心发言", 16, "两人，各八分钟"),
            AgendaStep("研讨：列名", 10, "先独立写，再轮流各说一条"),
            AgendaStep("研讨：聚焦", 5, "举手，只留一个问题"),
            AgendaStep("研讨：原因", 15, "追问到能够动手的一层"),
            AgendaStep("研讨：对策", 15, "每条对策写明谁、何时"),
            AgendaStep("汇报", 12, "每组限时四分钟"),
            AgendaStep("领导点评", 8, "放在最后，不放在最前"),
            AgendaStep("小结", 9, "念一遍定下的事，记录人签名"),
        ),
    ),
    Plan(
        "干部培训",
        120,
        (
            AgendaStep("签到，导入", 8, "说清今天要带走什么"),
            AgendaStep("领读选段", 20, "全部选段不超过 3000 字"),
            AgendaStep("重点发言", 20, "两人，各十分钟，事先准备"),
            AgendaStep("理解题", 10, "问：这话是从文中哪一句来的"),
            AgendaStep("分组研讨：列名", 12, "先独立写，再轮流各说一条"),
            AgendaStep("分组研讨：原因和对策", 24, "每条对策写明谁、何时"),
            AgendaStep("汇报", 14, "每组限时，不重复前一组"),
            AgendaStep("定一件事", 6, "谁、何时、做什么；超时也不能省"),
            AgendaStep("小结，记录", 6, "念一遍定下的事，记录人签名"),
        ),
    ),
)
"""The plans, shortest first; a new one is listed here."""


def plan_agenda(minutes: int) -> Agenda:
    """An agenda whose minutes are exactly `minutes`: the plan nearest in length, stretched or
    shortened step by step. No step falls under a minute; where there are fewer minutes than
    steps, the longest steps stay.
    """
    plan = min(PLANS, key=lambda plan: abs(plan.minutes - minutes))
    steps = plan.steps
    if minutes < len(steps):
        longest = sorted(steps, key=lambda step: -step.minutes)[: max(0, minutes)]
        steps = tuple(step for step in steps if step in longest)
    shares = _shares([step.minutes for step in steps], minutes)
    return Agenda(
        tuple(
            AgendaStep(step.activity, share, step.note)
            for step, share in zip(steps, shares, strict=True)
        )
    )


def _shares(weights: list[int], total: int) -> list[int]:
    """Whole numbers of at least 1 that add up to the total, as near to the weights' proportion
    as can be: minute by minute to whoever is furthest below a due share.
    """
    shares = [1] * len(weights)
    due = [weight * total / sum(weights) for weight in weights]
    for _ in range(total - len(weights)):
        neediest = max(range(len(weights)), key=lambda index: due[index] - shares[index])
        shares[neediest] += 1
    return shares

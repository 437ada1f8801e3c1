"""The parts of a handout that a user may choose to print or not."""

from enum import StrEnum


class Part(StrEnum):
    """A part as users read its name. The first are printed in 学员版 and 主持人版, the next in
    主持人版 alone, the last are sheets of the 记录册.
    """

    COVER = "封面"
    CONTENTS = "目录"
    GOALS = "学习目标"
    AGENDA = "议程"
    TERMS = "名词解释"
    QUESTIONS = "思考题"
    ACTION = "我的一件事"
    FURTHER = "延伸阅读"
    REFERENCES = "出处一览"
    SOURCES = "出处一览（行文）"
    AT_HAND = "主持人备用"
    SIGN_IN = "签到表"
    RECORD = "学习记录表"
    GROUPS = "分组讨论记录"
    REFLECTION = "心得体会"
    FEEDBACK = "反馈"

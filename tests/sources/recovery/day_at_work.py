"""A day at work, told in four paragraphs, to stand around what a test is about."""

from studydesk.domain.article import Article, BlockKind, Recovery, Source
from studydesk.sources.recovery.recover import recover

MORNING = (
    "清晨六点半，车间的大门准时打开，工人们三三两两走进来，互相打着招呼，说起昨晚的球赛和天气。"
)
WORK = "机器一响，说笑就停了，每个人站到自己的位置上，眼睛盯着仪表，手搭在操纵杆上，谁也不敢走神。"
NOON = "到了中午，食堂里热气腾腾，师傅们端着碗围坐一桌，边吃边议论上午出的小毛病该怎么改才好。"
EVENING = "收工以后，班长把大家叫到一起，一条一条说当天的得失，说完了才放大家回家，天天都是如此。"
IN_TEXT = {BlockKind.PARAGRAPH, BlockKind.HEADING}


def recovered(*lines: str) -> Recovery:
    return recover(Source("page", "\n".join(lines) + "\n"))


def only_article(*lines: str) -> Article:
    found = recovered(*lines)
    (article,) = found.articles
    return article


def text_of(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind in IN_TEXT]


def head_of(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind not in IN_TEXT]

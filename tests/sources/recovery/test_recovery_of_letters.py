"""Letters to the paper stay in their order, each with its reply, whatever they are headed with."""

from studydesk.domain.article import Source
from studydesk.sources.recovery.recover import recover

LETTERS = """来信照登：五封写给工会的信
本报群工部整理
编者的话：
本报“职工信箱”开设九个月，收到来信三百七十一封，这里刊登五封，有关方面的答复附后。
第一封
编辑同志：
我是商场的营业员，商场规定营业时间不准坐，我们八个小时一直站着。我就想要一把凳子。
一名营业员
［商场工会答复：来信属实。自本月起每节柜台配折叠凳一把，无顾客时可以坐。感谢来信人。］
第二封
工会领导：
我在村口的箱包作坊做活，作坊里头胶水味道大，头晕，有没有人管？到现在一个多月没有回音。
溪坳村 银花
［本报将此信转溪坳镇总工会，截至发稿，未答复。］
第三封
编辑部：
本人系退休职工，木模工。贵报上月刊登的文章说我厂“建于1958年”，有误，应为1953年。
木模工 八十一岁 翟
［文创园管理方答复：年代已更正。名字墙一事，正同厂退休职工联谊会商议。］
第四封
您好！我是个网约家政员，住家的。我想说的是休息，出去又没有地方去，我在公园坐过一整天。
小区里的阿姨 9月14日夜
［城南区总工会答复：区职工服务中心三楼每周一至周日向家政服务员开放，无需预约。］
第五封
主席：
去年我爸在工地摔下来，是您陪着我跑了四趟，才把赔偿要回来的。这封信不知道往哪儿寄。
一个姑娘
［编者注：骑蓝色电动车的工会主席，请您看到后与本报联系。］
"""


def test_letters_with_their_replies_stay_in_their_order() -> None:
    (article,) = recover(Source("来信", LETTERS)).articles

    assert article.authors == ("本报群工部",)
    printed = "".join(LETTERS.split("整理\n", 1)[1].split())
    assert "".join(article.body.split()) == printed

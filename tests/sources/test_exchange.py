"""The plain data that other programs get from a recovery."""

import json

from studydesk.domain.article import Source
from studydesk.sources.exchange import recovery_json
from studydesk.sources.recovery.recover import recover

BODY = "工会是党联系职工群众的桥梁和纽带，要把服务职工作为一切工作的出发点和落脚点。"


def test_fields_and_paragraphs_are_given_with_their_places() -> None:
    raw = f"G 热点思考\n\n题目在此\n\n王敏\n\n{BODY}\n\n（作者单位：某某大学）"
    source = Source("page.txt", raw)
    given = json.loads(json.dumps(recovery_json(source, recover(source))))
    article = given["articles"][0]
    assert given["source"] == "page.txt"
    assert (article["title"], article["column"]) == ("题目在此", "热点思考")
    assert (article["authors"], article["affiliation"]) == (["王敏"], "作者单位：某某大学")
    assert [paragraph["text"] for paragraph in article["paragraphs"]] == [BODY]
    start, end = article["paragraphs"][0]["spans"][0]
    assert raw[start:end] == BODY
    assert given["furniture"] == [{"text": "G", "spans": [[0, 1]]}]


def test_what_is_missing_is_null() -> None:
    source = Source("page.txt", BODY)
    article = recovery_json(source, recover(source))["articles"][0]
    assert (article["title"], article["affiliation"], article["column"]) == (None, None, None)


def test_problems_come_with_kind_place_and_article() -> None:
    source = Source("page.txt", BODY)
    problems = recovery_json(source, recover(source))["problems"]
    assert [problem["kind"] for problem in problems] == ["title-missing"]
    assert problems[0]["article"] == f"{source.id}-1"

import random
from dataclasses import replace

from studydesk.domain.article import Article, Block, BlockKind, Correction, Source, Span
from studydesk.domain.packet import Guide, Packet, PassageItem
from studydesk.domain.passage import Blank, Emphasis, Insertion, Omission, Passage
from studydesk.proof.quotation import QuotationResult, QuotationStatus, check_quotations

CONFUSED = {
    "己": "已",
    "已": "己",
    "、": "，",
    "，": "、",
    "“": "”",
    "”": "“",
    "末": "未",
    "。": "．",
}


def source_of(article: Article) -> Source:
    return Source("页", article.body)


def article(*paragraphs: str) -> Article:
    """The one article of a page that has these paragraphs, on lines of their own."""
    blocks, start = [], 0
    for text in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, text, (Span(start, start + len(text)),)))
        start += len(text) + 1
    return Article("a-1", Source("页", "\n".join(paragraphs)).id, tuple(blocks))


def passage(of: Article, start: int, end: int) -> Passage:
    return Passage.pick(of, source_of(of), start, end)


def check(
    picked: Passage, against: Article | None, source: Source | None = None
) -> QuotationResult:
    packet = Packet("学习", items=(Guide("导读"), PassageItem(picked, id="p")))
    source = source or (source_of(against) if against else None)
    (result,) = check_quotations(packet, lambda _: against, lambda _: source)
    assert result.item_id == "p"
    return result


def mutated(text: str, place: int, choice: random.Random) -> str:
    old = text[place]
    new = CONFUSED.get(old) or str((int(old) + 1) % 10 if old.isdecimal() else "")
    new = new or choice.choice([other for other in "的了己是" if other != old])
    return text[:place] + new + text[place + 1 :]


def test_one_changed_character_is_always_found_and_an_untouched_passage_never(
    seed_texts: tuple[str, ...],
) -> None:
    chance = random.Random(20251121)
    pages = [article(*text.split("\n\n")) for text in seed_texts]
    seen: set[str] = set()
    for _ in range(500):
        page = chance.choice(pages)
        start = chance.randrange(len(page.body) - 400)
        picked = passage(page, start, start + chance.randint(20, 350))
        assert check(picked, page) == QuotationResult("p", QuotationStatus.VERBATIM)
        places = range(len(picked.text))
        mistaken = [at for at in places if picked.text[at] in CONFUSED or picked.text[at].isdigit()]
        own = [at for at in mistaken if picked.text[at] in "己已"]
        place = chance.choice(chance.choice([places, mistaken or places, own or places]))
        seen.add(picked.text[place])
        text = mutated(picked.text, place, chance)
        result = check(replace(picked, text=text), page)
        assert (result.status, result.offset) == (QuotationStatus.DIFFERS, place)
    assert seen >= set("己已、，“”")
    assert any(character.isdecimal() for character in seen)


def test_the_first_difference_is_shown_with_what_the_source_says() -> None:
    page = article("职工自己的事情自己办。")
    result = check(replace(passage(page, 0, 11), text="职工自已的事情自己办。"), page)
    assert (result.offset, result.expected, result.found) == (
        3,
        "己的事情自己办。",
        "已的事情自己办。",
    )


def test_a_passage_that_stands_elsewhere_in_its_article_is_verbatim_and_moved() -> None:
    picked = passage(article("工匠精神。"), 0, 5)
    result = check(picked, article("新的开头。", "工匠精神。"))
    assert result == QuotationResult("p", QuotationStatus.VERBATIM, moved=True)


def test_a_changed_passage_is_compared_where_it_stands_now() -> None:
    page = article("甲乙丙丁。", "职工自己的事情自己办，工会来帮忙。")
    picked = replace(passage(page, 6, 17), text="职工自已的事情自己办，")
    moved = article("新的一段，比原来长。", *page.body.split("\n"))
    assert check(picked, moved).expected.startswith("己的事情")


def test_a_passage_cut_short_in_the_source_differs_at_its_end() -> None:
    picked = passage(article("工匠精神是时代精神。"), 0, 10)
    result = check(picked, article("工匠精神"))
    assert (result.status, result.offset, result.expected) == (QuotationStatus.DIFFERS, 4, "")


def test_a_passage_whose_article_is_gone_is_said_to_miss_its_source() -> None:
    assert (
        check(passage(article("工匠精神。"), 0, 5), None).status is QuotationStatus.SOURCE_MISSING
    )


def test_an_empty_passage_is_never_verbatim() -> None:
    assert check(Passage("a-1", 0, 0, ""), article("文")).status is QuotationStatus.DIFFERS


def test_marked_operations_leave_a_passage_verbatim() -> None:
    page = article("工匠精神是时代精神，要弘扬。")
    picked = passage(page, 0, 14)
    for operation in (Omission(4, 9), Insertion(0, "注"), Emphasis(0, 4), Blank(10, 13)):
        picked = picked.with_operation(operation)
    assert check(picked, page).status is QuotationStatus.VERBATIM


def test_operations_that_overlap_are_found() -> None:
    page = article("工匠精神是时代精神。")
    picked = replace(passage(page, 0, 10), operations=(Emphasis(0, 4), Emphasis(2, 6)))
    assert check(picked, page).status is QuotationStatus.DIFFERS


def altered(page: Article, old: str, new: str) -> Article:
    """The article with other characters in its text, its places in the source as they were."""
    blocks = tuple(replace(block, text=block.text.replace(old, new)) for block in page.blocks)
    return replace(page, blocks=blocks)


def test_a_text_altered_in_article_and_passage_alike_is_found_in_the_source() -> None:
    page = article("职工自己的事情自己办。")
    forged = altered(page, "自己办", "他人办")
    result = check(passage(forged, 0, 11), forged, source_of(page))
    assert (result.status, result.offset) == (QuotationStatus.DIFFERS, 7)
    assert (result.expected, result.found) == ("自己办。", "他人办。")


def test_words_that_no_source_has_are_never_verbatim() -> None:
    page = article("工匠精神。", "工会说过。")
    forged = replace(page, blocks=(page.blocks[0], replace(page.blocks[1], spans=())))
    result = check(passage(forged, 6, 11), forged, source_of(page))
    assert result.status is QuotationStatus.DIFFERS


def test_a_character_that_the_user_put_right_leaves_a_passage_verbatim() -> None:
    printed = article("职工自已的事情自己办。")
    fix = Correction(Span(3, 4), "已", "己", 3)
    block = replace(printed.blocks[0], text="职工自己的事情自己办。", corrections=(fix,))
    page = replace(printed, blocks=(block,))
    result = check(passage(page, 0, 11), page, source_of(printed))
    assert result.status is QuotationStatus.VERBATIM


def test_what_the_user_put_right_in_a_passage_is_told_with_what_is_printed() -> None:
    printed = article("职工自己的事请自己办。", "第二段写得对。")
    fix = Correction(Span(6, 7), "请", "情", 6)
    block = replace(printed.blocks[0], text="职工自己的事情自己办。", corrections=(fix,))
    corrected = replace(printed, blocks=(block, *printed.blocks[1:]))
    inside, outside = passage(corrected, 2, 9), passage(corrected, 0, 5)
    results = check(inside, corrected, source_of(printed))
    assert results.corrections == (fix,)
    assert check(outside, corrected, source_of(printed)).corrections == ()


def test_a_passage_whose_source_is_gone_is_said_to_miss_it() -> None:
    page = article("工匠精神。")
    packet = Packet("学习", items=(PassageItem(passage(page, 0, 5)),))
    (result,) = check_quotations(packet, lambda _: page, lambda _: None)
    assert result.status is QuotationStatus.SOURCE_MISSING

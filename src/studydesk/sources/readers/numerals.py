"""Numbers as Word prints them in lists, notes and circles (ISO/IEC 29500-1, 17.18.59)."""

from collections.abc import Callable, Mapping

UNITS = ("", "十", "百", "千")
DIGITS = "〇一二三四五六七八九"
BANKERS_DIGITS = "零壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)


def chinese(number: int, digits: str = DIGITS, units: tuple[str, ...] = UNITS) -> str:
    """A number from 1 to 9999 in Chinese: 十二, 一百〇五; others in Arabic numerals."""
    if not 0 < number < 10_000:
        return str(number)
    text, zero = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += (digits[0] if zero else "") + digits[digit] + units[place]
        zero = not digit and bool(text)
    return text.removeprefix("一") if 10 <= number < 20 and digits is DIGITS else text


def roman(number: int) -> str:
    """A number from 1 to 3999 in Roman numerals; others in Arabic ones."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def letters(number: int) -> str:
    """A, B, … Z, AA, BB, … as Word counts, up to ten letters; others in Arabic numerals."""
    if not 0 < number <= 260:
        return str(number)
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def circled(number: int) -> str:
    """A number in a circle: ① to ㊿; others in square brackets."""
    if 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if 21 <= number <= 35:
        return chr(0x3251 + number - 21)
    if 36 <= number <= 50:
        return chr(0x32B1 + number - 36)
    return f"[{number}]"


def _row(first: str, last: int) -> Callable[[int], str]:
    """Characters that stand in a row in Unicode, for 1 to `last`; Arabic numerals beyond."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= last else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _digit_by_digit(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", DIGITS))


def _full_width(number: int) -> str:
    return str(number).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


FORMATS: Mapping[str, Callable[[int], str]] = {
    "none": lambda _number: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda number: letters(number).lower(),
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    "ideographParenthesized": _row("㈠", 10),
    "ideographTraditional": _cycle(STEMS),
    "ideographZodiac": _cycle(BRANCHES),
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,  # what WPS writes for 一、二、三
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "chineseLegalSimplified": lambda number: chinese(
        number, BANKERS_DIGITS, ("", "拾", "佰", "仟")
    ),
}


def written(number: int, number_format: str) -> str:
    """A number in one of Word's formats; in Arabic numerals where the format is another one."""
    return FORMATS.get(number_format, str)(number)

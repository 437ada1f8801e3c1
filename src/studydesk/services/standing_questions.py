"""What fits whatever is read, for a packet whose passages offer nothing of the kind."""

from studydesk.domain.packet import Question, QuestionKind

_UNDERSTAND, _ANALYSE, _CONNECT, _ACT, _REFLECT = QuestionKind

STANDING = (
    Question(
        "选段里哪一句要读两遍才明白？划出来，请读懂的人讲一讲。",
        _UNDERSTAND,
        intent="把难懂的一句摆到桌面上，互相讲明白。",
        expected="划得出一句，讲得清难在哪个词。",
        follow_ups="换成大白话怎么说？",
    ),
    Question(
        "选段里哪一个词，没来的工友多半要问？用文中的话答他。",
        _UNDERSTAND,
        intent="把读到的话变成答得上来的话。",
        expected="说得出一个词，答的话从选段里找。",
        follow_ups="这个词，选段里哪一句讲得最明白？",
    ),
    Question(
        "这几段选文放在一起读，哪两段最能接上话？各指出一句。",
        _ANALYSE,
        intent="把几段话连起来读。",
        expected="说得出哪两段、各指出一句就行；说同一件事，或一段答另一段的问，都算。",
        follow_ups="两段的说法有什么不同？",
    ),
    Question(
        "这两段选文放在一起读，哪一句和哪一句接得上？各指出一句。",
        _ANALYSE,
        intent="把两段话连起来读。",
        expected="各指出一句就行；说同一件事，或一段答另一段的问，都算。",
        follow_ups="两段的说法有什么不同？",
    ),
    Question(
        "选段里哪一句，和我们班组最近的一件事对得上？说出那句话和那件事。",
        _CONNECT,
        intent="把文中的话接到手上的活。",
        expected="一句原文、一件事，对得上就行。",
        follow_ups="像在哪几个字？不像在哪里？",
    ),
    Question(
        "选段里写到的哪一件事，我们干活时也遇到过？说说当时怎么办的。",
        _CONNECT,
        intent="拿手上的事和文中的事对一对。",
        expected="一件事、一个办法，只说事、不说人。",
        follow_ups="现在再遇到，会先动哪一步？",
    ),
    Question(
        "下周班组能做成的一件小事是什么？写下谁牵头、哪天完成。",
        _ACT,
        intent="当场定下一件办得成的小事。",
        expected="一件事、一个人、一个日子。",
        follow_ups="做成了，看什么就知道？",
    ),
    Question(
        "从选段里挑一句能照着办的，写成班组的一件小事：谁办、哪天回头看。",
        _ACT,
        intent="从读到的一句落到一件小事。",
        expected="一句原文、一件事、一个人、一个日子。",
        follow_ups="办这件事，还要请谁帮一把？",
    ),
    Question(
        "还有哪一句没想通？写下来，下次先谈它。",
        _REFLECT,
        intent="把没想通的留下来，不装懂。",
        expected="写得出是哪一句、哪个词；没有也可以。",
        follow_ups="这一句，会前可以先去问谁？",
    ),
    Question(
        "读之前和读之后，你对手上哪一件事的看法不一样了？",
        _REFLECT,
        intent="看看学之前和学之后，想法有什么不同。",
        expected="说一件事，学之前怎么想、现在怎么看；没有也可以。",
        follow_ups="是选段里哪一句让你这样想的？",
    ),
)
"""Several of a kind: one packet gets one, another the next."""

"""What a 诊断包 says of itself to whoever opens it."""

_ABOUT = """\
这是学习台的诊断包，用来查找毛病。

facts.json    程序和系统的版本、窗口的几项设置、资料库里各有多少
log.txt       程序自己记下的出错位置；文件名、文件夹和别的文字已经去掉
"""
_WITH_CONTENT = """
您选了附上内容，所以还有：
packet.studypack    现在的学习包和它引的文章
log-whole.txt       日志原样，里面可能有文件名
"""


def about_diagnosis(with_content: bool) -> str:
    """What is in the file, with a packet and the whole log or without."""
    return _ABOUT + (_WITH_CONTENT if with_content else "")

"""How a text tells that somebody holds an office (职务), or that a leader, a meeting or a paper
speaks for one.
"""

import re

from studydesk.study.vocabulary import any_of

OFFICE = re.compile(any_of("title"))
SPEAKER = re.compile(any_of("speaker"))
"""A leader, or what the party or the state lays down."""
OVER = re.compile(f"{any_of('title')}|{any_of('speaker')}|{any_of('employer')}")
"""Who speaks as no workmate does."""
HIGH = re.compile(f"{any_of('title')}|{any_of('speaker')}")
"""The same without those who have the say in a firm only."""
ASSEMBLY = re.compile(any_of("assembly"))
"""A meeting or a paper that speaks for an office."""
STATE = re.compile(f"{OVER.pattern}|{ASSEMBLY.pattern}")
"""Any of these."""

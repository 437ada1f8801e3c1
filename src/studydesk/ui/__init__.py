"""The window: all the Qt there is."""

import sys

# Qt for Python reads the source of every module that is imported, to see whether the module may
# ask for another style of names (`from __feature__ import`). None of ours does; the looking took
# a third of the start and kept all sources in memory.
_naming = sys.modules.get("shibokensupport.feature")
if hasattr(_naming, "_mod_uses_pyside"):
    setattr(_naming, "_mod_uses_pyside", lambda _module: False)  # noqa: B010 - unknown to mypy

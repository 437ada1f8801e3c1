"""The text of a block from its places in the raw text: the same for recovery and for tidying."""

from studydesk.domain.cleaning import clean

__all__ = ["clean"]

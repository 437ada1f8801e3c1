"""StudyDesk (学习台): newspaper pages in, printed study handouts out."""

__version__ = "0.1.0"

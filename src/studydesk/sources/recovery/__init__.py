"""The text of a page becomes articles, furniture and problems."""

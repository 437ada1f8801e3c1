"""Readers (one file per kind of page) and recovery: raw text becomes articles and problems."""

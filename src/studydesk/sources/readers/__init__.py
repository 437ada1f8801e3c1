"""Readers of file formats: bytes become text, with no character lost; one door each."""

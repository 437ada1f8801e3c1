"""A HandoutDocument becomes DOCX or PDF; knows no packet."""

"""A HandoutDocument laid out on pages, and drawn as a PDF."""

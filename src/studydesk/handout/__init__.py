"""Packet, edition and preset become one HandoutDocument, which knows no file format."""

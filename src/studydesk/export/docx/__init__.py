"""A HandoutDocument as a DOCX that Word, WPS and LibreOffice open alike."""

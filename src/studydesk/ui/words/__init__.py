"""The sentences of the window, which the commands speak with, too: no Qt here."""

"""All the Qt there is, and all the Chinese interface text."""

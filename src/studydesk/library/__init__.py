"""SQLite: schema, migrations, articles, packets, search, backup; the only importer of sqlite3."""

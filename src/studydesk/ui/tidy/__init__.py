"""What stands on 整理: the raw page, its articles, and every command that puts them right."""

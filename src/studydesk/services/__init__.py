"""What a user can do across rooms; no Qt."""

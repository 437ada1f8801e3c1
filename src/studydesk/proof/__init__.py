"""Rules for the user's own words, and the quotation check; they never change a quotation."""

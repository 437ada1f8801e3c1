"""What stands on 编排 beside the page: the outline, the item being edited, and offers for it."""

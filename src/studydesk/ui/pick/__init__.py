"""What stands on 选材: the list of articles, the reader, and the packet at a glance."""

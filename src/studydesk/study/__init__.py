"""What helps to build a packet: reading time, agenda plans, keywords."""

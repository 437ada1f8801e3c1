"""What helps to build a packet: counts, agenda plans, key terms."""

"""What is done with whole packets: begun, brought, kept, compared with what they were."""

"""Publishing in a batch, and review copies."""

"""The windows of Gaotai (Qt)."""

"""The library on disk: the ledger of entries, drafts, and lists made from them."""

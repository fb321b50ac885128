"""Signed articles go to a real system while everything is killed and cut: nothing doubled, halved or lost."""

"""The command palette: everything that can be done, found by Chinese, pinyin initials or English."""

"""The newsroom core of Gaotai: articles, text, review, publication. It never imports Qt."""

__version__ = "0.1.0"

"""What a newsroom may choose about its site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """Choices of a newsroom.

    Attributes:
        title: Name of the site in the masthead.
        newsroom: Name of the newsroom, printed at the foot and given as publisher; "" = the title stands for it.
        address: Where the site will stand (``https://news.example``), "" when unknown. Links between the pages are
            relative either way; feed readers, search engines and previews want whole addresses.
        columns: Columns that lead the navigation, in this order; the others follow, the oldest first.
        search: Whether there is a search page, the only one of the site that needs a script, with its index.
        icon: File in the folder of the site that browsers show in the tab; "" = ours. An export looks for `icons.OWN`.
    """

    title: str = "稿台"
    newsroom: str = ""
    address: str = ""
    columns: tuple[str, ...] = ()
    search: bool = True
    icon: str = ""

    @property
    def publisher(self) -> str:
        """Who publishes: the newsroom, else the site."""
        return self.newsroom or self.title

    def url(self, path: str) -> str:
        """The whole address of a path that is percent-encoded already, or "" when the site's own is unknown."""
        return f"{self.address.rstrip('/')}/{path}" if self.address else ""

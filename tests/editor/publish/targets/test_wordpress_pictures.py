"""One picture of a WordPress in two articles, one of which goes while the other comes."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from editor.publish.targets.wordpress_media import Media
from editor.publish.wire import Reply

SHA = "7" * 64
ADDRESS = f"https://x/{SHA}.png"


class Library:
    """A media library with one picture; notes what is deleted."""

    bridge = False

    def __init__(self):
        self.deleted = []

    def call(self, method, route, _query=None, **_):
        if method == "DELETE":
            self.deleted.append(route)
            return Reply(200, {}, b'{"deleted": true}')
        there = b"[]" if self.deleted else (
            b'[{"id": 9, "slug": "%s", "source_url": "%s", "media_details": {"width": 3}}]'
            % (SHA.encode(), ADDRESS.encode())
        )  # fmt: skip
        return Reply(200, {}, there)


def test_a_picture_that_another_article_is_about_to_show_stays():
    library = Library()
    media = Media(library)
    (medium,) = media.find([SHA]).values()
    with media.using([SHA]):
        media.remove(medium, lambda: False)
        assert library.deleted == []
    media.remove(medium, lambda: True)
    assert library.deleted == []
    media.remove(medium, lambda: False)
    assert library.deleted == ["media/9"]


def test_who_comes_while_it_goes_does_not_find_it_any_more():
    library = Library()
    media = Media(library)
    (medium,) = media.find([SHA]).values()
    asked, go = threading.Event(), threading.Event()

    def shown():
        asked.set()
        go.wait(30)
        return False

    class Wanted:
        """Fails when it is sent, which is as far as this test goes."""

        id, file, mime, alt, caption = SHA, "x.png", "image/png", "", ""

        def read(self):
            raise LookupError("sent anew")

    def coming():
        with media.using([SHA]):
            try:
                return media.put(Wanted(), SHA, post=0, hidden=False)
            except LookupError:
                return "sent anew"

    with ThreadPoolExecutor(2) as pool:
        going = pool.submit(media.remove, medium, shown)
        asked.wait(30)
        came = pool.submit(coming)
        go.set()
        going.result(30)
        assert came.result(30) == "sent anew"

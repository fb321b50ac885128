"""Articles of the newsroom, with a key of their own that the database keeps unique."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page

FEATURES = ["h2", "h3", "h4", "bold", "italic", "ol", "ul", "hr", "link", "image", "blockquote", "superscript",
            "subscript", "strikethrough"]  # fmt: skip
LINES = ["kicker", "subheadline", "byline", "source", "editor", "responsible_editor", "column", "language"]
FIELDS = ["nx_key", *LINES, "summary", "body", "html", "cover", "tags", "origin_url", "first_published", "notice"]


class NewsIndexPage(Page):
    """Where the articles stand; lists them."""

    subpage_types: ClassVar[list] = ["news.NewsPage"]

    def get_context(self, request, *args, **kwargs):
        """The newest first."""
        context = super().get_context(request, *args, **kwargs)
        context["articles"] = NewsPage.objects.child_of(self).live().order_by("-first_published_at")
        return context


class NewsPageTag(TaggedItemBase):
    """Which article has which tag."""

    content_object = ParentalKey("news.NewsPage", related_name="tagged_items", on_delete=models.CASCADE)


class NewsPage(Page):
    """An article."""

    nx_key = models.CharField(max_length=60, unique=True, null=True, blank=True)
    kicker = models.CharField(max_length=255, blank=True)
    subheadline = models.CharField(max_length=255, blank=True)
    byline = models.CharField(max_length=255, blank=True)
    source = models.CharField(max_length=255, blank=True)
    editor = models.CharField(max_length=255, blank=True)
    responsible_editor = models.CharField(max_length=255, blank=True)
    column = models.CharField(max_length=255, blank=True)
    language = models.CharField(max_length=35, blank=True)
    summary = models.TextField(blank=True)
    body = RichTextField(blank=True, features=FEATURES)
    html = models.TextField(blank=True, help_text="Text with tables and all that rich text does not hold")
    cover = models.ForeignKey("wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    tags = ClusterTaggableManager(through=NewsPageTag, blank=True)
    origin_url = models.URLField(max_length=2000, blank=True)
    first_published = models.DateTimeField(null=True, blank=True)
    notice = models.TextField(blank=True)

    parent_page_types: ClassVar[list] = ["news.NewsIndexPage"]
    content_panels: ClassVar[list] = [*Page.content_panels, *map(FieldPanel, FIELDS)]
    api_fields: ClassVar[list] = [APIField(name, writable=True) for name in [*FIELDS, "go_live_at", "expire_at"]]

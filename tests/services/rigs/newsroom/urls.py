"""Addresses of the newsroom: the interface, pictures, pages."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v3.urls import api

urlpatterns = [
    path("api/v3/", api.urls),
    path("admin/", include(wagtailadmin_urls)),
    path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}),
    path("", include(wagtail_urls)),
]

"""Fills an empty database: the page of articles and a user of each kind; prints how they log in as JSON.

Run as: python -m newsroom.seed
"""

from __future__ import annotations

import json

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402  # needs the line above, as do the others
from django.contrib.auth.models import Group  # noqa: E402
from newsroom.news.models import NewsIndexPage  # noqa: E402
from wagtail import __version__  # noqa: E402
from wagtail.models import APIToken, Page, Site  # noqa: E402

# The page that Wagtail makes itself stands where the site begins; ours takes its place.
Page.objects.filter(depth=2).delete()
index = Page.get_first_root_node().add_child(instance=NewsIndexPage(title="新闻", slug="news"))
Site.objects.all().delete()
Site.objects.create(hostname="127.0.0.1", root_page=index, is_default_site=True)

tokens = {}
for name, group in {"admin": None, "editor": "Moderators", "author": "Editors"}.items():
    user = get_user_model().objects.create_user(f"rig-{name}", password=f"login-of-{name}")
    user.is_superuser = user.is_staff = group is None
    user.save()
    if group:
        user.groups.add(Group.objects.get(name=group))
    tokens[name] = str(APIToken.create_token(user=user, name="rig")[1])
print(json.dumps({"version": __version__, "parent": index.pk, "tokens": tokens}))

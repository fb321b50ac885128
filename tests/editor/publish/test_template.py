"""Templates: what stands in several of them stands in a file of its own, and values are text until they are HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

import resources
from editor.publish.template import Html, Template, source, template

FILES = sorted(
    path.relative_to(resources.place("templates")).as_posix()
    for kind in ("*.html", "*.css")
    for path in Path(resources.place("templates")).rglob(kind)
)


@pytest.mark.parametrize("path", FILES)
def test_no_file_leaves_the_name_of_another_one_in_a_page(path):
    assert "{{>" not in source(path)


def test_what_a_template_names_stands_in_it_with_its_places():
    assert source("page/head.html") in source("site/list.html")
    with pytest.raises(KeyError, match="lang"):
        template("site/list.html")()


def test_a_value_is_text_until_it_is_html():
    piece = Template('<p title="{{title}}">{{text}}</p>')
    assert piece(title='a"b', text="1 < 2") == '<p title="a&quot;b">1 &lt; 2</p>'
    assert piece.filled(title="<")(text=Html("<b>重</b>")) == '<p title="&lt;"><b>重</b></p>'

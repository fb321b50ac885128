"""What holds of every format: hostile articles go through, nothing of the house leaves, work grows evenly."""

from __future__ import annotations

import dataclasses
import io
import subprocess
import sys
import zipfile

import pytest

from editor.errors import EditorError
from editor.markup.blocks import block_text
from editor.publish.formats import docx, html, markdown, newsml, ninjs, ninjs16, ninjs22, spoken, txt, typeset, wechat
from editor.publish.package import INTERNAL_FIELDS
from editor.publish.targets.folder import EXTENSIONS
from tests.editor.publish.formats.any_package import wild
from tests.editor.publish.formats.test_formats import hostile
from tests.editor.publish.sample_packages import changed, full, package
from tests.growth import assert_proportional

QUICK = [docx, html, markdown, newsml, ninjs, ninjs16, ninjs22, spoken, txt, typeset, wechat]


@pytest.mark.parametrize("form", QUICK)
def test_a_hostile_article_goes_out_and_comes_out_the_same(form):
    for one in (hostile(), *(wild(seed) for seed in range(10))):
        assert form.render(one) == form.render(one)


@pytest.mark.parametrize("form", QUICK)
def test_what_leaves_is_the_same_whatever_order_pictures_have(form):
    one = full()
    turned = dataclasses.replace(one, assets=dict(reversed(list(one.assets.items()))))
    assert form.render(one) == form.render(turned)


@pytest.mark.parametrize("form", [form for form in QUICK if form is not markdown])
def test_fields_of_the_house_are_in_no_file(form):
    """Packages have none; markdown writes every field of a package by design, the others would leave them out."""
    secret = "内部联系人勿外传"
    one = changed(package(), **dict.fromkeys(INTERNAL_FIELDS - {"outlets"}, secret))
    data = form.render(one)
    if form is docx:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(archive.read(name) for name in archive.namelist())
    assert "清水".encode("gb18030" if form is typeset else "utf-8") in data
    assert secret not in data.decode("gb18030" if form is typeset else "utf-8", "ignore")


@pytest.mark.parametrize("form", [docx, newsml])
@pytest.mark.parametrize(
    "text", ["响\x07铃\n", "响&#7;铃\n", "![响&#11;铃](asset:x)\n", '![图](asset:x "响&#11;铃")\n']
)
def test_control_characters_are_refused_wherever_they_come_from(form, text):
    one = package(text=text)
    shown = [block_text(block) + getattr(block, "alt", "") for block in one.article.blocks]
    if any(ord(character) < 32 for character in "".join(shown)):
        with pytest.raises(EditorError, match="characters_outside"):
            form.render(one)
    else:
        assert form.render(one)


@pytest.mark.parametrize("form", QUICK)
def test_ten_times_the_text_is_ten_times_the_work(form):
    line = "沿河三个乡镇近两万名群众从中受益，**记者**从县水利局获悉[^{n}]，详见[公告](https://example.com/{n})。\n\n"
    note = "[^{n}]: 据{n}年统计。\n\n"
    text = "".join(line.format(n=n) for n in range(400)) + "".join(note.format(n=n) for n in range(400))
    short, long = package(text="".join(text[: len(text) // 10])), package(text=text)
    assert_proportional(lambda: form.render(short), lambda: form.render(long), times=40, slack=0.2)


def test_formats_load_nothing_heavy_before_they_are_used():
    """The command line starts quickly: lxml, Pillow, WeasyPrint, PDFium and XlsxWriter come with the work."""
    code = (
        "import sys; import editor.publish.targets.folder, editor.publish.formats.docx, editor.publish.formats.pdf,"
        "editor.publish.formats.longpicture, editor.publish.formats.register, editor.publish.formats.renditions,"
        "editor.publish.formats.wechat_limits, editor.publish.formats.spoken;"
        "heavy = {'lxml', 'PIL', 'weasyprint', 'pypdfium2', 'xlsxwriter', 'rjieba'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_kind_of_folder_is_a_format():
    from importlib import import_module

    for kind in EXTENSIONS:
        assert callable(import_module(f"editor.publish.formats.{kind}").render)

"""A real Hugo reads what we write for it: every kind of block is in the page, nothing goes missing silently."""

from __future__ import annotations

import html
import re
import time

import pytest

from editor.article import Variant
from editor.errors import EditorError
from editor.newsroom.secrets import SecretsInMemory
from editor.operations import reviewing
from editor.operations.outbox import disposal, looking, queueing, targets
from editor.operations.outbox.clock import OwnClock
from editor.operations.outbox.running import once
from editor.operations.reviewing import sign, submit
from editor.publish.targets.destination import Status, differences
from editor.publish.targets.hugo_build import public_of
from editor.publish.targets.kinds import checked, key_of, kind
from editor.store.outbox import TargetRow
from tests.editor.operations.newsroom import CHIEF, FIRST, SECOND, WRITER, founded_desk, own_article
from tests.editor.publish.sample_packages import gone, package
from tests.services.chaos.newsroom import founded
from tests.services.publishing import everything


def opened(site, **more: str):
    return kind("hugo").open(checked(kind("hugo"), {"path": str(site.folder), **more}), "")


def put(place, article, status=Status.PUBLIC, variant="zh-CN"):
    piece = place.piece(article, key_of(article.article.id, variant), "")
    standing = place.put(piece, None, status)
    assert differences(piece.fields, standing.fields) == ()
    return standing


def page(site, standing, language: str = "") -> str:
    bundle = standing.address.rpartition("/")[0].rpartition("/")[2]
    return (site.public / language / "news" / bundle / "index.html").read_text(encoding="utf-8")


def test_every_kind_of_block_and_every_character_is_in_the_page(hugo):
    article = everything(1)
    standing = put(opened(hugo), article)
    hugo.build()
    made = page(hugo, standing)
    shown = html.unescape(re.sub(r"<[^>]+>", "", made))
    for words in (
        "一条河的十年",
        "治水要一任接着一任干。",
        "新建生态护岸12.6公里",
        "柳溪镇",
        "下一步",
        "据柳溪镇2021年统计年鉴",
    ):
        assert words in shown
    for tag in (
        "<h2",
        "<h3",
        "<blockquote>",
        "<ul>",
        "<ol>",
        "<table>",
        "<hr",
        "<strong>",
        "<em>",
        "<figure",
        "<a href=",
    ):
        assert tag in made, tag
    assert "<strong>“清水河”</strong>" in made
    assert "{{x}}" in shown
    assert "raw HTML omitted" not in made
    assert html.unescape(re.search("<title>(.*)</title>", made)[1]) == article.article.slip.headline
    for picture in article.assets:
        assert f'src="{picture}.png"' in made
        assert (hugo.public / "news" / standing.key / f"{picture}.png").exists()


@pytest.mark.parametrize(
    "trap", ["{{< figure >}}", "{{% x %}}", "{{", "a{{{<b", "{{</p>", "{{/* x */}}", "`{{< x >}}`", "&#123;&#123;"]
)
def test_braces_of_a_text_run_nothing_and_stay_as_they_are(hugo, trap):
    article = package(1, text=f"开头。\n\n甲{trap}乙\n\n{trap}\n", headline=f"题{trap}目")
    standing = put(opened(hugo), article)
    hugo.build()
    made = html.unescape(re.sub(r"<[^>]+>", "", page(hugo, standing)))
    wanted = html.unescape(trap) if trap.startswith("&") else trap.strip("`")
    assert f"甲{wanted}乙" in made.replace("`", "")


def test_a_draft_is_not_seen_a_correction_replaces_and_what_is_taken_down_is_gone(hugo):
    place, article = opened(hugo), package(1)
    draft = put(place, article, Status.DRAFT)
    hugo.build()
    assert draft.status == Status.DRAFT
    assert place.look(draft.address).status == 404
    assert not (hugo.public / "news" / draft.key).exists()
    public = put(place, article)
    hugo.build()
    assert place.look(public.address).status == 200
    assert "清水河治理工程第1期完工" in page(hugo, public)
    newer = put(place, everything(1, headline="换了标题"))
    assert newer.stamp != public.stamp
    assert place.find([newer.key])[newer.key][0].stamp == newer.stamp
    assert len(hugo.list()) == 1
    assert place.remove(newer, gone(article)).status == Status.GONE
    assert place.find([newer.key]) == {}
    assert not (hugo.folder / "content" / "news" / newer.key).exists()
    assert hugo.list() == []


def test_a_notice_stands_in_the_place_of_a_withdrawn_article(hugo):
    place, article = opened(hugo), everything(1)
    standing = put(place, article)
    left = place.remove(standing, gone(article, notice=True, why="内部原因"))
    hugo.build()
    made = page(hugo, left)
    assert "清水河" not in made
    assert "内部原因" not in made
    assert not list((hugo.public / "news" / standing.key).glob("*.png"))


def test_variants_are_languages_of_one_page_and_leave_one_by_one(hugo):
    config = hugo.folder / "config.toml"
    config.write_text(f'defaultContentLanguage = "zh"\n{config.read_text()}\n[languages.zh]\n[languages.tw]\n')
    place = opened(hugo, languages="zh-CN=zh,zh-TW=tw")
    first = put(place, everything(1))
    other = everything(1, Variant.ZH_TW, headline="繁體標題")
    second = put(place, other, variant="zh-TW")
    hugo.build()
    assert "繁體標題" in page(hugo, second, "tw")
    assert "标题 3" in page(hugo, first)
    place.remove(first, gone(package(1)))
    hugo.build()
    assert "繁體標題" in page(hugo, second, "tw")
    shown = re.findall(r'<img src="([^"]+)"', page(hugo, second, "tw"))
    assert shown
    assert all((hugo.folder / "content/news" / first.key.removesuffix("-zh-cn") / name).exists() for name in shown)


def test_hugo_makes_the_pages_after_a_batch_and_its_words_are_told(hugo):
    place = opened(hugo, build="yes")
    standing = put(place, package(1))
    place.close()
    assert (hugo.public / "news" / standing.key / "index.html").exists()
    (hugo.folder / "content" / "broken.md").write_text("---\ntitle: x\n---\n{{< nothing >}}")
    put(place, package(2))
    with pytest.raises(EditorError) as told:
        place.close()
    assert told.value.code == "hugo_build"
    assert "broken.md" in told.value.details["words"]
    assert (hugo.public / "news" / standing.key / "index.html").exists()
    place.close()


def test_hugo_leaves_nothing_of_what_was_taken_down_and_everything_of_others(hugo):
    place = opened(hugo, build="yes")
    put(place, package(2))
    standing = put(place, package(1, keywords=("只此一篇",)))
    place.close()
    (hugo.public / "CNAME").write_text("news.example.cn")
    assert any("清水河治理工程第1期" in page.read_text("utf-8") for page in hugo.public.rglob("*.html"))
    place.remove(standing, gone(package(1)))
    place.close()
    left = [page for page in hugo.public.rglob("*.*") if "清水河治理工程第1期" in page.read_text("utf-8", "replace")]
    assert left == []
    assert not (hugo.public / "news" / standing.key).exists()
    assert "第2期" in (hugo.public / "news" / "index.html").read_text("utf-8")
    assert (hugo.public / "CNAME").read_text() == "news.example.cn"


def test_the_outbox_sends_corrects_and_takes_down(hugo, tmp_path):
    options = checked(kind("hugo"), {"path": str(hugo.folder), "build": "yes"}) | {"outlet": "web", "connections": "4"}
    row = TargetRow("hugo", "hugo", kind("hugo").address(options), options, "")
    field = founded(tmp_path, row, 5)
    articles = [field.write(number) for number in range(1, 7)]
    field.queue(*articles)
    secrets = SecretsInMemory({})
    assert once(field.desk, secrets, OwnClock())["hugo"].done == 6
    first, last = articles[0], articles[-1]
    field.change(first)
    field.withdraw(last)
    assert once(field.desk, secrets, OwnClock())["hugo"].done == 2
    pages = {article.key: hugo.public / "news" / article.key / "index.html" for article in articles}
    assert first.word in pages[first.key].read_text("utf-8")
    assert all(pages[article.key].exists() for article in articles[:-1])
    assert not pages[last.key].exists()
    assert not [page for page in hugo.public.rglob("*.html") if last.headline in page.read_text("utf-8")]


def publish_to(site, told: str) -> None:
    config = site.folder / "config.toml"
    config.write_text(f"publishDir = {told}\n{config.read_text('utf-8')}", "utf-8")


@pytest.mark.parametrize("told", ["docs/site", "../elsewhere 网站"])
def test_pages_stand_where_the_site_itself_wants_them(hugo, told):
    publish_to(hugo, f'"{told}"')
    wanted = (hugo.folder / told).resolve()
    wanted.mkdir(parents=True)
    (wanted / "CNAME").write_text("news.example.cn")
    place = opened(hugo, build="yes")
    standing = put(place, package(1))
    other = put(place, package(2))
    place.close()
    assert (wanted / "news" / standing.key / "index.html").exists()
    assert not (hugo.folder / "public").exists()
    assert public_of(hugo.folder) == wanted
    place.remove(standing, gone(package(1)))
    place.close()
    assert not (wanted / "news" / standing.key).exists()
    assert (wanted / "news" / other.key / "index.html").exists()
    assert (wanted / "CNAME").read_text() == "news.example.cn"


def test_a_folder_that_is_named_later_holds_nothing_of_ours_before(hugo):
    place = opened(hugo, build="yes")
    put(place, package(1))
    standing = put(place, package(2))
    place.close()
    assert (hugo.folder / "public" / "news" / standing.key / "index.html").exists()
    strange = hugo.folder / "site" / "news" / standing.key / "index.html"
    strange.parent.mkdir(parents=True)
    strange.write_text("of somebody else")
    publish_to(hugo, "'site'")
    place.remove(standing, gone(package(2)))
    place.close()
    assert strange.read_text() == "of somebody else"
    assert (hugo.folder / "site" / "index.html").exists()


@pytest.mark.parametrize("told", [".", "..", "content", "content/news"])
def test_pages_never_go_over_the_site_itself(hugo, told):
    publish_to(hugo, f'"{told}"')
    place = opened(hugo, build="yes")
    standing = put(place, package(1))
    with pytest.raises(EditorError) as refused:
        place.close()
    assert refused.value.code == "hugo_public"
    assert place.read(standing.thing) is not None


def test_a_withdrawal_is_looked_for_in_what_hugo_has_made(hugo, tmp_path, monkeypatch):
    """The pages are made before they are looked at; a build that fails is told, and the lists name it until then."""
    monkeypatch.setattr(looking, "AGAIN", (0.5, 0.5))
    desk = founded_desk(tmp_path / "library")
    secrets = SecretsInMemory()
    try:
        row = targets.add(desk, "静态站", "hugo", {"path": str(hugo.folder), "build": "yes"}, None, secrets)
        name, stays = (passed(desk, headline) for headline in ("青禾县春灌开闸", "青禾县夏灌开闸"))
        queueing.publish(desk, row, [name, stays], CHIEF)
        assert once(desk, secrets, OwnClock(), person=CHIEF)["静态站"].trouble is None
        assert "青禾县春灌开闸" in (hugo.public / "news" / "index.html").read_text(encoding="utf-8")
        reviewing.withdraw(desk, name, person=CHIEF)
        queueing.take_down(desk, [name], CHIEF)
        broken = hugo.folder / "content" / "broken.md"
        broken.write_text("---\ntitle: x\n---\n{{< nothing >}}")
        left = once(desk, secrets, OwnClock(), person=CHIEF)["静态站"]
        assert left.trouble is not None
        assert left.trouble[0] == "hugo_build"
        (place,) = disposal.sheet_of(desk, name).places
        assert (place.state, place.why) == ("open", "waits.listed_yet")
        broken.unlink()
        time.sleep(max(0.0, left.next_due / 1000 - time.time()))
        assert once(desk, secrets, OwnClock(), person=CHIEF)["静态站"].trouble is None
        (place,) = disposal.sheet_of(desk, name).places
        assert place.state == "down"
        assert {spot.state for spot in place.spots} <= {"gone", "none"}
        assert {spot.where for spot in place.spots if spot.state == "gone"} == {"list", "feed", "map"}
    finally:
        desk.library.close()


def passed(desk, headline):
    name = own_article(desk, headline=headline, column="要闻", published_at="2026-03-01T08:00:00+08:00")
    submit(desk, name, WRITER)
    for level, person in ((1, FIRST), (2, SECOND), (3, CHIEF)):
        sign(desk, name, level, person)
    return name

"""Publishing by hand, taking down by hand and the disposal sheet, by commands."""

from __future__ import annotations

import pytest
from PIL import Image

from tests.editor.commands.pages import imported, newsroom, passed

CHIEF = ("--as", "陈衡")


@pytest.fixture
def signed(gaotai, home):
    """A newsroom with one signed article and a place without an interface; gives the article's id."""
    newsroom(gaotai)
    record = imported(gaotai)
    passed(gaotai, record["id"])
    assert gaotai("target", "add", "抖音", "--kind", "hand", "--url", "https://creator.example.cn/up")[0] == 0
    Image.new("RGB", (40, 60), (20, 90, 160)).save(home / "shot.png")
    return record["id"]


def withdrawn(gaotai, name, *more):
    return gaotai("withdraw", name, *CHIEF, *more)


def test_a_place_without_an_interface_is_a_task_until_it_is_ticked(gaotai, signed):
    code, (line,), _ = gaotai("export", "--to", "抖音", signed, *CHIEF, "--json", "--lang", "zh_CN")
    assert (code, line["state"], line["code"]) == (0, "held", "by_hand")
    assert "抖音" in line["message"]
    assert gaotai("list", "--json")[1][0]["state"] == "approved"
    address = "https://www.example.cn/v/1"
    code, (done,), _ = gaotai(
        *("outbox", "published", signed, "--to", "抖音", "--address", address, "--at", "2026-03-05 08:30"),
        *("--picture", "shot.png", *CHIEF, "--json"),
    )
    assert (code, done["state"], done["place"], done["at"]) == (0, "done", address, "2026-03-05T08:30:00+08:00")
    assert gaotai("list", "--json")[1][0]["state"] == "sent"
    assert gaotai("outbox", "--json")[1] == []
    assert gaotai("outbox", "--all", "--json")[1][0]["place"] == address
    assert gaotai("verify")[0] == 0


def test_a_place_that_cannot_answer_is_not_said_to_answer(gaotai, signed):
    code, out, _ = gaotai("target", "test", "抖音", "--lang", "en")
    assert code == 0
    assert "no interface" in out
    assert "answers" not in out


def test_what_is_to_be_copied_comes_as_text_and_files(gaotai, signed, home):
    code, (offered,), _ = gaotai("outbox", "copy", signed, "--to", "抖音", "--json")
    assert code == 0
    assert offered["url"] == "https://creator.example.cn/up"
    assert offered["title"]
    assert gaotai("outbox", "copy", signed, "--to", "抖音", "-o", "stuff")[0] == 0
    assert (home / "stuff" / "01 标题.txt").read_text("utf-8") == offered["title"] + "\n"
    assert (home / "stuff" / "02 正文.txt").read_text("utf-8") == offered["text"]


def test_after_a_withdrawal_the_sheet_is_red_until_everything_is_done(gaotai, signed, home):
    gaotai("target", "add", "站点", "--kind", "site", "--path", "out")
    gaotai("export", "--to", "站点", signed, *CHIEF)
    gaotai("outbox", "published", signed, "--to", "抖音", *CHIEF)
    gaotai(
        "outbox", "published", signed, "--to", "上级转载", "--address", "https://m.example.cn/a", "--elsewhere", *CHIEF
    )
    assert gaotai("outbox", "sheet", signed)[0] == 5
    assert withdrawn(gaotai, signed)[0] == 0
    assert [line["code"] for line in gaotai("outbox", "--json")[1]] == ["by_hand_down", "by_hand_down"]
    code, (sheet,), _ = gaotai("outbox", "sheet", signed, "--json")
    assert (code, sheet["open"], sheet["complete"], sheet["why"]) == (1, 2, False, None)
    states = {place["target"]: place["state"] for place in sheet["places"]}
    assert states == {"站点": "down", "抖音": "open", "上级转载": "open"}
    site = next(place for place in sheet["places"] if place["target"] == "站点")
    assert [look["status"] for look in site["looks"]] == [404]
    assert {spot["where"]: spot["state"] for spot in site["spots"]} == dict.fromkeys(
        ("list", "feed", "search", "map"), "gone"
    )
    (hand,) = (place["spots"] for place in sheet["places"] if place["target"] == "抖音")
    assert [(spot["state"], spot["detail"]) for spot in hand] == [("unseen", "by_hand")]
    assert site["down_at"]
    assert gaotai("outbox", "down", signed, "--to", "抖音", *CHIEF)[0] == 2  # without a picture
    for place in ("抖音", "上级转载"):
        assert gaotai("outbox", "down", signed, "--to", place, "--picture", "shot.png", *CHIEF)[0] == 0
    assert gaotai("outbox", "sheet", signed, "--json")[1][0]["complete"] is False
    assert gaotai("outbox", "note", signed, "--order", "市委网信办电话", "--why", "事实有误", *CHIEF)[0] == 0
    code, (sheet,), _ = gaotai("outbox", "sheet", signed, "-o", "sheet.pdf", "--json", "--lang", "zh_CN")
    assert (code, sheet["complete"], sheet["pages"]) == (0, True, 1)
    assert (home / "sheet.pdf").read_bytes().startswith(b"%PDF")
    _, told, _ = gaotai("outbox", "sheet", signed, "--lang", "en")
    assert "4 lists, feeds and searches do not name it" in told
    assert "not looked at: no page of the web" in told
    assert gaotai("verify")[0] == 0


def test_the_sheet_stays_when_the_article_is_published_again(gaotai, signed):
    gaotai("target", "add", "站点", "--kind", "site", "--path", "out")
    gaotai("export", "--to", "站点", signed, *CHIEF)
    withdrawn(gaotai, signed, "--why", "事实有误", "--order", "电话")
    (first,) = gaotai("outbox", "sheet", signed, "--json")[1]
    passed(gaotai, signed)
    _, told, _ = gaotai("outbox", "sheet", signed, "--lang", "en")
    assert "not published yet" in told
    assert gaotai("export", "--to", "站点", signed, *CHIEF)[0] == 0
    (again,) = gaotai("outbox", "sheet", signed, "--json")[1]
    assert again["again"]
    assert again["places"] == first["places"]
    assert (again["entry"], again["complete"]) == (first["entry"], True)
    assert "published again at" in gaotai("outbox", "sheet", signed, "--lang", "en")[1]


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_sheet_as_a_page_says_what_is_missing(gaotai, signed, home, lang):
    gaotai("outbox", "published", signed, "--to", "抖音", *CHIEF)
    withdrawn(gaotai, signed, "--why", '<b>"错"</b>')
    code, (record,), _ = gaotai("outbox", "sheet", signed, "-o", "sheet.html", "--json", "--lang", lang)
    assert (code, record["open"]) == (1, 1)
    html = (home / "sheet.html").read_text("utf-8")
    assert 'class="missing"' in html
    assert "is-open" in html
    assert "<b>" not in html
    assert record["number"] in html
    assert "\u2026" not in html


def test_order_and_reason_may_come_with_the_withdrawal(gaotai, signed):
    withdrawn(gaotai, signed, "--why", "事实有误", "--order", "总编室〔2026〕3号")
    code, (sheet,), _ = gaotai("outbox", "sheet", signed, "--json")
    assert (sheet["order"], sheet["why"]) == ("总编室〔2026〕3号", "事实有误")
    assert sheet["places"] == []
    assert code == 0


def test_only_who_may_withdraw_may_say_why(gaotai, signed):
    withdrawn(gaotai, signed)
    assert gaotai("outbox", "note", signed, "--why", "x", "--as", "何静")[0] == 5
    assert gaotai("outbox", "note", signed, *CHIEF)[0] == 2
    assert gaotai("outbox", "sheet", signed, "--json")[1][0]["why"] is None


def test_receipts_are_listed(gaotai, signed):
    assert gaotai("outbox", "receipts", signed, "--json")[1] == []
    gaotai("outbox", "published", signed, "--to", "抖音", *CHIEF)
    code, (receipt,), _ = gaotai("outbox", "receipts", signed, "--json")
    assert code == 0
    assert (receipt["target"], receipt["action"], receipt["by_hand"], receipt["by"]) == ("抖音", "put", True, "陈衡")
    assert "抖音" in gaotai("outbox", "receipts", signed)[1]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("published", "ID"), 2),
        (("published",), 2),
        (("published", "ID", "--to", "快手"), 2),
        (("published", "ID", "--to", "站点", "--address", "https://x.cn/"), 2),
        (("published", "ID", "--to", "站点"), 2),
        (("published", "ID", "--to", "抖音", "--picture", "nothing.png"), 3),
        (("published", "ID", "--to", "抖音", "--picture", "page.txt"), 3),
        (("down", "ID", "--to", "抖音", "--picture", "shot.png"), 5),
        (("copy", "ID", "--to", "站点"), 2),
        (("sheet", "ID", "x"), 2),
        (("note", "ID", "--why", "x"), 5),
    ],
)
def test_wrong_use_is_told_and_nothing_is_written(gaotai, signed, arguments, code):
    gaotai("target", "add", "站点", "--kind", "site", "--path", "out")
    given, _, err = gaotai("outbox", *(signed if one == "ID" else one for one in arguments), *CHIEF)
    assert given == code
    assert err.startswith("gaotai: ")
    assert gaotai("outbox", "receipts", signed, "--json")[1] == []


def test_what_is_scheduled_is_listed_by_its_time(gaotai, home):
    newsroom(gaotai)
    for number, hour in ((1, "10"), (2, "08")):
        slip = f"headline: 稿{number}\nauthors:\n  - 许青\nembargo: 2099-01-01T{hour}:00:00+08:00"
        text = f"---\n{slip}\n---\n\n正文一段。\n"
        (home / f"{number}.md").write_text(text, "utf-8")
        passed(gaotai, imported(gaotai, f"{number}.md")["id"])
    gaotai("target", "add", "抖音", "--kind", "hand")
    gaotai("export", "--to", "抖音", "--all-signed", *CHIEF)
    lines = gaotai("outbox", "list", "--scheduled", "--json")[1]
    assert [line["publish_at"] for line in lines] == ["2099-01-01T08:00:00+08:00", "2099-01-01T10:00:00+08:00"]
    assert gaotai("outbox", "list", "--scheduled", "--lang", "en")[1].startswith("2099-01-01 08:00")

"""verify: each thing that can be wrong with a book is found, named, and stops the export."""

from __future__ import annotations

import base64
import json
import subprocess

import pytest

from editor.newsroom.identity import Identity, SigningKey
from editor.operations.auditing import verify
from editor.operations.content import from_revision
from editor.operations.delivering import deliver
from editor.operations.desk import new_id
from editor.operations.gate import objection
from editor.operations.reviewing import sign, submit, withdraw
from editor.store import kept_files, ledger
from editor.workflow.entry import BODY_VERSION, Kind, body_text, parse
from tests.editor.operations.newsroom import (
    CHIEF,
    FIRST,
    SECOND,
    TEXT,
    WRITER,
    change,
    own_article,
    passed,
    sheet,
)


@pytest.fixture
def writer_levels():
    return ("reporter", "1", "2", "3")


def identity(desk, name):
    with desk.reading() as session:
        return next(i for i in desk.keys.identities(session.newsroom) if i.name == name)


def force(desk, person, kind, name, content, **body):
    """An entry written past the program, as by somebody with the file and a key."""
    with desk.writing() as session:
        case = session.case(name)
        who = identity_in(session, person)
        entry = session.compose(who.person, kind, name, "zh-CN", content, case)
        changed = {**entry.content, **body}
        return session.write(who, parse(body_text(changed), ""))


def identity_in(session, person):
    return next(i for i in session.desk.keys.identities(session.newsroom) if i.name == person)


def tamper(desk, statement, *values):
    """Somebody edits the file with a tool of his own: no trigger stops him."""
    raw = desk.library.raw
    for trigger in ("entry_keeps_rows", "entry_keeps_text"):
        raw.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    raw.execute(statement, values)


def codes(desk):
    return {problem.code for problem in verify(desk).problems}


def refused_at_export(desk, name):
    with desk.reading() as session:
        from editor.operations import articles

        return objection(session, articles.find(session, name))[0]


def test_a_sound_book_has_no_problems_and_counts_every_entry(desk):
    passed(desk, own_article(desk))
    audit = verify(desk)
    assert (audit.entries, audit.checked, audit.problems) == (9, 9, ())


def test_the_book_itself_refuses_to_be_rewritten(desk):
    passed(desk, own_article(desk))
    for statement in (
        "DELETE FROM entry",
        "UPDATE entry SET body = 'x'",
        "UPDATE entry SET sig = ''",
        "INSERT OR REPLACE INTO entry SELECT * FROM entry",
    ):
        with pytest.raises(Exception, match="append-only"):
            desk.library.raw.execute(statement)


def test_one_changed_byte_of_a_text_is_noticed_and_nothing_of_it_goes_out(desk):
    name = passed(desk, own_article(desk))
    assert refused_at_export(desk, name) == ""
    tamper(desk, "UPDATE entry SET body = replace(body, '两成', '八成') WHERE kind = 'revision'")
    assert codes(desk) >= {"body"}
    assert refused_at_export(desk, name) == "entry_damaged"


def test_a_changed_text_with_a_fitting_id_lacks_the_signature(desk):
    name = passed(desk, own_article(desk))
    body = next(r for r in rows_of(desk) if r.kind == "sign").body
    forged = body.replace('"level":1', '"level":2')
    tamper(desk, "UPDATE entry SET body = ?, id = ? WHERE body = ?", forged, parse(forged, "").id, body)
    assert codes(desk) >= {"signature"}
    assert refused_at_export(desk, name) == "entry_damaged"


def rows_of(desk):
    with desk.reading() as session:
        return list(ledger.rows(session.connection))


def test_columns_that_lie_are_noticed(desk):
    passed(desk, own_article(desk))
    tamper(desk, "UPDATE entry SET kind = 'comment' WHERE kind = 'submit'")
    assert "columns" in codes(desk)


def test_a_removed_entry_leaves_a_gap_and_a_removed_end_is_remembered(desk):
    name = passed(desk, own_article(desk))
    withdraw(desk, name, person=CHIEF)
    tamper(desk, "DELETE FROM entry WHERE kind = 'withdraw'")
    assert codes(desk) == {"tail"}
    tamper(desk, "DELETE FROM entry WHERE kind = 'revision'")
    assert "gap" in codes(desk)


def test_a_stranger_and_a_stranger_with_a_members_name_are_told_apart(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    stranger = Identity(identity(desk, CHIEF).newsroom, "f" * 64, "外人", "")
    desk.keys.keep(stranger, SigningKey.new())
    with desk.writing() as session:
        session.write(stranger, session.compose(stranger.person, Kind.COMMENT, name, "zh-CN", {"text": "看过"}))
    assert codes(desk) == {"unknown_key"}
    posing = Identity(stranger.newsroom, identity(desk, CHIEF).person, CHIEF, "")
    desk.keys.keep(posing, SigningKey.new())
    with desk.writing() as session:
        session.write(posing, session.compose(posing.person, Kind.COMMENT, name, "zh-CN", {"text": "同意"}))
    assert codes(desk) == {"unknown_key", "signature"}


def test_an_entry_of_another_newsroom_is_noticed(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    force(desk, CHIEF, Kind.COMMENT, name, {"text": "借来的"}, newsroom="a" * 64)
    assert codes(desk) >= {"newsroom"}


@pytest.mark.parametrize(
    ("code", "person", "level"),
    [("level", FIRST, 3), ("own_text", WRITER, 3), ("level_skipped", SECOND, 3), ("two_levels", CHIEF, 3)],
)
def test_a_sign_that_the_rules_refuse_is_found_however_it_got_there(desk, code, person, level):
    with desk.writing() as session:  # SECOND may do the last level, so that only the missing level stands against him
        _ = session
    name = own_article(desk)
    submit(desk, name, WRITER)
    if code == "two_levels":
        sign(desk, name, 1, CHIEF)
        sign(desk, name, 2, SECOND)
    elif code != "level_skipped":
        sign(desk, name, 1, FIRST)
        sign(desk, name, 2, SECOND)
    else:
        person = CHIEF
    now = sheet(desk, name).standing
    covers = from_revision(now.current.tip).covers(name)
    content = {"level": level, "target": now.current.tip.id, "submit": now.current.submit.id, "covers": covers}
    force(desk, person, Kind.SIGN, name, content)
    assert codes(desk) == {code}
    assert refused_at_export(desk, name) == "not_signed"


def test_a_sign_on_a_text_known_to_be_replaced_is_found(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    now = sheet(desk, name).standing.current
    change(desk, name, WRITER, "两成", "三成")
    submit(desk, name, WRITER)
    force(desk, FIRST, Kind.SIGN, name, {"level": 1, "target": now.tip.id, "submit": now.submit.id, "covers": {}})
    assert codes(desk) == {"superseded"}


def test_a_rewrite_passed_alone_is_found(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    sign(desk, name, 1, FIRST)
    sign(desk, name, 2, SECOND)
    now = sheet(desk, name).standing.current
    body = {**now.tip.content, "text": "全部换掉。" * 12, "parents": [now.tip.id]}
    kept = {key: body[key] for key in ("slip", "text", "assets", "parents")}
    change_entry = force(desk, CHIEF, Kind.REVISION, name, {**kept, "review_level": 3, "submit": now.submit.id})
    content = {"level": 3, "target": change_entry.id, "submit": now.submit.id, "covers": {}}
    force(desk, CHIEF, Kind.SIGN, name, content)
    assert codes(desk) == {"rewrite"}


def test_a_sign_in_a_round_known_to_be_returned_is_found(desk):
    from editor.operations.reviewing import give_back

    name = own_article(desk)
    submit(desk, name, WRITER)
    now = sheet(desk, name).standing.current
    give_back(desk, name, "图片问题", SECOND)
    force(desk, FIRST, Kind.SIGN, name, {"level": 1, "target": now.tip.id, "submit": now.submit.id, "covers": {}})
    assert codes(desk) == {"round_returned"}


def test_a_receipt_without_sign_off_or_countercheck_is_found(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    force(desk, CHIEF, Kind.RECEIPT, name, {"target": sheet(desk, name).revision.id, "destination": "site:x"})
    assert codes(desk) == {"level_skipped"}
    other = own_article(desk)
    submit(desk, other, WRITER)
    sign(desk, other, 1, FIRST)
    sign(desk, other, 2, SECOND)
    change(desk, other, CHIEF, "两成", "三成")
    done = sign(desk, other, 3, CHIEF)
    force(desk, CHIEF, Kind.RECEIPT, other, {"target": done.revision, "destination": "site:x"})
    assert codes(desk) == {"level_skipped", "no_countercheck"}


def test_a_receipt_says_what_went_and_is_held_against_what_was_signed(desk, tmp_path):
    name = passed(desk, own_article(desk))
    deliver(desk, f"site:{tmp_path / 'out'}", [name], CHIEF)
    there = sheet(desk, name)
    (receipt,) = there.case.history.of_kind(Kind.RECEIPT)
    assert receipt.content["covers"] == there.standing.release.signs[-1].content["covers"]["web"]
    assert codes(desk) == set()
    other = {"target": receipt.target, "destination": "site:y", "covers": "0" * 64}
    force(desk, CHIEF, Kind.RECEIPT, name, other)
    assert codes(desk) == {"receipt"}


def test_a_key_that_was_taken_away_counts_no_more(desk):
    name = own_article(desk)
    with desk.writing() as session:
        admin = identity_in(session, CHIEF)
        gone = session.people[identity_in(session, FIRST).person]
        content = {
            "member": gone.person,
            "name": FIRST,
            "levels": ["1"],
            "columns": None,
            "keys": [SigningKey.new().public],
            "active": True,
            "last": {},
        }
        session.write(admin, session.compose(admin.person, Kind.MEMBER, "", "", content))
    submit(desk, name, WRITER)
    force(desk, FIRST, Kind.COMMENT, name, {"text": "旧钥匙"})
    assert codes(desk) == {"revoked"}


def test_a_kept_file_that_changed_is_found(desk):
    with desk.writing() as session:
        kept_files.keep(session.connection, session.newsroom, b"\x89PNG picture", "image/png")
    tamper(desk, "UPDATE asset SET bytes = x'00'")
    assert codes(desk) == {"asset"}


def test_what_would_go_out_must_be_what_was_signed(desk):
    name = own_article(desk)
    submit(desk, name, WRITER)
    now = sheet(desk, name).standing.current
    for level, person in ((1, FIRST), (2, SECOND), (3, CHIEF)):
        content = {"level": level, "target": now.tip.id, "submit": now.submit.id, "covers": {"web": "0" * 64}}
        force(desk, person, Kind.SIGN, name, content)
    assert codes(desk) == set()
    assert refused_at_export(desk, name) == "covers_differ"


def test_a_body_of_another_form_is_kept_and_named(desk):
    body = body_text({"v": BODY_VERSION, "kind": "sign", "nonce": new_id()})
    tamper(
        desk,
        "INSERT INTO entry (newsroom, id, kind, article, author, target, body, sig) VALUES (?,?,?,?,?,?,?,?)",
        "",
        __import__("hashlib").sha256(body.encode()).hexdigest(),
        "sign",
        "x",
        "",
        "",
        body,
        "",
    )
    assert codes(desk) == {"body"}


def test_a_sign_can_be_checked_with_sha256sum_and_openssl_alone(desk, tmp_path):
    passed(desk, own_article(desk, TEXT))
    row = next(r for r in rows_of(desk) if r.kind == "sign")
    (tmp_path / "body").write_bytes(row.body.encode())
    (tmp_path / "sig.bin").write_bytes(base64.b64decode(row.sig))
    member = next(r for r in rows_of(desk) if r.id == json.loads(row.body)["author"])
    raw = base64.b64decode(json.loads(member.body)["keys"][0])
    pem = base64.b64encode(bytes.fromhex("302a300506032b6570032100") + raw).decode()
    (tmp_path / "key.pem").write_text(f"-----BEGIN PUBLIC KEY-----\n{pem}\n-----END PUBLIC KEY-----\n")
    seal = subprocess.run(["sha256sum", "body"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert seal.stdout.split()[0] == row.id
    command = "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in body -sigfile sig.bin"
    subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=True)
    (tmp_path / "body").write_bytes(row.body.replace('"level":1', '"level":2').encode())
    assert subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=False).returncode != 0

"""A stranger with a published page checks who signed it: sha256sum and openssl, nothing of ours."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

HOW = Path(__file__).resolve().parents[2] / "docs" / "verify-by-hand.md"
# An Ed25519 public key as openssl reads it is these bytes and the key itself (RFC 8410).
ED25519 = bytes.fromhex("302a300506032b6570032100")


def _openssl_is_recent() -> bool:
    if shutil.which("openssl") is None or shutil.which("sha256sum") is None:
        return False
    told = subprocess.run(["openssl", "version"], capture_output=True, text=True, check=True).stdout
    return bool(re.match(r"OpenSSL ([3-9]|\d\d)", told))


pytestmark = pytest.mark.skipif(not _openssl_is_recent(), reason="sha256sum and OpenSSL 3 or later are needed")


def sha256sum(data: bytes) -> str:
    """What sha256sum says."""
    return subprocess.run(["sha256sum"], input=data, capture_output=True, check=True).stdout.decode().split()[0]


def openssl_accepts(folder: Path, body: bytes, sig: str, key: str) -> bool:
    """Whether openssl finds the signature good."""
    pem = base64.b64encode(ED25519 + base64.b64decode(key)).decode()
    (folder / "key.pem").write_text(f"-----BEGIN PUBLIC KEY-----\n{pem}\n-----END PUBLIC KEY-----\n")
    (folder / "body").write_bytes(body)
    (folder / "sig.bin").write_bytes(base64.b64decode(sig))
    check = "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in body -sigfile sig.bin"
    return subprocess.run(check.split(), cwd=folder, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="session")
def proofs(site) -> list[dict]:
    """What the readers of the site can download, an article each."""
    found = []
    for page in sorted((site / "articles").glob("*.html")):
        link = re.search(r'href="data:application/json;base64,([^"]*)"', page.read_text(encoding="utf-8"))
        found.append(json.loads(base64.b64decode(link[1], validate=True)))
    assert found
    return found


def test_every_entry_of_every_proof_is_what_it_says_and_was_signed_with_the_key_it_names(proofs, tmp_path):
    for proof in proofs:
        assert proof["bundle"]
        for entry in proof["bundle"]:
            body = entry["body"].encode()
            assert sha256sum(body) == entry["id"]
            assert openssl_accepts(tmp_path, body, entry["sig"], entry["key"])


def test_three_people_signed_exactly_what_is_published(proofs):
    for proof in proofs:
        bodies = {entry["id"]: json.loads(entry["body"]) for entry in proof["bundle"]}
        signs = [bodies[sign["entry"]] for sign in proof["sign_offs"]]
        assert [sign["level"] for sign in signs] == [1, 2, 3]
        assert len({sign["author"] for sign in signs}) == len(signs)
        assert signs[-1]["target"] == proof["revision"]
        assert signs[-1]["covers"][proof["outlet"]] == proof["covers"]
        assert sha256sum(proof["content"].encode()) == proof["covers"]


def test_the_keys_are_those_that_the_newsroom_gave_its_members(proofs):
    for proof in proofs:
        bodies = {entry["id"]: json.loads(entry["body"]) for entry in proof["bundle"]}
        assert bodies[proof["newsroom"]]["newsroom"] == ""
        for entry in proof["bundle"]:
            author = bodies[entry["id"]]["author"] or entry["id"]
            assert entry["key"] in bodies[author]["keys"]


def test_one_changed_byte_is_noticed(proofs, tmp_path):
    entry = next(entry for entry in proofs[0]["bundle"] if json.loads(entry["body"])["kind"] == "sign")
    body = entry["body"].encode()
    for place in (0, len(body) // 2, len(body) - 1):
        changed = body[:place] + bytes([body[place] ^ 1]) + body[place + 1 :]
        assert sha256sum(changed) != entry["id"]
        assert not openssl_accepts(tmp_path, changed, entry["sig"], entry["key"])


def test_the_commands_of_the_page_that_says_how_find_a_page_of_the_demonstration_good(site, tmp_path):
    commands = re.findall(r"```sh\n(.*?)```", HOW.read_text(encoding="utf-8"), re.DOTALL)
    page = min((site / "articles").glob("*.html"))
    shutil.copy(page, tmp_path / "page.html")
    told = []
    for command in commands:
        result = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stdout + result.stderr
        told.append(result.stdout)
    content, *signed = told[-1].splitlines()
    assert len(signed) == 3
    assert content.split()[0] in signed[-1], "what was signed is what is published"

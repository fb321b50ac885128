"""Who signed an entry: asked a second time the answer is the same, and nothing else is taken for it."""

from __future__ import annotations

import base64
import dataclasses
import json

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.newsroom.signature import signed_by
from editor.newsroom.sound import Sound
from editor.workflow.entry import parse

HERS, HIS = (Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2))


def public(key):
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def entry(text, key=HERS):
    body = {"v": 1, "kind": "comment", "author": "a", "newsroom": "n", "article": "x", "variant": "zh-CN"}
    whole = json.dumps(
        {**body, "device": "d", "seq": 1, "prev": "", "at": "2026-03-05", "text": text}, ensure_ascii=False
    )
    return parse(whole, base64.b64encode(key.sign(whole.encode())).decode())


@settings(max_examples=100, derandomize=True)
@given(
    text=st.text(st.characters(exclude_categories=("Cs",)), max_size=40), at=st.integers(0, 63), bit=st.integers(0, 7)
)
def test_what_was_sound_once_says_nothing_for_anything_else(text, at, bit):
    sound, known = entry(text), Sound()
    assert [signed_by(sound, [public(HIS), public(HERS)], known) for _ in range(2)] == [public(HERS)] * 2
    assert signed_by(sound, [public(HIS)], known) is None
    assert signed_by(dataclasses.replace(sound, body=sound.body + " "), [public(HERS)], known) is None
    signature = bytearray(base64.b64decode(sound.sig))
    signature[at] ^= 1 << bit
    bent = dataclasses.replace(sound, sig=base64.b64encode(signature).decode())
    assert signed_by(bent, [public(HERS)], known) is None


def test_of_more_entries_than_are_remembered_each_is_checked():
    known = Sound(3)
    entries = [entry(str(number), HERS if number % 2 else HIS) for number in range(10)]
    for _ in range(2):
        assert [signed_by(one, [public(HERS)], known) is not None for one in entries] == [n % 2 == 1 for n in range(10)]

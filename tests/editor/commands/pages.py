"""A page, and the way of an article through a newsroom, by commands."""

from __future__ import annotations

PAGE = """青禾县春灌开闸
2026-03-05 09:12:30    来源:青禾县融媒体中心 | 编辑:田文 | 作者:许青 李　娜    浏览量:318

今年3月,青禾县灌区比去年提早五天开闸,首批放水覆盖六个乡镇。

渠首值班室里,工作人员每两小时记录一次水位。

责编：田文
"""


def newsroom(gaotai):
    for name, levels in (("陈衡", "3"), ("许青", "reporter"), ("周明", "1"), ("何静", "2")):
        code, records, _ = gaotai("member", "add", name, "--levels", levels, "--json")
        assert code == 0, records


def imported(gaotai, file="page.txt"):
    code, records, _ = gaotai("import", file, "--json")
    assert code == 0
    return records[0]


def passed(gaotai, name):
    assert gaotai("submit", name, "--as", "许青")[0] == 0
    signed(gaotai, name)


def signed(gaotai, name):
    for level, person in (("1", "周明"), ("2", "何静"), ("3", "陈衡")):
        assert gaotai("sign", name, "--level", level, "--as", person)[0] == 0

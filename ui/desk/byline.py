"""A byline as one line of text, and back: 全媒体记者 周燕妮 彭沛 通讯员 李四."""

from __future__ import annotations

from editor.article import Credit

# Printed words and the codes of their roles (see `article.Credit`).
ROLES = {
    "作者": "author",
    "记者": "reporter",
    "記者": "reporter",
    "本报记者": "reporter",
    "本報記者": "reporter",
    "本台记者": "reporter",
    "本台記者": "reporter",
    "全媒体记者": "reporter",
    "全媒體記者": "reporter",
    "融媒体记者": "reporter",
    "融媒體記者": "reporter",
    "首席记者": "reporter",
    "首席記者": "reporter",
    "见习记者": "trainee",
    "見習記者": "trainee",
    "实习记者": "trainee",
    "實習記者": "trainee",
    "实习生": "intern",
    "實習生": "intern",
    "特约记者": "special_correspondent",
    "特約記者": "special_correspondent",
    "特约通讯员": "special_correspondent",
    "特約通訊員": "special_correspondent",
    "通讯员": "stringer",
    "通訊員": "stringer",
    "摄影": "photographer",
    "攝影": "photographer",
    "摄影记者": "photographer",
    "攝影記者": "photographer",
    "摄影报道": "photographer",
    "文/图": "credit",
    "文/圖": "credit",
    "文": "credit",
    "图": "credit",
    "圖": "credit",
    "视频": "credit",
    "制图": "credit",
}
_AUTHOR = frozenset({"作者", ""})
_SIGNS = str.maketrans(dict.fromkeys("　、，,;；\t|｜", " "))


def as_text(byline: tuple[Credit, ...]) -> str:
    """One line: a role's word once before the names that follow it; authors without a printed word have none."""
    parts: list[str] = []
    label = ""
    for credit in byline:
        word = "" if credit.role == "author" and credit.label in _AUTHOR else credit.label
        if word != label:
            parts.append(word or "作者")  # names without a word after names with one
        label = word
        parts.append(credit.name)
    return " ".join(parts)


def as_byline(text: str, before: tuple[Credit, ...] = ()) -> tuple[Credit, ...]:
    """Names with their roles from a line that somebody typed; ``before`` keeps labels of other houses as they were."""
    known = dict(ROLES)
    known.update({credit.label: credit.role for credit in before if credit.label})
    role, label = "author", ""
    found: list[Credit] = []
    for word in text.replace("：", " ").replace(":", " ").translate(_SIGNS).split():
        if word in known:
            role, label = known[word], "" if word == "作者" else word
        else:
            found.append(Credit(word, role, label))
    return tuple(found)

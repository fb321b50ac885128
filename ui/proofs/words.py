"""What the rules of the checks are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def rule_word(rule: str) -> str:
    """The name of a rule; its id where there is none."""
    translate = QCoreApplication.translate
    words = {
        "F01": translate("Rule", "Source of a reprint"),
        "F02": translate("Rule", "Byline and slip"),
        "F03": translate("Rule", "Missing in the slip"),
        "F04": translate("Rule", "Time and place"),
        "P01": translate("Rule", "Half-width mark"),
        "P02": translate("Rule", "Brackets"),
        "P03": translate("Rule", "Full stop"),
        "P04": translate("Rule", "Full-width characters"),
        "P05": translate("Rule", "Doubled mark"),
        "P06": translate("Rule", "Straight quotation marks"),
        "P07": translate("Rule", "Unpaired quotation mark"),
        "P08": translate("Rule", "Quotation in a quotation"),
        "P09": translate("Rule", "Unpaired bracket"),
        "P10": translate("Rule", "Ellipsis"),
        "P11": translate("Rule", "Ellipsis and 等"),
        "P12": translate("Rule", "Dash"),
        "P13": translate("Rule", "Range"),
        "P14": translate("Rule", "Range of numbers"),
        "P15": translate("Rule", "Comma between quotations"),
        "P16": translate("Rule", "About a number"),
        "P17": translate("Rule", "Needless comma"),
        "P18": translate("Rule", "Two colons"),
        "P19": translate("Rule", "Stop and quotation mark"),
        "P20": translate("Rule", "Doubled stop"),
        "P21": translate("Rule", "Question mark"),
        "P22": translate("Rule", "Title marks"),
        "P23": translate("Rule", "Title in a title"),
        "P24": translate("Rule", "Interpunct"),
        "P25": translate("Rule", "Blank in Chinese text"),
        "P26": translate("Rule", "Blanks beside Latin"),
        "P27": translate("Rule", "No final stop"),
        "P28": translate("Rule", "Mark after the headline"),
        "P29": translate("Rule", "Marks of the other region"),
        "R01": translate("Rule", "Placeholder"),
        "R02": translate("Rule", "Leftover pinyin"),
        "R03": translate("Rule", "Damaged characters"),
        "R04": translate("Rule", "Leftover of the page"),
        "R05": translate("Rule", "Leftover markup"),
        "R06": translate("Rule", "Invisible characters"),
        "S01": translate("Rule", "Mixed scripts"),
        "S02": translate("Rule", "Converted wrongly"),
        "S03": translate("Rule", "Word of another region"),
    }
    return words.get(rule, rule)

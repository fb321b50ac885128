"""All rules of a text, each with its source and whether it is on by default."""

from __future__ import annotations

from editor.findings import Severity
from editor.text.checks import brackets, commas, dashes, quotes, remains, scripts, spaces, stops
from editor.text.checks.rules import Rule

GB = "GB/T 15834-2011"

TEXT_RULES: tuple[Rule, ...] = (
    Rule("R01", "logic", remains.placeholders),
    Rule("R04", "intake", remains.furniture),
    Rule("S01", "language variant", scripts.mixed, Severity.ERROR),
    Rule("S02", "language variant", scripts.converted_wrongly, Severity.ERROR),
    Rule("S03", "language variant", scripts.other_region, Severity.INFO),
    Rule("P03", f"{GB} 4.1", stops.half_stop),
    Rule("P05", GB, stops.doubled),
    Rule("P06", f"{GB} 4.8", quotes.straight),
    Rule("P07", f"{GB} 4.8", quotes.pairs),
    Rule("P08", f"{GB} 4.8", quotes.nesting),
    Rule("P09", f"{GB} 4.9", brackets.brackets),
    Rule("P10", f"{GB} 4.11", stops.ellipsis),
    Rule("P11", f"{GB} 4.11", stops.ellipsis_and_so_on),
    Rule("P12", f"{GB} 4.10", dashes.dash),
    Rule("P13", f"{GB} 4.13", dashes.connector),
    Rule("P14", f"{GB} 4.13, GB/T 15835-2011 5.1.3", dashes.tilde),
    Rule("P15", f"{GB} 4.5.3.5", commas.between_quoted, Severity.INFO, default=False),
    Rule("P16", f"{GB} 4.5", commas.approximate),
    Rule("P17", f"{GB} 4.5", commas.before_and),
    Rule("P18", f"{GB} 4.7", commas.two_colons, Severity.INFO),
    Rule("P19", f"{GB} 4.8", stops.stop_after_quote, Severity.INFO),
    Rule("P20", f"{GB} 4.8", stops.stop_on_both_sides),
    Rule("P21", f"{GB} 4.2", stops.indirect_question, Severity.INFO, default=False),
    Rule("P22", f"{GB} 4.15", brackets.title_of_no_work),
    Rule("P23", f"{GB} 4.15", brackets.nested_titles),
    Rule("P24", f"{GB} 4.14", dashes.interpunct),
    Rule("P25", "house", spaces.blanks),
    Rule("P26", "house", spaces.spacing, Severity.INFO),
    Rule("P27", GB, stops.no_final_stop),
    Rule("P28", "house", stops.stopped_headline),
    Rule("P29", "house", quotes.regional, Severity.INFO),
)
"""Rules that read a text, in the order of the newsroom's table."""

REPAIR_SEVERITY = {
    "R02": Severity.ERROR,
    "R03": Severity.ERROR,
    "R05": Severity.WARNING,
    "R06": Severity.WARNING,
    "P01": Severity.WARNING,
    "P02": Severity.WARNING,
    "P04": Severity.WARNING,
}
"""Rules whose places are those of a repair, so that `check` and `repair` always say the same."""

FIELD_RULES = frozenset({"F01", "F02", "F03"})
"""Rules about the slip that are on; F04 is off."""

SWITCHED_OFF = frozenset(rule.id for rule in TEXT_RULES if not rule.default) | {"F04"}
DEFAULT_RULES = frozenset(rule.id for rule in TEXT_RULES if rule.default) | set(REPAIR_SEVERITY) | FIELD_RULES
ALL_RULES = DEFAULT_RULES | SWITCHED_OFF
SOURCES = {rule.id: rule.source for rule in TEXT_RULES} | {
    "R02": "intake",
    "R03": "intake",
    "R05": "intake",
    "R06": "Unicode",
    "P01": f"{GB} 5",
    "P02": f"{GB} 4.9",
    "P04": "house",
    "F01": "互联网新闻信息服务管理规定",
    "F02": "consistency",
    "F03": "house",
    "F04": "house",
}
"""Rule → where it comes from: a standard and clause, or house, logic, intake, consistency."""

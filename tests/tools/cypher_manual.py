#!/usr/bin/env python3
"""Asks the reading examples of the Cypher manual and compares their result tables.

    TREATYGRAPH_CYPHER_MANUAL=/path/to/checkout tests/tools/cypher_manual.py [--adapter build/dev/bin/tck_adapter] [-v]

The checkout is github.com/neo4j/docs-cypher; nothing of it is kept here. Each page's set-up queries make a graph, which
tck_adapter is asked about: one line of JSON in, one out. An example counts where a result table follows it and it only
reads. It is `equal`, `different`, `refused` (with the error) or `not comparable` (random numbers, clocks, ids,
whatever the text of the manual leaves open).
"""

import argparse
import collections
import json
import math
import os
import pathlib
import re
import subprocess
import sys

from cypher_manual_graph import GraphMaker, Refused

WRITES = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|DROP|INSERT|ALTER|LOAD\s+CSV|TRANSACTIONS?)\b", re.I)
OPEN = [
    ("random", re.compile(r"\b(rand|randomUUID)\s*\(", re.I)),
    ("clock", re.compile(r"\b(timestamp|realtime|transaction|statement)\s*\(|\.truncate\('\w+'\)|\b(date|datetime|time|localtime|"
                         r"localdatetime|zoned_time|zoned_datetime|local_time|local_datetime)\s*\(\s*(\{\s*timezone[^}]*\})?\)"
                         r"|\b(date|datetime|time|localtime|localdatetime)\.(transaction|statement|realtime)", re.I)),
    ("ids", re.compile(r"\b(elementId|id)\s*\(", re.I)),
    ("profile", re.compile(r"^\s*(PROFILE|EXPLAIN)\b", re.I)),
    ("database of the manual", re.compile(r"^\s*SHOW\b|\bdb\.|\bdbms\.", re.I)),
]
ELSEWHERE = [
    ("points", re.compile(r"\bpoint\b", re.I)),
    ("vectors", re.compile(r"\bvector", re.I)),
    ("several graphs", re.compile(r"\bgraph\.|\bUSE\b|db\.nameFromElementId", re.I)),
    ("generative AI", re.compile(r"\bgenai\.|\bai\.", re.I)),
    ("user's functions", re.compile(r"\bapoc\.|example\.|org\.neo4j|com\.neo4j", re.I)),
    ("full text", re.compile(r"db\.index", re.I)),
]
# What the manual itself has otherwise than its own graph and words say, by a piece of the query.
MISPRINTS = [
    ("ORDER BY count", "UNION ALL", "the table has 2 before 1, where the query orders by count"),
    ("{name:'Tom Hanks'})-[r]->(m:Movie)", "type(r)", "the table has Joe versus the Volcano, the set-up Joe Versus"),
    ("nullIf(a.eyes, \"Brown\")", "Hazel", "the table has Blue for Eskil, whose eyes are blue in the set-up"),
]
# Parameters that the pages' words leave open or tell in prose.
GIVEN = {"int16param": 7}
TOLD = re.compile(r"parameter `(\w+)` \(here set to `([^`]*)`\)")
LEAVES_OUT_ANY = re.compile(r"^(?!.*\bORDER\s+BY\b).*\bLIMIT\b", re.S | re.I)
BLOCK = re.compile(r"^\[source, ?(cypher|parameters|json)([^\]]*)\]\n(?:\.[^\n]*\n)?----\n(.*?)\n----[ \t]*$", re.M | re.S)
TABLE = re.compile(r'^\[role="?queryresult([^\]]*)\]\n\|===\n(.*?)\n\|===', re.M | re.S)


class Adapter:
    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.asked = 0

    def ask(self, query, graph=None, parameters=None):
        self.asked += 1
        line = {"id": str(self.asked), "query": query, "graph": graph or {"nodes": [], "relationships": []},
                "params": parameters or {}}
        self.process.stdin.write(json.dumps(line) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError("the adapter ended at: " + query)
        return json.loads(answer)


def width_of(attributes, lines):
    columns = re.search(r'cols="?([^"\]]*)"?', attributes)
    if not columns:
        return len(re.split(r"(?<!\\)\|", lines[0])) - 1 if lines else 0
    times = re.match(r"(\d+)\*", columns.group(1))
    return int(times.group(1)) if times else columns.group(1).count(",") + 1


def cells_of(table):
    """The head and the rows of an asciidoc table, its footer left out."""
    attributes, body = table
    lines = []
    for line in body.split("\n"):
        if re.match(r"^(\d+\+)?[a-z.^<>]*\|\s*Rows:|^\d+\+[a-z.^<>]*\|", line):
            break
        if line.strip():
            lines.append(line)
    cells = []
    for line in lines:
        parts = re.split(r"(?<!\\)\|", line)
        if parts[0].strip() and cells:
            cells[-1] += "\n" + parts[0]
        cells.extend(part.strip() for part in parts[1:])
    width = width_of(attributes, lines)
    rows = [cells[i : i + width] for i in range(0, len(cells), width)] if width else [[]]
    return rows[0] if rows else [], rows[1:]


SRIDS = {"wgs-84": "4326", "wgs-84-3d": "4979", "cartesian": "7203", "cartesian-3d": "9157"}


def point_text(match):
    """A point by its srid, or by the name of its reference system, coordinates as floats."""
    fields = dict(re.findall(r"(\w+)\s*:\s*([^,\s]+)", match[1].replace("\\", "")))
    srid = fields.get("srid") or fields.get("rid") or SRIDS.get(fields.get("crs", "").strip("'"), "?")
    return "P" + "_".join([srid] + [str(float(fields[name])) for name in "xyz" if name in fields])


def canonical(text, any_order=False):
    """A value without quotes and blanks, the entries of maps in the order of their names."""
    text = text.replace("\\|", "|").replace("&lt;", "<").replace("&gt;", ">").replace("<null>", "null")
    text = re.sub(r"^NULL$", "null", text.strip())
    text = re.sub(r"^[`+m]*\+(.*)\+[`]*$", r"\1", text).rstrip("+")
    text = re.sub(r"'?point\(\{([^{}]*?)\}\)'?", point_text, text)
    # A node or a relationship is printed with its labels or without; a path between < and >, or without.
    text = re.sub(r"<(?=\()|(?<=\))>", "", text)
    text = re.sub(r"^\{:(\w+)\}$", r"[:\1]", text)
    text = re.sub(r"[(\[][\w:`&| ]*(\{[^{}]*\})[)\]]", r"\1", text)
    text = re.sub(r'\{(\{[^{}]*\})\}', r"\1", text)
    # 12:00Z is 12:00:00.000000000+00:00.
    text = re.sub(r"(?<![\d:+-])(\d\d:\d\d)(?=[Z+,-]|['\"\]]|$)", r"\1:00", text)
    text = re.sub(r"(:\d\d)(\.\d*?)0+(?=[Z+\-'\"\s,]|$)", lambda m: m[1] + (m[2] if m[2] != "." else ""), text)
    text = re.sub(r"(?<=\d)[+-]00:00(:00)?", "Z", text)
    text = text.strip("`")
    position = 0

    def group(end):
        nonlocal position
        parts, part = [], ""
        while position < len(text):
            c = text[position]
            if c == end:
                position += 1
                break
            if c in "\"'" and not part[-1:].isalnum():
                position += 1
                while position < len(text) and text[position] != c:
                    if text[position] == "\\" and position + 1 < len(text):
                        position += 1
                    part += "\x00" if text[position] == " " else text[position]
                    position += 1
                position += 1
            elif c in "([{":
                position += 1
                close = {"(": ")", "[": "]", "{": "}"}[c]
                inner = group(close)
                inner = [one for one in inner if one != ""]
                if c == "{" or (c == "[" and any_order):
                    inner.sort()
                part += c + ",".join(inner) + close
            elif c == "," and end is not None:
                parts.append(part)
                part = ""
                position += 1
            elif c.isspace():
                position += 1
            else:
                part += c
                position += 1
        parts.append(part)
        return parts

    return number("".join(group(None)).replace("\x00", "").replace("+", ""))


def number(text):
    try:
        value = float(text)
    except ValueError:
        return text
    if math.isnan(value) or math.isinf(value):
        return text
    return f"{value:.9g}"


def without_texts(query):
    return re.sub(r"'[^']*'|\"[^\"]*\"|`[^`]*`|//[^\n]*", "", query)


def examples_of(text):
    """(query, parameters, columns, rows) and set-up queries, in the order of the page."""
    parameters = GIVEN | {name: json.loads(value) for name, value in TOLD.findall(text)}
    blocks = list(BLOCK.finditer(text))
    for i, block in enumerate(blocks):
        kind, attributes, body = block.groups()
        if kind in ("parameters", "json"):
            try:
                parameters = GIVEN | json.loads(body) if kind == "parameters" else parameters
            except json.JSONDecodeError:
                parameters = GIVEN
            continue
        end = blocks[i + 1].start() if i + 1 < len(blocks) else len(text)
        heading = re.search(r"^=+ ", text[block.end() : end], re.M)
        end = block.end() + heading.start() if heading else end
        table = TABLE.search(text, block.end(), end)
        body = re.sub(r"<\d+>\s*$", "", body, flags=re.M)
        yield attributes, body, parameters, table.groups() if table else None


def literal(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    return "{" + ", ".join(f"`{name}`: {literal(item)}" for name, item in value.items()) + "}"


def judge(adapter, graph, query, parameters, table, points_are_missing=False):
    columns, rows = cells_of(table)
    answer = adapter.ask(query, graph, {name: literal(value) for name, value in parameters.items()})
    if "error" in answer:
        reason = next((name for name, what in ELSEWHERE if what.search(query)), "")
        return "refused", (reason + ": " if reason else "") + answer["error"]["detail"] + ": " + answer["error"]["message"]
    reason = next((name for name, what in OPEN if what.search(query)), None)
    if reason:
        return "not comparable", reason
    ours = [[canonical(cell) for cell in row] for row in answer["rows"]]
    theirs = [[canonical(cell) for cell in row] for row in rows]
    if sorted(ours) != sorted(theirs) and re.search(r"\b(collect|keys|labels)\s*[({]|\[\s*(\w+\s*=\s*)?\(", query, re.I):
        # The order of rows, and so of what is collected of them, is open.
        ours = [[canonical(cell, True) for cell in row] for row in answer["rows"]]
        theirs = [[canonical(cell, True) for cell in row] for row in rows]
    if sorted(ours) != sorted(theirs) or not same_order(query, answer["columns"], ours, theirs):
        reason = next((why for one, other, why in MISPRINTS if one in query and other in query), None)
        if reason:
            return "not comparable", "misprint: " + reason
    if sorted(ours) != sorted(theirs) and LEAVES_OUT_ANY.search(query) and len(ours) == len(theirs):
        return "not comparable", "LIMIT without an order"
    if sorted(ours) != sorted(theirs) and points_are_missing and re.search(r"\bpoint\.", query):
        return "refused", "points: properties that are points are not kept here"
    if sorted(ours) != sorted(theirs):
        return "different", f"{answer['columns']} {answer['rows'][:4]} for {columns} {rows[:4]}"
    if not same_order(query, answer["columns"], ours, theirs):
        return "different", f"the order of rows: {answer['rows'][:4]} for {rows[:4]}"
    if [canonical(name) for name in answer["columns"]] != [canonical(name) for name in columns]:
        return "equal", f"columns {answer['columns']} for {columns}"
    return "equal", ""


def same_order(query, columns, ours, theirs):
    """Whether the columns that the last ORDER BY names come in the same order: rows that it takes for equal may not."""
    order = re.search(r"\bORDER BY\b((?:(?!\bRETURN\b).)*)$", query, re.S | re.I)
    if not order:
        return True
    names = [re.sub(r"\s+(ASC|DESC)\w*.*$", "", item.strip(), flags=re.I | re.S) for item in order.group(1).split(",")]
    names = [re.sub(r"\s+(SKIP|OFFSET|LIMIT)\b.*$", "", name, flags=re.I | re.S) for name in names]
    keys = [i for i, column in enumerate(columns) if column in names]
    return [[row[i] for i in keys] for row in ours] == [[row[i] for i in keys] for row in theirs]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--adapter", default="build/dev/bin/tck_adapter")
    options.add_argument("--page", help="of pages whose name holds this alone")
    options.add_argument("-v", "--verbose", action="store_true", help="print what is not equal, with its query")
    options = options.parse_args()
    checkout = os.environ.get("TREATYGRAPH_CYPHER_MANUAL")
    if not checkout:
        sys.exit("TREATYGRAPH_CYPHER_MANUAL names no checkout of github.com/neo4j/docs-cypher")
    pages = pathlib.Path(checkout) / "modules" / "ROOT" / "pages"
    adapter = Adapter(options.adapter)
    counts = collections.Counter()
    unanswered = []
    reasons = collections.defaultdict(collections.Counter)
    for page in sorted(pages.rglob("*.adoc")):
        name = str(page.relative_to(pages))
        if options.page and options.page not in name:
            continue
        maker = GraphMaker(adapter)
        for attributes, query, parameters, table in examples_of(page.read_text()):
            if "test-setup" in attributes:
                try:
                    maker.changed = False
                    maker.run(query)
                except Refused as why:
                    maker.changed = True
                    print(f"{name}: the set-up is not understood: {why}")
                continue
            if WRITES.search(without_texts(query)):
                maker.changed = True  # by an example that is not run here
                continue
            if table is None:
                continue
            verdict, why = judge(adapter, maker.graph(), query, parameters, table, maker.left_out_points)
            if verdict == "different" and (maker.changed or not maker.nodes):
                verdict, why = "not comparable", "on a graph that an example before it changed: " + why
            counts[verdict] += 1
            reasons[verdict][why.split(":")[0]] += 1
            if verdict in ("refused", "different"):
                unanswered.append(f"{name}: {verdict}: {why}\n        {' '.join(query.split())[:100]}")
            if options.verbose and (verdict != "equal" or why):
                print(f"--- {name}: {verdict}: {why}\n{query}")
    comparable = sum(counts.values()) - counts["not comparable"]
    for verdict, count in counts.most_common():
        print(f"{verdict}: {count}")
        if verdict != "equal":
            for why, times in reasons[verdict].most_common(12):
                print(f"    {times:4} {why[:110]}")
    for one in unanswered:
        print("  " + one)
    print(f"TOTAL {counts['equal']}/{comparable} {100 * counts['equal'] / max(comparable, 1):.1f} %")


if __name__ == "__main__":
    main()

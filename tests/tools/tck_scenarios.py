#!/usr/bin/env python3
"""Turns the openCypher TCK's own feature files into the lines of JSON that the corpus's judge runs.

    tests/tools/tck_scenarios.py CHECKOUT [--known tck-dev.jsonl] [--adapter build/dev/bin/tck_adapter] > all.jsonl

CHECKOUT is github.com/opencypher/openCypher. Every scenario whose query only reads becomes a line. The graph that its set-up
statements make is taken from a scenario of --known that has the same ones, else made by `GraphMaker`; set-ups that neither
knows are reported on stderr, so that a scenario is never left out without a word.
"""

import argparse
import json
import pathlib
import re
import sys

from cypher_manual import Adapter
from cypher_manual_graph import GraphMaker, Refused

STEP = re.compile(r"^(Given|And|When|Then|But)\s+(.*)$")
ERROR = re.compile(r"an? (\w+) should be raised at (compile time|runtime|any time): (\S+)")


def cells(line):
    """Of a row of a Gherkin table, its escapes undone."""
    parts = re.split(r"(?<!\\)\|", line.strip())[1:-1]
    unescape = {"\\|": "|", "\\\\": "\\", "\\n": "\n"}
    return [re.sub(r"\\[|\\n]", lambda m: unescape[m[0]], part.strip()) for part in parts]


class Feature:
    """The scenarios of one file, with the rows of their Examples written out."""

    def __init__(self, path, name):
        self.path, self.name = path, name
        self.lines = path.read_text().split("\n")
        self.at = 0

    def steps(self):
        steps = []
        while self.at < len(self.lines):
            line = self.lines[self.at].strip()
            if re.match(r"(@|Scenario|Examples:|Feature)", line):
                break
            self.at += 1
            match = STEP.match(line)
            if match:
                steps.append({"text": match.group(2), "table": [], "doc": None})
            elif line.startswith("|"):
                steps[-1]["table"].append(line)
            elif line == '"""':
                steps[-1]["doc"] = self.doc()
        return steps

    def doc(self):
        indent = len(self.lines[self.at - 1]) - len(self.lines[self.at - 1].lstrip())
        body = []
        while self.lines[self.at].strip() != '"""':
            line = self.lines[self.at]
            body.append(line[indent:] if line[:indent].strip() == "" else line.lstrip())
            self.at += 1
        self.at += 1
        return "\n".join(body)

    def scenarios(self):
        background = []
        while self.at < len(self.lines):
            line = self.lines[self.at].strip()
            self.at += 1
            if line.startswith("Background:"):
                background = self.steps()
            match = re.match(r"Scenario(?: Outline)?:\s*(\[(\d+)\])?(.*)", line)
            if not match:
                continue
            number = match.group(2) or "0"
            steps, examples = background + self.steps(), []
            while self.at < len(self.lines) and re.match(r"(Examples:|@)", self.lines[self.at].strip()):
                if self.lines[self.at].strip().startswith("@"):
                    break
                self.at += 1
                while self.at < len(self.lines) and not re.match(r"\s*(@|Scenario|Examples:)", self.lines[self.at]):
                    if self.lines[self.at].strip().startswith("|"):
                        examples.append(cells(self.lines[self.at]))
                    self.at += 1
            if not examples:
                yield number, match.group(3).strip(), None, steps
            for i, row in enumerate(examples[1:]):
                yield f"{number}.{i + 1}", match.group(3).strip(), dict(zip(examples[0], row)), steps


def filled(text, example):
    if text is None or not example:
        return text
    return re.sub(r"<([^<>\n]+)>", lambda m: example.get(m[1], m[0]), text)


def expectation(text, table, example):
    error = ERROR.match(text)
    if error:
        return {"type": "error", "error": dict(zip(("type", "phase", "detail"), error.groups()))}
    if text == "the result should be empty":
        return {"type": "empty"}
    rows = [[filled(cell, example) for cell in cells(line)] for line in table]
    return {"type": "rows_ordered" if "in order" in text else "rows", "columns": rows[0], "rows": rows[1:],
            "ignore_list_order": "ignoring element order" in text}


class Converter:
    def __init__(self, features, adapter, known):
        self.features, self.adapter, self.known = features, adapter, known
        self.graphs = {}

    def named_graph(self, name):
        files = list(self.features.parent.glob(f"graphs/**/{name}.cypher"))
        return files[0].read_text()

    def graph_of(self, setup):
        key = json.dumps(setup)
        if key in self.known:
            return self.known[key]
        if key not in self.graphs:
            maker = GraphMaker(self.adapter)
            for statement in setup:
                maker.run(statement)
            self.graphs[key] = maker.graph()
        return self.graphs[key]

    def line(self, feature, number, title, example, steps):
        setup, params, procedures, query, expect = [], {}, [], None, None
        for step in steps:
            text, table, doc = filled(step["text"], example), step["table"], filled(step["doc"], example)
            if text.startswith("the side effects should be"):
                return None
            if match := re.match(r"the (\S+) graph", text):
                setup.append(self.named_graph(match.group(1)).rstrip("; \n"))
            elif text.startswith("having executed"):
                setup.append(doc.rstrip("; \n"))
            elif text.startswith("parameters are"):
                params.update(tuple(filled(cell, example) for cell in cells(line)) for line in table)
            elif match := re.match(r"there exists a procedure (.*):$", text):
                rows = [cells(line) for line in table]
                procedures.append({"signature": match.group(1).strip(), "columns": [c for c in rows[0] if c] if rows else [],
                                   "rows": [row for row in rows[1:] if any(row)]})
            elif text.startswith("executing query") and query is None:
                query = doc
            elif (ERROR.match(text) or text.startswith("the result should be")) and expect is None:
                expect = expectation(text, table, example)
        if re.search(r"\b(CREATE|MERGE|SET|DELETE|REMOVE)\b", re.sub(r"'[^']*'|`[^`]*`", "", query)):
            return None
        return {"id": f"{feature}#{number}", "feature": str(pathlib.PurePath(feature).parent), "scenario": title,
                "example": example, "setup": setup, "graph": self.graph_of(setup), "params": params,
                "procedures": procedures, "query": query, "expect": expect, "needs": []}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("checkout", type=pathlib.Path)
    options.add_argument("--known", type=pathlib.Path, help="converted scenarios, for the graphs of their set-ups")
    options.add_argument("--adapter", default="build/dev/bin/tck_adapter")
    options = options.parse_args()
    known = {}
    for line in options.known.read_text().splitlines() if options.known else []:
        scenario = json.loads(line)
        known[json.dumps(scenario["setup"])] = scenario["graph"]
    features = options.checkout / "tck" / "features"
    converter = Converter(features, Adapter(options.adapter), known)
    for path in sorted(features.rglob("*.feature")):
        name = str(path.relative_to(features).with_suffix(""))
        for scenario in Feature(path, name).scenarios():
            try:
                line = converter.line(name, *scenario)
            except Refused as why:
                print(f"{name}#{scenario[0]}: the set-up is not understood: {why}", file=sys.stderr)
                continue
            if line:
                print(json.dumps(line))


if __name__ == "__main__":
    main()

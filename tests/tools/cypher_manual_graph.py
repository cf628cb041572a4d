"""Makes graphs of the set-up queries of the Cypher manual: CREATE and MERGE of written patterns, SET of written values.

What is not such a query is refused. Values are computed by the engine that is being tested, since they may be calls of
date() and the like.
"""

import json
import re

TEMPORAL = {"DATE": "$date", "LOCAL TIME": "$localtime", "ZONED TIME": "$time", "LOCAL DATETIME": "$localdatetime",
            "ZONED DATETIME": "$datetime", "DURATION": "$duration"}
NAME = re.compile(r"\s*(`[^`]+`|[A-Za-z_]\w*)")


class Refused(Exception):
    pass


class GraphMaker:
    def __init__(self, adapter):
        self.adapter = adapter
        self.nodes = []
        self.relationships = []
        self.changed = False  # by something that was not understood
        self.left_out_points = False

    def graph(self):
        return {"nodes": self.nodes, "relationships": self.relationships}

    def run(self, text):
        text = re.sub(r"//[^\n]*", "", text)
        for statement in text.split(";"):
            if statement.strip():
                Statement(self, statement).run()

    def value(self, text):
        """The JSON of a property's value, or None."""
        answer = self.adapter.ask(f"WITH {text} AS v RETURN valueType(v) AS t, v, toStringOrNull(v) AS s")
        if "error" in answer:
            raise Refused(f"{text}: {answer['error']['message']}")
        kind, value, as_text = answer["rows"][0]
        kind = kind.strip("'").replace(" NOT NULL", "")
        if kind == "POINT":
            self.left_out_points = True  # no graph here keeps points
            return None
        if kind in TEMPORAL:
            return {TEMPORAL[kind]: as_text.strip("'")}
        if kind.startswith("LIST"):
            return [self.value(item) for item in items_of(value[1:-1])]
        if kind == "STRING":
            return unquoted(value)
        return json.loads(value)


def unquoted(text):
    return re.sub(r"\\(.)", r"\1", text[1:-1])


def items_of(text):
    """Split at commas outside of brackets and quotes."""
    items, depth, item, quote = [], 0, "", None
    for c in text:
        if quote:
            quote = None if c == quote else quote
        elif c in "'\"":
            quote = c
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        if c == "," and depth == 0 and not quote:
            items.append(item)
            item = ""
        else:
            item += c
    if item.strip():
        items.append(item)
    return items


class Statement:
    def __init__(self, maker, text):
        self.maker, self.text, self.at = maker, text, 0
        self.variables = {}

    def sees(self, what):
        match = re.compile(r"\s*" + what, re.I).match(self.text, self.at)
        return match

    def eat(self, what):
        match = self.sees(what)
        if match:
            self.at = match.end()
        return match

    def need(self, what):
        match = self.eat(what)
        if not match:
            raise Refused(f"expected {what} at {self.text[self.at:self.at + 40]!r}")
        return match

    def run(self):
        if re.match(r"\s*MATCH\s*\(n\)\s*DETACH\s+DELETE\s+\(?n\)?", self.text, re.I):
            self.maker.nodes, self.maker.relationships = [], []
            return
        if re.match(r"\s*(CREATE|DROP)\s+(\w+\s+)?(INDEX|CONSTRAINT)", self.text, re.I):
            return
        while self.text[self.at :].strip():
            if self.eat(r"CREATE\b") or self.eat(r"MERGE\b"):
                self.pattern()
                while self.eat(","):
                    self.pattern()
            elif self.eat(r"SET\b"):
                self.assignment()
                while self.eat(","):
                    self.assignment()
            else:
                raise Refused(self.text[self.at :].strip()[:60])

    def assignment(self):
        name, key = self.need(r"(\w+)\.(\w+)\s*=").groups()
        value = self.maker.value(self.balanced_until(",", "SET", "CREATE", "MERGE"))
        if value is not None:
            self.variables[name]["properties"][key] = value

    def balanced_until(self, *ends):
        start, depth = self.at, 0
        while self.at < len(self.text):
            c = self.text[self.at]
            word = re.compile(r"\s(" + "|".join(e for e in ends if e.isalpha()) + r")\b").match(self.text, self.at)
            if depth == 0 and (c in ends or word):
                break
            depth += (c in "([{") - (c in ")]}")
            self.at += 1
        return self.text[start : self.at]

    def pattern(self):
        self.eat(r"\w+\s*=\s*(?=\()")
        node = self.node()
        while self.sees(r"<?-"):
            left = bool(self.eat(r"<-") or (self.need(r"-") and False))
            relationship = {"id": len(self.maker.relationships), "type": "", "properties": {}}
            if self.eat(r"\["):
                if self.sees(r"(`[^`]+`|\w+)\s*:"):
                    self.variables[self.need(NAME.pattern).group(1)] = relationship
                self.need(":")
                relationship["type"] = self.need(NAME.pattern).group(1).strip("`")
                relationship["properties"] = self.properties()
                self.need(r"\]")
            self.need(r"->?")
            other = self.node()
            relationship["start"], relationship["end"] = (other["id"], node["id"]) if left else (node["id"], other["id"])
            self.maker.relationships.append(relationship)
            node = other

    def node(self):
        self.need(r"\(")
        name = self.eat(NAME.pattern)
        name = name.group(1) if name else None
        if name in self.variables:
            self.need(r"\)")
            return self.variables[name]
        node = {"id": len(self.maker.nodes), "labels": [], "properties": {}}
        while self.eat(r"[:&]"):
            node["labels"].append(self.need(NAME.pattern).group(1).strip("`"))
        node["properties"] = self.properties()
        self.need(r"\)")
        self.maker.nodes.append(node)
        if name:
            self.variables[name] = node
        return node

    def properties(self):
        if not self.sees(r"\{"):
            return {}
        self.need(r"\{")
        start, depth, quote = self.at, 1, None
        while depth:
            c = self.text[self.at]
            if quote:
                quote = None if c == quote else quote
            elif c in "'\"":
                quote = c
            else:
                depth += (c in "{[(") - (c in "}])")
            self.at += 1
        properties = {}
        for item in items_of(self.text[start : self.at - 1]):
            key, value = item.split(":", 1)
            value = self.maker.value(value.strip())
            if value is not None:
                properties[key.strip().strip("`")] = value
        return properties

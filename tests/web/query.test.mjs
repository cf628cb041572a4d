// The workbench's own reading of queries, held against what one expects to see, without a browser.
// node --test tests/web/query.test.mjs, after npm ci in server/web.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const repository = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const web = join(repository, "server", "web");
const { build } = createRequire(join(web, "package.json"))("esbuild");

async function room(name) {
  const { outputFiles } = await build({ entryPoints: [join(web, "query", `${name}.ts`)], bundle: true, format: "esm", target: "es2022", charset: "utf8", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}
const [{ tokensOf, step, start, parametersIn, KEYWORDS }, { completionAt }, places, values, past, parameters, { examplesOf }, { FUNCTIONS }] = await Promise.all(
  ["tokens", "completion", "places", "values", "past", "parameters", "examples", "functions"].map(room));

const roles = (text) => tokensOf(text).filter((one) => one.role !== "symbol").map((one) => `${one.role} ${one.text}`);
const roleOf = (text, word) => tokensOf(text).find((one) => one.text === word)?.role;

test("each name has the role of its place", () => {
  assert.deepEqual(roles("MATCH (a:Article {num: $n})-[r:REFERS_TO|USES*1..3]->(b) WHERE a.num <> 'x' RETURN count(b) AS hits // so"), [
    "keyword MATCH", "variable a", "label Article", "property num", "parameter $n", "variable r", "type REFERS_TO", "type USES", "number 1", "number 3", "variable b",
    "keyword WHERE", "variable a", "property num", "string 'x'", "keyword RETURN", "function count", "variable b", "keyword AS", "variable hits", "comment // so"]);
});
for (const [name, query, word, role] of [
  ["a keyword in any case", "match (n) return n", "match", "keyword"],
  ["a property that is spelled as a keyword", "MATCH (n) RETURN n.end", "end", "property"],
  ["a key of a map that is spelled as a keyword", "RETURN {limit: 1}", "limit", "property"],
  ["a value in a map", "RETURN {a: b}", "b", "variable"],
  ["a label in a predicate", "MATCH (n) WHERE n:Article RETURN n", "Article", "label"],
  ["a label in a subquery's braces", "MATCH (n) RETURN EXISTS { MATCH (m:Point) WHERE m:Article }", "Article", "label"],
  ["what follows the bar of a comprehension", "RETURN [x IN list | y]", "y", "variable"],
  ["count of a subquery", "RETURN COUNT { (a)-->() }", "COUNT", "keyword"],
  ["a variable called count", "WITH 1 AS count RETURN count", "count", "variable"],
  ["a procedure", "CALL treaty.paths('a', 'b')", "paths", "function"],
  ["names in other scripts", "MATCH (étoile:Статья) RETURN étoile", "Статья", "label"],
  ["true", "RETURN true", "true", "constant"],
]) test(`${name}: ${role}`, () => assert.equal(roleOf(query, word), role));

test("what has no end reaches to the end", () => {
  for (const [query, role] of [["RETURN 'abc", "string"], ["RETURN /* abc", "comment"], ["RETURN `abc", "variable"], ["RETURN 'a\\'b", "string"], ["RETURN '\\", "string"]]) {
    const last = tokensOf(query).at(-1);
    assert.deepEqual([last.role, last.to], [role, query.length], query);
  }
});

/// As an editor colours: line after line with the state that the one before left.
function byLine(text) {
  const found = [];
  let state = start;
  let from = 0;
  for (const line of text.split("\n")) {
    for (let at = 0; at < line.length;) {
      const next = step(line, at, state);
      for (let i = at; i < next.to; ++i) found[from + i] = next.role;
      at = next.to;
      state = next.state;
    }
    from += line.length + 1;
  }
  return found;
}

test("read line by line, a query has the roles that it has as a whole", () => {
  const parts = ["MATCH ", "(a:Article ", "{num: 1}", ")", "-[:X|Y]->", "\n", "'two\nlines'", "/* a\nb */", "// c\n", "`q\nn`", " RETURN ", "a.b", "$p", "f(1.5)", "[x IN l | x]", ",", " WHERE ", "\\", "é😀", "\""];
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 3000; ++round) {
    const text = Array.from({ length: 1 + random(9) }, () => parts[random(parts.length)]).join("");
    const tokens = tokensOf(text);
    let end = 0;
    for (const token of tokens) {
      assert.ok(token.from >= end && token.to > token.from, text);
      assert.equal(text.slice(end, token.from).trim(), "", text);
      end = token.to;
    }
    const lines = byLine(text);
    const open = tokens.filter((one) => ["string", "comment"].includes(one.role));
    for (const token of open) for (let at = token.from; at < token.to; ++at) if (text[at] !== "\n") assert.equal(lines[at], token.role, JSON.stringify(text));
  }
});

test("the lists of words are the server's own", () => {
  const read = (path) => readFileSync(join(repository, "queries", "cypher", path), "utf8");
  const table = [...readdirSync(join(repository, "queries", "cypher", "functions")).filter((name) => name.endsWith(".cpp")).map((name) => read(`functions/${name}`)).join("").matchAll(/"([a-zA-Z0-9_]+(?:\.[a-zA-Z]+)?)", \d+, (?:\d+|kMany)/g), ...read("functions/aggregates.cpp").matchAll(/\{"([a-z]+)", \d, make</g)].map((one) => one[1].toLowerCase());
  const ours = new Set(FUNCTIONS.map((one) => one.name.toLowerCase()));
  assert.ok(table.length > 60);
  assert.deepEqual(table.filter((name) => !ours.has(name) && name !== "lower" ), []);
  const parser = readdirSync(join(repository, "queries", "cypher", "language")).filter((name) => name.startsWith("parser") && name.endsWith(".cpp")).map((name) => read(`language/${name}`)).join("");
  const said = (word) => parser.includes(`"${word}"`) || parser.includes(` ${word}`);
  assert.deepEqual([...KEYWORDS].filter((word) => !said(word)), []);
});

const properties = (...names) => names.map((name) => ({ name, count: 1, kinds: ["string"] }));
const names = {
  labels: [{ name: "Article", count: 9, properties: properties("num", "heading") }, { name: "State", count: 3, properties: properties("iso") }],
  types: [{ name: "REFERS_TO", count: 5, properties: properties("mode") }, { name: "odd type", count: 1, properties: [] }],
  procedures: [{ name: "treaty.cite", signature: "treaty.cite(citation :: STRING?) :: (node :: NODE?, exact :: BOOLEAN?)", description: "" }, { name: "db.labels", signature: "db.labels() :: (label :: STRING?)", description: "" }],
};
/// The caret is the bar.
function offered(marked, more = {}) {
  const at = marked.indexOf("‸");
  const found = completionAt(marked.replace("‸", ""), at, names, more.parameters, more.asked);
  return found && { from: found.from, labels: found.options.map((one) => one.label), apply: found.options.map((one) => one.apply) };
}
for (const [name, query, ...wanted] of [
  ["labels in a node", "MATCH (a:‸)", "Article", "State"],
  ["labels in a node half written", "MATCH (a:Art‸)", "Article", "State"],
  ["labels in a predicate", "MATCH (a) WHERE a:‸", "Article", "State"],
  ["types in a relationship", "MATCH (a)-[:‸]->()", "REFERS_TO", "odd type"],
  ["types after a bar", "MATCH (a)-[r:REFERS_TO|‸]->()", "REFERS_TO", "odd type"],
  ["properties of the variable's label", "MATCH (a:Article) RETURN a.‸", "key", "num", "heading"],
  ["properties of the variable's type", "MATCH ()-[r:REFERS_TO]->() RETURN r.m‸", "key", "mode"],
  ["properties of anything", "MATCH (a) RETURN a.‸", "key", "num", "heading", "iso", "mode"],
  ["properties in a pattern", "MATCH (a:State {‸})", "key", "iso"],
  ["procedures", "CALL ‸", "treaty.cite", "db.labels"],
  ["procedures half written", "CALL treaty.c‸", "treaty.cite", "db.labels"],
]) test(`offers ${name}`, () => assert.deepEqual(offered(query).labels, wanted));

test("offers what a procedure yields", () => assert.deepEqual(offered("CALL treaty.cite('x') YIELD ‸").labels.slice(0, 2), ["node", "exact"]));
test("offers variables of the query, whole clauses and functions", () => {
  const { labels, from } = offered("MATCH (article:Article) RETURN ar‸");
  assert.equal(from, 31);
  for (const word of ["article", "RETURN", "ORDER BY", "count"]) assert.ok(labels.includes(word), word);
});
test("offers names of parameters after $", () => assert.deepEqual(offered("RETURN $‸", { parameters: ["n"] }).labels, ["n"]));
test("offers nothing in strings, comments and numbers", () => {
  for (const query of ["RETURN 'a:‸'", "RETURN 'a:‸", "RETURN 1 // x‸", "RETURN /* x‸", "RETURN 12‸", "RETURN 1.‸"]) assert.equal(offered(query), null, query);
});
test("offers nothing before a letter, unless it is asked", () => {
  assert.equal(offered("MATCH (a) ‸"), null);
  assert.ok(offered("MATCH (a) ‸", { asked: true }).labels.includes("RETURN"));
});
test("names that are no names are quoted", () => assert.ok(offered("MATCH ()-[:‸]->()").apply.includes("`odd type`")));

test("an error's place is counted in bytes there and in UTF-16 here", () => {
  const text = 'RETURN "ü😀é" + b';
  assert.deepEqual(places.placeOf(text, { offset: 20, length: 1 }), { from: text.indexOf("b"), to: text.length });
  assert.deepEqual(places.lineAndColumn(text, text.indexOf("b")), { line: 1, column: 16 });
  for (let at = 0; at <= text.length; ++at) {
    if (at === text.indexOf("😀") + 1) continue;
    assert.equal(places.indexOfByte(text, Buffer.byteLength(text.slice(0, at))), at);
  }
});
test("an error at the end of a query has something to underline", () => {
  assert.deepEqual(places.placeOf("RETURN (\n", { offset: 9, length: 1 }), { from: 7, to: 8 });
  assert.deepEqual(places.placeOf("", { offset: 0, length: 1 }), { from: 0, to: 0 });
});
test("a message is said without its drawing and its kind", () =>
  assert.equal(places.messageOf("SyntaxError (UndefinedVariable): `b` is not defined; did you mean `a`?\nline 1, column 26\n  MATCH\n   ^"), "`b` is not defined; did you mean `a`?"));

const warned = (text, message) => {
  const { places: found, instead } = places.warningIn(text, message);
  return { found: found.map(({ from, to }) => text.slice(from, to)), instead };
};
test("a warning stands where its name stands", () => {
  const text = "MATCH (num:Artcle {num: 'num'})-[:REFER_TO]->(x:Artcle) RETURN num.numm";
  assert.deepEqual(warned(text, "no node has the label Artcle in this graph; did you mean Article?"), { found: ["Artcle", "Artcle"], instead: "Article" });
  assert.deepEqual(warned(text, "no relationship has the type REFER_TO in this graph; did you mean REFERS_TO?"), { found: ["REFER_TO"], instead: "REFERS_TO" });
  assert.deepEqual(warned(text, "no node or relationship has the property numm in this graph; did you mean num?"), { found: ["numm"], instead: "num" });
  assert.deepEqual(warned(text, "no node has the label Bcd in this graph"), { found: [], instead: null });
  assert.deepEqual(warned(text, "a treaty is cited and not loaded"), { found: [], instead: null });
});
test("what is meant is read out of a message", () => {
  assert.equal(places.suggestionIn("no function strat(); did you mean sqrt()?"), "sqrt");
  assert.equal(places.suggestionIn("`b` is not defined; did you mean `a`?"), "a");
  assert.equal(places.suggestionIn("`b` is not defined"), null);
  assert.deepEqual(places.namePlace("RETURN strat(1)", { from: 7, to: 15 }), { from: 7, to: 12 });
});

const node = { key: "x:art_1", title: "article 1", labels: ["Provision", "Article"], properties: {} };
const other = { ...node, key: "x:art_2", title: "article 2" };
const cites = { id: "x:art_2>REFERS_TO>x:art_1", type: "REFERS_TO", from: "x:art_2", to: "x:art_1", properties: {} };
test("values are known for what they are", () => {
  assert.deepEqual([null, true, 1, 5n, "a", node, cites, { length: 1, nodes: [node], relationships: [] }, [1], { key: 1 }].map((one) => values.valueOf(one).is),
    ["null", "boolean", "number", "number", "text", "node", "relationship", "path", "list", "map"]);
});
test("a node is known although the server says more of it", () => assert.equal(values.valueOf({ ...node, citation: "art. 1", degree: 3 }).is, "node"));
test("a map that has some of a node's names is a map", () => assert.equal(values.valueOf({ key: "x", title: "y", labels: "z", properties: {} }).is, "map"));
test("a path reads in the order of its steps, each arrow as it points", () =>
  assert.equal(values.inWords({ length: 1, nodes: [node, other], relationships: [cites] }), "article 1 <-REFERS_TO- article 2"));
test("lists and maps read as written", () => assert.equal(values.inWords([1, null, { a: node, b: ["x"] }]), "[1, null, {a: article 1, b: [x]}]"));
test("a column of numbers is one although some are missing", () => {
  assert.equal(values.isNumeric([[1], [null], [2.5]], 0), true);
  assert.equal(values.isNumeric([[1], ["2"]], 0), false);
  assert.equal(values.isNumeric([[null]], 0), false);
});
test("no digit of a long number is lost, there and back", () => {
  const text = '{"a":9223372036854775807,"b":-9007199254740993,"c":"9223372036854775807","d":1.5,"e":1234567890123456789e3,"f":["x\\"9223372036854775807",9007199254740991]}';
  const read = values.readJson(text);
  assert.deepEqual([read.a, read.b, read.c, read.f], [9223372036854775807n, -9007199254740993n, "9223372036854775807", ['x"9223372036854775807', 9007199254740991]]);
  assert.ok(values.writeJson(read).includes('"a": 9223372036854775807,'));
  assert.ok(values.writeJson(read).includes('"c": "9223372036854775807"'));
});

test("history: the last first, each once, fifty", () => {
  let list = [];
  for (let i = 0; i < 60; ++i) list = past.withAsked(list, { query: `RETURN ${i}`, parameters: "" });
  assert.equal(list.length, 50);
  list = past.withAsked(list, { query: "RETURN 30", parameters: "" });
  assert.deepEqual([list.length, list[0].query, list.filter((one) => one.query === "RETURN 30").length], [50, "RETURN 30", 1]);
  assert.deepEqual(past.readPast(JSON.stringify(list)), list);
  for (const spoilt of [null, "", "{", "[1, {}]", '{"a": 1}']) assert.deepEqual(past.readPast(spoilt), []);
});

test("parameters are an object or nothing", () => {
  assert.deepEqual(parameters.readParameters(' {"a": 1} ').names, ["a"]);
  assert.deepEqual(parameters.readParameters(""), { names: [], json: "{}", error: null });
  for (const text of ["[1]", "1", "null", "{a: 1}"]) assert.ok(parameters.readParameters(text).error, text);
});
test("parameters that a query names and nothing is given for are added", () => {
  assert.deepEqual(parametersIn("MATCH (n {a: $a}) WHERE n.b = $`b c` AND '$d' <> $a RETURN n // $e"), ["a", "b c"]);
  assert.deepEqual(JSON.parse(parameters.withMissing('{"a": 1}', ["a", "b c"])), { a: 1, "b c": "" });
  assert.deepEqual(JSON.parse(parameters.withMissing("", ["a"])), { a: "" });
  assert.deepEqual(JSON.parse(parameters.withMissing("{}", ["a"])), { a: "" });
  assert.equal(parameters.withMissing("{", ["a"]), "{");
});

const counted = (name, ...of) => ({ name, count: 1, properties: properties(...of) });
test("examples speak of what is loaded and of nothing else", () => {
  const some = examplesOf({ labels: [counted("Article"), counted("Provision")], types: [counted("REFERS_TO", "mode")], procedures: [] }, 'a"b');
  assert.ok(some.length >= 4 && some.some((one) => one.query.includes('"a\\"b"')));
  assert.ok(!some.some((one) => /Safeguard|quote/.test(one.query)));
  assert.deepEqual(examplesOf({ labels: [], types: [], procedures: [] }, "").map((one) => one.title), ["How many of each kind of thing there are"]);
});

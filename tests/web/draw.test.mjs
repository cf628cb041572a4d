// The parts of the drawing that need no browser. `node --test tests/web/draw.test.mjs`, once server/web has its packages (npm ci).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const web = fileURLToPath(new URL("../../server/web/", import.meta.url));
const { build } = createRequire(`${web}package.json`)("esbuild");
const rooms = ["graph", "choose", "labels", "state", "exports", "kinds", "scene", "cluster", "lines"];
const { outputFiles: [bundle] } = await build({
  stdin: { contents: rooms.map((room) => `export * as ${room} from "./${room}";`).join("\n"), resolveDir: `${web}draw`, loader: "ts" },
  bundle: true, format: "esm", target: "es2022", write: false,
});
const { graph, choose, labels, state, exports: files, kinds, scene, cluster, lines } = await import(`data:text/javascript;base64,${Buffer.from(bundle.text).toString("base64")}`);

const provision = (key, more = {}) => ({ key, title: key, labels: ["Provision", "Article"], properties: {}, ...more });
const line = (from, to, type = "REFERS_TO", properties = {}) => ({ id: `${from}>${type}>${to}`, type, from, to, properties });
const graphOf = (...lines) => {
  const relationships = lines.map((text) => line(...text.split(" ")));
  return { nodes: [...new Set(relationships.flatMap(({ from, to }) => [from, to]))].map((key) => provision(key)), relationships };
};
// Numbers that look like chance and are the same each time.
function numbers(seed) {
  let now = seed;
  return (below) => {
    now = (Math.imul(now, 1664525) + 1013904223) >>> 0;
    return Math.floor((now / 2 ** 32) * below);
  };
}
function someGraph(seed, count, lines) {
  const next = numbers(seed);
  const keys = Array.from({ length: count }, (_, index) => `t:art_${index}`);
  const relationships = new Map();
  for (let at = 0; at < lines; ++at) {
    const one = line(keys[next(count)], keys[next(count)]);
    relationships.set(one.id, one);
  }
  return { nodes: keys.map((key) => provision(key)), relationships: [...relationships.values()] };
}
function shuffled({ nodes, relationships }, seed) {
  const next = numbers(seed);
  const mixed = (all) => all.map((one) => [next(1e9), one]).sort((a, b) => a[0] - b[0]).map(([, one]) => one);
  return { nodes: mixed(nodes), relationships: mixed(relationships) };
}

test("reads what the API writes, and leaves out lines without ends", () => {
  const read = graph.graphOf({ data: { snapshot: "x" }, elements: {
    nodes: [{ data: { id: "t:art_1", label: "article 1 (Scope)", labels: ["Provision", "Article"], properties: { treaty: "t" }, citation: "art. 1", hidden_neighbours: 3 } },
      { data: { id: "t:art_2", label: "article 2", kind: "Article" } }, { data: {} }, null],
    edges: [{ data: { id: "a", source: "t:art_1", target: "t:art_2", label: "REFERS_TO", properties: { quote: "q" } } }, { data: { id: "b", source: "t:art_1", target: "gone", label: "X" } }],
  } });
  assert.deepEqual(read.nodes.map(({ key, citation, treaty, labels: kind, hiddenNeighbours }) => [key, citation, treaty, kind, hiddenNeighbours]),
    [["t:art_1", "art. 1", "t", ["Provision", "Article"], 3], ["t:art_2", undefined, undefined, ["Article"], undefined]]);
  assert.deepEqual(read.relationships.map(({ id, type, properties }) => [id, type, properties.quote]), [["a", "REFERS_TO", "q"]]);
  for (const nothing of [null, 3, "x", {}, { elements: [] }, { elements: { nodes: 5 } }]) assert.deepEqual(graph.graphOf(nothing), { nodes: [], relationships: [] });
});

test("draws the nearest first, then the most connected, then by key", () => {
  const drawn = graphOf("c b", "c a", "a far1", "a far2", "b far3", "alone1 alone2");
  assert.deepEqual(choose.inOrder(drawn, "c"), ["c", "a", "b", "far1", "far2", "far3", "alone1", "alone2"]);
  assert.deepEqual([...choose.firstNodes(drawn, "c", 3)], ["c", "a", "b"]);
  assert.equal(choose.inOrder(drawn, "not there")[0], "a");
});

test("the order of an answer does not change what is drawn, nor where", () => {
  for (let seed = 1; seed <= 20; ++seed) {
    const one = someGraph(seed, 60, 90), other = shuffled(one, seed + 100);
    assert.deepEqual(choose.inOrder(one, "t:art_3"), choose.inOrder(other, "t:art_3"));
    assert.equal(choose.shapeOf(one), choose.shapeOf(other));
  }
  const question = { shape: "clustered", centre: 0, nodes: Array.from({ length: 40 }, () => ({ width: 40, radius: 9 })), lines: Array.from({ length: 39 }, (_, index) => [index >> 1, index + 1]) };
  assert.deepEqual(cluster.clustered(question), cluster.clustered(question));
});

test("every node is drawn once, whatever the graph", () => {
  for (let seed = 1; seed <= 40; ++seed) {
    const one = someGraph(seed, 1 + seed, seed * 2);
    const order = choose.inOrder(one, "t:art_0");
    assert.equal(new Set(order).size, one.nodes.length);
    assert.equal(order.length, one.nodes.length);
    assert.equal(choose.ringed(order).size, order.length);
  }
});

test("layers are for what leads one way in steps, clusters for hubs and circles", () => {
  assert.equal(choose.shapeOf(graphOf("a b", "a c", "b d", "c d", "d e")), "layered");
  assert.equal(choose.shapeOf(graphOf("a b", "b c", "c a", "c b", "b a")), "clustered");
  assert.equal(choose.shapeOf(graphOf(...Array.from({ length: 90 }, (_, index) => `hub n${index}`))), "clustered");
  assert.equal(choose.shapeOf(graphOf("a b DEPENDS_ON", "b a DEPENDS_ON", "b c DEPENDS_ON")), "layered");
  assert.equal(choose.shapeOf({ nodes: [provision("a")], relationships: [] }), "clustered");
});

test("an arrow key leads to what lies that way, and somewhere wherever there is something", () => {
  const places = new Map([["here", { x: 0, y: 0 }], ["right", { x: 50, y: 10 }], ["further", { x: 90, y: 0 }], ["up", { x: 5, y: -40 }]]);
  assert.equal(choose.towards("ArrowRight", "here", places), "right");
  assert.equal(choose.towards("ArrowRight", "right", places), "further");
  assert.equal(choose.towards("ArrowUp", "here", places), "up");
  assert.equal(choose.towards("ArrowDown", "here", places), undefined);
  assert.equal(choose.towards("Enter", "here", places), undefined);
});

test("expanding brings neighbours without moving anything, and what is removed is gone", () => {
  const whole = graphOf("c a", "a b", "b d"), view = { limit: 2, removed: [], expanded: ["a"], pinned: {}, hidden: [] };
  const first = choose.firstNodes(whole, "c", 2);
  const keys = (given) => given.nodes.map(({ key }) => key).sort();
  assert.deepEqual(keys(choose.drawnIn(whole, first, new Map(), view)), ["a", "b", "c"]);
  const brought = new Map([["a", graphOf("new a", "a b")]]);
  assert.deepEqual(keys(choose.drawnIn(whole, first, brought, view)), ["a", "b", "c", "new"]);
  assert.deepEqual(keys(choose.drawnIn(whole, first, brought, { ...view, removed: ["b"] })), ["a", "c", "new"]);
  assert.deepEqual(keys(choose.drawnIn(whole, first, brought, { ...view, expanded: [] })), ["a", "c"]);
  const laidOut = new Map([["c", { x: 0, y: 0 }], ["a", { x: 70, y: 0 }]]);
  const places = choose.placesIn(whole, laidOut, brought, { ...view, pinned: { c: { x: 5, y: 6 } } });
  assert.deepEqual(places.get("a"), { x: 70, y: 0 });
  assert.deepEqual(places.get("c"), { x: 5, y: 6 });
  for (const key of ["b", "new"]) for (const other of ["a", "c"]) assert.ok(Math.hypot(places.get(key).x - laidOut.get(other).x, places.get(key).y - laidOut.get(other).y) > 40);
});

test("names keep what tells them apart", () => {
  const nodes = [
    provision("uncc:art_28__para_3", { citation: "art. 28(3)", treaty: "uncc" }), provision("uncc:art_28", { citation: "art. 28", treaty: "uncc" }),
    provision("budapest:art_28__para_3", { citation: "art. 28(3)", treaty: "budapest" }), provision("uncc@2023-05:art_9", { citation: "art. 9" }),
    { key: "statement:a", title: "National statement", labels: ["Statement"], properties: {} }, { key: "statement:b", title: "National statement", labels: ["Statement"], properties: {} },
    { key: "state:CAN", title: "Canada", labels: ["State"], properties: {} }, { key: "state:FRA", title: "France", labels: ["State"], properties: {} },
    { key: "treaty:x", title: "Convention on the very long name that nobody reads to its end, first protocol", labels: ["Treaty"], properties: {} },
    { key: "treaty:y", title: "Convention on the very long name that nobody reads to its end, second protocol", labels: ["Treaty"], properties: {} },
  ];
  const relationships = [line("state:CAN", "statement:a", "MADE"), line("state:FRA", "statement:b", "MADE")];
  const named = labels.labelsOf(nodes, { centre: "uncc:art_28", relationships, treatyName: (slug) => slug.toUpperCase() });
  assert.equal(named.get("uncc:art_28"), "art. 28");
  assert.equal(named.get("uncc:art_28__para_3"), "art. 28(3)");
  assert.equal(named.get("budapest:art_28__para_3"), "art. 28(3), BUDAPEST");
  assert.equal(named.get("uncc@2023-05:art_9"), "art. 9, UNCC@2023-05");
  assert.equal(named.get("statement:a"), "National statement, Canada");
  assert.equal(named.get("statement:b"), "National statement, France");
  assert.match(named.get("treaty:x"), /first protocol$/);
  assert.match(named.get("treaty:y"), /second protocol$/);
  assert.equal(new Set(named.values()).size, nodes.length);
});

test("no two nodes have the same name, however alike they are", () => {
  const next = numbers(7);
  const nodes = Array.from({ length: 300 }, (_, index) => provision(`t${next(4)}:art_${next(9)}__para_${index}`, { title: `article ${next(3)} (${"Same ".repeat(next(12))})`, citation: `art. ${next(9)}` }));
  assert.equal(new Set(labels.labelsOf(nodes).values()).size, nodes.length);
});

test("names never lie on each other, and the most connected are told", () => {
  const overlap = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  for (let seed = 1; seed <= 30; ++seed) {
    const next = numbers(seed);
    const all = Array.from({ length: 200 }, (_, index) => ({ key: `n${index}`, x: next(900), y: next(600), radius: 4 + next(9), width: 20 + next(150), height: 15, rank: next(40), isBelow: next(2) === 0, isAbove: index < 2 }));
    all[0].rank = 1000;
    const bounds = { x: -200, y: -50, width: 1300, height: 700 };
    const placed = labels.placeLabels(all, bounds);
    assert.ok(placed.some(({ key }) => key === "n0"));
    placed.forEach((one, index) => {
      placed.slice(index + 1).forEach((other) => assert.ok(!overlap(one, other), `${one.key} lies on ${other.key}`));
      assert.ok(one.x >= bounds.x && one.x + one.width <= bounds.x + bounds.width);
      if (["n0", "n1"].includes(one.key)) return;
      for (const node of all) {
        const disc = { x: node.x - node.radius, y: node.y - node.radius, width: 2 * node.radius, height: 2 * node.radius };
        assert.ok(node.key === one.key || !overlap(one, disc), `${one.key} lies on the node ${node.key}`);
      }
    });
    assert.deepEqual(placed, labels.placeLabels([...all].reverse(), bounds));
  }
});

test("a state comes back from its text as it was", () => {
  const full = { view: { limit: 1000, removed: ["uncc@2023-05:art_1"], expanded: ["a,b~c", "d"], pinned: { "uncc:art_2": { x: -12, y: 40 }, "x@y": { x: 0, y: 0 } }, hidden: ["Article", "REFERS_TO"] },
    camera: { zoom: 1.25, x: 10, y: -20 }, chosen: "état:é & ?" };
  const text = state.encodeState(full, 150);
  assert.deepEqual(state.decodeState(text, 150), full);
  assert.doesNotMatch(text, /[\s&?#+]/);
  assert.equal(state.encodeState(state.decodeState("", 150), 150), "");
  for (const odd of ["~~~", "n-5~zNaN@1@2~pkey@x@y", "%E0%A4%A", "n1e9", "z1@2", undefined]) {
    const { view, camera } = state.decodeState(odd, 150);
    assert.ok(view.limit >= 150 && view.limit <= 100_000);
    assert.deepEqual(view.pinned, {});
    assert.equal(camera, undefined);
  }
});

test("undo and redo go back and forth, and a new step forgets what was undone", () => {
  const view = (limit) => ({ limit, removed: [], expanded: [], pinned: {}, hidden: [] });
  let history = state.step(state.step(state.begin(view(1)), view(2)), view(3));
  history = state.undo(state.undo(state.undo(history)));
  assert.equal(history.now.limit, 1);
  history = state.redo(history);
  assert.equal(history.now.limit, 2);
  history = state.step(history, view(4));
  assert.equal(state.redo(history).now.limit, 4);
  assert.equal(state.undo(history).now.limit, 2);
});

test("lines between the same two nodes lie beside each other, and are met where they are drawn", () => {
  const both = [{ id: "1", from: "a", to: "b" }, { id: "2", from: "b", to: "a" }, { id: "3", from: "a", to: "c" }];
  const shifts = lines.shiftsOf(both);
  assert.equal(shifts.get("3"), 0);
  const [a, b] = [{ x: 0, y: 0, radius: 5 }, { x: 100, y: 0, radius: 5 }];
  const runs = [lines.runOf(a, b, shifts.get("1")), lines.runOf(b, a, shifts.get("2"))];
  assert.ok(runs[0].bends[0].y * runs[1].bends[0].y < 0);
  const straight = lines.runOf(a, b, 0);
  assert.deepEqual(straight, { start: { x: 5, y: 0 }, bends: [], end: { x: 95, y: 0 } });
  assert.equal(lines.distanceTo({ x: 50, y: 4 }, straight), 4);
  assert.ok(lines.distanceTo({ x: 50, y: runs[0].bends[0].y / 2 }, runs[0]) < 1);
  for (const run of [...runs, lines.runOf(a, a, 0)]) assert.match(scene.linePath(run.start, run.bends, run.end), /^M[-\d. ]+[LQC][-\d. ]+$/);
});

const told = { nodes: [provision("t:art_1", { title: 'article 1 <"&> \u0000', properties: { depth: 1, summary: "=HYPERLINK(1), \"x\"" } }), provision("t:art_2", { properties: { depth: "deep" } })],
  relationships: [line("t:art_1", "t:art_2", "REFERS_TO", { quote: "in accordance\nwith", mode: "in_accordance_with", count: 2 })] };
const names = new Map([["t:art_1", "art. 1"], ["t:art_2", "art. 2"]]);

test("GraphML declares what it uses and escapes what it says", () => {
  const text = files.graphmlOf(told, names);
  const declared = new Set([...text.matchAll(/<key id="([^"]+)"/g)].map(([, id]) => id));
  const used = [...text.matchAll(/<data key="([^"]+)"/g)].map(([, id]) => id);
  assert.ok(used.length > 6 && used.every((id) => declared.has(id)));
  assert.match(text, /article 1 &lt;&quot;&amp;&gt; </);
  assert.match(text, /id="node_depth" for="node" attr.name="depth" attr.type="string"/);
  assert.match(text, /<edge id="t:art_1&gt;REFERS_TO&gt;t:art_2" source="t:art_1" target="t:art_2">/);
});

test("CSV quotes, and no spreadsheet runs it", () => {
  assert.equal(files.relationshipsCsv(told, names), 'from,from_name,type,in_words,to,to_name,quote\r\nt:art_1,art. 1,REFERS_TO,in accordance with,t:art_2,art. 2,"in accordance\nwith"\r\n');
  assert.ok(files.nodesCsv(told, names).includes("\"'=HYPERLINK(1), \"\"x\"\"\""));
});

test("JSON has names and places", () => {
  const read = JSON.parse(files.jsonOf(told, names, new Map([["t:art_1", { x: 1, y: 2 }]])));
  assert.deepEqual(read.nodes.map(({ name, position }) => [name, position]), [["art. 1", { x: 1, y: 2 }], ["art. 2", undefined]]);
});

test("SVG has every node, line and name, and no script or style", () => {
  const picture = { width: 100, height: 50, paper: "#fff", ink: "#000", line: "#888", font: '"Sans", serif', size: 12, title: "a < b",
    lines: [{ path: scene.linePath({ x: 0, y: 0 }, [], { x: 10, y: 0 }), width: 1, dash: [2, 3], head: scene.arrowHead({ x: 0, y: 0 }, { x: 10, y: 0 }, 4) }],
    nodes: [{ key: "a", colour: "#123", path: kinds.outline("star", 5, 5, 4) }, { key: "b", colour: "#456", path: kinds.outline("ellipse", 9, 9, 4), ring: kinds.outline("ellipse", 9, 9, 8) }],
    labels: [{ text: "art. 1 & 2", x: 1, y: 2, strong: true }] };
  const text = files.svgOf(picture);
  assert.match(text, /<title>a &lt; b<\/title>/);
  assert.match(text, />art. 1 &amp; 2<\/text>/);
  assert.match(text, /stroke-dasharray="2 3"/);
  assert.equal([...text.matchAll(/fill="#(123|456)"/g)].length, 2);
  assert.doesNotMatch(text, /<style|<script|NaN|undefined/);
});

test("every kind can be told from the paper, in light and dark", () => {
  const tokens = readFileSync(`${web}design/tokens.css`, "utf8");
  const turn = tokens.search(/@media[^{]*\(prefers-color-scheme: dark\)/);
  assert.ok(turn > 0, "no colours for the dark");
  const [light, dark] = [tokens.slice(0, turn), tokens.slice(turn)];
  const luminance = (colour) => {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  for (const part of [light, dark]) {
    const of = (name) => new RegExp(`${name}: (#[0-9a-f]{6})`).exec(part)?.[1] ?? assert.fail(`${name} has no colour`);
    const kindNames = ["Treaty", "Division", "Article", "Paragraph", "Point", "Recital", "Offence", "Power", "Safeguard", "Term", "State", "Organization", "Statement", "Event", "Something"];
    for (const name of [...kindNames.map(kinds.colourOfKind), "--rule-strong"]) {
      const [high, low] = [luminance(of("--paper")), luminance(of(name))].sort((a, b) => b - a);
      assert.ok((high + 0.05) / (low + 0.05) >= 3, `${name} is too close to the paper`);
    }
  }
});

// The parts of answers that need no browser. `node --test tests/web/ask.test.mjs`, once server/web has its packages (npm ci).
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

const web = fileURLToPath(new URL("../../server/web/", import.meta.url));
const { build } = createRequire(`${web}package.json`)("esbuild");
globalThis.location = { href: "http://page/ask/questions" };
globalThis.history = { replaceState() {} };
const rooms = { prose: "ask/prose", compare: "ask/compare", terms: "ask/term_words", line: "ask/signature_line", filters: "ask/filters", names: "names/names", treaties: "api/treaties", registry: "ask/registry" };
const { outputFiles } = await build({
  stdin: { contents: Object.entries(rooms).map(([name, file]) => `export * as ${name} from "./${file}";`).join("\n"), resolveDir: web, loader: "ts" },
  bundle: true, format: "esm", target: "es2022", write: false, outdir: "out", jsx: "automatic", jsxImportSource: "preact",
  loader: { ".css": "empty" },
  plugins: [{ name: "no drawing", setup: (host) => { host.onResolve({ filter: /draw\/drawing$/ }, () => ({ path: "drawing", namespace: "none" })); host.onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "export const Drawing = null;" })); } }],
});
const bundle = outputFiles.find(({ path }) => path.endsWith(".js"));
const { prose, compare, terms, line, filters, names, treaties, registry } = await import(`data:text/javascript;base64,${Buffer.from(bundle.text).toString("base64")}`);

const treaty = (slug, more = {}) => [slug, { key: `treaty:${slug}`, title: `Treaty of ${slug}`, labels: ["Treaty"], properties: {}, loaded: true, provisions: 9, articles: 3, references: 4, signatories: null, ...more }];
treaties.treaties.value = new Map([treaty("uncc", { signatories: 75 }), treaty("uncc@2023-11"), treaty("uncc@2024-05"), treaty("uncc@2021-06", { articles: 0 }), treaty("other")]);

test("what the server says has names for keys, and nothing of parameters", () => {
  const said = prose.readable("1 provisions govern uncc:art_35: they apply to it or to what contains it, or prevail over it; relation=governed_by shows them");
  assert.equal(said, "1 provision governs art. 35 Treaty of uncc: they apply to it or to what contains it, or prevail over it");
  assert.equal(prose.readable("no CORRESPONDS_TO connects other and uncc"), "no known correspondence connects Treaty of other and Treaty of uncc");
  assert.doesNotMatch(prose.readable("event:2026-05-three-ratifications (2026-05) tells of 76 signatories"), /event:/);
});

test("words of other kinds stay as they are", () => {
  const text = "14 references end at a treaty or a part that is not loaded: see https://example.org/a:b";
  assert.equal(prose.readable(text), text);
});

test("of two texts only what stands around a difference is shown, and no difference is lost", () => {
  const long = Array.from({ length: 100 }, (_, index) => `w${index}`).join(" ");
  const runs = [{ in: "both", words: long }, { in: "left", words: "may" }, { in: "right", words: "shall" }, { in: "both", words: long }];
  const short = compare.shortened(runs);
  assert.deepEqual(short.slice(1, 3), runs.slice(1, 3));
  assert.ok(short[0].words.startsWith("… ") && short[0].words.endsWith("w99"));
  assert.ok(short[3].words.startsWith("w0 ") && short[3].words.endsWith(" …"));
  assert.deepEqual(compare.shortened([{ in: "both", words: "the same" }]), [{ in: "both", words: "the same" }]);
});

test("words around a term are whole, and the term is what the text has there", () => {
  const text = "each Party shall adopt what is needed to preserve computer data that are stored by means of a computer system in its territory";
  for (let reach = 0; reach < text.length; ++reach) {
    const start = text.indexOf("computer data");
    const cut = terms.around(text, start, start + 13, reach);
    assert.equal(cut.term, "computer data");
    const told = `${cut.before}${cut.term}${cut.after}`.replaceAll("… ", "").replaceAll(" …", "").trim();
    assert.ok(` ${text} `.includes(` ${told} `), told);
  }
});

test("signatures are counted by date, and what is known by the month stands at its end", () => {
  assert.deepEqual(line.signaturesByDate(["2025-10-26", null, "2025-10", "2025-10-26", ""]), [{ date: "", count: 1 }, { date: "2025-10", count: 1 }, { date: "2025-10-26", count: 2 }]);
  assert.ok(line.timeOf("2025-10") > line.timeOf("2025-10-26"));
  assert.ok(line.timeOf("2025-10") < line.timeOf("2025-11-01"));
  assert.equal(line.timeOf("2024-02"), Date.UTC(2024, 1, 29));
});

test("a filter takes words in any order, and nothing typed keeps all", () => {
  assert.ok(filters.hasWords("Preservation of stored data", "data preserv"));
  assert.ok(!filters.hasWords("Preservation of stored data", "data seizure"));
  assert.ok(filters.hasWords("anything", ""));
});

test("a text in another language is no draft", () => {
  assert.equal(treaties.treatyName("other@fr"), "Treaty of other, in French");
  assert.equal(treaties.treatyName("uncc@2023-11"), "Treaty of uncc, draft of 2023-11");
  assert.deepEqual(["other@fr", "uncc@2023-11", "other"].map(treaties.isDraft), [false, true, false]);
});

test("the number of a point is no heading", () => {
  assert.equal(names.headingOf("article 2 (b)"), "");
  assert.equal(names.headingOf("article 1 (c)(ii)"), "");
  assert.equal(names.headingOf("article 24 (Conditions and safeguards)"), "Conditions and safeguards");
});

test("questions are of what is loaded, and each leads to a view that takes its parameters", () => {
  const offered = (of, slug, labels) => registry.REGISTRY.flatMap((one) => one.offers(registry.atHand(of, slug, (label) => labels.includes(label))));
  const all = [...offered("uncc:art_24", "uncc", ["Power", "Safeguard", "Event", "Statement"]), ...offered("", "other", [])];
  for (const one of all) {
    const url = new URL(one.href, "http://page");
    const entry = registry.REGISTRY.find(({ name }) => url.pathname === `/ask/${name}`);
    assert.ok(entry, one.href);
    for (const name of url.searchParams.keys()) assert.ok(entry.parameters.includes(name), `${one.href}: ${name}`);
  }
  const other = offered("", "other", []).map((one) => one.href).join(" ");
  assert.doesNotMatch(other, /events|statements|critics|coverage/);
  assert.ok(all.some((one) => one.href === "/ask/compare?left=uncc@2024-05&right=uncc"), "the last draft that has articles");
  assert.ok(!all.some((one) => one.href.includes("2021-06")), "a draft without articles is not compared");
});

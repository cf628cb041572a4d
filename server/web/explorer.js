// The explorer: a search box, a treaty's contents, one answer at a time as text and as drawing. What is shown stands in
// the address, so that every view is a permalink.
import { draw, graphOf, labelOf, legend } from "../../queries/formats/web/drawing.js";
import { element, provenance, quote, relationshipWords } from "../../queries/formats/web/elements.js";
import { answerOf, nodeLink, relationshipItem, remember, section, tableOf } from "./answers.js";
import { ask, asGraph, compareView, coverageView, cypherView, dependenciesView, governedView, impactView, nodeTarget, nodeView, pathsView, searchView } from "./ask.js";
import { compare } from "./compare.js";
import { coverage } from "./coverage.js";
import { impact } from "./impact.js";
import { loadedTreaties, slugOf } from "./treaties.js";

const byId = (id) => document.getElementById(id);
const answer = byId("answer");
const stage = document.querySelector(".stage");
const columns = document.querySelector(".columns");
const drawing = draw(byId("drawing"), { onSelect: choose, onOpen: (node) => { location.hash = nodeView(node.key); } });
const kinds = legend(drawing, byId("legend"));
window.drawing = drawing.graph;
let chosenKey = "";

// Of the views that were asked for, only the last may show itself.
let asked = 0;

function show(title, ...parts) {
  answer.replaceChildren(element("h1", {}, title), ...parts.flat().filter(Boolean));
  document.title = `${title} - treatygraph`;
}

function drawGraph(graph, centre, target) {
  const drawn = graph && graph.nodes.length > 0;
  stage.hidden = !drawn;
  columns.classList.toggle("undrawn", !drawn);
  if (!drawn) return;
  drawing.show(graph, centre);
  kinds.update();
  choose({});
  byId("page").hidden = !target;
  if (target) byId("page").href = `${target}${target.includes("?") ? "&" : "?"}format=html`;
}

function choose({ node, relationship }) {
  chosenKey = node ? node.key : "";
  byId("expand").disabled = byId("open").disabled = !node;
  const told = node ? [element("strong", {}, nodeLink(node.key, node.title)), element("p", { class: "quiet" }, `${labelOf(node.labels)} · ${node.key}`),
    node.properties.summary ? element("p", {}, node.properties.summary) : "", provenance(node.properties)]
    : relationship ? [nodeLink(relationship.from), ` ${relationshipWords(relationship)} `, nodeLink(relationship.to),
      quote(relationship.properties), provenance(relationship.properties)]
    : [element("p", { class: "quiet" }, "Choose a node or a line to see what it is; twice opens a node.")];
  byId("chosen").replaceChildren(...told.filter(Boolean));
}

const aroundTarget = (key) => `${nodeTarget(key)}/relationships?parts=true&limit=120`;

async function showNode(key) {
  const [node, relationships, around] = await Promise.all([ask(nodeTarget(key)), ask(aroundTarget(key)), asGraph(aroundTarget(key))]);
  const inside = (one) => one === key || one.startsWith(`${key}__`);
  const others = relationships.relationships.filter((one) => one.type !== "HAS_PART" && one.type !== "REFERS_TO");
  const references = relationships.relationships.filter((one) => one.type === "REFERS_TO");
  const isProvision = node.labels.includes("Provision");
  const graph = graphOf(around);
  remember([node, ...graph.nodes]);
  return () => {
    show(node.title,
      element("p", { class: "crumbs" }, ...node.breadcrumb.map((crumb) => element("span", {}, nodeLink(crumb.key, crumb.title.split("; ")[0]), " ›"))),
      element("p", { class: "quiet" }, `${labelOf(node.labels)} · ${node.key}`),
      node.properties.summary ? element("p", {}, node.properties.summary) : null,
      node.text ? element("blockquote", { class: "official" }, node.text) : null,
      provenance(node.properties),
      isProvision ? element("p", { class: "actions" },
        element("a", { href: dependenciesView(key, "out") }, "What it rests on"),
        element("a", { href: dependenciesView(key, "in") }, "What rests on it"),
        element("a", { href: governedView(key) }, "What governs it"),
        element("a", { href: impactView(key) }, "What would break without it"),
        element("a", { href: coverageView({ rows: key, columns: "Safeguard" }) }, "Which safeguards reach it"),
        element("a", { href: compareView({ right: key.split(":")[0], of: key }) }, "Compare with its drafts"),
        element("a", { href: `#/v1/statements?about=${encodeURIComponent(key)}` }, "What was said about it"),
        element("a", { href: `${nodeTarget(key)}?format=bibtex` }, "Cite (BibTeX)")) : null,
      section("Parts", node.parts.map((part) => element("li", {}, nodeLink(part.key, part.title)))),
      section("Refers to", references.filter((one) => inside(one.from)).map((one) => relationshipItem(one, key))),
      section("Referred to by", references.filter((one) => !inside(one.from)).map((one) => relationshipItem(one, key))),
      section("Other relationships", others.map((one) => relationshipItem(one, key))),
      relationships.next_cursor ? element("p", { class: "notice" }, `The first of ${relationships.total} relationships.`) : null);
    drawGraph(graph, key, aroundTarget(key));
    if (isProvision) byId("from").value = key;
    markContents(key);
  };
}

async function showSearch(words) {
  const target = `/v1/search?q=${encodeURIComponent(words)}`;
  const body = await ask(target);
  return () => {
    byId("q").value = words;
    show(`“${words}”`, answerOf(body, target));
    drawGraph(null);
  };
}

const DRAWN = /^\/v1\/(neighborhood|dependencies|paths|impact|cycles|compare)\b/;

async function showAnswer(target) {
  const drawable = DRAWN.test(target);
  const [body, graph] = await Promise.all([ask(target), drawable ? asGraph(target).catch(() => null) : null]);
  const question = [...document.querySelectorAll("#examples a")].find((link) => link.getAttribute("href") === `#${target}`);
  return () => {
    show(question ? question.textContent : target.replace(/^\/v1\//, ""), answerOf(body, target));
    drawGraph(graph && graphOf(graph), typeof body.of === "string" ? body.of : "", target);
  };
}

async function showCypher(query) {
  const body = await ask("/v1/cypher", { method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query, graph: true, max_rows: 500 }) });
  return () => {
    byId("query").value = query;
    byId("cypher").closest("details").open = true;
    show("openCypher", element("pre", {}, query), element("p", { class: "quiet", role: "status" }, `${body.rows.length} rows`),
      body.truncated ? element("p", { class: "notice" }, body.truncated.reason) : null, tableOf(body));
    drawGraph(body.graph, "", "");
  };
}

async function showStart() {
  const service = await ask("/v1");
  return () => {
    show("Treaty provisions as a graph",
      element("p", {}, "What refers to what, which safeguards reach which powers, who said what about which article: each with the words or the source that shows it."),
      element("p", {}, "Every fact is either ", element("b", {}, "extracted"), " from a text, with its quoted words, or ", element("b", {}, "curated"),
        " by people, with source and confidence. Search, open the contents, or choose a question."),
      section("Treaties", service.treaties.map((key) => element("li", {}, nodeLink(key)))));
    drawGraph(null);
  };
}

const VIEWS = { impact, coverage, compare };

async function showView(view, parameters) {
  const { title, parts, target, graph, centre } = await view(parameters);
  return () => {
    show(title, parts);
    drawGraph(graph && graphOf(graph), centre, target);
  };
}

function viewOf(hash) {
  const [, own, parameters] = hash.match(/^#\/(impact|coverage|compare)(?:\?(.*))?$/s) || [];
  if (own) return showView(VIEWS[own], Object.fromEntries(new URLSearchParams(parameters)));
  const [, view, rest] = hash.match(/^#\/(node|search|cypher)\/(.*)$/s) || [];
  if (view) return { node: showNode, search: showSearch, cypher: showCypher }[view](decodeURIComponent(rest));
  return hash.startsWith("#/v1/") ? showAnswer(hash.slice(1)) : showStart();
}

async function follow() {
  const turn = ++asked;
  answer.setAttribute("aria-busy", "true");
  try {
    const present = await viewOf(location.hash);
    if (turn === asked) present();
  } catch (error) {
    if (turn !== asked) return;
    show("No answer", element("p", { class: "notice", role: "alert" }, error.message));
    drawGraph(null);
  } finally {
    if (turn === asked) answer.setAttribute("aria-busy", "false");
  }
  for (const link of document.querySelectorAll("nav a")) {
    link.getAttribute("href") === location.hash ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
  }
}

// The contents of a treaty, down to its articles.
async function fillContents(slug) {
  const { contents } = await ask(`/v1/treaties/${encodeURIComponent(slug)}`);
  remember(contents);
  byId("contents").replaceChildren(element("ul", {}, ...contents.map((entry) =>
    element("li", { class: entry.depth > 1 ? "deep" : "" }, nodeLink(entry.key, entry.title)))));
}

function markContents(key) {
  const article = key.split("__")[0];
  for (const link of byId("contents").querySelectorAll("a")) {
    if (link.getAttribute("href") === nodeView(article)) link.scrollIntoView({ block: "nearest" });
  }
}

async function describe() {
  const [service, loaded] = await Promise.all([ask("/v1"), loadedTreaties()]);
  byId("snapshot").textContent = `${service.nodes} nodes, ${service.relationships} relationships, snapshot ${service.snapshot.slice(0, 12)}`;
  byId("treaty").replaceChildren(...loaded.map((treaty) =>
    element("option", { value: slugOf(treaty) }, treaty.properties.short_title || treaty.title)));
  const biggest = loaded.reduce((most, one) => (one.articles > most.articles ? one : most), loaded[0]);
  if (!biggest) return;
  byId("treaty").value = slugOf(biggest);
  await fillContents(byId("treaty").value);
}

function onSubmit(id, hash) {
  byId(id).addEventListener("submit", (event) => {
    event.preventDefault();
    const next = hash();
    next === location.hash ? follow() : location.hash = next;
  });
}

onSubmit("search", () => searchView(byId("q").value));
onSubmit("ways", () => pathsView(byId("from").value, byId("to").value));
onSubmit("cypher", () => cypherView(byId("query").value));
byId("treaty").addEventListener("change", () => fillContents(byId("treaty").value));
byId("arrange").addEventListener("click", () => drawing.arrange());
byId("open").addEventListener("click", () => { location.hash = nodeView(chosenKey); });
byId("expand").addEventListener("click", async () => {
  drawing.add(graphOf(await asGraph(aroundTarget(chosenKey))), chosenKey);
  kinds.update();
});
window.addEventListener("hashchange", follow);
describe().catch((error) => { byId("snapshot").textContent = error.message; });
follow();

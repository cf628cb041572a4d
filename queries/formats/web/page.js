// The page of one graph, whole in one file: its drawing, and the same as a list with what shows each fact.
import { draw, graphOf, labelOf, legend } from "./drawing.js";
import { element, provenance, quote, relationshipWords } from "./elements.js";

const { data, ...drawn } = JSON.parse(document.getElementById("graph").textContent);
const { nodes, relationships } = graphOf(drawn);
const centre = nodes.find((node) => node.properties.depth === 0) || nodes[0];
const titles = new Map(nodes.map((node) => [node.key, node.title]));
const outOf = new Map(nodes.map((node) => [node.key, relationships.filter((one) => one.from === node.key)]));

const canvas = element("div", { class: "drawing" });
const kinds = element("div", { class: "legend", "aria-label": "What is drawn", role: "group" });
const found = element("p", { class: "quiet", role: "status" });
const search = element("input", { type: "search", id: "q", autocomplete: "off" });
const items = new Map(nodes.map((node) => [node.key, item(node)]));

function item(node) {
  const said = outOf.get(node.key).map((relationship) => element("li", {},
    element("button", { class: "link", onclick: () => choose(relationship.id) }, relationshipWords(relationship)), " → ",
    element("button", { class: "link", onclick: () => choose(relationship.to) }, titles.get(relationship.to)),
    quote(relationship.properties), provenance(relationship.properties)));
  return element("li", { id: node.key },
    element("button", { class: "link name", onclick: () => choose(node.key) }, node.title),
    element("p", { class: "quiet" }, `${labelOf(node.labels)} · ${node.key}`),
    node.properties.summary || node.properties.text ? element("p", {}, node.properties.summary || node.properties.text) : null,
    said.length ? element("ul", {}, ...said) : null);
}

document.getElementById("page").append(
  element("header", {},
    element("h1", {}, centre ? centre.title : "Nothing was found"),
    element("p", { class: "quiet" }, `${nodes.length} nodes, ${relationships.length} relationships · treatygraph snapshot `,
      element("code", {}, data.snapshot.slice(0, 16)), location.protocol.startsWith("http")
        ? element("a", { href: location.href, rel: "bookmark" }, " permalink") : ""),
    data.truncated ? element("p", { class: "notice" }, `Not whole: ${data.truncated}.`) : null,
    element("form", { role: "search", onsubmit: (event) => event.preventDefault() },
      element("label", { for: "q" }, "Find in this graph"), search, found)),
  element("main", { class: "graph" },
    element("section", { class: "stage", "aria-label": "Drawing" }, canvas, kinds),
    element("section", { class: "list", "aria-label": "List" }, element("ol", {}, ...items.values()))));

const drawing = draw(canvas, { onSelect: ({ node, relationship }) => mark(node ? node.key : relationship.from) });
drawing.show({ nodes, relationships }, centre ? centre.key : "");
legend(drawing, kinds);
window.drawing = drawing.graph;

function mark(key) {
  for (const one of items.values()) one.classList.remove("chosen");
  const chosen = items.get(key);
  if (!chosen) return;
  chosen.classList.add("chosen");
  chosen.scrollIntoView({ block: "nearest" });
}

function choose(id) {
  drawing.select(id);
  if (items.has(id)) {
    mark(id);
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  }
}

search.addEventListener("input", () => {
  const wanted = search.value.trim().toLowerCase();
  const matches = new Set();
  for (const [key, one] of items) {
    const matching = !wanted || one.textContent.toLowerCase().includes(wanted);
    one.hidden = !matching;
    if (matching) matches.add(key);
  }
  drawing.highlight(wanted ? matches : null);
  found.textContent = wanted ? `${matches.size} of ${nodes.length}` : "";
});

if (location.hash) choose(decodeURIComponent(location.hash.slice(1)));

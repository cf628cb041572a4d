// A graph drawn by Cytoscape.js: colours by label, a legend that filters, selection, keys.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import { element, relationshipWords, words } from "./elements.js";

cytoscape.use(fcose);

// Each with white text on it at 4.5:1 or more, and told apart by shape as well.
export const LABELS = {
  Treaty: { colour: "#1f3a5f", shape: "round-rectangle" },
  Division: { colour: "#3d5a80", shape: "round-rectangle" },
  Article: { colour: "#14508c", shape: "ellipse" },
  Paragraph: { colour: "#2f6ea8", shape: "ellipse" },
  Point: { colour: "#4676a3", shape: "ellipse" },
  Recital: { colour: "#5b6b7c", shape: "ellipse" },
  Offence: { colour: "#9b2226", shape: "hexagon" },
  Power: { colour: "#a04a00", shape: "diamond" },
  Safeguard: { colour: "#1e6b3c", shape: "round-pentagon" },
  Term: { colour: "#6a4c93", shape: "round-tag" },
  State: { colour: "#7a5c00", shape: "rectangle" },
  Organization: { colour: "#7b3f61", shape: "rectangle" },
  Statement: { colour: "#8a3d7d", shape: "round-triangle" },
  Event: { colour: "#4f5d2f", shape: "star" },
};
const OTHER = { colour: "#555f6b", shape: "ellipse" };

export const labelOf = (labels) => labels.find((label) => label !== "Provision") || labels[0] || "Node";
export const styleOf = (labels) => LABELS[labelOf(labels)] || OTHER;

// "art. 24(2)" for "article 24, paragraph 2": drawings have little room.
function shortTitle(title) {
  const short = title.replace(/^article (\S+), paragraph (\S+)/, "art. $1($2)").replace(/^article /, "art. ");
  return short.length > 60 ? `${short.slice(0, 58)}…` : short;
}

const treatyOf = (key) => key.split(":")[0];

// A provision of another treaty or draft than `home` is told apart by its name.
function nodeData(node, home) {
  const { colour, shape } = styleOf(node.labels);
  const isAway = node.labels.includes("Provision") && treatyOf(node.key) !== home;
  const away = isAway ? `\n${treatyOf(node.key)}` : "";
  const title = shortTitle(node.title);
  const brief = title.replace(/ \(.*$/, "");
  const data = { label: title + away, brief: (brief.length > 30 ? `${brief.slice(0, 28)}…` : brief) + away };
  return { data: { ...data, id: node.key, colour, shape, kind: labelOf(node.labels), node } };
}

function edgeData(relationship) {
  const { id, from, to } = relationship;
  const kind = relationship.type === "REFERS_TO" ? relationshipWords(relationship) : words(relationship.type);
  return { data: { id, source: from, target: to, label: kind, kind, relationship } };
}

const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;

function style() {
  const ink = dark() ? "#e4e9ef" : "#1c2430";
  const paper = dark() ? "#12171d" : "#ffffff";
  const line = dark() ? "#7d8a99" : "#8794a3";
  const accent = dark() ? "#ffb454" : "#c2410c";
  return [
    { selector: "node", style: { "background-color": "data(colour)", shape: "data(shape)", width: 26, height: 26, label: "data(label)",
      color: ink, "font-size": 11, "font-family": "system-ui, sans-serif", "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "wrap",
      "text-max-width": 116, "text-background-color": paper, "text-background-opacity": 0.85, "text-background-padding": 2,
      "border-width": 1.5, "border-color": dark() ? line : paper } },
    { selector: "node.brief", style: { label: "data(brief)" } },
    { selector: "node.centre", style: { width: 38, height: 38, "font-weight": "bold", "font-size": 12 } },
    { selector: "edge", style: { width: 1.4, "line-color": line, "target-arrow-color": line, "target-arrow-shape": "triangle",
      "arrow-scale": 0.9, "curve-style": "bezier", "font-size": 9, "font-family": "system-ui, sans-serif", color: ink, label: "",
      "text-rotation": "autorotate", "text-background-color": paper, "text-background-opacity": 0.9, "text-background-padding": 1 } },
    { selector: "edge.told, edge:selected, edge.near", style: { label: "data(label)" } },
    { selector: "edge[kind = 'has part']", style: { "line-style": "dotted", "target-arrow-shape": "none" } },
    { selector: "edge[kind = 'subject to'], edge[kind = 'conditions'], edge[kind = 'provides']", style: { width: 2.4 } },
    { selector: ":selected", style: { "border-width": 4, "border-color": accent, "line-color": accent, "target-arrow-color": accent } },
    { selector: "edge.near", style: { "line-color": accent, "target-arrow-color": accent } },
    { selector: ".faint", style: { opacity: 0.18 } },
    { selector: ".hidden", style: { display: "none" } },
  ];
}

const TOLD = 24;  // with more edges their words would cover the drawing
const WORDY = 24;  // and with more nodes their headings

/// Nodes and relationships out of Cytoscape.js elements as the API writes them.
export function graphOf({ elements }) {
  return {
    nodes: elements.nodes.map(({ data }) => ({ key: data.id, title: data.title || data.label, labels: data.labels, properties: data.properties })),
    relationships: elements.edges.map(({ data }) => (
      { id: data.id, type: data.label, from: data.source, to: data.target, properties: data.properties })),
  };
}

// A line between nodes that lie on each other, as new ones do before they are arranged, cannot be measured.
const apart = (index) => ({ x: 60 * Math.sqrt(index) * Math.cos(2.4 * index), y: 60 * Math.sqrt(index) * Math.sin(2.4 * index) });

/// `onSelect` gets {node} or {relationship}, `onOpen` the node that was tapped twice.
export function draw(container, { onSelect = () => {}, onOpen = () => {} } = {}) {
  container.setAttribute("tabindex", "0");
  container.setAttribute("role", "application");
  const graph = cytoscape({ container, style: style(), minZoom: 0.1, maxZoom: 4, boxSelectionEnabled: false });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  function arrange() {
    graph.resize();  // it may have been hidden before
    const shown = graph.elements().not(".hidden");
    shown.layout({ name: "fcose", animate: false, randomize: true, quality: "proof", nodeSeparation: 80, idealEdgeLength: 75,
      nodeRepulsion: 5500, padding: 24, packComponents: true, nodeDimensionsIncludeLabels: true }).run();
    graph.fit(shown, 24);
    if (graph.zoom() > 1.4) graph.zoom({ level: 1.4, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
  }

  function describe() {
    graph.nodes().toggleClass("brief", graph.nodes().not(".hidden").length > WORDY);
    graph.edges().toggleClass("told", graph.edges().not(".hidden").length <= TOLD);
    container.setAttribute("aria-label", `Drawing of ${graph.nodes().not(".hidden").length} nodes and ` +
      `${graph.edges().not(".hidden").length} relationships; the list beside it says the same. Arrow keys move it, plus and minus zoom.`);
  }

  function show({ nodes, relationships }, centre) {
    graph.elements().remove();
    add({ nodes, relationships }, centre);
  }

  function add({ nodes, relationships }, centre) {
    const isNew = (id) => graph.getElementById(id).empty();
    const home = treatyOf(centre || nodes.map((node) => node.key).find((key) => key.includes(":art_")) || "");
    graph.add(nodes.filter((node) => isNew(node.key)).map((node, index) => ({ ...nodeData(node, home), position: apart(index) })));
    graph.add(relationships.filter((r) => isNew(r.id) && !isNew(r.from) && !isNew(r.to)).map(edgeData));
    graph.nodes().removeClass("centre");
    if (centre) graph.getElementById(centre).addClass("centre");
    describe();
    arrange();
  }

  function near(chosen) {
    graph.edges().removeClass("near");
    if (chosen && chosen.isNode()) chosen.connectedEdges().addClass("near");
  }

  function select(id, { move = true } = {}) {
    graph.elements().unselect();
    const chosen = graph.getElementById(id);
    near(chosen.nonempty() ? chosen : null);
    if (chosen.empty()) return;
    chosen.select();
    if (move) still ? graph.center(chosen) : graph.animate({ center: { eles: chosen } }, { duration: 200 });
  }

  // Of a set of kinds ("Article", "subject to") those that are not to be seen; nodes hide their relationships.
  function hide(kinds) {
    graph.elements().forEach((one) => one.toggleClass("hidden", kinds.has(one.data("kind"))));
    describe();
    arrange();
  }

  function highlight(ids) {
    graph.elements().removeClass("faint");
    if (ids) graph.nodes().forEach((node) => node.toggleClass("faint", !ids.has(node.id())));
  }

  // Words stay readable in a drawing that is made small to be seen whole.
  graph.on("zoom", () => {
    const size = Math.min(18, Math.max(11, 10 / graph.zoom()));
    graph.nodes().style({ "font-size": size, "text-max-width": size * 10 });
  });
  graph.on("tap", "node", (event) => { near(event.target); onSelect({ node: event.target.data("node") }); });
  graph.on("tap", "edge", (event) => { near(null); onSelect({ relationship: event.target.data("relationship") }); });
  graph.on("dbltap", "node", (event) => onOpen(event.target.data("node")));
  container.addEventListener("keydown", (event) => {
    const step = 60;
    const moves = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
    const zooms = { "+": 1.25, "=": 1.25, "-": 0.8 };
    if (moves[event.key]) graph.panBy({ x: moves[event.key][0], y: moves[event.key][1] });
    else if (zooms[event.key]) graph.zoom({ level: graph.zoom() * zooms[event.key], renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
    else if (event.key === "0") graph.fit(undefined, 34);
    else return;
    event.preventDefault();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.style(style()));
  new ResizeObserver(() => { graph.resize(); }).observe(container);

  return { show, add, select, hide, highlight, arrange, graph };
}

function swatch(kind) {
  const { colour, shape } = LABELS[kind] || OTHER;
  const mark = element("span", { class: `swatch ${shape}`, "aria-hidden": "true" });
  mark.style.background = colour;
  return mark;
}

/// Checkboxes for the kinds of node and relationship that are drawn; unchecked ones are hidden.
export function legend(drawing, host) {
  const hidden = new Set();
  function list(title, elements, marked) {
    const counts = new Map();
    elements.forEach((one) => counts.set(one.data("kind"), (counts.get(one.data("kind")) || 0) + 1));
    if (!counts.size) return null;
    const entries = [...counts].sort().map(([kind, count]) => {
      const box = element("input", { type: "checkbox", checked: !hidden.has(kind), onchange: () => {
        box.checked ? hidden.delete(kind) : hidden.add(kind);
        drawing.hide(hidden);
      } });
      return element("label", {}, box, marked ? swatch(kind) : null, `${kind} `, element("span", { class: "quiet" }, String(count)));
    });
    return element("fieldset", {}, element("legend", {}, title), ...entries);
  }
  function update() {
    host.replaceChildren(...[list("Nodes", drawing.graph.nodes(), true), list("Relationships", drawing.graph.edges(), false)].filter(Boolean));
  }
  update();
  return { update };
}

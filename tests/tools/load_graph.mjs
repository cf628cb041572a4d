// load_graph.mjs TOOL FILE: as load_graph.py beside it, for the tools that are JavaScript.
import { readFileSync } from "node:fs";
import cytoscape from "cytoscape";
import graphology from "graphology";

const [tool, path] = process.argv.slice(2);
const json = JSON.parse(readFileSync(path, "utf8"));

function fromCytoscape() {
  const graph = cytoscape({ headless: true, elements: json.elements });
  return [
    graph.nodes().map((n) => [n.id(), { ...n.data("properties"), label: n.data("title") ?? n.data("label"), labels: n.data("labels") }]),
    graph.edges().map((e) => [e.id(), { ...e.data("properties"), type: e.data("label"),
      from: e.source().id(), to: e.target().id() }]),
  ];
}

function fromGraphology() {
  const graph = graphology.MultiDirectedGraph.from(json);
  return [
    graph.mapNodes((key, attributes) => [key, stored(attributes)]),
    graph.mapEdges((id, { label, relationship, ...attributes }, from, to) => [id, { ...attributes, type: relationship, from, to }]),
  ];
}

// The rules of the published JSON schema, version 2: no other members, and these types.
function checkMembers(object, types, what) {
  for (const [name, value] of Object.entries(object)) {
    if (typeof value !== types[name]) throw new Error(`${what}: ${name} must be ${types[name]}`);
  }
}

function fromJgf() {
  checkMembers(json, { graph: "object" }, "document");
  const { nodes, edges } = json.graph;
  checkMembers(json.graph, { id: "string", label: "string", directed: "boolean", type: "string", metadata: "object",
    nodes: "object", edges: "object" }, "graph");
  if (Array.isArray(nodes) || !Array.isArray(edges)) throw new Error("nodes are an object, edges a list");
  for (const node of Object.values(nodes)) checkMembers(node, { label: "string", metadata: "object" }, "node");
  for (const edge of edges) {
    checkMembers(edge, { id: "string", source: "string", target: "string", relation: "string", directed: "boolean",
      label: "string", metadata: "object" }, "edge");
    if (!nodes[edge.source] || !nodes[edge.target]) throw new Error(`edge ${edge.id} ends nowhere`);
  }
  return [
    Object.entries(nodes).map(([key, { label, metadata }]) => [key, stored({ ...metadata, label })]),
    edges.map(({ id, source, target, relation, metadata }) => [id, { ...metadata, type: relation, from: source, to: target }]),
  ];
}

// Beside what is stored, drawings get a short label, a kind, and what is around a node; where all stands in one object, a stored
// property of such a name is called own_NAME.
function stored({ title, kind, degree, hidden_neighbours, x, y, label, own_kind, own_title, ...others }) {
  const isDrawn = degree !== undefined;
  const kept = isDrawn ? { own_kind, own_title } : { own_kind: kind, own_title: title };
  return { ...others, label: isDrawn ? title : label, ...kept.own_kind !== undefined && { kind: kept.own_kind }, ...kept.own_title !== undefined && { title: kept.own_title } };
}

const [nodes, edges] = { cytoscape: fromCytoscape, graphology: fromGraphology, jgf: fromJgf }[tool]();
const text = (value) => (Array.isArray(value) ? [...value] : String(value).split("; ")).sort().join("; ");
for (const [kind, elements] of [["node", nodes], ["edge", edges]]) {
  for (const [name, properties] of elements) {
    for (const [key, value] of Object.entries(properties)) console.log(JSON.stringify([kind, name, key, text(value)]));
  }
}

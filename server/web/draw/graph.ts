// What is drawn: nodes and relationships, out of the Cytoscape.js elements that the API writes.

export interface DrawnNode {
  key: string; title: string; labels: string[]; citation?: string; treaty?: string; properties: Record<string, unknown>; hiddenNeighbours?: number;
}
export interface DrawnRelationship { id: string; type: string; from: string; to: string; properties: Record<string, unknown> }
export interface Graph { nodes: DrawnNode[]; relationships: DrawnRelationship[] }

type Fields = Record<string, unknown>;
const fields = (value: unknown): Fields => typeof value === "object" && value !== null && !Array.isArray(value) ? value as Fields : {};
const list = (value: unknown): unknown[] => Array.isArray(value) ? value : [];
const text = (value: unknown) => typeof value === "string" && value ? value : undefined;
const count = (value: unknown) => typeof value === "number" && value > 0 ? value : undefined;
const dataOf = (elements: unknown): Fields[] => list(elements).map((element) => fields(fields(element).data));

function labelsOf(data: Fields): string[] {
  const labels = list(data.labels).filter((label): label is string => typeof label === "string");
  if (labels.length) return labels;
  const kind = text(data.labels) ?? text(data.kind);
  return kind ? kind.split(/[;,:]/).map((label) => label.trim()).filter(Boolean) : [];
}

function nodeOf(data: Fields): DrawnNode | null {
  const key = text(data.id) ?? text(data.key);
  if (!key) return null;
  const properties = fields(data.properties);
  return {
    key, title: text(data.title) ?? text(data.label) ?? key, labels: labelsOf(data), properties,
    citation: text(data.citation) ?? text(properties.citation), treaty: text(data.treaty) ?? text(properties.treaty),
    hiddenNeighbours: count(data.hidden_neighbours ?? data.hidden_neighbors ?? data.hiddenNeighbours),
  };
}

function relationshipOf(data: Fields): DrawnRelationship | null {
  const [id, from, to] = [text(data.id), text(data.source), text(data.target)];
  if (!id || !from || !to) return null;
  return { id, from, to, type: text(data.type) ?? text(data.label) ?? "", properties: fields(data.properties) };
}

function byId<One>(all: (One | null)[], idOf: (one: One) => string): Map<string, One> {
  const found = new Map<string, One>();
  for (const one of all) if (one && !found.has(idOf(one))) found.set(idOf(one), one);
  return found;
}

/// Relationships whose ends are not among the nodes are left out: there is nothing to draw them between.
export function graphOf(cytoscapeJson: unknown): Graph {
  const { nodes, edges } = fields(fields(cytoscapeJson).elements);
  const known = byId(dataOf(nodes).map(nodeOf), (node) => node.key);
  const relationships = [...byId(dataOf(edges).map(relationshipOf), (one) => one.id).values()];
  return { nodes: [...known.values()], relationships: relationships.filter((one) => known.has(one.from) && known.has(one.to)) };
}

export function merged(graphs: Graph[]): Graph {
  const nodes = byId(graphs.flatMap((graph) => graph.nodes), (node) => node.key);
  const relationships = byId(graphs.flatMap((graph) => graph.relationships), (one) => one.id);
  return { nodes: [...nodes.values()], relationships: [...relationships.values()] };
}

/// The part of `graph` that lies between `keys`.
export function among(graph: Graph, keys: ReadonlySet<string>): Graph {
  return {
    nodes: graph.nodes.filter((node) => keys.has(node.key)),
    relationships: graph.relationships.filter((one) => keys.has(one.from) && keys.has(one.to)),
  };
}

export function neighboursIn(graph: Graph): Map<string, Set<string>> {
  const neighbours = new Map(graph.nodes.map((node) => [node.key, new Set<string>()]));
  for (const { from, to } of graph.relationships) {
    if (from === to) continue;
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
  }
  return neighbours;
}

/// How many ends of relationships each node has.
export function degreesIn({ relationships }: Graph): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { from, to } of relationships) for (const key of [from, to]) degrees.set(key, (degrees.get(key) ?? 0) + 1);
  return degrees;
}

// The values of rows: what they are, and as text.

export interface NodeValue { key: string; title: string; labels: string[]; properties: Record<string, unknown> }
export interface RelationshipValue { id: string; type: string; from: string; to: string; properties: Record<string, unknown> }
export interface PathValue { length: number; nodes: NodeValue[]; relationships: RelationshipValue[] }
export type Row = unknown[];

export type Value =
  | { is: "null" } | { is: "boolean"; value: boolean } | { is: "number"; text: string } | { is: "text"; text: string }
  | { is: "node"; node: NodeValue } | { is: "relationship"; relationship: RelationshipValue } | { is: "path"; path: PathValue }
  | { is: "list"; values: unknown[] } | { is: "map"; entries: [string, unknown][] };

const isList = Array.isArray;
const isNode = (thing: Partial<NodeValue>) => typeof thing.key === "string" && typeof thing.title === "string" && isList(thing.labels) && typeof thing.properties === "object";
const isRelationship = (thing: Partial<RelationshipValue>) => [thing.id, thing.type, thing.from, thing.to].every((one) => typeof one === "string") && typeof thing.properties === "object";
const isPath = (thing: Partial<PathValue>) => typeof thing.length === "number" && isList(thing.nodes) && isList(thing.relationships);

export function valueOf(value: unknown): Value {
  if (value === null || value === undefined) return { is: "null" };
  if (typeof value === "boolean") return { is: "boolean", value };
  if (typeof value === "number" || typeof value === "bigint") return { is: "number", text: String(value) };
  if (typeof value === "string") return { is: "text", text: value };
  if (isList(value)) return { is: "list", values: value };
  const thing = value as object;
  if (isNode(thing)) return { is: "node", node: thing as NodeValue };
  if (isRelationship(thing)) return { is: "relationship", relationship: thing as RelationshipValue };
  if (isPath(thing)) return { is: "path", path: thing as PathValue };
  return { is: "map", entries: Object.entries(thing) };
}

/// "Article" of ["Provision", "Article"].
export const labelOfNode = (labels: string[]) => labels.find((label) => label !== "Provision") ?? labels[0] ?? "";

export interface Hop { from: NodeValue | null; relationship: RelationshipValue; to: NodeValue | null; against: boolean }

/// A path's steps in the order in which it was walked; `against` where the relationship points the other way.
export function hopsOf({ nodes, relationships }: PathValue): Hop[] {
  return relationships.map((relationship, index) => {
    const [from, to] = [nodes[index] ?? null, nodes[index + 1] ?? null];
    return { from, to, relationship, against: from !== null && relationship.from !== from.key };
  });
}

export function inWords(of: unknown): string {
  const value = valueOf(of);
  switch (value.is) {
    case "null": return "null";
    case "boolean": return String(value.value);
    case "number": case "text": return value.text;
    case "node": return value.node.title;
    case "relationship": return `${value.relationship.from} -${value.relationship.type}-> ${value.relationship.to}`;
    case "path": return hopsOf(value.path).reduce((text, { relationship: { type }, to, against }) =>
      `${text} ${against ? `<-${type}-` : `-${type}->`} ${to?.title ?? ""}`, value.path.nodes[0]?.title ?? "");
    case "list": return `[${value.values.map(inWords).join(", ")}]`;
    case "map": return `{${value.entries.map(([name, one]) => `${name}: ${inWords(one)}`).join(", ")}}`;
  }
}

/// A column of numbers, with or without nulls, is set to the right.
export function isNumeric(rows: Row[], column: number): boolean {
  const kinds = new Set(rows.map((row) => valueOf(row[column]).is));
  kinds.delete("null");
  return kinds.size === 1 && kinds.has("number");
}

const LONG = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;
const KEPT = "\ue000";

/// JSON whose whole numbers stay whole: those that a double cannot hold become bigint.
export function readJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  const marked = text.replace(LONG, (found) => found.startsWith('"') || Number.isSafeInteger(Number(found)) ? found : `"${KEPT}${found}"`);
  return JSON.parse(marked, (_, value) => typeof value === "string" && new RegExp(`^${KEPT}-?\\d+$`).test(value) ? BigInt(value.slice(1)) : value);
}

/// Indented JSON; what readJson kept whole is written whole.
export function writeJson(value: unknown): string {
  const text = JSON.stringify(value, (_, one) => typeof one === "bigint" ? `${KEPT}${one}` : one, 2);
  return text.replace(new RegExp(`"${KEPT}(-?\\d+)"`, "g"), "$1");
}

export const asRecords = (columns: string[], rows: Row[]) => rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])));

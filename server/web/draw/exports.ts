// What is shown, written as GraphML, CSV, JSON or SVG.
import { relationshipInWords } from "../names/names";
import type { DrawnNode, DrawnRelationship, Graph } from "./graph";
import { kindOf } from "./kinds";
import type { Scene } from "./scene";

// Characters that XML 1.0 cannot have are left out.
const xml = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
  .replace(/[&<>"]/gu, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "&quot;");
const written = (value: unknown): string => Array.isArray(value) ? value.map(written).join("; ") : typeof value === "object" ? JSON.stringify(value) : String(value);
const present = (properties: Record<string, unknown>) => Object.entries(properties).filter(([, value]) => value !== null && value !== undefined && value !== "");

type Names = ReadonlyMap<string, string>;
interface Field { name: string; type: string; value: unknown }
const typeOf = (value: unknown) => typeof value === "boolean" ? "boolean" : typeof value === "number" ? Number.isInteger(value) ? "long" : "double" : "string";
const fieldsOf = (more: Record<string, unknown>, properties: Record<string, unknown>): Field[] => {
  const all = new Map([...present(properties), ...present(more)]);
  return [...all].map(([name, value]) => ({ name, value, type: typeOf(value) }));
};
const nodeFields = (node: DrawnNode, names: Names) =>
  fieldsOf({ label: names.get(node.key) ?? node.title, title: node.title, labels: node.labels.join("; "), kind: kindOf(node) }, node.properties);
const lineFields = (one: DrawnRelationship) => fieldsOf({ label: one.type }, one.properties);

// A property that is a number here and a text there is declared as text.
function keysOf(entries: Field[][], on: "node" | "edge") {
  const types = new Map<string, string>();
  for (const { name, type } of entries.flat()) types.set(name, types.has(name) && types.get(name) !== type ? "string" : type);
  return [...types].map(([name, type]) => `  <key id="${on}_${xml(name)}" for="${on}" attr.name="${xml(name)}" attr.type="${type}"/>`);
}
const dataOf = (fields: Field[], on: string) => fields.map(({ name, value }) => `<data key="${on}_${xml(name)}">${xml(written(value))}</data>`).join("");

export function graphmlOf({ nodes, relationships }: Graph, names: Names): string {
  const nodeData = nodes.map((node) => nodeFields(node, names));
  const lineData = relationships.map(lineFields);
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keysOf(nodeData, "node"), ...keysOf(lineData, "edge"), '  <graph id="drawing" edgedefault="directed">',
    ...nodes.map(({ key }, index) => `    <node id="${xml(key)}">${dataOf(nodeData[index], "node")}</node>`),
    ...relationships.map(({ id, from, to }, index) =>
      `    <edge id="${xml(id)}" source="${xml(from)}" target="${xml(to)}">${dataOf(lineData[index], "edge")}</edge>`),
    "  </graph>", "</graphml>", ""].join("\n");
}

// A spreadsheet would run a cell that begins like a formula; an apostrophe keeps it a text, as in the server's own tables.
function cell(value: unknown): string {
  const text = value === undefined || value === null ? "" : written(value);
  const kept = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept;
}
const table = (rows: unknown[][]) => rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");

export const nodesCsv = ({ nodes }: Graph, names: Names) => table([["key", "name", "title", "kind", "treaty", "summary"],
  ...nodes.map((node) => [node.key, names.get(node.key), node.title, kindOf(node), node.treaty, node.properties.summary])]);

export const relationshipsCsv = ({ relationships }: Graph, names: Names) => table([["from", "from_name", "type", "in_words", "to", "to_name", "quote"],
  ...relationships.map(({ from, to, type, properties }) =>
    [from, names.get(from), type, relationshipInWords(type, properties), to, names.get(to), properties.quote])]);

export function jsonOf(graph: Graph, names: Names, places: ReadonlyMap<string, { x: number; y: number }>): string {
  const nodes = graph.nodes.map((node) => ({ ...node, name: names.get(node.key), position: places.get(node.key) }));
  return `${JSON.stringify({ nodes, relationships: graph.relationships }, null, 2)}\n`;
}

const round = (value: number) => Math.round(value * 10) / 10;

export function svgOf(scene: Scene): string {
  const { width, height, paper, ink, line, font, size } = scene;
  const dashes = (dash: number[]) => dash.length ? ` stroke-dasharray="${dash.join(" ")}"` : "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${xml(font)}" font-size="${size}">`,
    `<title>${xml(scene.title)}</title>`, `<rect width="100%" height="100%" fill="${xml(paper)}"/>`,
    `<g fill="none" stroke="${xml(line)}">`, ...scene.lines.map(({ path, width: wide, dash }) => `<path d="${path}" stroke-width="${round(wide)}"${dashes(dash)}/>`), "</g>",
    `<g fill="${xml(line)}">`, ...scene.lines.filter(({ head }) => head).map(({ head }) => `<path d="${head}"/>`), "</g>",
    "<g>", ...scene.nodes.map(({ path, colour, edge, ring }) =>
      `<path d="${path}" fill="${xml(colour)}" stroke="${xml(edge ?? paper)}" stroke-width="${edge ? 4 : 1.5}" paint-order="stroke"/>${
        ring ? `<path d="${ring}" fill="none" stroke="${xml(ink)}" stroke-width="2.5"/>` : ""}`), "</g>",
    `<g fill="${xml(ink)}" stroke="${xml(paper)}" stroke-width="3" stroke-linejoin="round" paint-order="stroke" dominant-baseline="central">`,
    ...scene.labels.map(({ text, x, y, strong }) => `<text x="${round(x)}" y="${round(y)}" font-weight="${strong ? 650 : 450}">${xml(text)}</text>`), "</g>",
    "</svg>", ""].join("\n");
}

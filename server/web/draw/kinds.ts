// How kinds of node and of relationship look: a colour of design/tokens.css and a shape, a width and a dash.
import { isUnit, labelOf } from "../names/names";
import type { DrawnNode } from "./graph";

export type NodeShape = "ellipse" | "round-rectangle" | "rectangle" | "hexagon" | "diamond" | "pentagon" | "tag" | "triangle" | "star";

const SHAPES: Record<string, NodeShape> = {
  Treaty: "round-rectangle", Division: "round-rectangle", Article: "ellipse", Paragraph: "ellipse", Point: "ellipse", Recital: "ellipse",
  Offence: "hexagon", Power: "diamond", Safeguard: "pentagon", Term: "tag", State: "rectangle", Organization: "rectangle",
  Statement: "triangle", Event: "star",
};

export const kindOf = (node: Pick<DrawnNode, "labels">) => labelOf({ labels: node.labels });
export const shapeOfKind = (kind: string): NodeShape => SHAPES[kind] ?? "ellipse";
/// The variable of design/tokens.css.
export const colourOfKind = (kind: string) => `--kind-${SHAPES[kind] ? kind.toLowerCase() : isUnit([kind]) ? "article" : "other"}`;

export interface LineLook { width: number; dash: number[]; arrow: boolean }
const PLAIN: LineLook = { width: 1.4, dash: [], arrow: true };
const LINES: Record<string, LineLook> = {
  HAS_PART: { width: 1.2, dash: [2, 3], arrow: false },
  CORRESPONDS_TO: { width: 1.6, dash: [7, 4], arrow: false },
  CONDITIONS: { width: 2.6, dash: [], arrow: true },
  PROVIDES: { width: 2.6, dash: [], arrow: true },
};
export const lineOfType = (type: string) => LINES[type] ?? PLAIN;

const polygon = (corners: [number, number][]) => corners.flat();
const even = (count: number, turn: number, radius: (index: number) => number = () => 1) => polygon(Array.from({ length: count }, (_, index) => {
  const angle = turn + (index * 2 * Math.PI) / count;
  return [radius(index) * Math.cos(angle), radius(index) * Math.sin(angle)];
}));
const UP = -Math.PI / 2;

/// Corners within -1 to 1, for Cytoscape.js and for pictures alike; none for a circle.
export const CORNERS: Record<NodeShape, number[] | null> = {
  ellipse: null,
  "round-rectangle": [-1, -0.55, -0.8, -0.75, 0.8, -0.75, 1, -0.55, 1, 0.55, 0.8, 0.75, -0.8, 0.75, -1, 0.55],
  rectangle: [-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9],
  hexagon: even(6, 0),
  diamond: even(4, UP),
  pentagon: even(5, UP),
  tag: [-1, -0.7, 0.4, -0.7, 1, 0, 0.4, 0.7, -1, 0.7],
  triangle: even(3, UP),
  star: even(10, UP, (index) => index % 2 ? 0.5 : 1),
};

const round = (value: number) => Math.round(value * 100) / 100;

/// An SVG path of a shape around a point.
export function outline(shape: NodeShape, x: number, y: number, radius: number): string {
  const corners = CORNERS[shape];
  const r = round(radius);
  if (!corners) return `M${round(x - radius)} ${round(y)}a${r} ${r} 0 1 0 ${round(2 * radius)} 0a${r} ${r} 0 1 0 ${round(-2 * radius)} 0Z`;
  const points: string[] = [];
  for (let at = 0; at < corners.length; at += 2) points.push(`${round(x + radius * corners[at])} ${round(y + radius * corners[at + 1])}`);
  return `M${points.join("L")}Z`;
}

// Places by forces: each part begins as rings around its middle, children within the angle of their parent; then springs even it out.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { Point } from "./choose";
import type { LayoutQuestion } from "./layout";

const APART = 70;

interface Tree { children: number[][]; roots: number[]; leaves: number[] }

/// The tree that a walk through each part meets first, from the centre or else from its most connected node.
function treeOf(neighbours: number[][], centre: number): Tree {
  const children = neighbours.map(() => [] as number[]);
  const seen = new Set<number>();
  const roots: number[] = [];
  const order: number[] = [];
  const starts = neighbours.map((_, index) => index).sort((a, b) => neighbours[b].length - neighbours[a].length || a - b);
  if (centre >= 0) starts.unshift(centre);
  for (const start of starts) {
    if (seen.has(start)) continue;
    roots.push(start);
    seen.add(start);
    const queue = [start];
    for (let at = 0; at < queue.length; ++at) {
      order.push(queue[at]);
      for (const to of neighbours[queue[at]]) {
        if (seen.has(to)) continue;
        seen.add(to);
        children[queue[at]].push(to);
        queue.push(to);
      }
    }
  }
  const leaves = neighbours.map(() => 0);
  for (const node of order.reverse()) leaves[node] = Math.max(1, children[node].reduce((sum, child) => sum + leaves[child], 0));
  return { children, roots, leaves };
}

function rings({ children, roots, leaves }: Tree): Point[] {
  const places: Point[] = leaves.map(() => ({ x: 0, y: 0 }));
  let left = 0;
  for (const root of roots) {
    const size = APART * (1 + Math.sqrt(leaves[root]));
    const x = root === roots[0] ? 0 : left + size;
    const open = [{ node: root, from: 0, to: 2 * Math.PI, radius: 0 }];
    for (const { node, from, to, radius } of open) {
      const angle = (from + to) / 2;
      places[node] = { x: x + radius * Math.cos(angle), y: radius * Math.sin(angle) };
      let start = from;
      for (const child of children[node]) {
        const end = start + ((to - from) * leaves[child]) / leaves[node];
        open.push({ node: child, from: start, to: end, radius: radius + APART });
        start = end;
      }
    }
    left = x + size;
  }
  return places;
}

export function clustered({ nodes, lines, centre }: LayoutQuestion): Point[] {
  const neighbours = nodes.map(() => [] as number[]);
  for (const [from, to] of lines) {
    neighbours[from].push(to);
    neighbours[to].push(from);
  }
  const places: SimulationNodeDatum[] = rings(treeOf(neighbours, centre));
  const steps = Math.max(50, Math.min(160, Math.round(140_000 / nodes.length)));
  const simulation = forceSimulation(places)
    .alphaDecay(1 - 0.001 ** (1 / steps))
    .force("lines", forceLink(lines.map(([source, target]) => ({ source, target }))).distance(APART))
    .force("apart", forceManyBody().strength(-260).distanceMax(450).theta(1))
    .force("collide", forceCollide((_, index) => nodes[index].radius + 14))
    .force("x", forceX(0).strength(0.03))
    .force("y", forceY(0).strength(0.045))
    .stop();
  simulation.tick(steps);
  return places.map(({ x = 0, y = 0 }) => ({ x, y }));
}

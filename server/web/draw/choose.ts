// Which nodes are drawn first, in which shape, and which of them an arrow key leads to.
import { among, merged, neighboursIn, type Graph } from "./graph";
import type { View } from "./state";

export const FIRST = 150;
export const MORE = 1000;

const byText = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0;

/// All keys in the order in which they deserve room: nearest to the centre first, then the most connected, then by key.
/// Without a centre the most connected node is one; so is that of each part that is not connected with the rest.
export function inOrder(graph: Graph, centre?: string): string[] {
  const neighbours = neighboursIn(graph);
  const degree = (key: string) => neighbours.get(key)?.size ?? 0;
  const better = (a: string, b: string) => degree(b) - degree(a) || byText(a, b);
  const starts = [...neighbours.keys()].sort(better);
  if (centre && neighbours.has(centre)) starts.unshift(centre);
  const seen = new Set<string>();
  const order: string[] = [];
  for (const start of starts) {
    let ring = seen.has(start) ? [] : [start];
    ring.forEach((key) => seen.add(key));
    while (ring.length) {
      order.push(...ring);
      const next = ring.flatMap((key) => [...neighbours.get(key)!]).filter((key) => !seen.has(key) && seen.add(key));
      ring = next.sort(better);
    }
  }
  return order;
}

export const firstNodes = (graph: Graph, centre: string | undefined, limit: number) => new Set(inOrder(graph, centre).slice(0, limit));

/// Which strongly connected part each node is in (Tarjan, without recursion), numbered so that each part only points to lower ones.
function partsOf(keys: string[], out: Map<string, string[]>): Map<string, number> {
  const part = new Map<string, number>(), index = new Map<string, number>(), low = new Map<string, number>();
  const open: string[] = [];
  let parts = 0;
  for (const root of keys) {
    if (index.has(root)) continue;
    const walk = [{ key: root, next: 0 }];
    while (walk.length) {
      const here = walk[walk.length - 1];
      if (here.next === 0) {
        index.set(here.key, index.size);
        low.set(here.key, index.get(here.key)!);
        open.push(here.key);
      }
      const to = out.get(here.key)![here.next++];
      if (to !== undefined) {
        if (!index.has(to)) walk.push({ key: to, next: 0 });
        else if (!part.has(to)) low.set(here.key, Math.min(low.get(here.key)!, index.get(to)!));
        continue;
      }
      walk.pop();
      if (walk.length) {
        const above = walk[walk.length - 1].key;
        low.set(above, Math.min(low.get(above)!, low.get(here.key)!));
      }
      if (low.get(here.key) !== index.get(here.key)) continue;
      for (let key = ""; key !== here.key;) {
        key = open.pop()!;
        part.set(key, parts);
      }
      ++parts;
    }
  }
  return part;
}

export type Shape = "layered" | "clustered";

/// Layers suit what mostly points one way, in several steps, none of them too wide; and what rests on what, though it may go in circles.
export function shapeOf(graph: Graph): Shape {
  const keys = graph.nodes.map((node) => node.key);
  const lines = graph.relationships.filter(({ from, to }) => from !== to);
  if (keys.length < 2 || keys.length > 300 || !lines.length || lines.length > 3 * keys.length) return "clustered";
  const resting = lines.filter(({ type }) => type === "DEPENDS_ON").length;
  if (resting > 0.8 * lines.length && keys.length <= 80) return "layered";
  const out = new Map(keys.map((key) => [key, [] as string[]]));
  lines.forEach(({ from, to }) => out.get(from)?.push(to));
  const part = partsOf(keys, out);
  const circling = lines.filter(({ from, to }) => part.get(from) === part.get(to)).length;
  if (circling > lines.length / 3) return "clustered";
  const depth = new Map<number, number>();
  for (const key of [...keys].sort((a, b) => part.get(a)! - part.get(b)!)) {  // what a part points to comes before it
    const here = part.get(key)!;
    const below = out.get(key)!.filter((to) => part.get(to) !== here).map((to) => depth.get(part.get(to)!)! + 1);
    depth.set(here, Math.max(depth.get(here) ?? 0, ...below));
  }
  const width = new Map<number, number>();
  for (const key of keys) {
    const layer = depth.get(part.get(key)!)!;
    width.set(layer, (width.get(layer) ?? 0) + 1);
  }
  const widest = Math.max(...width.values());
  return width.size > 1 && widest <= 6 + 3 * Math.sqrt(keys.length) ? "layered" : "clustered";
}

export interface Point { x: number; y: number }
const AHEAD: Record<string, Point> = { ArrowRight: { x: 1, y: 0 }, ArrowLeft: { x: -1, y: 0 }, ArrowDown: { x: 0, y: 1 }, ArrowUp: { x: 0, y: -1 } };

/// The nearest node in the direction of an arrow key; what lies aside counts as further away than what lies ahead.
export function towards(arrow: string, from: string, places: ReadonlyMap<string, Point>): string | undefined {
  const ahead = AHEAD[arrow];
  const start = places.get(from);
  if (!ahead || !start) return undefined;
  let best: string | undefined;
  let least = Infinity;
  for (const [key, { x, y }] of places) {
    const along = (x - start.x) * ahead.x + (y - start.y) * ahead.y;
    const aside = Math.abs((x - start.x) * ahead.y) + Math.abs((y - start.y) * ahead.x);
    if (key === from || along <= 0 || aside > 2 * along) continue;
    const cost = along + 2 * aside;
    if (cost < least || (cost === least && best !== undefined && key < best)) [best, least] = [key, cost];
  }
  return best;
}

/// Where new nodes go beside the one that they belong to: the ring around it that has room, starting opposite to the middle of the drawing.
export function besides(host: Point, count: number, taken: Point[], apart = 64): Point[] {
  const middle = taken.reduce((sum, { x, y }) => ({ x: sum.x + x / taken.length, y: sum.y + y / taken.length }), { x: 0, y: 0 });
  const outwards = Math.atan2(host.y - middle.y, host.x - middle.x);
  const used = [...taken];
  const places: Point[] = [];
  for (let ring = 1; places.length < count && ring < 200; ++ring) {
    const radius = ring * apart * 1.1;
    const slots = Math.max(6, Math.floor((2 * Math.PI * radius) / apart));
    for (let slot = 0; slot < slots && places.length < count; ++slot) {
      const turn = (slot % 2 ? 1 : -1) * Math.ceil(slot / 2) * (2 * Math.PI / slots);
      const place = { x: host.x + radius * Math.cos(outwards + turn), y: host.y + radius * Math.sin(outwards + turn) };
      if (used.some(({ x, y }) => Math.hypot(x - place.x, y - place.y) < apart * 0.8)) continue;
      places.push(place);
      used.push(place);
    }
  }
  return places;
}

export const AROUND = 100;  // of the neighbours of one node, at a time

/// What an expansion brings: the neighbours that the server told, or those that the answer has beyond what is drawn.
const around = (graph: Graph, expansions: ReadonlyMap<string, Graph>, host: string) => {
  const known = expansions.get(host) ?? graph;
  const neighbours = neighboursIn(known).get(host) ?? new Set<string>();
  return inOrder(known, host).filter((key) => neighbours.has(key)).slice(0, AROUND);
};

/// What a view shows of an answer and of what was expanded.
export function drawnIn(graph: Graph, first: ReadonlySet<string>, expansions: ReadonlyMap<string, Graph>, view: View): Graph {
  const keys = new Set(first);
  const brought = view.expanded.map((host) => expansions.get(host)).filter((one) => one !== undefined);
  for (const host of view.expanded) if (keys.has(host)) around(graph, expansions, host).forEach((key) => keys.add(key));
  view.removed.forEach((key) => keys.delete(key));
  return among(brought.length ? merged([graph, ...brought]) : graph, keys);
}

/// Each node's place: where the layout put it, what was expanded beside its host, and what is pinned where it was pinned.
export function placesIn(graph: Graph, laidOut: ReadonlyMap<string, Point>, expansions: ReadonlyMap<string, Graph>, view: View): Map<string, Point> {
  const places = new Map(laidOut);
  for (const host of view.expanded) {
    const start = view.pinned[host] ?? places.get(host);
    if (!start) continue;
    const fresh = around(graph, expansions, host).filter((key) => !places.has(key));
    const free = besides(start, fresh.length, [...places.values()]);
    fresh.forEach((key, index) => places.set(key, free[index] ?? start));
  }
  for (const [key, place] of Object.entries(view.pinned)) if (places.has(key)) places.set(key, place);
  return places;
}

/// Places that need no time: rings around the first, for when the layout was stopped.
export function ringed(keys: string[]): Map<string, Point> {
  const [first, ...others] = keys;
  const places = besides({ x: 0, y: 0 }, others.length, [{ x: 0, y: 0 }]);
  return new Map([...first === undefined ? [] : [[first, { x: 0, y: 0 }] as const], ...others.map((key, index) => [key, places[index] ?? { x: 0, y: 0 }] as const)]);
}

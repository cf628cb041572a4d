// Where lines run: straight between two nodes, bent where several join the same two, in a loop where a node leads to itself.
import type { Place } from "./scene";

export interface Run { start: Place; bends: Place[]; end: Place }
export interface End extends Place { radius: number }

const APART = 16;

/// How far each line is bent aside, so that those between the same two nodes lie beside each other, whichever way they lead.
export function shiftsOf(lines: { id: string; from: string; to: string }[]): Map<string, number> {
  const pairs = new Map<string, { id: string; from: string; to: string }[]>();
  for (const line of lines) {
    const pair = line.from < line.to ? `${line.from} ${line.to}` : `${line.to} ${line.from}`;
    const others = pairs.get(pair);
    if (others) others.push(line);
    else pairs.set(pair, [line]);
  }
  const shifts = new Map<string, number>();
  for (const pair of pairs.values()) {
    pair.sort((a, b) => a.id < b.id ? -1 : 1).forEach(({ id, from, to }, index) => shifts.set(id, (index - (pair.length - 1) / 2) * APART * (from < to ? 1 : -1)));
  }
  return shifts;
}

function towards(from: End, to: Place): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * from.radius, y: from.y + ((to.y - from.y) / length) * from.radius };
}

function loop({ x, y, radius }: End, shift: number): Run {
  const at = (angle: number, distance: number) => ({ x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) });
  const reach = radius * 3 + Math.abs(shift);
  return { start: at(-1.9, radius), bends: [at(-2, reach), at(-1.1, reach)], end: at(-1.2, radius) };
}

export function runOf(from: End, to: End, shift: number): Run {
  if (from.x === to.x && from.y === to.y) return loop(from, shift);
  if (!shift) return { start: towards(from, to), bends: [], end: towards(to, from) };
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const aside = { x: (-(to.y - from.y) / length) * shift * 2, y: ((to.x - from.x) / length) * shift * 2 };
  const bend = { x: (from.x + to.x) / 2 + aside.x, y: (from.y + to.y) / 2 + aside.y };
  return { start: towards(from, bend), bends: [bend], end: towards(to, bend) };
}

function distanceToSegment({ x, y }: Place, a: Place, b: Place): number {
  const [across, down] = [b.x - a.x, b.y - a.y];
  const along = Math.max(0, Math.min(1, ((x - a.x) * across + (y - a.y) * down) / (across * across + down * down || 1)));
  return Math.hypot(x - a.x - along * across, y - a.y - along * down);
}

/// How far a point is from a line as it is drawn, nearly.
export function distanceTo(point: Place, { start, bends, end }: Run): number {
  if (!bends.length) return distanceToSegment(point, start, end);
  const middle = bends.length === 1 ? { x: (start.x + 2 * bends[0].x + end.x) / 4, y: (start.y + 2 * bends[0].y + end.y) / 4 }
    : { x: (bends[0].x + bends[1].x) / 2, y: (bends[0].y + bends[1].y) / 2 };
  return Math.min(distanceToSegment(point, start, middle), distanceToSegment(point, middle, end));
}

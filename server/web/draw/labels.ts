// What a node is called in a drawing, and which names can be told at once without lying on each other.
import { citationOf, headingOf, plain, slugOfKey } from "../names/names";
import type { DrawnNode, DrawnRelationship } from "./graph";

const LONGEST = 40;

const isOfTreaty = (node: DrawnNode) => node.labels.includes("Provision") && !node.key.startsWith("treaty:");
export const treatySlug = (node: DrawnNode) => node.treaty ? node.treaty.replace(/^treaty:/, "") : slugOfKey(node.key);

function groups<One>(all: One[], nameOf: (one: One) => string): One[][] {
  const found = new Map<string, One[]>();
  for (const one of all) {
    const name = nameOf(one);
    const same = found.get(name);
    if (same) same.push(one);
    else found.set(name, [one]);
  }
  return [...found.values()];
}

/// The treaty that most provisions of the drawing, or the centre, are of.
export function homeOf(nodes: DrawnNode[], centre?: string): string {
  const middle = nodes.find((node) => node.key === centre);
  if (middle && (isOfTreaty(middle) || middle.key.startsWith("treaty:"))) return treatySlug(middle);
  const largest = groups(nodes.filter(isOfTreaty), treatySlug).sort((a, b) => b.length - a.length || (treatySlug(a[0]) < treatySlug(b[0]) ? -1 : 1))[0];
  return largest ? treatySlug(largest[0]) : "";
}

/// Cut where it is long; where several would be cut to the same, so that the end, which tells them apart, stays.
function cut(names: Map<string, string>) {
  const short = (name: string) => name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name;
  for (const same of groups([...names], ([, name]) => short(name))) {
    const differ = new Set(same.map(([, name]) => name)).size > 1;
    const ends = same.map(([, name]) => name.length > LONGEST ? `${name.slice(0, LONGEST / 2).trimEnd()} … ${name.slice(-LONGEST / 2).trimStart()}` : name);
    const endsTell = new Set(ends).size === new Set(same.map(([, name]) => name)).size;
    same.forEach(([key, name], index) => names.set(key, !differ ? short(name) : endsTell ? ends[index] : name));
  }
}

interface Context { centre?: string; relationships?: DrawnRelationship[]; treatyName?: (slug: string) => string; isCut?: boolean }

const SPEAKS = new Set(["MADE", "SUBMITTED", "PROPOSED"]);
const YEAR_TO_DAY = /^\d{4}/;

/// By key: the citation, or else the title. Provisions of another treaty than that of the drawing say of which; what is still equal
/// gets its treaty, then who said it, its date, its heading, at last its key, whatever tells it apart first.
export function labelsOf(nodes: DrawnNode[], { centre, relationships = [], treatyName = (slug: string) => slug, isCut = true }: Context = {}): Map<string, string> {
  const home = homeOf(nodes, centre);
  const names = new Map(nodes.map((node) => {
    const away = isOfTreaty(node) && treatySlug(node) !== home;
    return [node.key, away ? `${citationOf(node)}, ${treatyName(treatySlug(node))}` : citationOf(node) || node.key];
  }));
  const titles = new Map(nodes.map((node) => [node.key, plain(node.title)]));
  const speakers = new Map<string, string>();
  for (const { type, from, to } of relationships) if (SPEAKS.has(type) && titles.has(from) && !speakers.has(to)) speakers.set(to, titles.get(from)!);
  const text = (value: unknown) => typeof value === "string" ? plain(value) : "";
  const additions = [
    (node: DrawnNode) => isOfTreaty(node) && treatySlug(node) === home ? treatyName(treatySlug(node)) : "",
    (node: DrawnNode) => speakers.get(node.key) ?? text(node.properties.speaker),
    (node: DrawnNode) => YEAR_TO_DAY.test(text(node.properties.date)) ? text(node.properties.date) : "",
    (node: DrawnNode) => headingOf(node.title),
    (node: DrawnNode) => plain(node.title),
    (node: DrawnNode) => node.key,
  ];
  for (const addition of additions) {
    for (const same of groups(nodes, (node) => names.get(node.key)!)) {
      if (same.length < 2 || new Set(same.map(addition)).size < 2) continue;
      same.forEach((node) => { if (addition(node) && addition(node) !== names.get(node.key)) names.set(node.key, `${names.get(node.key)}, ${addition(node)}`); });
    }
  }
  if (isCut) cut(names);
  return names;
}

export interface Box { x: number; y: number; width: number; height: number }
/// `isBelow`: where it is put if it can be, else to the right. `isAbove`: it may lie on other nodes, as it must not be lost.
export interface Labelled {
  key: string; x: number; y: number; radius: number; width: number; height: number; rank: number; isBelow?: boolean; isAbove?: boolean;
}
export interface PlacedLabel extends Box { key: string }

const CELL = 64;
const meet = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/// Boxes by the squares that they touch, so that each is compared with those near it alone.
class Taken {
  private readonly cells = new Map<number, (Box & { key: string })[]>();

  private *touched({ x, y, width, height }: Box) {
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); ++column) {
      for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); ++row) yield column * 100_003 + row;
    }
  }
  add(box: Box & { key: string }) {
    for (const cell of this.touched(box)) {
      const there = this.cells.get(cell);
      if (there) there.push(box);
      else this.cells.set(cell, [box]);
    }
  }
  hinders(box: Box, key: string) {
    for (const cell of this.touched(box)) {
      if (this.cells.get(cell)?.some((other) => other.key !== key && meet(box, other))) return true;
    }
    return false;
  }
}

const GAP = 3;
function placesOf({ x, y, radius, width, height, isBelow }: Labelled): Box[] {
  const [beside, across] = [radius + GAP, y - height / 2];
  const right = { x: x + beside, y: across, width, height };
  const below = { x: x - width / 2, y: y + radius + 1, width, height };
  const left = { x: x - beside - width, y: across, width, height };
  const above = { x: x - width / 2, y: y - radius - 1 - height, width, height };
  return isBelow ? [below, right, left, above] : [right, below, left, above];
}

const isWithin = (box: Box, bounds: Box) => box.x >= bounds.x && box.y >= bounds.y && box.x + box.width <= bounds.x + bounds.width && box.y + box.height <= bounds.y + bounds.height;

/// As many names as find a place where they lie neither on another name nor on another node, nor leave the bounds; those of the highest
/// rank choose first.
export function placeLabels(all: Labelled[], bounds?: Box): PlacedLabel[] {
  const [nodes, taken] = [new Taken(), new Taken()];
  for (const { key, x, y, radius } of all) nodes.add({ key, x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  const placed: PlacedLabel[] = [];
  for (const one of [...all].sort((a, b) => b.rank - a.rank || (a.key < b.key ? -1 : 1))) {
    const free = placesOf(one).filter((box) => !taken.hinders(box, one.key) && (!bounds || isWithin(box, bounds)));
    const place = free.find((box) => !nodes.hinders(box, one.key)) ?? (one.isAbove ? free[0] : undefined);
    if (!place) continue;
    const label = { ...place, key: one.key };
    placed.push(label);
    taken.add(label);
  }
  return placed;
}

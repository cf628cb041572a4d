// What lies under the pointer, told in a small card: a node's summary, or the words that make a line.
import { capital, headingOf, plain, words } from "../names/names";
import { Quote } from "../parts/quote";
import type { Point } from "./choose";
import type { DrawnNode, DrawnRelationship } from "./graph";
import { kindOf } from "./kinds";
import { relationInWords } from "./list";

export type Hovered = { at: Point; width: number } & ({ node: DrawnNode } | { line: DrawnRelationship });

const shortened = (text: string) => text.length > 280 ? `${text.slice(0, 279).trimEnd()}…` : text;
const told = (value: unknown) => typeof value === "string" ? shortened(plain(value)) : "";

export function NodeWords({ node }: { node: DrawnNode }) {
  const summary = told(node.properties.summary) || told(node.properties.text);
  return summary ? <p><bdi>{summary}</bdi></p> : null;
}

export function nodeName(node: DrawnNode, names: ReadonlyMap<string, string>) {
  const heading = headingOf(node.title);
  return <><b><bdi>{names.get(node.key) ?? plain(node.title)}</bdi></b>{heading && <> <bdi>{heading}</bdi></>}</>;
}

export function Card({ hovered, names }: { hovered: Hovered; names: ReadonlyMap<string, string> }) {
  const { at, width } = hovered;
  const isLeft = at.x < width / 2;
  const place = { top: `${Math.max(8, at.y + 16)}px`, ...isLeft ? { left: `${at.x + 16}px` } : { right: `${width - at.x + 16}px` } };
  return (
    <div class="card" style={place} aria-hidden="true">
      {"node" in hovered ? <>
        <p>{nodeName(hovered.node, names)} <span class="what">{capital(words(kindOf(hovered.node)))}</span></p>
        <NodeWords node={hovered.node} />
        {hovered.node.hiddenNeighbours ? <p class="what">{hovered.node.hiddenNeighbours.toLocaleString("en")} neighbours are not drawn</p> : null}
      </> : <>
        <p><b><bdi>{names.get(hovered.line.from)}</bdi></b> {relationInWords(hovered.line, false)} <b><bdi>{names.get(hovered.line.to)}</bdi></b></p>
        {hovered.line.properties.quote ? <p><Quote words={told(hovered.line.properties.quote)} /></p> : null}
      </>}
    </div>
  );
}

// Which colours, shapes and lines mean what; each can be hidden, and nothing else moves for it.
import { capital, relationshipInWords, words } from "../names/names";
import type { Graph } from "./graph";
import { colourOfKind, kindOf, lineOfType, outline, shapeOfKind } from "./kinds";

function Swatch({ kind }: { kind: string }) {
  return <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true"><path d={outline(shapeOfKind(kind), 8, 8, 7)} style={{ fill: `var(${colourOfKind(kind)})` }} /></svg>;
}

function Stroke({ type }: { type: string }) {
  const { width, dash, arrow } = lineOfType(type);
  return (
    <svg class="swatch line" viewBox="0 0 24 16" aria-hidden="true">
      <path d="M1 8H23" stroke-width={width} stroke-dasharray={dash.join(" ") || undefined} />
      {arrow && <path class="head" d="M24 8L17 4.8V11.2Z" />}
    </svg>
  );
}

function counted(kinds: string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a < b ? -1 : 1);
}

interface Props { graph: Graph; hidden: string[]; onHidden: (hidden: string[]) => void }

export function Legend({ graph, hidden, onHidden }: Props) {
  const toggle = (kind: string) => onHidden(hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind].sort());
  const box = (kind: string, count: number, isNode: boolean) => (
    <li key={kind}>
      <label>
        <input type="checkbox" checked={!hidden.includes(kind)} onChange={() => toggle(kind)} />
        {isNode ? <Swatch kind={kind} /> : <Stroke type={kind} />}
        <span>{isNode ? capital(words(kind)) : capital(relationshipInWords(kind))}</span> <span class="count">{count.toLocaleString("en")}</span>
      </label>
    </li>
  );
  const nodes = counted(graph.nodes.map(kindOf));
  const lines = counted(graph.relationships.map(({ type }) => type));
  return (
    <div class="legend">
      <fieldset><legend>Nodes</legend><ul>{nodes.map(([kind, count]) => box(kind, count, true))}</ul></fieldset>
      {lines.length > 0 && <fieldset><legend>Relationships</legend><ul>{lines.map(([type, count]) => box(type, count, false))}</ul></fieldset>}
      {hidden.length > 0 && <button type="button" onClick={() => onHidden([])}>Show all kinds</button>}
    </div>
  );
}

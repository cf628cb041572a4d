// The same as the drawing, as a list: each node with what it is related to.
import { memo } from "preact/compat";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { hrefOf } from "../address/address";
import { capital, headingOf, modeInWords, plural, relationshipInWords, words } from "../names/names";
import { Quote } from "../parts/quote";
import type { DrawnNode, DrawnRelationship, Graph } from "./graph";
import { kindOf } from "./kinds";

const PAGE = 50;

interface Props { graph: Graph; names: ReadonlyMap<string, string>; order: string[]; chosen: string | null; onChoose: (key: string) => void }

interface Line { one: DrawnRelationship; other: string; against: boolean }

function linesByNode({ nodes, relationships }: Graph): Map<string, Line[]> {
  const found = new Map<string, Line[]>(nodes.map(({ key }) => [key, []]));
  for (const one of relationships) {
    found.get(one.from)?.push({ one, other: one.to, against: false });
    if (one.to !== one.from) found.get(one.to)?.push({ one, other: one.from, against: true });
  }
  return found;
}

/// "rests on, by 2 references" or "is cited by, subject to".
export function relationInWords({ type, properties }: DrawnRelationship, against: boolean): string {
  const told = relationshipInWords(type, properties, against);
  const mode = against ? modeInWords(properties.mode) : "";
  const count = typeof properties.count === "number" && properties.count > 1 ? `, by ${plural(properties.count, "reference")}` : "";
  return `${told}${mode ? ` (${mode})` : ""}${count}`;
}

const Entry = memo(function Entry({ node, lines, names, isChosen, onChoose }: { node: DrawnNode; lines: Line[]; names: ReadonlyMap<string, string>; isChosen: boolean; onChoose: (key: string) => void }) {
  const host = useRef<HTMLLIElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const list = host.current?.closest<HTMLElement>(".entries");
    // Within the list alone: the page stays where it is.
    if (isChosen && list) list.scrollTop += host.current!.getBoundingClientRect().top - list.getBoundingClientRect().top - 40;
  }, [isChosen]);
  const heading = headingOf(node.title);
  return (
    <li ref={host} class={isChosen ? "chosen" : ""}>
      <button type="button" class="name" aria-current={isChosen ? "true" : undefined} onClick={() => onChoose(node.key)}><bdi>{names.get(node.key)}</bdi></button>
      <span class="what"> {capital(words(kindOf(node)))}{heading && <>, <bdi>{heading}</bdi></>}</span>
      <a class="open" href={hrefOf(node.key)} aria-label={`Open ${names.get(node.key)}`}>Open</a>
      {lines.length > 0 && (
        <details open={open || isChosen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{plural(lines.length, "relationship")}</summary>
          {(open || isChosen) && (
            <ul>{lines.slice(0, PAGE).map(({ one, other, against }) => (
              <li key={`${one.id} ${against}`}>
                {relationInWords(one, against)} <button type="button" class="name" onClick={() => onChoose(other)}><bdi>{names.get(other)}</bdi></button> <Quote words={one.properties.quote} />
              </li>
            ))}
              {lines.length > PAGE && <li>and {(lines.length - PAGE).toLocaleString("en")} more</li>}
            </ul>
          )}
        </details>
      )}
    </li>
  );
});

export function NodeList({ graph, names, order, chosen, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const [start, setStart] = useState(0);
  const nodes = useMemo(() => new Map(graph.nodes.map((node) => [node.key, node])), [graph]);
  const keys = useMemo(() => order.filter((key) => nodes.has(key)), [order, nodes]);
  const at = chosen === null ? -1 : keys.indexOf(chosen);
  const first = Math.min(start, Math.max(0, Math.floor((keys.length - 1) / PAGE) * PAGE));
  useLayoutEffect(() => { if (at >= 0) setStart(Math.floor(at / PAGE) * PAGE); }, [at]);
  const lines = useMemo(() => open ? linesByNode(graph) : null, [graph, open]);
  return (
    <details class="node-list" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a list: {plural(graph.nodes.length, "node")}, {plural(graph.relationships.length, "relationship")}</summary>
      {lines && (
        <div class="entries" tabIndex={0} role="region" aria-label="What is drawn, as a list">
          <ul>{keys.slice(first, first + PAGE).map((key) =>
            <Entry key={key} node={nodes.get(key)!} lines={lines.get(key)!} names={names} isChosen={key === chosen} onChoose={onChoose} />)}</ul>
          {keys.length > PAGE && (
            <p class="pages">
              <button type="button" disabled={first === 0} onClick={() => setStart(first - PAGE)}>Previous {PAGE}</button>{" "}
              {(first + 1).toLocaleString("en")} to {Math.min(first + PAGE, keys.length).toLocaleString("en")} of {keys.length.toLocaleString("en")}{" "}
              <button type="button" disabled={first + PAGE >= keys.length} onClick={() => setStart(first + PAGE)}>Next {PAGE}</button>
            </p>
          )}
        </div>
      )}
    </details>
  );
}

// What a query found: how much, what is cut, and the same as table, graph or JSON.
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { plural } from "../names/names";
import { FIRST_ROWS, MOST_ROWS, type CypherAnswer } from "./ask_cypher";
import { RowDownloads } from "./downloads";
import { inOneLine, type Asked } from "./past";
import { ResultTable } from "./result_table";
import type { OpenNode } from "./value_cell";
import { asRecords, writeJson, type NodeValue, type RelationshipValue } from "./values";

export type Shown = "table" | "graph" | "json";
export interface Answered { asked: Asked; body: CypherAnswer; rows: number; at: Date }
const FORMS: [Shown, string][] = [["table", "Table"], ["graph", "Graph"], ["json", "JSON"]];

function Tabs({ shown, onShown }: { shown: Shown; onShown: (shown: Shown) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (FORMS.findIndex(([form]) => form === shown) + step + FORMS.length) % FORMS.length;
    onShown(FORMS[next][0]);
    (list.current?.children[next] as HTMLElement).focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Shown as" ref={list} onKeyDown={onKeyDown}>
      {FORMS.map(([form, name]) => <button key={form} type="button" role="tab" id={`shown-${form}`} aria-controls="shown" aria-selected={form === shown} tabIndex={form === shown ? 0 : -1} onClick={() => onShown(form)}>{name}</button>)}
    </div>
  );
}

const milliseconds = ({ stats }: CypherAnswer) => (stats.prepared_us + stats.parsed_us + stats.planned_us + stats.executed_us) / 1000;
const duration = (ms: number) => ms < 1 ? "under 1 ms" : ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

function Count({ answered: { body, rows }, onAll }: { answered: Answered; onAll: () => void }) {
  const time = <span class="quiet"> in {duration(milliseconds(body))}</span>;
  if (!body.truncated) return <p class="count-line" role="status"><strong>{body.rows.length ? plural(body.rows.length, "row") : "No rows"}</strong>{time}</p>;
  return (
    <p class="count-line notice" role="status">
      The first <strong>{plural(body.rows.length, "row")}</strong>; there are more.{" "}
      {rows < MOST_ROWS ? <button type="button" onClick={onAll}>Show all rows</button> : "The page shows no more than these; the files below hold all."}
    </p>
  );
}

function Drawn({ graph, drawing }: { graph: CypherAnswer["graph"]; drawing: (graph: { nodes: NodeValue[]; relationships: RelationshipValue[] }) => ComponentChildren }) {
  if (!graph) return <p class="waiting">Asking for the graph …</p>;
  if (!graph.nodes.length) return <p class="quiet">These rows hold no nodes or relationships. Return them whole, as in <code>RETURN a, r, b</code>, to see a graph.</p>;
  return <>{drawing(graph)}</>;
}

function Json({ body: { columns, rows } }: { body: CypherAnswer }) {
  return (
    <>
      {rows.length > FIRST_ROWS && <p class="notice">Of these rows the first {FIRST_ROWS} as JSON; NDJSON below holds all.</p>}
      <pre class="json" tabIndex={0} aria-label="Rows as JSON">{writeJson(asRecords(columns, rows.slice(0, FIRST_ROWS)))}</pre>
    </>
  );
}

interface Props {
  answered: Answered; shown: Shown; isBefore: boolean; openNode: OpenNode; onShown: (shown: Shown) => void; onAll: () => void;
  drawing: (graph: { nodes: NodeValue[]; relationships: RelationshipValue[] }) => ComponentChildren;
}

export function Result({ answered, shown, isBefore, openNode, onShown, onAll, drawing }: Props) {
  const { asked, body, at } = answered;
  const plan = body.plan && <pre class="plan" tabIndex={0} aria-label="Plan">{body.plan.text}</pre>;
  const isPlanAlone = body.plan !== undefined && body.columns.length === 1 && body.columns[0] === "plan";
  return (
    <section class={`result ${isBefore ? "before" : ""}`} aria-label="Result">
      {isBefore && <p class="notice">Still shown: what <code>{inOneLine(asked.query).slice(0, 120)}</code> found at {at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}.</p>}
      <div class="result-head"><Count answered={answered} onAll={onAll} /><Tabs shown={shown} onShown={onShown} /></div>
      <div id="shown" role="tabpanel" aria-labelledby={`shown-${shown}`}>
        {shown === "table" && <>{plan}{!isPlanAlone && body.rows.length > 0 && <ResultTable columns={body.columns} rows={body.rows} openNode={openNode} />}</>}
        {shown === "graph" && <Drawn graph={body.graph} drawing={drawing} />}
        {shown === "json" && <Json body={body} />}
      </div>
      <RowDownloads asked={asked} snapshot={body.snapshot} />
    </section>
  );
}

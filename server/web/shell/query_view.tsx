// The room of openCypher at its address: /query?q=...&parameters=...&shown=table
import { useArrival, useTitle } from "../parts/use_title";
import { address, go, hrefOf } from "../address/address";
import { DrawGraph } from "./draw_graph";
import { Workbench } from "../query/workbench";

const SHOWN = ["table", "graph", "json"] as const;

export function QueryView() {
  const { query } = address.value;
  const shown = SHOWN.find((one) => one === query.get("shown")) ?? "table";
  useTitle("Query");
  useArrival("query");
  return (
    <main class="query-room" tabIndex={-1}>
      <h1 tabIndex={-1} class="visually-hidden">Query</h1>
      <Workbench query={query.get("q") ?? ""} parameters={query.get("parameters") ?? ""} shown={shown}
        onAddress={(next) => go(`/query?${new URLSearchParams([["q", next.query], ["parameters", next.parameters], ["shown", next.shown]].filter(([, value]) => value))}`, { replace: next.query === query.get("q") })}
        openNode={hrefOf} drawing={(graph) => <DrawGraph graph={graph} name="query" />} />
    </main>
  );
}

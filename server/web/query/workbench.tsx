// A workbench for openCypher.
import type { ComponentChildren } from "preact";
import type { Graph } from "../draw/graph";

export interface WorkbenchProps { query: string; parameters: string; shown: "table" | "graph" | "json"; onAddress: (next: { query: string; parameters: string; shown: string }) => void;
  openNode: (key: string) => string; drawing: (graph: Graph) => ComponentChildren }
export function Workbench({ query }: WorkbenchProps) { return <pre>{query}</pre>; }

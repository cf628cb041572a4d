// A graph drawn.
import type { Graph } from "./graph";

export interface DrawingProps { graph: Graph; centre?: string; name: string; onOpen: (key: string) => void; expand?: (key: string) => Promise<Graph>;
  state?: string; onState?: (state: string) => void; exportTarget?: string }
export function Drawing({ graph }: DrawingProps) { return <p>{graph.nodes.length} nodes</p>; }

// The drawing of an answer: beside the list where there is room, behind a button where there is not.
import { lazy, Suspense } from "preact/compat";
import { useEffect, useState } from "preact/hooks";
import { address, go, hrefOf } from "../address/address";
import { ask, nodeTarget, withParameters } from "../api/client";
import { graphOf, type Graph } from "../draw/graph";

const Drawing = lazy(() => import("../draw/drawing").then((room) => room.Drawing));
const ROOM = "(min-width: 1200px)";
const AROUND = 60;  // neighbours that one expansion brings

export const graphTarget = (target: string) => withParameters(target, { format: "cytoscape" });
const expand = async (key: string) => graphOf(await ask(`${nodeTarget(key)}/relationships?parts=true&limit=${AROUND}&format=cytoscape`));

export function DrawPanel({ target, centre, name }: { target: string; centre?: string; name: string }) {
  const [graph, setGraph] = useState<Graph | null>(null);
  const [told, tell] = useState("");
  const [open, setOpen] = useState(() => matchMedia(ROOM).matches);
  useEffect(() => {
    if (!open) return undefined;
    const mine = new AbortController();
    setGraph(null);
    tell("Drawing …");
    ask(graphTarget(target), { signal: mine.signal }).then(
      (body) => { const next = graphOf(body); setGraph(next); tell(next.nodes.length ? "" : "There is nothing to draw."); },
      (error: Error) => { if (!mine.signal.aborted) tell(`Not drawn: ${error.message}`); });
    return () => mine.abort();
  }, [target, open]);
  const keep = (state: string) => {
    const query = new URLSearchParams(address.peek().query);
    if (state) query.set("drawn", state); else query.delete("drawn");
    go(`/${address.peek().path.map(encodeURIComponent).join("/")}?${query}`, { replace: true });
  };
  if (!open) return <p class="draw-it"><button type="button" onClick={() => setOpen(true)}>Draw it</button></p>;
  return (
    <section class="drawn" aria-label="Drawing">
      {told && <p class="quiet" role="status">{told}</p>}
      <Suspense fallback={null}>
        {graph && graph.nodes.length > 0 && <Drawing graph={graph} centre={centre} name={name} exportTarget={target} expand={expand}
          onOpen={(key) => go(hrefOf(key))} state={address.peek().query.get("drawn") ?? undefined} onState={keep} />}
      </Suspense>
    </section>
  );
}

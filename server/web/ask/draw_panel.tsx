// The drawing of an answer.
import { lazy, Suspense } from "preact/compat";
import { useCallback, useEffect, useState } from "preact/hooks";
import { address, go, hrefOf, keepInLink } from "../address/address";
import { ask, NoAnswer, nodeTarget, reachable, withParameters } from "../api/client";
import { graphOf, type Graph } from "../draw/graph";

const Drawing = lazy(() => import("../draw/drawing").then((room) => room.Drawing));
const AROUND = 60;  // neighbours that one expansion brings

const graphTarget = (target: string) => withParameters(target, { format: "cytoscape" });
const expand = async (key: string) => graphOf(await ask(`${nodeTarget(key)}/relationships?parts=true&limit=${AROUND}&format=cytoscape`));

export function DrawPanel({ target, centre, name }: { target: string; centre?: string; name: string }) {
  const [graph, setGraph] = useState<Graph | null>(null);
  const [told, tell] = useState("");
  const [turn, setTurn] = useState(0);
  const [failed, setFailed] = useState<Error | null>(null);
  const isReachable = reachable.value;
  const wasAway = failed instanceof NoAnswer && failed.unreachable;
  useEffect(() => { if (isReachable && wasAway) setTurn(turn + 1); }, [isReachable]);
  useEffect(() => {
    const mine = new AbortController();
    setGraph(null);
    setFailed(null);
    tell("Drawing …");
    ask(graphTarget(target), { signal: mine.signal }).then(
      (body) => { const next = graphOf(body); setGraph(next); tell(next.nodes.length ? "" : "There is nothing to draw."); },
      (error: Error) => { if (!mine.signal.aborted) { setFailed(error); tell(`Not drawn: ${error.message}.`); } });
    return () => mine.abort();
  }, [target, turn]);
  const keep = useCallback((state: string) => keepInLink({ drawn: state }), []);
  const onOpen = useCallback((key: string) => go(hrefOf(key)), []);
  return (
    <section class="drawn" aria-label="Drawing">
      {told && <p class="quiet" role="status">{told} {failed && <button type="button" onClick={() => setTurn(turn + 1)}>Draw again</button>}</p>}
      <Suspense fallback={null}>
        {graph && graph.nodes.length > 0 && <Drawing key={target} graph={graph} centre={centre} name={name} exportTarget={target} expand={expand}
          onOpen={onOpen} state={address.peek().query.get("drawn") ?? undefined} onState={keep} />}
      </Suspense>
    </section>
  );
}

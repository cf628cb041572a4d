// A graph that is at hand, drawn; the drawing's scripts come when they are needed.
import { lazy, Suspense } from "preact/compat";
import { go, hrefOf } from "../address/address";
import type { Graph } from "../draw/graph";

const Drawing = lazy(() => import("../draw/drawing").then((room) => room.Drawing));

export function DrawGraph({ graph, name }: { graph: Graph; name: string }) {
  return <Suspense fallback={<p class="waiting">Drawing …</p>}><Drawing graph={graph} name={name} onOpen={(key) => go(hrefOf(key))} /></Suspense>;
}

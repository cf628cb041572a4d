// Where the nodes of a drawing go, from the worker; what can be said while it works, and how it is stopped.
import { useEffect, useRef, useState } from "preact/hooks";
import { citationOf } from "../names/names";
import { inOrder, ringed, shapeOf, type Point } from "./choose";
import { degreesIn, type DrawnNode, type Graph } from "./graph";
import { Layouts, Stopped } from "./layout";
import { isNamedBelow, radiusOf } from "./sketch";

export interface Layout { of: Graph; places: Map<string, Point>; stopped: boolean }

// Room for a name by its letters: measured, it would depend on which font has come.
const LETTER = 6.4;
const LONGEST_NAME = 150;
const widthOf = (node: DrawnNode) => Math.min(LONGEST_NAME, LETTER * citationOf(node).length);

/// The layout of `graph`, or null until it is there; `stop` ends the work and puts the nodes in plain rings.
export function useLayout(graph: Graph, centre: string | undefined) {
  const [layout, setLayout] = useState<Layout | null>(null);
  const layouts = useRef<Layouts | null>(null);
  layouts.current ??= new Layouts();

  useEffect(() => {
    let wanted = true;
    const found = (places: Map<string, Point>, stopped: boolean) => { if (wanted) setLayout({ of: graph, places, stopped }); };
    const keys = inOrder(graph, centre);
    const index = new Map(keys.map((key, at) => [key, at]));
    const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
    const degrees = degreesIn(graph);
    layouts.current!.ask({
      shape: shapeOf(graph), centre: centre === undefined ? -1 : index.get(centre) ?? -1,
      nodes: keys.map((key) => ({ width: widthOf(nodes.get(key)!), radius: radiusOf(degrees.get(key) ?? 0, key === centre), isNamedBelow: isNamedBelow(degrees.get(key) ?? 0) })),
      lines: [...graph.relationships].sort((a, b) => a.id < b.id ? -1 : 1).filter(({ from, to }) => from !== to)
        .map(({ from, to }) => [index.get(from)!, index.get(to)!]),
    }).then((places) => found(new Map(keys.map((key, at) => [key, places[at]])), false), (why) => {
      if (!(why instanceof Stopped)) console.error(why);
      found(ringed(inOrder(graph, centre)), true);
    });
    return () => {
      wanted = false;
      layouts.current!.stop();
    };
  }, [graph, centre]);
  useEffect(() => () => layouts.current!.close(), []);

  return { layout: layout?.of === graph ? layout : null, stop: () => layouts.current!.stop() };
}

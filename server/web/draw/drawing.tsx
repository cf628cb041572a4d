// A drawing of nodes and relationships, with all that can be done to it: by pointer, by keyboard, and in an equal list.
import type { JSX, RefObject, TargetedKeyboardEvent } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { treatyMark, treaties } from "../api/treaties";
import { capital, headingOf, plural, words } from "../names/names";
import { usePrinting } from "../parts/use_printing";
import { Card, NodeWords, nodeName, type Hovered } from "./card";
import { drawnIn, FIRST, firstNodes, inOrder, MORE, placesIn, towards } from "./choose";
import "./drawing.css";
import { svgOf } from "./exports";
import { among, neighboursIn, type DrawnNode, type Graph } from "./graph";
import { kindOf } from "./kinds";
import { labelsOf } from "./labels";
import { Legend } from "./legend";
import { NodeList } from "./list";
import { onPaletteChange, onWhitePaper } from "./palette";
import { SaveMenu } from "./save_menu";
import { Sketch } from "./sketch";
import { begin, decodeState, encodeState, redo, step, undo, type Camera, type View } from "./state";
import { useLayout } from "./use_layout";

export type { DrawnNode, DrawnRelationship, Graph } from "./graph";
export { graphOf } from "./graph";

export interface DrawingProps {
  graph: Graph; centre?: string; name: string; onOpen: (key: string) => void; expand?: (key: string) => Promise<Graph>;
  state?: string; onState?: (state: string) => void; exportTarget?: string;
}

const HELP = "Arrow keys go to the nearest node in that direction, Page Down and Page Up to the next and previous one. Enter opens, " +
  "E expands or collapses, P pins, Delete removes, Control Z undoes, plus and minus zoom, 0 shows all.";

const withOut = (all: string[], one: string) => all.filter((other) => other !== one);

function Tool({ label, sign, onClick, disabled, pressed }: { label: string; sign: string; onClick: () => void; disabled?: boolean; pressed?: boolean }) {
  return <button type="button" class="tool" title={label} aria-label={label} aria-pressed={pressed} disabled={disabled} onClick={onClick}><span aria-hidden="true">{sign}</span></button>;
}

/// Graphs that `expand` brought, by the node that they are around; those that the link names are asked for at once.
function useExpansions(expand: DrawingProps["expand"], wanted: string[], tell: (message: string) => void) {
  const [expansions, setExpansions] = useState<ReadonlyMap<string, Graph>>(new Map());
  const asked = useRef(new Set<string>());
  const bring = useCallback(async (key: string) => {
    if (!expand || asked.current.has(key)) return;
    asked.current.add(key);
    try {
      const brought = await expand(key);
      setExpansions((before) => new Map([...before, [key, brought]]));
    } catch (error) {
      asked.current.delete(key);
      tell(`Its neighbours did not come: ${error instanceof Error ? error.message : String(error)}`);
    }
  }, [expand]);
  useEffect(() => { wanted.forEach((key) => void bring(key)); }, [wanted, bring]);
  return expansions;
}

/// Canvases are as large as the screen wanted them and lie apart on a sheet of paper, so paper gets lines and letters.
function OnPaper({ sketch, name }: { sketch: RefObject<Sketch | null>; name: string }) {
  const drawn = usePrinting() ? sketch.current : null;
  return drawn && <div class="on-paper" aria-hidden="true" dangerouslySetInnerHTML={{ __html: svgOf(onWhitePaper((colours) => drawn.scene(name, colours))) }} />;
}

export function Drawing({ graph, centre, name, onOpen, expand, state, onState, exportTarget }: DrawingProps): JSX.Element {
  const [start] = useState(() => decodeState(state, FIRST));
  const [history, setHistory] = useState(() => begin(start.view));
  const [chosen, setChosen] = useState<string | null>(start.chosen ?? null);
  const [camera, setCamera] = useState<Camera | undefined>(start.camera);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [said, say] = useState("");
  const [progress, setProgress] = useState<number | null>(null);
  const [isFull, setFull] = useState(false);
  const room = useRef<HTMLElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const sketch = useRef<Sketch | null>(null);
  const told = useRef(state ?? "");
  const view = history.now;
  const change = (next: Partial<View>) => setHistory((before) => step(before, { ...before.now, ...next }));

  const order = useMemo(() => inOrder(graph, centre), [graph, centre]);
  const base = useMemo(() => among(graph, firstNodes(graph, centre, view.limit)), [graph, centre, view.limit]);
  const expansions = useExpansions(expand, view.expanded, say);
  const first = useMemo(() => new Set(base.nodes.map(({ key }) => key)), [base]);
  const drawn = useMemo(() => drawnIn(graph, first, expansions, view), [graph, first, expansions, view.expanded, view.removed]);
  // Cut where there is little room, whole wherever words are read.
  const [shortNames, names] = useMemo(() => [true, false].map((isCut) =>
    labelsOf(drawn.nodes, { centre, relationships: drawn.relationships, treatyName: treatyMark, isCut })), [drawn, centre, treaties.value]);
  const fullOrder = useMemo(() => [...new Set([...order, ...drawn.nodes.map(({ key }) => key)])], [order, drawn]);
  const byKey = useMemo(() => new Map(drawn.nodes.map((node) => [node.key, node])), [drawn]);
  const lineById = useMemo(() => new Map(drawn.relationships.map((one) => [one.id, one])), [drawn]);
  const neighbours = useMemo(() => neighboursIn(drawn), [drawn]);
  const shownKinds = useMemo(() => new Set(view.hidden), [view.hidden]);
  const shown = useMemo((): Graph => {
    const kept = among(drawn, new Set(drawn.nodes.filter((node) => !shownKinds.has(kindOf(node))).map(({ key }) => key)));
    return { ...kept, relationships: kept.relationships.filter(({ type }) => !shownKinds.has(type)) };
  }, [drawn, shownKinds]);

  // What handlers of the canvas need, as it is when they are called.
  const latest = useRef({ byKey, lineById, onOpen, view });
  latest.current = { byKey, lineById, onOpen, view };

  useEffect(() => {
    const made = new Sketch(host.current!, {
      onChoose: setChosen,
      onOpen: (key) => latest.current.onOpen(key),
      onHover: (what, at) => {
        const { byKey: nodes, lineById: lines } = latest.current;
        const node = what && "node" in what ? nodes.get(what.node) : undefined;
        const line = what && "line" in what ? lines.get(what.line) : undefined;
        made.light(node?.key ?? line?.id ?? null);
        const width = host.current?.clientWidth ?? 0;
        setHovered(node ? { node, at, width } : line ? { line, at, width } : null);
      },
      onMoved: (key, place) => change({ pinned: { ...latest.current.view.pinned, [key]: { x: Math.round(place.x), y: Math.round(place.y) } } }),
      onCamera: setCamera,
    });
    sketch.current = made;
    (window as unknown as { drawing: unknown }).drawing = made.graph;
    const end = onPaletteChange(() => made.recolour());
    return () => {
      end();
      made.close();
      sketch.current = null;
    };
  }, []);

  const { layout, stop } = useLayout(base, centre);
  const places = useMemo(() => layout && placesIn(graph, layout.places, expansions, view), [layout, graph, expansions, view.expanded, view.pinned]);
  useEffect(() => { if (layout?.stopped) say("The layout was stopped; the nodes are in plain rings."); }, [layout]);

  const restored = useRef(false);
  useEffect(() => {
    const made = sketch.current;
    if (!made || !places) return;
    void made.show(drawn, places, shortNames, centre, (done) => setProgress(done)).then((isWhole) => {
      if (!isWhole) return;
      setProgress(null);
      made.filter(shownKinds);
      made.pin(view.pinned);
      if (!restored.current && start.camera) made.camera = start.camera;
      restored.current = true;
      host.current?.setAttribute("data-drawn", String(drawn.nodes.length));
    });
  }, [places, drawn, shortNames, centre]);
  useEffect(() => sketch.current?.filter(shownKinds), [shownKinds]);
  useEffect(() => sketch.current?.pin(view.pinned), [view.pinned]);
  useEffect(() => sketch.current?.choose(chosen), [chosen, places]);
  useEffect(() => { if (chosen !== null && layout && !byKey.has(chosen)) setChosen(null); }, [byKey, chosen, layout]);

  useEffect(() => {
    const now = encodeState({ view, camera, chosen: chosen ?? undefined }, FIRST);
    if (now === told.current) return;
    told.current = now;
    onState?.(now);
  }, [view, camera, chosen]);
  useEffect(() => {
    if (state === undefined || state === told.current) return;
    told.current = state;
    const given = decodeState(state, FIRST);
    setHistory(begin(given.view));
    setChosen(given.chosen ?? null);
    if (given.camera && sketch.current) sketch.current.camera = given.camera;
    else sketch.current?.fit();
  }, [state]);
  useEffect(() => {
    const tell = () => setFull(document.fullscreenElement === room.current);
    document.addEventListener("fullscreenchange", tell);
    return () => document.removeEventListener("fullscreenchange", tell);
  }, []);

  const node = chosen === null ? undefined : byKey.get(chosen);
  const describe = (one: DrawnNode) => {
    const extras = [capital(words(kindOf(one))), headingOf(one.title), plural(neighbours.get(one.key)?.size ?? 0, "neighbour"),
      one.key in view.pinned ? "pinned" : "", view.expanded.includes(one.key) ? "expanded" : ""];
    return [names.get(one.key), ...extras.filter(Boolean)].join(", ");
  };
  useEffect(() => { if (node) say(describe(node)); }, [chosen]);

  const canExpand = (one: DrawnNode) => view.expanded.includes(one.key) || Boolean(expand) || base.nodes.length < graph.nodes.length;
  const expandOrCollapse = (one: DrawnNode) => {
    const isOpen = view.expanded.includes(one.key);
    say(`${names.get(one.key)} is ${isOpen ? "collapsed" : "expanded"}`);
    change({ expanded: isOpen ? withOut(view.expanded, one.key) : [...view.expanded, one.key] });
  };
  const pinOrFree = (one: DrawnNode) => {
    const { [one.key]: before, ...others } = view.pinned;
    const here = sketch.current?.places().get(one.key);
    if (before || here) change({ pinned: before ? others : { ...view.pinned, [one.key]: { x: Math.round(here!.x), y: Math.round(here!.y) } } });
    say(`${names.get(one.key)} is ${before ? "not pinned any more" : "pinned"}`);
  };
  const remove = (one: DrawnNode) => {
    say(`${names.get(one.key)} is removed; Control Z brings it back`);
    const after = towardsAny(one.key);
    change({ removed: [...view.removed, one.key], expanded: withOut(view.expanded, one.key) });
    setChosen(after);
  };
  const placesNow = () => sketch.current?.places() ?? new Map();
  const towardsAny = (key: string) => [...neighbours.get(key) ?? []].find((other) => placesNow().has(other)) ?? null;
  const back = () => setHistory(undo);
  const forth = () => setHistory(redo);
  const toggleFull = () => void (isFull ? document.exitFullscreen() : room.current?.requestFullscreen?.());

  const beside = (by: number) => {
    const here = placesNow();
    const all = fullOrder.filter((key) => here.has(key));
    return all[((chosen === null ? (by > 0 ? -1 : 0) : all.indexOf(chosen)) + by + all.length) % all.length];
  };
  const firstToChoose = () => centre !== undefined && byKey.has(centre) ? centre : order.find((key) => placesNow().has(key));

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const { key } = event;
    const control = event.ctrlKey || event.metaKey;
    const letter = key.toLowerCase();
    const handled = () => {
      if (control) return letter === "z" ? ((event.shiftKey ? forth : back)(), true) : letter === "y" ? (forth(), true) : false;
      if (event.altKey) return false;
      if (key.startsWith("Arrow")) {
        const next = chosen === null ? firstToChoose() : towards(key, chosen, placesNow());
        if (next) setChosen(next);
        return true;
      }
      if (key === "PageDown" || key === "PageUp") return setChosen(beside(key === "PageDown" ? 1 : -1) ?? null), true;
      if (key === "Home") return setChosen(firstToChoose() ?? null), true;
      if (key === "+" || key === "=") return sketch.current?.zoomBy(1.25), true;
      if (key === "-") return sketch.current?.zoomBy(0.8), true;
      if (key === "0") return sketch.current?.fit(true), true;
      if (!node) return false;
      if (key === "Escape") return setChosen(null), !isFull;
      if (key === "Enter") return onOpen(node.key), true;
      if (key === "Delete" || key === "Backspace") return remove(node), true;
      if (letter === "e" && canExpand(node)) return expandOrCollapse(node), true;
      if (letter === "p") return pinOrFree(node), true;
      return false;
    };
    if (handled()) event.preventDefault();
  };

  // Kept from one rendering to the next: what the pointer lies on does not change them.
  const legend = useMemo(() => <Legend graph={drawn} hidden={view.hidden} onHidden={(hidden) => change({ hidden })} />, [drawn, view.hidden]);
  const list = useMemo(() => <NodeList graph={shown} names={names} order={fullOrder} chosen={chosen} onChoose={setChosen} />, [shown, names, fullOrder, chosen]);

  const waiting = !layout || progress !== null;
  const left = graph.nodes.length - base.nodes.length;
  const more = Math.min(graph.nodes.length, view.limit < MORE ? MORE : view.limit + MORE);
  return (
    <section class="drawing" ref={room} aria-label={`Drawing: ${name}`}>
      <div class="tools" role="group" aria-label="Tools of the drawing">
        <Tool label="Show all" sign="⊡" onClick={() => sketch.current?.fit(true)} />
        <Tool label="Closer" sign="+" onClick={() => sketch.current?.zoomBy(1.25)} />
        <Tool label="Further away" sign="−" onClick={() => sketch.current?.zoomBy(0.8)} />
        <Tool label="Undo" sign="↶" onClick={back} disabled={!history.past.length} />
        <Tool label="Redo" sign="↷" onClick={forth} disabled={!history.future.length} />
        <Tool label={isFull ? "Leave full screen" : "Full screen"} sign="⤢" onClick={toggleFull} pressed={isFull} />
        <SaveMenu sketch={() => sketch.current} shown={() => shown} names={names} name={name} title={name} exportTarget={exportTarget} />
        {left > 0 && !waiting && (
          <p class="part">The {base.nodes.length.toLocaleString("en")} nearest of {graph.nodes.length.toLocaleString("en")} nodes.{" "}
            <button type="button" onClick={() => change({ limit: more })}>Draw {more === graph.nodes.length ? "all" : more.toLocaleString("en")}</button></p>
        )}
        {waiting && (
          <p class="part" role="status">{layout ? `Drawing ${(progress ?? 0).toLocaleString("en")} of` : "Arranging"} {plural(base.nodes.length, "node")} …{" "}
            {!layout && <button type="button" onClick={stop}>Stop</button>}</p>
        )}
      </div>
      <OnPaper sketch={sketch} name={name} />
      <div class="sheet">
        <div class="host" ref={host} role="application" tabIndex={0} aria-label={`Drawing of ${plural(drawn.nodes.length, "node")} and ${plural(drawn.relationships.length, "relationship")}: ${name}. ${HELP}`}
          onKeyDown={onKeyDown} onFocus={() => { if (chosen === null) say("Press an arrow key to choose a node"); }} />
        {hovered && <Card hovered={hovered} names={names} />}
        {node && (
          <div class="about" role="group" aria-label="The chosen node">
            <p>{nodeName(node, names)} <span class="what">{capital(words(kindOf(node)))}, {plural(neighbours.get(node.key)?.size ?? 0, "neighbour")}</span></p>
            <NodeWords node={node} />
            <div class="actions">
              <button type="button" onClick={() => onOpen(node.key)}>Open</button>
              {canExpand(node) && <button type="button" onClick={() => expandOrCollapse(node)}>{view.expanded.includes(node.key) ? "Collapse" : "Expand"}</button>}
              <button type="button" onClick={() => pinOrFree(node)}>{node.key in view.pinned ? "Unpin" : "Pin"}</button>
              <button type="button" onClick={() => remove(node)}>Remove</button>
            </div>
          </div>
        )}
      </div>
      <p class="said" aria-live="polite">{said}</p>
      {legend}
      {list}
    </section>
  );
}

export default Drawing;

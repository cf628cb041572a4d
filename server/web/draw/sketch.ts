// The canvas: Cytoscape.js draws nodes and moves them. Lines lie on a canvas of our own below it, names and what is lit on one above it:
// a line costs Cytoscape.js as much as a node, which a thousand nodes with their lines cannot afford; and names so keep their size.
import cytoscape, { type Core, type EdgeSingular, type ElementDefinition, type NodeSingular, type StylesheetJson } from "cytoscape";
import type { Point } from "./choose";
import { degreesIn, type DrawnNode, type DrawnRelationship, type Graph } from "./graph";
import { CORNERS, kindOf, lineOfType, outline, shapeOfKind, type LineLook } from "./kinds";
import { placeLabels, type Box, type PlacedLabel } from "./labels";
import { distanceTo, runOf, shiftsOf, type Run } from "./lines";
import { palette, type Palette } from "./palette";
import { arrowHead, fontOf, headOf, linePath, paint, type Scene, type SceneLine, type SceneNode } from "./scene";
import type { Camera } from "./state";

export interface SketchEvents {
  onChoose: (key: string | null) => void;
  onOpen: (key: string) => void;
  onHover: (what: { node: string } | { line: string } | null, at: Point) => void;
  onMoved: (key: string, place: Point) => void;
  onCamera: (camera: Camera | undefined) => void;
}

const LABEL = 12;
const CHUNK = 20;  // elements that are added at once
const TASK = 60;   // milliseconds after which the page gets its turn
const EDGE = 24;   // around all, with its names
const HUBS = 12;   // nodes whose names may lie on others

const FIT = 1.6;   // no closer than this when all is to be seen
const RING = 6;    // around the chosen node
const NEAR = 5;    // a line is met from this far

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
// After what was added has been drawn; a page that is not seen has no frames.
const nextFrame = () => new Promise<void>((resolve) => {
  const late = window.setTimeout(resolve, 200);
  requestAnimationFrame(() => {
    window.clearTimeout(late);
    window.setTimeout(resolve, 0);
  });
});
/// Lines leave a node that has several of them to its right, where they would strike its name.
export const isNamedBelow = (degree: number) => degree > 1;
export const radiusOf = (degree: number, isCentre: boolean) => isCentre ? 15 : Math.min(16, 7 + 1.6 * Math.sqrt(degree));

function styleOf(colours: Palette): StylesheetJson {
  const shapes = Object.entries(CORNERS).filter(([, corners]) => corners).map(([shape, corners]) =>
    ({ selector: `node[shape = "${shape}"]`, style: { shape: "polygon", "shape-polygon-points": corners } }));
  return [
    { selector: "node", style: { width: "data(size)", height: "data(size)", "background-color": "data(colour)", "border-width": 1.5,
      "border-color": colours.paper, "overlay-opacity": 0 } },
    ...shapes,
    { selector: "edge", style: { display: "none" } },  // they are drawn below
    { selector: "node.pinned", style: { "border-color": colours.ink, "border-width": 2.5 } },
    { selector: ".hidden", style: { display: "none" } },
  ] as StylesheetJson;
}

interface Line { id: string; edge: EdgeSingular; type: string; from: NodeSingular; to: NodeSingular; shift: number }

const widthAt = (width: number, zoom: number) => Math.max(0.5, Math.min(1.5, zoom) * width);
const headAt = (zoom: number) => Math.max(3, 8 * Math.min(1.5, zoom));

/// A canvas as large as the drawing.
class Sheet {
  readonly canvas = document.createElement("canvas");
  readonly context = this.canvas.getContext("2d")!;

  constructor(name: string) {
    this.canvas.className = name;
  }

  clear(width: number, height: number) {
    const ratio = Math.min(2, devicePixelRatio || 1);
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== wide || this.canvas.height !== high) [this.canvas.width, this.canvas.height] = [wide, high];
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.clearRect(0, 0, width, height);
  }
}

// All lines of one look at once: many small strokes would take longer.
function paintRuns(context: CanvasRenderingContext2D, lines: { run: Run; look: LineLook }[], zoom: number) {
  const looks = new Map<LineLook, Run[]>();
  for (const { run, look } of lines) {
    const same = looks.get(look);
    if (same) same.push(run);
    else looks.set(look, [run]);
  }
  for (const [{ width, dash, arrow }, runs] of looks) {
    context.beginPath();
    for (const { start, bends, end } of runs) {
      context.moveTo(start.x, start.y);
      if (bends.length === 2) context.bezierCurveTo(bends[0].x, bends[0].y, bends[1].x, bends[1].y, end.x, end.y);
      else if (bends.length) context.quadraticCurveTo(bends[0].x, bends[0].y, end.x, end.y);
      else context.lineTo(end.x, end.y);
    }
    context.lineWidth = widthAt(width, zoom);
    context.setLineDash(dash.map((part) => part * zoom));
    context.stroke();
    if (!arrow) continue;
    context.beginPath();
    for (const { start, bends, end } of runs) {
      const corners = headOf(bends[bends.length - 1] ?? start, end, headAt(zoom));
      corners.forEach(({ x, y }, index) => index ? context.lineTo(x, y) : context.moveTo(x, y));
      context.closePath();
    }
    context.fill();
  }
}

function boundsOf(boxes: Box[]): Box | null {
  if (!boxes.length) return null;
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y, width, height } of boxes) {
    bounds.left = Math.min(bounds.left, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.right = Math.max(bounds.right, x + width);
    bounds.bottom = Math.max(bounds.bottom, y + height);
  }
  return { x: bounds.left, y: bounds.top, width: bounds.right - bounds.left, height: bounds.bottom - bounds.top };
}

export class Sketch {
  readonly graph: Core;
  private readonly below: Sheet;
  private readonly above: Sheet;
  private lines: Line[] = [];
  private readonly stage: HTMLElement;
  private readonly watcher: ResizeObserver;
  private colours = palette();
  private names: ReadonlyMap<string, string> = new Map();
  private readonly widths = new Map<string, number>();
  private labels: PlacedLabel[] = [];
  private labelsAt = "";
  private frameRoom: (Box & { zoom: number }) | null = null;
  private chosen: string | null = null;
  private hovered: string | null = null;
  private centre: string | undefined;
  private moved = false;     // whether the reader has moved or zoomed, so that a new size must not move it again
  private ours = false;      // whether it is us who move
  private turn = 0;
  private frame = 0;
  private changes = 0;

  constructor(host: HTMLElement, private readonly events: SketchEvents) {
    this.stage = document.createElement("div");
    this.stage.className = "stage";
    this.below = new Sheet("below");
    this.above = new Sheet("above");
    host.append(this.below.canvas, this.stage, this.above.canvas);
    this.graph = cytoscape({ container: this.stage, style: styleOf(this.colours), minZoom: 0.02, maxZoom: 4, boxSelectionEnabled: false,
      autounselectify: true, pixelRatio: Math.min(2, devicePixelRatio || 1) });
    this.tellTests();
    this.listen();
    // A wheel scrolls the page until the drawing has been clicked or reached by keyboard.
    const zoom = (isOn: boolean) => () => { this.graph.userZoomingEnabled(isOn || matchMedia("(pointer: coarse)").matches); };
    zoom(false)();
    host.addEventListener("focus", zoom(true));
    host.addEventListener("blur", zoom(false));
    host.addEventListener("pointerup", () => host.focus({ preventScroll: true }));  // Cytoscape.js takes the focus away on "down"
    document.fonts.addEventListener("loadingdone", this.measureAnew);
    this.watcher = new ResizeObserver(() => this.resize());
    this.watcher.observe(host);
  }

  close() {
    ++this.turn;
    cancelAnimationFrame(this.frame);
    this.watcher.disconnect();
    document.fonts.removeEventListener("loadingdone", this.measureAnew);
    this.graph.destroy();
    this.stage.remove();
    this.below.canvas.remove();
    this.above.canvas.remove();
  }

  // What is on our own canvases, beside what the graph tells of itself: names and lines where they are on the screen now.
  private tellTests() {
    Object.assign(this.graph, {
      names: () => this.labels.map((label) => ({ ...label, x: label.x + this.graph.pan().x, y: label.y + this.graph.pan().y, text: this.names.get(label.key), size: LABEL })),
      lines: () => this.lines.filter(this.isSeen).map((line) => ({ id: line.id, ...this.runOf(line) })),
    });
  }

  private measureAnew = () => {
    this.widths.clear();
    this.touch();
    if (!this.moved) this.fit();
  };

  private widthOf(text: string): number {
    let width = this.widths.get(text);
    if (width === undefined) {
      this.above.context.font = fontOf({ size: LABEL, font: this.colours.font }, true);
      width = this.above.context.measureText(text).width;
      this.widths.set(text, width);
    }
    return width;
  }

  /// Brings what is drawn to `graph`, a chunk at a time so that the page stays alive; false where another call came between.
  async show(graph: Graph, places: ReadonlyMap<string, Point>, names: ReadonlyMap<string, string>, centre: string | undefined, tell: (done: number) => void = () => {}): Promise<boolean> {
    const turn = ++this.turn;
    [this.names, this.centre] = [names, centre];
    const wanted = new Set([...graph.nodes.map(({ key }) => key), ...graph.relationships.map(({ id }) => id)]);
    const gone = this.graph.elements().filter((element) => !wanted.has(element.id()));
    if (gone.nonempty()) this.graph.batch(() => gone.remove());
    this.findLines();
    const degrees = degreesIn(graph);
    const isNew = (id: string) => this.graph.getElementById(id).empty();
    const fresh = [
      ...graph.nodes.filter(({ key }) => isNew(key)).map((node) => this.nodeElement(node, degrees.get(node.key) ?? 0, places.get(node.key))),
      ...graph.relationships.filter(({ id }) => isNew(id)).map((one) => this.lineElement(one)),
    ];
    this.graph.batch(() => this.graph.nodes().forEach((node) => {
      const place = places.get(node.id());
      if (place && (place.x !== node.position().x || place.y !== node.position().y)) node.position({ ...place });
      const degree = degrees.get(node.id()) ?? 0;
      if (node.data("degree") !== degree) node.data({ degree, size: 2 * radiusOf(degree, node.id() === centre) });
      if (node.data("label") !== names.get(node.id())) node.data("label", names.get(node.id()) ?? node.id());
    }));
    let began = performance.now();
    for (let from = 0; from < fresh.length; from += CHUNK) {
      // Asked for its style, an element works it out now and not, with all others, when it is drawn first.
      this.graph.add(fresh.slice(from, from + CHUNK)).forEach((element) => { element.numericStyle("opacity"); });
      if (performance.now() - began < TASK) continue;
      tell(Math.min(from + CHUNK, graph.nodes.length));
      await nextFrame();
      if (turn !== this.turn) return false;
      began = performance.now();
    }
    this.findLines();
    this.touch();
    if (!this.moved) this.fit();
    return true;
  }

  private nodeElement(node: DrawnNode, degree: number, place: Point | undefined): ElementDefinition {
    const kind = kindOf(node);
    return { group: "nodes", position: { ...place ?? { x: 0, y: 0 } }, data: { id: node.key, kind, degree, shape: shapeOfKind(kind), colour: this.colours.of(kind),
      size: 2 * radiusOf(degree, node.key === this.centre), label: this.names.get(node.key) ?? node.title } };
  }

  private lineElement({ id, from, to, type }: DrawnRelationship): ElementDefinition {
    return { group: "edges", data: { id, source: from, target: to, type } };
  }

  private findLines() {
    const edges = this.graph.edges().toArray() as EdgeSingular[];
    const shifts = shiftsOf(edges.map((edge) => ({ id: edge.id(), from: edge.data("source"), to: edge.data("target") })));
    this.lines = edges.map((edge) => ({ id: edge.id(), edge, type: edge.data("type"), from: edge.source(), to: edge.target(), shift: shifts.get(edge.id())! }));
  }

  filter(hidden: ReadonlySet<string>) {
    this.graph.batch(() => this.graph.elements().forEach((element) => {
      const kind = element.data(element.isNode() ? "kind" : "type") as string;
      if (hidden.has(kind) !== element.hasClass("hidden")) element.toggleClass("hidden", hidden.has(kind));
    }));
    this.touch();
  }

  pin(pinned: Record<string, Point>) {
    this.graph.batch(() => this.graph.nodes().forEach((node) => {
      if ((node.id() in pinned) !== node.hasClass("pinned")) node.toggleClass("pinned", node.id() in pinned);
    }));
  }

  choose(key: string | null, { follow = true } = {}) {
    this.chosen = key;
    const node = key === null ? null : this.graph.getElementById(key);
    if (node?.nonempty() && follow) this.reveal(node as unknown as NodeSingular);
    this.touch();
  }

  // Only where it is out of sight: what can be seen stays where it is.
  private reveal(node: NodeSingular) {
    const { x, y } = node.renderedPosition();
    const [width, height] = [this.graph.width(), this.graph.height()];
    if (x > 40 && y > 40 && x < width - 40 && y < height - 40) return;
    this.moved = true;
    if (still()) this.graph.center(node);
    else this.graph.animate({ center: { eles: node } }, { duration: 180 });
  }

  light(key: string | null) {
    if (this.hovered === key) return;
    this.hovered = key;
    this.later();
  }

  places(): Map<string, Point> {
    return new Map(this.visible().map((node) => [node.id(), { ...node.position() }]));
  }

  /// All that there is or, where the reader asks for it, all that is visible, with its names, in the middle and as large as is good to see. Measured by itself: asking Cytoscape.js for
  /// the bounds of a thousand elements takes longer than a frame.
  fit(isOfVisible = false) {
    this.ours = true;
    this.graph.resize();
    const [width, height] = [this.graph.width(), this.graph.height()];
    const fitted = isOfVisible ? this.visible() : this.graph.nodes().toArray() as NodeSingular[];
    const nodes = boundsOf(fitted.map((node) => {
      const { x, y } = node.position();
      const size = node.data("size") as number;
      return { x: x - size / 2, y: y - size / 2, width: size, height: size };
    }));
    if (nodes && width > 0) {
      let over = { left: 0, top: 0, right: 0, bottom: 0 };  // how far names reach out, on the screen
      this.frameRoom = null;
      for (let round = 0; round < 3; ++round) {
        const zoom = Math.max(0.02, Math.min(FIT, (width - EDGE - over.left - over.right) / nodes.width, (height - EDGE - over.top - over.bottom) / nodes.height));
        this.graph.viewport({ zoom, pan: {
          x: (width - nodes.width * zoom - over.left - over.right) / 2 + over.left - nodes.x * zoom,
          y: (height - nodes.height * zoom - over.top - over.bottom) / 2 + over.top - nodes.y * zoom,
        } });
        if (round === 2) break;
        this.arrange();
        const names = boundsOf(this.labels);
        if (!names) break;
        const beyond = (by: number, most: number) => Math.min(most, Math.max(0, by));
        over = {
          left: beyond(nodes.x * zoom - names.x, width / 5), right: beyond(names.x + names.width - (nodes.x + nodes.width) * zoom, width / 5),
          top: beyond(nodes.y * zoom - names.y, 40), bottom: beyond(names.y + names.height - (nodes.y + nodes.height) * zoom, 40),
        };
      }
    }
    const { x1, y1, w, h } = this.graph.extent();
    this.frameRoom = { x: x1, y: y1, width: w, height: h, zoom: this.graph.zoom() };
    this.touch();
    this.moved = false;
    this.ours = false;
    this.events.onCamera(undefined);
    this.later();
  }

  zoomBy(factor: number) {
    this.moved = true;
    this.graph.zoom({ level: this.graph.zoom() * factor, renderedPosition: { x: this.graph.width() / 2, y: this.graph.height() / 2 } });
  }

  set camera({ zoom, x, y }: Camera) {
    this.moved = true;
    this.graph.resize();
    this.graph.viewport({ zoom, pan: { x: this.graph.width() / 2 - x * zoom, y: this.graph.height() / 2 - y * zoom } });
  }

  recolour() {
    this.colours = palette();
    this.graph.batch(() => this.graph.nodes().forEach((node) => { node.data("colour", this.colours.of(node.data("kind"))); }));
    this.graph.style(styleOf(this.colours));
    this.later();
  }

  private visible = () => this.graph.nodes().toArray().filter((node) => !node.hasClass("hidden")) as NodeSingular[];

  private listen() {
    const at = (event: cytoscape.EventObject): Point => event.renderedPosition ?? { x: 0, y: 0 };
    const { graph, events } = this;
    graph.on("tap", (event) => {
      const key = event.target !== graph && event.target.isNode() ? event.target.id() : this.namedAt(at(event));
      if (key) return events.onChoose(key);
      const line = this.lineAt(at(event));
      events.onHover(line ? { line } : null, at(event));
      if (!line) events.onChoose(null);
    });
    graph.on("dbltap", (event) => {
      const key = event.target !== graph && event.target.isNode() ? event.target.id() : this.namedAt(at(event));
      if (key) events.onOpen(key);
    });
    graph.on("mousemove", (event) => {
      if (event.target !== graph) return;
      const key = this.namedAt(at(event));
      const line = key ? null : this.lineAt(at(event));
      if ((key ?? line) !== this.hovered) events.onHover(key ? { node: key } : line ? { line } : null, at(event));
    });
    graph.on("mouseover", "node", (event) => events.onHover({ node: event.target.id() }, at(event)));
    graph.on("mouseout", (event) => events.onHover(null, at(event)));
    graph.on("dragfreeon", "node", (event) => events.onMoved(event.target.id(), { ...event.target.position() }));
    graph.on("position", () => this.touch());
    graph.on("pan zoom", () => this.later());
    graph.on("scrollzoom dragpan pinchzoom", () => { this.moved = true; });
    let wait = 0;
    graph.on("viewport", () => {
      if (this.ours) return;
      window.clearTimeout(wait);
      wait = window.setTimeout(() => { if (!graph.destroyed() && this.moved) events.onCamera(this.cameraNow()); }, 350);
    });
  }

  private cameraNow(): Camera {
    const [zoom, { x, y }] = [this.graph.zoom(), this.graph.pan()];
    return { zoom, x: (this.graph.width() / 2 - x) / zoom, y: (this.graph.height() / 2 - y) / zoom };
  }

  private namedAt({ x, y }: Point): string | null {
    const { x: left, y: top } = this.graph.pan();
    const found = this.labels.find((label) => x - left >= label.x && x - left <= label.x + label.width && y - top >= label.y && y - top <= label.y + label.height);
    return found?.key ?? null;
  }

  private isSeen = ({ edge, from, to }: Line) => !edge.hasClass("hidden") && !from.hasClass("hidden") && !to.hasClass("hidden");

  private runOf({ from, to, shift }: Line): Run {
    const [zoom, pan] = [this.graph.zoom(), this.graph.pan()];
    const end = (node: NodeSingular) => {
      const { x, y } = node.position();
      return { x: x * zoom + pan.x, y: y * zoom + pan.y, radius: (node.data("size") * zoom) / 2 + 1 };
    };
    return runOf(end(from), end(to), shift * zoom);
  }

  private lineAt(point: Point): string | null {
    let [found, least]: [string | null, number] = [null, NEAR];
    for (const line of this.lines) {
      const distance = this.isSeen(line) ? distanceTo(point, this.runOf(line)) : Infinity;
      if (distance < least) [found, least] = [line.id, distance];
    }
    return found;
  }

  private touch() {
    ++this.changes;
    this.later();
  }

  private later() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.graph.destroyed()) this.paintSheets();
    });
  }

  // Which names are told depends on zoom alone, not on where the drawing was moved to: while it moves none comes or goes.
  private arrange() {
    const now = `${this.graph.zoom()} ${this.changes} ${this.chosen}`;
    if (now === this.labelsAt) return;
    this.labelsAt = now;
    const zoom = this.graph.zoom();
    const nodes = this.visible();
    const degreeOf = (node: NodeSingular) => node.data("degree") as number;
    const high = Math.max(8, nodes.map(degreeOf).sort((a, b) => b - a)[HUBS] ?? 0);
    this.labels = placeLabels(nodes.map((node) => {
      const rank = node.id() === this.chosen ? 1e6 : node.id() === this.centre ? 1e5 : degreeOf(node);
      return this.labelled(node, zoom, rank, rank > high);
    }), this.boundsOfNames(zoom));
  }

  // What was seen when all was fitted in: a name beyond it would be cut off there.
  private boundsOfNames(zoom: number): Box | undefined {
    const room = this.frameRoom;
    if (!room || zoom < room.zoom * 0.99) return undefined;
    return { x: room.x * zoom + 2, y: room.y * zoom + 2, width: room.width * zoom - 4, height: room.height * zoom - 4 };
  }

  private resize() {
    const [width, height] = [this.stage.clientWidth, this.stage.clientHeight];
    if (!width || !height || this.graph.destroyed()) return;
    this.graph.resize();
    if (!this.moved) this.fit();
    this.later();
  }

  private paintSheets() {
    const [width, height] = [this.graph.width(), this.graph.height()];
    const zoom = this.graph.zoom();
    this.below.clear(width, height);
    this.below.context.strokeStyle = this.below.context.fillStyle = this.colours.line;
    paintRuns(this.below.context, this.lines.filter(this.isSeen).map((line) => ({ run: this.runOf(line), look: lineOfType(line.type) })), zoom);

    this.above.clear(width, height);
    const { context } = this.above;
    this.arrange();
    const lit = this.litNow();
    if (lit) {
      context.globalAlpha = 0.78;
      context.fillStyle = this.colours.paper;
      context.fillRect(0, 0, width, height);
      context.globalAlpha = 1;
    }
    const scene = this.sceneOf(this.colours, lit?.nodes ?? [], lit?.lines ?? []);
    if (lit) scene.labels = this.namesOf(new Set(lit.nodes.map((node) => node.id())));
    const chosen = this.chosen === null ? null : this.graph.getElementById(this.chosen);
    if (chosen?.nonempty() && !chosen.hasClass("hidden")) scene.nodes.push(this.sceneNode(chosen as unknown as NodeSingular, this.colours));
    paint(context, scene);
  }

  private litNow(): { nodes: NodeSingular[]; lines: Line[] } | null {
    if (this.hovered === null) return null;
    const lines = this.lines.filter((line) => (line.id === this.hovered || line.from.id() === this.hovered || line.to.id() === this.hovered) && this.isSeen(line));
    const found = this.graph.getElementById(this.hovered);
    const nodes = new Map<string, NodeSingular>();
    if (found.nonempty() && found.isNode()) nodes.set(found.id(), found as unknown as NodeSingular);
    for (const node of lines.flatMap(({ from, to }) => [from, to])) nodes.set(node.id(), node);
    return nodes.size ? { nodes: [...nodes.values()], lines } : null;
  }

  // Of lit nodes alone, placed as if there were no others.
  private namesOf(keys: ReadonlySet<string>) {
    const zoom = this.graph.zoom();
    const near = this.visible().filter((node) => keys.has(node.id()));
    const rank = (node: NodeSingular) => node.id() === this.hovered ? 1e6 : node.data("degree") as number;
    return placeLabels(near.map((node) => this.labelled(node, zoom, rank(node), node.id() === this.hovered))).map(this.sceneLabel);
  }

  private labelled(node: NodeSingular, zoom: number, rank: number, isAbove: boolean) {
    const { x, y } = node.position();
    const ring = node.id() === this.chosen ? RING : 0;
    return { key: node.id(), x: x * zoom, y: y * zoom, radius: (node.data("size") * zoom) / 2 + ring, height: LABEL + 3, rank, isAbove,
      isBelow: isNamedBelow(node.data("degree")), width: this.widthOf(node.data("label")) + 2 };
  }

  private sceneLabel = ({ key, x, y, height }: PlacedLabel) => {
    const pan = this.graph.pan();
    return { text: this.graph.getElementById(key).data("label") as string, x: x + pan.x + 1, y: y + pan.y + height / 2, strong: key === this.centre || key === this.chosen };
  };

  private sceneNode(node: NodeSingular, colours: Palette): SceneNode {
    const { x, y } = node.renderedPosition();
    const [shape, radius] = [node.data("shape"), (node.data("size") * this.graph.zoom()) / 2];
    return { key: node.id(), colour: colours.of(node.data("kind")), path: outline(shape, x, y, radius), edge: node.hasClass("pinned") ? colours.ink : undefined,
      ring: node.id() === this.chosen ? outline("ellipse", x, y, radius + RING - 1) : undefined };
  }

  private sceneLine(line: Line): SceneLine {
    const zoom = this.graph.zoom();
    const { start, bends, end } = this.runOf(line);
    const { width, dash, arrow } = lineOfType(line.type);
    return { path: linePath(start, bends, end), width: widthAt(width, zoom), dash: dash.map((part) => part * zoom),
      head: arrow ? arrowHead(bends[bends.length - 1] ?? start, end, headAt(zoom)) : undefined };
  }

  private sceneOf(colours: Palette, nodes: NodeSingular[], lines: Line[]): Scene {
    const [width, height] = [this.graph.width(), this.graph.height()];
    const isIn = ({ x, y }: { x: number; y: number }) => x > -200 && y > -40 && x < width + 200 && y < height + 40;
    return {
      width, height, title: "", paper: colours.paper, ink: colours.ink, line: colours.line, font: colours.font, size: LABEL,
      lines: lines.map((line) => this.sceneLine(line)),
      nodes: nodes.filter((node) => isIn(node.renderedPosition())).map((node) => this.sceneNode(node, colours)),
      labels: this.labels.map(this.sceneLabel).filter(isIn),
    };
  }

  /// All that is seen now, in other colours where those are asked for.
  scene(title: string, colours: Palette = this.colours): Scene {
    this.arrange();
    return { ...this.sceneOf(colours, this.visible(), this.lines.filter(this.isSeen)), title };
  }
}

/// A picture of a scene, twice as fine as it is seen.
export function pngOf(scene: Scene): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const scale = 2;
  canvas.width = scene.width * scale;
  canvas.height = scene.height * scale;
  const context = canvas.getContext("2d")!;
  context.scale(scale, scale);
  context.fillStyle = scene.paper;
  context.fillRect(0, 0, scene.width, scene.height);
  paint(context, scene);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error("the picture is too large")), "image/png"));
}

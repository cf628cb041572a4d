// A drawing as it is seen: shapes, lines and names at their places, ready to be painted or written as SVG.

export interface SceneNode { key: string; path: string; colour: string; edge?: string; ring?: string }  // ring: the path of one around it
export interface SceneLine { path: string; width: number; dash: number[]; head?: string }
export interface SceneLabel { text: string; x: number; y: number; strong: boolean }  // its left end, and the middle of its height
export interface Scene {
  width: number; height: number; paper: string; ink: string; line: string; font: string; size: number; title: string;
  lines: SceneLine[]; nodes: SceneNode[]; labels: SceneLabel[];
}
export interface Place { x: number; y: number }

const round = (value: number) => Math.round(value * 100) / 100;
const at = ({ x, y }: Place) => `${round(x)} ${round(y)}`;

/// From its start to its end, by one bend or by the two of a loop.
export function linePath(start: Place, bends: Place[], end: Place): string {
  const curve = ["L", "Q", "C"][bends.length];
  return `M${at(start)}${curve}${[...bends, end].map(at).join(" ")}`;
}

/// The corners of the arrow that ends a line which comes from `before`.
export function headOf(before: Place, end: Place, size: number): Place[] {
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const wing = (turn: number) => ({ x: end.x - size * Math.cos(angle + turn), y: end.y - size * Math.sin(angle + turn) });
  return [end, wing(0.42), wing(-0.42)];
}
export const arrowHead = (before: Place, end: Place, size: number) => `M${headOf(before, end, size).map(at).join("L")}Z`;

/// Lines below nodes below names, on a canvas.
export function paint(context: CanvasRenderingContext2D, scene: Scene) {
  context.lineJoin = "round";
  for (const { path, width, dash, head } of scene.lines) {
    context.setLineDash(dash);
    context.lineWidth = width;
    context.strokeStyle = context.fillStyle = scene.line;
    context.stroke(new Path2D(path));
    if (head) context.fill(new Path2D(head));
  }
  context.setLineDash([]);
  for (const { path, colour, edge, ring } of scene.nodes) {
    const shape = new Path2D(path);
    context.fillStyle = colour;
    context.strokeStyle = edge ?? scene.paper;
    context.lineWidth = edge ? 4 : 1.5;
    context.stroke(shape);
    context.fill(shape);
    if (!ring) continue;
    context.strokeStyle = scene.ink;
    context.lineWidth = 2.5;
    context.stroke(new Path2D(ring));
  }
  context.textBaseline = "middle";
  context.strokeStyle = scene.paper;
  context.fillStyle = scene.ink;
  context.lineWidth = 3;
  for (const { text, x, y, strong } of scene.labels) {
    context.font = fontOf(scene, strong);
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}

export const fontOf = ({ size, font }: Pick<Scene, "size" | "font">, strong: boolean) => `${strong ? 650 : 450} ${size}px ${font}`;

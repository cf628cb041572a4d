// How a reader left a drawing, as one short text for a link.

export interface View {
  limit: number;
  removed: string[];
  expanded: string[];
  pinned: Record<string, { x: number; y: number }>;
  hidden: string[];  // kinds of node and of relationship
}
export interface Camera { zoom: number; x: number; y: number }  // the point of the drawing that is in the middle
export interface State { view: View; camera?: Camera; chosen?: string }

// "~" between parts, "," between entries, "@" between the fields of one: all else is as it was, but for what a link cannot have.
const escaped = (text: string) => text.replace(/[~,@%&#+\s?=]/gu, (sign) => encodeURIComponent(sign).replace("~", "%7E"));
const number = (value: number) => String(Math.round(value * 100) / 100);

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/// Nothing where all is as a drawing begins.
export function encodeState({ view, camera, chosen }: State, first: number): string {
  const parts: string[] = [];
  const add = (name: string, entries: string[]) => { if (entries.length) parts.push(name + entries.join(",")); };
  if (view.limit !== first) parts.push(`n${view.limit}`);
  add("x", view.removed.map(escaped));
  add("e", view.expanded.map(escaped));
  add("p", Object.entries(view.pinned).map(([key, { x, y }]) => `${escaped(key)}@${Math.round(x)}@${Math.round(y)}`));
  add("h", view.hidden.map(escaped));
  if (chosen) add("s", [escaped(chosen)]);
  if (camera) add("z", [`${number(camera.zoom)}@${Math.round(camera.x)}@${Math.round(camera.y)}`]);
  return parts.join("~");
}

const finite = (...values: number[]) => values.every((value) => Number.isFinite(value) && Math.abs(value) < 1e7);

/// Reads any text: what is not understood is left out, as it may come from a link that was cut or typed.
export function decodeState(text: string | undefined, first: number): State {
  const view: View = { limit: first, removed: [], expanded: [], pinned: {}, hidden: [] };
  const state: State = { view };
  for (const part of (text ?? "").split("~")) {
    const entries = part.slice(1).split(",").filter(Boolean);
    const keys = () => [...new Set(entries.map(unescaped))];
    const fields = () => entries.map((entry) => entry.split("@"));
    switch (part[0]) {
      case "n": if (Number.isInteger(Number(entries[0]))) view.limit = Math.max(first, Math.min(Number(entries[0]), 100_000)); break;
      case "x": view.removed = keys(); break;
      case "e": view.expanded = keys().slice(0, 50); break;
      case "h": view.hidden = keys(); break;
      case "s": state.chosen = keys()[0]; break;
      case "p":
        for (const [key, x, y] of fields()) if (y !== undefined && finite(Number(x), Number(y))) view.pinned[unescaped(key)] = { x: Number(x), y: Number(y) };
        break;
      case "z": {
        const [zoom, x, y] = fields()[0]?.map(Number) ?? [];
        if (y !== undefined && finite(zoom, x, y) && zoom > 0.01 && zoom < 20) state.camera = { zoom, x, y };
      }
    }
  }
  return state;
}

/// What was done, and what was undone, one view after the other.
export interface History { past: View[]; now: View; future: View[] }
export const begin = (now: View): History => ({ past: [], now, future: [] });
export const step = ({ past, now }: History, next: View): History => ({ past: [...past.slice(-99), now], now: next, future: [] });
export const undo = (history: History): History => history.past.length
  ? { past: history.past.slice(0, -1), now: history.past[history.past.length - 1], future: [history.now, ...history.future] } : history;
export const redo = (history: History): History => history.future.length
  ? { past: [...history.past, history.now], now: history.future[0], future: history.future.slice(1) } : history;

// The colours of design/tokens.css as they are now, for a canvas, which cannot read variables itself.
import { colourOfKind } from "./kinds";

export interface Palette { of: (kind: string) => string; paper: string; ink: string; line: string; accent: string; font: string }

function read(): Palette {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  const known = new Map<string, string>();
  const of = (kind: string) => known.get(kind) ?? known.set(kind, value(colourOfKind(kind)) || value("--kind-other")).get(kind)!;
  return { of, paper: value("--paper"), ink: value("--ink"), line: value("--rule-strong"), accent: value("--accent"), font: value("--sans") };
}

/// With the colours of white paper while `use` runs, whatever the page has.
export function onWhitePaper<Result>(use: (palette: Palette) => Result): Result {
  const root = document.documentElement;
  const before = root.dataset.theme;
  root.dataset.theme = "light";
  try {
    return use({ ...read(), paper: "#ffffff" });
  } finally {
    if (before === undefined) delete root.dataset.theme;
    else root.dataset.theme = before;
  }
}

const scheme = () => matchMedia("(prefers-color-scheme: dark)");
export const isDark = () => scheme().matches && document.documentElement.dataset.theme !== "light";
export const palette = read;

/// Tells when the colours become others; returns what ends that.
export function onPaletteChange(tell: () => void): () => void {
  const media = scheme();
  media.addEventListener("change", tell);
  return () => media.removeEventListener("change", tell);
}

// The queries asked before, kept by the browser; where it keeps nothing, for as long as the page is open.
import { useState } from "preact/hooks";
import { readPast, withAsked, type Asked } from "./past";

const PLACE = "treatygraph.queries";

function stored(): Asked[] {
  try {
    return readPast(localStorage.getItem(PLACE));
  } catch {
    return [];
  }
}

function store(past: Asked[]): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(past));
  } catch { /* full or forbidden: the list of this page goes on */ }
}

export function usePast() {
  const [past, setPast] = useState(stored);
  const keep = (asked: Asked) => setPast((was) => {
    const next = withAsked(stored().length ? stored() : was, asked);
    store(next);
    return next;
  });
  const forget = () => { store([]); setPast([]); };
  return { past, keep, forget };
}

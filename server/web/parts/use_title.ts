// The title of the tab, and focus and scroll when a view has come: each view begins at its top, or where the reader left it.
import { useEffect, useLayoutEffect } from "preact/hooks";
import { placeToRestore } from "../address/address";

export function useTitle(title: string): void {
  useEffect(() => { document.title = title ? `${title} · treatygraph` : "treatygraph"; }, [title]);
}

/// Call in a view once what it shows has changed to `what`; a view that scrolls to a place of its own says `own`.
export function useArrival(what: string | null, { own = false } = {}): void {
  useLayoutEffect(() => {
    if (what === null) return;
    if (placeToRestore.value !== null) window.scrollTo(0, placeToRestore.value);
    else if (!own) {
      window.scrollTo(0, 0);
      document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
    }
  }, [what]);
}

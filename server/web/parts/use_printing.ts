// Whether the page is being put on paper, where nothing can be opened.
import { signal } from "@preact/signals";
import { flushSync } from "preact/compat";

const isPrinting = signal(false);  // not of a component: a sheet of paper is narrow, and what is shown may be built anew for it
globalThis.addEventListener?.("beforeprint", () => flushSync(() => { isPrinting.value = true; }));  // the browser takes the page once its listeners have ended
globalThis.addEventListener?.("afterprint", () => { isPrinting.value = false; });

export const usePrinting = (): boolean => isPrinting.value;

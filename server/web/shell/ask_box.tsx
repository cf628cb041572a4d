// The one box: citations, names, words, keys. Ctrl+K or / from anywhere.
import { useEffect, useRef } from "preact/hooks";
import { Combobox } from "../parts/combobox";
import { address, go, hrefOf } from "../address/address";
import { asked } from "./asked";

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function AskBox() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const asked = ((event.ctrlKey || event.metaKey) && event.key === "k") || (event.key === "/" && !isTyping(event.composedPath()[0] ?? null));
      if (!asked) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
  const words = address.value.path[1] === "search" ? address.value.query.get("q") ?? "" : "";
  return (
    <form role="search" class="ask-box" onSubmit={(event) => event.preventDefault()}>
      <Combobox inputRef={input} value={words} label="Search or ask (Ctrl+K)" placeholder="Search or ask: art 24(2), ethical hacker, who signed …"
        onChoose={(one) => go(hrefOf(one.key))} onWords={(text) => { if (text.trim()) go(asked(text)); }} />
      <kbd aria-hidden="true">Ctrl K</kbd>
    </form>
  );
}

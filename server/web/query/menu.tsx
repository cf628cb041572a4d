// A button that opens a list to choose from, by keyboard as by mouse: arrows, Home, End, Enter, Escape.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";

interface Props<One> { name: string; entries: One[]; show: (one: One) => ComponentChildren; onChoose: (one: One) => void; empty: string; children?: ComponentChildren }

export function Menu<One>({ name, entries, show, onChoose, empty, children }: Props<One>) {
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => { if (open) list.current?.focus(); }, [open]);
  useEffect(() => { if (open) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" }); }, [open, at]);

  const close = () => { setOpen(false); button.current?.focus(); };
  const choose = (index: number) => { setOpen(false); onChoose(entries[index]); };
  const step = (key: string): number | null => {
    const last = entries.length - 1;
    return { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last, PageDown: Math.min(at + 10, last), PageUp: Math.max(at - 10, 0) }[key] ?? null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") return close();
    if (event.target !== list.current || !entries.length) return;
    const next = step(event.key);
    if (next !== null) setAt(next);
    else if (event.key === "Enter" || event.key === " ") choose(at);
    else return;
    event.preventDefault();
  };
  const onFocusOut = (event: FocusEvent) => {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as globalThis.Node | null)) setOpen(false);
  };
  const toggle = () => { setAt(0); setOpen(!open); };
  return (
    <div class="menu" onFocusOut={onFocusOut} onKeyDown={onKeyDown}>
      <button type="button" ref={button} aria-haspopup="listbox" aria-expanded={open} onClick={toggle}
        onKeyDown={(event) => { if (event.key === "ArrowDown" && !open) { event.preventDefault(); toggle(); } }}>{name} <span aria-hidden="true">▾</span></button>
      {open && (
        <div class="menu-list">
          <ul ref={list} role="listbox" tabIndex={0} aria-label={name} aria-activedescendant={entries.length ? `${id}-${at}` : undefined}>
            {entries.map((one, index) => <li key={index} id={`${id}-${index}`} role="option" aria-selected={index === at} onMouseMove={() => setAt(index)} onClick={() => choose(index)}>{show(one)}</li>)}
          </ul>
          {!entries.length && <p class="quiet">{empty}</p>}
          {children}
        </div>
      )}
    </div>
  );
}

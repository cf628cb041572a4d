// What narrows a list that is already there: words, a choice, a tick; and how many are left.
import { toChildArray, type ComponentChildren } from "preact";
import { useMedia } from "./use_media";

const FEW = 2;  // boxes that a narrow screen has room for

export function FilterBar({ shown, total, noun = "", onClear, children }: { shown: number; total: number; noun?: string; onClear?: () => void; children: ComponentChildren }) {
  const isNarrow = useMedia("(max-width: 720px)");
  const left = shown === total ? `All ${total.toLocaleString("en")}${noun && ` ${noun}`}` : `${shown.toLocaleString("en")} of ${total.toLocaleString("en")}${noun && ` ${noun}`}`;
  const bar = (
    <form class="filters" role="search" aria-label="Narrow the list" onSubmit={(event) => event.preventDefault()}>
      {children}
      <span class="left" role="status">{left}</span>
      {onClear && shown !== total && <button type="button" onClick={onClear}>Show all</button>}
    </form>
  );
  return isNarrow && toChildArray(children).length > FEW ? <details class="filter-fold"><summary>Narrow the list: {left.toLowerCase()}</summary>{bar}</details> : bar;
}

export function WithWords({ label, value, onWords }: { label: string; value: string; onWords: (words: string) => void }) {
  return <label class="pick"><span>{label}</span><input type="search" value={value} onInput={(event) => onWords(event.currentTarget.value)} /></label>;
}

export function Choice({ label, value, options, any = "any", onPick }: { label: string; value: string; options: [string, string][]; any?: string | null; onPick: (value: string) => void }) {
  if (any !== null && options.length < 2 && !value) return null;
  return (
    <label class="pick"><span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {any !== null && <option value="">{any}</option>}
        {options.map(([one, text]) => <option key={one} value={one}>{text}</option>)}
      </select>
    </label>
  );
}

export function Tick({ value, onTick, children }: { value: boolean; onTick: (value: boolean) => void; children: ComponentChildren }) {
  return <label class="tick"><input type="checkbox" checked={value} onChange={(event) => onTick(event.currentTarget.checked)} /> <span>{children}</span></label>;
}

/// Whether all words of `typed` are in `text`, in any order and case.
export function hasWords(text: string, typed: string): boolean {
  const lower = text.toLowerCase();
  return typed.toLowerCase().split(/\s+/).every((word) => lower.includes(word));
}

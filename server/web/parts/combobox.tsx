// A box with suggestions as one types: the listbox pattern of WAI-ARIA, used by the one box and by every form.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { plain } from "../names/names";
import { suggest, type Suggestion } from "../api/suggestions";

interface Props {
  value: string;                       ///< what is in the box at first
  label: string;
  placeholder?: string;
  provisions?: boolean;
  onChoose: (chosen: Suggestion) => void;
  onWords?: (words: string) => void;   ///< Enter without a suggestion chosen; without it the first suggestion is taken
  inputRef?: { current: HTMLInputElement | null };
}

export function Combobox({ value, label, placeholder, provisions, onChoose, onWords, inputRef }: Props) {
  const [words, setWords] = useState(value);
  const [found, setFound] = useState<Suggestion[]>([]);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const id = useId();
  const asking = useRef<AbortController | null>(null);
  const leave = () => asking.current?.abort();
  useEffect(() => { leave(); setWords(value); }, [value]);
  useEffect(() => leave, []);
  // Asked at the key itself: an effect would wait until the letter has been painted.
  const type = (next: string) => {
    leave();
    const mine = asking.current = new AbortController();
    setWords(next);
    suggest(next, mine.signal, provisions).then((list) => {
      if (mine.signal.aborted) return;
      setFound(list);
      setOpen(list.length > 0);
      setAt(-1);
    }, () => { /* the banner tells */ });
  };

  const choose = (one: Suggestion) => {
    leave();
    setOpen(false);
    setWords(plain(one.label || one.title));
    if (one.key) onChoose(one);
    else onWords?.(one.label);
  };
  const enter = async () => {
    if (open && at >= 0) return choose(found[at]);
    setOpen(false);
    if (onWords) return onWords(words);
    const list = await suggest(words, new AbortController().signal, provisions).catch(() => []);
    if (list[0]) choose(list[0]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      event.preventDefault();
      setOpen(true);
      setAt((at + step + found.length + 1) % (found.length + 1) === found.length ? -1 : (at + step + found.length + 1) % (found.length + 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      void enter();
    } else if (event.key === "Escape") setOpen(false);
  };
  return (
    <div class="combobox">
      <input ref={inputRef} type="search" role="combobox" list={undefined} autocomplete="off" spellcheck={false} aria-label={label} placeholder={placeholder}
        aria-expanded={open} aria-controls={`${id}-list`} aria-autocomplete="list" aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
        value={words} onInput={(event) => type(event.currentTarget.value)} onKeyDown={onKeyDown}
        onBlur={() => window.setTimeout(() => setOpen(false), 150)} />
      <ul id={`${id}-list`} role="listbox" aria-label="Suggestions" hidden={!open}>
        {found.map((one, index) => (
          <li key={`${one.key} ${one.label}`} id={`${id}-${index}`} role="option" aria-selected={index === at} onMouseDown={(event) => { event.preventDefault(); choose(one); }}>
            <bdi class="name">{plain(one.key ? one.title || one.label : one.label)}</bdi>
            <span class="kind">{[one.what, one.of].filter(Boolean).join(", ")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

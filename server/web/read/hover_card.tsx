// What a citation or a term points to, beside it, for who hovers over it or comes to it by keyboard.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Mark, Provision } from "../shapes/answers";
import { modeInWords, plain } from "../names/names";
import { NodeLink } from "../parts/link";

const PAUSE = 180;  // milliseconds: who only passes over a link sees nothing

interface Shown { mark: Mark; left: number; top: number }

export function HoverCard({ host, provisions, home }: { host: { current: HTMLElement | null }; provisions: Provision[]; home: string }) {
  const [shown, show] = useState<Shown | null>(null);
  const timer = useRef(0);
  useEffect(() => {
    const root = host.current;
    if (!root) return undefined;
    const find = (event: Event): Shown | null => {
      const element = (event.target as Element).closest<HTMLElement>("[data-mark]");
      const part = element?.closest<HTMLElement>("[data-key]");
      if (!element || !part) return null;
      const place = [...root.querySelectorAll(`[data-key="${CSS.escape(part.dataset.key!)}"]`)].indexOf(part);
      const provision = provisions.filter((one) => one.key === part.dataset.key && one.words)[place];
      const mark = provision?.marks[Number(element.dataset.mark)];
      const box = element.getBoundingClientRect();
      return mark ? { mark, left: Math.max(8, Math.min(box.left, innerWidth - 376)), top: box.bottom + 6 } : null;
    };
    const later = (next: Shown | null, pause: number) => { window.clearTimeout(timer.current); timer.current = window.setTimeout(() => show(next), pause); };
    const over = (event: Event) => { const next = find(event); if (next) later(next, PAUSE); };
    const out = () => later(null, PAUSE);
    const escape = (event: KeyboardEvent) => { if (event.key === "Escape") later(null, 0); };
    root.addEventListener("mouseover", over);
    root.addEventListener("mouseout", out);
    root.addEventListener("focusin", over);
    root.addEventListener("focusout", out);
    document.addEventListener("keydown", escape);
    window.addEventListener("scroll", out, { passive: true });
    return () => {
      root.removeEventListener("mouseover", over);
      root.removeEventListener("mouseout", out);
      root.removeEventListener("focusin", over);
      root.removeEventListener("focusout", out);
      document.removeEventListener("keydown", escape);
      window.removeEventListener("scroll", out);
    };
  }, [provisions]);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!shown || !card.current) return;
    const { style } = card.current;
    const height = card.current.offsetHeight;
    style.left = `${shown.left}px`;
    style.top = `${shown.top + height > innerHeight ? Math.max(8, shown.top - height - 36) : shown.top}px`;
  }, [shown]);
  if (!shown) return null;
  const { mark } = shown;
  return (
    <div class="hover-card" role="tooltip" ref={card} onMouseEnter={() => window.clearTimeout(timer.current)} onMouseLeave={() => show(null)}>
      {mark.mode && <p class="how">{modeInWords(mark.mode)}</p>}
      {mark.to.slice(0, 6).map((one) => <p key={one.key}><NodeLink to={one} home={home} heading /></p>)}
      {mark.to.length > 6 && <p class="quiet">and {mark.to.length - 6} more</p>}
      {!mark.to.length && <p>{mark.names ? plain(mark.names) : "It leads to nothing that is loaded."}</p>}
      {mark.note && <blockquote>{plain(mark.note)}</blockquote>}
    </div>
  );
}

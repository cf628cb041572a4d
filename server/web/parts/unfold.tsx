// A line that opens: its head may hold links, so the button is beside it and not around it.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { usePrinting } from "./use_printing";

interface Props { head: ComponentChildren; label: string; open?: boolean; class?: string; children: ComponentChildren }

/// `label` says what opens ("the words that lead to art. 2"); `open` opens it whenever it becomes true. On paper all are open.
export function Unfold({ head, label, open = false, class: kind = "", children }: Props) {
  const [isOpen, show] = useState(open);
  const shown = usePrinting() || isOpen;
  const id = useId();
  useEffect(() => { if (open) show(true); }, [open]);
  return (
    <div class={`unfold ${kind} ${shown ? "open" : ""}`}>
      <div class="head"><button type="button" aria-expanded={shown} aria-controls={id} aria-label={label} onClick={() => show(!shown)}><span aria-hidden="true">{shown ? "▾" : "▸"}</span></button><div>{head}</div></div>
      <div id={id} class="unfolded" hidden={!shown}>{shown && children}</div>
    </div>
  );
}

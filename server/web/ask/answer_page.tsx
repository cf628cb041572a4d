// The frame of every answer: the question, a sentence, the list, the drawing beside it (a tab where there is no room), the same in other forms.
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import type { Answer } from "../shapes/answers";
import { NoAnswer } from "../api/client";
import type { Asked } from "../api/use_answer";
import { Downloads } from "../parts/downloads";
import { Notices, Waiting } from "../parts/notice";
import { useArrival, useTitle } from "../parts/use_title";
import "./ask.css";
import { DrawPanel } from "./draw_panel";
import { readable, readableAnswer } from "./prose";
import { useMedia } from "./use_media";

interface Props<Body extends Answer> {
  title: ComponentChildren;      ///< the question, with links
  tab: string;                   ///< the same without
  asked: Asked<Body>;
  target: string | null;         ///< what is asked; nothing yet where a form waits for words
  form?: ComponentChildren;
  read?: ComponentChildren;      ///< how what was typed was read
  drawn?: string;                ///< the target to draw, where the answer can be drawn
  centre?: string;
  inTab?: boolean;               ///< the list is too wide for a drawing beside it
  wide?: boolean;
  told?: string[];               ///< warnings and explanations that `children` tell already
  children: (body: Body) => ComponentChildren;
}

/// What the answer says of itself, but for what is told elsewhere.
function besides<Body extends Answer>(body: Body, told: string[]): Body {
  const isTold = (text: string) => told.some((one) => text.includes(one));
  return readableAnswer({ ...body, warnings: (body.warnings ?? []).filter((one) => !isTold(one)), explanation: body.explanation && !isTold(body.explanation) ? body.explanation : undefined });
}

const TABS = ["list", "drawing"] as const;
type Tab = typeof TABS[number];

function Tabs({ id, shown, onShow }: { id: string; shown: Tab; onShow: (tab: Tab) => void }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const next = shown === "list" ? "drawing" : "list";
    onShow(next);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next}-tab`)}`)?.focus();
  };
  return (
    <div class="answer-tabs" role="tablist" aria-label="Answer" onKeyDown={onKeyDown}>
      {TABS.map((tab) => <button key={tab} type="button" role="tab" id={`${id}-${tab}-tab`} aria-controls={`${id}-panel`} aria-selected={shown === tab} tabIndex={shown === tab ? 0 : -1} onClick={() => onShow(tab)}>{tab === "list" ? "Answer" : "Drawing"}</button>)}
    </div>
  );
}

export function AnswerPage<Body extends Answer>({ title, tab, asked, target, form, read, drawn, centre, inTab, wide, told = [], children }: Props<Body>) {
  useTitle(tab);
  useArrival(asked.of ?? (target ? null : tab));
  const hasRoom = useMedia("(min-width: 1200px)") && !inTab;
  const isNarrow = useMedia("(max-width: 720px)");
  const [shown, show] = useState<Tab>("list");
  const id = useId();
  // An answer to what was asked before stays while the next is waited for, but never under another question's failure.
  const body = target === null || (asked.error && !asked.error.unreachable && asked.of !== target) ? null : asked.body;
  const isTabbed = Boolean(body && drawn) && !hasRoom;
  const drawing = body && drawn ? <DrawPanel target={drawn} centre={centre} name={tab} /> : null;
  const list = body && <>{children(body)}<Notices of={besides(body, told)} /></>;
  return (
    <main class={`answer ${wide ? "wide" : ""} ${drawn && !inTab ? "with-drawing" : ""} ${asked.waiting ? "is-waiting" : ""}`} tabIndex={-1} aria-busy={asked.waiting}>
      <div class="told">
        <h1 tabIndex={-1}>{title}</h1>
        {form && (isNarrow && target ? <details class="refine"><summary>Change the question</summary>{form}</details> : form)}
        {read}
        <Waiting asked={asked.error ? { ...asked, error: new NoAnswer(asked.error.status, readable(asked.error.message)) } : asked} />
        {isTabbed && <Tabs id={id} shown={shown} onShow={show} />}
        {isTabbed ? <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown}-tab`}>{shown === "list" ? list : drawing}</div> : list}
        {body && target && <Downloads target={target} graph={Boolean(drawn)} />}
      </div>
      {hasRoom && drawing}
    </main>
  );
}

interface ListProps<Entry> { of: Entry[]; none?: string; line: (entry: Entry) => ComponentChildren; title?: ComponentChildren; told?: string; total?: number; grave?: boolean }

/// "Nothing" is an answer too, and says so; `total` where the list is a part.
export function List<Entry>({ of, none, line, title, told, total, grave }: ListProps<Entry>) {
  if (!of.length && !none) return null;
  return (
    <section class={grave ? "grave" : ""}>
      {title && <h2>{title} <span class="count">{(total ?? of.length).toLocaleString("en")}</span></h2>}
      {told && of.length > 0 && <p class="quiet">{told}</p>}
      {of.length ? <ul class="lines">{of.map((entry, index) => <li key={index}>{line(entry)}</li>)}</ul> : <p class="quiet">{none}</p>}
      {total !== undefined && total > of.length && <p class="quiet">{of.length} of {total.toLocaleString("en")} are shown.</p>}
    </section>
  );
}

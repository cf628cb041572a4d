// The frame of every answer: the question, a sentence, the list, then the drawing beside it and the same in other forms.
import type { ComponentChildren } from "preact";
import type { Answer } from "../shapes/answers";
import type { Asked } from "../api/use_answer";
import { Downloads } from "../parts/downloads";
import { Notices, Waiting } from "../parts/notice";
import { useArrival, useTitle } from "../parts/use_title";
import "./ask.css";
import { DrawPanel } from "./draw_panel";

interface Props<Body extends Answer> {
  title: ComponentChildren;      ///< the question, with links
  tab: string;                   ///< the same without
  asked: Asked<Body>;
  target: string | null;         ///< what is asked; nothing yet where a form waits for words
  form?: ComponentChildren;
  drawn?: string;                ///< the target to draw, where the answer can be drawn
  centre?: string;
  wide?: boolean;
  children: (body: Body) => ComponentChildren;
}

export function AnswerPage<Body extends Answer>({ title, tab, asked, target, form, drawn, centre, wide, children }: Props<Body>) {
  useTitle(tab);
  useArrival(asked.of ?? (target ? null : tab));
  const { body } = asked;
  return (
    <main class={`answer ${wide ? "wide" : ""} ${drawn ? "with-drawing" : ""}`} tabIndex={-1} aria-busy={asked.waiting}>
      <div class="told">
        <h1 tabIndex={-1}>{title}</h1>
        {form}
        <Waiting asked={asked} />
        {body && children(body)}
        {body && <Notices of={body} />}
        {body && target && <Downloads target={target} graph={Boolean(drawn)} />}
      </div>
      {body && drawn && <DrawPanel target={drawn} centre={centre} name={tab} />}
    </main>
  );
}

/// "Nothing" is an answer too, and says so.
export function List<Entry>({ of, none, line, title }: { of: Entry[]; none?: string; line: (entry: Entry) => ComponentChildren; title?: string }) {
  if (!of.length && !none) return null;
  return (
    <section>
      {title && <h2>{title} <span class="count">{of.length}</span></h2>}
      {of.length ? <ul class="lines">{of.map((entry, index) => <li key={index}>{line(entry)}</li>)}</ul> : <p class="quiet">{none}</p>}
    </section>
  );
}

// The editor of a query: CodeMirror in a shadow root, where its styles are sheets that the page's policy allows.
import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { lintKeymap, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { EditorSelection, EditorState, Prec, type ChangeDesc } from "@codemirror/state";
import { closeHoverTooltips, drawSelection, EditorView, keymap, lineNumbers, placeholder, type KeyBinding } from "@codemirror/view";
import { completionAt, type Names, type Option } from "./completion";
import { highlighting, openCypher, theme } from "./highlight";
import { namePlace, type Place } from "./places";
import { quoted } from "./tokens";

export interface Problem { severity: "error" | "warning"; message: string; places: Place[]; instead: string | null }
export interface EditorOptions {
  text: string;
  names: () => Promise<{ names: Names; parameters: string[] }>;
  onText: (text: string) => void;
  onProblems: (left: Problem[]) => void;
  onRun: () => void;
  onPast: (back: boolean) => void;
}
export interface Editor {
  text: () => string;
  setText: (text: string) => void;
  show: (problems: Problem[]) => void;
  goTo: (place: Place) => void;
  mend: (problem: Problem) => void;
  focus: () => void;
  destroy: () => void;
}

const CALLED = new Set(["function", "procedure"]);

/// Of "name()" the caret comes between the brackets; brackets that are there already stay.
function apply({ apply: insert, kind }: Option): Completion["apply"] {
  if (!CALLED.has(kind)) return insert;
  return (view, _, from, to) => {
    const hasBrackets = view.state.sliceDoc(to, to + 1) === "(";
    const text = hasBrackets ? insert.slice(0, -2) : insert;
    view.dispatch({ changes: { from, to, insert: text }, selection: EditorSelection.cursor(from + insert.length - 1 + Number(hasBrackets)), userEvent: "input.complete" });
  };
}

function completions(names: EditorOptions["names"]) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const known = await names();
    const found = completionAt(context.state.doc.toString(), context.pos, known.names, known.parameters, context.explicit);
    if (!found) return null;
    const byWeight = [...found.options].sort((a, b) => b.weight - a.weight || a.label.localeCompare(b.label));
    return {
      from: found.from, validFor: /^[\p{L}\p{N}\p{M}_.]*$/u,
      options: byWeight.map((one, index) => ({ label: one.label, detail: one.detail, info: one.info, type: one.kind, apply: apply(one), boost: Math.max(99 - index, -99) })),
    };
  };
}

/// Replaces a selection without the browser: Chromium would write the style of the replaced words into the page, which the page's policy forbids.
const typingOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { from, to, empty } = view.state.selection.main;
    const typed = event.data;
    if (event.inputType !== "insertText" || !typed || empty || view.composing) return false;
    event.preventDefault();
    const insert = () => view.state.update(view.state.replaceSelection(typed), { userEvent: "input.type", scrollIntoView: true });
    if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, typed, insert))) view.dispatch(insert());
    return true;
  },
});

/// What an edit touches is no longer said of; the rest moves along.
function moved(problems: Problem[], changes: ChangeDesc): Problem[] {
  return problems.flatMap((one) => {
    const places = one.places.filter(({ from, to }) => !changes.touchesRange(from, to)).map(({ from, to }) => ({ from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) }));
    return places.length || !one.places.length ? [{ ...one, places }] : [];
  });
}

export function createEditor(host: HTMLElement, options: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open", delegatesFocus: true });
  let problems: Problem[] = [];
  let isShowing = false;

  const mend = (problem: Problem) => {
    if (problem.instead === null) return;
    const insert = quoted(problem.instead);
    const changes = problem.places.map((place) => ({ ...namePlace(view.state.doc.toString(), place), insert: /^[\w.]+$/.test(problem.instead!) ? problem.instead! : insert }));
    view.dispatch({ changes, userEvent: "input.mend" });
    view.focus();
  };
  const diagnostics = (): Diagnostic[] => problems.flatMap((one) => one.places.map((place) => ({
    ...place, severity: one.severity, message: one.message,
    actions: one.instead === null ? [] : [{ name: `Change to ${one.instead}`, apply: () => mend(one) }],
  })));
  const underline = () => {
    isShowing = true;
    view.dispatch(setDiagnostics(view.state, diagnostics()));
    isShowing = false;
  };

  const run = () => { closeCompletion(view); options.onRun(); return true; };  // what is offered would cover the answer
  const past = (back: boolean) => () => { options.onPast(back); return true; };
  const own: KeyBinding[] = [
    { key: "Mod-Enter", run }, { key: "Ctrl-Enter", run },
    { key: "Ctrl-ArrowUp", run: past(true) }, { key: "Ctrl-ArrowDown", run: past(false) },
    { key: "Tab", run: acceptCompletion },
  ];
  const leaving = EditorView.domEventHandlers({
    keydown: (event, view) => {
      if (event.key === "Escape") {
        view.setTabFocusMode(true);
        view.dispatch({ effects: closeHoverTooltips });
      } else if (event.key !== "Tab" && event.key !== "Shift") view.setTabFocusMode(false);
    },
    blur: (_, view) => view.setTabFocusMode(false),
  });

  const view = new EditorView({
    root, parent: root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        Prec.highest([leaving, typingOver, keymap.of(own)]), lineNumbers(), history(), drawSelection(), bracketMatching(), closeBrackets(), openCypher, highlighting, theme, indentUnit.of("  "),
        EditorView.lineWrapping, placeholder("MATCH (article:Article) RETURN article LIMIT 10"),
        autocompletion({ override: [completions(options.names)], icons: false, activateOnTypingDelay: 60 }),
        EditorState.phrases.of({ "Completions": "What can be typed here" }),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap.filter(({ key }) => key === "F8"), ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          "aria-label": "Query in openCypher", "aria-description": "Control Enter runs it. Escape, then Tab leaves the editor.", spellcheck: "false", autocorrect: "off", autocapitalize: "off",
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          options.onText(update.state.doc.toString());
          if (!problems.length || isShowing) return;
          problems = moved(problems, update.changes);
          underline();
          options.onProblems(problems);
        }),
      ],
    }),
  });

  return {
    text: () => view.state.doc.toString(),
    setText: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: EditorSelection.cursor(text.length) }),
    show: (next) => { problems = next; underline(); },
    goTo: ({ from, to }) => {
      view.dispatch({ selection: EditorSelection.range(from, to), scrollIntoView: true });
      view.focus();
    },
    mend,
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

// The colours of a query: the roles of its tokens in the page's own tokens of colour.
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { tags, type Tag } from "@lezer/highlight";
import { EditorView } from "@codemirror/view";
import { start, step, type Role, type State } from "./tokens";

const TAGS: Partial<Record<Role, Tag>> = {
  keyword: tags.keyword, constant: tags.atom, function: tags.function(tags.variableName), label: tags.typeName, type: tags.className, property: tags.propertyName,
  variable: tags.variableName, parameter: tags.special(tags.variableName), string: tags.string, number: tags.number, comment: tags.comment, symbol: tags.punctuation, unknown: tags.invalid,
};

export const openCypher = StreamLanguage.define<{ now: State }>({
  name: "openCypher",
  startState: () => ({ now: start }),
  copyState: ({ now }) => ({ now }),
  token(stream, state) {
    const { role, to, state: next } = step(stream.string, stream.pos, state.now);
    stream.pos = to;
    state.now = next;
    return role === "blank" ? null : `in_${role}`;  // names of its own: CodeMirror has meanings for "type" and others
  },
  tokenTable: Object.fromEntries(Object.entries(TAGS).map(([role, tag]) => [`in_${role}`, tag])),
  languageData: { commentTokens: { line: "//", block: { open: "/*", close: "*/" } }, closeBrackets: { brackets: ["(", "[", "{", "'", '"', "`"] } },
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.function(tags.variableName), color: "var(--kind-term)" },
  { tag: tags.typeName, color: "var(--kind-safeguard)" },
  { tag: tags.className, color: "var(--kind-power)" },
  { tag: tags.propertyName, color: "var(--ink)" },
  { tag: tags.special(tags.variableName), color: "var(--kind-statement)", fontWeight: "600" },
  { tag: tags.string, color: "var(--kind-state)" },
  { tag: [tags.number, tags.atom], color: "var(--kind-offence)" },
  { tag: tags.comment, color: "var(--ink-soft)", fontStyle: "italic" },
  { tag: tags.punctuation, color: "var(--ink-soft)" },
  { tag: tags.invalid, color: "var(--bad)" },
]);
export const highlighting = syntaxHighlighting(colours);

const wavy = (colour: string) => ({ backgroundImage: "none", textDecoration: `underline wavy ${colour} 1.5px`, textUnderlineOffset: "0.25em", textDecorationSkipInk: "none", paddingBottom: "0" });

export const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--sheet)", border: "1px solid var(--rule-strong)", borderRadius: "var(--radius)", fontSize: "0.95rem" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", maxHeight: "45vh", minHeight: "7.5rem", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", padding: "var(--space-2) 0" },
  ".cm-line": { padding: "0 var(--space-3)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection": { backgroundColor: "var(--mark)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--ink-soft)", border: "none", fontSize: "0.8em", lineHeight: "1.9375" },
  ".cm-placeholder": { color: "var(--ink-soft)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-wash)", outline: "1px solid var(--accent)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", color: "var(--bad)" },
  ".cm-lintRange-error": wavy("var(--bad)"),
  ".cm-lintRange-warning": wavy("var(--warn)"),
  ".cm-lintRange-active": { backgroundColor: "var(--warn-wash)" },
  ".cm-lintPoint": { display: "none" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--sheet)", border: "1px solid var(--rule)", borderRadius: "var(--radius)", boxShadow: "var(--shadow)", fontFamily: "var(--sans)", maxWidth: "min(36rem, 92vw)" },
  ".cm-diagnostic": { padding: "var(--space-2) var(--space-3)", whiteSpace: "pre-wrap" },
  ".cm-diagnostic-error": { borderLeft: "3px solid var(--bad)" },
  ".cm-diagnostic-warning": { borderLeft: "3px solid var(--warn)" },
  ".cm-diagnosticAction": { font: "inherit", color: "var(--accent)", backgroundColor: "transparent", border: "1px solid currentcolor", borderRadius: "var(--radius)", padding: "0 var(--space-2)", cursor: "pointer" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", fontSize: "0.875rem", maxHeight: "16rem", minWidth: "min(16rem, 80vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.15rem var(--space-2)", display: "flex", gap: "var(--space-3)", alignItems: "baseline" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--ink)", backgroundColor: "var(--accent-wash)" },
  ".cm-completionMatchedText": { textDecoration: "none", color: "var(--accent)", fontWeight: "600" },
  ".cm-completionDetail": { marginLeft: "auto", fontFamily: "var(--sans)", fontStyle: "normal", fontSize: "0.8rem", color: "var(--ink-soft)" },
  ".cm-tooltip.cm-completionInfo": { padding: "var(--space-2) var(--space-3)", fontSize: "0.85rem", whiteSpace: "pre-line", width: "min(24rem, 80vw)" },
});

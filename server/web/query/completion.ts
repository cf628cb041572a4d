// What can be typed where the caret is: from the schema of the data, the procedures of the server and the query itself.
import { FUNCTIONS } from "./functions";
import { KEYWORDS, quoted, stateAt, tokensOf, unquoted, type State, type Token } from "./tokens";

export interface Counted { name: string; count: number; properties: { name: string; count: number; kinds: string[] }[] }
export interface Procedure { name: string; signature: string; description: string }
export interface Names { labels: Counted[]; types: Counted[]; procedures: Procedure[] }
export const NO_NAMES: Names = { labels: [], types: [], procedures: [] };

export type OptionKind = "label" | "type" | "property" | "variable" | "parameter" | "function" | "procedure" | "keyword";
export interface Option { label: string; kind: OptionKind; detail?: string; info?: string; apply: string; weight: number }
export interface Completion { from: number; options: Option[] }

/// The labels and types that each variable is bound with.
export function bindingsIn(tokens: Token[]): Map<string, Set<string>> {
  const bound = new Map<string, Set<string>>();
  let named = "";
  tokens.forEach(({ role, text }, index) => {
    if (role === "variable") {
      named = unquoted(text);
      if (!bound.has(named)) bound.set(named, new Set());
    } else if (role === "label" || role === "type") bound.get(named)?.add(unquoted(text));
    else if ((text === "(" || text === "[") && tokens[index + 1]?.role !== "variable") named = "";
  });
  return bound;
}

const nameOption = (kind: OptionKind) => ({ name, count }: { name: string; count: number }): Option =>
  ({ label: name, kind, detail: count.toLocaleString("en"), apply: quoted(name), weight: count });

/// Where facts come from is asked for more rarely than what they say.
const isOfProvenance = (name: string) => /^(basis|confidence|source|remark|unresolved|(.+_)?(start|end|source|recalled))$/.test(name);

/// Of the things with one of these labels or types; of all things where that is not known.
function propertyOptions(names: Names, of: ReadonlySet<string> | undefined): Option[] {
  const all = [...names.labels, ...names.types];
  const wanted = of?.size ? all.filter((one) => of.has(one.name)) : [];
  const counts = new Map<string, { count: number; kinds: Set<string> }>();
  for (const { properties } of wanted.length ? wanted : all) {
    for (const { name, count, kinds } of properties) {
      const entry = counts.get(name) ?? { count: 0, kinds: new Set<string>() };
      entry.count += count;
      kinds.forEach((kind) => entry.kinds.add(kind));
      counts.set(name, entry);
    }
  }
  const options = [...counts].map(([name, { count, kinds }]): Option => ({ label: name, kind: "property", detail: [...kinds].join(" or "), apply: quoted(name), weight: isOfProvenance(name) ? count / 1e6 : count }));
  return [{ label: "key", kind: "property", detail: "string", apply: "key", weight: Number.MAX_SAFE_INTEGER }, ...options.filter((one) => one.label !== "key")];
}

const procedureOptions = (names: Names): Option[] => names.procedures.map(({ name, signature, description }, index) =>
  ({ label: name, kind: "procedure", info: `${description}\n${signature}`, apply: `${name}()`, weight: names.procedures.length - index }));

/// "node", "depth", ... of the procedure that is called last.
function yields(tokens: Token[], names: Names): Option[] {
  const call = tokens.findLastIndex((one) => one.text.toUpperCase() === "CALL");
  const name = tokens.slice(call + 1).map((one) => one.text).join("").split("(")[0];
  const results = /\) :: \((.*)\)$/.exec(names.procedures.find((one) => one.name === name)?.signature ?? "")?.[1];
  return (results?.split(", ") ?? []).map((one, index): Option => {
    const [result, type] = one.split(" :: ");
    return { label: result, kind: "variable", detail: type?.toLowerCase().replace("?", ""), apply: result, weight: 100 - index };
  });
}

const CLAUSES = ["OPTIONAL MATCH", "ORDER BY", "STARTS WITH", "ENDS WITH", "IS NULL", "IS NOT NULL", "UNION ALL", "COUNT {", "EXISTS {", "COLLECT {"];
const FIRST = ["MATCH", "OPTIONAL MATCH", "CALL", "WITH", "UNWIND", "RETURN", "WHERE"];
const keywordOptions: Option[] = [...new Set([...KEYWORDS, ...CLAUSES, "TRUE", "FALSE", "NULL"])]
  .filter((word) => !["OPTIONAL", "STARTS", "ENDS", "BY"].includes(word))
  .map((word) => ({ label: word, kind: "keyword", apply: word, weight: FIRST.includes(word) ? 10 : 1 }));

const functionOptions: Option[] = FUNCTIONS.map(({ name, kind }) => ({ label: name, kind: "function", detail: kind, apply: `${name}()`, weight: 2 }));

function variableOptions(bound: Map<string, Set<string>>, current: string): Option[] {
  return [...bound].filter(([name]) => name !== current)
    .map(([name, of]): Option => ({ label: name, kind: "variable", detail: [...of].join(", ") || undefined, apply: quoted(name), weight: 50 }));
}

/// The labels or types of the pattern whose "{" is open.
function ofOpenPattern(before: Token[]): Set<string> {
  const brace = before.findLastIndex((one) => one.text === "{");
  const open = before.slice(0, brace).findLastIndex((one) => one.text === "(" || one.text === "[");
  return new Set(before.slice(open, brace).filter((one) => one.role === "label" || one.role === "type").map((one) => unquoted(one.text)));
}

function isInPatternMap(state: State): boolean {
  return /[([]\{$/.test(state.brackets) && (state.before === "{" || state.before === ",");
}

/// `asked`: the reader pressed Ctrl+Space, so that all that fits is offered before a letter is there.
export function completionAt(text: string, at: number, names: Names, parameters: string[] = [], asked = false): Completion | null {
  const from = at - (/(?:\p{L}|[\p{N}\p{M}_])*$/u.exec(text.slice(0, at))?.[0].length ?? 0);
  const { state, inside } = stateAt(text, from);
  if (inside && (inside.role === "string" || inside.role === "comment")) return null;
  const before = tokensOf(text.slice(0, from));
  const word = text.slice(from, at);
  const bound = bindingsIn(tokensOf(text));
  const found = (options: Option[], start = from): Completion | null => options.length ? { from: start, options } : null;

  if (state.before === "$" && text[from - 1] === "$") return found(parameters.map((name) => ({ label: name, kind: "parameter", apply: quoted(name), weight: 1 })));
  if (/^\d/.test(word)) return null;
  if ((state.before === ":" && state.named !== "property") || (state.before === "|" && (state.named === "type" || state.named === "label"))) {
    return found(state.brackets.endsWith("[") ? names.types.map(nameOption("type")) : names.labels.map(nameOption("label")));
  }
  const dotted = /(?:CALL\s+)(\p{L}[\p{L}\p{N}_.]*)?$/iu.exec(text.slice(0, at));
  if (dotted) return found(procedureOptions(names), at - (dotted[1]?.length ?? 0));
  if (state.before === ".") {
    const owner = unquoted(before.at(-2)?.text ?? "");
    const ofDates = functionOptions.filter((one) => one.label.startsWith(`${owner}.`));
    if (!bound.get(owner)?.size && ofDates.length) return found(ofDates, from - owner.length - 1);
    return before.at(-2)?.role === "number" ? null : found(propertyOptions(names, bound.get(owner)));
  }
  if (isInPatternMap(state)) return found(propertyOptions(names, ofOpenPattern(before)));
  const lastKeyword = before.findLast((one) => one.role === "keyword")?.text.toUpperCase();
  if (lastKeyword === "YIELD") return found([...yields(before, names), ...keywordOptions]);
  if (!word && !asked) return null;
  return found([...variableOptions(bound, word), ...functionOptions, ...keywordOptions]);
}

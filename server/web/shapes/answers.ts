// The shapes of answers that the page reads, as /openapi.json describes them; only what is read is here.

export interface Named { key: string; title: string; citation?: string; treaty?: string; loaded?: boolean }
export type Properties = Record<string, unknown>;
export interface Node extends Named { labels: string[]; properties: Properties }
export interface Relationship { id: string; type: string; from: string; to: string; properties: Properties }
export interface Truncated { reason: string; how_to_go_on?: string }
export interface Answer { snapshot: string; warnings?: string[]; truncated?: Truncated | null; next_cursor?: string | null; explanation?: string }

export interface Treaty extends Node { loaded: boolean; provisions: number; articles: number; references: number; signatories: number | null }
export interface Treaties extends Answer { treaties: Treaty[] }
export interface Contents extends Answer { treaty: Treaty; contents: (Node & { depth: number })[] }

export interface Mark {
  start: number; end: number; kind: "citation" | "term";
  to: Named[]; mode: string | null; names: string | null; note: string | null;
}
export interface Provision {
  key: string; eid: string; kind: string; continues: boolean; num: string | null; heading: string | null; title: string; citation: string;
  depth: number; parent: string | null; words: string; words_are: "text" | "summary" | "none"; marks: Mark[];
}
export interface Text extends Answer {
  of: string; title: string; loaded: boolean; words: "text" | "summaries" | "mixed" | "none"; total: number; provisions: Provision[];
  treaty: { key: string; slug: string; title: string; short_title: string | null };
}

export interface Group<Entry> { total: number; all: string; shown: Entry[] }
interface Evidence { mode?: string; mode_in_words?: string; quote: string | null; basis?: string; confidence?: string }
export interface CitedEntry extends Evidence { from: Named; to: Named[] }
export interface RestsOnEntry extends Evidence { to: Named; cited_in: Named; sentence: string }
export interface SafeguardEntry { safeguard: Named; summary: string | null; how: string; holds_at: Named | null; provided_by: Named[] }
export interface CarriedEntry extends Evidence { by: Named; thing: Named; summary: string | null }
export interface Speaker extends Named { has_signed: boolean | null; has_consented: boolean | null; signed: string | null; consented: string | null }
export interface StatementEntry extends Named {
  speakers: Speaker[]; stance: string | null; concern: string | null; summary: string | null; quote: string | null; date: string | null;
  addressed: Named; by_draft: boolean;
}
export interface ReservationEntry { who: Named; kind: string; to: Named; date: string | null; text: string | null; summary: string | null; source?: string }
export interface CounterpartEntry { here: Named; there: Named; relation: string[]; confidence: string }
export interface EventEntry extends Named { date: string | null; proposal: string | null; outcome: string | null }
export interface Annotations extends Answer {
  of: string; title: string; citation: string; treaty: string;
  cited_by: Group<CitedEntry>; cites: Group<CitedEntry>; rests_on: Group<RestsOnEntry>; governed_by: Group<RestsOnEntry>;
  safeguards: Group<SafeguardEntry>; offences: Group<CarriedEntry>; powers: Group<CarriedEntry>; provides: Group<CarriedEntry>;
  defines: Group<CarriedEntry>; uses: Group<CarriedEntry>; statements: Group<StatementEntry>; reservations: Group<ReservationEntry>;
  counterparts: Group<CounterpartEntry>; events: Group<EventEntry>;
}
export interface Citations extends Answer { of: string; plain: string; oscola: string; bluebook: string; bibtex: string; csl: unknown }
export interface NodeAnswer extends Answer, Node {
  breadcrumb: Named[]; parts: Named[]; text: string; degrees: { type: string; out: number; in: number }[];
}

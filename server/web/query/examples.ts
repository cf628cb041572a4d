// Queries to begin with, about what is loaded.
import type { Names } from "./completion";

export interface Example { title: string; query: string }

const string = (text: string) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

/// Labels, types and properties, as "Statement.stance", without which it finds nothing.
interface Draft extends Example { needs: string[] }
const drafts = (slug: string): Draft[] => [
  { title: "Articles that are cited most", needs: ["Article", "REFERS_TO"],
    query: `MATCH (from)-[r:REFERS_TO]->(article:Article {treaty: ${slug}})\nRETURN article, count(r) AS citations\nORDER BY citations DESC\nLIMIT 10` },
  { title: "What each provision refers to, and how", needs: ["Provision", "REFERS_TO.mode"],
    query: `MATCH (from:Provision {treaty: ${slug}})-[r:REFERS_TO]->(to)\nRETURN from, r.mode AS how, to\nLIMIT 50` },
  { title: "The words with which provisions refer to others", needs: ["Provision", "REFERS_TO.quote"],
    query: `MATCH (from:Provision {treaty: ${slug}})-[r:REFERS_TO]->(to)\nRETURN from, r.quote AS words, to\nLIMIT 50` },
  { title: "Treaties that other treaties cite", needs: ["Provision", "Treaty", "REFERS_TO"],
    query: "MATCH (from:Provision)-[:REFERS_TO]->(cited:Treaty)\nWHERE cited.key <> \"treaty:\" + from.treaty\nRETURN cited, count(*) AS citations, collect(DISTINCT from.treaty) AS by\nORDER BY citations DESC\nLIMIT 50" },
  { title: "Chains of two citations", needs: ["Provision", "REFERS_TO"],
    query: `MATCH way = (from:Provision {treaty: ${slug}})-[:REFERS_TO*2]->(to:Provision)\nRETURN way\nLIMIT 20` },
  { title: "What a provision rests on, by a procedure", needs: ["Article"],
    query: `MATCH (article:Article {treaty: ${slug}})\nWITH article ORDER BY COUNT { (article)-[:REFERS_TO]->() } DESC LIMIT 1\nCALL treaty.dependencies(article) YIELD node, depth\nRETURN article, node, depth` },
  { title: "Powers and the safeguards that condition them", needs: ["Safeguard", "Power", "CONDITIONS"],
    query: "MATCH (safeguard:Safeguard)-[r:CONDITIONS]->(power:Power)\nRETURN safeguard, r, power\nLIMIT 50" },
  { title: "Who said what about which article", needs: ["Statement.stance", "Statement.summary", "MADE", "ADDRESSES"],
    query: "MATCH (speaker)-[:MADE]->(statement:Statement)-[:ADDRESSES]->(about)\nRETURN speaker, statement.stance AS stance, about, statement.summary AS summary\nLIMIT 50" },
  { title: "How many of each kind of thing there are", needs: [],
    query: "MATCH (n)\nUNWIND labels(n) AS label\nRETURN label, count(*) AS nodes\nORDER BY nodes DESC" },
];

/// Those alone that these data can answer.
export function examplesOf({ labels, types }: Names, slug: string): Example[] {
  const known = new Set([...labels, ...types].flatMap(({ name, properties }) => [name, ...properties.map((one) => `${name}.${one.name}`)]));
  return drafts(string(slug)).filter(({ needs, query }) => needs.every((name) => known.has(name)) && (slug || !query.includes('""')))
    .map(({ title, query }) => ({ title, query }));
}

// A chain of relationships as words: each hop says who, how, whom, and by which quoted words.
import type { Named, Relationship } from "../shapes/answers";
import { relationshipInWords } from "../names/names";
import { NodeLink } from "./link";
import { Quote, Trust } from "./quote";

/// "uncc:art_35__para_2>REFERS_TO>uncc:art_40" apart.
export function apart(id: string): { from: string; type: string; to: string } {
  const [from, type, ...to] = id.split(">");
  return { from, type: type ?? "", to: to.join(">").replace(/#\d+$/, "") };
}

interface Props { ids: string[]; known: Map<string, Relationship>; names: Map<string, Named>; home?: string }

export function Chain({ ids, known, names, home }: Props) {
  const name = (key: string): Named => names.get(key) ?? { key, title: key };
  return (
    <ol class="chain">
      {ids.map((id) => {
        const { from, type, to } = apart(id);
        const properties = known.get(id)?.properties ?? {};
        return (
          <li key={id}>
            <NodeLink to={name(from)} home={home} /> <span class="how">{relationshipInWords(type, properties)}</span> <NodeLink to={name(to)} home={home} />
            {" "}<Quote words={properties.quote} at={from} /> <Trust of={properties} />
          </li>
        );
      })}
    </ol>
  );
}

/// All relationships of an answer by id, wherever it has them.
export function relationshipsById(...lists: (Relationship[] | undefined)[]): Map<string, Relationship> {
  const found = new Map<string, Relationship>();
  const add = (one: Relationship & { references?: Relationship[] }) => {
    if (one.id) found.set(one.id, one);
    one.references?.forEach(add);
  };
  lists.forEach((list) => list?.forEach(add));
  return found;
}

// A link to a provision or a thing by its name, never by its key.
import type { ComponentChildren } from "preact";
import { treaties, treatyMark, treatyName } from "../api/treaties";
import type { Named } from "../shapes/answers";
import { citationOf, headingOf, isProvisionKey, isShouted, plain, slugOfKey } from "../names/names";
import { hrefOf } from "../address/address";

interface Props { to: Named; home?: string; heading?: boolean; children?: ComponentChildren }

/// `home` is the slug of the treaty that the reader is in: what is of another treaty says of which.
export function NodeLink({ to, home, heading, children }: Props) {
  const away = isProvisionKey(to.key) && !to.key.startsWith("treaty:") && slugOfKey(to.key) !== home ? treatyMark(slugOfKey(to.key)) : "";
  const told = heading && isProvisionKey(to.key) && !to.key.startsWith("treaty:") ? headingOf(to.title) : "";
  return (
    <a class="node" href={hrefOf(to.key)} title={plain(to.title)}>
      {children ?? <bdi class={isProvisionKey(to.key) && citationOf(to).length < 20 ? "unbroken" : undefined}>{to.key.startsWith("treaty:") && treaties.value.has(slugOfKey(to.key)) ? treatyName(slugOfKey(to.key)) : citationOf(to)}</bdi>}
      {!children && told && <span class={`heading ${isShouted(told) ? "shouted" : ""}`}> {told}</span>}
      {!children && away && <span class="away"> {away}</span>}
    </a>
  );
}

/// Several, as a sentence lists them.
export function NodeLinks({ to, home }: { to: Named[]; home?: string }) {
  return <>{to.map((one, index) => [index > 0 && (index === to.length - 1 ? " and " : ", "), <NodeLink key={one.key} to={one} home={home} />])}</>;
}

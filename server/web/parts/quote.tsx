// Quoted words, and the one small mark that opens where a fact comes from and how sure it is.
import type { Properties } from "../shapes/answers";
import { hrefOf } from "../address/address";
import { dateInWords, isProvisionKey, plain, webAddress } from "../names/names";

/// Quoted words; `at` is the provision that has them: a click leads there, and they are marked.
export function Quote({ words, at }: { words: unknown; at?: string }) {
  if (typeof words !== "string" || !words) return null;
  const quoted = <q class="quote"><bdi>{plain(words)}</bdi></q>;
  return at && isProvisionKey(at) ? <a class="to-place" href={`${hrefOf(at)}?${new URLSearchParams({ mark: words })}`}>{quoted}</a> : quoted;
}

const BASIS: Record<string, string> = { extracted: "read from the text", curated: "compiled by people", ocr: "read from a scan" };

export function Source({ text }: { text: unknown }) {
  const address = webAddress(text);
  if (address) return <a href={address.href} rel="noreferrer" target="_blank">{address.host}</a>;
  return typeof text === "string" ? <bdi>{plain(text)}</bdi> : null;
}

export function Trust({ of }: { of: Properties }) {
  if (!of.basis && !of.source) return null;
  const basis = String(of.basis ?? "");
  return (
    <details class={`trust ${of.confidence === "low" ? "unsure" : ""}`}>
      <summary aria-label="Where this comes from"><span aria-hidden="true">{basis === "extracted" ? "¶" : "✎"}</span></summary>
      <dl>
        <dt>Basis</dt><dd>{BASIS[basis] ?? basis}</dd>
        {of.confidence ? <><dt>Confidence</dt><dd>{String(of.confidence)}</dd></> : null}
        {of.source ? <><dt>Source</dt><dd><Source text={of.source} /></dd></> : null}
        {of.date ? <><dt>Date</dt><dd>{dateInWords(of.date)}</dd></> : null}
        {of.remark ? <><dt>Remark</dt><dd><bdi>{plain(String(of.remark))}</bdi></dd></> : null}
      </dl>
    </details>
  );
}

// How to cite a provision, in the styles that lawyers and librarians use.
import { useEffect, useRef } from "preact/hooks";
import { hrefOf } from "../address/address";
import { firstSnapshot, target } from "../api/client";
import type { Citations, Provision } from "../shapes/answers";
import { useAnswer } from "../api/use_answer";
import { CopyButton } from "../parts/downloads";
import { Waiting } from "../parts/notice";

export function CiteDialog({ provision, onClose }: { provision: Provision; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = useAnswer<Citations>(target("/v1/cite", { of: provision.key }));
  useEffect(() => { dialog.current?.showModal(); }, []);
  const link = `${location.origin}${hrefOf(provision.key)}?data=${firstSnapshot.value.slice(0, 12)}`;
  const { body } = asked;
  const styles: [string, string][] = body ? [["OSCOLA", body.oscola], ["Bluebook", body.bluebook], ["BibTeX", body.bibtex], ["CSL-JSON", JSON.stringify(body.csl, null, 2)]] : [];
  return (
    <dialog ref={dialog} class="cite-dialog" aria-labelledby="cite-title" onClose={onClose} onClick={(event) => event.target === dialog.current && dialog.current?.close()}>
      <div>
        <h2 id="cite-title">Cite {provision.citation}</h2>
        <Waiting asked={asked} />
        {[...styles, ["Link", link]].map(([name, text]) => (
          <section key={name}><h3>{name}</h3><pre>{text}</pre><CopyButton text={() => text}>{`Copy ${name}`}</CopyButton></section>
        ))}
        <p><a href={target("/v1/cite", { of: provision.key, format: "bibtex" })} download>.bib</a> <a href={target("/v1/cite", { of: provision.key, format: "csl-json" })} download>.json</a></p>
        <button type="button" class="close" onClick={() => dialog.current?.close()}>Close</button>
      </div>
    </dialog>
  );
}

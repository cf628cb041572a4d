// One value of a row, as a reader would write it: things by their names and linked, nothing as raw JSON.
import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { treatyMark } from "../api/treaties";
import { citationOfKey, isProvisionKey, plain, slugOfKey, webAddress } from "../names/names";
import { hopsOf, labelOfNode, valueOf, type NodeValue, type PathValue, type RelationshipValue } from "./values";

export type OpenNode = (key: string) => string;
const LONG_TEXT = 280;
const LONG_LIST = 8;
const LONG_TITLE = 110;

const cut = (text: string, most: number) => text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/u, "")} …` : text;
const isOfTreaty = (key: string) => isProvisionKey(key) && !key.startsWith("treaty:");
const nameOfKey = (key: string) => isOfTreaty(key) ? citationOfKey(key) : key;

export function NodeName({ node, openNode }: { node: NodeValue; openNode: OpenNode }) {
  const title = plain(node.title) || nameOfKey(node.key);
  return (
    <span class="thing">
      <a class="node" href={openNode(node.key)} title={title}><bdi>{cut(title, LONG_TITLE)}</bdi></a>
      {isOfTreaty(node.key) && <span class="away"> {treatyMark(slugOfKey(node.key))}</span>}
      <span class="kind"> {labelOfNode(node.labels)}</span>
    </span>
  );
}

const mode = ({ properties }: RelationshipValue) => typeof properties.mode === "string" ? ` (${properties.mode.replaceAll("_", " ")})` : "";

function KeyName({ of, openNode }: { of: string; openNode: OpenNode }) {
  return <a class="node" href={openNode(of)}><bdi>{nameOfKey(of)}</bdi>{isOfTreaty(of) && <span class="away"> {treatyMark(slugOfKey(of))}</span>}</a>;
}

function Arrow({ of, against = false }: { of: RelationshipValue; against?: boolean }) {
  const name = `${of.type}${mode(of)}`;
  return <span class="arrow" title={typeof of.properties.quote === "string" ? plain(of.properties.quote) : undefined}>{against ? <>←<span class="type">{name}</span>—</> : <>—<span class="type">{name}</span>→</>}</span>;
}

function Relationship({ of, openNode }: { of: RelationshipValue; openNode: OpenNode }) {
  return <span class="relationship"><KeyName of={of.from} openNode={openNode} /> <Arrow of={of} /> <KeyName of={of.to} openNode={openNode} /></span>;
}

function Path({ of, openNode }: { of: PathValue; openNode: OpenNode }) {
  return (
    <ol class="walk">
      {of.nodes[0] && <li><NodeName node={of.nodes[0]} openNode={openNode} /></li>}
      {hopsOf(of).map(({ relationship, to, against }, index) =>
        <li key={index}><Arrow of={relationship} against={against} /> {to ? <NodeName node={to} openNode={openNode} /> : <KeyName of={relationship.to} openNode={openNode} />}</li>)}
    </ol>
  );
}

function Text({ text }: { text: string }) {
  const [whole, setWhole] = useState(false);
  const address = webAddress(text);
  if (address) return <a href={address.href} rel="noreferrer" target="_blank">{cut(text, LONG_TITLE)}</a>;
  if (text === "") return <span class="quiet-value">empty text</span>;
  if (text.length <= LONG_TEXT || whole) return <bdi class="text">{plain(text)}</bdi>;
  return <><bdi class="text">{plain(cut(text, LONG_TEXT))}</bdi> <button type="button" class="more" onClick={() => setWhole(true)}>all {text.length.toLocaleString("en")} characters</button></>;
}

function Several({ count, children }: { count: number; children: (shown: number) => ComponentChildren }) {
  const [all, setAll] = useState(count <= LONG_LIST + 2);
  return <>{children(all ? count : LONG_LIST)}{!all && <button type="button" class="more" onClick={() => setAll(true)}>{count - LONG_LIST} more</button>}</>;
}

export function ValueCell({ value: given, openNode }: { value: unknown; openNode: OpenNode }) {
  const value = valueOf(given);
  switch (value.is) {
    case "null": return <span class="quiet-value">null</span>;
    case "boolean": return <>{String(value.value)}</>;
    case "number": return <>{value.text}</>;
    case "text": return <Text text={value.text} />;
    case "node": return <NodeName node={value.node} openNode={openNode} />;
    case "relationship": return <Relationship of={value.relationship} openNode={openNode} />;
    case "path": return <Path of={value.path} openNode={openNode} />;
    case "list":
      if (!value.values.length) return <span class="quiet-value">empty list</span>;
      return <Several count={value.values.length}>{(shown) => <ul class="several">{value.values.slice(0, shown).map((one, index) => <li key={index}><ValueCell value={one} openNode={openNode} /></li>)}</ul>}</Several>;
    case "map":
      if (!value.entries.length) return <span class="quiet-value">empty map</span>;
      return <Several count={value.entries.length}>{(shown) => <dl class="named">{value.entries.slice(0, shown).map(([name, one]) => <div key={name}><dt>{name}</dt> <dd><ValueCell value={one} openNode={openNode} /></dd></div>)}</dl>}</Several>;
  }
}

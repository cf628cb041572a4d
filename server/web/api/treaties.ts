// The treaties that are loaded, by slug: their names are on every line that leads to a provision.
import { signal } from "@preact/signals";
import { ask } from "./client";
import type { Treaties, Treaty } from "../shapes/answers";

export const treaties = signal<Map<string, Treaty>>(new Map());

const text = (value: unknown) => typeof value === "string" ? value : "";
const aliasesOf = (treaty?: Treaty) => Array.isArray(treaty?.properties.aliases) ? treaty.properties.aliases.map(String) : text(treaty?.properties.aliases).split(";");
export const slugOf = (treaty: { key: string }) => treaty.key.replace(/^treaty:/, "");
/// "lakes@fr": the same text in another language, not a draft of it.
const isLanguage = (version: string) => /^[a-z]{2}$/.test(version);
const languageName = (code: string) => new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
/// The language of the text that is loaded; nothing where it is not known.
export const languageOf = (slug: string): string => text(treaties.value.get(slug)?.properties.language);
export const isDraft = (slug: string) => slug.includes("@") && !isLanguage(slug.split("@")[1]);

export async function loadTreaties(): Promise<void> {
  const answer = await ask<Treaties>("/v1/treaties");
  treaties.value = new Map(answer.treaties.map((one) => [slugOf(one), one]));
}

/// "UN Convention against Cybercrime, draft of 2023-11": the name that people use; the slug while names are not there yet.
export function treatyName(slug: string): string {
  const [root, version] = slug.split("@");
  const treaty = treaties.value.get(root) ?? treaties.value.get(slug);
  const name = text(treaty?.properties.short_title) || (treaty?.title ?? root).split(";")[0];
  return version ? `${name}, ${isLanguage(version) ? `in ${languageName(version)}` : `draft of ${version}`}` : name;
}

/// "UNCC": an abbreviation where the treaty has one, for places with little room.
export function treatyMark(slug: string): string {
  const [root, version] = slug.split("@");
  const treaty = treaties.value.get(root) ?? treaties.value.get(slug);
  const aliases = aliasesOf(treaty);
  const short = aliases.find((alias) => /^[A-Z][A-Za-z]{1,8}$/.test(alias) && alias === alias.toUpperCase());
  const mark = short ?? treatyName(root);
  return version ? `${mark} ${version}` : mark;
}

/// Loaded treaties for a list: those with text or facts before drafts, by name.
export function loadedTreaties(): Treaty[] {
  return [...treaties.value.values()].filter((one) => one.loaded)
    .sort((a, b) => Number(isDraft(slugOf(a))) - Number(isDraft(slugOf(b))) || treatyName(slugOf(a)).localeCompare(treatyName(slugOf(b))));
}

// The treaties and drafts of the snapshot, for boxes to choose from.
import { ask } from "./ask.js";

export const slugOf = (treaty) => treaty.properties.slug || treaty.key.replace(/^treaty:/, "");

let told = null;
const treaties = () => (told ??= ask("/v1/treaties").then((answer) => answer.treaties));

export const loadedTreaties = async () => (await treaties()).filter((treaty) => treaty.loaded);

/// Those of which provisions are known, though they may not be loaded.
export async function treatyOptions() {
  return (await treaties()).filter((treaty) => treaty.provisions > 0)
    .map((treaty) => [slugOf(treaty), `${treaty.properties.short_title || treaty.title} (${slugOf(treaty)})`]);
}

/// The draft of a treaty of which most articles are known; empty where there is none.
export async function fullestDraftOf(slug) {
  const drafts = (await treaties()).filter((treaty) => treaty.properties.version_of === slug && treaty.articles > 0);
  const fullest = drafts.reduce((most, one) => (!most || one.articles >= most.articles ? one : most), null);
  return fullest ? slugOf(fullest) : "";
}

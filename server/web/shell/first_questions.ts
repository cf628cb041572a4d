// Questions for a newcomer, made from what is loaded: none of them fails because a treaty is not there.
import { hrefOfView } from "../address/address";
import { isDraft, slugOf, treatyName } from "../api/treaties";
import type { Treaty } from "../shapes/answers";

export interface FirstQuestion { text: string; href: string }

const most = (list: Treaty[], count: (one: Treaty) => number) =>
  list.reduce<Treaty | null>((best, one) => count(one) > (best ? count(best) : 0) ? one : best, null);

export function firstQuestions(loaded: Treaty[]): FirstQuestion[] {
  const treaties = loaded.filter((one) => !isDraft(slugOf(one)));
  const signed = most(treaties, (one) => one.signatories ?? 0);
  const linked = most(treaties, (one) => one.references);
  // Of the drafts that are known best, the last.
  const drafts = loaded.filter((one) => isDraft(slugOf(one)) && one.articles > 0).sort((a, b) => b.articles - a.articles || slugOf(b).localeCompare(slugOf(a)));
  const questions: FirstQuestion[] = [];
  if (signed) {
    const treaty = slugOf(signed);
    questions.push(
      { text: `Who signed the ${treatyName(treaty)}, and is it in force?`, href: hrefOfView("participation", { treaty }) },
      { text: `What was said about it, by whom?`, href: hrefOfView("statements", { treaty }) },
      { text: `How was it made, and by whom?`, href: hrefOfView("events", { treaty }) },
      { text: "Which safeguards reach which powers?", href: hrefOfView("coverage", { treaty }) });
    const draft = drafts.find((one) => slugOf(one).startsWith(`${treaty}@`));
    if (draft) questions.push({ text: "Which articles changed between a draft and the final text?", href: hrefOfView("compare", { left: slugOf(draft), right: treaty }) });
  }
  if (linked) {
    const treaty = slugOf(linked);
    questions.push(
      { text: `Which provisions of the ${treatyName(treaty)} carry the most?`, href: hrefOfView("rank", { treaty }) },
      { text: "Which provisions depend on each other in a ring?", href: hrefOfView("cycles", { treaty }) });
  }
  return questions;
}

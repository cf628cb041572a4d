// reading_room.mjs URL bundled|three|big [FOLDER]: does in Chromium what readers come for, counts their clicks and keystrokes, and prints
// them beside what each job may cost; then each fault that the page once had, what a screen reader is told, and how long a reader waits.
// Screenshots go to FOLDER, if one is named. Ends with 1 where a job cannot be done, costs more, or the page complains on its console.
import { bigJobs, bigViews } from "./reading_room/big_jobs.mjs";
import { browser, complaints, data, expect } from "./reading_room/browser.mjs";
import { drawn } from "./reading_room/drawn.mjs";
import { faults } from "./reading_room/faults.mjs";
import { hostile } from "./reading_room/hostile.mjs";
import { jobs } from "./reading_room/jobs.mjs";
import { kept } from "./reading_room/kept.mjs";
import { looks } from "./reading_room/looks.mjs";
import { measures } from "./reading_room/measures.mjs";
import { paper } from "./reading_room/paper.mjs";
import { screenReader } from "./reading_room/screen_reader.mjs";

// What does not depend on the data is looked at with one set.
const PARTS = {
  bundled: [jobs, faults, drawn, kept, hostile, paper, looks, screenReader, measures],
  three: [jobs, faults, paper, looks],
  big: [bigJobs, bigViews, screenReader, measures],
};
for (const part of PARTS[data]) {
  const began = Date.now();
  await part();
  console.log(`time: ${part.name}: ${Math.round((Date.now() - began) / 1_000)} s`);
}
await browser.close();
expect(`nothing is complained of${complaints.length ? `: ${[...new Set(complaints)].join(" | ")}` : ""}`, complaints.length === 0);

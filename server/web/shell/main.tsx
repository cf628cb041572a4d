// The page: its header, the view of its address, and what it says when the server or the data change.
import { render } from "preact";
import { lazy, Suspense } from "preact/compat";
import "../design/tokens.css";
import "../design/base.css";
import "../design/print.css";
import { askAhead, firstSnapshot, lastSnapshot, reachable } from "../api/client";
import { loadTreaties } from "../api/treaties";
import { ReadingRoom } from "../read/reading_room";
import { firstWords } from "../read/use_text";
import { address, listen } from "../address/address";
import { Mishap } from "../parts/mishap";
import { Header } from "./header";
import { Start } from "./start";

const pause = (milliseconds: number) => new Promise<void>((go) => { setTimeout(go, milliseconds); });
const AFTER_WORDS = 100;

/// Reading a room's scripts and drawing its first view are two tasks: a page is held by neither for long.
const later = <View,>(view: View) => pause(0).then(() => view);
const Ask = lazy(() => import("../ask/ask").then((room) => later(room.Ask)));
const Thing = lazy(() => import("../ask/thing").then((room) => later(room.Thing)));
const Query = lazy(() => import("./query_view").then((room) => later(room.QueryView)));
const About = lazy(() => import("./about").then((room) => later(room.About)));

function Banners() {
  const wanted = address.value.query.get("data");
  const newer = firstSnapshot.value !== lastSnapshot.value;
  const other = wanted && firstSnapshot.value && !firstSnapshot.value.startsWith(wanted);
  return (
    <div class="banners" aria-live="polite">
      {!reachable.value && <p>The server does not answer. What you see stays; it is asked again.</p>}
      {newer && <p>Newer data are there. <a href={location.href} target="_self">Load this view with them</a></p>}
      {other && <p>This link was made with other data; what it showed then may differ from what you see.</p>}
    </div>
  );
}

function View() {
  const { path } = address.value;
  switch (path[0]) {
    case "read": return <ReadingRoom slug={path[1]} eid={path[2] ?? ""} />;
    case "node": return <Thing nodeKey={path[1]} />;
    case "ask": return <Ask question={path[1]} parameters={Object.fromEntries(address.value.query)} />;
    case "query": return <Query />;
    case "about": return <About />;
    default: return <Start />;
  }
}

function Page() {
  return (
    <>
      <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>("main")?.focus()}>Skip to the text</button>
      <Header />
      <Banners />
      <Suspense fallback={<main tabIndex={-1}><p class="waiting">Loading …</p></main>}><Mishap of={address.value.path.join("/")} what="This view"><View /></Mishap></Suspense>
    </>
  );
}

listen();
const [room, slug, eid = ""] = address.value.path;
// The names of all treaties are many: they come after the words that a reader waits for, not beside them.
const words = room === "read" && slug ? askAhead(firstWords(slug, eid)).then(() => pause(AFTER_WORDS), () => {}) : Promise.resolve();
words.then(loadTreaties).catch(() => { /* names are then slugs; the banner says that the server does not answer */ });
const host = document.getElementById("app")!;
host.replaceChildren();
render(<Page />, host);

// Asks the worker where nodes go. The same question has the same answer: nothing in it is left to chance.
import type { Point, Shape } from "./choose";

export interface LayoutNode { width: number; radius: number; isNamedBelow: boolean }  // width: of its name
export interface LayoutQuestion { shape: Shape; nodes: LayoutNode[]; lines: [number, number][]; centre: number }
export type LayoutAnswer = { places: Point[] } | { failed: string };

export class Stopped extends Error {}

const begun = () => new Worker("/assets/layout.js", { type: "module" });

/// One worker, begun at once and kept; `stop` ends it in the middle of its work.
export class Layouts {
  private worker: Worker | null = begun();
  private refuse: ((why: Error) => void) | null = null;

  ask(question: LayoutQuestion): Promise<Point[]> {
    this.stop();
    return new Promise((resolve, reject) => {
      const worker = this.worker ??= begun();
      const end = () => { this.refuse = null; };
      this.refuse = reject;
      worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
        end();
        "places" in data ? resolve(data.places) : reject(new Error(data.failed));
      };
      worker.onerror = (event) => {
        end();
        this.worker = null;
        reject(new Error(event.message || "the layout could not be loaded"));
      };
      worker.postMessage(question);
    });
  }

  /// Ends what runs; an idle worker stays for the next question.
  stop() {
    if (!this.refuse) return;
    this.worker?.terminate();
    this.worker = null;
    this.refuse(new Stopped());
    this.refuse = null;
  }

  close() {
    this.stop();
    this.worker?.terminate();
    this.worker = null;
  }
}

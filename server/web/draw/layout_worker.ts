// The worker that arranges a drawing: by forces here, in layers by ELK, which is loaded when it is asked for.
import type { Point } from "./choose";
import { clustered } from "./cluster";
import type { LayoutAnswer, LayoutNode, LayoutQuestion } from "./layout";

interface ElkNode { id: string; x?: number; y?: number; width?: number; height?: number }
interface ElkMessage { data?: { children?: ElkNode[] }; error?: { message?: string } }
type Elk = (message: { data: unknown }) => void;

const scope = self as unknown as { onmessage: Elk | null; postMessage: (answer: unknown) => void };
const answerPage = scope.postMessage.bind(self);
let elk: Promise<(command: object) => Promise<ElkMessage>> | undefined;

// ELK's own script takes the place of a worker's message handler and answers by postMessage: both are given back here.
async function loadElk() {
  await import("elkjs/lib/elk-worker.min.js");
  const handle = scope.onmessage!;
  scope.onmessage = null;
  const ask = (command: object) => new Promise<ElkMessage>((resolve) => {
    scope.postMessage = (answer) => resolve(answer as ElkMessage);
    handle({ data: { id: 0, ...command } });
  });
  await ask({ cmd: "register", algorithms: ["layered"] });
  return ask;
}

const OPTIONS = {
  "elk.algorithm": "layered", "elk.direction": "RIGHT", "elk.randomSeed": "1", "elk.spacing.nodeNode": "20",
  "elk.layered.spacing.nodeNodeBetweenLayers": "64", "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX", "elk.edgeRouting": "POLYLINE",
  "elk.spacing.componentComponent": "40", "elk.aspectRatio": "1.6",
};
const NAME = 18;  // the height of a name

/// Of a node with its name, which is below it or to its right.
const roomOf = ({ radius, width, isNamedBelow }: LayoutNode) => isNamedBelow
  ? { width: Math.max(2 * radius, width), height: 2 * radius + NAME } : { width: 2 * radius + width + 8, height: Math.max(NAME, 2 * radius) + 4 };

/// Circles are cut so that what the centre leads to follows it, or where more leads to it, comes before it.
function cutsOf({ lines, centre }: LayoutQuestion) {
  const [away, here] = [lines.filter(([from]) => from === centre).length, lines.filter(([, to]) => to === centre).length];
  return away > here ? { "elk.layered.cycleBreaking.strategy": "MODEL_ORDER", "elk.layered.considerModelOrder.strategy": "PREFER_NODES" } : {};
}

async function layered(question: LayoutQuestion): Promise<Point[]> {
  const { nodes, lines } = question;
  const ask = await (elk ??= loadElk());
  const graph = {
    id: "drawing",
    children: nodes.map((node, index) => ({ id: `n${index}`, ...roomOf(node) })),
    edges: lines.map(([from, to], index) => ({ id: `l${index}`, sources: [`n${from}`], targets: [`n${to}`] })),
  };
  const { data, error } = await ask({ cmd: "layout", graph, layoutOptions: { ...OPTIONS, ...cutsOf(question) }, options: {} });
  if (!data?.children) throw new Error(error?.message ?? "ELK gave no layout");
  return data.children.map(({ x = 0, y = 0, width = 0, height = 0 }, index) => {
    const { radius, isNamedBelow } = nodes[index];
    return isNamedBelow ? { x: x + width / 2, y: y + radius } : { x: x + radius, y: y + height / 2 };
  });
}

self.addEventListener("message", async ({ data }: MessageEvent<LayoutQuestion>) => {
  let answer: LayoutAnswer;
  try {
    answer = { places: data.shape === "layered" ? await layered(data) : clustered(data) };
  } catch (error) {
    answer = { failed: String(error) };
  }
  answerPage(answer);
});

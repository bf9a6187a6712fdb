/** Where things stand in a drawing over time, in pixels of its frame. */
import { scaleLinear } from 'd3-scale';

export type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number };
export type Tick = { at: number; text: string };

/** Two drawings, of which a screen shows one: words keep their size on a phone. */
export const frames: { frame: Frame; className: string }[] = [
  { frame: { width: 960, height: 190, left: 52, right: 952, top: 14, bottom: 152 }, className: 'max-sm:hidden' },
  { frame: { width: 354, height: 190, left: 44, right: 350, top: 14, bottom: 152 }, className: 'sm:hidden' },
];

/** The room that the words of a slot take (px). */
const slotRoom = 64;

/** The middle of each of some slots side by side, and how wide one is. */
export function slotPlaces(count: number, { left, right }: Frame): { middles: number[]; width: number } {
  const width = (right - left) / Math.max(1, count);
  return { middles: Array.from({ length: count }, (_, at) => left + width * (at + 0.5)), width };
}

/** The words below some slots, as many as there is room for; the last slot always has its own. */
export function slotTicks(labels: string[], frame: Frame): Tick[] {
  const { middles } = slotPlaces(labels.length, frame);
  const every = Math.max(1, Math.ceil(labels.length / Math.floor((frame.right - frame.left) / slotRoom)));
  return labels.flatMap((text, at) => ((labels.length - 1 - at) % every === 0 ? [{ at: middles[at] ?? 0, text }] : []));
}

/** A scale of values from `least` to `most`, with a few round ticks. Whole numbers have no ticks between them. */
export function valueScale(
  { least, most, isWhole = false }: { least: number; most: number; isWhole?: boolean },
  { top, bottom }: Frame,
): { y: (value: number) => number; ticks: number[] } {
  const scale = scaleLinear()
    .domain([least, most > least ? most : least + 1])
    .range([bottom, top])
    .nice(4);
  return { y: (value) => scale(value), ticks: scale.ticks(4).filter((tick) => !isWhole || Number.isInteger(tick)) };
}

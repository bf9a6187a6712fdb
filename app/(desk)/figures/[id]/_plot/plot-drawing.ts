/** A plot's geometry in pixels of its own frame: scales and ticks by d3-scale, everything else plain numbers. */
import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale';
import type { PlotValues, ValueRange } from './plot-values';

export type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number };

export type DrawnRange = {
  /** `top` is the smaller number; both are the same where the value is a single one. */
  top: number;
  bottom: number;
  openTop: boolean;
  openBottom: boolean;
};

export type PlotDrawing = {
  frame: Frame;
  isLog: boolean;
  xTicks: { x: number; at: number }[];
  /** What the x ticks tell apart. */
  xUnit: 'year' | 'month' | 'day';
  yTicks: { y: number; value: number }[];
  marks: (DrawnRange & { id: string; x: number })[];
  band: (DrawnRange & { kind: NonNullable<PlotValues['band']>['kind'] }) | null;
};

/** From here on values are told apart by how many times, not by how much. */
const logFrom = 10;
/** How far an open end is drawn (px). */
const arrow = 26;
/** The least distance of two marks' middles (px), and the room that a tick's words take. */
const gap = 17;
const [xTickRoom, yTickRoom] = [92, 44];
const day = 86_400_000;

export function drawPlot({ values, band }: PlotValues, frame: Frame): PlotDrawing {
  const ends = [...values, ...(band ? [band] : [])].flatMap(({ low, high }) => [low, high].flatMap((end) => end ?? []));
  const [lowest, highest] = [Math.min(...ends), Math.max(...ends)];
  const isLog = lowest > 0 && highest / lowest >= logFrom;
  const yRange = [frame.bottom, frame.top];
  const y = isLog
    ? scaleLog()
        .domain([lowest / 1.3, highest * 1.3])
        .range(yRange)
    : scaleLinear().domain(roomAround(lowest, highest)).range(yRange).nice(5);
  const most = Math.floor((frame.bottom - frame.top) / yTickRoom);
  const yValues = isLog ? logTicks(y.domain(), most) : y.ticks(most);

  const moments = values.map(({ at }) => at);
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  // Marks stand off the edges, and a single moment in the middle.
  const room = Math.max((last - first) * 0.06, last === first ? 183 * day : 2 * day);
  const x = scaleUtc()
    .domain([first - room, last + room])
    .range([frame.left, frame.right]);
  const span = (last - first + 2 * room) / day;
  const xUnit = span > 1_000 ? 'year' : span > 70 ? 'month' : 'day';
  const wanted = Math.max(2, Math.floor((frame.right - frame.left) / xTickRoom));

  // The scale takes the number that is wanted for a hint.
  const dates = x
    .ticks(wanted)
    .filter((date) => xUnit !== 'year' || (date.getUTCMonth() === 0 && date.getUTCDate() === 1));

  const drawn = ({ low, high }: ValueRange): DrawnRange => {
    const [top, bottom] = [high ?? low ?? 0, low ?? high ?? 0].map((end) => y(end));
    return { top: top ?? 0, bottom: bottom ?? 0, openTop: high === null, openBottom: low === null };
  };
  const places = apart(
    values.map(({ at }) => x(at)),
    frame,
  );
  return {
    ...{ frame, isLog, xUnit },
    xTicks: dates
      .filter((_, at) => at % Math.ceil(dates.length / wanted) === 0)
      .map((date) => ({ x: x(date), at: date.getTime() })),
    yTicks: yValues.map((value) => ({ y: y(value), value })),
    marks: values.map((value, index) => ({
      id: value.row.id,
      x: places[index] ?? 0,
      ...lengthened(drawn(value), frame),
    })),
    band: band && { kind: band.kind, ...toTheEdges(drawn(band), frame) },
  };
}

/** A linear scale's domain: a fifth of the values' distance around them, and from 0 where that is near. */
function roomAround(lowest: number, highest: number): [number, number] {
  const room = highest === lowest ? Math.abs(highest) * 0.25 || 1 : (highest - lowest) * 0.2;
  return [lowest >= 0 && lowest - room < highest * 0.15 ? 0 : lowest - room, highest + room];
}

/** 1, 2 and 5 of every power of ten, or the powers alone where those are too many. */
function logTicks([low = 1, high = 1]: number[], most: number): number[] {
  const powers = Array.from(
    { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, index) => 10 ** (Math.floor(Math.log10(low)) + index),
  );
  const inside = (steps: number[]) =>
    powers.flatMap((power) => steps.map((step) => step * power)).filter((value) => value >= low && value <= high);
  const [fine, coarse] = [inside([1, 2, 5]), inside([1])];
  if (fine.length <= most) return fine;
  const every = Math.ceil(coarse.length / most);
  return coarse.filter((_, index) => index % every === 0);
}

/** Places in one row, moved apart as little as it takes and kept within the frame; the order stays. */
function apart(places: number[], { left, right }: Frame): number[] {
  const least = Math.min(gap, (right - left) / Math.max(1, places.length));
  const order = places.map((_, index) => index).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  let groups: { at: number; members: number[] }[] = [];
  for (const index of order) {
    groups.push({ at: places[index] ?? 0, members: [index] });
    for (;;) {
      const [before, after] = groups.slice(-2);
      if (!before || !after || after === before) break;
      const reach = ((before.members.length + after.members.length) / 2) * least;
      if (after.at - before.at >= reach) break;
      const members = [...before.members, ...after.members];
      const at = members.reduce((sum, member) => sum + (places[member] ?? 0), 0) / members.length;
      groups = [...groups.slice(0, -2), { at, members }];
    }
  }
  const moved = [...places];
  for (const { at, members } of groups) {
    const half = ((members.length - 1) / 2) * least;
    const middle = Math.min(Math.max(at, left + half), right - half);
    for (const [index, member] of members.entries()) moved[member] = middle - half + index * least;
  }
  return moved;
}

/** A mark with its open ends drawn as far as an arrow goes. */
function lengthened(range: DrawnRange, { top, bottom }: Frame): DrawnRange {
  return {
    ...range,
    top: range.openTop ? Math.max(top - 6, range.top - arrow) : range.top,
    bottom: range.openBottom ? Math.min(bottom + 6, range.bottom + arrow) : range.bottom,
  };
}

function toTheEdges(range: DrawnRange, { top, bottom }: Frame): DrawnRange {
  return { ...range, top: range.openTop ? top : range.top, bottom: range.openBottom ? bottom : range.bottom };
}

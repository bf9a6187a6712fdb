/** The statistics as tables, each once: the page shows them and files hold them. */

import { claimAddress } from '#lib/domain/articles/addresses';
import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import type { Quartiles } from '#lib/domain/statistics/quartiles';
import type { Share } from '#lib/domain/statistics/share';
import type { Slot, SlotUnit } from '#lib/domain/statistics/slots';
import {
  type DeskStatistics,
  type NamedShare,
  type TableName,
  totalOfVerdicts,
  type VerdictCounts,
  type Waiting,
} from '#lib/domain/statistics/statistics';
import type { StatisticsQuery } from '#lib/domain/statistics/statistics-query';
import type { Tone } from '#ui/tag';
import type { StatisticsWords } from '../../i18n/statistics';
import { countedHref } from './address';
import { verdictTones } from './verdict-tones';

/** `text` is shown, `value` stands in a file; `href` leads to what was counted. */
export type Cell = { text: string; value: string | number | null; href?: string };
/** `inFile`: what the column is called in a file, where its values have a unit there. */
export type Column = { label: string; inFile?: string };
/** A row begins with what it is about. `bar` and `share` are drawn beside its numbers. */
export type Row = { key: string; cells: Cell[]; bar?: Bar; share?: Share; isTogether?: boolean };
/** Parts of a whole, from 0 to 1. */
type Bar = { tone: Tone; share: number }[];
export type Table = { name: TableName; columns: Column[]; rows: Row[] };

type Told = { statistics: DeskStatistics; query: StatisticsQuery; words: StatisticsWords };

/** Tables of a period have the newest row first; the others are in the order of their statistics. */
export const tableOf: Record<TableName, (told: Told) => Table> = {
  checked: (told) => {
    const { statistics, words } = told;
    const { units, checked } = statistics;
    return {
      name: 'checked',
      columns: [slotColumn(told, units.weeks), ...verdictColumns(words), { label: words.t('column.checked') }],
      rows: checked.toReversed().map(({ slot, verdicts: counts }) => ({
        key: slot.key,
        cells: [
          slotCell(words, slot, units.weeks),
          ...verdicts.map((verdict) =>
            verdictCell(told, verdict, counts, { judgedFrom: slot.first, judgedTo: slot.last }),
          ),
          countCell(words, totalOfVerdicts(counts)),
        ],
      })),
    };
  },
  time: (told) => {
    const { statistics, words } = told;
    const { units, checked, time } = statistics;
    const column = (name: 'low' | 'median' | 'high') => ({
      label: words.t(`column.${name}`),
      inFile: words.t(`column.${name}Hours`),
    });
    return {
      name: 'time',
      columns: [
        slotColumn(told, units.weeks),
        { label: words.t('column.settled') },
        ...[column('low'), column('median'), column('high')],
      ],
      rows: [
        ...checked
          .toReversed()
          .flatMap((one) =>
            one.time
              ? { key: one.slot.key, cells: [slotCell(words, one.slot, units.weeks), ...timeCells(words, one.time)] }
              : [],
          ),
        ...(time ? [{ key: 'all', isTogether: true, cells: [together(words), ...timeCells(words, time)] }] : []),
      ],
    };
  },
  waiting: ({ statistics: { waiting }, query, words }) => ({
    name: 'waiting',
    columns: [
      { label: words.t('column.kind') },
      { label: words.standing('open') },
      ...(['contested', 'overdue', 'lookAgain'] as const).map((name) => ({ label: words.t(`column.${name}`) })),
    ],
    rows: waiting.map(({ kind, ...counts }) => ({
      key: kind,
      bar: waitingBar(counts, waiting),
      cells: [
        { text: words.kind(kind), value: words.kind(kind) },
        ...waitingFilters.map(([name, filter]) =>
          countCell(words, counts[name], countedHref(query, { kind, ...filter })),
        ),
      ],
    })),
  }),
  kinds: (told) => ({
    name: 'kinds',
    columns: [
      { label: told.words.t('column.kind') },
      ...verdictColumns(told.words),
      { label: told.words.t('column.together') },
    ],
    rows: told.statistics.byKind.map(({ kind, verdicts: counts }) =>
      verdictRow(told, { key: kind, text: told.words.kind(kind) }, counts, { kind }),
    ),
  }),
  outlets: (told) => {
    const { byOutlet, otherOutlets } = told.statistics;
    const { words } = told;
    const rest = { key: 'others', text: words.t('otherOutlets', { count: otherOutlets.outlets }) };
    return {
      name: 'outlets',
      columns: [{ label: words.t('column.outlet') }, ...verdictColumns(words), { label: words.t('column.together') }],
      rows: [
        ...byOutlet.map(({ name, verdicts: counts }) =>
          name === null
            ? verdictRow(told, { key: 'none', text: words.t('noOutlet') }, counts, null)
            : verdictRow(told, { key: `outlet ${name}`, text: name }, counts, { publisher: name }),
        ),
        ...(otherOutlets.outlets > 0 ? [verdictRow(told, rest, otherOutlets.verdicts, null)] : []),
      ],
    };
  },
  agreement: (told) => {
    const { statistics, words } = told;
    const { units, agreement } = statistics;
    const columns = (['claims', 'judgements', 'alpha', 'level'] as const).map((name) => ({
      label: words.t(`column.${name}`),
    }));
    return {
      name: 'agreement',
      columns: [slotColumn(told, units.months), ...columns],
      rows: agreement.toReversed().map(({ slot, claims, judgements, alpha, level }) => ({
        key: slot.key,
        cells: [
          slotCell(words, slot, units.months),
          ...[countCell(words, claims), countCell(words, judgements)],
          { text: alpha === null ? '–' : words.alpha(alpha), value: alpha === null ? null : rounded(alpha) },
          { text: words.t(`agreement.level.${level}`), value: words.t(`agreement.level.${level}`) },
        ],
      })),
    };
  },
  corrections: (told) => {
    const { statistics, words } = told;
    const { units, corrections, correction } = statistics;
    const none = countCell(words, 0);
    const cells = (share: Share | null) =>
      share
        ? [countCell(words, share.of), countCell(words, share.count), ...shareCells(words, share)]
        : [none, none, ...Array.from({ length: 3 }, () => ({ text: '–', value: null }))];
    return {
      name: 'corrections',
      columns: [
        slotColumn(told, units.months),
        ...[{ label: words.t('column.published') }, { label: words.t('column.corrected') }, ...shareColumns(words)],
      ],
      rows: [
        ...corrections
          .toReversed()
          .map(({ slot, share }) => ({ key: slot.key, cells: [slotCell(words, slot, units.months), ...cells(share)] })),
        ...(correction ? [{ key: 'all', isTogether: true, cells: [together(words), ...cells(correction)] }] : []),
      ],
    };
  },
  metrics: (told) => wrongTable(told, 'metrics', told.statistics.wrongMetrics),
  speakers: (told) => wrongTable(told, 'speakers', told.statistics.wrongSpeakers),
};

/** The claims that a report called verified and that were corrected later, with their addresses. */
export const correctedClaims = ({ statistics: { corrected }, words }: Pick<Told, 'statistics' | 'words'>) =>
  corrected.map(({ id, number, exact, article }) => ({
    ...{ id, exact, language: article.language, href: claimAddress(article.id, number) },
    where: words.t('corrections.claim', { number, title: article.title }),
  }));

/** How verdicts divide. */
function verdictBar(counts: VerdictCounts): Bar {
  const total = totalOfVerdicts(counts);
  return verdictTones.map(({ tone, of }) => ({
    tone,
    share: total > 0 ? of.reduce((sum, verdict) => sum + counts[verdict], 0) / total : 0,
  }));
}

/** What is open and contested, beside the kind of which most is. */
function waitingBar(counts: Pick<Waiting, 'open' | 'contested'>, all: Waiting[]): Bar {
  const most = Math.max(1, ...all.map(({ open, contested }) => open + contested));
  return [
    { tone: 'open', share: counts.open / most },
    { tone: 'contested', share: counts.contested / most },
  ];
}

const waitingFilters = [
  ['open', { standing: 'open' }],
  ['contested', { standing: 'contested' }],
  ['overdue', { overdue: true }],
  ['lookAgain', { lookAgain: true }],
] as const satisfies [Exclude<keyof Waiting, 'kind'>, object][];

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

const countCell = (words: StatisticsWords, count: number, href?: string): Cell => ({
  ...{ text: words.count(count), value: count },
  ...(href && count > 0 ? { href } : {}),
});

const together = (words: StatisticsWords): Cell => ({ text: words.t('together'), value: words.t('together') });

const slotColumn = ({ words }: Told, unit: SlotUnit): Column => ({ label: words.t(`column.${unit}`) });

const slotCell = (words: StatisticsWords, slot: Slot, unit: SlotUnit): Cell => ({
  text: words.slot(slot, unit),
  value: slot.key,
});

const verdictColumns = (words: StatisticsWords): Column[] =>
  verdicts.map((verdict) => ({ label: words.standing(verdict) }));

type Filter = Parameters<typeof countedHref>[1];

/** `filter` null: no list shows these claims alone. */
const verdictCell = ({ words, query }: Told, verdict: Verdict, counts: VerdictCounts, filter: Filter | null): Cell =>
  countCell(words, counts[verdict], filter ? countedHref(query, { standing: verdict, ...filter }) : undefined);

function verdictRow(
  told: Told,
  { key, text }: { key: string; text: string },
  counts: VerdictCounts,
  filter: Filter | null,
): Row {
  const { first, last } = told.statistics.period;
  const inPeriod = filter && { judgedFrom: first, judgedTo: last, ...filter };
  return {
    key,
    bar: verdictBar(counts),
    cells: [
      { text, value: text },
      ...verdicts.map((verdict) => verdictCell(told, verdict, counts, inPeriod)),
      countCell(told.words, totalOfVerdicts(counts)),
    ],
  };
}

function timeCells(words: StatisticsWords, { of, low, median, high }: Quartiles): Cell[] {
  const inHours = (seconds: number) => Math.round(seconds / 36) / 100;
  return [
    countCell(words, of),
    ...[low, median, high].map((seconds) => ({ text: words.lasted(seconds), value: inHours(seconds) })),
  ];
}

const shareColumns = (words: StatisticsWords): Column[] =>
  (['share', 'from', 'to'] as const).map((name) => ({ label: words.t(`column.${name}`) }));

const shareCells = (words: StatisticsWords, { share, low, high }: Share): Cell[] =>
  [share, low, high].map((value) => ({ text: words.share(value), value: rounded(value) }));

function wrongTable({ words }: Told, name: 'metrics' | 'speakers', listed: NamedShare[]): Table {
  const columns = (['wrong', 'decided'] as const).map((column) => ({ label: words.t(`column.${column}`) }));
  return {
    name,
    columns: [
      { label: words.t(name === 'metrics' ? 'column.metric' : 'column.speaker') },
      ...columns,
      ...shareColumns(words),
    ],
    rows: listed.map(({ id, name: names, share }) => ({
      ...{ key: id, share },
      cells: [
        {
          ...{ text: names[words.locale], value: names[words.locale] },
          href: name === 'metrics' ? `/figures/${id}` : `/speakers/${id}`,
        },
        ...[countCell(words, share.count), countCell(words, share.of), ...shareCells(words, share)],
      ],
    })),
  };
}

/**
 * The article as a Word document (DOCX): its text as it stands, every listed claim marked in it, and a comment on each with
 * where it stands, what reviewers found and on which sources.
 *
 * A claim is marked by colour and by its line, as on the screen; where claims lie over each other, the innermost is drawn,
 * and the ranges of their comments nest and cross as the claims do. Claims whose words the text no longer holds stand after
 * it. Fonts are named for Latin letters and for the article's own script.
 */
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  type IRunOptions,
  Packer,
  Paragraph,
  ShadingType,
  TextRun,
  UnderlineType,
} from 'docx';
import type { ClaimFilter } from '#lib/domain/claim-list';
import type { CitedSource } from '#lib/domain/report';
import type { ParagraphView, ReviewView } from '#lib/domain/review';
import { layerSpans } from '#lib/domain/span';
import { type Standing, standings } from '#lib/domain/standing';
import { isWebAddress } from '#lib/domain/text';
import { type ExportWords, speakerLine } from './export-words';
import { type ListedClaim, listedClaims, type OnClaim } from './listed-claims';
import { xmlText } from './xml-text';

type Look = { fill: string; color: string; line: (typeof UnderlineType)[keyof typeof UnderlineType] };

/** The colours and lines of the screen (globals.css), on paper. */
const looks: Record<Standing, Look> = {
  verified: { fill: 'DDF0E5', color: '1D7A4C', line: UnderlineType.SINGLE },
  disputed: { fill: 'FBE3C8', color: 'A94F06', line: UnderlineType.DASH },
  false: { fill: 'F8D5D2', color: 'B3261E', line: UnderlineType.DOUBLE },
  contested: { fill: 'E9DAF3', color: '7A3FA0', line: UnderlineType.WAVE },
  unverifiable: { fill: 'E3E7EC', color: '566270', line: UnderlineType.DOTTED },
  'not-checkable': { fill: 'E3E7EC', color: '566270', line: UnderlineType.DOTTED },
  open: { fill: 'F0EDE4', color: '716C63', line: UnderlineType.SINGLE },
};

/** Fonts that come with Word; other programs put their own of the same script in place of them. */
const eastAsian: [tag: RegExp, font: string, language: string][] = [
  [/^zh-(?:Hant|TW|HK|MO)/i, 'PMingLiU', 'zh-TW'],
  [/^ja/i, 'MS Mincho', 'ja-JP'],
  [/^ko/i, 'Batang', 'ko-KR'],
  [/^/, 'SimSun', 'zh-CN'],
];

const marked = (standing: Standing): IRunOptions => {
  const { fill, color, line } = looks[standing];
  return { shading: { type: ShadingType.CLEAR, fill, color: 'auto' }, underline: { type: line, color } };
};

/** Text as runs: a line feed is a line break, which a run of text would swallow. */
function runs(text: string, look: IRunOptions = {}): TextRun[] {
  const [first = '', ...others] = xmlText(text).split(/\r\n|[\r\n\u2028\u2029\v\f]/);
  return [
    new TextRun({ ...look, text: first }),
    ...others.map((line) => new TextRun({ ...look, text: line, break: 1 })),
  ];
}

const bold = { bold: true } as const;
const faint = { color: '716C63', size: 18 } as const;

/** A comment's id is the claim's place in the list, from 0. */
type Commented = ListedClaim & { id: number };

/**
 * The document in pieces. It is made as a whole before the first goes out, as the library writes no other way: that takes up
 * to 80 KB of memory a claim with long rationales, and half a millisecond (`npm run bench -- exports`).
 */
export async function* articleDocument(
  view: ReviewView,
  filter: ClaimFilter,
  words: ExportWords,
  exportedAt: Date,
  onClaim: OnClaim = () => undefined,
): AsyncGenerator<Uint8Array> {
  const { claims, sources } = listedClaims(view, filter);
  const commented = claims.map((listed, id) => ({ ...listed, id }));
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  const children = commented.map(({ id, ...listed }) => ({
    ...{ id, author: 'Claimdesk', initials: 'C', date: exportedAt },
    children: commentOn(listed, sourceOf, words),
  }));
  const bytes = await Packer.toBuffer(
    new Document({
      ...frameOf(view, exportedAt),
      comments: { children },
      sections: [
        {
          properties: { page: { margin: { top: 1_300, bottom: 1_300, left: 1_500, right: 1_500 } } },
          children: [
            ...opening(view, commented, words, exportedAt),
            ...textOf(view.paragraphs, commented, words),
            ...sourceList(sources, words),
          ],
        },
      ],
    }),
  );
  for (let from = 0; from < bytes.length; from += pieceSize) {
    yield bytes.subarray(from, from + pieceSize);
    onClaim(Math.floor((Math.min(from + pieceSize, bytes.length) / bytes.length) * claims.length));
  }
}

/** Bytes of a piece: what a socket takes at once. */
const pieceSize = 65_536;

function frameOf({ article }: ReviewView, exportedAt: Date) {
  const [, font = '', language = ''] = eastAsian.find(([tag]) => tag.test(article.language)) ?? [];
  const serif = { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Georgia', eastAsia: font };
  return {
    title: xmlText(article.title),
    creator: 'Claimdesk',
    lastModifiedBy: 'Claimdesk',
    createdAt: exportedAt,
    styles: {
      default: {
        document: {
          run: { font: serif, size: 23, language: { value: 'en-GB', eastAsia: language } },
          paragraph: { spacing: { after: 160, line: 320 } },
        },
        title: { run: { font: serif, size: 44, bold: true, color: '1D1C1A' }, paragraph: { spacing: { after: 80 } } },
        heading1: {
          run: { font: serif, size: 30, bold: true, color: '1D1C1A' },
          paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
        },
        heading2: {
          run: { font: serif, size: 26, bold: true, color: '1D1C1A' },
          paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'sources',
          levels: [
            {
              ...{ level: 0, format: 'decimal' as const, text: '[%1]', alignment: AlignmentType.LEFT },
              style: { paragraph: { indent: { left: 560, hanging: 560 } } },
            },
          ],
        },
      ],
    },
  };
}

/** Title, where the article is from, what was exported and what the colours mean. */
function opening(view: ReviewView, listed: ListedClaim[], words: ExportWords, exportedAt: Date): Paragraph[] {
  const { title, publisher, byline, publishedOn, url } = view.article;
  const facts = [publisher, byline, publishedOn && words.date(publishedOn)].filter(Boolean).join(' · ');
  const original = url && isWebAddress(url) ? linkTo(url, words.label.original) : null;
  const present = standings.filter((standing) => listed.some(({ claim }) => claim.standing === standing));
  const countOf = (standing: Standing) => listed.filter(({ claim }) => claim.standing === standing).length;
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
    ...(facts || original
      ? [
          new Paragraph({
            children: [...runs(facts, faint), ...(original ? [...runs(facts ? ' · ' : '', faint), original] : [])],
          }),
        ]
      : []),
    new Paragraph({ children: runs(words.summary(listed.length, view.claims.length, exportedAt), faint) }),
    new Paragraph({
      spacing: { after: 360 },
      border: { bottom: { style: 'single', size: 4, color: 'E4E0D8', space: 8 } },
      children:
        present.length === 0
          ? runs(words.label.noClaims, faint)
          : [
              ...runs(`${words.label.legend} `, faint),
              ...present.flatMap((standing) => [
                ...runs(` ${words.standing[standing]} ${countOf(standing)} `, { size: 18, ...marked(standing) }),
                ...runs('  ', faint),
              ]),
            ],
    }),
  ];
}

const linkTo = (url: string, text: string) =>
  new ExternalHyperlink({
    link: xmlText(new URL(url).href),
    children: [new TextRun({ ...faint, text: xmlText(text), color: '24508F', underline: {} })],
  });

/** The article's paragraphs with their claims, and after them the claims that none of them holds. */
function textOf(paragraphs: ParagraphView[], listed: Commented[], words: ExportWords): Paragraph[] {
  const within = new Map<string, Commented[]>();
  const textById = new Map(paragraphs.filter(({ kind }) => kind !== 'boilerplate').map(({ id, text }) => [id, text]));
  const elsewhere: Commented[] = [];
  for (const one of listed) {
    const { paragraphId, start, end } = one.claim;
    const isHeld = start < end && start >= 0 && end <= (textById.get(paragraphId)?.length ?? -1);
    if (!isHeld) elsewhere.push(one);
    else if (within.has(paragraphId)) within.get(paragraphId)?.push(one);
    else within.set(paragraphId, [one]);
  }
  return [
    ...[...paragraphs]
      .sort((a, b) => a.number - b.number)
      .filter(({ kind }) => kind !== 'boilerplate')
      .map((paragraph) => paragraphOf(paragraph, within.get(paragraph.id) ?? [])),
    ...(elsewhere.length > 0
      ? [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(words.label.elsewhere) })]
      : []),
    ...elsewhere.map((one) => {
      const { exact, standing } = one.claim;
      const whole = { ...one, claim: { ...one.claim, start: 0, end: exact.length } };
      return exact === ''
        ? new Paragraph({ children: [...runs(words.standing[standing]), reference(one)] })
        : new Paragraph({ children: markedText(exact, [whole]) });
    }),
  ];
}

function paragraphOf({ kind, text }: ParagraphView, listed: Commented[]): Paragraph {
  const look: IRunOptions = kind === 'caption' ? { italics: true, size: 20 } : {};
  const children = markedText(text, listed, look);
  if (kind === 'heading') return new Paragraph({ heading: HeadingLevel.HEADING_2, children });
  return kind === 'list-item' ? new Paragraph({ bullet: { level: 0 }, children }) : new Paragraph({ children });
}

const reference = ({ id }: Commented) => new TextRun({ children: [new CommentReference(id)] });

/** A text cut where claims begin and end; each range opens and closes where its claim does, whatever lies across it. */
function markedText(text: string, listed: Commented[], look: IRunOptions = {}) {
  const spans = listed.map((one) => ({ id: String(one.id), start: one.claim.start, end: one.claim.end }));
  const standingOf = new Map(listed.map((one) => [String(one.id), one.claim.standing]));
  const starting = groupBy(listed, ({ claim }) => claim.start);
  const ending = groupBy(listed, ({ claim }) => claim.end);
  const innermostFirst = (ones: Commented[]) => ones.sort((a, b) => b.claim.start - a.claim.start || b.id - a.id);
  const end = (at: number) =>
    innermostFirst(ending.get(at) ?? []).flatMap((one) => [new CommentRangeEnd(one.id), reference(one)]);
  return layerSpans(text.length, spans).flatMap((segment) => {
    const standing = standingOf.get(segment.layers.at(-1)?.id ?? '');
    return [
      ...(starting.get(segment.start) ?? []).map(({ id }) => new CommentRangeStart(id)),
      ...runs(text.slice(segment.start, segment.end), standing ? { ...look, ...marked(standing) } : look),
      ...end(segment.end),
    ];
  });
}

function groupBy(listed: Commented[], key: (one: Commented) => number): Map<number, Commented[]> {
  const groups = new Map<number, Commented[]>();
  for (const one of listed) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

/** What a comment says: the finding, who found what and why, the ruling, and the sources with what they say. */
function commentOn({ claim }: ListedClaim, sources: ReadonlyMap<string, CitedSource>, words: ExportWords): Paragraph[] {
  const { number, standing, kind, speaker, figure, judgements, ruling, evidence } = claim;
  const line = (...children: TextRun[]) => new Paragraph({ spacing: { after: 60 }, children });
  const about = [words.kind[kind], speaker && speakerLine(speaker), figure?.reads[words.language]].filter(Boolean);
  return [
    line(...runs(`#${number} ${words.standing[standing]}`, bold), ...runs(` · ${about.join(' · ')}`)),
    ...(ruling
      ? [
          line(
            ...runs(`${words.ruledBy(ruling.editor.name)}: ${words.standing[ruling.verdict]}`, bold),
            ...after(ruling.reason),
          ),
        ]
      : []),
    ...judgements.map(({ reviewer, verdict, confidence, rationale }) =>
      line(
        ...runs(`${reviewer.name}: ${words.standing[verdict]}`, bold),
        ...runs(` (${words.confident(confidence)})`),
        ...after(rationale),
      ),
    ),
    ...evidence.map(({ source, stance, excerpt, locator }) => {
      const { citation } = sources.get(source.id) ?? { citation: 0 };
      const named = [source.title, source.publisher, source.published && words.date(source.published), locator];
      const quoted = excerpt && `“${excerpt}”`;
      return line(
        ...runs(`[${citation}] ${words.stance[stance]}: `, bold),
        ...runs([named.filter(Boolean).join(' · '), quoted, source.url].filter(Boolean).join('\n')),
      );
    }),
  ];
}

const after = (text: string) => (text ? runs(`\n${text}`) : []);

function sourceList(sources: CitedSource[], words: ExportWords): Paragraph[] {
  if (sources.length === 0) return [];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(words.label.sources) }),
    ...sources.map(({ title, publisher, published, kind, url, claims }) => {
      const facts = [publisher, published && words.date(published), words.sourceKind[kind]].filter(Boolean);
      return new Paragraph({
        numbering: { reference: 'sources', level: 0 },
        spacing: { after: 80 },
        children: [
          ...runs(title, { size: 20 }),
          ...runs(` · ${facts.join(' · ')} · ${claims.map((number) => `#${number}`).join(', ')} `, faint),
          ...(url && isWebAddress(url) ? [linkTo(url, url)] : []),
        ],
      });
    }),
  ];
}

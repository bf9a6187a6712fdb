import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DiffPiece, DiffRow } from '#lib/domain/revisions/diff';

export const diffViews = ['side', 'inline'] as const;
export type DiffView = (typeof diffViews)[number];

/** Fewer unchanged paragraphs in a row than this are shown as they are. */
const fewest = 3;

type DiffProps = {
  rows: DiffRow[];
  view: DiffView;
  /** Of both texts, where it is known. */
  language?: string;
  /** The numbers of the claims on a paragraph of either side, where they are known. */
  claims?: { before: number[][]; after: number[][] };
};

/** Two revisions, paragraph by paragraph; long stretches without a change are folded. Needs no script. */
export function Diff({ rows, view, language, claims }: DiffProps) {
  const t = useTranslations('revisions.diff');
  const parts: { rows: DiffRow[]; isSame: boolean }[] = [];
  for (const row of rows) {
    const isSame = row.change === 'same';
    const last = parts.at(-1);
    if (last?.isSame === isSame) last.rows.push(row);
    else parts.push({ rows: [row], isSame });
  }
  if (parts.every(({ isSame }) => isSame)) {
    return (
      <p className="rounded-xl border border-dashed border-line px-6 py-10 text-center text-ink-2">{t('nothing')}</p>
    );
  }
  const show = (some: DiffRow[]) =>
    some.map((row) => <Row key={`${row.before.join()}-${row.after.join()}`} {...{ row, view, claims }} />);
  return (
    <div lang={language} className="divide-y divide-line-2 rounded-xl border border-line bg-sheet">
      {parts.map(({ rows: some, isSame }) =>
        isSame && some.length >= fewest ? (
          <details key={`${some[0]?.before[0]}`} className="group/same">
            <summary className="cursor-pointer px-4 py-2 font-sans text-[12.5px] text-ink-3 hover:text-ink">
              {t('same', { count: some.length })}
            </summary>
            <div className="divide-y divide-line-2 border-t border-line-2">{show(some)}</div>
          </details>
        ) : (
          show(some)
        ),
      )}
    </div>
  );
}

const text = 'font-serif text-[15.5px]/[1.75] whitespace-pre-line wrap-anywhere';

function Row({ row, view, claims }: { row: DiffRow } & Pick<DiffProps, 'view' | 'claims'>) {
  const { pieces, edits, before, after, change } = row;
  if (view === 'inline' || change === 'same') {
    return (
      <div className="grid grid-cols-[3.4rem_minmax(0,1fr)] gap-x-3 px-4 py-2.5">
        <Numbers row={row} />
        <div>
          <Move row={row} />
          <p className={change === 'same' ? `${text} text-ink-2` : text}>
            <Pieces pieces={edits ?? pieces} />
          </p>
          <On claims={claims} row={row} />
        </div>
      </div>
    );
  }
  const side = (hidden: DiffPiece['change'], numbers: number[], isOld: boolean) => (
    <div className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2 px-4 py-2.5 not-first:border-line-2 max-md:not-first:border-t md:not-first:border-l">
      <span className="num pt-1 text-right font-mono text-[11px] text-ink-3">
        {numbers.map((one) => one + 1).join(' ')}
      </span>
      {numbers.length > 0 && (
        <div>
          <Move row={row} />
          <p className={text}>
            {/* What a paragraph was that moved and changed stands far away: both are shown here. */}
            <Pieces pieces={edits ?? pieces.filter((piece) => piece.change !== hidden)} />
          </p>
          <On claims={claims} row={{ ...row, before: isOld ? before : [], after: isOld ? [] : after }} />
        </div>
      )}
    </div>
  );
  return (
    <div className="grid md:grid-cols-2">
      {side('added', before, true)}
      {side('removed', after, false)}
    </div>
  );
}

function Numbers({ row: { before, after } }: { row: DiffRow }) {
  const read = (numbers: number[]) => numbers.map((one) => one + 1).join('+') || '–';
  const [old, now] = [read(before), read(after)];
  return (
    <span className="num pt-1 text-right font-mono text-[11px] text-ink-3">{old === now ? now : `${old}→${now}`}</span>
  );
}

function Move({ row: { change, other } }: { row: DiffRow }): ReactNode {
  const t = useTranslations('revisions.diff');
  if (other === null) return null;
  return (
    <span className="font-sans text-[12px] text-accent">
      {change === 'moved-away' ? t('movedAway', { number: other + 1 }) : t('movedHere', { number: other + 1 })}
    </span>
  );
}

function On({ claims, row: { before, after } }: { row: DiffRow } & Pick<DiffProps, 'claims'>) {
  const t = useTranslations('revisions.diff');
  if (!claims) return null;
  const numbers = new Set([
    ...before.flatMap((index) => claims.before[index] ?? []),
    ...after.flatMap((index) => claims.after[index] ?? []),
  ]);
  if (numbers.size === 0) return null;
  const listed = [...numbers].sort((a, b) => a - b).map((number) => `#${number}`);
  return (
    <span className="num mt-0.5 block font-sans text-[12px] text-ink-3">
      {t('claims', { numbers: listed.join(' ') })}
    </span>
  );
}

/** What was taken out and put in, told by line, colour and, to those who hear it, by word. */
export function Pieces({ pieces }: { pieces: DiffPiece[] }) {
  let at = 0;
  return pieces.map(({ text: words, change }) => {
    const key = `${change}${at++}`;
    if (change === 'same') return <span key={key}>{words}</span>;
    const shown = words.replaceAll('\n', '¶\n');
    return change === 'removed' ? (
      <del key={key} className="rounded-sm bg-false-wash text-false decoration-1">
        {shown}
      </del>
    ) : (
      <ins key={key} className="rounded-sm bg-verified-wash text-verified underline decoration-1 underline-offset-3">
        {shown}
      </ins>
    );
  });
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DiffRow } from '#lib/domain/revisions/diff';
import type { RevisedParagraph } from '#lib/domain/revisions/plan';
import { Button } from '#ui/button';
import { Tag, type Tone } from '#ui/tag';
import { Diff, type DiffView, diffViews } from '../../../_diff/diff-view';

type Fate = 'unchanged' | 'moved' | 'wording' | 'substance' | 'gone';
type Count = Fate | 'found' | 'lookAgain';

/** What the server says a text would do, with the paragraphs to be saved. */
export type Previewed = {
  basedOn: number;
  counts: Record<Count, number>;
  rows: DiffRow[];
  claims: { number: number; fate: Fate; found: boolean; lookAgain: boolean; before: string; after: string | null }[];
  paragraphs: (Omit<RevisedParagraph, 'reason'> & { reason?: Exclude<RevisedParagraph['reason'], null> })[];
};

const tones: Record<Count, Tone> = {
  ...{ unchanged: 'open', moved: 'accent', wording: 'accent', found: 'verified' },
  ...{ substance: 'disputed', lookAgain: 'contested', gone: 'false' },
};
const order = ['unchanged', 'moved', 'wording', 'substance', 'lookAgain', 'gone', 'found'] as const;

type PreviewProps = {
  previewed: Previewed;
  language: string;
  isBusy: boolean;
  onBack: () => void;
  onSave: () => void;
};

/** What a new text does to the article and to every claim, before it is stored. */
export function RevisionPreview({ previewed, language, isBusy, onBack, onSave }: PreviewProps) {
  const t = useTranslations('revisions');
  const [view, setView] = useState<DiffView>('inline');
  const { counts, claims, rows, basedOn } = previewed;
  return (
    <>
      <h1 className="mb-1 font-serif text-[26px] font-semibold tracking-tight">{t('preview.title')}</h1>
      <p className="mb-4 text-ink-2">{t('preview.text')}</p>
      <ul className="mb-4 flex flex-wrap gap-2" aria-label={t('preview.claims')}>
        {order
          .filter((name) => counts[name] > 0)
          .map((name) => (
            <li key={name}>
              <Tag tone={tones[name]}>
                <span className="num">{counts[name]}</span> {t(`fate.${name}`)}
              </Tag>
            </li>
          ))}
      </ul>
      <section className="mb-6" aria-labelledby="fates">
        <h2 id="fates" className="mb-2 font-semibold">
          {t('preview.claims')}
        </h2>
        {claims.length === 0 && <p className="text-ink-2">{t('preview.noClaims')}</p>}
        <ol lang={language} className="divide-y divide-line-2">
          {claims.map(({ number, fate, found, lookAgain, before, after }) => {
            const told = found ? 'found' : lookAgain ? 'lookAgain' : fate;
            return (
              <li key={number} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-2">
                <span className="flex items-baseline gap-2">
                  <span className="num text-[12.5px] text-ink-3">#{number}</span>
                  <Tag tone={tones[told]}>{t(`fate.${told}`)}</Tag>
                </span>
                <p className="font-serif wrap-anywhere">
                  {after === before ? (
                    before
                  ) : (
                    <>
                      <del className="text-ink-2">{before}</del>{' '}
                      {after && <ins className="no-underline">→ {after}</ins>}
                    </>
                  )}
                </p>
              </li>
            );
          })}
        </ol>
      </section>
      <div role="group" aria-label={t('diff.view')} className="mb-2 flex gap-2">
        {diffViews.map((one) => (
          <Button
            key={one}
            size="small"
            look={view === one ? 'primary' : 'plain'}
            aria-pressed={view === one}
            onClick={() => setView(one)}
          >
            {t(`diff.${one}`)}
          </Button>
        ))}
      </div>
      <Diff {...{ rows, view, language }} />
      <div className="sticky bottom-0 mt-4 flex flex-wrap items-center gap-3 border-t border-line bg-paper py-3">
        <Button look="quiet" onClick={onBack}>
          {t('preview.back')}
        </Button>
        <span className="flex-1" />
        <Button look="primary" disabled={isBusy} onClick={onSave}>
          {isBusy ? t('preview.saving') : t('preview.save', { number: basedOn + 1 })}
        </Button>
      </div>
    </>
  );
}

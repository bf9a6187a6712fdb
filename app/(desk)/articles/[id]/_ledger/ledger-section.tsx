'use client';

import { Calculator, TriangleAlert, X } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { metricTitle } from '#lib/domain/ledger/ledger';
import { type Actor, may, mayChange } from '#lib/domain/people/permission';
import { Button } from '#ui/button';
import { IconButton } from '#ui/icon-button';
import { Tag } from '#ui/tag';
import type { Commands } from '../_state/use-review';
import { DerivationForm } from './derivation-form';
import { GivenFigures } from './given-figures';
import { MetricForm } from './metric-form';
import { useAgainst } from './use-against';
import { type CardLedger, useLedger, useLedgerCommands } from './use-ledger';

type SectionProps = { articleId: string; claim: ClaimView; claims: ClaimView[]; actor: Actor; commands: Commands };

/** What a figure measures across articles, how it stands to what is settled and to its sources, and sums made of it. */
export function LedgerSection({ articleId, claim, claims, actor, commands }: SectionProps) {
  const t = useTranslations('measure');
  const language = useLocale();
  const ledger = useLedgerCommands(articleId, commands);
  const { known, isLoading } = useLedger(articleId, claim);
  const [open, setOpen] = useState<'nothing' | 'name' | 'sum'>('nothing');
  const close = () => setOpen('nothing');
  const mayKeep = may(actor, 'keep-ledger');
  if (!known) return null;
  return (
    <div
      // Its room is there before its answer: what is clicked stands below it, and must not go from under the mouse.
      className={`mt-3 grid grid-cols-1 gap-2 border-t border-line-2 pt-2.5 text-[13px] ${isLoading ? 'invisible' : ''}`}
    >
      <Settled known={known} />
      {open === 'name' ? (
        <MetricForm claim={claim} known={known} ledger={ledger} onClose={close} />
      ) : known.metric ? (
        <OnMetric
          metric={known.metric}
          onChange={mayKeep ? () => setOpen('name') : null}
          onLeave={mayKeep ? () => void ledger.measure(claim, null) : null}
        />
      ) : (
        mayKeep && (
          <Proposed
            known={known}
            onPut={(metric) => void ledger.measure(claim, metric)}
            onOther={() => setOpen('name')}
          />
        )
      )}
      <GivenFigures claim={claim} known={known} ledger={ledger} actor={actor} />
      {claim.derivations.length > 0 && (
        <ul className="grid grid-cols-1 gap-1">
          {claim.derivations.map(({ id, reads, pinnedBy }) => (
            <li key={id} className="flex items-baseline gap-2">
              <Calculator size={13} aria-hidden="true" className="shrink-0 translate-y-0.5 text-ink-3" />
              <span className="num min-w-0 flex-1 wrap-anywhere" title={t('pinnedBy', { name: pinnedBy.name })}>
                {reads[language]}
              </span>
              {mayChange(actor, 'calculation', pinnedBy.id) && (
                <IconButton label={t('unpin')} onClick={() => void ledger.unpin(claim, id)}>
                  <X size={13} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {open === 'sum' ? (
        <DerivationForm {...{ articleId, claim, claims, ledger }} onClose={close} />
      ) : (
        may(actor, 'judge') && (
          <button
            type="button"
            className="flex items-center gap-1 justify-self-start text-[12.5px] text-accent hover:underline"
            onClick={() => setOpen('sum')}
          >
            <Calculator size={13} /> {t('calculate')}
          </button>
        )
      )}
    </div>
  );
}

/** What is settled, where the claim contradicts it or agrees with it. */
function Settled({ known: { settled, against, metric } }: { known: CardLedger }) {
  const t = useTranslations('measure');
  const language = useLocale();
  const tell = useAgainst();
  if (!settled || !against) return null;
  const { text, isOff } = tell(against);
  const on = settled.figure.asOf;
  return (
    <div
      role={isOff ? 'alert' : undefined}
      className={`rounded-r-md border-l-3 px-2.5 py-1.5 ${isOff ? 'border-false bg-false-wash' : 'border-verified bg-verified-wash'}`}
    >
      <b className={`flex items-baseline gap-1.5 font-semibold ${isOff ? 'text-false' : 'text-verified'}`}>
        {isOff && <TriangleAlert size={13} aria-hidden="true" className="translate-y-0.5" />}
        {t(isOff ? 'contradicts' : 'agrees', { how: text })}
      </b>
      <p className="text-ink">
        {t('settledAt', { value: settled.reads[language], date: on ?? '', dated: on ? 'yes' : 'no' })}
        {settled.sources.length > 0 && (
          <span className="text-ink-2">
            {' '}
            {t('settledBy', { sources: settled.sources.join(language === 'zh' ? '、' : '; ') })}
          </span>
        )}
      </p>
      {metric?.standing === 'disputed' && <p className="text-ink-2">{t('inQuestion')}</p>}
    </div>
  );
}

type OnMetricProps = {
  metric: NonNullable<CardLedger['metric']>;
  onChange: (() => void) | null;
  onLeave: (() => void) | null;
};

function OnMetric({ metric, onChange, onLeave }: OnMetricProps) {
  const t = useTranslations('measure');
  const language = useLocale();
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <span className="text-[12px] text-ink-3">{t('ledger')}</span>
      <Link
        href={`/figures/${metric.id}`}
        className="font-medium underline decoration-line underline-offset-3 hover:decoration-ink"
      >
        {metric.titles[language]}
      </Link>
      <Tag>{t(`standing.${metric.standing}`)}</Tag>
      <span className="num text-[12px] text-ink-3">
        {t('extent', { observations: metric.observations, articles: metric.articles })}
      </span>
      <span className="flex-1" />
      {onChange && (
        <button type="button" className="text-[12.5px] text-accent hover:underline" onClick={onChange}>
          {t('change')}
        </button>
      )}
      {onLeave && (
        <IconButton label={t('leave')} onClick={onLeave}>
          <X size={13} />
        </IconButton>
      )}
    </div>
  );
}

type ProposedProps = {
  known: CardLedger;
  onPut: (metric: { id: string } | { subject: string; measure: string; scope: string | null }) => void;
  onOther: () => void;
};

/** The likeliest metric, one click away; every other one in two. */
function Proposed({ known: { proposal }, onPut, onOther }: ProposedProps) {
  const t = useTranslations('measure');
  const language = useLocale();
  if (!proposal) return null;
  const { best, similar } = proposal;
  const there = similar.find(({ same }) => same);
  const isWhole = best.subject !== '' && best.measure !== '';
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <span className="text-[12px] text-ink-3">{t('track')}</span>
      {there ? (
        <Button size="small" onClick={() => onPut({ id: there.id })}>
          {there.titles[language]}
        </Button>
      ) : (
        isWhole && (
          <Button size="small" onClick={() => onPut(best)}>
            {metricTitle(best)} <span className="text-ink-3">{t('isNew')}</span>
          </Button>
        )
      )}
      <button type="button" className="text-[12.5px] text-accent hover:underline" onClick={onOther}>
        {t(there || isWhole ? 'other' : 'name')}
      </button>
    </div>
  );
}

'use client';

import { TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { InconsistencyView } from '#lib/domain/ledger/ledger';
import { Dialog } from '#ui/dialog';
import { useRead } from '../../../../browser/use-read';

/** The article is read again when its figures rest for so long (ms). */
const restTime = 1_200;

type InconsistenciesProps = { articleId: string; claims: ClaimView[]; onShow: (number: number) => void };

/** How many of the article's figures do not go together, and which. */
export function Inconsistencies({ articleId, claims, onShow }: InconsistenciesProps) {
  const t = useTranslations('measure.inconsistencies');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  const figures = useMemo(
    () =>
      claims
        .filter(({ kind }) => kind === 'figure')
        .map(({ id, edition, metric }) => `${id} ${edition} ${metric?.id}`)
        .join(),
    [claims],
  );
  const found = useRead<InconsistencyView[]>(`/api/articles/${articleId}/inconsistencies`, {
    version: figures,
    rest: restTime,
  });
  const inconsistencies = found.value ?? [];
  const questions = inconsistencies.filter(({ code }) => code !== 'repeated');
  if (inconsistencies.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className={`num inline-flex items-center gap-1 whitespace-nowrap hover:underline max-sm:hidden ${questions.length > 0 ? 'font-medium text-disputed' : ''}`}
        onClick={() => setOpen(true)}
      >
        {questions.length > 0 && <TriangleAlert size={13} aria-hidden="true" />}
        {questions.length > 0
          ? t('count', { count: questions.length })
          : t('repeated', { count: inconsistencies.length })}
      </button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t('title')} closeLabel={shell('close')}>
        <p className="text-ink-2">{t('text')}</p>
        <ul className="mt-3 divide-y divide-line-2 border-y border-line">
          {[...questions, ...inconsistencies.filter(({ code }) => code === 'repeated')].map((inconsistency, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is read anew as a whole
            <li key={at} className="grid gap-1 py-2.5">
              <InconsistencyText inconsistency={inconsistency} />
              {inconsistency.place && (
                <span className="font-serif text-ink-2">
                  ¶{inconsistency.place.paragraph} · {inconsistency.place.words}
                </span>
              )}
              {inconsistency.claims.length > 0 && (
                <span className="flex flex-wrap gap-x-3 gap-y-1">
                  {inconsistency.claims.map((number) => (
                    <button
                      key={number}
                      type="button"
                      className="text-accent hover:underline"
                      onClick={() => {
                        setOpen(false);
                        onShow(number);
                      }}
                    >
                      #{number}{' '}
                      <span className="font-serif">{claims.find((claim) => claim.number === number)?.exact}</span>
                    </button>
                  ))}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function InconsistencyText({ inconsistency: { code, values } }: { inconsistency: InconsistencyView }) {
  const t = useTranslations('measure.inconsistencies.of');
  const format = useFormatter();
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' && name !== 'count' ? format.number(value, { maximumSignificantDigits: 12 }) : value,
    ]),
  );
  return (
    <span className={code === 'repeated' ? 'text-ink-2' : 'font-medium'}>
      {t(code, {
        ...{ first: '', second: '', headline: '', body: '', total: '', parts: '' },
        date: '',
        published: '',
        count: 0,
        ...shown,
      })}
    </span>
  );
}

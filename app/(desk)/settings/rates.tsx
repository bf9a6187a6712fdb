'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { RateListed } from '#lib/domain/ledger/exchange-rate';
import type { RateEntry } from '#lib/domain/ledger/ledger-input';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { send } from '../../browser/requests';
import { useForm } from '../../browser/use-form';
import { showPartialDate } from '../../i18n/partial-date';
import { useRefusalText } from '../../i18n/refusal';
import { addRate, removeRate } from './actions';

const fields = ['rate', 'from', 'to', 'on'] as const;

/** The desk's exchange rates: enters one, lists them, takes one away. */
export function Rates({ rates }: { rates: RateListed[] }) {
  const t = useTranslations('figures.rates');
  const { form, isPending, errorOf, formError } = useForm(fields, async (typed, sent) => {
    const entry = { ...typed, rate: Number(typed.rate.trim() || Number.NaN) };
    // The validator's word for it would be about numbers in general.
    if (!(entry.rate > 0 && Number.isFinite(entry.rate))) return { ok: false, code: 'invalid-input', field: 'rate' };
    const added = await send(addRate, entry);
    if (!added.ok) return added;
    toast.success(t('added', { rate: listed(entry) }));
    sent.reset();
    return null;
  });
  const listed = ({ from, to, rate }: Pick<RateEntry, 'from' | 'to' | 'rate'>) =>
    t('listed', { from: from.toUpperCase(), to: to.toUpperCase(), rate: String(rate) });
  const error = (name: (typeof fields)[number]) =>
    name === 'rate' && errorOf('rate') ? t('notNumber') : errorOf(name);
  const code = { maxLength: 3, autoComplete: 'off', autoCapitalize: 'characters', className: 'uppercase' };
  return (
    <>
      <form {...form} className="grid grid-cols-2 gap-3 sm:grid-cols-[96px_1fr_96px_150px_auto] sm:items-start">
        <Field label={t('from')} error={error('from')}>
          <TextInput name="from" placeholder="USD" aria-invalid={error('from') ? true : undefined} {...code} />
        </Field>
        <Field label={t('rate')} error={error('rate')}>
          <TextInput
            name="rate"
            inputMode="decimal"
            placeholder="6.78"
            autoComplete="off"
            aria-invalid={error('rate') ? true : undefined}
          />
        </Field>
        <Field label={t('to')} error={error('to')}>
          <TextInput name="to" placeholder="CNY" aria-invalid={error('to') ? true : undefined} {...code} />
        </Field>
        <Field label={t('on')} error={error('on')}>
          <TextInput name="on" type="date" aria-invalid={error('on') ? true : undefined} />
        </Field>
        <Button type="submit" look="primary" className="max-sm:col-span-2 sm:mt-[23px]" disabled={isPending}>
          {isPending ? t('adding') : t('add')}
        </Button>
        {formError && (
          <p role="alert" className="col-span-full text-[13px] text-false">
            {formError}
          </p>
        )}
      </form>
      <RateList rates={rates} listed={listed} />
    </>
  );
}

function RateList({ rates, listed }: { rates: RateListed[]; listed: (rate: RateListed) => string }) {
  const t = useTranslations('figures.rates');
  const shell = useTranslations('shell');
  const format = useFormatter();
  const refusalText = useRefusalText();

  async function restore(rate: RateEntry) {
    const answer = await send(addRate, rate);
    if (answer.ok) toast(t('restored'));
    else toast.error(refusalText(answer));
  }

  async function remove(id: string) {
    const answer = await send(removeRate, { id });
    if (!answer.ok) return void toast.error(refusalText(answer));
    toast(t('removed'), {
      duration: 12_000,
      action: { label: shell('undo'), onClick: () => void restore(answer.value) },
    });
  }

  if (rates.length === 0) return <p className="mt-5 text-ink-3">{t('none')}</p>;
  return (
    <ul className="mt-5 divide-y divide-line-2 border-y border-line">
      {rates.map((rate) => (
        <li key={rate.id} className="flex items-center gap-3 py-2.5">
          <div className="min-w-0 flex-1">
            <p className="num font-medium">{listed(rate)}</p>
            <p className="num text-[12.5px] text-ink-3">
              {t('onDay', { date: showPartialDate(format, rate.on) ?? '', name: rate.enteredBy })}
            </p>
          </div>
          <Button
            look="danger"
            className="sm:min-h-8 sm:px-2.5 sm:text-[13px]"
            aria-label={t('removeOf', { rate: listed(rate) })}
            onClick={() => void remove(rate.id)}
          >
            {t('remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

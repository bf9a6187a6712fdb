'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Operator } from '#lib/domain/figures/derived-value';
import type { ReadFigure } from '#lib/domain/ledger/ledger';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Field, Select } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { isEscape } from '../../../../browser/keys';
import { useRead } from '../../../../browser/use-read';
import { useRefusalText } from '../../../../i18n/refusal';
import type { LedgerCommands } from './use-ledger';

const operators: Operator[] = ['÷', '×', '+', '−'];

/** A calculation is worked out a moment after the typing rests (ms). */
const restTime = 250;

type FormProps = {
  articleId: string;
  claim: ClaimView;
  claims: ClaimView[];
  ledger: LedgerCommands;
  onClose: () => void;
};

/** A sum of this figure and another one: of the article, or typed. */
export function DerivationForm({ articleId, claim, claims, ledger, onClose }: FormProps) {
  const t = useTranslations('measure.sum');
  const shell = useTranslations('shell');
  const language = useLocale();
  const refusalText = useRefusalText();
  const [op, setOp] = useState<Operator>('÷');
  const [other, setOther] = useState('');
  const [typed, setTyped] = useState('');
  const [isTurned, setTurned] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const figures = claims.filter(({ id, figure }) => figure && id !== claim.id);
  const second = other ? { claimId: other } : typed.trim() ? { typed } : null;
  const sides =
    second &&
    (isTurned ? { left: second, right: { claimId: claim.id } } : { left: { claimId: claim.id }, right: second });
  const asked = sides && new URLSearchParams({ calculation: JSON.stringify({ ...sides, op }) });
  const derived = useRead<ReadFigure['reads']>(asked && `/api/articles/${articleId}/derivation?${asked}`, {
    rest: restTime,
  });
  const result = derived.isCurrent && !derived.refusal ? derived.value : null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!sides) return;
    const answer = await ledger.pin(claim, { ...sides, op });
    if (answer.ok) onClose();
    else setRefusal(answer);
  }

  const own = <span className="num font-medium">{claim.figure?.reads[language]}</span>;
  const trouble = refusal ?? (derived.isCurrent ? derived.refusal : null);
  return (
    <form
      onSubmit={submit}
      className="grid gap-2.5 rounded-md bg-wash p-2.5"
      onKeyDown={(event) => isEscape(event) && onClose()}
    >
      <div className="flex flex-wrap items-center gap-2">
        {isTurned ? <span className="text-ink-2">{t('other')}</span> : own}
        <Select
          aria-label={t('operation')}
          className="w-auto"
          value={op}
          onChange={(event) => setOp(event.target.value as Operator)}
        >
          {operators.map((sign) => (
            <option key={sign} value={sign}>
              {sign}
            </option>
          ))}
        </Select>
        {isTurned ? own : <span className="text-ink-2">{t('other')}</span>}
        <span className="flex-1" />
        <button
          type="button"
          className="text-[12.5px] text-accent hover:underline"
          onClick={() => setTurned(!isTurned)}
        >
          {t('turn')}
        </button>
      </div>
      <Field label={t('figure')}>
        <Select autoFocus value={other} onChange={(event) => setOther(event.target.value)}>
          <option value="">{t('typed')}</option>
          {figures.map(({ id, number, exact, figure }) => (
            <option key={id} value={id}>
              #{number} {figure?.reads[language]} · {exact.slice(0, 40)}
            </option>
          ))}
        </Select>
      </Field>
      {!other && (
        <TextInput
          aria-label={t('typedLabel')}
          maxLength={200}
          value={typed}
          placeholder={t('placeholder')}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <p role="status" className={`num min-h-5 font-medium ${trouble ? 'font-normal text-false' : ''}`}>
        {trouble ? refusalText(trouble) : (result?.[language] ?? '')}
      </p>
      <div className="flex justify-end gap-2">
        <Button size="small" look="quiet" onClick={onClose}>
          {shell('cancel')}
        </Button>
        <Button size="small" look="primary" type="submit" disabled={!result}>
          {t('pin')}
        </Button>
      </div>
    </form>
  );
}

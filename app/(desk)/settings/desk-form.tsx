'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { verdicts } from '#lib/domain/claims/standing';
import type { Refusal } from '#lib/domain/refusal';
import type { DeskEntry } from '#lib/domain/report/publishing-input';
import { bestRating, type RatingScale, ratingOf, ratingScales, worstRating } from '#lib/domain/report/rating-scale';
import { Button } from '#ui/button';
import { Field, Select } from '#ui/field';
import { TextArea, TextInput } from '#ui/text-control';
import { send } from '../../browser/requests';
import { useRefusalText } from '../../i18n/refusal';
import { saveDesk } from './actions';

/** An own scale has one grade for each verdict, under the verdict's own key. */
const ownKey = 'own';

function ownScaleFrom(scale: RatingScale): RatingScale {
  const grades = verdicts.map((verdict) => {
    const rating = { en: ratingOf(scale, verdict, 'en'), zh: ratingOf(scale, verdict, 'zh') };
    const names = { en: rating.en.alternateName, zh: rating.zh.alternateName };
    return { key: verdict, names, value: rating.en.ratingValue };
  });
  const keys = Object.fromEntries(verdicts.map((verdict) => [verdict, verdict])) as RatingScale['verdicts'];
  return { key: ownKey, names: { en: 'Own scale', zh: '自定义量表' }, grades, verdicts: keys };
}

/** What the desk publishes under: name, rating scale, policy of corrections. */
export function DeskForm({ desk }: { desk: DeskEntry }) {
  const t = useTranslations('publish.desk');
  const locale = useLocale();
  const refusalText = useRefusalText();
  const [entry, setEntry] = useState(desk);
  const [trouble, setTrouble] = useState<Refusal | null>(null);
  const [isPending, start] = useTransition();
  const change = (some: Partial<DeskEntry>) => setEntry({ ...entry, ...some });
  const errorOf = (name: string) => (trouble?.field?.split('.')[0] === name ? refusalText(trouble) : undefined);
  const isKnown = ['name', 'correctionsEn', 'correctionsZh'].includes(trouble?.field?.split('.')[0] ?? '');
  const { scale } = entry;

  const save = () =>
    start(async () => {
      const saved = await send(saveDesk, entry);
      if (!saved.ok) return setTrouble(saved);
      setTrouble(null);
      setEntry(saved.value);
      toast.success(t('saved'));
    });

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label={t('name')} error={errorOf('name')}>
        <TextInput value={entry.name} maxLength={120} onChange={(event) => change({ name: event.target.value })} />
      </Field>
      <Field label={t('scale')}>
        <Select
          value={scale.key}
          onChange={(event) => {
            const chosen = ratingScales.find(({ key }) => key === event.target.value);
            change({ scale: chosen ?? ownScaleFrom(scale) });
          }}
        >
          {ratingScales.map(({ key, names }) => (
            <option key={key} value={key}>
              {names[locale]}
            </option>
          ))}
          <option value={ownKey}>{t('own')}</option>
        </Select>
      </Field>
      {scale.key === ownKey ? (
        <OwnScale scale={scale} onChange={(own) => change({ scale: own })} />
      ) : (
        <ScaleShown scale={scale} />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('correctionsEn')} hint={t('correctionsHint')} error={errorOf('correctionsEn')}>
          <TextArea
            lang="en"
            rows={5}
            maxLength={4_000}
            value={entry.correctionsEn}
            onChange={(event) => change({ correctionsEn: event.target.value })}
          />
        </Field>
        <Field label={t('correctionsZh')} error={errorOf('correctionsZh')}>
          <TextArea
            lang="zh"
            rows={5}
            maxLength={4_000}
            value={entry.correctionsZh}
            onChange={(event) => change({ correctionsZh: event.target.value })}
          />
        </Field>
      </div>
      {trouble && !isKnown && (
        <p role="alert" className="text-[13px] text-false">
          {refusalText(trouble)}
        </p>
      )}
      <Button type="submit" look="primary" className="justify-self-start" disabled={isPending}>
        {isPending ? t('saving') : t('save')}
      </Button>
    </form>
  );
}

/** What each verdict is published as. */
function ScaleShown({ scale }: { scale: RatingScale }) {
  const words = useTranslations('words.standing');
  const locale = useLocale();
  return (
    <dl className="num -mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[13px]">
      {verdicts.map((verdict) => {
        const { alternateName, ratingValue } = ratingOf(scale, verdict, locale);
        return [
          <dt key={`${verdict} dt`} className="text-ink-3">
            {words(verdict)}
          </dt>,
          <dd key={verdict}>
            {alternateName}
            {ratingValue !== null && <span className="text-ink-3"> · {ratingValue}</span>}
          </dd>,
        ];
      })}
    </dl>
  );
}

const numbers = Array.from({ length: bestRating - worstRating + 1 }, (_, index) => bestRating - index);

function OwnScale({ scale, onChange }: { scale: RatingScale; onChange: (scale: RatingScale) => void }) {
  const t = useTranslations('publish.desk');
  const words = useTranslations('words.standing');
  const set = (key: string, some: Partial<RatingScale['grades'][number]>) =>
    onChange({ ...scale, grades: scale.grades.map((grade) => (grade.key === key ? { ...grade, ...some } : grade)) });
  return (
    <div className="-mt-2">
      <p className="mb-2 text-[12.5px] text-ink-3">{t('ownText')}</p>
      <ul className="grid gap-2">
        {scale.grades.map(({ key, names, value }) => {
          const verdict = words(verdicts.find((one) => one === key) ?? 'verified');
          return (
            <li key={key} className="grid grid-cols-2 items-center gap-2 sm:grid-cols-[110px_1fr_1fr_84px]">
              <span className="text-[13px] text-ink-2 max-sm:col-span-2">{verdict}</span>
              <TextInput
                lang="en"
                aria-label={t('gradeEn', { verdict })}
                maxLength={60}
                value={names.en}
                onChange={(event) => set(key, { names: { ...names, en: event.target.value } })}
              />
              <TextInput
                lang="zh"
                aria-label={t('gradeZh', { verdict })}
                maxLength={60}
                value={names.zh}
                onChange={(event) => set(key, { names: { ...names, zh: event.target.value } })}
              />
              <Select
                aria-label={t('gradeNumber', { verdict })}
                value={value ?? ''}
                onChange={(event) => set(key, { value: event.target.value ? Number(event.target.value) : null })}
              >
                <option value="">{t('none')}</option>
                {numbers.map((number) => (
                  <option key={number} value={number}>
                    {number}
                  </option>
                ))}
              </Select>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

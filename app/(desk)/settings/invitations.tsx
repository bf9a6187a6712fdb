'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Role, roles } from '#lib/domain/people/permission';
import type { InviteListed } from '#lib/domain/people/person-view';
import { Button } from '#ui/button';
import { Field, Select } from '#ui/field';
import { Tag } from '#ui/tag';
import { TextInput } from '#ui/text-control';
import { send } from '../../browser/requests';
import { useForm } from '../../browser/use-form';
import { ShownOnce } from '../_shell/shown-once';
import { useChange } from '../_shell/use-change';
import { makeInvite, restoreInvite, revokeInvite } from './actions';

type Made = { address: string; expiresAt: string };

/** Makes invitation links, shows each one once, and lists those that still open the door. */
export function Invitations({ invites }: { invites: InviteListed[] }) {
  const t = useTranslations('people.settings.invites');
  const words = useTranslations('words.role');
  const hints = useTranslations('people.role');
  const [role, setRole] = useState<Role>('reviewer');
  const [made, setMade] = useState<Made | null>(null);
  const { form, isPending, errorOf, formError } = useForm(['role', 'note'], async ({ note }, sent) => {
    const link = await send(makeInvite, { role, note });
    if (!link.ok) return link;
    setMade({ ...link.value, address: new URL(link.value.address, window.location.href).href });
    sent.reset();
    return null;
  });
  return (
    <>
      <form {...form} className="grid gap-x-3 gap-y-3 sm:grid-cols-[160px_1fr_auto] sm:items-start">
        <Field label={t('role')}>
          <Select name="role" value={role} onChange={(event) => setRole(event.target.value as Role)}>
            {[...roles].reverse().map((each) => (
              <option key={each} value={each}>
                {words(each)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('note')} error={errorOf('note')} hint={t('noteHint')}>
          <TextInput
            name="note"
            placeholder={t('notePlaceholder')}
            autoComplete="off"
            aria-invalid={errorOf('note') ? true : undefined}
          />
        </Field>
        <Button type="submit" look="primary" className="sm:mt-[23px]" disabled={isPending}>
          {isPending ? t('making') : t('make')}
        </Button>
        <p className="text-[13px] text-ink-2 sm:col-span-3 sm:-mt-1">{hints(role)}</p>
        {formError && (
          <p role="alert" className="text-[13px] text-false sm:col-span-3">
            {formError}
          </p>
        )}
      </form>
      {made && <MadeLink key={made.address} {...made} />}
      <h3 className="mt-7 mb-2 text-[13px] font-medium text-ink-2">{t('open')}</h3>
      <OpenInvites invites={invites} />
    </>
  );
}

function OpenInvites({ invites }: { invites: InviteListed[] }) {
  const t = useTranslations('people.settings.invites');
  const words = useTranslations('words.role');
  const format = useFormatter();
  const { change } = useChange();
  const revoke = (id: string) =>
    change({
      run: () => send(revokeInvite, { id }),
      done: t('revoked'),
      undo: { run: () => send(restoreInvite, { id }), done: t('restored') },
    });
  if (invites.length === 0) return <p className="text-ink-3">{t('none')}</p>;
  return (
    <ul className="divide-y divide-line-2 border-y border-line">
      {invites.map(({ id, role, note, maker, expiresAt }) => {
        const date = format.dateTime(new Date(expiresAt), { dateStyle: 'medium' });
        return (
          <li key={id} className="flex items-center gap-3 py-2.5">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2">
                <span className={note ? 'font-medium wrap-anywhere' : 'text-ink-3'}>{note ?? t('noNote')}</span>
                <Tag>{words(role)}</Tag>
              </p>
              <p className="num text-[12.5px] text-ink-3">
                {maker ? t('byUntil', { maker, date }) : t('until', { date })}
              </p>
            </div>
            <Button
              look="danger"
              className="sm:min-h-8 sm:px-2.5 sm:text-[13px]"
              aria-label={t('revokeOf', { note: note ?? t('noNote') })}
              onClick={() => revoke(id)}
            >
              {t('revoke')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** The new link, ready to be copied. */
function MadeLink({ address, expiresAt }: Made) {
  const t = useTranslations('people.settings.invites');
  const format = useFormatter();
  const isLocal = /^(localhost|127\.|\[::1\])/.test(new URL(address).hostname);

  return (
    <section aria-label={t('madeTitle')} className="mt-4 rounded-lg border border-line bg-sheet p-4">
      <h3 className="font-medium">{t('madeTitle')}</h3>
      <p className="text-[13px] text-ink-2">
        {t('madeText', { date: format.dateTime(new Date(expiresAt), { dateStyle: 'medium' }) })}
      </p>
      <ShownOnce address={address} label={t('link')} copyLabel={t('copy')} copiedLabel={t('copied')} />
      {isLocal && <p className="mt-3 text-[13px] text-disputed">{t('localHint')}</p>}
    </section>
  );
}

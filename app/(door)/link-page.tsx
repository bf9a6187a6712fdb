import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { isSetUp, readLink } from '#lib/data/people/people';
import type { JoinPurpose } from '#lib/domain/people/person-input';
import type { Refusal } from '#lib/domain/refusal';
import { database } from '#lib/server/database';
import { currentPerson } from '#lib/server/session/session';
import { buttonClass } from '#ui/button';
import { JoinForm } from './join-form';

export type LinkPageProps = { searchParams: Promise<{ token?: string | string[] }> };

export const headingClass = 'font-serif text-[22px]/7 font-semibold tracking-tight';

/** What a link that makes an account opens: the form for an account, or the reason why it does not and where to go instead. */
export async function LinkPage({ purpose, searchParams }: LinkPageProps & { purpose: JoinPurpose }) {
  const token = String((await searchParams).token ?? '');
  const [t, roles, link, person, hasAdmin] = await Promise.all([
    getTranslations('people.door'),
    getTranslations('people.role'),
    readLink(database(), purpose, token, new Date()),
    currentPerson(),
    isSetUp(database()),
  ]);
  if (!link.ok) return <ClosedLink why={link} hasAdmin={hasAdmin} />;
  return (
    <>
      <h1 className={headingClass}>{t(purpose === 'setup' ? 'setUpTitle' : 'joinTitle')}</h1>
      <p className="mt-2 text-ink-2">{purpose === 'setup' ? t('setUpText') : t(`joinText.${link.value.role}`)}</p>
      {purpose === 'invite' && <p className="text-[13px] text-ink-3">{roles(link.value.role)}</p>}
      {person && (
        <p className="mt-3 rounded-md bg-wash px-3 py-2 text-[13px] text-ink-2">
          {t('signedInAs', { name: person.name })}
        </p>
      )}
      <JoinForm purpose={purpose} token={token} />
    </>
  );
}

/** Why a link does not open, and where to go instead. */
export async function ClosedLink({ why, hasAdmin }: { why: Refusal; hasAdmin: boolean }) {
  const [t, refusals] = await Promise.all([getTranslations('people.door'), getTranslations('refusal')]);
  const values = { limit: 0, number: 0, paragraph: 0, verdict: '', ...why.values };
  return (
    <>
      <h1 className={headingClass}>{t('closed')}</h1>
      <p className="mt-2 text-ink-2">{hasAdmin ? refusals(why.code, values) : t('noAdmin')}</p>
      {hasAdmin && (
        <Link href="/sign-in" className={`${buttonClass('primary')} mt-5 min-h-10 w-full`}>
          {t('toSignIn')}
        </Link>
      )}
    </>
  );
}

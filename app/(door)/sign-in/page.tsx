import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { isSetUp } from '#lib/data/people/people';
import { database } from '#lib/server/database';
import { outsideSignIns } from '#lib/server/session/auth';
import { currentPerson, limitedSession } from '#lib/server/session/session';
import { nextPath } from '../next-path';
import { SignInForm } from './sign-in-form';

type PageProps = { searchParams: Promise<Record<'next' | 'error' | 'notice', string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.door');
  return { title: t('signInTitle') };
}

export default async function SignInPage({ searchParams }: PageProps) {
  const { next, error, notice } = await searchParams;
  const path = nextPath(next);
  const [t, person, hasAdmin] = await Promise.all([
    getTranslations('people.door'),
    currentPerson(),
    isSetUp(database()),
  ]);
  if (person) redirect(path);
  if (await limitedSession()) redirect(`/second-step?next=${encodeURIComponent(path)}`);
  return (
    <>
      <h1 className="font-serif text-[22px]/7 font-semibold tracking-tight">
        {t(hasAdmin ? 'signInTitle' : 'noAdminTitle')}
      </h1>
      {!hasAdmin && <p className="mt-2 text-ink-2">{t('noAdmin')}</p>}
      {hasAdmin && error && (
        <p role="alert" className="mt-3 rounded-md bg-false-wash px-3 py-2 text-[13px] text-false">
          {t(error === 'not-invited' ? 'notInvited' : 'outsideFailed')}
        </p>
      )}
      {hasAdmin && (notice === 'joined' || notice === 'password') && (
        <p role="status" className="mt-3 rounded-md bg-verified-wash px-3 py-2 text-[13px] text-verified">
          {t(notice === 'joined' ? 'joined' : 'passwordSet')}
        </p>
      )}
      {hasAdmin && <SignInForm next={path} outside={outsideSignIns()} />}
    </>
  );
}

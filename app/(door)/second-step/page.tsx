import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { currentSession, limitedSession } from '#lib/server/session/session';
import { AreaMessages } from '../../area-messages';
import { nextPath } from '../next-path';
import { SecondStepFirst } from './second-step-first';

type PageProps = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.secondStep');
  return { title: t('setUpTitle') };
}

/** Where a person is led who signed in and has yet to set up the second step that the desk requires. */
export default async function SecondStepPage({ searchParams }: PageProps) {
  const path = nextPath((await searchParams).next);
  const [t, session, limited] = await Promise.all([
    getTranslations('access.secondStep'),
    currentSession(),
    limitedSession(),
  ]);
  if (session) redirect(path);
  if (!limited) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return (
    <AreaMessages areas={['people', 'access']}>
      <h1 className="font-serif text-[22px]/7 font-semibold tracking-tight">{t('setUpTitle')}</h1>
      <p className="mt-2 mb-5 text-ink-2">{t('setUpText')}</p>
      <SecondStepFirst next={path} />
    </AreaMessages>
  );
}

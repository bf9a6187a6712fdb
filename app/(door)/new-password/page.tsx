import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readPasswordLink } from '#lib/data/people/lost-password';
import { database } from '#lib/server/database';
import { ClosedLink, headingClass, type LinkPageProps } from '../link-page';
import { NewPasswordForm } from './new-password-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.door');
  return { title: t('newPasswordTitle') };
}

/** What a link for a lost password opens: the form for a new one. */
export default async function NewPasswordPage({ searchParams }: LinkPageProps) {
  const token = String((await searchParams).token ?? '');
  const [t, link] = await Promise.all([
    getTranslations('people.door'),
    readPasswordLink(database(), token, new Date()),
  ]);
  if (!link.ok) return <ClosedLink why={link} hasAdmin />;
  const { name, email } = link.value.person;
  return (
    <>
      <h1 className={headingClass}>{t('newPasswordTitle')}</h1>
      <p className="mt-2 text-ink-2 [overflow-wrap:anywhere]">{t('newPasswordText', { name, email })}</p>
      <NewPasswordForm token={token} email={email} />
    </>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkPage, type LinkPageProps } from '../link-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.door');
  return { title: t('setUpTitle') };
}

export default function SetUpPage({ searchParams }: LinkPageProps) {
  return <LinkPage purpose="setup" searchParams={searchParams} />;
}

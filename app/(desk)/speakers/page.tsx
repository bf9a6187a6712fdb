import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listSpeakers, speakersWithUse } from '#lib/data/sources/speakers';
import { may } from '#lib/domain/people/permission';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { AreaMessages } from '../../area-messages';
import { SearchBox } from '../_shell/search-box';
import { SpeakerRow } from './speaker-row';

type PageProps = { searchParams: Promise<{ q?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('intake.speakers');
  return { title: t('title') };
}

export default async function SpeakersPage({ searchParams }: PageProps) {
  const person = await requirePerson('/speakers');
  const search = String((await searchParams).q ?? '').slice(0, 200);
  const [t, speakers, others] = await Promise.all([
    getTranslations('intake.speakers'),
    speakersWithUse(database(), search),
    listSpeakers(database()),
  ]);
  return (
    <main className="mx-auto max-w-[1040px] px-4.5 pt-8 pb-20 sm:px-6">
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <h1 className="flex-1 font-serif text-[26px] font-semibold tracking-tight whitespace-nowrap">{t('title')}</h1>
        <SearchBox label={t('search')} initial={search} />
      </div>
      {speakers.length === 0 ? (
        <div className="rounded-xl border border-dashed border-line px-6 py-16 text-center">
          <h2 className="font-serif text-lg font-semibold">{search ? t('none', { search }) : t('empty')}</h2>
          {!search && <p className="mt-1 text-ink-2">{t('emptyText')}</p>}
        </div>
      ) : (
        <AreaMessages areas={['review']}>
          <ul className="divide-y divide-line-2 border-y border-line">
            {speakers.map((speaker) => (
              <SpeakerRow key={speaker.id} {...{ speaker, others }} mayEdit={may(person, 'mark')} />
            ))}
          </ul>
        </AreaMessages>
      )}
    </main>
  );
}

import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { type SpeakerPage, speakerPage } from '#lib/data/sources/speaker-page';
import { readSpeaker } from '#lib/data/sources/speakers';
import { database } from '#lib/server/database';
import { currentPerson, requirePerson } from '#lib/server/session/session';
import { type RecordAddress, recordHref, recordQuery } from '../../_record/address';
import { ClaimRecordView } from '../../_record/claim-record';
import { ClaimLine } from '../../claims/claim-line';

type PageProps = { params: Promise<{ id: string }>; searchParams: Promise<RecordAddress> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [{ id }, person] = await Promise.all([params, currentPerson()]);
  const found = person && (await readSpeaker(database(), id));
  return { title: found && 'speaker' in found ? found.speaker.name : undefined };
}

/** One speaker: what they said in any article, and how it came out. */
export default async function SpeakerRecordPage({ params, searchParams }: PageProps) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const path = `/speakers/${id}`;
  const query = recordQuery(asked);
  const person = await requirePerson(recordHref(path, query, { page: query.page }));
  const page = await speakerPage(database(), id, person, query);
  if (!page) notFound();
  if ('mergedInto' in page) redirect(recordHref(`/speakers/${page.mergedInto}`, query, {}));
  const t = await getTranslations('sources.speaker');
  return (
    <main className="mx-auto max-w-[1040px] px-4.5 pt-7 pb-20 sm:px-6">
      <Link href="/speakers" className="inline-flex items-center gap-1.5 text-[13px] text-ink-2 hover:text-ink">
        <ArrowLeft size={14} aria-hidden="true" /> {t('back')}
      </Link>
      <Names page={page} />
      <ClaimRecordView path={path} query={query} record={page.record}>
        {page.record.claims.map((claim) => (
          <ClaimLine key={claim.id} claim={claim} />
        ))}
      </ClaimRecordView>
    </main>
  );
}

async function Names({ page: { speaker, merged } }: { page: SpeakerPage }) {
  const [t, format] = await Promise.all([getTranslations('sources.speaker'), getFormatter()]);
  const mergedNames = merged.map(({ name }) => name);
  const others = speaker.aliases.filter((alias) => !mergedNames.includes(alias));
  return (
    <>
      <h1 className="mt-3 font-serif text-[25px]/[1.3] font-semibold tracking-tight wrap-anywhere sm:text-[32px]/[1.3]">
        {speaker.name}
      </h1>
      <p className="text-ink-2">{[speaker.organisation, speaker.role].filter(Boolean).join(' · ')}</p>
      {others.length > 0 && (
        <p className="mt-1 text-[12.5px] text-ink-3">
          {t('aliases')}: {format.list(others, { type: 'unit' })}
        </p>
      )}
      {merged.length > 0 && (
        <p className="mt-1 text-[12.5px] text-ink-3">
          {t('merged')}: {format.list(mergedNames, { type: 'unit' })}
        </p>
      )}
    </>
  );
}

import { Download } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { auditPage } from '#lib/data/people/audit';
import { listPeople } from '#lib/data/people/people';
import { auditKinds } from '#lib/domain/people/audit';
import { AuditCursor, AuditFilter } from '#lib/domain/people/audit-input';
import { may } from '#lib/domain/people/permission';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { Button, buttonClass } from '#ui/button';
import { Field, Select } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { auditWords } from '../../../i18n/audit';
import { readersLocale } from '../../../i18n/request';

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const linesPerPage = 100;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('access.audit');
  return { title: t('title') };
}

/** The audit trail, for admins: what a filter asks for, the newest line first. */
export default async function AuditPage({ searchParams }: PageProps) {
  const asked = await searchParams;
  const filter = AuditFilter.parse(asked);
  const person = await requirePerson(`/settings/audit${queryOf(filter)}`);
  if (!may(person, 'read-audit')) notFound();
  const after = AuditCursor.parse(asked.after);
  const [t, format, locale, people, lines] = await Promise.all([
    getTranslations('access.audit'),
    getFormatter(),
    readersLocale(),
    listPeople(database()),
    auditPage(database(), filter, { after, limit: linesPerPage }),
  ]);
  const words = auditWords(locale);
  const last = lines.length === linesPerPage ? lines.at(-1) : undefined;
  const heading = 'border-b border-line pr-5 pb-2 text-left text-[12.5px] font-medium text-ink-3 whitespace-nowrap';
  const cell = 'max-sm:block sm:border-b sm:border-line-2 sm:py-2 sm:pr-5 sm:align-top';
  return (
    <main className="mx-auto max-w-[1040px] px-4.5 pt-8 pb-20 sm:px-6">
      <div className="mb-1 flex flex-wrap items-center gap-3">
        <h1 className="flex-1 font-serif text-[26px] font-semibold tracking-tight max-sm:basis-full">{t('title')}</h1>
        <Link href="/settings" className={buttonClass('plain', 'small')}>
          {t('back')}
        </Link>
        <a href={`/settings/audit/export${queryOf(filter)}`} className={buttonClass('plain', 'small')}>
          <Download size={14} aria-hidden="true" /> {t('download')}
        </a>
      </div>
      <p className="mb-5 text-[13px] text-ink-3">{t('intro')}</p>
      <form
        key={queryOf(filter)}
        action="/settings/audit"
        className="mb-6 grid grid-cols-2 items-end gap-3 md:grid-cols-[1fr_1fr_auto_auto_auto]"
      >
        <Field label={t('kind')}>
          <Select name="kind" defaultValue={filter.kind ?? ''}>
            <option value="">{t('anyKind')}</option>
            {auditKinds.map((kind) => (
              <option key={kind} value={kind}>
                {words.name(kind)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('person')}>
          <Select name="person" defaultValue={filter.person ?? ''}>
            <option value="">{t('anyPerson')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('from')}>
          <TextInput type="date" name="from" defaultValue={filter.from} />
        </Field>
        <Field label={t('until')}>
          <TextInput type="date" name="until" defaultValue={filter.until} />
        </Field>
        <div className="flex gap-2 max-md:col-span-2">
          <Button type="submit">{t('filter')}</Button>
          {queryOf(filter) && (
            <Link href="/settings/audit" className={buttonClass('quiet')}>
              {t('clear')}
            </Link>
          )}
        </div>
      </form>
      {lines.length === 0 ? (
        <p className="rounded-xl border border-dashed border-line px-6 py-14 text-center text-ink-2">{t('empty')}</p>
      ) : (
        <table className="w-full border-collapse max-sm:block">
          <thead className="max-sm:sr-only">
            <tr>
              {(['when', 'who', 'what', 'about', 'place'] as const).map((name) => (
                <th key={name} className={heading}>
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-sm:block max-sm:divide-y max-sm:divide-line-2 max-sm:border-y max-sm:border-line">
            {lines.map((line) => (
              <tr key={line.id} className="max-sm:block max-sm:py-2.5">
                <td className={`${cell} num whitespace-nowrap text-ink-2 max-sm:text-[12.5px]`}>
                  <time dateTime={line.at}>
                    {format.dateTime(new Date(line.at), { dateStyle: 'medium', timeStyle: 'medium' })}
                  </time>
                </td>
                <td className={`${cell} font-medium wrap-anywhere`}>{words.who(line)}</td>
                <td className={`${cell} wrap-anywhere`}>{words.sentence(line)}</td>
                <td className={`${cell} wrap-anywhere`}>{line.subject?.name}</td>
                <td className={`${cell} num text-[12.5px] text-ink-3 wrap-anywhere`}>{line.network}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {last && (
        <Link
          href={`/settings/audit${queryOf(filter, `${new Date(last.at).getTime()}.${last.id}`)}`}
          className={`${buttonClass()} mt-5`}
        >
          {t('older')}
        </Link>
      )}
    </main>
  );
}

/** A filter as the query of an address, empty where it asks for everything. */
function queryOf(filter: AuditFilter, after?: string): string {
  const { kind, person, from, until } = filter;
  const parts = Object.entries({ kind, person, from, until, after }).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString();
  return query && `?${query}`;
}

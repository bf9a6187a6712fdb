import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getFormatter, getTranslations } from 'next-intl/server';
import { articleHead } from '#lib/data/articles/articles';
import { listRevisions, revisionPair } from '#lib/data/revisions/revisions';
import type { RevisionView } from '#lib/domain/exchange/whole-article';
import { may } from '#lib/domain/people/permission';
import { groupRevisions } from '#lib/domain/revisions/list';
import { database } from '#lib/server/database';
import { requirePerson } from '#lib/server/session/session';
import { Button, buttonClass } from '#ui/button';
import { Field, Select } from '#ui/field';
import { Tag } from '#ui/tag';
import { AreaMessages } from '../../../../area-messages';
import { Diff, type DiffView, diffViews } from '../../../_diff/diff-view';
import { Avatar } from '../../../_shell/avatar';
import { RestoreButton } from './restore-button';

type Asked = { from?: string | string[]; to?: string | string[]; view?: string | string[] };
type PageProps = { params: Promise<{ id: string }>; searchParams: Promise<Asked> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('revisions');
  return { title: t('title') };
}

const numberIn = (asked: string | string[] | undefined): number | null =>
  typeof asked === 'string' && /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null;

/** Why two long texts are not compared. */
const workRefusals = ['work-too-long', 'work-too-large', 'work-waits'] as const;

export default async function RevisionsPage({ params, searchParams }: PageProps) {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const here = `/articles/${id}/revisions`;
  const person = await requirePerson(here);
  const db = database();
  const article = await articleHead(db, id);
  if (!article) notFound();
  const [t, refusals] = await Promise.all([getTranslations('revisions'), getTranslations('refusal')]);
  const revisions = await listRevisions(db, id);
  const newest = revisions[0]?.number ?? 1;
  const to = numberIn(asked.to) ?? newest;
  const from = numberIn(asked.from) ?? Math.max(1, to - 1);
  const view: DiffView = diffViews.find((one) => one === asked.view) ?? 'side';
  const pair = newest > 1 ? await revisionPair(db, id, [from, to]) : null;
  const compared = pair && !pair.ok ? workRefusals.find((code) => code === pair.code) : undefined;
  const mayRevise = may(person, 'revise');
  return (
    <AreaMessages areas={['revisions']}>
      <main className="mx-auto max-w-[1080px] px-4.5 pt-8 pb-20 sm:px-6">
        <div className="flex flex-wrap items-center gap-2 text-[12.5px] text-ink-3">
          <b className="flex-1 font-medium text-ink-2">{t('title')}</b>
          {mayRevise && (
            <Link href={`/articles/${id}/revise`} className={buttonClass('primary', 'small')}>
              {t('revise')}
            </Link>
          )}
          <Link href={`/articles/${id}`} className={buttonClass('plain', 'small')}>
            {t('back')}
          </Link>
        </div>
        <h1
          lang={article.language}
          className="mt-2 mb-5 font-serif text-[25px]/[1.3] font-semibold sm:text-[32px]/[1.3]"
        >
          {article.title}
        </h1>
        <ol className="mb-8 divide-y divide-line-2 rounded-xl border border-line bg-sheet">
          {groupRevisions(revisions).map((group) => (
            <Group key={group[0]?.number} {...{ group, newest, mayRevise }} articleId={id} />
          ))}
        </ol>
        {revisions.length === 1 && <p className="text-ink-2">{t('listed.onlyOne')}</p>}
        {revisions.length > 1 && (
          <form action={here} className="mb-3 flex flex-wrap items-end gap-2">
            {(
              [
                ['from', from],
                ['to', to],
              ] as const
            ).map(([name, chosen]) => (
              <Field key={name} label={t(`listed.${name}`)}>
                <Select name={name} defaultValue={chosen}>
                  {revisions.map(({ number }) => (
                    <option key={number} value={number}>
                      {t('listed.revision', { number })}
                    </option>
                  ))}
                </Select>
              </Field>
            ))}
            <input type="hidden" name="view" value={view} />
            <Button type="submit">{t('listed.compare')}</Button>
            <span className="ml-auto flex gap-2">
              {diffViews.map((one) => (
                <Link
                  key={one}
                  href={`${here}?from=${from}&to=${to}&view=${one}`}
                  scroll={false}
                  aria-current={view === one ? 'true' : undefined}
                  className={buttonClass(view === one ? 'primary' : 'plain', 'small')}
                >
                  {t(`diff.${one}`)}
                </Link>
              ))}
            </span>
          </form>
        )}
        {compared && (
          <p role="status" className="px-4 text-[13.5px] text-ink-2">
            {refusals(compared)}
          </p>
        )}
        {pair?.ok && (
          <>
            {view === 'side' && (
              <div className="hidden grid-cols-2 px-4 pb-1 text-[12.5px] font-medium text-ink-2 md:grid">
                <span>{t('diff.before', { number: from })}</span>
                <span className="pl-4">{t('diff.after', { number: to })}</span>
              </div>
            )}
            <Diff
              rows={pair.value.rows}
              view={view}
              language={article.language}
              claims={{
                before: pair.value.from.paragraphs.map(({ claims }) => claims),
                after: pair.value.to.paragraphs.map(({ claims }) => claims),
              }}
            />
          </>
        )}
      </main>
    </AreaMessages>
  );
}

type GroupProps = { group: RevisionView[]; newest: number; mayRevise: boolean; articleId: string };

/** A revision, or a run of small ones by one person under the last of them. */
async function Group({ group, newest, mayRevise, articleId }: GroupProps) {
  const [t, format] = await Promise.all([getTranslations('revisions'), getFormatter()]);
  const [last, ...others] = group;
  if (!last) return null;
  const how = ways.find((way) => way === last.intake) ?? 'other';
  const row = (one: RevisionView) => (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <b className="num font-semibold">{t('listed.revision', { number: one.number })}</b>
      {one.number === newest && <Tag tone="accent">{t('listed.newest')}</Tag>}
      <span className="text-[13px] text-ink-2">
        {format.dateTime(new Date(one.at), { dateStyle: 'medium', timeStyle: 'short' })}
      </span>
    </span>
  );
  return (
    <li className="grid gap-1 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {row(last)}
        <span className="flex items-center gap-1.5 text-[13px] text-ink-2">
          <Avatar person={last.by} small /> {last.by.name}
        </span>
        <span className="text-[13px] text-ink-3">
          {others.length > 0
            ? t('listed.small', { count: group.length })
            : last.restored
              ? t('listed.restored', { number: last.restored })
              : t(`listed.how.${how}`)}
        </span>
        <span className="flex-1" />
        {last.number > 1 && (
          <Link
            href={`/articles/${articleId}/revisions?from=${(group.at(-1)?.number ?? 1) - 1}&to=${last.number}`}
            className={buttonClass('quiet', 'small')}
          >
            {t('listed.compare')}
          </Link>
        )}
        {mayRevise && last.number !== newest && (
          <RestoreButton articleId={articleId} number={last.number} basedOn={newest} />
        )}
      </div>
      {last.counts && others.length === 0 && (
        <p className="flex flex-wrap gap-x-3 text-[12.5px] text-ink-3">
          {shown.map((name) => {
            const count = last.counts?.[name] ?? 0;
            return count > 0 && <span key={name} className="num">{`${count} ${t(`fate.${name}`)}`}</span>;
          })}
        </p>
      )}
      {others.length > 0 && (
        <details className="text-[13px]">
          <summary className="cursor-pointer text-ink-3">{t('listed.small', { count: group.length })}</summary>
          <ol className="mt-1 grid gap-1 pl-4">
            {group.map((one) => (
              <li key={one.number} className="flex items-center gap-3">
                {row(one)}
                {mayRevise && one.number !== newest && (
                  <RestoreButton articleId={articleId} number={one.number} basedOn={newest} />
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

const ways = ['paste', 'edit', 'restored', 'split', 'merge', 'rewrite', 'sample'] as const;
const shown = ['unchanged', 'moved', 'wording', 'substance', 'lookAgain', 'gone', 'found'] as const;

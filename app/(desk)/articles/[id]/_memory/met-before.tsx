'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { claimAddress } from '#lib/domain/articles/addresses';
import type { MetCheck } from '#lib/domain/fact-checks/found-check';
import type { MetBefore as Met } from '#lib/domain/search/met-before';
import { Button } from '#ui/button';
import { Kbd } from '#ui/kbd';
import { useKeyboard } from '../../../../browser/use-keyboard';
import { useRead } from '../../../../browser/use-read';
import { CheckedBy } from '../../../../words/checked-by';
import { StandingTag } from '../../../../words/standing';

type MetBeforeProps = {
  articleId: string;
  /** The claim's place, or that of what is suggested. */
  place: { paragraphId: string; start: number; end: number; kind: string };
  /** Takes the sources of a claim over; null for whom may not, or where there is no claim yet. */
  onTake: ((met: Met) => void) | null;
  /** Cites a check of others as a source; null as above. */
  onCite: ((check: MetCheck) => void) | null;
  /** The addresses of the sources that the claim has. */
  cited: readonly (string | null)[];
};

/** What the desk has checked before that a claim repeats, and how the two differ. */
export function MetBefore({ articleId, place, onTake, onCite, cited }: MetBeforeProps) {
  const t = useTranslations('review.met');
  const { paragraphId, start, end, kind } = place;
  const asked = new URLSearchParams({ paragraph: paragraphId, start: String(start), end: String(end), kind });
  // Whoever walks through many claims asks of the one that they stay at.
  const { value, isCurrent } = useRead<Shown>(`/api/articles/${articleId}/met-before?${asked}`, { rest: 150 });
  const { claims: met, checks } = (isCurrent && value) || nothing;
  const first = met.find(({ sources }) => sources > 0);
  useKeyboard((event) => {
    if (event.key.toLowerCase() !== 't' || event.metaKey || event.ctrlKey || event.altKey) return false;
    if (!first || !onTake) return false;
    onTake(first);
    return true;
  });
  if (met.length + checks.length === 0) return null;
  return (
    <section aria-label={t('title')} className="mt-3 rounded-md border border-line bg-wash px-3 py-2.5 text-[13px]">
      <h2 className="text-[12px] font-medium text-ink-3">{t('title')}</h2>
      <ul className="mt-1 grid gap-2.5">
        {met.map((one) => (
          <MetClaim key={one.claimId} met={one} isFirst={one === first} onTake={onTake} />
        ))}
        {checks.map((check) => (
          <li key={check.id}>
            <CheckedBy check={check} />
            <Relating {...check} />
            {onCite && !cited.includes(check.url) && (
              <Button size="small" className="mt-1.5" onClick={() => onCite(check)}>
                {t('cite')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the route answers. */
type Shown = { claims: Met[]; checks: MetCheck[] };
const nothing: Shown = { claims: [], checks: [] };

/** How what was checked relates to the claim. */
function Relating({ relation, differences }: Pick<Met, 'relation' | 'differences'>) {
  const t = useTranslations('review.met');
  return (
    <span className={`mt-0.5 block ${relation === 'same' ? 'text-ink-2' : 'font-medium text-disputed'}`}>
      {t(`relation.${relation}`)}
      {differences.map(({ here, there }) => (
        <span key={`${here} ${there}`} className="num block">
          {t('difference', { here, there })}
        </span>
      ))}
    </span>
  );
}

type MetClaimProps = Pick<MetBeforeProps, 'onTake'> & { met: Met; isFirst: boolean };

function MetClaim({ met, isFirst, onTake }: MetClaimProps) {
  const t = useTranslations('review.met');
  const format = useFormatter();
  const { article, judgedAt, number, shares, sources } = met;
  return (
    <li>
      <span className="flex flex-wrap items-baseline gap-x-2">
        <StandingTag standing={met.standing} />
        <span className="num text-[12px] text-ink-3">
          {judgedAt && (
            <time dateTime={judgedAt}>{format.dateTime(new Date(judgedAt), { dateStyle: 'medium' })} · </time>
          )}
          {t('sources', { count: sources })}
        </span>
      </span>
      <span className="mt-1 block font-serif text-[14px]/[1.5] wrap-anywhere">{met.exact}</span>
      <Relating {...met} />
      <span className="mt-0.5 block text-[12px] text-ink-3">
        <Link href={claimAddress(article.id, number)} className="underline decoration-line underline-offset-2">
          {t('in', { number, title: article.title })}
        </Link>
        {shares.length > 0 && ` · ${t('shares', { words: format.list(shares, { type: 'unit' }) })}`}
      </span>
      {onTake && sources > 0 && (
        <Button size="small" className="mt-1.5" onClick={() => onTake(met)}>
          {t('take', { count: sources })} {isFirst && <Kbd>T</Kbd>}
        </Button>
      )}
    </li>
  );
}

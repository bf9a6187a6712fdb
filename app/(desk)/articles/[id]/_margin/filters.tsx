'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Standing, standings } from '#lib/domain/claims/standing';
import type { AssignmentView } from '#lib/domain/review/workflow';
import { claimKinds } from '#lib/reading/claim-kinds';
import { type Filter, isFiltering, matches, noFilter } from '../_state/filter';

type FiltersProps = {
  claims: ClaimView[];
  assignments: AssignmentView[];
  filter: Filter;
  meId: string;
  onFilter: (filter: Filter) => void;
  /** Gives what is listed to somebody; null: the viewer may not. */
  onAssign: (() => void) | null;
};

/** Which claims to look at: standings with their counts as chips, the rest as lists. */
export function Filters({ claims, assignments, filter, meId, onFilter, onAssign }: FiltersProps) {
  const work = useTranslations('work');
  const t = useTranslations('review.filter');
  const words = useTranslations('words');
  const review = useTranslations('review');
  const { waiting, mine, listed, others, present } = useMemo(
    () => countsOf(claims, filter, assignments, meId),
    [claims, filter, assignments, meId],
  );
  const chip =
    'rounded-full border border-line bg-sheet px-2.5 py-0.5 text-[12.5px] text-ink-2 hover:text-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper';
  return (
    <div className="flex flex-wrap items-center gap-1.5" role="group" aria-label={t('label')}>
      <button
        type="button"
        className={chip}
        aria-pressed={filter.standing === null}
        onClick={() => onFilter({ ...filter, standing: null })}
      >
        {t('all')} <span className="num">{others.total}</span>
      </button>
      {present.map((standing) => (
        <button
          key={standing}
          type="button"
          className={chip}
          aria-pressed={filter.standing === standing}
          onClick={() => onFilter({ ...filter, standing: filter.standing === standing ? null : standing })}
        >
          {words(`standing.${standing}`)} <span className="num">{others.byStanding.get(standing) ?? 0}</span>
        </button>
      ))}
      {waiting > 0 && (
        <button
          type="button"
          className={chip}
          aria-pressed={filter.lookAgain === true}
          onClick={() => onFilter({ ...filter, lookAgain: filter.lookAgain ? null : true })}
        >
          {review('lookAgain')} <span className="num">{waiting}</span>
        </button>
      )}
      {mine > 0 && (
        <button
          type="button"
          className={chip}
          aria-pressed={filter.assigneeId === meId}
          onClick={() => onFilter({ ...filter, assigneeId: filter.assigneeId === meId ? null : meId })}
        >
          {work('assignedToMe')} <span className="num">{mine}</span>
        </button>
      )}
      <div className="grid w-full grid-cols-3 items-center gap-1.5">
        <FilterLists claims={claims} filter={filter} meId={meId} onFilter={onFilter} />
        {isFiltering(filter) && (
          <button
            type="button"
            className="justify-self-start px-1 text-[12.5px] text-accent hover:underline"
            onClick={() => onFilter(noFilter)}
          >
            {t('clear')}
          </button>
        )}
        {onAssign && listed > 1 && (
          <button
            type="button"
            className="col-start-3 justify-self-end px-1 text-[12.5px] text-accent hover:underline"
            onClick={onAssign}
          >
            {work('assignListed', { count: listed })}
          </button>
        )}
      </div>
    </div>
  );
}

/** How many claims each choice would show. `others`: whatever their standing; `present`: standings that there are. */
function countsOf(claims: ClaimView[], filter: Filter, assignments: AssignmentView[], meId: string) {
  const byStanding = new Map<Standing, number>();
  const there = new Set<Standing>();
  const [ofMine, ofAnyStanding] = [
    { ...noFilter, assigneeId: meId },
    { ...filter, standing: null },
  ];
  let [total, waiting, mine, listed] = [0, 0, 0, 0];
  for (const claim of claims) {
    there.add(claim.standing);
    if (claim.lookAgain) waiting += 1;
    if (matches(claim, ofMine, assignments)) mine += 1;
    if (!matches(claim, ofAnyStanding, assignments)) continue;
    total += 1;
    byStanding.set(claim.standing, (byStanding.get(claim.standing) ?? 0) + 1);
    if (filter.standing === null || claim.standing === filter.standing) listed += 1;
  }
  return { waiting, mine, listed, others: { total, byStanding }, present: standings.filter((one) => there.has(one)) };
}

/** What is chosen from a list: kind, reviewer, speaker. */
function FilterLists({
  claims,
  filter,
  meId,
  onFilter,
}: Pick<FiltersProps, 'claims' | 'filter' | 'meId' | 'onFilter'>) {
  const t = useTranslations('review.filter');
  const kinds = useTranslations('words.kind');
  const { people, speakers } = useMemo(
    () => ({
      people: new Map(
        claims.flatMap(({ judgements }) => judgements.map(({ reviewer }) => [reviewer.id, reviewer] as const)),
      ),
      speakers: new Map(claims.map(({ speaker }) => [speaker?.id ?? '', speaker])),
    }),
    [claims],
  );
  const list = 'w-full min-w-0 rounded-full border border-line bg-sheet px-2 py-0.5 text-[12.5px] text-ink-2';
  return (
    <>
      <select
        aria-label={t('kind')}
        className={list}
        value={filter.kind ?? 'all'}
        onChange={({ target }) =>
          onFilter({ ...filter, kind: claimKinds.find((kind) => kind === target.value) ?? null })
        }
      >
        <option value="all">{t('kind')}</option>
        {claimKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kinds(kind)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('reviewer')}
        className={list}
        value={filter.reviewerId ?? 'all'}
        onChange={({ target }) => onFilter({ ...filter, reviewerId: target.value === 'all' ? null : target.value })}
      >
        <option value="all">{t('reviewer')}</option>
        <option value={meId}>{t('me')}</option>
        {[...people.values()]
          .filter(({ id }) => id !== meId)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
      <select
        aria-label={t('speaker')}
        className={list}
        value={filter.speakerId ?? 'all'}
        onChange={({ target }) => onFilter({ ...filter, speakerId: target.value === 'all' ? null : target.value })}
      >
        <option value="all">{t('speaker')}</option>
        {[...speakers].map(([id, speaker]) => (
          <option key={id} value={id}>
            {speaker?.name ?? t('ownText')}
          </option>
        ))}
      </select>
    </>
  );
}

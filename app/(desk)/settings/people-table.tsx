'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useOptimistic } from 'react';
import { type Role, roles } from '#lib/domain/people/permission';
import type { PersonListed } from '#lib/domain/people/person-view';
import { Button } from '#ui/button';
import { Select } from '#ui/field';
import { Tag } from '#ui/tag';
import { send } from '../../browser/requests';
import { Avatar } from '../_shell/avatar';
import { useChange } from '../_shell/use-change';
import { changePerson } from './actions';
import { PassOnButton } from './pass-on-button';
import { ResetButton } from './second-step/reset-button';
import { EndSessionsButton } from './sessions/end-sessions-button';

type Patch = { id: string; role?: Role; active?: boolean };

/** `withFactor`: the ids of those who have a second step. */
type PeopleTableProps = { people: PersonListed[]; ownId: string; withFactor: string[] };

/** Everybody at the desk, with what an admin may change. Rows stack on a phone. */
export function PeopleTable({ people, ownId, withFactor }: PeopleTableProps) {
  const t = useTranslations('people.settings.people');
  const words = useTranslations('words.role');
  const format = useFormatter();
  const { change } = useChange();
  const [shown, patch] = useOptimistic(people, (list, { id, ...changed }: Patch) =>
    list.map((person) => (person.id === id ? { ...person, ...changed } : person)),
  );

  const step = (changed: Patch, done: string) => ({
    preview: () => patch(changed),
    run: () => send(changePerson, changed),
    done,
  });
  const setRole = ({ id, name, role: before }: PersonListed, role: Role) => {
    const to = (next: Role) => step({ id, role: next }, t('roleChanged', { name, role: words(next) }));
    change({ ...to(role), undo: to(before) });
  };
  const setActive = ({ id, name }: PersonListed, active: boolean) => {
    const to = (next: boolean) => step({ id, active: next }, t(next ? 'reactivated' : 'deactivated', { name }));
    change({ ...to(active), undo: to(!active) });
  };

  const heading = 'border-b border-line pr-5 pb-2 text-left text-[12.5px] font-medium text-ink-3 whitespace-nowrap';
  const lastCell = 'max-sm:block sm:border-b sm:border-line-2 sm:py-2.5 sm:align-middle';
  const cell = `${lastCell} sm:pr-5`;
  return (
    <table className="w-full border-collapse max-sm:block">
      <thead className="max-sm:sr-only">
        <tr>
          <th className={heading}>{t('person')}</th>
          <th className={heading}>{t('role')}</th>
          <th className={`${heading} sm:text-right`}>{t('judgements')}</th>
          <th className={heading}>{t('lastSignIn')}</th>
          <th className={`${heading} pr-0`}>
            <span className="sr-only">{t('access')}</span>
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block max-sm:divide-y max-sm:divide-line-2 max-sm:border-y max-sm:border-line">
        {shown.map((person) => {
          const { id, name, email, role, active, judgements, lastSeenAt } = person;
          const date = lastSeenAt && format.dateTime(new Date(lastSeenAt), { dateStyle: 'medium' });
          return (
            <tr
              key={id}
              className="max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-x-3 max-sm:gap-y-2 max-sm:py-3.5"
            >
              <th scope="row" className={`${cell} text-left font-normal max-sm:col-span-2`}>
                <span className="flex items-center gap-3">
                  <span className={active ? '' : 'grayscale'}>
                    <Avatar person={person} />
                  </span>
                  <span className="min-w-0">
                    <span className="flex flex-wrap items-center gap-x-2">
                      <span className={`wrap-anywhere ${active ? 'font-medium' : 'text-ink-2'}`}>{name}</span>
                      {id === ownId && <Tag tone="accent">{t('you')}</Tag>}
                      {!active && <Tag>{t('inactive')}</Tag>}
                    </span>
                    <span className="block text-[12.5px] wrap-anywhere text-ink-3">{email}</span>
                  </span>
                </span>
              </th>
              <td className={`${cell} max-sm:order-2`}>
                {id === ownId ? (
                  <span title={t('ownRole')}>{words(role)}</span>
                ) : (
                  <Select
                    className="sm:w-auto"
                    aria-label={t('roleOf', { name })}
                    value={role}
                    disabled={!active}
                    onChange={(event) => setRole(person, event.target.value as Role)}
                  >
                    {roles.map((each) => (
                      <option key={each} value={each}>
                        {words(each)}
                      </option>
                    ))}
                  </Select>
                )}
              </td>
              <td className={`${cell} num sm:text-right max-sm:hidden`}>{format.number(judgements)}</td>
              <td className={`${cell} num whitespace-nowrap text-ink-2 max-sm:hidden`}>{date ?? t('never')}</td>
              <td className="text-[12.5px] text-ink-3 max-sm:order-1 max-sm:col-span-2 max-sm:block sm:hidden">
                {t('judgementsOf', { count: judgements })} · {date ? t('lastSignInOn', { date }) : t('neverSignedIn')}
              </td>
              <td className={`${lastCell} text-right max-sm:order-3`}>
                {id === ownId ? (
                  <span className="sr-only">{t('ownRole')}</span>
                ) : (
                  <span className="inline-flex flex-wrap justify-end gap-1">
                    {withFactor.includes(id) && <ResetButton person={person} />}
                    {active && <EndSessionsButton person={person} />}
                    {!active && <PassOnButton person={person} people={shown.filter((one) => one.active)} />}
                    <Button
                      look={active ? 'danger' : 'plain'}
                      className="sm:min-h-8 sm:px-2.5 sm:text-[13px]"
                      aria-label={t(active ? 'deactivateOf' : 'reactivateOf', { name })}
                      onClick={() => setActive(person, !active)}
                    >
                      {t(active ? 'deactivate' : 'reactivate')}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

import { type Act, may, type Role } from '#lib/domain/people/permission';

/** The places of the desk, in the order of the bar above every page. */
const all = [
  { href: '/articles', name: 'articles' },
  { href: '/claims', name: 'claims' },
  { href: '/work', name: 'work' },
  { href: '/figures', name: 'figures' },
  { href: '/sources', name: 'sources' },
  { href: '/speakers', name: 'speakers' },
  { href: '/statistics', name: 'statistics', act: 'read-statistics' },
  { href: '/settings', name: 'settings' },
] as const satisfies { href: string; name: string; act?: Act }[];

export type Place = (typeof all)[number];

/** Those that a person may go to. */
export const placesOf = (person: { role: Role }): Place[] =>
  all.filter((place) => !('act' in place) || may(person, place.act));

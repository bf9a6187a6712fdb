/** Searches of claims that are kept under a name: a person's own, and those that all of the desk see. */

import { type ClaimParameters, claimParameters, claimQuery } from './claim-query';

/** UTF-16 units of a view's name. */
export const longestViewName = 80;
/** Views that a person keeps, their own and those that they made for the desk. */
export const mostViews = 50;

/** Views that the navigation shows with what they find. */
export const mostInNavigation = 12;

export type SavedView = {
  id: string;
  name: string;
  /** The parameters of its search's address, as `viewQuery` writes them. */
  query: Record<string, string>;
  /** Whether all of the desk see it. */
  isShared: boolean;
  owner: { id: string; name: string };
};

/** A view with how many claims it finds; `isMore`: so many at least. */
export type CountedView = Pick<SavedView, 'id' | 'name' | 'query'> & { count: number; isMore: boolean };

/** What a view keeps of a search: its parameters in their usual form, without the page. */
export const viewQuery = (parameters: ClaimParameters): Record<string, string> =>
  claimParameters({ ...claimQuery(parameters), page: 1 });

/** Whether two searches, as `viewQuery` writes them, are the same. */
export const isSameView = (a: Record<string, string>, b: Record<string, string>): boolean =>
  new URLSearchParams(a).toString() === new URLSearchParams(b).toString();

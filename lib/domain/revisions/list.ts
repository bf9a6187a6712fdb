/** How a list of revisions is shown: small edits made by one person in one session are one entry. */

/** Small edits further apart than this (ms) are two sessions. */
const longestPause = 10 * 60_000;

type Listed = { by: { id: string }; at: string; minor: boolean };

/** Groups revisions, newest first: a run of small ones by one person, each soon after the other, is one group. */
export function groupRevisions<T extends Listed>(revisions: T[]): T[][] {
  const groups: T[][] = [];
  for (const revision of revisions) {
    const group = groups.at(-1);
    const later = group?.at(-1);
    const isOneGo =
      later?.minor &&
      revision.minor &&
      later.by.id === revision.by.id &&
      Date.parse(later.at) - Date.parse(revision.at) <= longestPause;
    if (isOneGo) group?.push(revision);
    else groups.push([revision]);
  }
  return groups;
}

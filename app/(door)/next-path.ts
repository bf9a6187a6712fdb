/** Where to go after signing in: a path of this desk, or the articles where `next` would lead anywhere else. */
export function nextPath(next: string | string[] | undefined): string {
  const home = '/articles';
  if (typeof next !== 'string' || !next.startsWith('/')) return home;
  // Parsed as a browser does: it drops tabs and newlines and reads a backslash as a slash, so '/\t/host' leaves the desk.
  const desk = 'http://desk.invalid';
  if (!URL.canParse(next, desk)) return home;
  const { origin, pathname, search, hash } = new URL(next, desk);
  if (origin !== desk || pathname.startsWith('//') || /^\/(sign-in|set-up|join|new-password|api)(\/|$)/.test(pathname))
    return home;
  return pathname + search + hash;
}

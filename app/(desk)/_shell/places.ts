/** The places of the desk, in the order of the bar above every page. */
export const places = [
  { href: '/articles', name: 'articles' },
  { href: '/claims', name: 'claims' },
  { href: '/work', name: 'work' },
  { href: '/figures', name: 'figures' },
  { href: '/sources', name: 'sources' },
  { href: '/speakers', name: 'speakers' },
  { href: '/settings', name: 'settings' },
] as const;

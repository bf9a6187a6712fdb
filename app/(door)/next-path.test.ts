import { describe, expect, it } from 'vitest';
import { nextPath } from './next-path';

describe('nextPath', () => {
  it.each(['/articles/a1?claim=3#c3', '/settings', '/sources?q=%E7%AE%97'])('goes back to %s', (path) => {
    expect(nextPath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'articles',
    'https://elsewhere.example/articles',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '\\\\elsewhere.example',
    '/.//elsewhere.example',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
    '/api/auth/signout',
    ['/settings', '/sources'],
  ])('goes to the articles in place of %j', (path) => {
    expect(nextPath(path)).toBe('/articles');
  });
});

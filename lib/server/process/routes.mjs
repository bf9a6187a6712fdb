/** Which route a path belongs to. Logs and metrics name routes: paths hold secrets, and there are endlessly many of them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ page: string; regex: RegExp }} Route */

/** What Next serves beside its routes. */
const files = [
  { page: '/_next/static', regex: /^\/_next\/static\// },
  { page: '/_next/image', regex: /^\/_next\/image$/ },
];

/**
 * The routes of a build, as its own manifest lists them; none where there is no build, as in development.
 *
 * @param {string} folder that the server runs in
 * @returns {Route[]}
 */
export function readRoutes(folder) {
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(path.join(folder, '.next', 'routes-manifest.json'), 'utf8'));
  } catch {
    return [];
  }
  const { staticRoutes = [], dynamicRoutes = [], rewrites = {} } = manifest;
  const rewritten = Object.values(rewrites).flat();
  return [
    ...rewritten.map((/** @type {{ source: string; regex: string }} */ one) => ({
      page: one.source.replaceAll('\\', ''),
      regex: new RegExp(one.regex),
    })),
    ...[...staticRoutes, ...dynamicRoutes].map((/** @type {{ page: string; regex: string }} */ one) => ({
      page: one.page,
      regex: new RegExp(one.regex),
    })),
  ];
}

/**
 * The pattern of the route that answers an address, such as `/articles/[id]`; `(other)` for what no route answers.
 *
 * @param {Route[]} routes
 * @param {string} url path and query
 */
export function patternOf(routes, url) {
  const asked = /^[^?#]*/.exec(url)?.[0] ?? '';
  return [...files, ...routes].find(({ regex }) => regex.test(asked))?.page ?? '(other)';
}

/**
 * When two web addresses mean the same page: the key under which an article's address is stored and looked up.
 *
 * Left out is what only says how somebody reached a page, or on which device: tracking parameters, hosts and paths of
 * mobile and AMP versions, the fragment. Everything that may select another page stays, so that two articles never
 * share a key.
 */

/** Parameters of campaigns and share buttons; none of them chooses a page. */
const tracking =
  /^(?:utm_.*|mtm_.*|pk_.*|hsa_.*|at_.*|_hsenc|_hsmi|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|spm|scm|share_token|share_source|sharer_.*|chksm|scene|srcid|sharer|from|ref|ref_src|ref_url|refer|source|cmpid|ncid|ocid|smid|smtyp|taid|timestamp|wt\.mc_id|xtor|amp|outputtype)$/i;
const deviceHosts = /^(?:www|m|mobile|wap|amp|touch|3g)\.(?=[^.]+\.[^.]+)/;

/** The key of an http(s) address, or null for anything else. Two addresses of one page usually have the same key. */
export function addressKey(address: string | null): string | null {
  if (address === null || !/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const host = url.hostname.replace(/\.$/, '').replace(deviceHosts, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  const path = url.pathname
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?|shtml)$/i, '/')
    .replace(/(?<=.)\/amp\/?$/i, '/')
    .replace(/\.amp(?=\.html?$)/i, '')
    .replace(/\/+$/, '');
  const kept = [...url.searchParams].filter(([name]) => !tracking.test(name));
  const query = kept
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  // Pages drawn by scripts may keep their whole address in the fragment.
  const fragment = /^#!?\//.test(url.hash) ? url.hash : '';
  return `${host}${port}${path}${query === '' ? '' : `?${query}`}${fragment}`;
}

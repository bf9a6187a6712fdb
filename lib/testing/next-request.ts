/** What Next tells an action or a route of its request, for tests that call one without a server. */

/** The cookies and headers of the request under way; a test fills and clears them. */
export const request = { cookies: new Map<string, string>(), headers: new Map<string, string>() };

/** Stands for `next/headers`. */
export const nextHeaders = {
  headers: async () => ({ get: (name: string) => request.headers.get(name) ?? null }),
  cookies: async () => ({
    get: (name: string) => (request.cookies.has(name) ? { value: request.cookies.get(name) } : undefined),
    has: (name: string) => request.cookies.has(name),
    set: (name: string, value: string) => request.cookies.set(name, value),
  }),
};

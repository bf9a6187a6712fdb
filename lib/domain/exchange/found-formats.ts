/** The formats in which claims across articles are exported. */
export const foundFormats = ['xlsx', 'csv', 'markdown', 'json'] as const;
export type FoundFormat = (typeof foundFormats)[number];

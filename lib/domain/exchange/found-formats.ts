/** The formats in which claims across articles are exported. */
export const foundFormats = ['xlsx', 'docx', 'csv', 'markdown', 'json', 'claim-review'] as const;
export type FoundFormat = (typeof foundFormats)[number];

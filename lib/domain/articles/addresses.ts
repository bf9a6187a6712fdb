/** The address of a claim's card: its article's page, which reads `#c4` (use-address.ts). */
export const claimAddress = (articleId: string, number: number): string => `/articles/${articleId}#c${number}`;

/** Where the cards of an article's claims are, but for the number, which ends the address. */
export const claimCards = (articleId: string): string => `/articles/${articleId}#c`;

/** The address of a claim's card: its article's page, which reads `#c4` (use-address.ts). */
export const claimAddress = (articleId: string, number: number): string => `${claimCards(articleId)}${number}`;

/**
 * Which passwords the desk takes, as far as no list of common ones is needed (NIST SP 800-63B § 3.1.1.2): long, in any
 * characters, and more than the names that a stranger would try first. How hard one is to guess is estimated on the server
 * (lib/server/session/password.ts).
 */

/** NIST asks for at least 15 where a password stands alone, and for 8 beside a second factor; 12 is in between. */
export const minPasswordLength = 12;
export const maxPasswordLength = 128;

/** The form in which passwords are hashed and compared: the same characters typed on two systems are one password. */
export const normalisedPassword = (password: string): string => password.normalize('NFKC');

/** Characters as people count them: an emoji of two code units is one. */
export const passwordLength = (password: string): number => [...password].length;

const isHan = /\p{Script=Han}/u;

/** A word counts from three characters on; a Chinese name has two. */
const isWord = (word: string): boolean => passwordLength(word) >= (isHan.test(word) ? 2 : 3);

/** Words that anybody tries who knows whose password it is: of the person's name, their address and the desk's name. */
export function personalWords({ name, email, desk }: { name: string; email: string; desk: string }): string[] {
  const [local = '', host = ''] = email.split('@');
  const domain = host.split('.').slice(0, -1);
  const whole = [name, desk, local, 'claimdesk', ...domain];
  const words = whole.flatMap((text) => {
    const one = normalisedPassword(text).toLowerCase();
    return [one, one.replace(/[^\p{L}\p{N}]/gu, ''), ...one.split(/[^\p{L}\p{N}]+/u)];
  });
  return [...new Set(words)].filter(isWord).sort((a, b) => b.length - a.length);
}

/** What is left of a password without personal words, wherever and in whatever case they stand. */
export function withoutWords(password: string, words: string[]): string {
  return words.reduce((left, word) => {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return left.replace(new RegExp(escaped, 'giu'), '');
  }, password);
}

/** Passwords: hashing them, comparing them, and refusing new ones that are easy to guess. */
import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as commonPasswords } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import {
  minPasswordLength,
  normalisedPassword,
  passwordLength,
  personalWords,
  withoutWords,
} from '#lib/domain/people/password';
import { type Refusal, refuse } from '#lib/domain/refusal';

/** Argon2id with the library's defaults, which are OWASP's first recommendation (19 MiB, 2 passes). */
export const hashPassword = (password: string): Promise<string> => hash(normalisedPassword(password));

/** Whether a password is the one of a hash, which may be older than normalisation. */
export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  const normalised = normalisedPassword(password);
  if (await verify(passwordHash, normalised)) return true;
  return normalised !== password && verify(passwordHash, password);
}

/** Syllables and phrases that stand in Chinese passwords and in none of the library's lists, the most frequent first. */
const pinyin =
  `woaini wang li zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang han feng
 deng cao peng zeng xiao tian dong yuan pan cai jiang yu du ye cheng su wei lu ding ren shen yao cui zhong tan lu wang fan jin shi
 mima wodemima nihao zhongguo beijing shanghai guangzhou shenzhen taipei taiwan hongkong woaiwojia laopo laogong baobao qinaide
 xiaoming xiaohong tiantian mingming feifei lili meimei ming hong hua jun jie min jing lei tao qiang fei bin hui xin yan ping`
    .split(/\s+/)
    .filter(Boolean);

let estimator: ZxcvbnFactory | undefined;

/** Made when it is first needed: reading the lists takes half a second and some 40 MB. */
function guesser(): ZxcvbnFactory {
  estimator ??= new ZxcvbnFactory({
    dictionary: {
      ...commonPasswords,
      'commonWords-en': english['commonWords-en'],
      'firstnames-en': english['firstnames-en'],
      'lastnames-en': english['lastnames-en'],
      pinyin,
    },
    graphs: adjacencyGraphs,
    // The library's own search for replaced letters takes seconds on a long text; `plainLetters` is one step.
    l33tTable: {},
  });
  return estimator;
}

const replaced: Record<string, string> = {
  '@': 'a',
  4: 'a',
  8: 'b',
  3: 'e',
  1: 'i',
  '!': 'i',
  0: 'o',
  $: 's',
  5: 's',
  7: 't',
};

/** A text with signs in place of letters as the letters that they stand for: p@ssw0rd as password. */
const plainLetters = (text: string): string => text.replace(/[@483!10$57]/g, (sign) => replaced[sign] ?? sign);

/** How much of a password is estimated at once: the time grows with the square, and 24 characters take some 20 ms. */
const partLength = 24;

/** From 10⁸ guesses on (score 3), a hash that takes 20 ms to try is safe for months; sign-in itself allows few tries. */
const enough = 3;

const isHardPart = (part: string): boolean =>
  [part, plainLetters(part)].every((text) => guesser().check(text).score >= enough);

/** Whether a password takes long to guess: it does where its beginning or its end alone does. */
const isHardToGuess = (password: string): boolean => {
  const characters = [...password];
  const parts = [characters.slice(0, partLength), characters.slice(partLength).slice(-partLength)];
  return parts.some((part) => part.length > 0 && isHardPart(part.join('')));
};

/**
 * The refusal of a new password, of the length that `NewPassword` asks for; null where it may be used. `password-personal`:
 * too little is left of it without the person's name, their address and the desk's name. `password-common`: it is common,
 * or repeats, or counts.
 */
export function refusalOfPassword(
  password: string,
  whose: { name: string; email: string; desk: string },
): Refusal | null {
  const left = withoutWords(normalisedPassword(password), personalWords(whose)).trim();
  if (left !== password.trim() && passwordLength(left) < minPasswordLength) {
    return refuse('password-personal', { field: 'password' });
  }
  return isHardToGuess(left) ? null : refuse('password-common', { field: 'password' });
}

import { expect, test } from 'vitest';
import { chooseLocale, type Locale } from './locale';

test.each<[string, string | undefined, string | null, Locale]>([
  ['nothing is known', undefined, null, 'en'],
  ['the browser wishes nothing', undefined, '', 'en'],
  ['the cookie chooses', 'zh', 'en', 'zh'],
  ['the cookie chooses against the browser', 'en', 'zh-CN,zh;q=0.9', 'en'],
  ['the cookie holds a region', 'zh-Hans-CN', null, 'zh'],
  ['the cookie holds nothing of ours', 'xx', 'zh-CN', 'zh'],
  ['the cookie is blank', '', 'zh', 'zh'],
  ['the browser wishes Chinese', undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['the browser wishes traditional Chinese', undefined, 'zh-Hant-TW', 'zh'],
  ['the browser writes it large', undefined, 'ZH-cn', 'zh'],
  ['the browser wishes English more', undefined, 'zh;q=0.5,en;q=0.7', 'en'],
  ['the browser wishes Chinese more, named last', undefined, 'en;q=0.3, fr;q=0.9, zh-TW ; q=0.8', 'zh'],
  ['both are wished alike', undefined, 'zh,en', 'zh'],
  ['another language comes first', undefined, 'fr-CA,fr;q=0.9,zh;q=0.2', 'zh'],
  ['only other languages are wished', undefined, 'fr,de;q=0.8', 'en'],
  ['anything will do', undefined, '*', 'en'],
  ['Chinese is not wanted', undefined, 'zh;q=0,fr', 'en'],
  ['the wish is garbled', undefined, ';;q=,,zh;q=..', 'en'],
])('when %s', (_, chosen, accepted, expected) => {
  expect(chooseLocale(chosen, accepted)).toBe(expected);
});

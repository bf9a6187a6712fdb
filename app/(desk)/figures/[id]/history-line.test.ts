import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { type MetricLine, metricVerbs } from '#lib/domain/ledger/ledger';
import { type Locale, locales } from '../../../i18n/locale';
import { messagesOf } from '../../../i18n/messages';
import { lineTold } from './history-line';

function line(more: Partial<MetricLine>): MetricLine {
  return {
    ...{ seq: 1, at: '2026-01-05T10:00:00Z', actor: { id: 'ann', name: 'Ann' }, verb: 'opened', before: {}, after: {} },
    ...{ claim: { articleId: 'a', article: 'The cost', number: 4 }, ...more },
  };
}

function told(locale: Locale, of: MetricLine): string {
  const onError = (error: Error) => {
    throw error;
  };
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'figures.history.did', onError });
  const { articleId: _, ...values } = lineTold(of, locale);
  const held = (text: string) => text;
  return t.markup(of.verb, { ...values, name: of.actor.name, b: held, link: held });
}

const value = { en: '375 people', zh: '375人' };

describe('a line of a metric’s history', () => {
  test.each<[string, string, Partial<MetricLine>]>([
    [
      'Ann opened it with claim 4 of The cost: 375 people',
      'Ann 由《The cost》的主张 4 建立此项：375人',
      { after: { value } },
    ],
    ['Ann took claim 4 of The cost off it', 'Ann 把《The cost》的主张 4 移出此项', { verb: 'left' }],
    [
      'Ann put claim 7 of Gone on it',
      'Ann 把《Gone》的主张 7 记入此项',
      { verb: 'joined', claim: null, after: { article: 'Gone', number: 7 } },
    ],
    [
      'Ann read “Filing” on claim 4 of The cost anew: 375 people',
      'Ann 重新读取了《The cost》的主张 4 的来源“Filing”：375人',
      { verb: 'figure-changed', after: { source: 'Filing', value } },
    ],
    [
      'Values contradict each other; it was settled at 375 people',
      '说法相互矛盾，此前的定论值为 375人',
      { verb: 'standing', after: { standing: 'disputed', value } },
    ],
    ['Nothing settles it', '没有可定论的依据', { verb: 'standing', after: { standing: 'open' } }],
    [
      'Ann renamed it from A · b to A · c',
      'Ann 把名称由 A · b 改为 A · c',
      { verb: 'named', before: { name: 'A · b' }, after: { name: 'A · c' } },
    ],
    ['Ann changed its other names', 'Ann 更改了别名', { verb: 'named', before: { name: 'A' }, after: { name: 'A' } }],
    ['Ann merged A · b into it', 'Ann 把 A · b 并入此项', { verb: 'merged', after: { from: 'A · b' } }],
    ['Ann merged it into A · b', 'Ann 把此项并入 A · b', { verb: 'merged', after: { into: 'A · b' } }],
    [
      'Ann moved 1 claim out to A · b',
      'Ann 把 1 条主张移到 A · b',
      { verb: 'separated', after: { into: 'A · b', claims: 1 } },
    ],
  ])('reads %s', (english, chinese, more) => {
    expect(told('en', line(more))).toBe(english);
    expect(told('zh', line(more))).toBe(chinese);
  });

  test.each(locales)('has a sentence for every verb in %s, whatever its facts are', (locale) => {
    for (const verb of [...metricVerbs, 'unknown'] as const) {
      for (const after of [{}, { value: 'odd', standing: 3, source: null, claims: 'x' }, { value: [value] }]) {
        expect(told(locale, line({ verb, after, claim: null }))).toMatch(/^[^{}<>]+$/);
      }
    }
  });
});

import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { type Form, type Verb, verbs } from '#lib/domain/review/history';
import { type Locale, locales } from './locale';
import { messagesOf } from './messages';

const values = {
  ...{ name: 'Ann', claim: 4, paragraph: 3, verdict: '', previous: '', kind: 'a quote', previousKind: 'a figure' },
  ...{
    speaker: 'Lin',
    previousSpeaker: 'Su',
    source: 'Annual report',
    previousSource: 'Filing',
    file: 'filing.pdf',
    stance: 'against',
    sources: 0,
    count: 2,
    pass: '',
    shown: 0,
  },
  ...{ fields: 'title and link', previousTitle: 'Old', previousWords: '375', reading: '$5', answers: 'word for word' },
  ...{
    weight: 'key',
    metric: 'OpenAI · headcount',
    previousMetric: 'OpenAI · staff',
    given: '335 people',
    derived: '4 ÷ 2 = 2',
    correction: 'It had 375.',
    report: 2,
  },
  ...{ revision: 2, restored: 1, waiting: 1, gone: 0 },
  ...{ who: 'Bo', due: 'Feb 1, 2026', required: 2 },
  b: (held: string) => held,
  link: (held: string) => held,
};

function told(locale: Locale, verb: Verb, form: Form, more: Partial<typeof values> = {}): string {
  const onError = (error: Error) => {
    throw error;
  };
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'history.did', onError });
  return t.markup(verb, { ...values, ...more, form });
}

test.each<[string, string, Verb, Form, Partial<typeof values>]>([
  [
    'Ann judged claim 4 disputed (it was verified), with 2 sources added',
    'Ann 把主张 4 改判为存疑（原为属实），并添加了 2 个来源',
    ...(['claim-judged', 'changed', { sources: 2 }] as const),
  ],
  ['Ann judged claim 4 disputed', 'Ann 把主张 4 判为存疑', 'claim-judged', 'plain', {}],
  [
    'Ann judged claim 4 disputed, with 1 source added',
    'Ann 把主张 4 判为存疑，并添加了 1 个来源',
    ...(['claim-judged', 'plain', { sources: 1 }] as const),
  ],
  ['Ann judged claim 4', 'Ann 对主张 4 作出了判断', 'claim-judged', 'hidden', {}],
  [
    'Ann assigned claim 4 to Bo, due Feb 1, 2026',
    'Ann 把主张 4 分配给 Bo，期限 Feb 1, 2026',
    'claim-assigned',
    'due',
    {},
  ],
  ['Ann commented on paragraph 3', 'Ann 评论了第 3 段', 'comment-added', 'paragraph', {}],
  ['Ann dismissed 2 suggestions', 'Ann 忽略了 2 条建议', 'suggestions-dismissed', 'plain', {}],
])('%s', (english, chinese, verb, form, more) => {
  expect(told('en', verb, form, { verdict: 'disputed', previous: 'verified', ...more })).toBe(english);
  expect(told('zh', verb, form, { verdict: '存疑', previous: '属实', ...more })).toBe(chinese);
});

test.each(locales)('every verb makes a sentence in every form, in %s', (locale) => {
  const forms: Form[] = [
    'plain',
    'title',
    'same',
    'aside',
    'blind',
    'spoken',
    'reworded',
    'kind',
    'worthy',
    'weighed',
    'unworthy',
  ];
  const more: Form[] = ['speaker', 'reattributed', 'unspoken', 'changed', 'kept', 'hidden', 'reread', 'cleared', 'due'];
  for (const verb of verbs) {
    for (const form of [...forms, ...more, 'claim', 'paragraph'] as Form[]) {
      const sentence = told(locale, verb, form, { verdict: 'false', previous: 'verified' });
      expect(sentence).toMatch(/^Ann \S.*[^\s,，]$/u);
      expect(sentence).not.toMatch(/[{}<>]| {2}/);
    }
  }
});

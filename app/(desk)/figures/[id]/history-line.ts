import type { MetricLine } from '#lib/domain/ledger/ledger';
import { type MetricStanding } from '#lib/domain/ledger/metric-standing';

export type LineForm = 'plain' | 'source' | 'aliases' | 'into' | 'from' | MetricStanding;

/** What a line of a metric's history tells, as values for its sentence; what it does not hold is blank or 0. */
export type LineTold = {
  form: LineForm;
  claim: number;
  article: string;
  /** The article to link to, if the claim is still there. */
  articleId: string | null;
  hasValue: 'yes' | 'no';
  value: string;
  source: string;
  before: string;
  after: string;
  count: number;
};

const textIn = (facts: MetricLine['after'], name: string): string => {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
};
const numberIn = (facts: MetricLine['after'], name: string): number => {
  const value = facts[name];
  return typeof value === 'number' ? value : 0;
};

/** A line in a reader's language. Its facts outlive this code: what is not of the expected shape is left out. */
export function lineTold({ verb, claim, before, after }: MetricLine, language: 'en' | 'zh'): LineTold {
  const reads = after.value;
  const value =
    reads !== null && typeof reads === 'object' && !Array.isArray(reads)
      ? textIn(reads as MetricLine['after'], language)
      : '';
  const isMove = verb === 'merged' || verb === 'separated';
  return {
    form: formOf({ verb, before, after }),
    claim: claim?.number ?? numberIn(after, 'number'),
    article: claim?.article ?? textIn(after, 'article'),
    articleId: claim?.articleId ?? null,
    ...{ hasValue: value ? 'yes' : 'no', value },
    source: textIn(after, 'source'),
    before: isMove ? textIn(after, 'from') : textIn(before, 'name'),
    after: isMove ? textIn(after, 'into') : textIn(after, 'name'),
    count: numberIn(after, 'claims'),
  };
}

function formOf({ verb, before, after }: Pick<MetricLine, 'verb' | 'before' | 'after'>): LineForm {
  switch (verb) {
    case 'standing':
      return after.standing === 'settled' || after.standing === 'disputed' ? after.standing : 'open';
    case 'figure-changed':
      return textIn(after, 'source') ? 'source' : 'plain';
    case 'named':
      return before.name === after.name ? 'aliases' : 'plain';
    case 'merged':
    case 'separated':
      return textIn(after, 'into') ? 'into' : 'from';
    default:
      return 'plain';
  }
}

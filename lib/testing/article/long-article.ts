/** An article as long as a desk will meet, with claims nested and crossing all over it: for benches and tests of exports. */

import { standings } from '#lib/domain/claims/standing';
import type { ReviewView } from '#lib/domain/review/review';
import { claimKinds } from '#lib/reading/claim-kinds';
import {
  claimView,
  evidenceView,
  figureView,
  judgementView,
  paragraphView,
  reviewView,
  sourceView,
  speakerView,
} from './factories';

const sentence = '训练一次要花300到460万美元，公司约有375人。';

/** `length`: UTF-16 units of the whole text, in paragraphs of 500; claims are spread evenly and each has a long rationale. */
export function longArticle(length: number, claimCount: number): ReviewView {
  const paragraphCount = Math.max(1, Math.round(length / 500));
  const text = sentence.repeat(20).slice(0, 500);
  const rationale = sentence.repeat(16);
  const sources = Array.from({ length: 300 }, (_, index) =>
    sourceView({ id: `s${index}`, url: `https://example.org/${index}` }),
  );
  const people = Array.from({ length: 5 }, (_, index) => ({ id: `r${index}`, name: `Reviewer ${index}` }));
  const paragraphs = Array.from({ length: paragraphCount }, (_, index) => paragraphView({ number: index + 1, text }));
  const claims = Array.from({ length: claimCount }, (_, index) => {
    const start = (index * 37) % 400;
    const end = start + 10 + ((index * 13) % 80);
    const pick = <T>(values: readonly T[], step: number): T => values[(index * step) % values.length] as T;
    return claimView({
      ...{
        number: index + 1,
        paragraphId: `p${1 + (index % paragraphCount)}`,
        start,
        end,
        exact: text.slice(start, end),
      },
      ...{ kind: pick(claimKinds, 1), standing: pick(standings, 1) },
      speaker: index % 40 === 0 ? null : speakerView({ id: `${index % 40}` }),
      figure: index % 5 === 1 ? figureView() : null,
      judgements: [
        judgementView({ reviewer: pick(people, 1), rationale }),
        judgementView({ reviewer: pick(people, 3), verdict: 'disputed', rationale }),
      ],
      evidence: [
        evidenceView({ source: pick(sources, 7), excerpt: sentence }),
        evidenceView({ source: pick(sources, 11), stance: 'refutes', excerpt: sentence }),
      ],
    });
  });
  return reviewView({ article: { language: 'zh-Hans' }, paragraphs, claims });
}

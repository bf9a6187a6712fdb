import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { reportContent } from '#lib/domain/report/content';
import { ratingScales } from '#lib/domain/report/rating-scale';
import { claimView, reviewView } from '#lib/testing/article/factories';
import { cardAsSvg, wrapTitle } from './report-card';

test.each([
  ['大模型这笔账到底怎么算才对', 5, 2, ['大模型这笔', '账到底怎…']],
  ['A cent an answer', 20, 3, ['A cent an answer']],
  ['A cent an answer', 4, 3, ['A cent', 'an', 'answer']],
  ['Supercalifragilistic', 4, 1, ['Superca…']],
  ['', 10, 2, ['']],
])('wraps %j at %d ems', (title, most, count, lines) => {
  expect(wrapTitle(title, most, count)).toEqual(lines);
});

test.each(['A <b>&"\u0000 title 🙂', '大模型这笔账', ''])('draws a picture under %j', (title) => {
  const view = reviewView({ article: { title }, claims: [claimView({ standing: 'false' })] });
  const setting = { desk: 'Desk & co', scale: ratingScales[0], withNames: true, withText: false };
  const words = { kind: 'Report 1', settled: '1 of 1', score: '0', interval: '0 to 98' };
  const svg = cardAsSvg(reportContent(view, setting), words, () => true);
  const { width, height } = new Resvg(svg).render();
  expect({ width, height }).toEqual({ width: 1200, height: 630 });
});

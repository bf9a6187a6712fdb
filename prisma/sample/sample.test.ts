import { describe, expect, it } from 'vitest';
import { sampleEn } from './en';
import { sampleReviewers, sampleSpeakers } from './people';
import { sampleSources } from './sources';
import type { SampleArticle, SampleClaim } from './types';
import { sampleZh } from './zh';

const articles = [sampleZh, sampleEn];
const kinds: SampleClaim['kind'][] = ['quote', 'figure', 'fact', 'prediction', 'opinion'];
const needsEvidence = new Set(['verified', 'disputed', 'false']);

type Span = { paragraph: number; start: number; end: number };

/** The place of a claim, or null when its text does not occur often enough in its paragraph. */
function spanOf(article: SampleArticle, claim: SampleClaim): Span | null {
  const text = article.paragraphs[claim.paragraph]?.text ?? '';
  let start = text.indexOf(claim.exact);
  for (let left = claim.occurrence ?? 0; left > 0 && start >= 0; left -= 1) {
    start = text.indexOf(claim.exact, start + 1);
  }
  return start < 0 ? null : { paragraph: claim.paragraph, start, end: start + claim.exact.length };
}

function pairs(article: SampleArticle): [Span, Span][] {
  const spans = article.claims.map((claim) => spanOf(article, claim)).filter((span) => span !== null);
  return spans.flatMap((one, index) => spans.slice(index + 1).map((other): [Span, Span] => [one, other]));
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.paragraph === outer.paragraph && inner.start >= outer.start && inner.end <= outer.end;
}

function isContested(claim: SampleClaim): boolean {
  return new Set(claim.judgements?.map((judgement) => judgement.verdict)).size > 1;
}

const isJudged = (claim: SampleClaim) => (claim.judgements ?? []).length > 0;

function ownText(article: SampleArticle): string[] {
  return article.paragraphs.filter((paragraph) => paragraph.kind !== 'boilerplate').map((paragraph) => paragraph.text);
}

describe.each(articles)('sample article $key', (article) => {
  it.each(article.claims)('has “$exact” in the paragraph it names', (claim) => {
    expect(claim.exact.length).toBeGreaterThan(0);
    expect(claim.exact).toBe(claim.exact.trim());
    expect(spanOf(article, claim)).not.toBeNull();
    expect(article.paragraphs[claim.paragraph]?.kind).not.toBe('boilerplate');
  });

  it('keeps each claim within one paragraph and marks no span twice', () => {
    for (const claim of article.claims) expect(claim.exact).not.toMatch(/[\r\n]/);
    for (const paragraph of article.paragraphs) expect(paragraph.text).not.toMatch(/[\r\n]/);
    for (const [one, other] of pairs(article)) expect(one).not.toEqual(other);
  });

  it('marks a quotation without its quotation marks', () => {
    for (const claim of article.claims.filter((claim) => claim.kind === 'quote')) {
      const span = spanOf(article, claim);
      const text = article.paragraphs[claim.paragraph]?.text ?? '';
      expect(claim.exact).not.toMatch(/[“”]/);
      expect(text.charAt((span?.start ?? 0) - 1) + text.charAt(span?.end ?? 0)).toBe('“”');
      expect(claim.speaker).toBeDefined();
    }
  });

  it('has evidence for every claim that someone verified, disputed or called false', () => {
    for (const claim of article.claims) {
      const verdicts = [...(claim.judgements ?? []), ...(claim.adjudication ? [claim.adjudication] : [])];
      if (verdicts.some(({ verdict }) => needsEvidence.has(verdict))) {
        expect(claim.evidence?.length ?? 0, claim.exact).toBeGreaterThan(0);
      }
    }
  });

  it('has at most one judgement per claim and reviewer', () => {
    for (const claim of article.claims) {
      const reviewers = claim.judgements?.map((judgement) => judgement.by) ?? [];
      expect(new Set(reviewers).size, claim.exact).toBe(reviewers.length);
    }
  });

  it('names only speakers, sources and reviewers that exist', () => {
    const speakers = new Set(sampleSpeakers.map((speaker) => speaker.key));
    const sources = new Set(sampleSources.map((source) => source.key));
    const reviewers = new Set<string>(sampleReviewers.map((reviewer) => reviewer.key));
    for (const claim of article.claims) {
      if (claim.speaker) expect(speakers).toContain(claim.speaker);
      for (const { source } of claim.evidence ?? []) expect(sources).toContain(source);
      for (const { by } of claim.judgements ?? []) expect(reviewers).toContain(by);
    }
  });

  it('has claims of every kind, 20 to 24 in all, most of them judged', () => {
    expect(new Set(article.claims.map((claim) => claim.kind))).toEqual(new Set(kinds));
    expect(article.claims.length).toBeGreaterThanOrEqual(20);
    expect(article.claims.length).toBeLessThanOrEqual(24);
    const share = article.claims.filter(isJudged).length / article.claims.length;
    expect(share).toBeGreaterThan(0.55);
    // Work is left to do in each, though one has come far enough for a score.
    expect(share).toBeLessThan(0.8);
  });

  it('has every verdict', () => {
    const verdicts = article.claims.flatMap((claim) => claim.judgements?.map((judgement) => judgement.verdict) ?? []);
    expect(new Set(verdicts)).toEqual(new Set([...needsEvidence, 'unverifiable', 'not-checkable']));
  });

  it('has a contested claim that awaits the editor, and one ruled on over dissent', () => {
    const contested = article.claims.filter(isContested);
    expect(contested.filter((claim) => !claim.adjudication)).toHaveLength(1);
    expect(contested.filter((claim) => claim.adjudication)).toHaveLength(1);
  });

  it('has a figure nested in a quotation', () => {
    const inQuote = article.claims
      .filter((claim) => claim.kind === 'figure')
      .filter((figure) =>
        article.claims.some((quote) => {
          const inner = spanOf(article, figure);
          const outer = spanOf(article, quote);
          return quote.kind === 'quote' && inner !== null && outer !== null && isInside(inner, outer);
        }),
      );
    expect(inQuote.length).toBeGreaterThan(0);
  });

  it('has two claims that cross', () => {
    const crossing = pairs(article).filter(
      ([one, other]) =>
        one.paragraph === other.paragraph &&
        one.start < other.end &&
        other.start < one.end &&
        !isInside(one, other) &&
        !isInside(other, one),
    );
    expect(crossing.length).toBeGreaterThan(0);
  });

  it('uses curly quotation marks, opened and closed in turn', () => {
    for (const text of ownText(article)) {
      expect(text).not.toMatch(/["「」『』]/);
      expect(text.replace(/[^“”]/g, '')).toMatch(/^(“”)*$/);
    }
  });

  it('has one heading', () => {
    expect(article.paragraphs.filter((paragraph) => paragraph.kind === 'heading')).toHaveLength(1);
  });

  it('keeps rationales, reasons and excerpts short', () => {
    for (const claim of article.claims) {
      for (const { excerpt } of claim.evidence ?? []) expect(excerpt.length).toBeLessThanOrEqual(160);
      for (const { rationale } of claim.judgements ?? []) expect(rationale.length).toBeLessThanOrEqual(200);
      if (claim.adjudication) expect(claim.adjudication.reason.length).toBeLessThanOrEqual(240);
    }
  });
});

describe('sample sources and people', () => {
  it('have unique keys', () => {
    for (const list of [sampleSources, sampleSpeakers, sampleReviewers, articles]) {
      const keys = list.map((entry) => entry.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('trace a repeat to an original in one step', () => {
    for (const source of sampleSources.filter((source) => source.origin)) {
      const origin = sampleSources.find((other) => other.key === source.origin);
      expect(origin, source.key).toBeDefined();
      expect(origin?.origin, source.key).toBeUndefined();
    }
  });

  it('have well-formed dates and addresses', () => {
    for (const source of sampleSources) {
      if (source.published) expect(source.published).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source.accessed).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect((source.published ?? source.accessed) <= source.accessed, source.key).toBe(true);
      if (source.url) expect(new URL(source.url).protocol).toBe('https:');
    }
  });

  it('are all used', () => {
    const claims = articles.flatMap((article) => article.claims);
    const usedSources = new Set(claims.flatMap((claim) => claim.evidence?.map(({ source }) => source) ?? []));
    for (const source of sampleSources) expect(usedSources).toContain(source.key);
    const usedSpeakers = new Set(claims.map((claim) => claim.speaker));
    for (const speaker of sampleSpeakers) expect(usedSpeakers).toContain(speaker.key);
  });

  it('say of every document of the desk’s own that it is one', () => {
    for (const source of sampleSources.filter((source) => source.publisher === '样稿资料 / Sample file')) {
      expect(source.url).toBeNull();
      expect(source.note).toMatch(/样稿自备资料|sample desk/);
    }
  });
});

describe('sample articles', () => {
  it('are as long as their kind: about 1,000 characters and about 600 words', () => {
    const characters = ownText(sampleZh).join('').length;
    expect(characters).toBeGreaterThan(900);
    expect(characters).toBeLessThan(1_200);
    const words = ownText(sampleEn).join(' ').split(/\s+/).length;
    expect(words).toBeGreaterThan(550);
    expect(words).toBeLessThan(700);
  });

  it('end with a share line only in the Chinese one', () => {
    expect(sampleZh.paragraphs.at(-1)).toEqual({ kind: 'boilerplate', text: '本刊微信 2023-02-14 10:44:48' });
    expect(sampleEn.paragraphs.filter((paragraph) => paragraph.kind === 'boilerplate')).toHaveLength(0);
  });
});

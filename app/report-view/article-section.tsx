import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { ReportClaim, ReportContent } from '#lib/domain/report/content';
import type { Tone } from '#ui/tag';
import { toneOf } from '../words/standing';
import { Heading } from './heading';
import { inks } from './inks';

type ArticleSectionProps = { report: ReportContent; claimHref: (number: number) => string };

/** The article with its claims underlined and numbered, where the text is published with the report. */
export function ArticleSection({ report: { article, paragraphs, claims }, claimHref }: ArticleSectionProps) {
  const t = useTranslations('report');
  const inParagraph = new Map<number, ReportClaim[]>();
  for (const claim of claims) {
    const some = inParagraph.get(claim.paragraph) ?? [];
    some.push(claim);
    inParagraph.set(claim.paragraph, some);
  }
  if (paragraphs.every(({ text }) => text === null)) return null;
  return (
    <section>
      <Heading>{t('article')}</Heading>
      <div lang={article.language} className="max-w-[42em] font-serif text-[15px]/[1.75] wrap-anywhere">
        {paragraphs.map(({ number, kind, text }) => {
          if (text === null) return null;
          const parts = <Marked text={text} claims={inParagraph.get(number) ?? []} claimHref={claimHref} />;
          if (kind === 'heading') {
            return (
              <h3 key={number} className="mt-5 mb-1 font-semibold break-after-avoid">
                {parts}
              </h3>
            );
          }
          return (
            <p key={number} className={`my-2 ${kind === 'list-item' ? 'ml-5' : ''}`}>
              {parts}
            </p>
          );
        })}
      </div>
    </section>
  );
}

const underlines: Record<Tone, string> = {
  verified: 'decoration-verified',
  disputed: 'decoration-disputed',
  false: 'decoration-false',
  contested: 'decoration-contested',
  unverifiable: 'decoration-unverifiable',
  open: 'decoration-open',
  accent: 'decoration-accent',
};

type MarkedProps = { text: string; claims: ReportClaim[]; claimHref: (number: number) => string };

/** A paragraph cut where claims begin and end; each claim's number stands after its last word. */
function Marked({ text, claims, claimHref }: MarkedProps) {
  const cuts = [...new Set([0, text.length, ...claims.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    const over = claims.filter(({ start, end }) => start < to && end > from);
    const ending = claims.filter(({ start, end }) => end === to && start < to);
    const innermost = over.reduce<ReportClaim | null>(
      (least, claim) => (least && least.end - least.start <= claim.end - claim.start ? least : claim),
      null,
    );
    const words = text.slice(from, to);
    return (
      <Fragment key={from}>
        {innermost ? (
          <span className={`underline decoration-2 underline-offset-4 ${underlines[toneOf(innermost.standing)]}`}>
            {words}
          </span>
        ) : (
          words
        )}
        {ending.map(({ number, standing }) => (
          <sup key={number} className="num font-sans text-[10px] leading-none">
            <a href={claimHref(number)} className={`px-0.5 font-semibold ${inks[toneOf(standing)]}`}>
              {number}
            </a>
          </sup>
        ))}
      </Fragment>
    );
  });
}

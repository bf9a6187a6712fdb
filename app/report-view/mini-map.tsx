import { useTranslations } from 'next-intl';
import type { ReportClaim, ReportContent } from '#lib/domain/report/content';
import { toneOf } from '../words/standing';

/** Beyond so many claims they are too small to press, and too many to send as links of their own. */
const linkedAtMost = 1_000;

type MiniMapProps = { report: Pick<ReportContent, 'paragraphs' | 'claims'>; claimHref: (number: number) => string };

/** The article in small: a line for each paragraph, as long as it is, with its claims in the colours of their standings. */
export function MiniMap({ report: { paragraphs, claims }, claimHref }: MiniMapProps) {
  const t = useTranslations('report');
  const words = useTranslations('words.standing');
  const inParagraph = new Map<number, ReportClaim[]>();
  for (const claim of claims) {
    const some = inParagraph.get(claim.paragraph) ?? [];
    some.push(claim);
    inParagraph.set(claim.paragraph, some);
  }
  const longest = Math.max(1, ...paragraphs.map(({ length }) => length));
  return (
    <figure className="mt-5 break-inside-avoid">
      <figcaption className="mb-1.5 text-[12px] text-ink-3">{t('map')}</figcaption>
      {/* The tables below say the same to those who do not see it. */}
      <div
        aria-hidden="true"
        className={paragraphs.length > 24 ? 'columns-2 gap-x-6 sm:columns-3' : 'columns-1 sm:columns-2 sm:gap-x-6'}
      >
        {paragraphs.map(({ number, length }) => (
          <div key={number} className="flex h-[9px] items-center break-inside-avoid">
            <div
              className="relative h-[5px] min-w-1 rounded-full bg-line-2"
              style={{
                width: `${(length / longest) * 100}%`,
                backgroundImage:
                  claims.length > linkedAtMost ? bands(inParagraph.get(number) ?? [], length) : undefined,
              }}
            >
              {claims.length <= linkedAtMost &&
                inParagraph.get(number)?.map((claim) => (
                  <a
                    key={claim.number}
                    href={claimHref(claim.number)}
                    title={`${claim.number} · ${words(claim.standing)} · ${claim.exact}`}
                    tabIndex={-1}
                    className="absolute inset-y-0 min-w-[3px] rounded-full hover:-inset-y-0.5"
                    style={{
                      left: `${(claim.start / Math.max(1, length)) * 100}%`,
                      width: `${((claim.end - claim.start) / Math.max(1, length)) * 100}%`,
                      background: `var(--${toneOf(claim.standing)})`,
                    }}
                  >
                    <span className="sr-only">{claim.number}</span>
                  </a>
                ))}
            </div>
          </div>
        ))}
      </div>
    </figure>
  );
}

/** Claims in a paragraph of this length as one picture: a layer for each, the shortest on top. */
function bands(claims: ReportClaim[], length: number): string | undefined {
  const percent = (at: number) => `${Math.round((at / Math.max(1, length)) * 1_000) / 10}%`;
  const layers = claims
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))
    .map(({ start, end, standing }) => {
      const [from, to] = [percent(start), percent(end)];
      return `linear-gradient(90deg,#0000 ${from},var(--${toneOf(standing)}) ${from} ${to},#0000 ${to})`;
    });
  return layers.length > 0 ? layers.join() : undefined;
}

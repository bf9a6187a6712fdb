import { useTranslations } from 'next-intl';
import type { ReportClaim, ReportContent } from '#lib/domain/report/content';
import { fills, percentOf, type Tone } from '#ui/tag';
import { toneOf } from '../words/standing';

/** Beyond so many claims they are too small to press, and too many to send as shapes of their own. */
const linkedAtMost = 1_000;

type MiniMapProps = {
  report: Pick<ReportContent, 'paragraphs' | 'claims'>;
  /** Where a claim's own page is, but for its number. */
  claimAt: string;
};

/** The article in small: a line for each paragraph, as long as it is, with its claims in the colours of their standings. */
export function MiniMap({ report: { paragraphs, claims }, claimAt }: MiniMapProps) {
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
        className={`report-map ${paragraphs.length > 24 ? 'columns-2 gap-x-6 sm:columns-3' : 'columns-1 sm:columns-2 sm:gap-x-6'}`}
      >
        {paragraphs.map(({ number, length }) => (
          <div key={number}>
            {claims.length > linkedAtMost ? (
              <svg
                aria-hidden="true"
                width={percentOf(length / longest)}
                viewBox={`0 0 ${bandUnits} 9`}
                preserveAspectRatio="none"
              >
                <rect className="fill-line-2" y="2" width={bandUnits} height="5" />
                <Bands claims={inParagraph.get(number) ?? []} length={length} />
              </svg>
            ) : (
              <svg aria-hidden="true" width={percentOf(length / longest)}>
                <rect className="fill-line-2" y="2" width="100%" height="5" rx="2.5" />
                {inParagraph.get(number)?.map((claim) => (
                  <a key={claim.number} href={`${claimAt}${claim.number}`} tabIndex={-1} className="group">
                    <title>{`${claim.number} · ${words(claim.standing)} · ${claim.exact}`}</title>
                    <Band claim={claim} length={length} />
                  </a>
                ))}
              </svg>
            )}
          </div>
        ))}
      </div>
    </figure>
  );
}

/** The length of a paragraph's line in its own units: a claim's place is given in whole ones. */
const bandUnits = 1_000;
/** The shortest band that is still seen, in the same units. */
const leastBand = 15;

/** Painted one over the other: what a reader must not miss comes last. */
const toneOrder: Tone[] = ['open', 'verified', 'unverifiable', 'disputed', 'contested', 'false'];

/** Claims in a paragraph of this length: one shape for all that stand alike. */
function Bands({ claims, length }: { claims: ReportClaim[]; length: number }) {
  const places = new Map<Tone, string>();
  for (const { start, end, standing } of claims) {
    const tone = toneOf(standing);
    const from = Math.round((start / Math.max(1, length)) * bandUnits);
    const width = Math.max(leastBand, Math.round(((end - start) / Math.max(1, length)) * bandUnits));
    places.set(tone, `${places.get(tone) ?? ''}M${from} 2h${width}v5h-${width}`);
  }
  return toneOrder.map((tone) => places.has(tone) && <path key={tone} className={fills[tone]} d={places.get(tone)} />);
}

/** A claim's place in a paragraph of this length; taller under the mouse, and never too narrow to see. */
function Band({ claim: { start, end, standing }, length }: { claim: ReportClaim; length: number }) {
  const share = (end - start) / Math.max(1, length);
  const x = percentOf(start / Math.max(1, length));
  const look = `${fills[toneOf(standing)]} group-hover:[y:0] group-hover:[height:9px]`;
  return (
    <>
      {share < 0.02 && <rect className={look} x={x} y="2" width="3" height="5" rx="1.5" />}
      <rect className={look} x={x} y="2" width={percentOf(share)} height="5" rx="2.5" />
    </>
  );
}

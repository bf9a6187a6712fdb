import type { Standing } from '#lib/domain/claims/standing';

/** How a standing looks on a plot: a colour, a line and a shape, so that no one of them is needed alone. */
export type Glyph = {
  shape: 'dot' | 'check' | 'diamond' | 'cross' | 'triangle' | 'square';
  colour: string;
  dash?: string;
};

const glyphs: Record<Standing, Glyph> = {
  open: { shape: 'dot', colour: 'var(--open)' },
  verified: { shape: 'check', colour: 'var(--verified)' },
  disputed: { shape: 'diamond', colour: 'var(--disputed)', dash: '7 3' },
  false: { shape: 'cross', colour: 'var(--false)', dash: '2 2' },
  contested: { shape: 'triangle', colour: 'var(--contested)', dash: '10 2 3 2' },
  unverifiable: { shape: 'square', colour: 'var(--unverifiable)', dash: '4 4' },
  'not-checkable': { shape: 'square', colour: 'var(--unverifiable)', dash: '4 4' },
};

export const glyphOf = (standing: Standing): Glyph => glyphs[standing];

/** A standing's shape, about 13 px wide, on a ground that keeps it off its own line. */
export function StandingGlyph({ glyph: { shape, colour }, x, y }: { glyph: Glyph; x: number; y: number }) {
  const solid = { fill: colour, stroke: 'var(--paper)', strokeWidth: 1.5 };
  const place = `translate(${x} ${y})`;
  switch (shape) {
    case 'dot':
      return <circle transform={place} r="5.5" {...solid} />;
    case 'check':
      return (
        <g transform={place}>
          <circle r="7.2" {...solid} />
          <path d="M-3.2 .2l2.3 2.4 4.2-4.8" fill="none" stroke="var(--paper)" strokeWidth="1.7" />
        </g>
      );
    case 'diamond':
      return <path transform={place} d="M0-7.8 7.8 0 0 7.8-7.8 0z" {...solid} />;
    case 'cross':
      return (
        <g transform={place} fill="none" strokeLinecap="square">
          <path d="M-4.6-4.6 4.6 4.6M4.6-4.6-4.6 4.6" stroke="var(--paper)" strokeWidth="6.5" />
          <path d="M-4.6-4.6 4.6 4.6M4.6-4.6-4.6 4.6" stroke={colour} strokeWidth="3" />
        </g>
      );
    case 'triangle':
      return <path transform={place} d="M0-7.6 7.6 5.8H-7.6z" {...solid} />;
    case 'square':
      return <rect transform={place} x="-5.6" y="-5.6" width="11.2" height="11.2" rx="1" {...solid} />;
  }
}

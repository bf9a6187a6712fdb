import type { Share } from '#lib/domain/statistics/share';
import { percentOf } from '#ui/tag';

/** A share and its interval between 0 and 1. The cells beside it say the same. */
export function ShareBar({ share: { share, low, high } }: { share: Share }) {
  return (
    <svg aria-hidden="true" className="block h-3.5 w-full min-w-20 overflow-visible">
      <rect className="fill-line-2" y="6" width="100%" height="2" />
      <rect
        className="fill-disputed opacity-40"
        x={percentOf(low)}
        y="4.5"
        width={percentOf(high - low)}
        height="5"
        rx="2.5"
      />
      <circle className="fill-disputed" cx={percentOf(share)} cy="7" r="3.5" />
    </svg>
  );
}

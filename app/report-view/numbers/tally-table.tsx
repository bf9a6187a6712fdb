import type { RatingScale } from '#lib/domain/report/rating-scale';
import type { Tally } from '#lib/domain/report/report';
import { useStandingName } from '../../words/standing-name';
import { cell, headCell } from '../heading';

const columns = ['verified', 'disputed', 'false', 'contested', 'unverifiable', 'open'] as const;

/** Many columns on a phone: their heads are written downwards. */
const upright = 'max-sm:align-bottom max-sm:text-end max-sm:[writing-mode:vertical-rl]';

type TallyTableProps = {
  head: string;
  rows: { name: string; detail: string | null; tally: Tally }[];
  scale: RatingScale;
};

/** Standings counted by whatever the rows are; columns that would hold nothing are left out. */
export function TallyTable({ head, rows, scale }: TallyTableProps) {
  const standingName = useStandingName(scale);
  const shown = columns.filter((standing) => rows.some(({ tally }) => tally.standings[standing] > 0));
  return (
    <table className="w-full border-collapse text-[13.5px]">
      <thead>
        <tr>
          <th className={headCell}>{head}</th>
          {shown.map((standing) => (
            <th key={standing} className={`${headCell} text-right ${shown.length > 3 ? upright : ''}`}>
              {standingName(standing)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, detail, tally }) => (
          <tr key={`${name} ${detail}`} className="break-inside-avoid">
            <td className={cell}>
              {name}
              {detail && <span className="block text-[12.5px] text-ink-3">{detail}</span>}
            </td>
            {shown.map((standing) => (
              <td key={standing} className={`${cell} num text-right ${tally.standings[standing] ? '' : 'text-ink-3'}`}>
                {tally.standings[standing]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

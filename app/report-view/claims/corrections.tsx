import type { Listing } from '../listing';
import { LongRows, RowsLeftOut } from '../long-list';
import type { ClaimRow, RowsAbout } from './claim-row';
import { CorrectionRows } from './claim-rows';

type CorrectionsProps = { rows: ClaimRow[]; about: RowsAbout; listing: Listing };

/** Claims that do not hold or that reviewers differ on, each with what the article should say instead. */
export function Corrections({ rows, about, listing }: CorrectionsProps) {
  return (
    <>
      <ul className="report-rows report-corrections text-[13.5px]">
        <LongRows rows={rows} list="corrections" listing={listing} note={(text) => <li>{text}</li>}>
          {(part) => <CorrectionRows rows={part} about={about} listing={listing} />}
        </LongRows>
      </ul>
      <RowsLeftOut total={rows.length} list="corrections" listing={listing} />
    </>
  );
}

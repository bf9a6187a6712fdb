'use client';

import { type ReactNode, useCallback, useMemo } from 'react';
import { CorrectionTool } from '../../../../report-view/claims/correction-tool';
import { CorrectionField } from './correction-field';

/** A claim for which the reader may write a correction. `proposed` is worked out of the sources. */
export type CorrectionToolRow = readonly [number: number, claimId: string, edition: number, proposed: string | null];

type CorrectionToolsProps = { articleId: string; language: string; tools: CorrectionToolRow[]; children: ReactNode };

/** Puts a field for a correction beside each claim of the report below for which the reader may write one. */
export function CorrectionTools({ articleId, language, tools, children }: CorrectionToolsProps) {
  const byNumber = useMemo(() => new Map(tools.map((tool) => [tool[0], tool])), [tools]);
  const draw = useCallback(
    ({ number, correction }: { number: number; correction: string | null }) => {
      const tool = byNumber.get(number);
      if (!tool) return null;
      const [, claimId, edition, proposed] = tool;
      return (
        <CorrectionField
          key={edition}
          claim={{ articleId, claimId, edition, number }}
          language={language}
          correction={correction}
          proposed={proposed}
        />
      );
    },
    [articleId, language, byNumber],
  );
  return <CorrectionTool value={draw}>{children}</CorrectionTool>;
}

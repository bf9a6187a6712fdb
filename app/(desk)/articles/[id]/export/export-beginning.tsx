'use client';

import type { Beginning } from '#lib/domain/exchange/export-preview';
import { StandingTag } from '../../../../words/standing';

const frame = 'max-h-56 overflow-auto rounded-lg border border-line bg-paper';

/** How a file begins, as it will look: a table, the article with its marks and comments, or the text itself. */
export function ExportBeginning({ beginning }: { beginning: Beginning }) {
  if (beginning.is === 'text') {
    return (
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        className={`${frame} p-3 font-mono text-[11.5px]/[1.55] wrap-anywhere whitespace-pre-wrap text-ink-2`}
      >
        {beginning.text}
      </pre>
    );
  }
  if (beginning.is === 'table') return <Table columns={beginning.columns} rows={beginning.rows} />;
  const { language, segments, comments } = beginning;
  return (
    <div className={`${frame} grid gap-4 p-4 sm:grid-cols-[1fr_240px]`}>
      <p lang={language} className="font-serif text-[15px]/[1.9]">
        {segments.map(({ text, standing }, index) =>
          standing ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a preview is replaced as a whole
            <mark key={index} className="claim-mark" data-selected data-standing={standing}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
      <ul className="grid content-start gap-2">
        {comments.map(({ number, standing, text }) => (
          <li key={number} className="rounded-md border border-line bg-sheet px-2.5 py-1.5 text-[12px]/[1.45]">
            <span className="num mr-1.5 text-ink-3">#{number}</span>
            <StandingTag standing={standing} />
            <span className="mt-1 line-clamp-3 whitespace-pre-line text-ink-2">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Table({ columns, rows }: { columns: string[]; rows: string[][] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <div tabIndex={0} className={frame}>
      <table className="border-separate border-spacing-0 text-[12px]/[1.45]">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="sticky top-0 border-r border-b border-line bg-wash px-2 py-1 text-left font-semibold whitespace-nowrap"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a preview is replaced as a whole
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={columns[column]} className="border-r border-b border-line-2 px-2 py-1 align-top">
                  <span className="line-clamp-3 w-max max-w-60 whitespace-pre-line">{cell}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

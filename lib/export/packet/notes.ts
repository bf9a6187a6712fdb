import type { ExportWords } from '#lib/export/export-words';
import type { listedClaims } from '#lib/export/listed-claims';

/** The notes on sources, calls among them, as plain text: each under the source's number, title and facts. */
export function* sourceNotes(
  { sources }: Pick<ReturnType<typeof listedClaims>, 'sources'>,
  words: ExportWords,
): Generator<string> {
  for (const { citation, title, publisher, kind, published, accessed, note } of sources) {
    if (!note) continue;
    const dates = [published, accessed].flatMap((date) => (date ? [words.date(date)] : []));
    const facts = [words.sourceKind[kind], publisher, ...dates].filter(Boolean).join(' · ');
    yield `[${citation}] ${title}\n${facts}\n\n${note}\n\n\n`;
  }
}

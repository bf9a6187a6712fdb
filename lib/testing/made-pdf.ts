/** PDFs written byte by byte, where a test needs one of many pages or of certain words. */

/** A PDF of pages with these contents (ISO 32000-1 §7.7 and §7.8), in Helvetica. */
export function pdfOf(contents: readonly string[]): Uint8Array {
  const groups = Array.from({ length: Math.ceil(contents.length / 100) }, (_, at) =>
    contents.slice(at * 100, at * 100 + 100),
  );
  const first = 4 + groups.length;
  const pageAt = (at: number) => `${first + 2 * at} 0 R`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${groups.map((_, at) => `${4 + at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...groups.map((group, at) => {
      const kids = group.map((_, page) => pageAt(100 * at + page)).join(' ');
      return `<< /Type /Pages /Parent 2 0 R /Count ${group.length} /Kids [${kids}] >>`;
    }),
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent ${4 + Math.floor(at / 100)} 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * at + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  const offsets: number[] = [];
  let file = '%PDF-1.4\n';
  for (const [at, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A PDF with one line of Latin text on each page. */
export const pdfOfLines = (lines: readonly string[]): Uint8Array =>
  pdfOf(lines.map((line) => `BT /F1 12 Tf 60 760 Td (${line.replaceAll(/[\\()]/g, '\\$&')}) Tj ET`));

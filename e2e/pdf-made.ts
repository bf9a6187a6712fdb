/** PDFs for journeys: printed by the browser, and written here where no printer makes such. */
import type { Browser } from '@playwright/test';

/** A page of each paragraph, in two columns, Chinese and English. */
export async function printPdf(browser: Browser, pages: string[]): Promise<Buffer> {
  const page = await browser.newPage();
  const sheets = pages.map(
    (text, at) => `<section><h1>第 ${at + 1} 章 · Part ${at + 1}</h1><div>${text}</div></section>`,
  );
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>
      body { font: 11pt/1.6 "Noto Serif CJK SC", serif }
      section { break-after: page }
      div { columns: 2; column-gap: 8mm; text-align: justify; hyphens: auto }
    </style><body lang="en">${sheets.join('')}`,
  );
  const pdf = await page.pdf({ format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' } });
  await page.close();
  return pdf;
}

/** Objects of a PDF, numbered from 1, of which the first is its catalogue. */
function writePdf(objects: string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF`,
    'latin1',
  );
}

/** A hundred pages on each branch; every page has some kilobytes that say nothing, as pictures do. */
export function longPdf(count: number): Buffer {
  const branches = Math.ceil(count / 100);
  const branch = (at: number) => 4 + at;
  const leaf = (page: number) => 4 + branches + 2 * page;
  const kids = Array.from({ length: branches }, (_, at) => `${branch(at)} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${kids}] /MediaBox [0 0 400 500] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (let at = 0; at < branches; at += 1) {
    const pages = Array.from({ length: Math.min(100, count - at * 100) }, (_, on) => `${leaf(at * 100 + on)} 0 R`);
    objects.push(`<< /Type /Pages /Parent 2 0 R /Count ${pages.length} /Kids [${pages.join(' ')}] >>`);
  }
  for (let page = 0; page < count; page += 1) {
    const drawn = `BT /F1 24 Tf 40 400 Td (This is sheet ${page + 1} of many.) Tj ET\n%${'x'.repeat(2_000)}\n`;
    const parent = branch(Math.floor(page / 100));
    objects.push(
      `<< /Type /Page /Parent ${parent} 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents ${leaf(page) + 1} 0 R >>`,
      `<< /Length ${drawn.length} >>\nstream\n${drawn}endstream`,
    );
  }
  return writePdf(objects);
}

/** Locked with a password that nobody knows. */
export function lockedPdf(): Buffer {
  const noise = 'ab'.repeat(32);
  return writePdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 0 /Kids [] >>',
      `<< /Filter /Standard /V 1 /R 2 /O <${noise}> /U <${noise}> /P -4 >>`,
    ],
    `/Encrypt 3 0 R /ID [<${'cd'.repeat(16)}> <${'cd'.repeat(16)}>]`,
  );
}

'use server';

import { z } from 'zod';
import { addArticle } from '#lib/data/articles';
import type { ArticleDraft } from '#lib/domain/article';
import { NewArticle } from '#lib/domain/input';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { decodeText } from '#lib/intake/decode';
import { draftFromText } from '#lib/intake/draft';
import { action } from '#lib/server/action';

function read(text: string, filename: string | undefined, now: Date): Result<ArticleDraft> {
  const drafted = draftFromText(text, { filename, today: now.toISOString().slice(0, 10) });
  if (drafted.ok) return accept(drafted.draft);
  const { code, limit = 0, paragraph = 0 } = drafted;
  return refuse(code, { values: { limit, paragraph: paragraph + 1 } });
}

/** Reads pasted text as a draft. Stores nothing. */
export const readPaste = action('add-article', z.object({ text: z.string() }), async ({ text }, { writer }) =>
  read(text, undefined, writer.now),
);

/** Reads an uploaded file as a draft. Stores nothing. */
export const readFile = action('add-article', z.object({ file: z.instanceof(File) }), async ({ file }, { writer }) => {
  if (!/\.(txt|text|md|markdown)$/i.test(file.name)) return refuse('file-kind-unknown');
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (!decoded.ok) return refuse(decoded.code);
  const result = read(decoded.text, file.name, writer.now);
  if (!result.ok || /^utf-?8$/i.test(decoded.encoding)) return result;
  const notice = { code: 'decoded-as' as const, encoding: decoded.encoding.toUpperCase() };
  return accept({ ...result.value, notices: [notice, ...result.value.notices] });
});

/** Stores a draft as it was corrected in the preview. */
export const save = action('add-article', NewArticle, async (draft, { writer }) => {
  const { id } = await addArticle(writer, draft, { intake: 'paste' });
  return accept({ id });
});

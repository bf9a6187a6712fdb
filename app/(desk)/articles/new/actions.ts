'use server';

import { z } from 'zod';
import { addArticleAgain } from '#lib/data/articles/articles';
import { NewArticle } from '#lib/domain/articles/article-input';
import { offeredEncodings } from '#lib/domain/articles/intake-draft';
import { Id } from '#lib/domain/fields';
import { accept } from '#lib/domain/refusal';
import { action } from '#lib/server/action';
import { readFormatted, readLink, readText, readUpload } from '#lib/server/read-article';

/** Reads pasted text as a draft. No article is stored. */
export const readPaste = action(
  'intake.readPaste',
  'add-article',
  z.object({ text: z.string() }),
  ({ text }, { writer }) => readText(writer, text),
);

/** Reads formatted text, as a clipboard gives it, as a draft. */
export const readMarkup = action(
  'intake.readMarkup',
  'add-article',
  z.object({ html: z.string() }),
  ({ html }, { writer }) => readFormatted(writer, html),
);

/** The encoding that a person chose, null for the one that fits best. */
const asked = z.enum(offeredEncodings).nullable();

/** Reads an uploaded file as a draft; its original is kept. */
export const readFile = action(
  'intake.readFile',
  'add-article',
  z.object({ file: z.instanceof(File), encoding: asked }),
  ({ file, encoding }, { writer }) => readUpload(writer, file, encoding),
);

/** Fetches a page and reads it as a draft; its original is kept. */
export const readAddress = action(
  'intake.readAddress',
  'add-article',
  z.object({ url: z.string().trim().max(4_000), encoding: asked }),
  ({ url, encoding }, { writer }) => readLink(writer, url, encoding),
);

const Saved = NewArticle.extend({
  intake: z.enum(['paste', 'file', 'url']),
  snapshotId: Id.nullable(),
});

/** Stores a draft as it was corrected in the preview. */
export const save = action(
  'intake.save',
  'add-article',
  Saved,
  async ({ intake, snapshotId, ...draft }, { writer }) => {
    const added = await addArticleAgain(writer, draft, { intake, snapshotId: snapshotId ?? undefined });
    return added.ok ? accept({ id: added.value.id }) : added;
  },
);

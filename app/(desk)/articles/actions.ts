'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { setArticleRemoved } from '#lib/data/articles/articles';
import { loadSamples, removeSamples } from '#lib/data/exchange/samples';
import { Id } from '#lib/domain/fields';
import { accept } from '#lib/domain/refusal';
import { action } from '#lib/server/action';
import { sampleSet } from '../../../prisma/sample';

export const setRemoved = action(
  'articles.setRemoved',
  'remove-article',
  z.object({ articleId: Id, removed: z.boolean() }),
  async ({ articleId, removed }, { writer }) => {
    const result = await setArticleRemoved(writer, articleId, removed);
    revalidatePath('/articles');
    return result;
  },
);

/** Takes the sample articles away, or brings them back. */
export const setSamples = action(
  'articles.setSamples',
  'remove-article',
  z.object({ present: z.boolean() }),
  async ({ present }, { writer }) => {
    if (present) await loadSamples(writer.db, sampleSet, writer.now);
    else await removeSamples(writer);
    revalidatePath('/articles');
    return accept({ present });
  },
);

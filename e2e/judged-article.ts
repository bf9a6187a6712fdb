/** An article with judged claims, put into a desk's database by the desk's own verbs: marking them by hand takes minutes. */
import { addArticle } from '#lib/data/articles/articles';

import { judgeClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { databaseAddress } from '#lib/data/database/address';
import { openDatabase } from '#lib/data/database/database';
import type { ClaimKind } from '../lib/reading/claim-kinds';

type Wanted = { paragraph: number; words: string; kind: ClaimKind; nth?: number };

/** Adds it in the name of a person of the desk; claims are numbered from 1 in the order given, all verified. */
export async function addJudgedArticle(
  data: string,
  email: string,
  { title, language, texts, claims }: { title: string; language: string; texts: string[]; claims: Wanted[] },
): Promise<string> {
  const db = openDatabase(databaseAddress({ CLAIMDESK_DATA: data }));
  try {
    const person = await db.user.findUniqueOrThrow({ where: { email } });
    const writer = { db, actorId: person.id, now: new Date() };
    const facts = { title, publisher: null, url: null, byline: null, publishedOn: null, language };
    const paragraphs = texts.map((text) => ({ kind: 'body' as const, text }));
    const { id, paragraphIds } = await addArticle(writer, { ...facts, paragraphs }, { intake: 'paste' });
    for (const { paragraph, words, kind } of claims) {
      const start = texts[paragraph]?.indexOf(words) ?? -1;
      if (start < 0) throw new Error(`“${words}” is not in paragraph ${paragraph}`);
      const place = { articleId: id, paragraphId: paragraphIds[paragraph] ?? '', start, end: start + words.length };
      const claim = await markClaim(writer, place, kind);
      if (!claim.ok) throw new Error(claim.code);
      const judged = await judgeClaim(
        writer,
        { articleId: id, claimId: claim.value.id },
        { verdict: 'verified', rationale: `Seen for “${words}”`, confidence: 'high' },
        {
          source: {
            ...{ title: 'Register', publisher: null, url: null, published: null, accessed: null, originId: null },
            kind: 'primary',
          },
          ...{ stance: 'supports', excerpt: '', locator: null },
        },
      );
      if (!judged.ok) throw new Error(judged.code);
    }
    return id;
  } finally {
    await db.$disconnect();
  }
}

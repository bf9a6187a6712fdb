import { operations } from '#lib/api/operations';
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { accept, refuse } from '#lib/domain/refusal';
import { exportFile, exportSetting } from '#lib/server/export-article';
import { exportWords } from '../../../../../../i18n/export-words';
import { chooseLocale } from '../../../../../../i18n/locale';
import { answer, route } from '../../../../../api';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.exportArticle, async ({ params, query, actor, writer, desk, languages }) => {
    const view = await articleWithClaims(writer.db, params.id, actor);
    if (!view) return refuse('not-found');
    const { standing, kind, speaker, reviewer, language } = query;
    const filter = { standings: standing, kinds: kind, speakers: speaker, reviewers: reviewer };
    const words = exportWords(chooseLocale(language, languages));
    const setting = await exportSetting(view, params.form, { viewer: actor, words, desk });
    return setting.ok ? accept({ file: exportFile(view, filter, params.form, setting.value) }) : setting;
  }),
});

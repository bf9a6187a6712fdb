import { operations } from '#lib/api/operations';
import { accept } from '#lib/domain/refusal';
import { ledgerFile, ledgerVersion } from '#lib/server/export-article';
import { answer, route } from '../../../../api';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.exportLedger, async ({ params: { form }, actor }) => {
    const version = await ledgerVersion(form, actor);
    return accept({ file: { ...ledgerFile(form, actor), version } });
  }),
});

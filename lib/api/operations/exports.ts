/** Operations that answer with files: the exports of an article and of the ledger. */
import { z } from 'zod';
import { article, none, type Operation } from '#lib/api/operation';
import { ExportForms } from '#lib/api/shapes/exports';
import { standings } from '#lib/domain/claims/standing';
import { listFormats } from '#lib/domain/exchange/claim-list';
import { forms } from '#lib/export/formats';
import { ledgerFormats, ledgerTypes } from '#lib/export/ledger/ledger';
import { claimKinds } from '#lib/reading/claim-kinds';

const ids = (what: string) => z.array(z.string().max(64)).max(200).default([]).describe(what);

export const exportOperations = {
  listExports: {
    id: 'listExports',
    method: 'GET',
    path: '/articles/{id}/exports',
    scope: 'read',
    summary: 'The forms in which an article can be exported, and the choices for it',
    params: article,
    query: none,
    answer: ExportForms,
  },
  exportArticle: {
    id: 'exportArticle',
    method: 'GET',
    path: '/articles/{id}/exports/{form}',
    scope: 'read',
    summary: 'An article’s claims as a file',
    description:
      'The same files as the export dialog makes. Parameters may be given several times; those that are left out choose ' +
      'everything. The words in files for people are in the language asked for, or in that of Accept-Language. A packet is a ' +
      'ZIP of all that the article rests on, files included; who is yet to judge claims of it blind is refused one.',
    params: article.extend({ form: z.enum(listFormats).describe('The form of the file.') }),
    query: z.strictObject({
      standing: z.array(z.enum(standings)).default([]).describe('Only claims of these standings.'),
      kind: z.array(z.enum(claimKinds)).default([]).describe('Only claims of these kinds.'),
      speaker: ids('Only claims of these speakers, by id; empty for the article’s own words.'),
      reviewer: ids('Only claims that one of these people has judged, by id.'),
      language: z.enum(['en', 'zh']).optional().describe('The language of the words in files for people.'),
    }),
    downloads: [...new Set(listFormats.map((form) => forms[form].type))],
  },
  exportLedger: {
    id: 'exportLedger',
    method: 'GET',
    path: '/metrics/exports/{form}',
    scope: 'read',
    summary: 'The whole ledger as a file, one observation a line',
    params: z.strictObject({ form: z.enum(ledgerFormats).describe('The form of the file.') }),
    query: none,
    downloads: ledgerFormats.map((form) => ledgerTypes[form]),
  },
} as const satisfies Record<string, Operation>;

/** What the API answers where it cannot do what it was asked. */
import { z } from 'zod';
import { refusalCodes } from '#lib/domain/refusal';

/** RFC 9457, plus the desk's own code and the field concerned. */
export const Problem = z.object({
  type: z.string().describe('A name for this kind of problem, a URN.'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('In the language that Accept-Language asks for, English or Chinese.'),
  code: z.enum(refusalCodes),
  field: z.string().optional().describe('The field of the body, or the parameter, that it concerns.'),
  instance: z.string().optional().describe('Of a failure: the number of the request, which the operator can look up.'),
  existing: z.string().optional().describe('The address of the article that the desk has already.'),
  scope: z.string().optional().describe('The scope that the token lacks.'),
});

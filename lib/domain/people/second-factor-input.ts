/** What people send about their second step. */
import { z } from 'zod';

/** The own password, asked for once more. */
export const Password = z.string().max(200, 'text-too-long');
/** Six digits or a recovery code, as typed. */
const Code = z.string().max(60, 'code-wrong');

export const FactorBeginning = z.object({ password: Password });
export const FactorCode = z.object({ code: Code });
/** To remove a second step takes both. */
export const FactorProof = z.object({ password: Password, code: Code });
export const FactorRequirement = z.object({ required: z.boolean() });

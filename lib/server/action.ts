/**
 * The wrapper of all server actions: origin, session, limit, permission, input, then the handler. It always returns a Result;
 * an unexpected error is logged and shown as a bug, never with its own text.
 */
import 'server-only';
import { z } from 'zod';
import { refusalOfFault } from '#lib/data/database/faults';
import { requestHash, type Writer } from '#lib/data/history/change-log';
import { type Act, refusalOf } from '#lib/domain/people/permission';
import { isRefusalCode, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { currentOrigin, type Origin } from '#lib/server/session/origin';
import { currentSession, isOwnOrigin, limitedSession, type SignedIn } from '#lib/server/session/session';
import { database } from './database';
import { spendAct } from './http/rate-limit';
import { noteRefusal } from './note-refusal';
import { reportError } from './service';

export type ActionContext = { actor: SignedIn; writer: Writer; sessionId: string; origin: Origin };

/** A key that the browser gives an act, so that sending it twice carries it out once. */
export const ActKey = z.string().min(16).max(64).optional();

/**
 * The permissions of actions. Reading is done by GET routes (read-route.ts), so no action needs only a permission to
 * read.
 */
type WritingAct = Exclude<Act, 'read' | 'read-audit'>;

/** What each action needs, for the test that walks them. */
const acts = new WeakMap<object, WritingAct>();

/** The permission that an action needs; undefined for what is no action. */
export const actOf = (exported: unknown): WritingAct | undefined =>
  typeof exported === 'function' ? acts.get(exported) : undefined;

/**
 * A server action for signed-in people who may do `act`. With a `key`, the act is carried out once per key, and another act or
 * another input under the same key is refused. `name` tells it from all other actions; it is never changed, so that a key
 * holds over an update of the desk. `inSetUp`: also for those who have yet to set up the second step that the desk requires.
 */
export function action<Schema extends z.ZodType, T>(
  name: string,
  act: WritingAct,
  schema: Schema,
  handle: (input: z.infer<Schema>, context: ActionContext) => Promise<Result<T>>,
  { inSetUp = false }: { inSetUp?: boolean } = {},
): (input: z.input<Schema>, key?: string) => Promise<Result<T>> {
  const run = answered(name, async (input: z.input<Schema>, key?: string): Promise<Result<T>> => {
    if (!(await isOwnOrigin())) return refuse('foreign-origin');
    const session = (await currentSession()) ?? (inSetUp ? await limitedSession() : null);
    if (!session) return refuse('signed-out');
    const { person: actor, id: sessionId } = session;
    const refused = (await spendAct(actor.id)) ?? refusalOf(actor, act);
    if (refused) return refused;
    const parsed = schema.safeParse(input);
    if (!parsed.success) return refusalOfInput(parsed.error);
    const { id: actorId, role } = actor;
    const origin = await currentOrigin();
    const known = ActKey.safeParse(key).data;
    const writer = {
      db: database(),
      actorId,
      role,
      now: new Date(),
      key: known,
      request: known === undefined ? undefined : requestHash(name, parsed.data),
      sessionId,
      network: origin.network,
    };
    return handle(parsed.data, { actor, writer, sessionId, origin });
  });
  acts.set(run, act);
  return run;
}

/** Runs an action; what is wrong with the database is its answer, in words, and any other error a bug. */
function answered<Given extends unknown[], T>(name: string, run: (...given: Given) => Promise<Result<T>>): typeof run {
  return async (...given) => {
    try {
      const result = await run(...given);
      if (!result.ok) noteRefusal(result, name);
      return result;
    } catch (error) {
      const refused = refusalOfFault(error);
      if (!refused) throw error;
      reportError(error);
      return refused;
    }
  };
}

/** A server action for people who are not signed in yet. `name`: as the log calls it. */
export function openAction<Schema extends z.ZodType, T>(
  name: string,
  schema: Schema,
  handle: (input: z.infer<Schema>) => Promise<Result<T>>,
): (input: z.input<Schema>) => Promise<Result<T>> {
  return answered(name, async (input) => {
    if (!(await isOwnOrigin())) return refuse('foreign-origin');
    const parsed = schema.safeParse(input);
    return parsed.success ? handle(parsed.data) : refusalOfInput(parsed.error);
  });
}

/** The first error of an input, with the field's name and the limit it exceeded. */
export function refusalOfInput(error: z.ZodError): Refusal {
  const issue = firstIssue(error);
  const field = issue?.path.map(String).join('.') || undefined;
  if (!issue || !isRefusalCode(issue.message)) return refuse('invalid-input', { field });
  const limit = issue.code === 'too_big' ? issue.maximum : issue.code === 'custom' ? issue.params?.limit : undefined;
  return refuse(issue.message, { field, values: limit === undefined ? undefined : { limit: Number(limit) } });
}

/** The first error of an input; for a union, that of the branch that came closest. */
const firstIssue = (error: z.ZodError): z.core.$ZodIssue | undefined => plainIssues(error)[0];

/** The errors of an input; in place of a union's own error, those of the branch that came closest. */
export const plainIssues = (error: z.ZodError): z.core.$ZodIssue[] => flatten(error.issues);

function flatten(issues: z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const nearest = nearestBranch(issue.errors);
    if (!nearest) return [issue];
    return flatten(nearest).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
}

/**
 * The errors of the branch of a union that an input came closest to: one with a refusal of the desk's own, else the one with
 * the fewest errors. Where the input is of no branch's type, any of them if that type is the same; otherwise undefined.
 */
function nearestBranch(branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const refused = branches.find((branch) => branch.some(({ message }) => isRefusalCode(message)));
  if (refused) return refused;
  const ofType = branches.filter((branch) => wrongType(branch) === undefined);
  const types = new Set(branches.map(wrongType));
  if (ofType.length === 0) return types.size === 1 ? branches[0] : undefined;
  return ofType.reduce((best, branch) => (errorCount(branch) < errorCount(best) ? branch : best));
}

/** The type that a branch wants instead of the one that was sent; undefined where the type is right. */
function wrongType(branch: z.core.$ZodIssue[]): string | undefined {
  const issue = branch.find(({ code, path }) => code === 'invalid_type' && path.length === 0);
  return issue?.code === 'invalid_type' ? issue.expected : undefined;
}

/** How many errors a branch has, each unknown field being one. */
const errorCount = (branch: z.core.$ZodIssue[]): number =>
  branch.reduce((count, issue) => count + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);

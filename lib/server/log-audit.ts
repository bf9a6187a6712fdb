/**
 * The audit trail in the log, for an operator who takes logs to another machine: a line for each of the trail's, with its id
 * and the seal of the desk's chain, by which a trail that was written anew shows. A person is an id, an address its network,
 * and of what was typed or named nothing is told: the trail itself has that.
 */
import 'server-only';
import { type AuditTold, onAudit } from '#lib/data/people/audit';
import { shortenedNetwork } from '#lib/domain/people/network';
import { service } from './service';

/** Details that are words of the desk's own, never of a person's. */
const ownWords: ReadonlySet<string> = new Set(['by', 'why', 'role', 'from', 'to', 'scopes', 'required']);

/** What is logged of a line. */
export function loggedAudit({ id, kind, actorId, subjectId, network, details = {}, seal }: AuditTold) {
  const told = Object.entries(details).filter(([name, value]) => typeof value === 'number' || ownWords.has(name));
  return {
    audit: kind,
    line: id,
    actor: actorId ?? undefined,
    subject: subjectId,
    network: network && shortenedNetwork(network),
    details: Object.fromEntries(told),
    deskSeq: seal?.seq,
    deskSeal: seal?.hash,
  };
}

const key = Symbol.for('claimdesk.audit-log');
// The bundler may load this module twice in one process: each line is logged once.
const begun = globalThis as { [key]?: true };

/** Begins to log what is added to the trail. */
export function logAudits(): void {
  if (begun[key]) return;
  begun[key] = true;
  onAudit((line) => service()?.log.info(loggedAudit(line), 'audit'));
}

import { expect, test, vi } from 'vitest';
import { loggedAudit } from './log-audit';

vi.mock('server-only', () => ({}));

const line = { id: 'l1', now: new Date(), actorId: 'p1', network: '192.0.2.7', seal: { seq: 4, hash: 'abc' } } as const;

test('the log tells who did what, from which network, with the seal, and nothing that was typed or named', () => {
  const details = { email: 'bo@desk.example', why: 'code', left: 3, what: 'The rent claims.xlsx', note: 'For Bo' };
  const logged = loggedAudit({ ...line, kind: 'sign-in-failed', subjectId: 'p2', details });
  expect(logged).toEqual({
    audit: 'sign-in-failed',
    line: 'l1',
    actor: 'p1',
    subject: 'p2',
    network: '192.0.2.0/24',
    details: { why: 'code', left: 3 },
    deskSeq: 4,
    deskSeal: 'abc',
  });
});

test('a line of a stranger, or of the command line, has no names at all', () => {
  const logged = loggedAudit({ ...line, actorId: null, network: undefined, kind: 'sign-out', seal: null });
  expect(JSON.parse(JSON.stringify(logged))).toEqual({ audit: 'sign-out', line: 'l1', details: {} });
});

import { expect, test } from 'vitest';
import { type AuditDetails, type AuditKind, auditKinds } from '#lib/domain/people/audit';
import { auditWords } from './audit';
import { locales } from './locale';

test.each<[AuditKind, AuditDetails, string, string]>([
  ['sign-in', { by: 'password' }, 'Signed in with a password.', '用密码登录。'],
  ['sign-in', { by: 'passwordAndCode' }, 'Signed in with a password and a code.', '用密码和验证码登录。'],
  ['sign-in', { by: 'github' }, 'Signed in with github.', '通过 github 登录。'],
  [
    'sign-in-failed',
    { email: 'a@b.example', why: 'password' },
    'Tried to sign in as a@b.example; the password was wrong.',
    '尝试以 a@b.example 登录；密码不对。',
  ],
  [
    'role-changed',
    { from: 'viewer', to: 'admin' },
    'Changed the role from Viewer to Admin.',
    '把角色从“只读”改为“管理员”。',
  ],
  ['invitation-made', { role: 'editor', note: null }, 'Invited somebody as Editor.', '发出了角色为“编辑”的邀请。'],
  [
    'invitation-made',
    { role: 'editor', note: 'Bo' },
    'Invited somebody as Editor: Bo.',
    '发出了角色为“编辑”的邀请：Bo。',
  ],
  ['password-changed', { tokens: 2 }, 'Changed the password; 2 tokens ended.', '修改了密码，2 个令牌随之失效。'],
])('%s with %j', (kind, details, english, chinese) => {
  expect(auditWords('en').sentence({ kind, details })).toBe(english);
  expect(auditWords('zh').sentence({ kind, details })).toBe(chinese);
});

test.each(locales)('every kind has a sentence and a name in %s', (locale) => {
  const words = auditWords(locale);
  for (const kind of auditKinds) {
    expect(words.sentence({ kind, details: {} })).not.toContain('access.audit');
    expect(words.name(kind)).not.toContain('access.audit');
  }
});

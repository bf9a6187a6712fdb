import { describe, expect, it } from 'vitest';
import { checkLink, Email, LinkToken, NewPassword, NewPerson } from './person-input';

const firstMessage = (result: { error?: { issues: { message: string }[] } }) => result.error?.issues[0]?.message;

describe('Email', () => {
  it('is kept in lower case, without the spaces and invisible characters of a paste', () => {
    expect(Email.parse(' Mei.Lin@Desk.example\u200e\n')).toBe('mei.lin@desk.example');
  });

  it.each(['', 'mei', 'mei@', 'mei@desk', '@desk.example', 'me i@desk.example', 'a@b@desk.example'])(
    'refuses %j',
    (text) => {
      expect(firstMessage(Email.safeParse(text))).toBe('email-invalid');
    },
  );

  it('refuses an address that no mail server takes', () => {
    expect(firstMessage(Email.safeParse(`${'a'.repeat(250)}@desk.example`))).toBe('text-too-long');
  });
});

describe('NewPassword', () => {
  it('keeps what was typed, spaces included', () => {
    expect(NewPassword.parse('  twelve it is  ')).toBe('  twelve it is  ');
  });

  it('counts characters, not code units', () => {
    expect(firstMessage(NewPassword.safeParse('🔑'.repeat(11)))).toBe('password-too-short');
    expect(NewPassword.safeParse('🔑'.repeat(12)).success).toBe(true);
    expect(NewPassword.safeParse('密码密码密码密码密码密码').success).toBe(true);
  });

  it('refuses what would be dear to hash', () => {
    expect(NewPassword.safeParse('a'.repeat(128)).success).toBe(true);
    expect(firstMessage(NewPassword.safeParse('a'.repeat(129)))).toBe('password-too-long');
    expect(firstMessage(NewPassword.safeParse('a'.repeat(513)))).toBe('text-too-long');
  });

  it('is one password, however its characters are composed', () => {
    expect(NewPassword.parse('cafe\u0301 ｆｉｖｅ stones')).toBe('café five stones');
  });
});

describe('NewPerson', () => {
  const person = { name: 'Mei Lin', email: 'mei@desk.example', password: 'correct horse' };

  it('keeps a name on one line', () => {
    expect(NewPerson.parse({ ...person, name: ' Mei\n  Lin ' }).name).toBe('Mei Lin');
  });

  it('refuses a name of spaces', () => {
    expect(firstMessage(NewPerson.safeParse({ ...person, name: ' \u202e ' }))).toBe('text-missing');
  });
});

describe('LinkToken', () => {
  it.each(['', 'short', `${'a'.repeat(31)}/`, 'a'.repeat(33)])('refuses %j', (token) => {
    expect(firstMessage(LinkToken.safeParse(token))).toBe('link-unknown');
  });
});

describe('checkLink', () => {
  const now = new Date('2026-03-10T12:00:00Z');
  const link = { usedAt: null, revokedAt: null, expiresAt: new Date('2026-03-11T12:00:00Z') };

  it.each([
    ['a link in time', link, undefined],
    ['no link', null, 'link-unknown'],
    ['a used link', { ...link, usedAt: now }, 'link-used'],
    ['a revoked link, used or not', { ...link, revokedAt: now, usedAt: now }, 'link-unknown'],
    ['a link at the moment it expires', { ...link, expiresAt: now }, 'link-expired'],
  ] as const)('%s: %3$s', (_, given, code) => {
    const result = checkLink(given, now);
    expect(result.ok ? undefined : result.code).toBe(code);
  });
});

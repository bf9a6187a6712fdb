import { hash } from '@node-rs/argon2';
import { describe, expect, it, vi } from 'vitest';
import { testPassword } from '#lib/testing/password';
import { hashPassword, isPassword, refusalOfPassword } from './password';

vi.mock('server-only', () => ({}));

const mei = { name: 'Mei Lin', email: 'mei@dailynews.example', desk: 'Daily News' };
const codeOf = (password: string) => refusalOfPassword(password, mei)?.code;

describe('a new password', () => {
  it.each([
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    '123456789012',
    'password1234',
    'P@ssw0rd1234',
    'qwertyuiop12',
    'trustno1trustno1',
  ])('is refused as common: %s', (password) => {
    expect(codeOf(password)).toBe('password-common');
  });

  it.each([
    'woaini1314520',
    'wodemima12345',
    'zhongguo123456',
    '密码密码密码密码密码密码',
    'monkeymonkeymonkey',
    '200812312008',
  ])('is refused as common in China or by repeating: %s', (password) => {
    expect(codeOf(password)).toBe('password-common');
  });

  it.each(['Mei Lin Mei Lin', 'dailynews2026', 'MEI@dailynews', 'claimdesk-mei', 'Ｍｅｉ　Ｌｉｎ　２０２６'])(
    'is refused as personal: %s',
    (password) => {
      expect(codeOf(password)).toBe('password-personal');
    },
  );

  it.each([
    testPassword,
    'four quiet river stones',
    'kq7m-xr2p-9fhd-wz4c',
    '我们的编辑部每天读报纸',
    'meistens regnet es im November',
    `${'a'.repeat(60)} four quiet river stones`,
  ])('is taken: %s', (password) => {
    expect(codeOf(password)).toBeUndefined();
  });

  it.each([
    '4@8({[<369&#!1/|0$5+7%2/'.repeat(6).slice(0, 128),
    'qwertyuiopasdfghjklzxcvbnm1234567890'.repeat(4).slice(0, 128),
    '19901991'.repeat(16),
    'l33tsp34k'.repeat(15).slice(0, 128),
  ])('of 128 characters takes a moment only: %s', (password) => {
    codeOf('what reads the lists once');
    const begin = performance.now();
    codeOf(password);
    // Some 50 ms alone; seconds where the library looks for replaced letters in the whole.
    expect(performance.now() - begin).toBeLessThan(800);
  });
});

describe('comparing', () => {
  it('takes the same characters from any keyboard', async () => {
    const kept = await hashPassword('café ﬁve stones');
    expect(await isPassword(kept, 'cafe\u0301 five stones')).toBe(true);
    expect(await isPassword(kept, 'cafe five stones')).toBe(false);
  });

  it('still takes a password that was hashed as it was typed', async () => {
    expect(await isPassword(await hash('ｗｉｄｅ ten'), 'ｗｉｄｅ ten')).toBe(true);
  });
});

import { render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { expect, test } from 'vitest';
import { refuse } from '#lib/domain/refusal';
import type { Locale } from './locale';
import { messagesOf } from './messages';
import { useRefusalText } from './refusal';

function Told() {
  const refusalText = useRefusalText();
  return <p>{refusalText(refuse('too-many-tries', { values: { number: 4 } }))}</p>;
}

/** A page that has only what it says without a network. */
const show = (locale: Locale) => {
  const { words, refusal } = messagesOf(locale);
  const atHand = { 'no-answer': refusal['no-answer'], failed: refusal.failed };
  return render(
    <NextIntlClientProvider locale={locale} messages={{ words, refusal: atHand }} timeZone="UTC">
      <Told />
    </NextIntlClientProvider>,
  );
};

test.each([
  ['en', 'Something went wrong at the desk. It was noted; try again later.', /4 /],
  ['zh', '本台出了差错，已记录在案。请稍后再试。', / 4 /],
] as const)('tells a refusal in its own words once they are there (%s)', async (locale, before, after) => {
  const { unmount } = show(locale);
  expect(screen.queryByText(before)).toBeTruthy();
  expect(await screen.findByText(after)).toBeTruthy();
  expect(screen.queryByText(before)).toBeNull();
  unmount();
});

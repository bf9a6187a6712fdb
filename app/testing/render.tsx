/** Shows components in a DOM for tests, in English, with somebody who types and clicks. */
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactElement } from 'react';
import { afterEach } from 'vitest';
import { messagesOf } from '../i18n/messages';

afterEach(cleanup);

export function show(element: ReactElement) {
  const user = userEvent.setup();
  const shown = render(
    <NextIntlClientProvider locale="en" messages={messagesOf('en')} timeZone="UTC">
      {element}
    </NextIntlClientProvider>,
  );
  return { user, ...shown };
}

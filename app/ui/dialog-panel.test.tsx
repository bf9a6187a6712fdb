import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { show } from '../testing/render';
import { DialogPanel } from './dialog-panel';

function Opener() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen && (
        <DialogPanel open onOpenChange={setOpen} title="Sure?" closeLabel="Close">
          <button type="button">Inside</button>
        </DialogPanel>
      )}
    </>
  );
}

test('a dialog gives the focus back to what opened it', async () => {
  const { user } = show(<Opener />);
  screen.getByRole('button', { name: 'Open' }).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.closest('[role="dialog"]')).not.toBeNull());
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Open'));
});

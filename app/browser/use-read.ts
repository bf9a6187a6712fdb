'use client';

import { useEffect, useState } from 'react';
import type { Refusal } from '#lib/domain/refusal';
import { read } from './requests';

type Known<T> = {
  asked: { address: string; version: string | number } | null;
  value: T | null;
  refusal: Refusal | null;
};

const nothing = { asked: null, value: null, refusal: null };

type ReadOptions = {
  /** Asks the same address anew when it changes. */
  version?: string | number;
  /** How long the address and version rest before they are asked (ms): somebody is typing. */
  rest?: number;
};

/**
 * What a GET route of the desk answers at an address; nothing is asked while it is null. `value` is the last one that was
 * answered and `refusal` why there is none newer; both may be of an earlier address while `isCurrent` is false. `isLoading`
 * until this address and version have their answer. A question that the next one overtakes, or that nobody waits for any
 * more, is called off.
 */
export function useRead<T>(
  address: string | null,
  { version = '', rest = 0 }: ReadOptions = {},
): { value: T | null; refusal: Refusal | null; isCurrent: boolean; isLoading: boolean } {
  const [known, setKnown] = useState<Known<T>>(nothing);
  useEffect(() => {
    if (address === null) {
      setKnown(nothing);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await read<T>(address, abort.signal);
      if (abort.signal.aborted) return;
      const asked = { address, version };
      if (answer.ok) setKnown({ asked, value: answer.value, refusal: null });
      else setKnown((before) => ({ asked, value: before.value, refusal: answer }));
    }, rest);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [address, version, rest]);
  const { asked, value, refusal } = known;
  const isCurrent = asked?.address === address;
  return { value, refusal, isCurrent, isLoading: address !== null && !(isCurrent && asked?.version === version) };
}

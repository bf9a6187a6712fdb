'use client';

import { useEffect, useRef } from 'react';
import type { ClaimView } from '#lib/domain/review';

/** Opens the claim that the page's address names (`#c4`): when the page is opened, and when the address changes. */
export function useAddressedClaim(claims: ClaimView[], open: (claimId: string) => void): void {
  const latest = useRef(claims);
  latest.current = claims;
  useEffect(() => {
    const follow = () => {
      const number = /^#c(\d+)$/.exec(window.location.hash)?.[1];
      const claim = latest.current.find((one) => String(one.number) === number);
      if (claim) open(claim.id);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [open]);
}

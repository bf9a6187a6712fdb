'use client';

import dynamic from 'next/dynamic';
import type { DialogProps } from './dialog-panel';

const Panel = dynamic(() => import('./dialog-panel').then(({ DialogPanel }) => DialogPanel));

/** A dialog whose code is loaded when it first opens: no page needs one to be read. */
export function Dialog(props: DialogProps) {
  return props.open ? <Panel {...props} /> : null;
}

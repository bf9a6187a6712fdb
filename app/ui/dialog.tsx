'use client';

import { later } from '../browser/later';
import type { DialogProps } from './dialog-panel';

const Panel = later(() => import('./dialog-panel').then(({ DialogPanel }) => DialogPanel));

/** A dialog whose code is loaded when it first opens: no page needs one to be read. */
export function Dialog(props: DialogProps) {
  return props.open ? <Panel {...props} /> : null;
}

'use client';

import dynamic from 'next/dynamic';
import { type ComponentType, Suspense, useState } from 'react';
import { formComing } from './typed-ahead';

/**
 * A component whose code comes after the page; what is around it is shown without waiting for it. Once `fetch` has brought it,
 * it is there with the render that asks for it. `isForm`: a key opens it and what is typed next belongs to it, also while it
 * is fetched.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, { isForm = false } = {}) {
  let loaded: ComponentType<Props> | null = null;
  const OnDemand = dynamic(load);
  function Later(props: Props) {
    // Chosen once: another kind of component in its place would forget what was typed.
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? OnDemand);
    return (
      <Suspense fallback={isForm ? <span {...formComing} /> : null}>
        <Component {...props} />
      </Suspense>
    );
  }
  const fetch = async () => {
    loaded = await load();
  };
  return Object.assign(Later, { fetch });
}

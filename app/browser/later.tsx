'use client';

import dynamic from 'next/dynamic';
import { type ComponentType, Suspense, useState } from 'react';

/**
 * A component whose code comes after the page; what is around it is shown without waiting for it. Once `fetch` has brought it,
 * it is there with the render that asks for it: a form that opened a moment later would lose the first letters of a fast hand.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null;
  const OnDemand = dynamic(load);
  function Later(props: Props) {
    // Chosen once: another kind of component in its place would forget what was typed.
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? OnDemand);
    return (
      <Suspense fallback={null}>
        <Component {...props} />
      </Suspense>
    );
  }
  const fetch = async () => {
    loaded = await load();
  };
  return Object.assign(Later, { fetch });
}

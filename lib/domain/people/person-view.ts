/** A colleague as others see them. */
export type PersonView = { id: string; name: string };

import { createContext } from 'react';
import type { PersonView } from '#lib/domain/people/person-view';

/** What whoever puts a file on a claim is to know: how large it may be (MB), and who may be named to see it. */
export type Keeping = { limit: number; people: PersonView[] };

export const FileKeeping = createContext<Keeping>({ limit: 0, people: [] });

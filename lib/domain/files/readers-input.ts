/** Who is to see a file, as a form names them. */
import { z } from 'zod';
import { Id } from '#lib/domain/fields';
import { mostReaders } from './confidential';

/** The ids of people besides whoever added the file; null: everybody. */
export const FileReaders = z.array(Id).max(mostReaders).nullable();

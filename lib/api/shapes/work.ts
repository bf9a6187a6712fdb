/** Whose work a claim is, as the API shows it. */
import { z } from 'zod';
import { date } from './fields';

const Person = z.object({ id: z.string(), name: z.string() });

export const PersonList = z.object({ items: z.array(Person) });

export const AssigneeList = z.object({ items: z.array(Person.extend({ dueOn: date })) });

import { apiWith } from '#lib/server/api';
import { problemWords } from './problem-words';

/** The makers of the API's routes, speaking the languages of the interface. */
export const { problem, answer, route } = apiWith(problemWords);

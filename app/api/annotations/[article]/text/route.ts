import { route } from '../../../api';
import { answerText } from '../../container';

/** The text of an article's revision, in which the offsets of its annotations count. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { params }) =>
    answerText(request, (await params)?.article ?? '', new URL(request.url).searchParams.get('revision')),
});

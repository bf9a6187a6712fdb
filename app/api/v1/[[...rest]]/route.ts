import { refuse } from '#lib/domain/refusal';
import { problem } from '../../api';

/** Whatever is not part of the API is told so in its own form, and not as a page. */
const nothing = async (request: Request): Promise<Response> => problem(request, refuse('not-found'));

export { nothing as DELETE, nothing as GET, nothing as HEAD, nothing as PATCH, nothing as POST, nothing as PUT };

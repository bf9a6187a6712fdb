import { annotationDocument } from '#lib/export/annotations/annotations';
import { route } from '../../../api';
import { answerAnnotations } from '../../container';

/** One claim's annotation at its own address: the container's with the claim's number. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { params }) => {
    const { article = '', claim = '' } = (await params) ?? {};
    return answerAnnotations(request, article, (view, setting) => {
      const document = /^\d{1,9}$/.test(claim) ? annotationDocument(view, setting, Number(claim)) : null;
      return document && { document, headers: { Link: '<http://www.w3.org/ns/ldp#Resource>; rel="type"' } };
    });
  },
});

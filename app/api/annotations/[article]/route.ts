import { containerDocument, pageDocument, readPreference } from '#lib/export/annotations/container';
import { route } from '../../api';
import { answerAnnotations } from '../container';

/** What a container is, and by which rules (W3C Web Annotation Protocol § 4.1). */
const links = [
  '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"',
  '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
].join(', ');

/** The container of an article's annotations, or one of its pages. It is read-only: claims are marked elsewhere. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { params }) => {
    const { article = '' } = (await params) ?? {};
    const { pathname, search, searchParams } = new URL(request.url);
    // One address for one thing: relative addresses inside would go wrong without the slash.
    if (!pathname.endsWith('/')) {
      return new Response(null, { status: 308, headers: { Location: `${pathname}/${search}` } });
    }
    const page = searchParams.get('page');
    const preferred = readPreference(request.headers.get('prefer'));
    const irisOnly = searchParams.get('iris') === '1' || (preferred?.irisOnly ?? false);
    return answerAnnotations(request, article, (view, setting) => {
      if (page !== null) {
        const document = /^\d{1,6}$/.test(page) ? pageDocument(view, setting, Number(page), irisOnly) : null;
        return document && { document, headers: { 'Content-Location': document.id } };
      }
      const document = containerDocument(view, setting, { isMinimal: preferred?.isMinimal ?? false, irisOnly });
      const applied: Record<string, string> = preferred ? { 'Preference-Applied': 'return=representation' } : {};
      return { document, headers: { Link: links, 'Content-Location': document.id, ...applied } };
    });
  },
});

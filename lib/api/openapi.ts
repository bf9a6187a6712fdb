/** The OpenAPI 3.1 document of the API, generated from the operations that the routes run. */
import { z } from 'zod';
import { apiScopes } from '#lib/domain/people/api-scope';
import { fileTypes, formType } from './file-types';
import { apiBase, type Operation } from './operation';
import { operations } from './operations';
import { shapes } from './shapes';

type Json = Record<string, unknown>;

const dialect = { target: 'draft-2020-12' } as const;
const component = (name: string) => `#/components/schemas/${name}`;
const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** A schema without the keys that make it a document of its own. */
const inner = ({ $schema: _, $id: __, ...schema }: Json): Json => schema;

function answerSchemas(): Json {
  const named = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(shapes)) named.add(shape, { id });
  const { schemas } = z.toJSONSchema(named, { ...dialect, io: 'output', uri: component });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, inner(schema)]));
}

const nameOf = (answer: z.ZodType) => Object.entries(shapes).find(([, shape]) => shape === answer)?.[0] ?? '';

const sentSchema = (schema: z.ZodType): Json => inner(z.toJSONSchema(schema, { ...dialect, io: 'input' }));

/** The fields of an object as parameters. */
function parametersIn(place: 'path' | 'query', fields: z.ZodObject): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(fields, { ...dialect, io: 'input' });
  return Object.entries(properties).map(([name, field]) => {
    const { description, ...schema } = field as Json;
    return { name, in: place, required: required.includes(name), ...(description ? { description } : {}), schema };
  });
}

const header = (description: string, schema: Json = { type: 'string' }) => ({ description, schema });

const problem = (description: string, headers?: Json) => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/problem+json': { schema: { $ref: component('Problem') } } },
});

const problems: Record<number, { name: string; response: Json }> = {
  400: { name: 'BadRequest', response: problem('The parameters or the body are not as described.') },
  401: {
    name: 'TokenNeeded',
    response: problem('No living token was sent.', { 'WWW-Authenticate': header('RFC 6750.') }),
  },
  403: {
    name: 'NotAllowed',
    response: problem('The token lacks the scope, which is named, or its person’s role does not allow it.'),
  },
  404: { name: 'NotFound', response: problem('It is not there, or was removed.') },
  409: {
    name: 'Conflict',
    response: problem('It is there already, or changed meanwhile.', {
      Location: header('The article that the desk has already.'),
    }),
  },
  412: {
    name: 'ChangedSince',
    response: problem('It is not the version that If-Match names.', { ETag: header('The version that is there now.') }),
  },
  413: { name: 'TooLarge', response: problem('The body is too large.') },
  415: { name: 'WrongType', response: problem('The body is of another media type, compressed, or not in UTF-8.') },
  422: {
    name: 'CannotBeDone',
    response: problem(
      'The words do not name exactly one place, the verdict needs a source, or the Idempotency-Key belongs to another request.',
    ),
  },
  429: {
    name: 'TooMany',
    response: problem('Too many requests.', { 'Retry-After': header('Seconds to wait.', { type: 'integer' }) }),
  },
  500: { name: 'Fault', response: problem('A fault of the desk; it was noted there.') },
  503: {
    name: 'Unavailable',
    response: problem('The desk’s database cannot be used at the moment.', {
      'Retry-After': header('Seconds to wait.', { type: 'integer' }),
    }),
  },
};

/** The problems that an operation can answer with. Problems of the body are left out where there is no body. */
function problemsOf({ method, path, body, takesIfMatch = false }: Operation): number[] {
  const isWrite = method !== 'GET';
  const isChange = (isWrite && method !== 'POST') || takesIfMatch;
  return [
    ...[400, 401, 403],
    ...(isWrite || path.includes('{') ? [404] : []),
    // A claim whose passage is gone is not shown.
    ...(isWrite || path.includes('{number}') ? [409] : []),
    ...(isChange ? [412] : []),
    ...(body ? [413, 415] : []),
    ...(isWrite ? [422] : []),
    ...[429, 500, 503],
  ];
}

function responsesOf(operation: Operation): Json {
  const failures = problemsOf(operation).map((status) => [status, ref('responses', problems[status]?.name ?? '')]);
  return { ...successesOf(operation), ...Object.fromEntries(failures) };
}

const file = { type: 'string', format: 'binary' };

/** A file as the body, or as a part of a form beside its other parts. */
function uploadContent({ upload }: Operation): Json {
  if (!upload) return {};
  const { properties, ...form } = sentSchema(upload.fields) as { properties?: Json };
  const schema = { ...form, properties: { file, ...properties }, required: ['file'] };
  const raw = fileTypes.map((type) => [type, { schema: file }]);
  return { [formType]: { schema }, ...Object.fromEntries(raw) };
}

const knownVersion = { 304: { description: 'Nothing has changed since the version named by If-None-Match.' } };

function downloadOf(types: readonly string[]): Json {
  const content = types.map((type) => [type.split(';')[0]?.trim() ?? '', { schema: file }]);
  const headers = {
    ETag: header('Names this version; send it back as If-None-Match.'),
    'Content-Disposition': header('The name of the file (RFC 6266).'),
  };
  return { 200: { description: 'The file.', headers, content: Object.fromEntries(content) }, ...knownVersion };
}

function successesOf({ method, answer, otherType, query, successes, downloads }: Operation): Json {
  if (downloads) return downloadOf(downloads);
  if (!answer) return { 204: { description: 'Done.' } };
  const content = {
    'application/json': { schema: { $ref: component(nameOf(answer)) } },
    ...(otherType ? { [otherType.split(';')[0] ?? '']: { schema: { type: 'string' } } } : {}),
  };
  if (method === 'GET') {
    return {
      200: {
        description: 'The answer.',
        headers: {
          ETag: header('Names this version; send it back as If-None-Match, or as If-Match with a change.'),
          ...('cursor' in query.shape ? { Link: header('The next page, as rel="next" (RFC 8288).') } : {}),
        },
        content,
      },
      ...knownVersion,
    };
  }
  const headers = {
    [method === 'POST' ? 'Location' : 'Content-Location']: header('Where to read it.'),
    ETag: header('Names the version that is there now.'),
  };
  const texts = { 200: method === 'POST' ? 'Done, or there already.' : 'Done.', 201: 'Made.' };
  const statuses = successes ?? [method === 'POST' ? 201 : 200];
  return Object.fromEntries(statuses.map((status) => [status, { description: texts[status], headers, content }]));
}

/** The headers that matter to an operation, by their names among the parameters. */
function headersOf({ method, takesIfMatch = false }: Operation): string[] {
  if (method === 'GET') return ['IfNoneMatch', 'AcceptLanguage'];
  const isConditional = method !== 'POST' || takesIfMatch;
  return [...(isConditional ? ['IfMatch'] : []), 'IdempotencyKey', 'AcceptLanguage'];
}

function operationOf(operation: Operation): Json {
  const { id, scope, summary, description, params, query, body, examples = {} } = operation;
  const sent = body && {
    required: true,
    content: {
      'application/json': {
        schema: sentSchema(body),
        examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
      },
      ...uploadContent(operation),
    },
  };
  return {
    operationId: id,
    summary,
    description: [description, `Scope: \`${scope}\`.`].filter(Boolean).join('\n\n'),
    security: [{ token: [scope] }],
    parameters: [
      ...parametersIn('path', params),
      ...parametersIn('query', query),
      ...headersOf(operation).map((name) => ref('parameters', name)),
    ],
    ...(sent ? { requestBody: sent } : {}),
    responses: responsesOf(operation),
  };
}

const parameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A name of your choice for this request: sent again with the same body within a week, it is not done again, and gets ' +
      'the same answer. It belongs to one address and one body: with another, nothing is done (422). Sent twice at the ' +
      'same time, it is done once, and both get the answer. A request that was refused may be sent again under its key. ' +
      '16 to 64 letters, digits, hyphens or underscores.',
    schema: { type: 'string', pattern: '^[\\w-]{16,64}$' },
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag of the version that you have.',
    schema: { type: 'string' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description:
      'The ETag of the version that the change is meant for; if it is not there any more, nothing is done (412).',
    schema: { type: 'string' },
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: 'The language of problems: English or Chinese.',
    schema: { type: 'string', examples: ['zh-CN'] },
  },
};

const about = `For scripts of the desk’s people. Send a token, made in the desk’s settings, as \`Authorization: Bearer cdk_…\`.
A token does what its scopes name and never more than its person may; it shows what that person sees, a blind first pass
included.

Offsets are Unicode code points of a paragraph’s text, as in the exports. Lists come in pages; follow \`Link: rel="next"\`,
and nothing is missed or told twice, whatever is added meanwhile. Errors are \`application/problem+json\` (RFC 9457) with a
\`code\` for programs. There are no CORS headers: this is not for other sites’ pages.

What is made has a \`Location\` and an \`ETag\`. A change or removal that is sent with \`If-Match\` is done only while that version is
there, and else refused with 412 and the \`ETag\` of now; without it, the later change stands. A change sets what it names and
leaves the rest; it is done as a whole or not at all.

The annotations of an article are a W3C Annotation Container at \`/api/annotations/{article}/\`, under the same tokens.`;

/** The whole document; `desk` is the address of the desk. */
export function openApi(desk: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of Object.values(operations)) {
    const { path, method } = operation;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Claimdesk', version: '1.0.0', description: about, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: new URL(apiBase, desk).href }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: `A personal token. Scopes: ${apiScopes.join(', ')}.` },
      },
      schemas: answerSchemas(),
      parameters,
      responses: Object.fromEntries(Object.values(problems).map(({ name, response }) => [name, response])),
    },
  };
}

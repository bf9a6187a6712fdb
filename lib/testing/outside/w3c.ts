/** The W3C's own assertions on web annotations (its annotation-model tests), which lie in ../shared/datasets where they are. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import { z } from 'zod';
import { dataset } from './datasets';

export const assertions = dataset('w3c');

export const readW3c = (...parts: string[]): unknown =>
  JSON.parse(readFileSync(path.join(assertions.path, ...parts), 'utf8'));

/** The lists of what a document of each kind must be. */
export const mustLists = {
  annotation: 'annotations/annotationMusts.test',
  collection: 'collections/collectionMusts.test',
  page: 'collections/pages/pageMusts.test',
};

/** The files of a list's assertions; none where they are not there. */
export const assertionsOf = (list: string): string[] =>
  assertions.isThere ? z.object({ assertions: z.array(z.string()) }).parse(readW3c(list)).assertions : [];

const definitions = 'annotations bodyTarget choiceSet collections id otherProperties specificResource'.split(' ');
let validator: Ajv | undefined;

function ajv(): Ajv {
  if (validator) return validator;
  validator = new Ajv({
    strict: false,
    allErrors: true,
    formats: {
      // RFC 3986, as strict as the exports are to be; RFC 3339.
      uri: /^[a-z][a-z\d+.-]*:(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[\da-f]{2})+$/i,
      'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
    },
  });
  for (const name of definitions) {
    validator.addSchema(z.record(z.string(), z.unknown()).parse(readW3c('definitions', `${name}.json`)));
  }
  return validator;
}

const checks = new Map<string, (document: unknown) => boolean>();

function passes(file: string, document: unknown): boolean {
  const schema = z.looseObject({ assertionType: z.literal('must'), expectedResult: z.literal('valid') });
  const check = checks.get(file) ?? ajv().compile(schema.parse(readW3c(file)));
  checks.set(file, check);
  return check(document);
}

/** The assertions of a list that a document, as its JSON reads, does not pass. */
export const failedAssertions = (list: string, document: unknown): string[] =>
  assertionsOf(list).filter((file) => !passes(file, JSON.parse(JSON.stringify(document))));

/**
 * JSON for hashing, as RFC 8785 asks: keys in order of UTF-16 code units at every depth, numbers and strings as ECMAScript
 * writes them. PostgreSQL's jsonb keeps neither the order of keys nor the spelling of numbers, so what is hashed is this.
 */

/** A value as the only JSON that RFC 8785 allows for it; what JSON leaves out is left out. Throws for a bigint, as JSON does. */
export function canonicalJson(value: unknown): string {
  return written(value ?? null) ?? 'null';
}

/** Undefined for what JSON leaves out. */
function written(value: unknown): string | undefined {
  // Strings, most of all, and whatever else is no list and no object, is written as JSON.stringify writes it.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return written(value.toJSON());
  if (Array.isArray(value)) return `[${Array.from(value, (item) => written(item) ?? 'null').join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = written((value as Record<string, unknown>)[key]);
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${member}`);
  }
  return `{${members.join(',')}}`;
}

/**
 * JSON for hashing, as RFC 8785 asks: keys in order of UTF-16 code units at every depth, numbers and strings as ECMAScript
 * writes them. PostgreSQL's jsonb keeps neither the order of keys nor the spelling of numbers, so what is hashed is this.
 */

/** A value as the only JSON that RFC 8785 allows for it; what JSON leaves out is left out. */
export function canonicalJson(value: unknown): string {
  return written(JSON.parse(JSON.stringify(value ?? null)));
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${written(member)}`);
  return `{${members.join(',')}}`;
}

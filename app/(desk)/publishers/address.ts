/** The address of an outlet's page, by its name. */
export const publisherHref = (name: string, page = 1): string =>
  `/publishers/${encodeURIComponent(name)}${page > 1 ? `?page=${page}` : ''}`;

/** The name in an address, null where it is none: a part of an address comes as it was written. */
export function publisherIn(part: string): string | null {
  try {
    const name = decodeURIComponent(part);
    return name.length > 0 && name.length <= 200 && !name.includes('\0') ? name : null;
  } catch {
    return null;
  }
}

/** The media types in which a file may be sent to the API. */

/** The usual ending of a file of each type, for bodies without a name. */
export const fileEndings: Readonly<Record<string, string>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/html': 'html',
  'application/xhtml+xml': 'xhtml',
  'text/markdown': 'md',
  'text/plain': 'txt',
  // The name alone tells what it is.
  'application/octet-stream': '',
};
export const fileTypes: readonly string[] = Object.keys(fileEndings);

/** A form with the file as a part (RFC 7578). */
export const formType = 'multipart/form-data';

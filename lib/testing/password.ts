/** A password that the desk takes for anybody, for people in tests. */
export const testPassword = 'correct horse battery';

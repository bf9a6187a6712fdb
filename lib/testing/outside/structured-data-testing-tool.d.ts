/** What the tests use of a checker of structured data that comes without types. */
declare module 'structured-data-testing-tool' {
  type Outcome = { failed: { test: string }[]; passed: { test: string }[] };
  /** Rejects with an error whose `res` is the outcome where a test failed. */
  export function structuredDataTest(html: string, options: { presets: unknown[] }): Promise<Outcome>;
}
declare module 'structured-data-testing-tool/presets.js' {
  const presets: { Google: { presets: { name: string }[] } };
  export default presets;
}

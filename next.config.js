import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './app/i18n/request.ts',
  // Sentences are taken apart when the desk is built; a browser need not load what takes them apart.
  experimental: { messages: { path: './app/i18n', format: 'json', locales: 'infer', precompile: true } },
});

/** Pages get their policy, which has a nonce, from lib/cli/page-policy.mjs. Answers to programs load and show nothing. */
const programPolicy =
  "default-src 'none'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/**
 * Files of sources: shown without script, and without anything from elsewhere. A film is fetched by the document that plays it,
 * with the cookie of its own origin; where nothing runs, that origin opens nothing.
 */
const filePolicy =
  "sandbox allow-same-origin; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; " +
  "object-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/** What reading a PDF needs of pdf.js: the library, its worker, the maps of encodings, the standard fonts and decoders. */
const pdfFiles = [
  'package.json',
  'legacy/build/pdf.mjs',
  'legacy/build/pdf.worker.mjs',
  'cmaps/*',
  'standard_fonts/*',
  'wasm/*',
].map((files) => `./node_modules/pdfjs-dist/${files}`);

/** The worker of pdf.js (lib/cli/prepare.ts), which reads strangers' files: it runs its own decoders and fetches its own parts. */
const pdfPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** What no page of the desk uses, so that nothing that gets into one can either. */
const permissions = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((name) => `${name}=()`)
  .join(', ');

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  poweredByHeader: false,
  // The address of an annotation container ends with a slash (W3C Web Annotation Protocol § 4); other pages take either.
  skipTrailingSlashRedirect: true,
  // Development would print the arguments of actions, passwords among them.
  logging: { serverFunctions: false },
  // `npm run check` proves the types, the tests' among them; a desk that starts need not prove them again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'linkedom'],
  // The worker processes load these; see buildWorker in lib/cli/prepare.ts.
  outputFileTracingIncludes: { '/*': ['./node_modules/@resvg/**/*', ...pdfFiles] },
  // The optimizer keeps what it was asked for in the program's folder: cards of withdrawn reports, and of another desk.
  images: { unoptimized: true },
  experimental: {
    serverActions: { bodySizeLimit: '8mb' },
    // What is sent to an address that proxy.ts matches is kept in memory as a whole: 10 MB for each stranger, unless said.
    proxyClientMaxBodySize: '16kb',
  },
  // A colon in the name of a folder cannot be checked out on every system.
  rewrites: async () => [
    // Some clients escape the colon.
    ...['claims\\:batch', 'claims%3Abatch'].map((name) => ({
      source: `/api/v1/articles/:id/${name}`,
      destination: '/api/v1/articles/:id/claims/batch',
    })),
  ],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Permissions-Policy', value: permissions },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      ],
    },
    { source: '/api/:path*', headers: [{ key: 'Content-Security-Policy', value: programPolicy }] },
    { source: '/pdfjs/:path*', headers: [{ key: 'Content-Security-Policy', value: pdfPolicy }] },
    // Published reports are for everybody: their cards are shown on other sites.
    { source: '/reports/:path*', headers: [{ key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }] },
    // A file of a source is played in a document of its own, which fetches it again: nothing in it may run or lead out.
    { source: '/api/sources/:id/files/:file', headers: [{ key: 'Content-Security-Policy', value: filePolicy }] },
    {
      // Kept pages of strangers: the last policy for a path is the one that is sent.
      source: '/snapshots/:path*',
      headers: [
        {
          key: 'Content-Security-Policy',
          value:
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'",
        },
      ],
    },
  ],
};

export default withNextIntl(config);

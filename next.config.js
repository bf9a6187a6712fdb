import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/i18n/request.ts');

/** What a browser may load and who may frame the desk. Scripts: Next's own inline bootstrap needs 'unsafe-inline'. */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ');

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
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', '@resvg/resvg-js', 'linkedom', 'mammoth'],
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
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
        { key: 'Content-Security-Policy', value: contentSecurityPolicy },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'X-Frame-Options', value: 'DENY' },
      ],
    },
    {
      // Kept pages of strangers: the last policy for a path is the one that is sent.
      source: '/snapshots/:path*',
      headers: [
        {
          key: 'Content-Security-Policy',
          value: "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
        },
      ],
    },
  ],
};

export default withNextIntl(config);

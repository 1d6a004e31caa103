import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  serverExternalPackages: [
    'better-sqlite3',
    'exceljs',
    'pdfmake',
    'fontkit',
    '@prisma/client',
    '@prisma/adapter-better-sqlite3',
  ],
  // With it, a changed message file is seen only after the next start.
  // Actions take what a form of the pages can hold, 10,000 pasted rows included (lib/http/body-limit.ts has the same).
  experimental: { turbopackServerFastRefresh: false, serverActions: { bodySizeLimit: '4mb' } },
  // The types are checked by `npm test`; a start need not wait for it.
  typescript: { ignoreBuildErrors: true },
};

export default createNextIntlPlugin('./app/i18n.ts')(config);

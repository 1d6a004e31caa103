/** The import direction of the house (docs/architecture.md): app → services → (db, import, report, render) → domain. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: { path: '^(app|components|lib|messages|bin|e2e|bench|scripts)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('domain-imports-nothing', '^lib/domain/', '^lib/domain/'),
    only('format-knows-domain', '^lib/format/', '^(lib/(format|domain)|messages)/'),
    only('schemas-know-domain', '^lib/schemas/', '^lib/(schemas|domain|format)/'),
    only('config-stands-alone', '^lib/config/', '^lib/(config|domain)/'),
    only('log-stands-alone', '^lib/log/', '^lib/(log|config)/'),
    only('server-knows-no-pages', '^lib/http/', '^lib/(http|log|config)/'),
    only('import-knows-domain', '^lib/import/', '^lib/(import|domain|format|schemas)/'),
    only(
      'documents-are-bytes',
      '^lib/documents/',
      '^lib/(documents/|domain/|format/|import/(decode-text|xlsx/(zip|read-xml))\\.ts)',
    ),
    only('report-is-pure', '^lib/report/', '^lib/(report|domain|format)/'),
    only(
      'renderers-take-a-model',
      '^lib/render/',
      '^lib/(render/|report/(model\\.ts|print-cell\\.ts|figures/)|format/|domain/)',
    ),
    only('db-knows-domain', '^lib/db/', '^lib/(db|domain|schemas|config)/'),
    only('services-below-pages', '^lib/services/', '^lib/'),
    only('components-take-props', '^components/', '^(components/|lib/(domain|format|schemas)/|messages/)'),
    {
      name: 'prisma-only-in-db',
      severity: 'error',
      from: { pathNot: '^(lib/db/|scripts/)|\\.test\\.ts$' },
      to: { path: '(@prisma/|better-sqlite3|^lib/db/generated/)' },
    },
    {
      name: 'pages-go-through-services',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^lib/(db|import|documents|render)/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^lib/db/generated/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
  },
};

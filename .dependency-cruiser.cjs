// Who may know whom. Each fence has a planted violation in test/architecture/fences.spec.ts that proves it bites.

const ours = '^(apps|libs|infra|test)/';
const spec = '\\.spec\\.ts$|\\.fixtures\\.ts$|/spec/|^test/';
const published = '^libs/contexts/[^/]+/src/published\\.ts$';
const packages = '^node_modules/';

/** What each library may know of ours, besides itself. The picture is in docs/architecture.md. */
const layers = {
  kernel: [],
  'project-files': [],
  documents: [],
  policy: ['^libs/(kernel|project-files)/'],
  'event-store': ['^libs/(kernel|project-files)/'],
  messaging: ['^libs/(kernel|project-files|event-store)/'],
  auth: ['^libs/kernel/'],
  'service-host': ['^libs/(kernel|event-store|messaging|policy|auth)/', '^infra/postgres/'],
  contexts: ['^libs/(kernel|event-store|messaging|policy|documents|auth|service-host)/'],
  views: ['^libs/(kernel|event-store|messaging|auth|service-host|audit)/', published],
  // The demonstration goes through the public HTTP API like everybody else.
  demo: ['^libs/(kernel|project-files)/'],
  audit: ['^libs/(kernel|event-store|messaging|auth|service-host)/', published],
};

const layerFences = Object.entries(layers).map(([lib, known]) => ({
  name: `${lib}-keeps-to-its-layer`,
  comment: `libs/${lib} knows of our libraries only what the table of layers allows.`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: spec },
  to: { path: '^(libs|infra)/', pathNot: [`^libs/${lib}/`, ...known] },
}));

module.exports = {
  forbidden: [
    ...layerFences,
    {
      name: 'kernel-needs-little',
      comment: 'Everything stands on the kernel: it stays free of frameworks and databases.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: spec },
      to: { path: packages, pathNot: `${packages}(zod|decimal\\.js|i18n-iso-countries)/` },
    },
    {
      name: 'domain-knows-only-kernel',
      comment: 'A decider is pure: what it needs to know comes in with the command.',
      severity: 'error',
      from: { path: '^libs/contexts/([^/]+)/src/domain/', pathNot: spec },
      to: { path: '^libs/', pathNot: ['^libs/kernel/', '^libs/contexts/$1/src/domain/'] },
    },
    {
      name: 'domain-is-free-of-frameworks',
      comment: 'The business can be read, and tested, without Nest, a database or the network.',
      severity: 'error',
      from: { path: '^libs/contexts/[^/]+/src/domain/', pathNot: spec },
      to: { path: packages, pathNot: `${packages}(zod|decimal\\.js)/` },
    },
    {
      name: 'domain-reads-no-machine',
      comment: 'No clock, no randomness, no file: no module of Node at all.',
      severity: 'error',
      from: { path: '^libs/contexts/[^/]+/src/domain/', pathNot: spec },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contexts-meet-at-published',
      comment: 'A context shows its facts and sentences in published.ts, and nothing else, to the other contexts.',
      severity: 'error',
      from: { path: '^libs/contexts/([^/]+)/' },
      to: { path: '^libs/contexts/', pathNot: ['^libs/contexts/$1/', published] },
    },
    {
      name: 'contexts-leave-storage-to-the-store',
      comment: 'A handler talks to the store and the bus, never to the database or a broker.',
      severity: 'error',
      from: { path: '^libs/contexts/', pathNot: spec },
      to: { path: `${packages}(pg|typeorm|@nestjs/typeorm|kafkajs|express)/` },
    },
    {
      name: 'published-is-facts-and-sentences',
      comment: 'Whoever reads a fact must not be handed the decider, the handler or Nest with it.',
      severity: 'error',
      from: { path: published },
      to: { pathNot: ['^libs/kernel/', '^libs/contexts/'] },
    },
    {
      name: 'published-hands-out-no-decider',
      comment: 'Facts and the words about them; of what judges, no more than types.',
      severity: 'error',
      from: { path: '^libs/contexts/([^/]+)/src/published\\.ts$' },
      to: {
        path: [
          '^libs/contexts/[^/]+/src/(?!domain/)',
          '^libs/contexts/[^/]+/src/domain/(decide|evolve|rules|commands|lifecycle|state)\\b',
          '^libs/contexts/$1/src/domain/$1\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-imports-an-app',
      comment: 'Apps only start things.',
      severity: 'error',
      from: { path: '^(?:apps/([^/]+)|libs|infra)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'web-knows-only-forms',
      comment:
        'What runs in a browser shares with the server the rules of forms, and nothing that needs Node or a database.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|infra)/', pathNot: ['^libs/kernel/', '^libs/contexts/[^/]+/src/forms\\.ts$'] },
    },
    {
      name: 'forms-hand-out-schemas',
      comment: 'What goes to the browser with the forms is what their schemas need.',
      severity: 'error',
      from: { path: '^libs/contexts/([^/]+)/src/forms\\.ts$' },
      to: { path: '^libs/', pathNot: ['^libs/contexts/$1/src/domain/(commands|events)\\.ts$', '^libs/kernel/'] },
    },
    {
      name: 'web-ground-knows-no-screen',
      comment: 'Screens are loaded when they are gone to: what stands under all of them must not bring one along.',
      severity: 'error',
      from: { path: '^apps/web/src/(api|forms|live|session|shell|ui|words)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/help/topics\\.ts$' },
    },
    {
      name: 'infra-knows-nothing-of-ours',
      comment: 'What runs beside Exeat does not depend on it.',
      severity: 'error',
      from: { path: '^infra/', pathNot: spec },
      to: { path: '^libs/', pathNot: '^libs/project-files/' },
    },
    {
      name: 'libraries-have-one-door',
      comment: 'From outside, a library is what its index exports.',
      severity: 'error',
      from: { path: '^(?:apps|libs|infra)/([^/]+)/' },
      to: {
        path: '^(?:libs/(?!contexts/)|infra/)',
        pathNot: [
          '^(?:libs|infra)/$1/',
          '^(?:libs|infra)/[^/]+/(src/)?index\\.ts$',
          '^libs/kernel/src/spec/index\\.ts$',
        ],
      },
    },
    {
      name: 'broker-stays-in-messaging',
      comment: 'The Kafka client can be replaced without anybody else noticing.',
      severity: 'error',
      from: { path: ours, pathNot: ['^libs/messaging/', '^test/'] },
      to: { path: `${packages}kafkajs/` },
    },
    {
      name: 'development-sign-in-stays-apart',
      comment: 'The identity provider with one-click personas is for development; only its own folder knows it.',
      severity: 'error',
      from: { path: ours, pathNot: '^libs/auth/src/development/' },
      to: { path: `${packages}(@types/)?oidc-provider/` },
    },
    {
      name: 'product-needs-no-spec',
      comment: 'Code that runs does not lean on code that tests.',
      severity: 'error',
      from: { path: '^(apps|libs|infra)/', pathNot: spec },
      to: { path: spec },
    },
    {
      name: 'product-needs-no-development-package',
      comment: 'What runs in production is in dependencies, not in devDependencies.',
      severity: 'error',
      from: { path: '^(apps|libs|infra)/', pathNot: [spec, '\\.bench\\.ts$', '^apps/web/vite\\.config\\.ts$'] },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only', 'type-import'],
        pathNot: `${packages}@types/`,
      },
    },
    {
      name: 'packages-are-listed',
      comment: 'A package that is used stands in package.json.',
      severity: 'error',
      from: { path: ours },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'imports-lead-somewhere',
      comment: 'An import that cannot be resolved passes every other fence unseen.',
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Two classes that load each other start half-made. Types alone may refer to each other.',
      severity: 'error',
      from: { path: ours },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'pre-compilation-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules/\\.cache|dist|coverage)/|^apps/web/src/.*\\.(scss|svg|json)$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    parser: 'tsc',
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};

/** A small tree that breaks every fence once, and nothing else. Each entry: the fence, the file, what it holds. */
export interface Planted {
  readonly fence: string;
  readonly from: string;
  readonly imports: string;
}

const planted = (fence: string, from: string, imports: string): Planted => ({ fence, from, imports });

export const violations: readonly Planted[] = [
  planted('kernel-keeps-to-its-layer', 'libs/kernel/src/curious.ts', '@exeat/policy'),
  planted('project-files-keeps-to-its-layer', 'libs/project-files/src/curious.ts', '@exeat/kernel'),
  planted('documents-keeps-to-its-layer', 'libs/documents/src/curious.ts', '@exeat/kernel'),
  planted('policy-keeps-to-its-layer', 'libs/policy/src/curious.ts', '@exeat/event-store'),
  planted('event-store-keeps-to-its-layer', 'libs/event-store/src/curious.ts', '@exeat/messaging'),
  planted('messaging-keeps-to-its-layer', 'libs/messaging/src/curious.ts', '@exeat/auth'),
  planted('auth-keeps-to-its-layer', 'libs/auth/src/curious.ts', '@exeat/service-host'),
  planted('service-host-keeps-to-its-layer', 'libs/service-host/src/curious.ts', '@exeat/submission'),
  planted('contexts-keeps-to-its-layer', 'libs/contexts/licensing/src/curious.ts', '@exeat/views'),
  planted('views-keeps-to-its-layer', 'libs/views/my-cases/my-cases.ts', '@exeat/submission/module'),
  planted(
    'audit-keeps-to-its-layer',
    'libs/audit/src/curious.ts',
    '../../contexts/submission/src/domain/submission.js',
  ),
  planted('demo-keeps-to-its-layer', 'libs/demo/src/short-cut.ts', '@exeat/event-store'),
  planted('kernel-needs-little', 'libs/kernel/src/greedy.ts', '@nestjs/common'),
  planted('domain-knows-only-kernel', 'libs/contexts/submission/src/domain/asks-policy.ts', '@exeat/policy'),
  planted('domain-knows-only-kernel', 'libs/contexts/submission/src/domain/asks-next-door.ts', '@exeat/licensing'),
  planted('domain-is-free-of-frameworks', 'libs/contexts/submission/src/domain/decorated.ts', '@nestjs/common'),
  planted('domain-reads-no-machine', 'libs/contexts/submission/src/domain/random.ts', 'node:crypto'),
  planted(
    'contexts-meet-at-published',
    'libs/contexts/licensing/src/licensing.handler.ts',
    '../../submission/src/submission.module.js',
  ),
  planted('contexts-leave-storage-to-the-store', 'libs/contexts/licensing/src/by-hand.ts', 'pg'),
  planted('published-is-facts-and-sentences', 'libs/contexts/security-review/src/published.ts', '@exeat/messaging'),
  planted(
    'published-hands-out-no-decider',
    'libs/contexts/technical-review/src/published.ts',
    './domain/technical-review.js',
  ),
  planted('nothing-imports-an-app', 'apps/cli/src/main.ts', '../../platform/src/main.js'),
  planted('nothing-imports-an-app', 'libs/audit/src/starter.ts', '../../../apps/platform/src/main.js'),
  planted('web-knows-only-forms', 'apps/web/src/api/short-cut.ts', '@exeat/policy'),
  planted('forms-hand-out-schemas', 'libs/contexts/technical-review/src/forms.ts', './domain/technical-review.js'),
  planted('web-ground-knows-no-screen', 'apps/web/src/ui/knows-too-much.ts', '../features/audit.routes'),
  planted('infra-knows-nothing-of-ours', 'infra/postgres/src/curious.ts', '@exeat/kernel'),
  planted('libraries-have-one-door', 'libs/messaging/src/burglar.ts', '../../event-store/src/postgres.js'),
  planted('libraries-have-one-door', 'apps/platform/src/burglar.ts', '../../../libs/event-store/src/postgres.js'),
  planted('broker-stays-in-messaging', 'libs/service-host/src/producer.ts', 'kafkajs'),
  planted('development-sign-in-stays-apart', 'libs/auth/src/everywhere.ts', 'oidc-provider'),
  planted('product-needs-no-spec', 'libs/policy/src/leaning.ts', './policy.spec.js'),
  planted('product-needs-no-spec', 'libs/auth/src/leaning.ts', '../../../test/journeys/case.js'),
  planted('product-needs-no-development-package', 'libs/policy/src/checked.ts', 'fast-check'),
  planted('packages-are-listed', 'libs/policy/src/borrowed.ts', 'left-over'),
  planted('imports-lead-somewhere', 'libs/policy/src/lost.ts', './nowhere.js'),
];

/** Two files that load each other, and two that only name each other's types. */
export const cycle = {
  'libs/policy/src/hen.ts': `import { egg } from './egg.js';\nexport const hen = () => egg;\n`,
  'libs/policy/src/egg.ts': `import { hen } from './hen.js';\nexport const egg = () => hen;\n`,
  'libs/policy/src/word.ts': `import type { Meaning } from './meaning.js';\nexport interface Word { means: Meaning }\n`,
  'libs/policy/src/meaning.ts': `import type { Word } from './word.js';\nexport interface Meaning { of: Word }\n`,
};

/** What the violations reach for. Innocent in itself, and so are the specs, which may know more. */
export const innocent: Readonly<Record<string, string>> = {
  'libs/kernel/src/index.ts': `import { z } from 'zod';\nexport const kernel = z;\n`,
  'libs/kernel/src/spec/index.ts': `import { expect } from '@jest/globals';\nexport const spec = expect;\n`,
  'libs/event-store/src/index.ts': `import { kernel } from '@exeat/kernel';\nimport pg from 'pg';\nexport const store = [kernel, pg];\n`,
  'libs/event-store/src/postgres.ts': `export const inside = 1;\n`,
  'libs/event-store/src/store.int.spec.ts': `import { startTestPostgres } from '@exeat/postgres';\nstartTestPostgres();\n`,
  'libs/messaging/src/index.ts': `import { store } from '@exeat/event-store';\nimport { Kafka } from 'kafkajs';\nexport const feed = [store, Kafka];\n`,
  'libs/policy/src/index.ts': `import { kernel } from '@exeat/kernel';\nexport const policy = kernel;\n`,
  'libs/policy/src/policy.spec.ts': `import fc from 'fast-check';\nimport { policy } from './index.js';\nexport const checked = [fc, policy];\n`,
  'libs/auth/src/index.ts': `export const auth = 1;\n`,
  'libs/auth/src/development/provider.ts': `import Provider from 'oidc-provider';\nexport const provider = Provider;\n`,
  'libs/service-host/src/index.ts': `import { auth } from '@exeat/auth';\nexport const host = auth;\n`,
  'libs/views/index.ts': `import { submissionFacts } from '@exeat/submission';\nexport const views = submissionFacts;\n`,
  'libs/contexts/submission/src/domain/events.ts': `import { kernel } from '@exeat/kernel';\nexport const submissionFacts = [kernel];\n`,
  'libs/contexts/submission/src/domain/submission.ts': `import { submissionFacts } from './events.js';\nexport const submission = submissionFacts;\n`,
  'libs/contexts/submission/src/domain/submission.spec.ts': `import { spec } from '@exeat/kernel/spec';\nimport { submission } from './submission.js';\nexport const tested = [spec, submission];\n`,
  'libs/contexts/submission/src/published.ts': `import type { Submission } from './domain/submission.js';\nexport { submissionFacts } from './domain/events.js';\nexport type Seen = Submission;\n`,
  'libs/contexts/submission/src/submission.module.ts': `import { Module } from '@nestjs/common';\nimport { host } from '@exeat/service-host';\nexport const module = [Module, host];\n`,
  'libs/contexts/licensing/src/published.ts': `export const licensingFacts = [];\n`,
  'libs/contexts/licensing/src/reactions.ts': `import { submissionFacts } from '@exeat/submission';\nexport const reactions = submissionFacts;\n`,
  'libs/contexts/technical-review/src/domain/technical-review.ts': `export const decider = 1;\n`,
  'apps/web/src/features/audit.routes.tsx': `export const auditRoutes = [];\n`,
  'infra/postgres/src/index.ts': `import pg from 'pg';\nexport const startTestPostgres = () => pg;\n`,
  'apps/platform/src/main.ts': `import { module } from '@exeat/submission/module';\nimport { views } from '@exeat/views';\nexport const list = [module, views];\n`,
  'test/journeys/case.ts': `import { module } from '@exeat/submission/module';\nexport const started = module;\n`,
};

const listed = ['zod', '@nestjs/common', 'pg', 'kafkajs', 'oidc-provider'];
const forDevelopment = ['fast-check', '@jest/globals'];

/** Packages as far as an import needs them; `left-over` is installed and listed nowhere. */
export const packages: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: Object.fromEntries(listed.map((name) => [name, '1.0.0'])),
    devDependencies: Object.fromEntries(forDevelopment.map((name) => [name, '1.0.0'])),
  }),
  ...Object.fromEntries(
    [...listed, ...forDevelopment, 'left-over'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'module.exports = {};\n'],
    ]),
  ),
};

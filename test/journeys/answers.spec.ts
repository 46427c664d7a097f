import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@exeat/demo';
import { projectFile } from '@exeat/project-files';
import { aContent } from '@exeat/kernel/spec';
import { z } from 'zod';
import { documentOf, pathWith, routesIn, type ApiDocument, type ApiRoute } from './api-routes.js';
import { startOwnPlatform, type Accepted, type RunningPlatform } from './platform.js';
import { prepare, type Prepared } from './prepared.js';
import { personaOf, testedRoles, whoMay } from './who-may.js';

let on: RunningPlatform;
let prepared: Prepared;
let document: ApiDocument;
let head: number;
beforeAll(async () => {
  on = await startOwnPlatform();
  prepared = await prepare(on);
  head = await on.settled();
  document = await documentOf(on);
}, 60_000);
afterAll(() => on.stop());

/** The schema of a route's answer, with the parts it refers to. */
const answerSchema = ({ operation }: ApiRoute): z.ZodType | undefined => {
  const schema = operation.responses['200']?.content?.['application/json']?.schema;
  if (!schema) return undefined;
  const whole = { ...schema, $defs: document.components.schemas };
  const local = JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(local) as Parameters<typeof z.fromJSONSchema>[0]);
};

/** What stands for the parameters of a path: each at every stage that was prepared. */
const filledIn = (path: string): readonly string[] => {
  const known = {
    ...{ licenceNumber: prepared['licence'] ?? '', ruleSet: 'us-ear-2026-07-23' },
    ...{ documentId: prepared['document'] ?? prepared['unknown'] ?? '' },
  };
  const stages = ['draft', 'filed', 'claimed', 'secured', 'decision', 'settled', 'proposed', 'licensed'];
  const cases = path.includes('{caseId}') ? stages.map((stage) => prepared[stage] ?? '') : [''];
  return cases.map((caseId) => pathWith(path, { ...known, caseId }));
};

/** What stands for the parameters that a route cannot do without. */
const asked = ({ operation: { parameters }, name }: ApiRoute): string => {
  const known: Readonly<Record<string, string>> = {
    at: String(head),
    from: '1',
    to: String(head),
    q: 'Northgate',
    model: 'H20',
    pointer: '/status',
  };
  const query = new URLSearchParams();
  for (const parameter of parameters.filter(({ in: where, required }) => where === 'query' && required)) {
    const value = known[parameter.name];
    if (value === undefined) throw new Error(`Say what ?${parameter.name}= of ${name} stands for.`);
    query.set(parameter.name, value);
  }
  return query.size > 0 ? `?${query.toString()}` : '';
};

describe('the document that is served', () => {
  it('is docs/openapi.json, but for its version; otherwise: npm run api', () => {
    const written = JSON.parse(readFileSync(projectFile('docs/openapi.json'), 'utf8')) as ApiDocument;
    expect({ ...document, info: written.info }).toEqual(written);
  });

  it('says of every answer to reading what it is, to everybody and at every stage', async () => {
    const wrong: string[] = [];
    const answered = new Set<string>();
    for (const route of routesIn(document).filter(({ method }) => method === 'GET')) {
      const schema = answerSchema(route);
      if (!schema) continue;
      for (const role of testedRoles.filter((each) => whoMay[route.name]?.includes(each)))
        for (const path of filledIn(route.path)) {
          const { status, body } = await (await on.as(personaOf[role])).get(`${path}${asked(route)}`);
          if (status !== 200) continue;
          answered.add(route.name);
          const { error } = schema.safeParse(body);
          if (error) wrong.push(`${path} to ${role}: ${z.prettifyError(error)}`);
        }
      if (!answered.has(route.name)) wrong.push(`${route.name}: nobody was answered`);
    }
    expect(wrong).toEqual([]);
    expect(answered.size).toBeGreaterThan(25);
  }, 60_000);
});

describe('earlier drafts', () => {
  it('are all there, newest first and page by page, and one can be restored by saving it again', async () => {
    const nora = await on.as(cast.northgateCompliance);
    const { caseId } = (await nora.ask<Accepted>('/applications', { reference: 'Drafts' })).body;
    const save = (sections: object) => nora.ask(`/applications/${caseId}/draft`, { sections }, { method: 'PATCH' });
    const whole = aContent();
    for (const sections of [whole, { endUse: 'Something else altogether, for now.' }, { exportFrom: 'CA' }])
      expect((await save(sections)).status).toBe(200);

    interface Drafts {
      readonly items: readonly { readonly version: number; readonly saved: string[]; readonly sections: object }[];
      readonly next?: string;
    }
    const first = (await nora.get<Drafts>(`/applications/${caseId}/drafts?limit=2`)).body;
    const rest = (await nora.get<Drafts>(`/applications/${caseId}/drafts?limit=2&cursor=${first.next}`)).body;
    const drafts = [...first.items, ...rest.items];
    expect(drafts.map(({ version, saved }) => [version, saved])).toEqual([
      [4, ['exportFrom']],
      [3, ['endUse']],
      [2, ['exportFrom', 'parties', 'items', 'endUse', 'certifications']],
    ]);
    expect(rest.next).toBeUndefined();

    await save(drafts.at(-1)?.sections ?? {});
    const { body } = await nora.get<{ sections: object }>(`/applications/${caseId}/draft`);
    expect(body.sections).toEqual(whole);
  });
});

import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import { caseOf } from './a-note.js';
import { measureFirstLoad } from './measure.js';
import { browserStage } from './stage.js';

jest.setTimeout(60_000);
const stage = browserStage({ demo: true });
let caseId: string;
beforeAll(async () => void (caseId = await caseOf(stage, cast.auditor, 'NG-B300')));

/** Of JavaScript, compressed, for whoever has never been there. */
const most = 250_000;

describe('the first load', () => {
  it.each([
    { name: 'the exporter’s start page', persona: cast.northgateCompliance, at: () => '/my-cases' },
    { name: 'the technical queue', persona: cast.reviewerAda, at: () => '/queues/technical' },
    { name: 'the worklist of decisions', persona: cast.officerLena, at: () => '/decisions' },
    { name: 'a case', persona: cast.officerLena, at: () => `/cases/${caseId}` },
    { name: 'the audit trail', persona: cast.auditor, at: () => '/audit' },
  ])('of $name stays small', async ({ name, persona, at }) => {
    const page = await stage.signIn(persona, { at: '/api/v1/me' });
    const { scriptBytes, styleBytes } = await measureFirstLoad(page, name, at());
    expect(scriptBytes).toBeGreaterThan(50_000);
    expect(scriptBytes).toBeLessThan(most);
    expect(styleBytes).toBeLessThan(60_000);
  });

  it('for whoever has not signed in stays small, too', async () => {
    const page = await stage.visit({ at: '/api/v1/docs' });
    stage.expectTrouble(/^console: .*status of 401/);
    const { scriptBytes } = await measureFirstLoad(page, 'the way in', '/');
    expect(scriptBytes).toBeLessThan(most);
  });
});

describe('the files of the web', () => {
  it('come compressed and are kept for ever, and the page itself is not kept', async () => {
    const page = await (await fetch(stage.platform.url)).text();
    const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
    expect(files.length).toBeGreaterThan(1);
    for (const path of files)
      for (const encoding of ['br', 'gzip']) {
        const { headers } = await fetch(`${stage.platform.url}${path}`, { headers: { 'Accept-Encoding': encoding } });
        expect([path, headers.get('content-encoding')]).toEqual([path, encoding]);
        expect(headers.get('cache-control')).toMatch(/immutable/);
        expect(headers.get('vary')).toMatch(/accept-encoding/i);
      }
    const { headers } = await fetch(`${stage.platform.url}/cases`);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

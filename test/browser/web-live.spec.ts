import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page, Request } from 'playwright-core';
import { caseOf } from './a-note.js';
import { announced } from './announcements.js';
import { browserStage } from './stage.js';

jest.setTimeout(40_000);
const stage = browserStage({ demo: true });
let caseId: string;
beforeAll(async () => void (caseId = await caseOf(stage, cast.auditor, 'NG-B300')));

/** Somebody else writes a note, past every page. */
const noteOfMarcus = async (text: string) => {
  const marcus = await stage.platform.as(cast.officerMarcus);
  expect((await marcus.ask(`/cases/${caseId}/notes`, { text })).status).toBe(201);
};
const shown = (page: Page, text: string) => page.locator('.notes__text', { hasText: text }).waitFor();

/** Tabs of one person, with the streams of news that stand open at any time. */
const tabs = async (count: number) => {
  const first = await stage.signIn(cast.officerLena, { at: '/help' });
  const context = first.context();
  const streams = new Set<Request>();
  context.on('request', (request) => request.url().endsWith('/api/v1/live') && streams.add(request));
  context.on('requestfinished', (request) => streams.delete(request));
  context.on('requestfailed', (request) => streams.delete(request));
  await first.goto(`${stage.platform.url}/cases/${caseId}`);
  const all = [first];
  while (all.length < count) {
    const next = await context.newPage();
    await next.goto(`${stage.platform.url}/cases/${caseId}`);
    all.push(next);
  }
  for (const page of all) await page.getByRole('textbox', { name: 'Write a note' }).waitFor();
  return { all, open: () => [...streams].filter((request) => !request.frame().page().isClosed()).length };
};

describe('news of what happens', () => {
  it('reach every tab of a person over one stream, and are said to who listens', async () => {
    const { all, open } = await tabs(3);
    expect(open()).toBe(1);
    await noteOfMarcus('For three tabs');
    for (const page of all) {
      await shown(page, 'For three tabs');
      await announced(page, /Marcus Bell .*note/i);
    }
    expect(open()).toBe(1);
  });

  it('go on where the tab that listened is closed, and what happened in between is found', async () => {
    const { all, open } = await tabs(2);
    const [listening, other] = all as [Page, Page];
    await listening.close();
    await noteOfMarcus('While nobody listened');
    await shown(other, 'While nobody listened');
    await noteOfMarcus('To the one that took over');
    await shown(other, 'To the one that took over');
    expect(open()).toBe(1);
  });

  it('are told to be missing where the stream is interrupted, in each tab, and recover by themselves', async () => {
    const { all } = await tabs(2);
    const context = all[0]!.context();
    stage.expectTrouble(/^console: .*(status of 503|ERR_)/);
    await context.route('**/api/v1/live', (route) => route.fulfill({ status: 503, body: '' }));
    await context.setOffline(true);
    for (const page of all) await page.getByText('No connection.').waitFor();
    await announced(all[0]!, /No connection/);
    await context.setOffline(false);
    for (const page of all) await page.getByText('Live updates are interrupted.').waitFor();
    await noteOfMarcus('While the stream was down');
    await context.unroute('**/api/v1/live');
    for (const page of all) {
      await shown(page, 'While the stream was down');
      await page.getByText('Live updates are interrupted.').waitFor({ state: 'hidden' });
    }
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { cast } from '@exeat/demo';
import type { Page } from 'playwright-core';
import { draftOf } from './an-application.js';
import { announced } from './announcements.js';
import { axe } from './axe.js';
import { reflows, targetSizes } from './layout.js';
import { shoot } from './screens.js';
import { browserStage } from './stage.js';

const stage = browserStage();
jest.setTimeout(60_000);

const file = (name: string, content: string | Buffer, mimeType = 'text/plain') => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});
const pdf = file('Data sheet.pdf', `%PDF-1.7\n${'%'.repeat(200_000)}\n%%EOF\n`, 'application/pdf');
const statement = file('Statement of the end user.txt', 'We shall use them in our data centre and nowhere else.');

/** By the button, as a person does. */
const choose = async (page: Page, files: ReturnType<typeof file>[]) => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).press('Enter');
  await (await chooser).setFiles(files);
};

describe('documents', () => {
  it('are attached by button, shown with their digest, downloaded as they were, and removed after asking', async () => {
    const caseId = await draftOf(stage.platform, 'NG-DOCUMENTS');
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}/documents` });
    await nora.getByText('No document is attached').waitFor();
    await choose(nora, [pdf, statement]);
    await announced(nora, /Data sheet\.pdf is attached/);
    await announced(nora, /Statement of the end user\.txt is attached/);
    const list = nora.getByRole('list', { name: 'Attached documents' });
    expect(await list.getByRole('listitem').count()).toBe(2);
    await list.getByText(createHash('sha256').update(pdf.buffer).digest('hex')).waitFor();
    await axe(nora);
    await reflows(nora);
    await targetSizes(nora);
    await shoot(nora, 'exporter-documents');

    const download = nora.waitForEvent('download');
    await list.getByRole('link', { name: 'Data sheet.pdf' }).click();
    expect((await download).suggestedFilename()).toBe('Data sheet.pdf');

    await nora.getByRole('button', { name: 'Remove Data sheet.pdf' }).click();
    await nora.getByRole('button', { name: 'No, keep' }).click();
    expect(await list.getByRole('listitem').count()).toBe(2);
    await nora.getByRole('button', { name: 'Remove Data sheet.pdf' }).click();
    await nora.getByRole('button', { name: 'Yes, remove' }).click();
    await list.getByRole('link', { name: 'Data sheet.pdf' }).waitFor({ state: 'detached' });
    expect(await list.getByRole('listitem').count()).toBe(1);
    expect(await nora.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await nora.getByRole('link', { name: 'Back to the task list' }).click();
    await nora.getByText('1 document attached').waitFor();
  });

  it('of a wrong kind, empty, or attached already are told apart, and the others go on', async () => {
    const caseId = await draftOf(stage.platform, 'NG-WRONG-FILES');
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}/documents` });
    await choose(nora, [statement]);
    await announced(nora, /Statement of the end user\.txt is attached/);
    stage.expectTrouble(/^console: .*status of 422/);
    await choose(nora, [
      file('program.exe', 'MZ\u0000\u0001'),
      file('picture.png', 'no picture at all'),
      file('empty.txt', ''),
      file('The same again.txt', statement.buffer),
      pdf,
    ]);
    await announced(nora, /program\.exe was not attached: .+/);
    await announced(nora, /picture\.png was not attached: .+/);
    await announced(nora, /empty\.txt was not attached: It is empty/);
    await announced(nora, /The same again\.txt is the same file as Statement of the end user\.txt/);
    await announced(nora, /Data sheet\.pdf is attached/);
    expect(await nora.getByRole('list', { name: 'Attached documents' }).getByRole('listitem').count()).toBe(2);
  });

  it('can be dropped', async () => {
    const caseId = await draftOf(stage.platform, 'NG-DROPPED');
    const nora = await stage.signIn(cast.northgateCompliance, { at: `/applications/${caseId}/documents` });
    await nora.getByText('Drop files here, or').waitFor();
    const dropped = await nora.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['dropped here'], 'dropped.txt', { type: 'text/plain' }));
      return transfer;
    });
    await nora.dispatchEvent('.upload__zone', 'drop', { dataTransfer: dropped });
    await announced(nora, /dropped\.txt is attached/);
  });
});

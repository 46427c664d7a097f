import { describe, expect, it } from '@jest/globals';
import { cast } from '@exeat/demo';
import { axe } from './axe.js';
import { atLicensing, card, elsewhere, licensingOf, part, settleAll } from './decision-cases.js';
import { nasty, nothingRan, problemAt } from './nasty-input.js';
import { browserStage } from './stage.js';

const stage = browserStage({ demo: true });
const units = 'Units to approve of line 1, H20 SXM 96GB';

describe('two officers at once', () => {
  it('propose one decision: the other is shown who was faster', async () => {
    const run = await atLicensing(stage, 'Proposed at once');
    await settleAll(stage, run);
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'decision') });
    await lena.getByLabel(units).fill('1000');
    await lena.getByLabel('Reasons of the decision').fill('Case by case.');
    await lena.route(
      '**/approval',
      async (route) => {
        await elsewhere(stage, run, cast.officerMarcus, 'denial', { criteria: ['15 CFR 742.6'], reasons: 'No.' });
        await route.continue();
      },
      { times: 1 },
    );
    stage.expectTrouble(/^console: .*status of 412/);
    await lena.getByRole('button', { name: 'Propose the approval' }).click();
    await lena.getByText('Somebody was faster').waitFor();
    await lena
      .getByRole('list', { name: 'Somebody was faster' })
      .getByText(/Marcus Bell proposed/)
      .waitFor();
    await lena.getByText('Marcus Bell has proposed meanwhile').waitFor();
    await axe(lena);
    stage.expectTrouble(/^console: .*status of 409/);
    await lena.getByRole('button', { name: 'Apply mine as well' }).click();
    await lena.getByText(/Propose approval is not possible while/).waitFor();
    expect(await lena.getByLabel('Reasons of the decision').inputValue()).toBe('Case by case.');
    expect((await licensingOf(stage, run)).proposal).toMatchObject({
      decision: 'denial',
      officer: { id: cast.officerMarcus },
    });
  }, 60_000);

  it('are told that conditions changed before they propose on others', async () => {
    const run = await atLicensing(stage, 'Changed meanwhile');
    await settleAll(stage, run);
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'decision') });
    await lena.getByLabel(units).fill('1000');
    await lena.getByLabel('Reasons of the decision').fill('Case by case.');
    const [first] = (await licensingOf(stage, run)).conditions;
    await elsewhere(stage, run, cast.officerMarcus, `conditions/${first?.conditionId}/drop`, { reason: 'Not needed.' });
    stage.expectTrouble(/^console: .*status of 412/);
    await lena.getByRole('button', { name: 'Propose the approval' }).click();
    await lena
      .getByRole('list', { name: 'Somebody was faster' })
      .getByText(/Marcus Bell dropped/)
      .waitFor();
    await lena.getByRole('button', { name: 'Apply mine as well' }).click();
    await lena.getByRole('heading', { name: 'Lena Fischer proposes to approve' }).waitFor();
    await lena.getByRole('heading', { name: 'Under 2 conditions' }).waitFor();
  }, 60_000);

  it('do not count what they did themselves as somebody else’s act', async () => {
    const run = await atLicensing(stage, 'Own acts');
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'conditions') });
    await card(lena, 3).getByRole('button', { name: 'Drop' }).click();
    await lena.getByLabel('Why it is dropped').fill('Not needed.');
    await card(lena, 1).getByRole('button', { name: 'Adopt' }).click();
    await card(lena, 1).getByText('Adopted', { exact: true }).waitFor();
    await card(lena, 3).getByRole('button', { name: 'Drop' }).click();
    // What was typed was kept while another condition was settled.
    await lena.getByText('We kept what you typed here before.').waitFor();
    await lena.getByRole('button', { name: 'Drop the condition' }).click();
    await card(lena, 3).getByText('Not part of the decision').waitFor();
  }, 60_000);
});

describe('bad input', () => {
  it('of an approval is told at its field', async () => {
    const run = await atLicensing(stage, 'Bad approval');
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'decision') });
    const send = () => lena.getByRole('button', { name: 'Propose the approval' }).click();
    await send();
    expect(await problemAt(lena, units)).toContain('Approve at least one line, or deny.');
    expect(await problemAt(lena, 'Reasons of the decision')).toContain('Is missing.');
    await axe(lena);
    for (const [typed, told] of [
      ['2001', '2,000 were applied for; 2,001 are more.'],
      ['0', 'A whole number of at least 1'],
      ['1,000', 'A whole number of at least 1'],
      [nasty.formula, 'A whole number of at least 1'],
      [nasty.script, 'A whole number of at least 1'],
    ] as const) {
      await lena.getByLabel(units).fill(typed);
      await send();
      expect(await problemAt(lena, units)).toContain(told);
    }
    await lena.getByLabel(units).fill('1');
    await lena.getByLabel(/^Last day of the licence/).fill('2020-01-01');
    for (const [typed, told] of [
      [nasty.oversized, 'Takes at most 4000 characters.'],
      [nasty.bidi, 'No control characters.'],
    ] as const) {
      await lena.getByLabel('Reasons of the decision').fill(typed);
      await send();
      expect(await problemAt(lena, 'Reasons of the decision')).toContain(told);
    }
    await lena.getByLabel('Reasons of the decision').fill(nasty.script);
    stage.expectTrouble(/^console: .*status of (409|422)/);
    await send();
    expect(await problemAt(lena, /^Last day of the licence/)).toContain('before it begins');
    await lena.getByText(/Adopt, reword or drop what has been proposed/).waitFor();
    await nothingRan(lena);
    expect((await licensingOf(stage, run)).status).toBe('settling');
  }, 60_000);

  it('of a denial and of a return is told at its field, and what is typed stays text', async () => {
    const run = await atLicensing(stage, 'Bad denial');
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'decision', '&propose=denial') });
    const send = () => lena.getByRole('button', { name: 'Propose the denial' }).click();
    await send();
    expect(await problemAt(lena, 'Criterion 1')).toContain('Is missing.');
    await lena.getByRole('button', { name: 'Add another criterion' }).click();
    await lena.getByLabel('Criterion 1').fill(nasty.formula);
    for (const typed of [nasty.bidi, nasty.zeroWidth]) {
      await lena.getByLabel(/^Criterion 2/).fill(typed);
      await send();
      expect(await problemAt(lena, /^Criterion 2/)).toContain('No control or invisible characters.');
    }
    await lena.getByLabel(/^Reasons kept from/).fill(nasty.oversized);
    await send();
    expect(await problemAt(lena, /^Reasons kept from/)).toContain('Takes at most 4000 characters.');
    await lena.getByLabel(/^Reasons kept from/).fill('');
    await lena.getByRole('button', { name: 'Remove Criterion 2' }).click();
    await lena.getByLabel('Reasons of the decision').fill(nasty.script);
    await send();
    await lena.getByText(nasty.script).first().waitFor();
    await lena.getByText(nasty.formula).first().waitFor();
    await nothingRan(lena);

    const other = await atLicensing(stage, 'Bad return');
    await lena.goto(`${stage.platform.url}${part(other, 'decision', '&propose=return')}`);
    await lena.getByRole('button', { name: 'Return the application' }).click();
    await lena
      .getByRole('alert')
      .getByText(/What the exporter has to do: Is missing/)
      .waitFor();
    expect(await lena.getByRole('alert').getByRole('link').count()).toBe(2);
  }, 60_000);

  it('of a condition is told at its parameter', async () => {
    const run = await atLicensing(stage, 'Bad conditions');
    const lena = await stage.signIn(cast.officerLena, { at: part(run, 'conditions') });
    await card(lena, 2).getByRole('button', { name: 'Reword' }).click();
    const send = () => lena.getByRole('button', { name: 'Reword the condition' }).click();
    await send();
    expect(await problemAt(lena, 'Why it is reworded')).toContain('Is missing.');
    await lena.getByLabel('Why it is reworded').fill(nasty.script);
    await lena.getByLabel('The site').fill(nasty.bidi);
    stage.expectTrouble(/^console: .*status of 422/);
    await send();
    expect(await problemAt(lena, 'The site')).toContain('must be text of at most 300 characters');
    await lena.getByLabel('The site').fill('');
    await send();
    expect(await problemAt(lena, 'The site')).toContain('is missing');
    await lena.getByLabel('The site').fill(nasty.script);
    await send();
    await card(lena, 2).locator('blockquote').getByText(nasty.script).waitFor();

    await card(lena, 1).getByRole('button', { name: 'Reword' }).click();
    for (const typed of ['0', '3651', nasty.formula]) {
      await lena.getByLabel(/^The number of days/).fill(typed);
      await lena.getByLabel('Why it is reworded').fill('Because.');
      await send();
      expect(await problemAt(lena, /^The number of days/)).toContain('a whole number of days from 1 to 3650');
    }
    await card(lena, 1).getByRole('button', { name: 'Cancel' }).click();
    await lena.getByRole('button', { name: 'Add a condition' }).click();
    await lena.getByRole('button', { name: 'Add the condition' }).click();
    expect(await problemAt(lena, 'Clause')).toContain('Is missing.');
    await nothingRan(lena);
  }, 60_000);

  it('of sending back is told at its field', async () => {
    const run = await atLicensing(stage, 'Bad way back');
    await settleAll(stage, run);
    await elsewhere(stage, run, cast.officerLena, 'approval', { lines: [{ line: 1, quantity: '1' }], reasons: 'One.' });
    const rosa = await stage.signIn(cast.countersignerRosa, { at: part(run, 'decision') });
    await rosa.getByRole('button', { name: 'Send back' }).click();
    for (const [typed, told] of [
      ['   ', 'Some text.'],
      [nasty.oversized, 'Takes at most 4000 characters.'],
    ] as const) {
      await rosa.getByLabel('Why it is sent back').fill(typed);
      await rosa.getByRole('button', { name: 'Send the proposal back' }).click();
      expect(await problemAt(rosa, 'Why it is sent back')).toContain(told);
    }
    expect((await licensingOf(stage, run)).status).toBe('proposed');
  }, 60_000);
});

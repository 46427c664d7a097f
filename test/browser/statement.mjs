// Writes docs/accessibility.md from what a run of the browser lane has checked.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';

const file = join(import.meta.dirname, '../../docs/accessibility.md');
const criteria = JSON.parse(await readFile(join(import.meta.dirname, 'criteria.json'), 'utf8'));

/** `checkedFile` has a line of JSON for each check that passed: { check, screen }. */
export const writeStatement = async (checkedFile) => {
  const passed = (await readFile(checkedFile, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const screensOf = (check) =>
    [...new Set(passed.filter((each) => each.check === check).map(({ screen }) => screen))].sort();
  const unknown = criteria.filter(({ check }) => screensOf(check).length === 0).map(({ check }) => check);
  if (unknown.length > 0) throw new Error(`Nothing was checked by ${unknown.join(', ')}: is this the whole lane?`);
  const all = [...new Set(passed.map(({ screen }) => screen))].sort();
  const text = `# Accessibility

Exeat is meant to be used by everybody who has to work with it: with the keyboard alone, with a screen reader, at 400 %
zoom, on a small screen, in dark, and with less motion. It aims at WCAG 2.2, level AA. This statement is written by
\`npm run screens\` from what the browser lane checks in a real Chromium (\`test/browser/README.md\`); it is written only
where every check passed. Last written on ${new Date().toISOString().slice(0, 10)}.

## What the machine checks

| Check | What it asks | Criteria | Screens | Result |
| --- | --- | --- | --- | --- |
${criteria.map(({ check, what, criteria: names }) => `| \`${check}\` | ${what} | ${names.join('; ')} | ${screensOf(check).length} | passed |`).join('\n')}

Journeys check besides: the whole day of a reviewer by the keyboard alone (2.1.1); focus on the title after going
somewhere and on the summary of problems after a refusal (2.4.3, 3.3.1); links from each problem to its field (3.3.3);
checking answers before they are submitted (3.3.4); the skip link (2.4.1); a warning before the session ends, which can be
put off, and nothing typed lost when it has ended (2.2.1); single keys that can be switched off (2.1.4); a link to help on
every screen (3.2.6); every screen with texts two fifths longer.

## On which screens

| Screen | Checks passed |
| --- | --- |
${all
  .map(
    (screen) =>
      `| \`${screen}\` | ${criteria
        .filter(({ check }) => screensOf(check).includes(screen))
        .map(({ check }) => check)
        .join(', ')} |`,
  )
  .join('\n')}

## What no machine has checked

- Whether names, labels, alternatives and help are understood by the people who use them (1.1.1, 2.4.6, 3.3.2): read by
  its authors, not tried with users.
- What screen readers make of the screens: roles, names and live regions are checked, no screen reader was run.
- That nothing can only be done by dragging (2.5.7): each action was made with a button or a key beside it, and journeys
  use those.
- Speech input and switch devices: names begin with the visible words as far as axe sees (2.5.3).
- Other browsers than Chromium, text spacing set by the reader (1.4.12), high-contrast modes of the operating system.
- Documents that exporters attach: Exeat hands them out as they came.
- The page of the API and the page on which one chooses an invented person are for development; the second is checked.

## Known to be missing

- The texts are in English alone. Dates, numbers and money follow the reader's own settings.
- Names of facts in the audit trail are the names of the record, in English, divided into words.

If something keeps you from your work, tell your administrator; \`SECURITY.md\` and \`CONTRIBUTING.md\` say where the project
takes reports.
`;
  const options = await prettier.resolveConfig(file);
  await writeFile(file, await prettier.format(text, { ...options, parser: 'markdown' }));
};

if (process.argv[2]) await writeStatement(process.argv[2]);

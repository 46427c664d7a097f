import { useState } from 'react';
import { applyTheme, chosenTheme, themes } from '../../shell/theme';
import { Page } from '../../ui/page';
import { singleKeys, useSingleKeys } from '../../ui/shortcuts';
import { Say, useSay } from '../../words/say';

/** What a person chooses on this device: theme and single-key shortcuts. */
export const SettingsPage = () => {
  const say = useSay();
  const [theme, setTheme] = useState(chosenTheme);
  const keysAreOn = useSingleKeys();
  return (
    <Page title={say('shell.settings')} help="settings" width="narrow">
      <fieldset className="usa-fieldset">
        <legend className="usa-legend">
          <Say id="shell.theme" />
        </legend>
        {themes.map((each) => (
          <div key={each} className="usa-radio">
            <input
              className="usa-radio__input"
              type="radio"
              name="theme"
              id={`theme-${each}`}
              checked={theme === each}
              onChange={() => {
                applyTheme(each);
                setTheme(each);
              }}
            />
            <label className="usa-radio__label" htmlFor={`theme-${each}`}>
              <Say id={`shell.theme.${each}`} />
            </label>
          </div>
        ))}
      </fieldset>
      <fieldset className="usa-fieldset">
        <legend className="usa-legend">
          <Say id="shell.keys" />
        </legend>
        {([true, false] as const).map((on) => (
          <div key={String(on)} className="usa-radio">
            <input
              className="usa-radio__input"
              type="radio"
              name="keys"
              id={`keys-${on ? 'on' : 'off'}`}
              checked={keysAreOn === on}
              onChange={() => singleKeys.turn(on)}
            />
            <label className="usa-radio__label" htmlFor={`keys-${on ? 'on' : 'off'}`}>
              <Say id={on ? 'shell.keys.on' : 'shell.keys.off'} />
            </label>
          </div>
        ))}
      </fieldset>
    </Page>
  );
};

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const setting = 'exeat-theme';

export const chosenTheme = (): Theme => themes.find((theme) => theme === localStorage.getItem(setting)) ?? 'system';

/** Light or dark, as chosen on this device or as the device is. */
export const applyTheme = (theme: Theme = chosenTheme()): void => {
  localStorage.setItem(setting, theme);
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};

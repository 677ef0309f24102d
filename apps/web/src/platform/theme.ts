export type Theme = 'system' | 'light' | 'dark';
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

const remembered = 'kvarter.theme';

export function currentTheme(): Theme {
  const stored = localStorage.getItem(remembered);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Chooses light or dark on this device, or what the device says. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(remembered);
    delete document.documentElement.dataset['theme'];
  } else {
    localStorage.setItem(remembered, theme);
    document.documentElement.dataset['theme'] = theme;
  }
}

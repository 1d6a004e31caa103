/** Cookies that hold how a person wants the screens. They say nothing of who the person is. */
export const LANGUAGE_COOKIE = 'afstemt-language';
export const THEME_COOKIE = 'afstemt-theme';
export const NAVIGATION_COOKIE = 'afstemt-navigation';
/** The period that was last worked in: where one comes back to. Set by the page itself, so it is readable to it. */
export const PERIOD_COOKIE = 'afstemt-period';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Reads a theme as its cookie states it; the system's for anything else. */
export function parseTheme(text: string | undefined): Theme {
  return THEMES.find((theme) => theme === text) ?? 'system';
}

import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { LANGUAGES } from '#lib/format/messages.ts';
import { chooseLanguage, chooseTheme } from '../../preference-actions.ts';
import { THEMES, type Theme } from '../../preferences.ts';
import styles from './top-bar.module.css';

const LANGUAGE_NAMES = { da: 'languageDa', en: 'languageEn' } as const;
const THEME_NAMES = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

/** Language and theme, as plain forms: they work before any script has loaded. */
export function Preferences({ theme }: { theme: Theme }) {
  const t = useTranslations('nav');
  const language = useLocale();
  return (
    <details className={styles.details}>
      <summary className={styles.iconButton} aria-label={t('appearance')} title={t('appearance')}>
        <Icon name="appearance" />
      </summary>
      <div className={styles.panel}>
        <form action={chooseLanguage}>
          <fieldset>
            <legend className={styles.legend}>{t('language')}</legend>
            <div className={styles.choices}>
              {LANGUAGES.map((code) => (
                <button
                  key={code}
                  type="submit"
                  className={styles.choice}
                  name="language"
                  value={code}
                  lang={code}
                  aria-pressed={code === language}
                >
                  {t(LANGUAGE_NAMES[code])}
                </button>
              ))}
            </div>
          </fieldset>
        </form>
        <form action={chooseTheme}>
          <fieldset>
            <legend className={styles.legend}>{t('theme')}</legend>
            <div className={styles.choices}>
              {THEMES.map((name) => (
                <button
                  key={name}
                  type="submit"
                  className={styles.choice}
                  name="theme"
                  value={name}
                  aria-pressed={name === theme}
                >
                  {t(THEME_NAMES[name])}
                </button>
              ))}
            </div>
          </fieldset>
        </form>
      </div>
    </details>
  );
}

import type { Route } from 'next';
import { useLocale, useTranslations } from 'next-intl';
import { REGISTERS } from '#lib/domain/register.ts';
import { chooseLanguage, chooseTheme } from '../../../preference-actions.ts';
import { THEMES } from '../../../preferences.ts';
import { PLACES, type PlaceId } from '../places.ts';
import { useHelpDesk } from './help-desk.tsx';

type EntryGroup = 'places' | 'accounts' | 'lists' | 'acts' | 'periods';
export const ENTRY_GROUPS: readonly EntryGroup[] = ['accounts', 'places', 'lists', 'acts', 'periods'];

/** One line of the palette: where it leads, or what it does. */
export interface PaletteEntry {
  id: string;
  group: EntryGroup;
  text: string;
  /** Beside it: its number, its keys. */
  note?: string;
  /** An address to go to, or what is done. */
  run: Route | (() => void);
}

interface Known {
  period: string | null;
  periods: readonly string[];
  places: readonly PlaceId[];
}

function formOf(name: string, value: string): FormData {
  const form = new FormData();
  form.set(name, value);
  return form;
}

const ADMINISTRATION_PARTS = ['personer', 'perioder', 'struktur', 'opbevaring'] as const;
const ACCOUNT_LISTS = [
  { id: 'notLogged', search: 'kategori=ikke-logget' },
  { id: 'category2', search: 'kategori=2' },
  { id: 'category3', search: 'kategori=3' },
  { id: 'drafts', search: 'status=kladde' },
  { id: 'returned', search: 'status=returneret' },
] as const;
const THEME_NAMES = { system: 'nav.themeSystem', light: 'nav.themeLight', dark: 'nav.themeDark' } as const;

/** Everything that the palette offers to whoever may go to those places, but for the accounts. */
export function usePaletteEntries({ period, periods, places }: Known): PaletteEntry[] {
  const t = useTranslations();
  const other = useLocale() === 'da' ? 'en' : 'da';
  const { show, goToStep } = useHelpDesk();
  const inPlaces = PLACES.flatMap(({ id, letter, address }): PaletteEntry[] => {
    const route = places.includes(id) ? address(period) : null;
    return route === null ? [] : [{ id, group: 'places', text: t(`nav.${id}`), note: `g ${letter}`, run: route }];
  });
  const to = (id: string, text: string, address: string): PaletteEntry => ({
    id: address,
    group: 'places',
    text: id === '' ? text : `${id}: ${text}`,
    run: address as Route,
  });
  const registers =
    period !== null && places.includes('registers')
      ? REGISTERS.map((one) => to(t('nav.registers'), t(`registers.names.${one}`), `/${period}/registre/${one}`))
      : [];
  const administration = places.includes('administration')
    ? ADMINISTRATION_PARTS.map((one) =>
        to(t('nav.administration'), t(`administration.${one}.title`), `/administration/${one}`),
      )
    : [];
  const lists =
    period !== null && places.includes('accounts')
      ? ACCOUNT_LISTS.map(
          ({ id, search }): PaletteEntry => ({
            id,
            group: 'lists',
            text: t(`palette.lists.${id}`),
            run: `/${period}/konti?${search}` as Route,
          }),
        )
      : [];
  const act = (id: string, text: string, run: () => void, note?: string): PaletteEntry => ({
    id,
    group: 'acts',
    text,
    run,
    ...(note === undefined ? {} : { note }),
  });
  return [
    ...inPlaces,
    ...registers,
    ...administration,
    to('', t('nav.myAccount'), '/min-konto'),
    to(t('nav.help'), t('glossary.title'), '/hjaelp/ordliste'),
    ...lists,
    act('help', t('palette.acts.help'), () => show('panel'), '?'),
    act('keys', t('palette.acts.keys'), () => show('keys')),
    act('tour', t('guidance.startTour'), () => goToStep(0)),
    act('language', `${t('nav.language')}: ${t(other === 'da' ? 'nav.languageDa' : 'nav.languageEn')}`, () => {
      void chooseLanguage(formOf('language', other));
    }),
    ...THEMES.map((one) =>
      act(one, `${t('nav.theme')}: ${t(THEME_NAMES[one])}`, () => {
        void chooseTheme(formOf('theme', one));
      }),
    ),
    ...periods
      .filter((one) => one !== period)
      .map(
        (one): PaletteEntry => ({
          id: one,
          group: 'periods',
          text: t('palette.period', { period: one }),
          run: `/${one}` as Route,
        }),
      ),
  ];
}

/** Those that hold every word that is typed, whatever its case. */
export function filterEntries(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const words = query.toLocaleLowerCase('da').split(/\s+/).filter(Boolean);
  return entries.filter(({ text }) => {
    const said = text.toLocaleLowerCase('da');
    return words.every((word) => said.includes(word));
  });
}

/** What a cover note says, by the tags of its template (docs/guide, *Indstilling*). All of it as it is read. */
export interface CoverNote {
  kommune: string;
  udvalg: string;
  udvalgskode: string;
  titel: string;
  aar: string;
  forrige_aar: string;
  dato: string;
  balancedato: string;
  status: string;
  version: string;
  konti_afstemt: string;
  kommune_opfoelgning: string;
  kommune_aeldre: string;
  udvalg_konti: string;
  udvalg_opfoelgning: string;
  udvalg_aeldre: string;
  handleplaner: string;
  overskredne: string;
  /** A row for each category, and one for all. */
  kategorier: { kategori: string; konti: string; konti_forrige: string; netto: string; netto_forrige: string }[];
  /** While the report is a draft: what keeps it from being more. Else empty. */
  udkast: { kontrol: string }[];
}

/** The tags that stand for one text, anywhere. */
export const TEXT_TAGS = [
  'kommune',
  'udvalg',
  'udvalgskode',
  'titel',
  'aar',
  'forrige_aar',
  'dato',
  'balancedato',
  'status',
  'version',
  'konti_afstemt',
  'kommune_opfoelgning',
  'kommune_aeldre',
  'udvalg_konti',
  'udvalg_opfoelgning',
  'udvalg_aeldre',
  'handleplaner',
  'overskredne',
] as const satisfies readonly (keyof CoverNote)[];

/** The tags around what is repeated, with those that stand within. */
export const LOOP_TAGS = {
  kategorier: ['kategori', 'konti', 'konti_forrige', 'netto', 'netto_forrige'],
  udkast: ['kontrol'],
} as const satisfies Partial<Record<keyof CoverNote, readonly string[]>>;

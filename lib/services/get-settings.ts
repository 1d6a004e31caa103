import { readBrand } from '#lib/db/brand.ts';
import { readCoverNoteTemplate } from '#lib/db/cover-note.ts';
import { isDemo } from '#lib/db/demo.ts';
import { readInstallation, readTwoApproversAbove, readWarningMonths } from '#lib/db/settings.ts';
import type { Brand } from '#lib/domain/brand.ts';
import type { Installation } from '#lib/domain/municipality.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import program from '../../package.json' with { type: 'json' };
import type { Context } from './context.ts';

export interface Settings {
  installation: Installation;
  /** Follow-up in øre above which a reconciliation takes two approvers. */
  twoApproversAbove: bigint;
  /** Months before a claim is barred at which it is warned of. */
  warningMonths: number;
  brand: Brand;
  /** Name of the municipality's own template of the cover note; null: the program's is used. */
  coverNote: string | null;
  /** Absolute path of the folder that holds all data. */
  dataFolder: string;
  /** Of the program, such as `0.1.0`. */
  version: string;
  /** Whether the demo loader made this database. */
  demo: boolean;
  /** Whether the actor may change them. */
  mayChange: boolean;
}

/** What the page *Indstillinger* shows: what can be changed there, and where the installation lies; null for who may not see it. */
export async function getSettings({ store, actor }: Context): Promise<Settings | null> {
  if (!may(actor, 'seeSettings', EVERYWHERE)) return null;
  const [installation, twoApproversAbove, warningMonths, brand, template, demo] = await Promise.all([
    readInstallation(store.read),
    readTwoApproversAbove(store.read),
    readWarningMonths(store.read),
    readBrand(store.read),
    readCoverNoteTemplate(store.read),
    isDemo(store.read),
  ]);
  const mayChange = may(actor, 'changeSettings', EVERYWHERE);
  return {
    installation,
    twoApproversAbove,
    warningMonths,
    brand,
    coverNote: template?.name ?? null,
    dataFolder: store.folder,
    version: program.version,
    demo,
    mayChange,
  };
}

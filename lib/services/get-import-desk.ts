import type { ImportRecord } from '#lib/db/imports.ts';
import { listPeriods } from '#lib/db/periods.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { LARGEST_FILE } from '#lib/import/read-files.ts';
import type { Context } from './context.ts';
import { type KindDescription, listKinds } from './get-template.ts';
import { listImports } from './list-imports.ts';
import { type ListedProfile, listMappingProfiles } from './list-mapping-profiles.ts';
import { LARGEST_UPLOAD } from './receive-upload.ts';

/** Imports that the page *Import* shows; the rest is on a page of its own. */
const MOST_RECENT = 20;

export interface ImportDesk {
  /** What the period's field says at first. */
  periodId: string;
  kinds: KindDescription[];
  /** Files beyond it are sent and read by themselves; those beyond `largestUpload` are refused. In bytes. */
  largestFile: number;
  largestUpload: number;
  recent: ImportRecord[];
  hasMore: boolean;
  /** How the columns of sources' files are read, by name. */
  profiles: ListedProfile[];
  /** Whether the actor may import, rather than only see what was. */
  mayImport: boolean;
}

/** What the page *Import* begins with; null for who may not see imports. The period is the latest one or, before the first, the last year's end. */
export async function getImportDesk(context: Context, today = new Date()): Promise<ImportDesk | null> {
  const [periods, imports, profiles] = await Promise.all([
    listPeriods(context.store.read),
    listImports(context, MOST_RECENT + 1),
    listMappingProfiles(context),
  ]);
  if (imports === null || profiles === null) return null;
  const latest = periods.find((period) => period.hasBalance) ?? periods[0];
  return {
    periodId: latest?.id ?? `${today.getFullYear() - 1}-12`,
    kinds: listKinds(),
    largestFile: LARGEST_FILE,
    largestUpload: LARGEST_UPLOAD,
    recent: imports.slice(0, MOST_RECENT),
    hasMore: imports.length > MOST_RECENT,
    profiles,
    mayImport: may(context.actor, 'import', EVERYWHERE),
  };
}

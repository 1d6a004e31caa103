import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { chooseProfile } from '../choose-profile.ts';
import { inspectFile } from '../inspect-file.ts';
import { listMappingProfiles } from '../list-mapping-profiles.ts';
import { removeMappingProfile } from '../remove-mapping-profile.ts';
import { saveMappingProfile } from '../save-mapping-profile.ts';
import type { RightsCase } from './rights-case.ts';
import { PROFILE } from './rights-things.ts';

const change = { does: 'write', by: 'import', at: EVERYWHERE } as const;
const look = { does: 'read', by: 'import', at: EVERYWHERE, namesNothing: true } as const;

/** How columns of files are read: profiles, and the files that they are made for. */
export const MAPPING_CASES: readonly RightsCase[] = [
  {
    ...change,
    use: 'saveMappingProfile',
    namesNothing: true,
    call: (context) => saveMappingProfile(context, { ...PROFILE, name: 'En anden kilde' }),
  },
  {
    ...change,
    use: 'removeMappingProfile',
    call: (context, ids) => removeMappingProfile(context, { id: ids.mappingProfile }),
  },
  {
    ...look,
    use: 'inspectFile',
    call: (context) => inspectFile(context, { name: 'saldo.csv', bytes: Buffer.from('Nr;Sum\n95900001;1,00\n') }),
  },
  { ...look, use: 'chooseProfile', call: (context) => chooseProfile(context, PROFILE.name) },
  {
    ...look,
    by: 'seeImports',
    use: 'listMappingProfiles',
    call: (context) => listMappingProfiles(context),
  },
];

import { readInstallation, writeInstallation } from '#lib/db/settings.ts';
import type { Installation } from '#lib/domain/municipality.ts';
import { installationInput } from '#lib/schemas/settings.ts';
import { changeSetting } from './change-setting.ts';
import type { Context, Result } from './context.ts';

const INSTALLATION = {
  id: 'installation',
  schema: installationInput,
  read: readInstallation,
  write: writeInstallation,
};

/** Changes what the installation calls itself and its systems. */
export function updateSettings(context: Context, input: unknown): Promise<Result<Installation>> {
  return changeSetting(INSTALLATION, context, input);
}

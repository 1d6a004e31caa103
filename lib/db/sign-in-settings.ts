import { DEFAULT_SIGN_IN_SETTINGS, type SignInSettings, signInSettingsInput } from '#lib/schemas/sign-in-settings.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { ReadDb, WriteDb } from './store.ts';

const KEY = 'signIn';

export async function readSignInSettings(db: ReadDb | WriteDb): Promise<SignInSettings> {
  const stored = await readSetting(db, KEY);
  return stored === null ? DEFAULT_SIGN_IN_SETTINGS : signInSettingsInput.parse(JSON.parse(stored));
}

export async function writeSignInSettings(tx: WriteDb, settings: SignInSettings): Promise<void> {
  await writeSetting(tx, KEY, JSON.stringify(settings));
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PREPARED_FOLDER } from './server.ts';

/** Makes the data once that tests start from a copy of. */
export default function prepare(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'afstemt-e2e-data-'));
  execFileSync(process.execPath, [path.join(import.meta.dirname, 'prepare-demo.ts'), folder], { stdio: 'inherit' });
  process.env[PREPARED_FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

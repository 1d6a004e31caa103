import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEMO_FOLDER } from './server.ts';

/** Makes the demo's data once; each test that wants it starts from a copy. */
export default function prepare(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'afstemt-e2e-demo-'));
  execFileSync(process.execPath, [path.join(import.meta.dirname, 'prepare-demo.ts'), folder], { stdio: 'inherit' });
  process.env[DEMO_FOLDER] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

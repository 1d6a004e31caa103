import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const LIBREOFFICE = '/usr/bin/soffice';
/** Semicolons, quotes where needed, UTF-8, values as stored, every sheet to a file of its own. */
const CSV_OF_EACH_SHEET = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1';

/** Whether LibreOffice is on this machine; says so where it is not, since what needs it is then left out. */
export function hasLibreOffice(): boolean {
  const isThere = existsSync(LIBREOFFICE);
  if (!isThere) process.stdout.write('LibreOffice is not on this machine: files are not opened by it.\n');
  return isThere;
}

/** Opens the file by LibreOffice and saves it in another format. @returns the files that came out, by name */
export function convertByLibreOffice(name: string, bytes: Uint8Array, format: string): Map<string, Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'afstemt-office-'));
  try {
    const file = path.join(folder, name);
    const out = path.join(folder, 'out');
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    execFileSync(LIBREOFFICE, [profile, '--headless', '--convert-to', format, '--outdir', out, file], {
      stdio: 'ignore',
      timeout: 120_000,
    });
    return new Map(readdirSync(out).map((made) => [made, readFileSync(path.join(out, made))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lines of each sheet of a workbook as LibreOffice reads it, by the sheet's name. Cells with line breaks stay one cell. */
export function readSheetsByLibreOffice(bytes: Uint8Array): Map<string, string> {
  const made = convertByLibreOffice('bog.xlsx', bytes, CSV_OF_EACH_SHEET);
  return new Map([...made].map(([name, csv]) => [name.slice('bog-'.length, -'.csv'.length), csv.toString('utf8')]));
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Programs by other hands that tests hold our files against, where they stand, and Debian's packages that bring them. */
const TOOLS = [
  {
    name: 'LibreOffice',
    files: ['/usr/bin/soffice'],
    packages: ['libreoffice-calc-nogui', 'libreoffice-writer-nogui'],
  },
  { name: 'qpdf', files: ['/usr/bin/qpdf'], packages: ['qpdf'] },
  { name: 'poppler', files: ['/usr/bin/pdfinfo', '/usr/bin/pdftotext'], packages: ['poppler-utils'] },
] as const;

const isThere = ({ files }: (typeof TOOLS)[number]): boolean => files.every((file) => existsSync(file));

function succeeds(args: string[]): boolean {
  return spawnSync('apt-get', args, { stdio: 'ignore', timeout: 400_000 }).status === 0;
}

/** Gets, as root on Debian, the programs that are not there. @returns a line for each that cannot be had */
export function findTools(): string[] {
  const missing = TOOLS.filter((tool) => !isThere(tool));
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const packages = missing.flatMap((tool) => tool.packages);
    process.stdout.write(`Getting ${packages.join(', ')} …\n`);
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    if (!succeeds(install) && succeeds(['update'])) succeeds(install);
  }
  return TOOLS.filter((tool) => !isThere(tool)).map(
    ({ name }) => `Not run: tests that need ${name}, which is not on this machine and cannot be had.`,
  );
}

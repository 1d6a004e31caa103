/** One JSON object on standard output; amounts in øre as text, since JSON numbers are floats. */
export function printJson(value: object): void {
  process.stdout.write(
    `${JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part), 1)}\n`,
  );
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function printError(line: string): void {
  process.stderr.write(`${line}\n`);
}

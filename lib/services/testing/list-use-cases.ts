import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SERVICES = path.resolve(import.meta.dirname, '..');

/** The names of all exported functions of lib/services whose first parameter is a Context or a part of one. */
export function listUseCases(): string[] {
  return readdirSync(SERVICES)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => namesIn(readFileSync(path.join(SERVICES, file), 'utf8')))
    .sort();
}

/** A function, or a constant that may be one, and where its parameters begin. */
const EXPORTED = /^export (?:default )?(?:async )?(?:function\*? ?|const )(\w+)/gm;

function namesIn(source: string): string[] {
  return [...source.matchAll(EXPORTED)].flatMap((match) => {
    const name = match[1] ?? '';
    const parameter = firstParameter(source, (match.index ?? 0) + match[0].length);
    return /:\s*(Pick<\s*)?Context\b/.test(parameter) ? [name] : [];
  });
}

/** The text of the first parameter in the first parentheses after `from`, before the statement ends. */
function firstParameter(source: string, from: number): string {
  const begin = source.indexOf('(', from);
  if (begin < 0 || /;|\n\n/.test(source.slice(from, begin))) return '';
  let depth = 0;
  for (let index = begin + 1; index < source.length; index += 1) {
    const sign = source.charAt(index);
    if ('({[<'.includes(sign)) depth += 1;
    else if (depth === 0 && ',)'.includes(sign)) return source.slice(begin + 1, index);
    else if (')}]'.includes(sign) || (sign === '>' && source.charAt(index - 1) !== '=')) depth -= 1;
  }
  return '';
}

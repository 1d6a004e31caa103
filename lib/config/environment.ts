import path from 'node:path';
import { z } from 'zod';

const schema = z.object({
  AFSTEMT_DATA: z.string().min(1).default('./data'),
  AFSTEMT_DEMO: z.enum(['0', '1']).default('1'),
  AFSTEMT_LANGUAGE: z.enum(['da', 'en']).default('da'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
});

export interface Environment {
  /** Absolute path of the folder that holds all data. */
  dataFolder: string;
  /** Whether a first start fills an empty database with the demo. */
  loadsDemo: boolean;
  /** The language of the command line. */
  language: 'da' | 'en';
  port: number;
}

/** A setting of the environment has a value that cannot be used; the message names it and what it takes. */
export class EnvironmentError extends Error {}

/**
 * Reads and checks the environment (.env.example lists it). An empty variable counts as not set.
 * @throws EnvironmentError naming each variable that is wrong
 */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map(
      (issue) => `${issue.path.join('.')}=${given[String(issue.path[0])] ?? ''}: ${issue.message}`,
    );
    throw new EnvironmentError(lines.join('\n'));
  }
  return {
    dataFolder: path.resolve(result.data.AFSTEMT_DATA),
    loadsDemo: result.data.AFSTEMT_DEMO === '1',
    language: result.data.AFSTEMT_LANGUAGE,
    port: result.data.PORT,
  };
}

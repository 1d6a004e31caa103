import { parseArgs } from 'node:util';
import { readEnvironment } from '#lib/config/environment.ts';
import { ROLES, type Role } from '#lib/domain/permissions.ts';
import { parseUnit } from '#lib/domain/person.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import { type Translate, translatorOf } from '#lib/format/translate.ts';
import { addPerson } from '#lib/services/add-person.ts';
import type { Context, Result } from '#lib/services/context.ts';
import { disablePerson } from '#lib/services/disable-person.ts';
import { findPersonId } from '#lib/services/find-person-id.ts';
import { resetPerson } from '#lib/services/reset-person.ts';
import { withContext } from '../environment.ts';
import { print, printJson } from '../output.ts';
import { printProblems } from '../print-problems.ts';
import { UsageError } from '../usage.ts';
import { welcomeAddress } from '../welcome-address.ts';

interface Arguments {
  action: 'add' | 'disable' | 'reset';
  email: string;
  name: string;
  roles: object[];
  asJson: boolean;
}

type Outcome = Result<{ code: string; expiresAt: string } | null>;

/** `afstemt user add|disable|reset EMAIL`. @returns the exit code: 0 done, 1 refused, 2 called wrongly */
export async function runUser(args: string[]): Promise<number> {
  const { language } = readEnvironment();
  const t = translatorOf(language, 'cli');
  const request = readArguments(args, t);
  const { result, address } = await withContext(async (context) => {
    const outcome = await run(context, request);
    const code = outcome.ok ? outcome.value?.code : undefined;
    return { result: outcome, address: code === undefined ? null : await welcomeAddress(context.store, code) };
  });
  if (!result.ok) return printProblems(result.problems, request.asJson);
  const { email, action } = request;
  const expiresAt = result.value?.expiresAt ?? null;
  if (request.asJson) printJson({ ok: true, email, link: address, expiresAt });
  else {
    print(t(`user.${action}`, { email }));
    if (address !== null && expiresAt !== null) print(t('user.link', { address, until: formatDateTime(expiresAt) }));
  }
  return 0;
}

async function run(context: Context, { action, email, name, roles }: Arguments): Promise<Outcome> {
  if (action === 'add') return addPerson(context, { email, name, roles });
  const found = await findPersonId(context, email);
  if (!found.ok) return found;
  const input = { personId: found.value };
  return action === 'disable' ? disablePerson(context, input) : resetPerson(context, input);
}

function readArguments(args: string[], t: Translate): Arguments {
  const { values, positionals } = parse(args, t);
  const [action, email, ...rest] = positionals;
  if (action !== 'add' && action !== 'disable' && action !== 'reset') throw new UsageError(t('userUsage'));
  const isNamed = values.name !== undefined && values.name.trim() !== '';
  if (email === undefined || rest.length > 0 || isNamed !== (action === 'add')) throw new UsageError(t('userUsage'));
  const roles = (values.role ?? []).map((text) => readRole(text, t));
  if (roles.length > 0 && action !== 'add') throw new UsageError(t('userUsage'));
  return { action, email, name: values.name ?? '', roles, asJson: values.json };
}

/** `approver`, `accountant:administration:KS`: a role, for everything or for a unit. */
function readRole(text: string, t: Translate): object {
  const [name = '', ...rest] = text.split(':');
  const role = ROLES.find((one): one is Role => one.toLowerCase() === name.toLowerCase());
  const unit = parseUnit(rest.join(':').normalize('NFC'));
  if (role === undefined || unit === undefined)
    throw new UsageError(t('unknownRole', { role: text, roles: ROLES.join(', ') }));
  return { role, unit, from: null, to: null };
}

function parse(args: string[], t: Translate) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        role: { type: 'string', multiple: true },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${t('userUsage')}`);
  }
}

import { accountDraftPlace, putDraft } from '#lib/db/drafts.ts';
import { createNotices } from '#lib/db/notices.ts';
import { insertPerson, insertRole } from '#lib/db/people.ts';
import type { Store } from '#lib/db/store.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Register } from '#lib/domain/register.ts';
import { addAttachment } from '../add-attachment.ts';
import { addComment } from '../add-comment.ts';
import { closePeriod } from '../close-period.ts';
import type { Context } from '../context.ts';
import { requestDisposal } from '../dispose.ts';
import { editAccounts } from '../edit-accounts.ts';
import { enableRule } from '../enable-rule.ts';
import { finishStep } from '../finish-step.ts';
import { getAccount } from '../get-account.ts';
import { logReconciliation } from '../log-reconciliation.ts';
import { nameSubstitute } from '../name-substitute.ts';
import { nameSuccession } from '../name-succession.ts';
import { makeCalendarAddress } from '../reminders.ts';
import { saveMappingProfile } from '../save-mapping-profile.ts';
import { saveRegisterLine } from '../save-register-line.ts';
import { saveRule } from '../save-rule.ts';
import { saveSharingKey } from '../save-sharing-key.ts';
import { saveTextTemplate } from '../save-text-template.ts';
import { saveView } from '../save-view.ts';
import { settleItem } from '../settle-item.ts';
import { storeImport } from '../store-import.ts';
import { submitReconciliations } from '../submit-reconciliations.ts';
import { updateSettings } from '../update-settings.ts';
import { EARLIER, type Ids, PERIOD } from './rights-names.ts';
import { OTHERS_TEXT, writeTexts } from './rights-texts.ts';
import {
  CHIEF,
  documentOf,
  draftWith,
  expectDone,
  FUNCTION_IMPORT,
  findingFor,
  LEAVER,
  lineWith,
  newKey,
  OWNER,
  PREPARER,
  PROBER,
  PROFILE,
  ruleWith,
  verdictOf,
  WORLD_IMPORT,
} from './rights-things.ts';
import { freezeReport } from './rights-versions.ts';

/** Makes the world in an empty store, by the use cases that people have. @returns the ids of what is Alfa's */
export async function makeWorld(store: Store): Promise<Ids> {
  const preparer: Context = { store, actor: PREPARER };
  await addPeople(store);
  const imports = await importPeriods({ store, actor: CHIEF });
  await logVerdicts(preparer);
  return {
    period: PERIOD,
    nextPeriod: '2024-01',
    closedPeriod: EARLIER,
    year: 2023,
    committee: 'ALU',
    otherCommittee: 'BEU',
    ...imports,
    ...(await keepRegisters(preparer)),
    ...(await attachDocuments(preparer)),
    ...(await followUp(preparer)),
    ...(await findMainAccount(preparer)),
    ...(await stayAway(store)),
    ...(await keepRules(preparer)),
    ...(await administer({ store, actor: CHIEF })),
    changeSet: await changeAsProber(preparer),
    notice: await tellProber(store),
    typedAccount: await typeUnsaved(store),
    typedText: await writeTexts(store),
    reportFile: await freezeReport(store),
    textTemplate: await keepTemplate(preparer),
    session: `session-${PROBER.personId}`,
    view: await saveViews(store),
  };
}

async function importPeriods(chief: Context): Promise<Pick<Ids, 'importId' | 'latestImportId'>> {
  const names = { municipality: 'Prøve Kommune', serviceCentreCode: 'SC', serviceCentreName: 'Servicecenter' };
  expectDone(await updateSettings(chief, { ...names, erpSystem: 'ERP', debtorSystem: 'Debitor' }));
  const { importId, plan } = expectDone(await storeImport(chief, WORLD_IMPORT, null));
  if (importId === null) throw new Error(JSON.stringify(plan.issues));
  expectDone(await storeImport(chief, { ...WORLD_IMPORT, periodId: EARLIER }, null));
  const had = { ...findingFor('ALU', 'ALFA-konto'), theme: 'ALFA-konto tema' };
  const earlier = { ...verdictOf('95900003', 0, [had]), periodId: EARLIER };
  expectDone(await logReconciliation({ store: chief.store, actor: PREPARER }, earlier));
  expectDone(await closePeriod(chief, { periodId: EARLIER, confirmed: true }));
  const latest = expectDone(await storeImport(chief, FUNCTION_IMPORT, null));
  if (latest.importId === null) throw new Error(JSON.stringify(latest.plan.issues));
  return { importId, latestImportId: latest.importId };
}

async function logVerdicts({ store, actor }: Context): Promise<void> {
  const log = async (by: Actor, account: string, findings: object[], submit: boolean) => {
    const context = { store, actor: { ...by, grants: actor.grants } };
    expectDone(await logReconciliation(context, verdictOf(account, 0, findings, submit)));
  };
  await log(actor, '95900001', [findingFor('ALU', 'ALFA-konto')], true);
  await log(PROBER, '95900002', [], true);
  await log(actor, '95900003', [findingFor('ALU', 'ALFA-konto')], false);
  await log(actor, '95900011', [findingFor('BEU', 'BETA-konto')], true);
  const shared = [findingFor('ALU', 'DELT-alfas-forhold'), findingFor('BEU', 'DELT-betas-forhold')];
  await log(actor, '95900012', shared, false);
}

async function keepRegisters(preparer: Context) {
  const line = async (register: Register, committee: string, mark: string) => {
    const content = lineWith(register, committee, mark);
    const input = { periodId: PERIOD, register, lineId: null, version: 0, content };
    return expectDone(await saveRegisterLine(preparer, input)).lineId;
  };
  const registerLine = await line('egenkapital', 'ALU', 'ALFA-register');
  await line('egenkapital', 'BEU', 'BETA-register');
  const controlLine = await line('systemafstemninger', 'ALU', 'ALFA-kontrol');
  await line('systemafstemninger', 'BEU', 'BETA-kontrol');
  return { registerLine, controlLine };
}

async function attachDocuments(preparer: Context) {
  const attach = async (account: string, mark: string, committee?: string) => {
    const target = committee === undefined ? { target: 'account' } : { target: 'finding', committee };
    const document = { target: { ...target, periodId: PERIOD, account }, ...documentOf(mark) };
    return expectDone(await addAttachment(preparer, document)).id;
  };
  const attachment = await attach('95900001', 'ALFA-bilag');
  await attach('95900011', 'BETA-bilag');
  await attach('95900012', 'DELT-betas-bilag', 'BEU');
  return { attachment };
}

/** Where a committee's finding on an account is, and the keys of its first item and step. */
async function placeOf(preparer: Context, account: string, committee: string) {
  const detail = await getAccount(preparer, PERIOD, account);
  const finding = detail?.reconciliation?.findings.find((one) => one.committee === committee);
  const place = { periodId: PERIOD, account, committee };
  return { ...place, itemKey: finding?.items[0]?.key ?? '', stepKey: finding?.steps[0]?.key ?? '' };
}

async function followUp(preparer: Context) {
  const settle = async (account: string, committee: string, reason: string) => {
    const place = await placeOf(preparer, account, committee);
    const how = { kind: 'settled', date: '2023-12-15', amount: 10_000n, voucher: reason, reason };
    expectDone(await settleItem(preparer, { ...place, ...how }));
    return place;
  };
  const draft = await settle('95900003', 'ALU', 'ALFA-konto');
  expectDone(await finishStep(preparer, { ...draft, on: '2024-02-01' }));
  await settle('95900012', 'BEU', 'DELT-betas-udligning');
  const accounts = [{ account: '95900012', version: 2 }];
  expectDone(await submitReconciliations(preparer, { periodId: PERIOD, accounts }));

  const say = async (account: string, committee: string | null, text: string) => {
    const comment = { periodId: PERIOD, account, committee, text, mentions: [OWNER.personId] };
    expectDone(await addComment(preparer, comment));
  };
  await say('95900001', null, 'ALFA-kommentar');
  await say('95900011', null, 'BETA-kommentar');
  await say('95900012', 'BEU', 'DELT-betas-kommentar');
  const where = { accountNumber: draft.account };
  const settlement = (await preparer.store.read.settlement.findFirstOrThrow({ where })).id;
  return {
    draftAccount: draft.account,
    draftVersion: 3,
    doneStepKey: draft.stepKey,
    settlement,
    sharedAccount: '95900012',
    sharedVersion: 3,
  };
}

async function findMainAccount(preparer: Context) {
  const { account, itemKey, stepKey } = await placeOf(preparer, '95900001', 'ALU');
  const others = { newAccount: '95900004', ownAccount: '95900002', ownVersion: 1 };
  return { account, accountVersion: 1, itemKey, stepKey, ...others };
}

/** Puts mentions into the prober's inbox, as there are in that of somebody whose units have changed since. */
async function tellProber(store: Store): Promise<number> {
  const said = { kind: 'mention' as const, periodId: PERIOD, fromName: PREPARER.name, at: '2024-02-01T12:00:00.000Z' };
  const to = { ...said, personId: PROBER.personId };
  await store.touchTx((tx) =>
    createNotices(tx, [
      { ...to, accountNumber: '95900001', text: 'ALFA-kommentar' },
      { ...to, accountNumber: '95900011', text: 'BETA-kommentar' },
    ]),
  );
  return (await store.read.notice.findFirstOrThrow({ where: { personId: PROBER.personId } })).id;
}

async function keepTemplate(preparer: Context): Promise<number> {
  const template = { id: null, field: 'problem', name: 'Skabelon', text: 'Beløbet er ikke afklaret.' };
  return expectDone(await saveTextTemplate(preparer, template)).id;
}

/** Somebody else's draft. */
const OTHERS_DRAFT = '95900003';

/** Keeps drafts of the prober, as there are of somebody whose units have changed since, and one of somebody else. */
async function typeUnsaved(store: Store): Promise<string> {
  const keep = (person: Actor, account: string, mark: string) =>
    store.touchTx((tx) =>
      putDraft(tx, person.personId, accountDraftPlace({ periodId: PERIOD, account }), {
        version: 0,
        content: JSON.stringify(draftWith(mark)),
        updatedAt: new Date().toISOString(),
      }),
    );
  await keep(PROBER, '95900001', 'ALFA-konto');
  await keep(PROBER, '95900011', 'BETA-konto');
  await keep(PREPARER, OTHERS_DRAFT, 'ALFA-konto');
  return '95900001';
}

/** What was saved as a view of a list first: by somebody else. */
const OTHERS_VIEW = 1;

async function saveViews(store: Store): Promise<number> {
  const view = { list: 'konti', name: 'Visning', address: 'sort=saldo.desc', isShared: false };
  expectDone(await saveView({ store, actor: PREPARER }, view));
  return expectDone(await saveView({ store, actor: PROBER }, view));
}

/** A deadline that the prober gave an account when they had a right to. */
async function changeAsProber({ store, actor }: Context): Promise<number> {
  const context = { store, actor: { ...PROBER, grants: actor.grants } };
  const changes = [{ account: '95900004', version: 0, column: 'frist', text: '1.2.2024' }];
  return expectDone(await editAccounts(context, { periodId: PERIOD, changes })).changeSet ?? 0;
}

async function stayAway(store: Store) {
  expectDone(await makeCalendarAddress({ store, actor: PROBER }));
  const dates = { from: '2020-01-01', to: '2020-01-31' };
  const away = async (absent: Actor) => {
    const input = { absentId: absent.personId, substituteId: OWNER.personId, ...dates };
    return expectDone(await nameSubstitute({ store, actor: absent }, input));
  };
  return { substitution: await away(LEAVER), ownSubstitution: await away(PROBER) };
}

/** Rules of Alfa: one that is off, one that is on and has not run yet, and one that has logged an account. */
async function keepRules(preparer: Context) {
  const make = async (name: string, code: string, isOn: boolean) => {
    const { ruleId } = expectDone(await saveRule(preparer, ruleWith(name, code)));
    if (isOn) expectDone(await enableRule(preparer, { periodId: PERIOD, ruleId, version: 1 }));
    return ruleId;
  };
  const rule = await make('ALFA-regel fra', '9.52.62', false);
  const loggingRule = await make('ALFA-regel med kørsel', '9.52.60', true);
  const ruleRun = (await preparer.store.read.changeSet.findFirstOrThrow({ where: { ruleId: loggingRule } })).id;
  const enabledRule = await make('ALFA-regel til', '9.52.62', false);
  const on = { enabled: true, enabledBy: PREPARER.personId, enabledByName: PREPARER.name };
  await preparer.store.writeTx((tx) => tx.autoRule.update({ where: { id: enabledRule }, data: on }));
  return { rule, enabledRule, loggingRule, ruleRun };
}

async function administer(chief: Context) {
  const successionFrom = '9.52.59';
  const succession = { kind: 'imFunction', fiscalYear: 2024, from: successionFrom, to: null };
  expectDone(await nameSuccession(chief, succession));
  const { id: role } = await chief.store.read.roleGrant.findFirstOrThrow({ where: { personId: OWNER.personId } });
  const key = { ...newKey('Halvt'), periodId: PERIOD, accounts: [] };
  return {
    successionFrom,
    sharingKey: expectDone(await saveSharingKey(chief, key)).id,
    mappingProfile: expectDone(await saveMappingProfile(chief, PROFILE)).id,
    disposal: expectDone(await requestDisposal(chief, { material: 'persons' })).id,
    person: OWNER.personId,
    disabledPerson: LEAVER.personId,
    email: `${OWNER.personId}@afstemt.example`,
    role,
  };
}

/** What was put into somebody's inbox first. */
const OTHERS_NOTICE = 1;

/** The same ids, those of the prober's own things being somebody else's. */
export function othersThan(ids: Ids): Ids {
  return {
    ...ids,
    notice: OTHERS_NOTICE,
    typedAccount: OTHERS_DRAFT,
    typedText: OTHERS_TEXT,
    view: OTHERS_VIEW,
    session: `session-${PREPARER.personId}`,
  };
}

async function addPeople(store: Store): Promise<void> {
  const now = new Date();
  await store.writeTx(async (tx) => {
    for (const { personId, name, initials, grants } of [PREPARER, CHIEF, OWNER, LEAVER, PROBER]) {
      await insertPerson(tx, { id: personId, name, initials, email: `${personId}@afstemt.example` }, false, now);
      for (const { role, unit } of grants) {
        const dated = { role, unit, from: null, to: null, source: 'person' as const };
        await insertRole(tx, personId, dated, CHIEF.personId, now.toISOString());
      }
      await tx.session.create({
        data: {
          id: `session-${personId}`,
          token: `token-${personId}`,
          userId: personId,
          createdAt: now,
          updatedAt: now,
          expiresAt: new Date(now.getTime() + 86_400_000),
        },
      });
    }
    // So long ago that there is something of theirs, and of what was said then, to dispose of.
    await tx.person.update({ where: { id: LEAVER.personId }, data: { disabledAt: '2010-06-30T12:00:00.000Z' } });
    const said = { kind: 'mention' as const, text: 'Dengang', fromName: CHIEF.name, at: '2010-06-30T12:00:00.000Z' };
    await createNotices(tx, [{ ...said, personId: CHIEF.personId, periodId: '2010-06', accountNumber: null }]);
  });
}

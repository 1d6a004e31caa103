import { expect, it } from 'vitest';
import { listTextTemplates } from './list-text-templates.ts';
import { removeTextTemplate } from './remove-text-template.ts';
import { saveTextTemplate } from './save-text-template.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { codeOf } from './testing/people.ts';
import { expectDone } from './testing/rights-things.ts';

const stores = prepareStores();
const ryk = { id: null, field: 'activity', name: 'Ryk', text: 'Forvaltningen rykkes for bilag.' };

it('keeps a text under its name, and changes and removes it, each with its event', async () => {
  const context = stores.empty();
  const kept = expectDone(await saveTextTemplate(context, ryk));
  expectDone(await saveTextTemplate(context, { ...ryk, id: kept.id, text: '  Forvaltningen rykkes igen.  ' }));
  const { templates } = await listTextTemplates(context);
  expect(templates.map(({ field, name, text, personName }) => [field, name, text, personName])).toEqual([
    ['activity', 'Ryk', 'Forvaltningen rykkes igen.', 'Demo Bogholder'],
  ]);
  expectDone(await removeTextTemplate(context, { id: kept.id }));
  expect((await listTextTemplates(context)).templates).toEqual([]);
  const events = await context.store.read.auditEvent.findMany({
    where: { subject: 'template' },
    orderBy: { id: 'asc' },
  });
  expect(
    events.map(({ action, body }) => [action, JSON.parse(body ?? '{}').before, JSON.parse(body ?? '{}').after]),
  ).toEqual([
    ['create', null, { name: 'Ryk', activity: ryk.text }],
    ['update', { name: 'Ryk', activity: ryk.text }, { name: 'Ryk', activity: 'Forvaltningen rykkes igen.' }],
    ['remove', { name: 'Ryk', activity: 'Forvaltningen rykkes igen.' }, null],
  ]);
});

it('gives a name to one template of a field, and takes no other field by the way', async () => {
  const context = stores.empty();
  const first = expectDone(await saveTextTemplate(context, ryk));
  expect(codeOf(await saveTextTemplate(context, ryk))).toBe('template-name-taken');
  expectDone(await saveTextTemplate(context, { ...ryk, field: 'problem' }));
  expect(codeOf(await saveTextTemplate(context, { ...ryk, id: first.id, field: 'problem', name: 'X' }))).toBe(
    'unknown-template',
  );
  const second = expectDone(await saveTextTemplate(context, { ...ryk, name: 'Åben' }));
  expect(codeOf(await saveTextTemplate(context, { ...ryk, id: second.id }))).toBe('template-name-taken');
  expect((await listTextTemplates(context)).templates.map(({ name }) => name)).toEqual(['Ryk', 'Ryk', 'Åben']);
});

it('refuses blanks, and what is too long for a field of a plan', async () => {
  const context = stores.empty();
  expect(codeOf(await saveTextTemplate(context, { ...ryk, name: '  ' }))).toBe('required');
  expect(codeOf(await saveTextTemplate(context, { ...ryk, text: 'x'.repeat(4001) }))).toBe('too-long');
  expect(codeOf(await saveTextTemplate(context, { ...ryk, field: 'theme' }))).toBe('invalid');
});

it('is kept by those who write plans, whatever their unit, and read by everyone', async () => {
  const context = stores.demo();
  const { id } = expectDone(await saveTextTemplate(as('secretariat', context), ryk));
  expect(await listTextTemplates(as('auditor', context))).toMatchObject({ templates: [{ id }], mayKeep: false });
  expect(codeOf(await saveTextTemplate(as('auditor', context), { ...ryk, name: 'Y' }))).toBe('not-allowed');
  expect(codeOf(await removeTextTemplate(as('approver', context), { id }))).toBe('not-allowed');
  expectDone(await removeTextTemplate(as('accountant', context), { id }));
});

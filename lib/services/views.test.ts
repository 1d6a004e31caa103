import { expect, it } from 'vitest';
import { changeView } from './change-view.ts';
import { listViews } from './list-views.ts';
import { removeView } from './remove-view.ts';
import { saveView } from './save-view.ts';
import { prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();
const view = { list: 'konti', name: 'Mine store', address: 'hvor=saldo.over.1.000.000,00', isShared: false };

async function prepare() {
  const own = stores.demo();
  const other = { ...own, actor: { ...own.actor, personId: 'demo-anden', name: 'Demo Anden' } };
  const idOf = async (name: string) => (await listViews(own, 'konti')).find((one) => one.name === name)?.id ?? 0;
  return { own, other, idOf };
}

it('keeps a view to its person until it is shared, and the list that it is of', async () => {
  const { own, other, idOf } = await prepare();
  await saveView(own, view);
  expect(await listViews(own, 'konti')).toMatchObject([{ name: view.name, address: view.address, isOwn: true }]);
  expect(await listViews(own, 'opfoelgning')).toEqual([]);
  expect(await listViews(other, 'konti')).toEqual([]);
  const id = await idOf(view.name);
  await changeView(own, { id, name: view.name, isShared: true });
  expect(await listViews(other, 'konti')).toMatchObject([{ id, isOwn: false, owner: own.actor.name }]);
  await changeView(own, { id, name: view.name, isShared: false });
  expect(await listViews(other, 'konti')).toEqual([]);
});

it('replaces one’s own view of the same name, and no other’s', async () => {
  const { own, other } = await prepare();
  await saveView(other, { ...view, isShared: true });
  await saveView(own, view);
  await saveView(own, { ...view, address: 'sort=saldo.desc' });
  const listed = await listViews(own, 'konti');
  expect(listed.map(({ address, isOwn }) => [address, isOwn])).toEqual([
    ['sort=saldo.desc', true],
    [view.address, false],
  ]);
});

it('answers that another’s view is not there, shared or not, and leaves it as it was', async () => {
  const { own, other } = await prepare();
  await saveView(other, { ...view, isShared: true });
  const [theirs] = await listViews(own, 'konti');
  const missing = { id: 999, name: 'X', isShared: false };
  for (const [tried, notThere] of [
    [await changeView(own, { ...missing, id: theirs?.id }), await changeView(own, missing)],
    [await removeView(own, { id: theirs?.id }), await removeView(own, { id: 999 })],
  ]) {
    expect(tried).toEqual(notThere);
    expect(tried).toMatchObject({ ok: false, problems: [{ code: 'unknown-view' }] });
  }
  expect(await listViews(own, 'konti')).toEqual([theirs]);
});

it('lets nobody share who sees no list', async () => {
  const { own, idOf } = await prepare();
  const nobody = { ...own, actor: { ...own.actor, grants: [] } };
  const refusal = { ok: false, problems: [{ code: 'not-allowed' }] };
  expect(await saveView(nobody, { ...view, isShared: true })).toMatchObject(refusal);
  await saveView(own, view);
  expect(await changeView(nobody, { id: await idOf(view.name), name: 'X', isShared: true })).toMatchObject(refusal);
  expect(await listViews(own, 'konti')).toMatchObject([{ name: view.name, isShared: false }]);
  expect(await listViews(nobody, 'konti')).toEqual([]);
});

it('refuses a name that is taken, empty or too long, and a list that is not there', async () => {
  const { own, idOf } = await prepare();
  await saveView(own, view);
  await saveView(own, { ...view, name: 'Anden' });
  const renamed = await changeView(own, { id: await idOf('Anden'), name: view.name, isShared: false });
  expect(renamed).toMatchObject({ ok: false, problems: [{ code: 'view-name-taken', path: 'name' }] });
  for (const [input, code] of [
    [{ ...view, name: '  ' }, 'required'],
    [{ ...view, name: 'x'.repeat(81) }, 'too-long'],
    [{ ...view, list: 'alt' }, 'invalid'],
  ])
    expect(await saveView(own, input)).toMatchObject({ ok: false, problems: [{ code }] });
  expect(await removeView(own, { id: await idOf('Anden') })).toMatchObject({ ok: true });
  expect((await listViews(own, 'konti')).map(({ name }) => name)).toEqual([view.name]);
});

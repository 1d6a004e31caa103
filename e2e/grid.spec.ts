import { findViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { GridPage } from './pages/grid-page.ts';

/* The columns of the tests, by their places. The accounts stand in the order of their numbers. */
const ADDRESS = '/2023-12/konti?sort=konto.asc&kolonner=konto,navn,saldo,frist,tildelt,udvalg';
const [KEY, NAME, BALANCE, DEADLINE, ASSIGNEE] = [0, 1, 2, 3, 4];

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('arrows, Home, End and pages move the cursor; with Ctrl to edges, with Shift a range', async ({ page }) => {
  const grid = new GridPage(page);
  await grid.open(ADDRESS);
  await grid.goTo(0, NAME);
  const moves: [key: string, place: string][] = [
    ['ArrowDown', '1.1'],
    ['ArrowRight', '1.2'],
    ['ArrowLeft', '1.1'],
    ['ArrowUp', '0.1'],
    ['End', '0.5'],
    ['Home', '0.0'],
    ['Control+End', '2448.5'],
    ['Control+Home', '0.0'],
    ['Control+ArrowDown', '2448.0'],
    ['Control+ArrowUp', '0.0'],
    // Nothing stands in the deadlines and assignees yet: on to the committee.
    ['Control+ArrowRight', '0.2'],
    ['Control+ArrowRight', '0.5'],
  ];
  for (const [key, place] of moves) {
    await grid.press(key);
    await expect.poll(() => grid.place(), key).toBe(place);
  }
  await grid.press('Control+Home', 'PageDown');
  await expect.poll(async () => Number((await grid.place()).split('.')[0])).toBeGreaterThan(5);
  await grid.press('PageUp');
  await expect.poll(() => grid.place()).toBe('0.0');

  await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
  await expect.poll(() => grid.selected()).toBe(6);
  await grid.press('Shift+Space');
  await expect.poll(() => grid.selected()).toBe(18);
  await grid.press('Escape');
  await expect.poll(() => grid.selected()).toBe(1);
  await grid.press('Control+a');
  await expect(page.getByText(/^Udfyldt: /)).toBeVisible();
  await grid.press('Escape', 'ArrowRight', 'ArrowRight', 'Control+Space');
  // The whole column of balances, which the reference case adds up to nothing.
  await expect(grid.status).toContainText('Sum af valgte 0,00');
  await expect(grid.status).toContainText('Udfyldt: 2.449');
});

test('the mouse selects by dragging and with Shift, and the status bar adds up', async ({ page }) => {
  const grid = new GridPage(page);
  await grid.open(ADDRESS);
  await grid.goTo(1, BALANCE);
  await grid.cell(3, BALANCE).click({ modifiers: ['Shift'] });
  await expect.poll(() => grid.selected()).toBe(3);
  const amounts = await grid.texts([1, 2, 3], BALANCE);
  const ore = amounts.map((text) => BigInt(text.replaceAll('\u2212', '-').replaceAll(/[.,]/g, '')));
  const sum = ore.reduce((total, amount) => total + amount, 0n);
  const shown = async () =>
    ((await grid.status.textContent()) ?? '').replaceAll('\u2212', '-').replaceAll(/(?<=\d)[.,](?=\d)/g, '');
  await expect.poll(shown).toContain(`Sum af valgte ${sum}`);

  await grid.cell(2, NAME).hover();
  await page.mouse.down();
  await grid.cell(6, BALANCE).hover();
  await page.mouse.up();
  await expect.poll(() => grid.selected()).toBe(10);
});

test('typing replaces, F2 and Enter edit, Esc restores, Enter and Tab go on, Delete empties, Tab leaves', async ({
  page,
}) => {
  const grid = new GridPage(page);
  await grid.open(ADDRESS);
  await grid.goTo(0, DEADLINE);
  await page.keyboard.type('1/7-27');
  await grid.press('Enter');
  await expect.poll(() => grid.place()).toBe('1.3');
  await expect(grid.cell(0, DEADLINE)).toHaveText('01.07.2027');
  await grid.expectSaved();

  await page.keyboard.type('2.7.2027');
  await grid.press('Tab');
  await expect.poll(() => grid.place()).toBe('1.4');
  await page.keyboard.type('regn');
  await page.keyboard.press('ArrowDown');
  await grid.press('Enter');
  // Back to the column in which the run of Tabs began.
  await expect.poll(() => grid.place()).toBe('2.3');
  await expect(grid.cell(1, ASSIGNEE)).toHaveText('Demo Regnskab');
  await expect(grid.cell(1, DEADLINE)).toHaveText('02.07.2027');

  await grid.press('ArrowUp', 'F2');
  const field = page.getByRole('textbox', { name: 'Frist' });
  await expect(field).toHaveValue('02.07.2027');
  await page.keyboard.type('xx');
  await grid.press('Escape');
  await expect(grid.cell(1, DEADLINE)).toHaveText('02.07.2027');
  await expect(grid.grid).toBeFocused();
  await grid.press('Enter');
  await expect(field).toBeFocused();
  await grid.press('Shift+Enter');
  await expect.poll(() => grid.place()).toBe('0.3');
  await grid.press('Delete');
  await expect(grid.cell(0, DEADLINE)).toHaveText('');
  await grid.press('Control+z');
  await expect(grid.cell(0, DEADLINE)).toHaveText('01.07.2027');
  await grid.press('Control+y');
  await expect(grid.cell(0, DEADLINE)).toHaveText('');
  await grid.expectSaved();

  await page.reload();
  await expect(grid.cell(1, DEADLINE)).toHaveText('02.07.2027');
  await expect(grid.cell(0, DEADLINE)).toHaveText('');

  await test.step('a cell that is only read says why, and Tab leaves the grid', async () => {
    await grid.goTo(0, BALANCE);
    await grid.press('F2');
    await expect(page.getByText('Kommer fra de importerede filer.')).toBeVisible();
    await grid.press('Tab');
    await expect(grid.grid).not.toBeFocused();
    await grid.press('Shift+Tab');
    await expect(grid.grid).toBeFocused();
  });
});

test('a text that does not check stays in its cell with its error, and is taken back too', async ({ page }) => {
  const grid = new GridPage(page);
  await grid.open(ADDRESS);
  await grid.goTo(4, DEADLINE);
  await page.keyboard.type('31.2.2027');
  await grid.press('Enter');
  const cell = grid.cell(4, DEADLINE);
  await expect(cell).toContainText('31.2.2027');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Én celle har en fejl og er ikke gemt.')).toBeVisible();
  await grid.press('Control+Home');
  await page.getByRole('button', { name: 'Næste fejl' }).click();
  await expect.poll(() => grid.place()).toBe('4.3');
  await grid.press('Control+z');
  await expect(cell).toHaveText('');
  await expect(cell).not.toHaveAttribute('aria-invalid', 'true');
});

test('copies for Excel and LibreOffice, and pastes from them', async ({ page }) => {
  const grid = new GridPage(page);
  await grid.open(ADDRESS);
  await grid.goTo(0, KEY);
  const [number, name, balance] = [
    await grid.text(0, KEY),
    await grid.text(0, NAME),
    (await grid.text(0, BALANCE)).replace('\u2212', '-'),
  ];
  await grid.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Control+c');
  await expect.poll(() => grid.copied()).toBe(`${number}\t${name}\t${balance}\r\n`);
  expect(await grid.copied('text/html')).toContain(`>${balance}</td>`);

  await test.step('one value fills the selection; a block starts at its first cell and repeats in a multiple', async () => {
    await grid.goTo(0, DEADLINE);
    await grid.press('Shift+ArrowDown', 'Shift+ArrowDown');
    await grid.paste('3.8.2027');
    await expect.poll(() => grid.texts([0, 1, 2, 3], DEADLINE)).toEqual(['03.08.2027', '03.08.2027', '03.08.2027', '']);
    await grid.goTo(3, DEADLINE);
    await grid.paste('"4.8.2027"\r\n5-8-2027\r\n');
    await expect.poll(() => grid.texts([3, 4, 5], DEADLINE)).toEqual(['04.08.2027', '05.08.2027', '']);
    await grid.goTo(6, DEADLINE);
    await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await grid.paste('6.8.2027\n7.8.2027\n');
    await expect
      .poll(() => grid.texts([6, 7, 8, 9], DEADLINE))
      .toEqual(['06.08.2027', '07.08.2027', '06.08.2027', '07.08.2027']);
  });

  await test.step('cells that are only read are refused with the reason, the others are taken', async () => {
    await grid.goTo(11, BALANCE);
    await grid.paste('1,00\t8.8.2027\r\n2,00\t9.8.2027\r\n');
    await expect(page.getByText('2 celler kan ikke ændres: Kommer fra de importerede filer.')).toBeVisible();
    await expect.poll(() => grid.texts([11, 12], DEADLINE)).toEqual(['08.08.2027', '09.08.2027']);
  });

  await test.step('rows for which there is no room are told', async () => {
    await grid.press('Control+End', 'ArrowLeft', 'ArrowLeft');
    await expect.poll(() => grid.place()).toBe('2448.3');
    await grid.paste('1.9.2027\r\n2.9.2027\r\n3.9.2027\r\n');
    await expect(page.getByText('2 rækker er ikke sat ind: listen har ikke flere rækker her.')).toBeVisible();
    await expect(grid.cell(2448, DEADLINE)).toHaveText('01.09.2027');
  });

  await test.step('account numbers find their rows, by heads their columns', async () => {
    await grid.press('Control+Home');
    const numbers = await grid.texts([13, 15], KEY);
    await grid.paste(
      `Konto\tFrist\tAndet\r\n${numbers[1]}\t2.10.2027\tx\r\n99999999\t1.10.2027\tx\r\n${numbers[0]}\t1.10.2027\tx\r\n`,
    );
    await expect.poll(() => grid.texts([13, 14, 15], DEADLINE)).toEqual(['01.10.2027', '', '02.10.2027']);
    await expect(page.getByText(/Konto findes ikke i listen, som den vises \(99999999\)/)).toBeVisible();
    await expect(page.getByText(/Disse overskrifter er ikke kolonner .*: Andet\./)).toBeVisible();
  });

  await test.step('filling down, cutting', async () => {
    await grid.goTo(15, DEADLINE);
    await grid.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await expect.poll(() => grid.texts([15, 16, 17], DEADLINE)).toEqual(['02.10.2027', '02.10.2027', '02.10.2027']);
    await grid.press('Control+x');
    await expect.poll(() => grid.texts([15, 16, 17], DEADLINE)).toEqual(['', '', '']);
    await expect.poll(() => grid.copied()).toBe('02.10.2027\r\n02.10.2027\r\n02.10.2027\r\n');
  });
});

test('a paste of 2,449 rows is one step and one request, and one key takes it back', async ({ page }) => {
  const grid = new GridPage(page);
  await grid.open(ADDRESS);
  await grid.goTo(0, DEADLINE);
  let requests = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.headers()['next-action']) requests += 1;
  });
  const dates = Array.from({ length: 2_449 }, (_, row) => `${(row % 28) + 1}.5.2027`);
  await grid.paste(`${dates.join('\r\n')}\r\n`);
  await expect.poll(() => grid.texts([0, 1, 2], DEADLINE)).toEqual(['01.05.2027', '02.05.2027', '03.05.2027']);
  await grid.expectSaved();
  expect(requests).toBe(1);
  await page.reload();
  await grid.goTo(0, DEADLINE);
  await grid.press('Control+ArrowDown');
  await expect.poll(() => grid.place()).toBe('2448.3');
  await expect(grid.cell(2448, DEADLINE)).toHaveText('13.05.2027');

  await grid.press('Control+Home');
  await grid.goTo(0, DEADLINE);
  await grid.paste(Array.from({ length: 2_449 }, () => '1.6.2027').join('\n'));
  await expect(grid.cell(2, DEADLINE)).toHaveText('01.06.2027');
  await grid.expectSaved();
  await grid.press('Control+z');
  await expect.poll(() => grid.texts([0, 1, 2], DEADLINE)).toEqual(['01.05.2027', '02.05.2027', '03.05.2027']);
  await grid.expectSaved();
  await page.reload();
  await expect(grid.cell(1, DEADLINE)).toHaveText('02.05.2027');
});

test('what cannot be sent is marked, kept when the page goes, and sent when it can be', async ({ page, faults }) => {
  faults.expect(/ERR_FAILED|Failed to fetch|ERR_CONNECTION/);
  const grid = new GridPage(page);
  await grid.open(ADDRESS);
  await page.route('**/konti**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await grid.goTo(2, DEADLINE);
  await page.keyboard.type('1.11.2027');
  await grid.press('Enter');
  await expect(page.getByText(/^Ikke gemt: prøver igen/)).toBeVisible();
  await expect(grid.cell(2, DEADLINE)).toHaveAttribute('data-unsaved', '');
  await page.unroute('**/konti**');
  await page.reload();
  await expect(grid.cell(2, DEADLINE)).toHaveText('01.11.2027');
  await grid.expectSaved();
  await page.reload();
  await expect(grid.cell(2, DEADLINE)).toHaveText('01.11.2027');
});

test('the menu of a cell, by the mouse and by keys', async ({ page }) => {
  const grid = new GridPage(page);
  await grid.open(ADDRESS);
  await grid.goTo(0, DEADLINE);
  await page.keyboard.type('1.12.2027');
  await grid.press('Enter');
  await expect(grid.cell(0, DEADLINE)).toHaveText('01.12.2027');
  await grid.press('ArrowUp', 'Shift+ArrowDown', 'Shift+F10');
  const menu = page.getByRole('menu', { name: 'De valgte celler' });
  await expect(menu).toBeVisible();
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await grid.press('f');
  await expect(menu.getByRole('menuitem', { name: /Fyld ned/ })).toBeFocused();
  await grid.press('Enter');
  await expect(menu).toBeHidden();
  await expect(grid.cell(1, DEADLINE)).toHaveText('01.12.2027');
  await expect(grid.grid).toBeFocused();
  await grid.cell(1, DEADLINE).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Kopiér/ }).click();
  await expect.poll(() => grid.copied()).toContain('01.12.2027');
  await grid.press('Shift+F10', 'Escape');
  await expect(grid.grid).toBeFocused();
});

test('a screen reader is told cells, heads, what is selected and what cannot be changed', async ({ page }) => {
  const grid = new GridPage(page);
  await grid.open(`${ADDRESS}&q=91500001`);
  await grid.goTo(0, DEADLINE);
  await expect(grid.grid).toHaveAttribute('aria-colcount', '7');
  await expect(grid.grid).toHaveAttribute('aria-rowcount', '2');
  await expect(grid.cell(0, DEADLINE)).toHaveAttribute('aria-selected', 'true');
  await expect(grid.cell(0, BALANCE)).toHaveAttribute('aria-readonly', 'true');
  await expect(grid.cell(0, DEADLINE)).toHaveAttribute('aria-readonly', 'false');
  await expect(grid.grid).toMatchAriaSnapshot(`
    - grid "Konti":
      - rowgroup:
        - row:
          - columnheader
          - columnheader /Konto/
          - columnheader /Navn/
          - columnheader /Saldo, kr\\./
          - columnheader /Frist/
          - columnheader /Tildelt/
          - columnheader /Udvalg/
      - rowgroup:
        - row:
          - gridcell
          - gridcell "91500001":
            - link "91500001"
          - gridcell
          - gridcell
          - gridcell [selected]
          - gridcell
          - gridcell
  `);
  expect(await findViolations(page)).toEqual([]);
});

test('any sequence of typing, pasting, undo and redo leaves what a plain model of arrays holds', async ({ page }) => {
  const grid = new GridPage(page);
  await grid.open(ADDRESS);
  const lines = [0, 1, 2, 3, 4, 5];
  const states: string[][] = [lines.map(() => '')];
  let at = 0;
  let seed = 20_231_231;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const put = (next: string[]) => {
    if (next.every((text, index) => text === states[at]?.[index])) return;
    states.splice(at + 1, states.length, next);
    at += 1;
  };
  for (let step = 0; step < 40; step += 1) {
    const act = random(5);
    const line = random(4);
    const date = (day: number) => `${String(day).padStart(2, '0')}.02.2027`;
    if (act === 0 && at > 0) {
      await grid.press('Control+z');
      at -= 1;
    } else if (act === 1 && at < states.length - 1) {
      await grid.press('Control+y');
      at += 1;
    } else if (act === 2) {
      const day = 1 + random(28);
      await grid.goTo(line, DEADLINE);
      await page.keyboard.type(date(day));
      await grid.press('Enter');
      put((states[at] ?? []).with(line, date(day)));
    } else if (act === 3) {
      const days = [1 + random(28), 1 + random(28)];
      await grid.goTo(line, DEADLINE);
      await grid.paste(`${days.map(date).join('\r\n')}\r\n`);
      put(
        (states[at] ?? []).map((text, index) =>
          index === line || index === line + 1 ? date(days[index - line] ?? 1) : text,
        ),
      );
    } else {
      await grid.goTo(line, DEADLINE);
      await grid.press('Delete');
      put((states[at] ?? []).with(line, ''));
    }
    await expect.poll(() => grid.texts(lines, DEADLINE), `step ${step}, act ${act}`).toEqual(states[at]);
  }
  await grid.expectSaved();
  await page.reload();
  await expect.poll(() => grid.texts(lines, DEADLINE)).toEqual(states[at]);
});

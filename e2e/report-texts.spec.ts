import { readPdf, squeeze } from '#lib/render/testing/read-pdf.ts';
import { findViolations } from './axe.ts';
import { readDemo, textFile } from './demo-files.ts';
import { expect, test } from './fixtures.ts';
import { holdScripts } from './hold-scripts.ts';
import { openElsewhere } from './open-elsewhere.ts';
import { ImportPage } from './pages/import-page.ts';
import { ReportPage } from './pages/report-page.ts';
import { TextDesk } from './pages/text-desk.ts';
import { execute } from './rights/database.ts';
import { signIn } from './sign-in.ts';

test.use({ role: 'secretariat' });

const PLACE = 'Fordeling på kategorier';
/** A no-break space stands before the unit. */
const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');

test('a text is written by keys alone, its figures follow an import, on the page and in the PDF', async ({ page }) => {
  // A report is made three times, and read twice.
  test.slow();
  const desk = new TextDesk(page, PLACE);
  const report = new ReportPage(page);
  await desk.open('BIU');

  await test.step('figures by words, by key, with choices', async () => {
    await page.keyboard.type('# Udviklingen\nSidste år var der {{kategori 3 antal');
    await expect(desk.figures.getByRole('option').first()).toContainText('kategori3.antal');
    const before = desk.figures.getByRole('option', { name: /kategori3\.antal\.forrige/ });
    await page.keyboard.type(' forrige');
    await expect(before).toHaveAttribute('aria-selected', 'true');
    await expect(desk.text).toHaveAttribute('aria-activedescendant', /.+/);
    await page.keyboard.press('Enter');
    await page.keyboard.type(' konti. Nu er der {{kategori3.antal}}.');
    await expect(desk.text).toContainText('Sidste år var der 97 konti. Nu er der 6.');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Alt+v');
    const dialog = page.getByRole('dialog', { name: 'Valg efter tal' });
    await dialog.getByRole('combobox', { name: 'Tal' }).focus();
    await page.keyboard.type('kategori3.antal.aendring');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Ved stigning').fill('Steget');
    await dialog.getByLabel('Ved fald').fill('Faldet');
    await dialog.getByLabel('Ved nul').fill('Uændret');
    await page.keyboard.press('Enter');
    await expect(desk.text).toBeFocused();
    await page.keyboard.type(' i alt');
    await page.keyboard.press('Control+Alt+f');
    await expect(page.getByRole('textbox', { name: 'Fodnotens tekst' })).toBeFocused();
    await page.keyboard.type('Se {{opfoelgning.netto}} ovenfor');
    await page.keyboard.press('Enter');
    await expect(desk.text).toBeFocused();
    await page.keyboard.type('.\n- et\nto');
    expect(await findViolations(page)).toEqual([]);
    await desk.save();
    await desk.close();
  });

  await test.step('the page says it, and the PDF', async () => {
    await expect(page.getByRole('link', { name: `Ret ${desk.name}` })).toBeFocused();
    const article = page.getByRole('article');
    await expect(article.getByRole('heading', { name: 'Udviklingen' })).toBeVisible();
    await expect(article.getByText('Sidste år var der 97 konti. Nu er der 6.')).toBeVisible();
    await expect(article.getByText(/^Faldet i\salt/)).toBeVisible();
    await expect(article.getByRole('listitem').filter({ hasText: /^to$/ })).toBeVisible();
    const pdf = await readPdf((await report.download('PDF')).bytes);
    const text = pdf.pages.map((one) => one.text).join('');
    expect(text).toContain(squeeze('Sidste år var der 97 konti. Nu er der 6.'));
    expect(text).toContain(squeeze('Faldet i alt'));
  });

  await test.step('an import changes the text', async () => {
    await signIn(page, 'administrator');
    const desk = new ImportPage(page);
    await desk.open();
    const changed = readDemo('sammenligningstal').replace('3;97;', '3;2;');
    await desk.preview([textFile('sammenligningstal-2022.csv', changed)]);
    await desk.store();
    await report.open('BIU');
    await expect(page.getByRole('article').getByText('Sidste år var der 2 konti. Nu er der 6.')).toBeVisible();
    await expect(page.getByRole('article').getByText(/^Steget i\salt/)).toBeVisible();
  });
});

test('a number typed by hand is pointed out, replaced by one click, or acknowledged with a reason', async ({
  page,
}) => {
  const desk = new TextDesk(page, PLACE);
  await desk.open('BIU');
  await page.keyboard.type('I 2023 var 95 konti i kategori 3, og 97 konti året før. Det kostede 12,3 mio. kr.');
  const loose = desk.desk.getByRole('region', { name: /ikke rapportens/ });
  await expect(loose.getByRole('listitem')).toHaveCount(2);
  const first = loose.getByRole('listitem').filter({ hasText: '95 konti' });
  await first.getByRole('button', { name: /97/ }).first().click();
  await expect.poll(async () => plain(await desk.text.textContent())).toContain('I 2023 var 97 konti i kategori 3');
  await expect(desk.desk.getByText('Ét tal er ikke et af rapportens')).toBeVisible();
  await desk.desk.getByRole('button', { name: 'Tallet er rigtigt' }).click();
  await expect(
    desk.desk.getByText(/^Ét tal i teksten er ikke rapportens\. Rapporten kan ikke blive klar/),
  ).toBeVisible();
  await expect(desk.desk.getByRole('textbox', { name: /Hvorfor er/ })).toBeFocused();
  await page.keyboard.type('Oplyst af leverandøren');
  await page.keyboard.press('Enter');
  await expect(desk.desk.getByText('Alle tal i teksten er rapportens eller begrundet')).toBeVisible();
  await desk.desk.getByText('Et tal er rigtigt med en begrundelse').click();
  await expect(desk.desk.getByText(/Demo Sekretariat: Oplyst af leverandøren/)).toBeVisible();
});

test('what was typed is there again after the tab was killed, and closing stores it', async ({ page, context }) => {
  const desk = new TextDesk(page, PLACE);
  await desk.open('BIU');
  await page.keyboard.type('Kladde til udvalget');
  await desk.expectKept();
  await page.close();

  const again = new TextDesk(await context.newPage(), PLACE);
  await again.open('BIU');
  await expect(again.text).toHaveText('Kladde til udvalget');
  await expect(again.desk.getByText(/^Det, du skrev .*, er her igen$/)).toBeVisible();
  await again.close();
  await expect(again.page.getByRole('article').getByText('Kladde til udvalget')).toBeVisible();
  await again.page.reload();
  await expect(again.page.getByRole('article').getByText('Kladde til udvalget')).toBeVisible();
});

test('two people in one text: what each wrote is merged, and where both changed the same, one chooses', async ({
  page,
  browser,
  faults,
  server,
}) => {
  // Each hears of the other within ten seconds.
  test.slow();
  execute(
    server.folder,
    `INSERT INTO RoleGrant (personId, role, scope, unitCode, grantedBy, grantedAt)
     VALUES ('demo-kontrollant', 'secretariat', 'committee', 'BIU', 'demo-administrator', '2024-01-01T00:00:00.000Z')`,
  );
  const first = new TextDesk(page, PLACE);
  await first.open('BIU');
  await page.keyboard.type('Et\nTo');
  await first.save();
  const second = new TextDesk(await openElsewhere({ browser, server, faults }, 'approver2'), PLACE);
  await second.open('BIU');
  await expect(second.text).toHaveText('EtTo');
  await expect(second.desk.getByText(/Demo Sekretariat (har også teksten åben|skriver også her)/)).toBeVisible({
    timeout: 60_000,
  });

  await test.step('changes apart go together', async () => {
    await second.page.keyboard.press('Control+End');
    await second.page.keyboard.type(' fra kontrollant');
    await second.save();
    await first.text.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Nr. ');
    await first.save();
    await expect(first.text).toHaveText('Nr. EtTo fra kontrollant');
  });

  await test.step('the same paragraph is chosen', async () => {
    await expect(second.text).toHaveText('Nr. EtTo fra kontrollant', { timeout: 60_000 });
    await second.text.click();
    await second.page.keyboard.press('Control+End');
    await second.page.keyboard.type(' igen');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' og sekretariat');
    await second.save();
    await page.keyboard.press('Control+s');
    const panel = page.getByRole('region', { name: /^Demo Kontrollant har ændret det samme afsnit/ });
    await expect(panel).toBeFocused();
    await panel.getByRole('button', { name: 'Gem den samlede tekst' }).click();
    await expect(panel.getByRole('alert')).toHaveText('Vælg, hvad der skal stå, ét sted endnu.');
    await panel.getByRole('radio', { name: /^Min/ }).check();
    await panel.getByRole('button', { name: 'Gem den samlede tekst' }).click();
    await first.expectSaved();
    await expect(first.text).toHaveText('Nr. EtTo fra kontrollant og sekretariat');
  });
  await second.page.context().close();
});

test('a text goes from its writer to an approver, and its history tells who wrote what', async ({ page }) => {
  const desk = new TextDesk(page, PLACE);
  await desk.open('BIU');
  await page.keyboard.type('Først');
  await desk.save();
  await desk.desk.getByText('Historik', { exact: true }).click();
  await desk.desk.getByRole('button', { name: /^Ændringer Demo Sekretariat/ }).click();
  await expect(desk.desk.locator('ins')).toHaveText('Først');

  await test.step('what is being read stays when the text is moved on or written on', async () => {
    const steps = desk.desk.getByRole('listitem').filter({ hasText: 'Demo Sekretariat' });
    await expect(steps).toHaveCount(1);
    await desk.desk.getByRole('button', { name: 'Færdig', exact: true }).click();
    await expect(steps).toHaveCount(2);
    await expect(steps.first()).toContainText('Meldt færdig');
    await expect(desk.desk.getByRole('button', { name: 'Færdig', exact: true })).toBeHidden();
    await expect(desk.desk.getByRole('button', { name: 'Godkend', exact: true })).toBeHidden();
    await expect(desk.desk.locator('ins')).toHaveText('Først');
    await desk.text.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' og siden');
    await desk.save();
    await expect(desk.desk.locator('ins')).toHaveText('Først og siden');
    let finished = 0;
    page.on('request', (request) => {
      if (/report-texts$/.test(request.url()) && request.postDataJSON()?.act === 'finish') finished += 1;
    });
    await desk.desk.getByRole('button', { name: 'Færdig', exact: true }).dblclick();
    await expect(steps).toHaveCount(3);
    expect(finished, 'pressed twice, it is done once').toBe(1);
  });
  await signIn(page, 'administrator');
  await page.goto('/2023-12/rapport');
  await expect(page.getByRole('row', { name: /^BIU/ })).toContainText('1 færdig');
});

test('a dialog begins in its first field, and a sentence in kr. ends once', async ({ page }) => {
  const desk = new TextDesk(page, PLACE);
  await desk.open('BIU');
  await page.keyboard.press('Control+Alt+k');
  await expect(page.getByRole('textbox', { name: 'Adresse' })).toBeFocused();
  await page.keyboard.type('www.dst.dk');
  await page.keyboard.press('Enter');
  await expect(desk.text.getByRole('link', { name: 'www.dst.dk' })).toHaveAttribute('href', 'https://www.dst.dk');
  await expect(desk.text).toBeFocused();
  await page.keyboard.press('Control+Alt+v');
  await expect(
    page.getByRole('dialog', { name: 'Valg efter tal' }).getByRole('combobox', { name: 'Tal' }),
  ).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(desk.text).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' Netto {{kategori3.netto}}. Ja. CPR 010203-1234');
  // The field's own full stop is not shown, though it is there.
  await expect(desk.text).toHaveText(/\st\.kr\. Ja\./, { useInnerText: true });
  await expect(desk.desk.getByText(/^010203-•••• ligner et CPR-nummer/)).toBeVisible();
  await desk.save();
});

test('what is pasted from Word is made into a text of ours, and violates no policy', async ({ page }) => {
  const desk = new TextDesk(page, PLACE);
  await desk.open('BIU');
  await desk.text.evaluate((element) => {
    const html = `<html><head><style>p{color:red}</style></head><body><p class=MsoNormal style='color:red'>Fed er
      <b>vigtigt</b></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·
      </span>punkt</p><table style='width:100%'><tr><td style='font-weight:700'>A</td></tr><tr><td>1</td></tr></table></body></html>`;
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', 'Fed er vigtigt');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(desk.text.getByRole('listitem')).toHaveText('punkt');
  await expect(desk.text.locator('strong')).toHaveText('vigtigt');
  await expect(desk.text.locator('th')).toHaveText('A');
  await expect(desk.text.locator('[style]')).toHaveCount(0);
  await desk.save();
});

test('a text opens before the page has come alive, and saving it leaves the page where it is', async ({ page }) => {
  const desk = new TextDesk(page, PLACE);
  const letThrough = await holdScripts(page);
  await page.goto('/2023-12/rapport?udvalg=BIU', { waitUntil: 'commit' });
  await page.getByRole('link', { name: desk.name }).click();
  await expect(page).toHaveURL(/tekst=kategorier/);
  await letThrough();
  await desk.expectOpen();
  await desk.close();

  await page.getByRole('link', { name: desk.name }).click();
  await expect(desk.text).toBeFocused();
  await page.keyboard.type('Kort');
  await desk.save();
  // What the page says of it comes with the page that is fetched anew.
  await expect(page.getByText(/1 tekst er begyndt/)).toBeAttached();
  await expect(desk.text).toBeFocused();
  await expect(desk.text).toBeInViewport();
});

test('what is typed on while a text is being stored is stored, too, before the text is finished', async ({ page }) => {
  const desk = new TextDesk(page, PLACE);
  await desk.open('BIU');
  const { promise: held, resolve: letThrough } = Promise.withResolvers<void>();
  await page.route('**/api/report-texts', async (route) => {
    if (route.request().postDataJSON().act === 'save') await held;
    await route.continue();
  });
  const storing = page.waitForRequest((request) => request.postDataJSON()?.act === 'save');
  await page.keyboard.type('Først');
  await page.keyboard.press('Control+s');
  await storing;
  await page.keyboard.type(' og siden');
  const finish = desk.desk.getByRole('button', { name: 'Færdig', exact: true });
  await finish.click();
  letThrough();
  await expect(finish).toBeHidden();
  await desk.close();
  await expect(page.getByRole('article').getByText('Først og siden')).toBeVisible();
  await signIn(page, 'administrator');
  await page.goto('/2023-12/rapport');
  await expect(page.getByRole('row', { name: /^BIU/ })).toContainText('1 færdig');
});

test('what was on its way to be kept when the text was saved is not there again', async ({ page }) => {
  const desk = new TextDesk(page, PLACE);
  await desk.open('BIU');
  const stored = Promise.withResolvers<void>();
  const kept = Promise.withResolvers<void>();
  // The server hears of the draft after the save, and the browser of both at about the same time.
  await page.route('**/api/report-texts', async (route) => {
    const { act } = route.request().postDataJSON();
    if (act === 'keep-draft') {
      await stored.promise;
      await route.fulfill({ response: await route.fetch() });
      kept.resolve();
    } else if (act === 'save') {
      const response = await route.fetch();
      stored.resolve();
      await kept.promise;
      await route.fulfill({ response });
    } else await route.continue();
  });
  const keeping = page.waitForRequest((request) => request.postDataJSON()?.act === 'keep-draft');
  await page.keyboard.type('Kort');
  await keeping;
  await desk.save();
  await desk.close();
  await page.goto('/2023-12/rapport/versioner?udvalg=BIU', { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { name: 'Versioner', level: 1 })).toBeVisible();
  await expect(page.getByText(/^Ikke gemt/)).toBeHidden();
});

'use client';

import { useTranslations } from 'next-intl';
import {
  type ClipboardEvent,
  type Dispatch,
  type KeyboardEvent,
  memo,
  useCallback,
  useId,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { Button } from '#components/ui/button.tsx';
import { DateField, MoneyField, readDate, readMoney } from '#components/ui/formatted-field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Money } from '#components/ui/money.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { followUp, MOST_ITEMS, olderPart } from '#lib/domain/finding.ts';
import { findingLimitation } from '#lib/domain/limitation.ts';
import { type FindingDraft, filledItems, type ItemDraft, isBlankItem, readFinding } from './account-draft.ts';
import type { DraftAction } from './draft-reducer.ts';
import styles from './editor.module.css';
import { itemFieldId } from './field-ids.ts';
import { LimitationMark, useLimitationWarning } from './limitation-mark.tsx';
import { ITEM_COLUMNS, type ItemColumn, pasteItems } from './paste-items.ts';

interface ItemsEditorProps {
  finding: FindingDraft;
  errors: ReadonlyMap<string, string>;
  dispatch: Dispatch<DraftAction>;
  /** Posting dates at or before this are older than one year. */
  olderLimit: string;
}

/** The items of a finding, as one types them in Excel: Enter goes down, a block of cells can be pasted. */
export function ItemsEditor({ finding, errors, dispatch, olderLimit }: ItemsEditorProps) {
  const t = useTranslations('account.items');
  const table = useRef<HTMLTableElement>(null);
  const helpId = useId();
  const [tooMany, setTooMany] = useState<number | null>(null);
  const { finding: read } = readFinding(finding);
  const warning = useLimitationWarning();
  const barred = warning && findingLimitation(read, warning.today, warning.warningMonths);

  function focusCell(row: number, column: string) {
    table.current?.querySelector<HTMLInputElement>(`tr[data-row="${row}"] input[name="${column}"]`)?.focus();
  }

  /** The row is there before the next key: whoever types fast types into it. */
  function addItem() {
    const row = finding.items.length;
    flushSync(() => dispatch({ type: 'add-item', finding: finding.key, key: crypto.randomUUID() }));
    focusCell(row, 'postingDate');
  }

  const removeItem = useCallback(
    (item: string, row: number) => {
      flushSync(() => dispatch({ type: 'remove-item', finding: finding.key, item, key: crypto.randomUUID() }));
      // The focus goes to the row that takes the place, or to the one above.
      const rows = table.current?.tBodies[0]?.rows;
      rows
        ?.item(Math.min(row, rows.length - 1))
        ?.querySelector('button')
        ?.focus();
    },
    [dispatch, finding.key],
  );

  /** Enter and the arrows go down and up; Enter and Tab at the end of the last row that says something add one. */
  function handleKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLInputElement)) return;
    const { name } = event.target;
    const row = Number(event.target.closest('tr')?.dataset.row);
    const last = finding.items.length - 1;
    const isDown = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
    const isUp = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
    const isOn = event.key === 'Tab' && !event.shiftKey && name === 'amount';
    if (!isDown && !isUp && !isOn) return;
    const saysSomething = finding.items[row] !== undefined && !isBlankItem(finding.items[row]);
    if (isUp) focusCell(row - 1, name);
    else if (isDown && row < last) focusCell(row + 1, name);
    else if (isOn && row < last) focusCell(row + 1, 'postingDate');
    else if ((event.key === 'Enter' || isOn) && saysSomething) addItem();
    else if (isOn) return;
    event.preventDefault();
  }

  function handlePaste(event: ClipboardEvent) {
    if (!(event.target instanceof HTMLInputElement)) return;
    const column = ITEM_COLUMNS.find((one): one is ItemColumn => one === (event.target as HTMLInputElement).name);
    const item = finding.items[Number(event.target.closest('tr')?.dataset.row)];
    if (!column || !item) return;
    const text = event.clipboardData.getData('text/plain');
    const items = pasteItems(finding.items, item.key, column, text, () => crypto.randomUUID());
    if (!items) return;
    event.preventDefault();
    setTooMany(items.length > MOST_ITEMS ? items.length : null);
    if (items.length > MOST_ITEMS) return;
    dispatch({ type: 'paste-items', finding: finding.key, items });
  }

  return (
    <section className={styles.block}>
      <h4>{t('title')}</h4>
      <p id={helpId} className={styles.help}>
        {t('help')}
      </p>
      {tooMany !== null && (
        <Notice tone="bad" live>
          {t('tooMany', { most: MOST_ITEMS, rows: tooMany })}
        </Notice>
      )}
      {/* The keys belong to the fields inside; the table only hears them on their way. */}
      <table ref={table} className={styles.items} aria-describedby={helpId} onKeyDown={handleKey} onPaste={handlePaste}>
        <thead>
          <tr>
            <th scope="col" className={styles.dateColumn}>
              {t('postingDate')}
            </th>
            <th scope="col">{t('text')}</th>
            <th scope="col" className={styles.moneyColumn}>
              {t('amount')}
            </th>
            <th scope="col" className={styles.ageColumn}>
              {t('age')}
            </th>
            <th scope="col" className={styles.removeColumn}>
              <VisuallyHidden>{t('remove')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {finding.items.map((item, row) => (
            <ItemRow
              key={item.key}
              findingKey={finding.key}
              item={item}
              row={row}
              dateError={errors.get(itemFieldId(item.key, 'postingDate'))}
              textError={errors.get(itemFieldId(item.key, 'text'))}
              amountError={errors.get(itemFieldId(item.key, 'amount'))}
              olderLimit={olderLimit}
              dispatch={dispatch}
              onRemove={removeItem}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('sum', { count: filledItems(finding).length })}
            </th>
            <td className={styles.sum}>
              <Money amount={followUp(read)} />
            </td>
            <td colSpan={2} />
          </tr>
          <tr>
            <th scope="row" colSpan={2} className={styles.older}>
              {t('older')}
            </th>
            <td className={styles.sum}>
              <Money amount={olderPart(read, olderLimit)} />
            </td>
            <td colSpan={2} />
          </tr>
          {barred?.state && (
            <tr>
              <th scope="row" colSpan={2} className={styles.older}>
                {t('barred', { count: barred.near + barred.passed })}
              </th>
              <td className={styles.sum}>
                <Money amount={barred.amount} />
              </td>
              <td colSpan={2} />
            </tr>
          )}
        </tfoot>
      </table>
      <Button kind="quiet" icon="add" onClick={addItem}>
        {t('add')}
      </Button>
    </section>
  );
}

interface ItemRowProps {
  findingKey: string;
  item: ItemDraft;
  row: number;
  dateError: string | undefined;
  textError: string | undefined;
  amountError: string | undefined;
  olderLimit: string;
  dispatch: Dispatch<DraftAction>;
  onRemove: (item: string, row: number) => void;
}

/** Kept as it is while other rows change: a finding can have two thousand of them. */
const ItemRow = memo(function ItemRow({
  findingKey,
  item,
  row,
  dateError,
  textError,
  amountError,
  olderLimit,
  dispatch,
  onRemove,
}: ItemRowProps) {
  const t = useTranslations('account.items');
  const edit = (patch: Partial<ItemDraft>) =>
    dispatch({ type: 'edit-item', finding: findingKey, item: item.key, patch });
  const date = readDate(item.postingDate);
  const number = row + 1;
  return (
    <tr data-row={row}>
      <td>
        <DateField
          id={itemFieldId(item.key, 'postingDate')}
          name="postingDate"
          label={t('dateOf', { number })}
          hideLabel
          value={item.postingDate}
          error={dateError}
          onChange={(postingDate) => edit({ postingDate })}
        />
      </td>
      <td>
        <TextField
          id={itemFieldId(item.key, 'text')}
          name="text"
          label={t('textOf', { number })}
          hideLabel
          autoComplete="off"
          value={item.text}
          error={textError}
          onChange={(event) => edit({ text: event.target.value })}
        />
      </td>
      <td>
        <MoneyField
          id={itemFieldId(item.key, 'amount')}
          name="amount"
          label={t('amountOf', { number })}
          hideLabel
          value={item.amount}
          error={amountError}
          onChange={(amount) => edit({ amount })}
        />
      </td>
      <td className={styles.age}>
        {date && date <= olderLimit ? t('overOneYear') : null}
        {date && readMoney(item.amount) !== 0n && <LimitationMark postingDate={date} />}
      </td>
      <td>
        <button
          type="button"
          className={styles.remove}
          aria-label={t('removeItem', { number })}
          title={t('removeItem', { number })}
          onClick={() => onRemove(item.key, row)}
        >
          <Icon name="close" />
        </button>
      </td>
    </tr>
  );
});

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { TextField } from '#components/ui/text-field.tsx';
import type {
  BalanceMapping,
  MappedColumn,
  MappingContent,
  ResponsibilityMapping,
  TextSource,
} from '#lib/schemas/mapping.ts';
import { ColumnSelect, type FileColumns } from './column-select.tsx';
import styles from './mapping.module.css';
import { MappingAmount } from './mapping-amount.tsx';
import { AccountRules, BalanceRules, IgnoreChoices } from './mapping-rules.tsx';

interface MappingFieldsProps<C extends MappingContent = MappingContent> {
  columns: FileColumns;
  content: C;
  onChange: (content: MappingContent) => void;
}

/** Our columns, each with a choice of theirs, and the rules by which they are read. */
export function MappingFields({ columns, content, onChange }: MappingFieldsProps) {
  const t = useTranslations('mapping');
  const { account, ignore } = content;
  const isBalance = content.kind === 'saldobalance';
  return (
    <>
      <h3>{t('columns')}</h3>
      <div className={styles.grid}>
        <ColumnSelect<never>
          label={t('field.account')}
          columns={columns}
          value={account.column}
          onChange={(column) => onChange({ ...content, account: { ...account, column } })}
        />
        {isBalance ? (
          <BalanceFields columns={columns} content={content} onChange={onChange} />
        ) : (
          <ResponsibilityFields columns={columns} content={content} onChange={onChange} />
        )}
      </div>
      <Rules name={(count) => t('accountRules', { count })} count={countAccountRules(account)}>
        <div className={styles.grid}>
          <AccountRules rule={account} onChange={(rule) => onChange({ ...content, account: rule })} />
        </div>
      </Rules>
      <details className={styles.rules}>
        <summary>{t('ignoreRules', { count: countIgnoreRules(ignore) })}</summary>
        <div className={styles.stack}>
          <IgnoreChoices rules={ignore} onChange={(rules) => onChange({ ...content, ignore: rules })} />
        </div>
      </details>
      {isBalance && (
        <Rules name={(count) => t('balanceRules', { count })} count={countBalanceRules(content)}>
          <div className={styles.grid}>
            <BalanceRules columns={columns} content={content} onChange={onChange} />
          </div>
        </Rules>
      )}
    </>
  );
}

interface RulesProps {
  name: (count: number) => string;
  /** How many of them say something. */
  count: number;
  children: ReactNode;
}

/** Rules under a heading, open from the start where some say something: what was guessed is not hidden. */
function Rules({ name, count, children }: RulesProps) {
  const [isOpen] = useState(count > 0);
  return (
    <details className={styles.rules} open={isOpen}>
      <summary>{name(count)}</summary>
      {children}
    </details>
  );
}

function countAccountRules({ prefix, suffix, cut, leadingZeros }: MappingContent['account']): number {
  return [prefix !== '', suffix !== '', cut !== null, leadingZeros === 'strip'].filter(Boolean).length;
}

function countIgnoreRules({ lines, otherThanDigits, ...flags }: MappingContent['ignore']): number {
  return Object.values(flags).filter(Boolean).length + lines.length + (otherThanDigits === null ? 0 : 1);
}

function countBalanceRules({ sign, form, blankIsZero, selection, sumPerAccount }: BalanceMapping): number {
  return [sign === 'reversed', form !== null, blankIsZero, selection !== null, sumPerAccount].filter(Boolean).length;
}

function BalanceFields({ columns, content, onChange }: MappingFieldsProps<BalanceMapping>) {
  const t = useTranslations('mapping');
  const { name } = content;
  return (
    <>
      <ColumnSelect
        label={t('field.name')}
        columns={columns}
        value={name.from === 'column' ? name.column : name.from}
        others={[
          { value: 'nothing', label: t('nothing') },
          { value: 'account', label: t('fromAccount') },
        ]}
        onChange={(chosen) =>
          onChange({
            ...content,
            name: typeof chosen === 'string' ? { from: chosen } : { from: 'column', column: chosen },
          })
        }
      />
      <Source
        label={t('field.imFunction')}
        without={t('derived')}
        columns={columns}
        source={content.imFunction}
        onChange={(imFunction) => onChange({ ...content, imFunction })}
      />
      <MappingAmount
        columns={columns}
        amount={content.amount}
        onChange={(amount) => onChange({ ...content, amount })}
      />
    </>
  );
}

const FIELDS = ['reconciledBy', 'committee', 'administration', 'separately'] as const;

function ResponsibilityFields({ columns, content, onChange }: MappingFieldsProps<ResponsibilityMapping>) {
  const t = useTranslations('mapping');
  return FIELDS.map((field) => (
    <Source
      key={field}
      label={t(`field.${field}`)}
      without={t('nothing')}
      columns={columns}
      source={content[field]}
      onChange={(source) => onChange({ ...content, [field]: source })}
    />
  ));
}

interface SourceProps {
  label: string;
  /** What *no column* means for the field. */
  without: string;
  columns: FileColumns;
  source: TextSource;
  onChange: (source: TextSource) => void;
}

/** A field that a column, or one value for all lines, can give. */
function Source({ label, without, columns, source, onChange }: SourceProps) {
  const t = useTranslations('mapping');
  return (
    <>
      <ColumnSelect
        label={label}
        columns={columns}
        value={source.from === 'column' ? source.column : source.from}
        others={[
          { value: 'nothing', label: without },
          { value: 'constant', label: t('constant') },
        ]}
        onChange={(chosen: MappedColumn | 'nothing' | 'constant') => {
          if (typeof chosen !== 'string') onChange({ from: 'column', column: chosen });
          else onChange(chosen === 'constant' ? { from: 'constant', value: '' } : { from: 'nothing' });
        }}
      />
      {source.from === 'constant' && (
        <TextField
          label={t('constantOf', { field: label })}
          value={source.value}
          autoComplete="off"
          onChange={({ target }) => onChange({ from: 'constant', value: target.value })}
        />
      )}
    </>
  );
}

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import type { AccountRule, BalanceMapping, IgnoreRules, MappingContent } from '#lib/schemas/mapping.ts';
import { ColumnSelect, type FileColumns } from './column-select.tsx';
import styles from './mapping.module.css';

const CUTS = ['before ', 'before-', 'before/', 'before.', 'before_', 'after ', 'after-', 'after/', 'after.', 'after_'];
const NONE = 'none';

function readCut(text: string): AccountRule['cut'] {
  const match = /^(before|after)([ \-/._])$/.exec(text);
  if (match === null) return null;
  const separators = [' ', '-', '/', '.', '_'] as const;
  const separator = separators.find((one) => one === match[2]);
  return separator ? { keep: match[1] === 'after' ? 'after' : 'before', separator } : null;
}

interface AccountRulesProps {
  rule: AccountRule;
  onChange: (rule: AccountRule) => void;
}

/** Which part of the account's cell is its number. */
export function AccountRules({ rule, onChange }: AccountRulesProps) {
  const t = useTranslations('mapping.account');
  return (
    <>
      <SelectField
        label={t('cut')}
        value={rule.cut === null ? NONE : `${rule.cut.keep}${rule.cut.separator}`}
        onChange={({ target }) => onChange({ ...rule, cut: readCut(target.value) })}
      >
        <option value={NONE}>{t('whole')}</option>
        {CUTS.map((cut) => {
          const { keep = 'before', separator = ' ' } = readCut(cut) ?? {};
          return (
            <option key={cut} value={cut}>
              {t(keep, { separator: separator === ' ' ? t('blank') : separator })}
            </option>
          );
        })}
      </SelectField>
      <TextField
        label={t('prefix')}
        value={rule.prefix}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange({ ...rule, prefix: target.value })}
      />
      <TextField
        label={t('suffix')}
        value={rule.suffix}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange({ ...rule, suffix: target.value })}
      />
      <Check
        label={t('zeros')}
        checked={rule.leadingZeros === 'strip'}
        onChange={(strip) => onChange({ ...rule, leadingZeros: strip ? 'strip' : 'keep' })}
      />
    </>
  );
}

const FLAGS = ['totals', 'noAccount', 'notAnAccount', 'outsideMain9'] as const;

interface IgnoreProps {
  rules: IgnoreRules;
  onChange: (rules: IgnoreRules) => void;
}

/** Which lines are no accounts. */
export function IgnoreChoices({ rules, onChange }: IgnoreProps) {
  const t = useTranslations('mapping.ignore');
  const setLine = (place: number, changed: Partial<IgnoreRules['lines'][number]>) =>
    onChange({ ...rules, lines: rules.lines.map((line, at) => (at === place ? { ...line, ...changed } : line)) });
  return (
    <>
      {FLAGS.map((flag) => (
        <Check
          key={flag}
          label={t(flag)}
          checked={rules[flag]}
          onChange={(checked) => onChange({ ...rules, [flag]: checked })}
        />
      ))}
      <TextField
        label={t('digits')}
        help={t('digitsHelp')}
        inputMode="numeric"
        value={rules.otherThanDigits === null ? '' : String(rules.otherThanDigits)}
        onChange={({ target }) => {
          const digits = Number(target.value);
          const isCount = /^\d{1,2}$/.test(target.value) && digits >= 1 && digits <= 20;
          onChange({ ...rules, otherThanDigits: isCount ? digits : null });
        }}
      />
      {rules.lines.map((line, place) => (
        <div key={`line-${String(place)}`} className={styles.line}>
          <SelectField
            label={t('where')}
            value={`${line.where} ${line.how}`}
            onChange={({ target }) => {
              const [where, how] = target.value.split(' ');
              setLine(place, {
                where: where === 'row' ? 'row' : 'account',
                how: how === 'contains' ? 'contains' : 'begins',
              });
            }}
          >
            {(['account begins', 'account contains', 'row begins', 'row contains'] as const).map((rule) => (
              <option key={rule} value={rule}>
                {t(rule)}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('text')}
            value={line.text}
            autoComplete="off"
            onChange={({ target }) => setLine(place, { text: target.value })}
          />
          <Button
            kind="quiet"
            icon="close"
            onClick={() => onChange({ ...rules, lines: rules.lines.filter((_, at) => at !== place) })}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          icon="add"
          onClick={() => onChange({ ...rules, lines: [...rules.lines, { where: 'account', how: 'begins', text: '' }] })}
        >
          {t('add')}
        </Button>
      </div>
    </>
  );
}

interface BalanceRulesProps {
  columns: FileColumns;
  content: BalanceMapping;
  onChange: (content: MappingContent) => void;
}

const AS_COLUMN = 'column';

/** How amounts are written and which rows are of the period. */
export function BalanceRules({ columns, content, onChange }: BalanceRulesProps) {
  const t = useTranslations('mapping.rules');
  const none = [{ value: NONE, label: t('noColumn') }] as const;
  const { selection } = content;
  const select = (changed: Partial<NonNullable<BalanceMapping['selection']>>) => {
    const next = { year: null, period: null, take: 'only' as const, ...selection, ...changed };
    onChange({ ...content, selection: next.year === null && next.period === null ? null : next });
  };
  return (
    <>
      <SelectField
        label={t('sign')}
        value={content.sign}
        onChange={({ target }) => onChange({ ...content, sign: target.value === 'reversed' ? 'reversed' : 'as-is' })}
      >
        <option value="as-is">{t('asIs')}</option>
        <option value="reversed">{t('reversed')}</option>
      </SelectField>
      <SelectField
        label={t('form')}
        value={content.form ?? AS_COLUMN}
        onChange={({ target }) =>
          onChange({ ...content, form: target.value === 'da' || target.value === 'en' ? target.value : null })
        }
      >
        <option value={AS_COLUMN}>{t('byColumn')}</option>
        <option value="da">{t('da')}</option>
        <option value="en">{t('en')}</option>
      </SelectField>
      <ColumnSelect
        label={t('year')}
        columns={columns}
        value={selection?.year ?? NONE}
        others={none}
        onChange={(year) => select({ year: year === NONE ? null : year })}
      />
      <ColumnSelect
        label={t('period')}
        columns={columns}
        value={selection?.period ?? NONE}
        others={none}
        onChange={(period) => select({ period: period === NONE ? null : period })}
      />
      {selection !== null && selection.period !== null && (
        <SelectField
          label={t('take')}
          value={selection.take}
          onChange={({ target }) => select({ take: target.value === 'up-to' ? 'up-to' : 'only' })}
        >
          <option value="only">{t('only')}</option>
          <option value="up-to">{t('upTo')}</option>
        </SelectField>
      )}
      <Check
        label={t('blankIsZero')}
        checked={content.blankIsZero}
        onChange={(blankIsZero) => onChange({ ...content, blankIsZero })}
      />
      <Check
        label={t('sumPerAccount')}
        checked={content.sumPerAccount}
        onChange={(sumPerAccount) => onChange({ ...content, sumPerAccount })}
      />
    </>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}

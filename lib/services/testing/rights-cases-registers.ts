import { addAttachment } from '../add-attachment.ts';
import { confirmNone } from '../confirm-none.ts';
import { removeAttachment } from '../remove-attachment.ts';
import { removeRegisterLine } from '../remove-register-line.ts';
import { saveRegisterLine } from '../save-register-line.ts';
import type { RightsCase } from './rights-case.ts';
import { ALFA, ALFA_REGISTER, PERIOD } from './rights-names.ts';
import { documentOf, lineWith } from './rights-things.ts';

const reason = 'Prøve';
const registerLine = { periodId: PERIOD, register: 'egenkapital' } as const;
const controlLine = { periodId: PERIOD, register: 'systemafstemninger' } as const;

/** Documents, registers and the word that there is nothing in them. */
export const REGISTER_CASES: readonly RightsCase[] = [
  {
    does: 'write',
    by: 'attach',
    at: ALFA,
    use: 'addAttachment',
    call: (context, ids) =>
      addAttachment(context, {
        target: { target: 'account', periodId: PERIOD, account: ids.account },
        ...documentOf('nyt'),
      }),
  },
  {
    does: 'write',
    by: 'attach',
    at: ALFA,
    use: 'addAttachment: to an item',
    call: (context, ids) =>
      addAttachment(context, {
        target: { target: 'item', periodId: PERIOD, account: ids.account, itemKey: ids.itemKey },
        ...documentOf('nyt'),
      }),
  },
  {
    does: 'write',
    by: 'controlTransfers',
    at: ALFA_REGISTER,
    use: 'addAttachment: to a transfer control',
    call: (context, ids) =>
      addAttachment(context, {
        target: { target: 'transferControl', periodId: PERIOD, lineId: ids.controlLine },
        ...documentOf('nyt'),
      }),
  },
  {
    does: 'write',
    by: 'keepRegister',
    at: ALFA_REGISTER,
    use: "addAttachment: to another register's line",
    call: (context, ids) =>
      addAttachment(context, {
        target: { target: 'registerLine', periodId: PERIOD, lineId: ids.registerLine },
        ...documentOf('nyt'),
      }),
  },
  {
    does: 'write',
    by: 'attach',
    at: ALFA,
    use: 'removeAttachment',
    call: (context, ids) => removeAttachment(context, { id: ids.attachment, reason }),
  },
  {
    does: 'write',
    by: 'keepRegister',
    at: ALFA_REGISTER,
    use: 'saveRegisterLine',
    call: (context, ids) => {
      const content = lineWith('egenkapital', ids.committee, 'NYT');
      return saveRegisterLine(context, { ...registerLine, lineId: null, version: 0, content });
    },
  },
  {
    does: 'write',
    by: 'keepRegister',
    at: ALFA_REGISTER,
    use: 'saveRegisterLine: a line that is there',
    call: (context, ids) => {
      const content = lineWith('egenkapital', 'ALU', 'NYT');
      return saveRegisterLine(context, { ...registerLine, lineId: ids.registerLine, version: 1, content });
    },
  },
  {
    does: 'write',
    by: 'controlTransfers',
    at: ALFA_REGISTER,
    use: 'saveRegisterLine: a transfer control',
    call: (context, ids) => {
      const content = lineWith('systemafstemninger', 'ALU', 'NYT');
      return saveRegisterLine(context, { ...controlLine, lineId: ids.controlLine, version: 1, content });
    },
  },
  {
    does: 'write',
    by: 'keepComparison',
    at: 'everywhere',
    namesNothing: true,
    use: 'saveRegisterLine: figures of the municipality',
    call: (context) =>
      saveRegisterLine(context, {
        periodId: PERIOD,
        register: 'sammenligningstal',
        lineId: null,
        version: 0,
        content: { category: 1, accounts: 3, net: 5n },
      }),
  },
  {
    does: 'write',
    by: 'keepRegister',
    at: ALFA_REGISTER,
    use: 'removeRegisterLine',
    call: (context, ids) => removeRegisterLine(context, { ...registerLine, lineId: ids.registerLine, version: 1 }),
  },
  {
    does: 'write',
    by: 'controlTransfers',
    at: ALFA_REGISTER,
    use: 'removeRegisterLine: a transfer control',
    call: (context, ids) => removeRegisterLine(context, { ...controlLine, lineId: ids.controlLine, version: 1 }),
  },
  {
    does: 'write',
    by: 'keepRegister',
    at: ALFA_REGISTER,
    use: 'confirmNone',
    call: (context, ids) =>
      confirmNone(context, { periodId: PERIOD, register: 'afskrivninger', committee: ids.committee, confirmed: true }),
  },
];

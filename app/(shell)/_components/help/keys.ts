/** Every key that means something, in the groups in which it is shown; texts under `nav.keys`. */
export const KEY_GROUPS = {
  pages: [
    { keys: ['?'], or: ['F1'], text: 'help' },
    { keys: ['Ctrl', 'K'], text: 'palette' },
    { keys: ['/'], or: ['Ctrl', 'F'], text: 'search' },
    { keys: ['Ctrl', 'S'], text: 'save' },
    { keys: ['Esc'], text: 'close' },
  ],
  cells: [
    { keys: ['←', '↑', '↓', '→'], text: 'cells' },
    { keys: ['Ctrl', '↓'], text: 'edge' },
    { keys: ['Home'], or: ['End'], text: 'lineEnds' },
    { keys: ['Ctrl', 'Home'], or: ['End'], text: 'firstLast' },
    { keys: ['PgUp'], or: ['PgDn'], text: 'screenful' },
    { keys: ['Shift', '↓'], text: 'select' },
    { keys: ['Ctrl', 'A'], text: 'selectAll' },
    { keys: ['Shift', '␣'], text: 'selectRow' },
    { keys: ['Ctrl', '␣'], text: 'selectColumn' },
    { keys: ['F2'], text: 'edit' },
    { keys: ['A–Å', '0–9'], text: 'type' },
    { keys: ['Enter'], or: ['Tab'], text: 'keepAndGoOn' },
    { keys: ['Ctrl', 'Enter'], text: 'fillSelected' },
    { keys: ['Delete'], text: 'empty' },
    { keys: ['Ctrl', 'C', 'X', 'V'], text: 'clipboard' },
    { keys: ['Ctrl', 'D'], or: ['R'], text: 'fill' },
    { keys: ['Ctrl', 'Z'], or: ['Y'], text: 'undo' },
    { keys: ['Shift', 'F10'], text: 'menu' },
  ],
  list: [
    { keys: ['Enter'], text: 'openRow' },
    { keys: ['␣'], text: 'chooseRow' },
    { keys: ['Alt', '↓'], text: 'headMenu' },
  ],
  account: [
    { keys: ['J'], or: ['K'], text: 'besideOpen' },
    { keys: ['Alt', '↓'], or: ['↑'], text: 'nextOpen' },
    { keys: ['Ctrl', 'Enter'], text: 'saveAndNext' },
  ],
  text: [
    { keys: ['{{'], text: 'figure' },
    { keys: ['Ctrl', 'B'], text: 'bold' },
    { keys: ['Ctrl', 'Alt', 'K'], text: 'link' },
    { keys: ['Ctrl', 'Alt', 'F'], text: 'footnote' },
    { keys: ['Ctrl', 'Alt', 'V'], text: 'choice' },
    { keys: ['Ctrl', 'Alt', '1'], or: ['2'], text: 'heading' },
    { keys: ['Ctrl', 'Shift', '8'], or: ['7'], text: 'listItems' },
    { keys: ['Enter'], text: 'openField' },
    { keys: ['Ctrl', 'Z'], or: ['Y'], text: 'undo' },
  ],
  approval: [
    { keys: ['G'], text: 'approve' },
    { keys: ['R'], text: 'return' },
  ],
} as const satisfies Record<string, readonly { keys: readonly string[]; or?: readonly string[]; text: string }[]>;

export type KeyGroupId = keyof typeof KEY_GROUPS;
export const KEY_GROUP_IDS = Object.keys(KEY_GROUPS) as KeyGroupId[];

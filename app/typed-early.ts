/** How a field is made to hold again what somebody put into it, heard by whoever listens to it. */
type Say = () => void;
type Typed = ReadonlyMap<Element, Say>;

/**
 * What differs from how the page was sent, field by field; nothing on the server. A page that was reloaded or gone back
 * to holds what the browser remembers of it: nobody typed that now.
 */
export function readTyped(): Typed {
  return readFields((field) => [...readChosen(field), ...readWritten(field)]);
}

/**
 * Tells each field what was put into it: what was read, and the texts that have come since, as from a keeper of
 * passwords. Whatever else one does makes the page come alive at once.
 */
export function sayTyped(typed: Typed): void {
  for (const say of new Map([...readFields(readWritten), ...typed]).values()) say();
}

function readFields(read: (field: Element) => Say[]): Typed {
  if (typeof document === 'undefined' || !isFresh()) return new Map();
  const fields = [...document.querySelectorAll('input, textarea, select')];
  return new Map(fields.flatMap((field) => read(field).map((say) => [field, say])));
}

const NOT_WRITTEN = new Set(['file', 'checkbox', 'radio']);

function readWritten(field: Element): Say[] {
  if (field instanceof HTMLTextAreaElement) return readText(field, HTMLTextAreaElement.prototype);
  if (!(field instanceof HTMLInputElement) || NOT_WRITTEN.has(field.type)) return [];
  return readText(field, HTMLInputElement.prototype);
}

function readChosen(field: Element): Say[] {
  if (field instanceof HTMLSelectElement) return readChoice(field);
  if (!(field instanceof HTMLInputElement) || !NOT_WRITTEN.has(field.type)) return [];
  if (field.type === 'file') return field.files?.length ? [() => tell(field, 'change')] : [];
  return readTick(field);
}

function isFresh(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
}

function tell(field: HTMLElement, event: 'input' | 'change'): void {
  field.dispatchEvent(new Event(event, { bubbles: true }));
}

/** React hears of a text that is another than the one it knows: it learns the old one first, and the new one not by itself. */
function readText(field: HTMLInputElement | HTMLTextAreaElement, native: object): Say[] {
  const { value: read, defaultValue } = field;
  if (read === defaultValue) return [];
  return [
    () => {
      // More may have been typed since it was read.
      const value = field.value === defaultValue ? read : field.value;
      field.value = defaultValue;
      Object.getOwnPropertyDescriptor(native, 'value')?.set?.call(field, value);
      tell(field, 'input');
    },
  ];
}

/** As with texts; of radio buttons the one that was chosen speaks for those that were not. */
function readTick(field: HTMLInputElement): Say[] {
  const { checked, defaultChecked } = field;
  if (checked === defaultChecked || (field.type === 'radio' && !checked)) return [];
  return [
    () => {
      field.checked = !checked;
      field.click();
    },
  ];
}

function readChoice(field: HTMLSelectElement): Say[] {
  const { selectedIndex } = field;
  const sent = Math.max(
    0,
    [...field.options].findIndex(({ defaultSelected }) => defaultSelected),
  );
  if (field.multiple || selectedIndex === sent) return [];
  return [
    () => {
      field.selectedIndex = selectedIndex;
      tell(field, 'change');
    },
  ];
}

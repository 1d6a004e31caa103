/** A field, and how it is made to hold again what somebody put into it, heard by whoever listens to it. */
type Typed = () => void;

/**
 * What differs from how the page was sent, field by field; nothing on the server. A page that was reloaded or gone back
 * to holds what the browser remembers of it: nobody typed that now.
 */
export function readTyped(): Typed[] {
  if (typeof document === 'undefined' || !isFresh()) return [];
  return [...document.querySelectorAll('input, textarea, select')].flatMap((field) => {
    if (field instanceof HTMLSelectElement) return readChoice(field);
    if (field instanceof HTMLTextAreaElement) return readText(field, HTMLTextAreaElement.prototype);
    if (!(field instanceof HTMLInputElement)) return [];
    if (field.type === 'file') return field.files?.length ? [() => tell(field, 'change')] : [];
    if (field.type === 'checkbox' || field.type === 'radio') return readTick(field);
    return readText(field, HTMLInputElement.prototype);
  });
}

/** Tells each field what was put into it. */
export function sayTyped(typed: readonly Typed[]): void {
  for (const say of typed) say();
}

function isFresh(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
}

function tell(field: HTMLElement, event: 'input' | 'change'): void {
  field.dispatchEvent(new Event(event, { bubbles: true }));
}

/** React hears of a text that is another than the one it knows: it learns the old one first, and the new one not by itself. */
function readText(field: HTMLInputElement | HTMLTextAreaElement, native: object): Typed[] {
  const { value, defaultValue } = field;
  if (value === defaultValue) return [];
  return [
    () => {
      field.value = defaultValue;
      Object.getOwnPropertyDescriptor(native, 'value')?.set?.call(field, value);
      tell(field, 'input');
    },
  ];
}

/** As with texts; of radio buttons the one that was chosen speaks for those that were not. */
function readTick(field: HTMLInputElement): Typed[] {
  const { checked, defaultChecked } = field;
  if (checked === defaultChecked || (field.type === 'radio' && !checked)) return [];
  return [
    () => {
      field.checked = !checked;
      field.click();
    },
  ];
}

function readChoice(field: HTMLSelectElement): Typed[] {
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

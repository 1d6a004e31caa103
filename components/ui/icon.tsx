/** One small set, drawn on a 16 px square with a 1.5 px line. Decoration: the word stands beside it or in a label. */
const PATHS = {
  overview: 'M2.5 13.5v-4M6.2 13.5V6.5M9.8 13.5v-5M13.5 13.5v-11',
  accounts: 'M2.5 3.5h11M2.5 8h11M2.5 12.5h11M6 3.5v9',
  findings: 'M4 14V2.5M4 3h8.5l-2 3 2 3H4',
  registers: 'M3 2.5h10v11H3zM3 6h10M6.5 6v7.5',
  report: 'M4 1.75h5.5L12.5 5v9.25H4zM9.25 2v3.25h3M6 8.5h4.5M6 11h4.5',
  tasks: 'M2.5 9.5h3l1 2h3l1-2h3M2.5 9.5l2-6h7l2 6v4h-11z',
  approval: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM5.2 8.2l2 2 3.7-4.2',
  bridge: 'M1.75 12.5h12.5M2.5 12.5c0-7 11-7 11 0M5.5 8.4v4.1M8 7.4v5.1M10.5 8.4v4.1',
  trail: 'M5.5 3.5h8M5.5 8h8M5.5 12.5h8M2.5 3.5v.1M2.5 8v.1M2.5 12.5v.1',
  administration:
    'M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.75 13.5c0-2.6 1.7-4.3 4.25-4.3s4.25 1.7 4.25 4.3M10.8 7.3a2.2 2.2 0 1 0-.6-4.3M11.6 9.3c1.7.3 2.7 1.8 2.7 4.2',
  import: 'M8 2v8M5 7.2 8 10.2l3-3M2.5 10.5v3h11v-3',
  settings: 'M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6M10.2 2.8v3.4M5.8 9.8v3.4',
  appearance: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12ZM8 2v12M8 5h4.9M8 8h6M8 11h4.9',
  help: 'M5.6 6a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.8-1.1 1.7M8 12.4v.2M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  close: 'm4 4 8 8M12 4l-8 8',
  collapse: 'M9.5 4 5.5 8l4 4',
  expand: 'm6.5 4 4 4-4 4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.3 10.3l3.4 3.4',
  chevron: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  edit: 'M3 13h2.5L13 5.5 10.5 3 3 10.5z',
  filter: 'M2.5 3h11L9.5 8v5l-3-1.5V8z',
  group: 'M2.5 3.5h11M5.5 8h8M5.5 12.5h8M2.5 6.5v6',
  width: 'M2.5 3v10M13.5 3v10M5 8h6M6.5 6 4.7 8l1.8 2M9.5 6l1.8 2-1.8 2',
  hide: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4ZM3 13 13 3',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  view: 'M4 2.5h8v11L8 10.5 4 13.5z',
  up: 'M8 13V3.5M4.5 7 8 3.5 11.5 7',
  down: 'M8 3v9.5M4.5 9 8 12.5 11.5 9',
  download: 'M8 2v7.5M5 6.8l3 3 3-3M3 13.5h10',
  add: 'M8 3v10M3 8h10',
  warning: 'M8 2 1.8 13.5h12.4zM8 6.5v3.2M8 11.6v.2',
  information: 'M8 7.3v4M8 4.9v.2M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z',
  done: 'm3 8.5 3.2 3.2L13 4.8',
  lock: 'M3.5 7.25h9v6.25h-9zM5.25 7V5a2.75 2.75 0 0 1 5.5 0v2M8 9.6v1.8',
  keyboard: 'M1.75 4h12.5v8H1.75zM4.2 6.6v.1M6.7 6.6v.1M9.2 6.6v.1M11.7 6.6v.1M5 9.5h6',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon of 16 px in the colour of its text. */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return (
    <svg
      className={className}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

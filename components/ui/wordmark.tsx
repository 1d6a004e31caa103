/**
 * The mark: a sum's double rule, under which a ledger is closed, with the tick of the one who checked it.
 * Decoration beside the product's name.
 */
export function Mark({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="m6 9.5 4 4L18.5 5" fill="none" stroke="currentColor" strokeWidth="2.75" />
      <path d="M4 17.25h16M4 20.75h16" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
